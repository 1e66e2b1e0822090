import { quoteText } from "../policy/quote-text.ts";
import {
  entriesOf,
  readUserFile,
  type FileProblem,
  type ListEntry,
  type PathProblem,
} from "../policy/read-file.ts";
import { findCatalogue, FRAMEWORK_IDS, type MappingVersion } from "./catalogue.ts";
import { isPlainlyWritten, looksOfId, looksOfName } from "./look-alikes.ts";
import { MappingFile } from "./mapping-schema.ts";

/** What the entries of a mapping are checked against. */
export interface MappingTerms {
  readonly version: MappingVersion;
  /** The ids of the frameworks of the run. */
  readonly frameworks: readonly string[];
}

/** A mapping, or everything that is wrong with it, in the order of the lines. */
export type ReadMapping = { readonly mapping: MappingFile } | { readonly problems: readonly FileProblem[] };

/** Reads the organisation's own mapping strictly. Never throws. */
export function readMapping(bytes: Uint8Array, terms: MappingTerms): ReadMapping {
  const read = readUserFile(bytes, {
    schema: MappingFile,
    lists: ["frameworks", "controls"],
    rules: (file) => ruleProblems(file, terms),
  });
  return "problems" in read ? read : { mapping: read.value };
}

/** What a schema cannot say: ids that exist, and exist once, and a title and support for what is new. */
function ruleProblems(file: unknown, terms: MappingTerms): readonly PathProblem[] {
  const [own, controls] = [entriesOf(file, "frameworks"), entriesOf(file, "controls")];
  const ownIds = new Set(own.map(({ members }) => members["id"]));
  return [
    ...ownFrameworkProblems(own, terms),
    ...repeated(controls, {
      members: ["framework", "item", "id"],
      message: "is the same control of the same item as an entry above, or looks like it",
      as: looksOfId,
    }),
    ...controls.flatMap(({ path, members: { id } }) => unplain([...path, "id"], id)),
    ...controls.flatMap((entry) => controlProblems(entry, { ...terms, ownIds })),
    ...own.flatMap(({ members: { id, name } }) =>
      typeof name === "string"
        ? joinedProblems(
            controls.filter(({ members }) => members["framework"] === id),
            { name, version: terms.version },
          )
        : [],
    ),
  ];
}

function ownFrameworkProblems(own: readonly ListEntry[], { version }: MappingTerms): readonly PathProblem[] {
  const builtIn = FRAMEWORK_IDS.map((id) => findCatalogue(version, id)?.framework ?? id);
  const names = new Set([...builtIn, ...FRAMEWORK_IDS].flatMap(looksOfNames));
  return [
    ...repeated(own, { members: ["id"], message: "id is the same as that of an entry above" }),
    ...repeated(own, {
      members: ["name"],
      message: "name is the same as that of an entry above, or looks like it",
      as: looksOfName,
    }),
    ...own.flatMap(({ path, members: { name } }) => unplain([...path, "name"], name)),
    ...own.flatMap(({ path, members: { id, name } }) => [
      ...(typeof id === "string" && isBuiltIn(id)
        ? [{ path: [...path, "id"], message: `id ${quoteText(id)} is a framework of this program` }]
        : []),
      ...(typeof name === "string" && looksOfNames(name).some((each) => names.has(each))
        ? [
            {
              path: [...path, "name"],
              message: `name ${quoteText(name)} is a framework of this program, or looks like one`,
            },
          ]
        : []),
    ]),
  ];
}

/** That the name of a framework and the id of a control, read one after the other, are those of a catalogue. */
function joinedProblems(
  controls: readonly ListEntry[],
  { name, version }: { readonly name: string; readonly version: MappingVersion },
): readonly PathProblem[] {
  const begin = looksOfName(name);
  const alike = FRAMEWORK_IDS.map((id) => findCatalogue(version, id)).filter((catalogue) => {
    const built = looksOfName(catalogue?.framework ?? "");
    return built !== "" && (built.startsWith(begin) || begin.startsWith(built));
  });
  const rows = alike.flatMap((catalogue) =>
    (catalogue?.controls ?? []).map(({ id }) => `${catalogue?.framework} ${id}`),
  );
  const byLooks = new Map(rows.map((row) => [looksOfName(row), row]));
  return controls.flatMap(({ path, members: { id } }) => {
    const row = byLooks.get(looksOfName(`${name} ${String(id)}`));
    const message = `${quoteText(name)} and id ${quoteText(String(id))} read together look like ${row}; write it as a control of that framework`;
    return row === undefined ? [] : [{ path: [...path, "id"], message }];
  });
}

/** A capital I looks like a small l, and a small i does not. */
function looksOfNames(name: string): readonly string[] {
  return [looksOfName(name), looksOfName(name.toLowerCase())];
}

/** That the text has letters which a reader takes for others. */
function unplain(path: readonly PropertyKey[], text: unknown): readonly PathProblem[] {
  if (typeof text !== "string" || isPlainlyWritten(text)) return [];
  const message = `${String(path.at(-1))} ${quoteText(text)} has letters that look like others, or that nobody sees; write it in one alphabet`;
  return [{ path, message }];
}

function repeated(
  entries: readonly ListEntry[],
  {
    members: names,
    message,
    as = String,
  }: {
    readonly members: readonly string[];
    readonly message: string;
    /** What two entries may not share. */
    readonly as?: (text: string) => string;
  },
): readonly PathProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, members }) => {
    if (names.some((name) => typeof members[name] !== "string")) return [];
    const key = JSON.stringify(names.map((name) => as(String(members[name]))));
    if (seen.has(key)) return [{ path, message }];
    seen.add(key);
    return [];
  });
}

function controlProblems(
  { path, members: { framework, item, id, title, support } }: ListEntry,
  { version, frameworks, ownIds }: MappingTerms & { readonly ownIds: ReadonlySet<unknown> },
): readonly PathProblem[] {
  if (typeof framework !== "string") return [];
  if (!ownIds.has(framework) && !frameworks.includes(framework)) {
    const why = isBuiltIn(framework)
      ? "is not among the frameworks of this run; add it to the input frameworks"
      : `is not known; use one of ${FRAMEWORK_IDS.join(", ")}, or name your own under frameworks`;
    return [{ path: [...path, "framework"], message: `framework ${quoteText(framework)} ${why}` }];
  }
  const rows = ownIds.has(framework) ? [] : (findCatalogue(version, framework)?.controls ?? []);
  if (rows.some((row) => row.item === item && row.id === id)) return [];
  const alike = rows.some((row) => row.id === id)
    ? undefined
    : rows.find((row) => looksOfId(row.id) === looksOfId(String(id)));
  if (alike !== undefined) {
    const message = `id ${quoteText(String(id))} looks like ${alike.id}, and is another control; write it as the catalogue does`;
    return [{ path: [...path, "id"], message }];
  }
  return Object.entries({ title, support }).flatMap(([member, value]) =>
    value === undefined
      ? [{ path, message: `${member} is missing, which a control that no catalogue has for the item needs` }]
      : [],
  );
}

function isBuiltIn(id: string): boolean {
  return FRAMEWORK_IDS.some((each) => each === id);
}
