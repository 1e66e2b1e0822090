import { isMembers } from "../policy/fields.ts";
import { quoteText } from "../policy/quote-text.ts";
import { readUserFile, type FileProblem, type PathProblem } from "../policy/read-file.ts";
import { findCatalogue, FRAMEWORK_IDS, type MappingVersion } from "./catalogue.ts";
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

interface Entry {
  readonly path: readonly PropertyKey[];
  readonly members: Readonly<Record<string, unknown>>;
}

/** What a schema cannot say: ids that exist, and exist once, and a title and support for what is new. */
function ruleProblems(file: unknown, terms: MappingTerms): readonly PathProblem[] {
  const [own, controls] = [entriesOf(file, "frameworks"), entriesOf(file, "controls")];
  const ownIds = new Set(own.map(({ members }) => members["id"]));
  return [
    ...ownFrameworkProblems(own, terms),
    ...repeated(controls, {
      members: ["framework", "item", "id"],
      message: "is the same control of the same item as an entry above",
    }),
    ...controls.flatMap((entry) => controlProblems(entry, { ...terms, ownIds })),
  ];
}

function entriesOf(file: unknown, list: "frameworks" | "controls"): readonly Entry[] {
  const entries: unknown = isMembers(file) ? file[list] : null;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((members: unknown, index) =>
    isMembers(members) ? [{ path: [list, index], members }] : [],
  );
}

function ownFrameworkProblems(own: readonly Entry[], { version }: MappingTerms): readonly PathProblem[] {
  const names = new Set(FRAMEWORK_IDS.map((id) => findCatalogue(version, id)?.framework.toLowerCase() ?? id));
  return [
    ...repeated(own, { members: ["id"], message: "id is the same as that of an entry above" }),
    ...repeated(own, { members: ["name"], message: "name is the same as that of an entry above" }),
    ...own.flatMap(({ path, members: { id, name } }) => [
      ...(typeof id === "string" && isBuiltIn(id)
        ? [{ path: [...path, "id"], message: `id ${quoteText(id)} is a framework of this program` }]
        : []),
      ...(typeof name === "string" && names.has(name.toLowerCase())
        ? [{ path: [...path, "name"], message: `name ${quoteText(name)} is a framework of this program` }]
        : []),
    ]),
  ];
}

function repeated(
  entries: readonly Entry[],
  { members: names, message }: { readonly members: readonly string[]; readonly message: string },
): readonly PathProblem[] {
  const seen = new Set<string>();
  return entries.flatMap(({ path, members }) => {
    if (names.some((name) => typeof members[name] !== "string")) return [];
    const key = JSON.stringify(names.map((name) => members[name]));
    if (seen.has(key)) return [{ path, message }];
    seen.add(key);
    return [];
  });
}

function controlProblems(
  { path, members: { framework, item, id, title, support } }: Entry,
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
  return Object.entries({ title, support }).flatMap(([member, value]) =>
    value === undefined
      ? [{ path, message: `${member} is missing, which a control that no catalogue has for the item needs` }]
      : [],
  );
}

function isBuiltIn(id: string): boolean {
  return FRAMEWORK_IDS.some((each) => each === id);
}
