import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { quoteText } from "../policy/quote-text.ts";
import { entriesOf, problemAt, problemLines, readUserFile, repeatedEntries } from "../policy/read-file.ts";
import type { FileProblem, ListEntry, PathProblem, UserFile } from "../policy/read-file.ts";
import { findCatalogue, FRAMEWORK_IDS, MAPPING_NAME, MAPPING_VERSION } from "./catalogue.ts";
import type { MappingVersion } from "./catalogue.ts";
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
    rules: (file) => mappingProblems(file, terms),
  });
  return "problems" in read ? read : { mapping: read.value };
}

/** A mapping as a run is given it. */
export interface GivenMapping {
  readonly mapping: MappingFile;
  /** Its exact bytes, as the run folder holds them. */
  readonly file: EvidenceFile;
}

/** The mapping that the file holds, or everything that is wrong with it, each as a line. */
export function givenMappingOf(
  { name, bytes }: UserFile,
  frameworks: readonly string[],
): { readonly given: GivenMapping | null; readonly problems: readonly string[] } {
  const read = readMapping(bytes, { version: MAPPING_VERSION, frameworks });
  return "mapping" in read
    ? { given: { mapping: read.mapping, file: fileOf(MAPPING_NAME, bytes) }, problems: [] }
    : { given: null, problems: problemLines(name, read.problems) };
}

/** What a schema cannot say: ids that exist, and exist once, and a title and support for what is new. */
function mappingProblems(file: unknown, terms: MappingTerms): readonly PathProblem[] {
  const [own, controls] = [entriesOf(file, "frameworks"), entriesOf(file, "controls")];
  const ownIds = new Set(own.map(({ members }) => members["id"]));
  return [
    ...ownFrameworkProblems(own, terms),
    ...repeatedEntries(controls, { members: ["framework", "item", "id"], as: looksOfId }).flatMap((entry) =>
      problemAt(entry, [], "is the same control of the same item as an entry above, or looks like it"),
    ),
    ...controls.flatMap((entry) => unplainProblems(entry, "id")),
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
    ...repeatedEntries(own, { members: ["id"] }).flatMap((entry) =>
      problemAt(entry, [], "id is the same as that of an entry above"),
    ),
    ...repeatedEntries(own, { members: ["name"], as: looksOfName }).flatMap((entry) =>
      problemAt(entry, [], "name is the same as that of an entry above, or looks like it"),
    ),
    ...own.flatMap((entry) => unplainProblems(entry, "name")),
    ...own.flatMap((entry) => {
      const { id, name } = entry.members;
      return [
        ...(typeof id === "string" && isBuiltIn(id)
          ? problemAt(entry, ["id"], `id ${quoteText(id)} is a framework of this program`)
          : []),
        ...(typeof name === "string" && looksOfNames(name).some((each) => names.has(each))
          ? problemAt(
              entry,
              ["name"],
              `name ${quoteText(name)} is a framework of this program, or looks like one`,
            )
          : []),
      ];
    }),
  ];
}

/** Finds controls of an own framework whose name and id, read one after the other, look like those of a catalogue. */
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
  return controls.flatMap((entry) => {
    const id = String(entry.members["id"]);
    const row = byLooks.get(looksOfName(`${name} ${id}`));
    const message = `${quoteText(name)} and id ${quoteText(id)} read together look like ${row}; write it as a control of that framework`;
    return row === undefined ? [] : problemAt(entry, ["id"], message);
  });
}

/** A capital I looks like a small l, and a small i does not. */
function looksOfNames(name: string): readonly string[] {
  return [looksOfName(name), looksOfName(name.toLowerCase())];
}

/** Finds letters in the text of a member that a reader takes for others. */
function unplainProblems(entry: ListEntry, member: string): readonly PathProblem[] {
  const text = entry.members[member];
  if (typeof text !== "string" || isPlainlyWritten(text)) return [];
  const message = `${member} ${quoteText(text)} has letters that look like others, or that nobody sees; write it in one alphabet`;
  return problemAt(entry, [member], message);
}

function controlProblems(
  entry: ListEntry,
  { version, frameworks, ownIds }: MappingTerms & { readonly ownIds: ReadonlySet<unknown> },
): readonly PathProblem[] {
  const { framework, item, id, title, support } = entry.members;
  if (typeof framework !== "string") return [];
  if (!ownIds.has(framework) && !frameworks.includes(framework)) {
    const why = isBuiltIn(framework)
      ? "is not among the frameworks of this run; add it to the input frameworks"
      : `is not known; use one of ${FRAMEWORK_IDS.join(", ")}, or name your own under frameworks`;
    return problemAt(entry, ["framework"], `framework ${quoteText(framework)} ${why}`);
  }
  const rows = ownIds.has(framework) ? [] : (findCatalogue(version, framework)?.controls ?? []);
  if (rows.some((row) => row.item === item && row.id === id)) return [];
  const alike = rows.some((row) => row.id === id)
    ? undefined
    : rows.find((row) => looksOfId(row.id) === looksOfId(String(id)));
  if (alike !== undefined) {
    const message = `id ${quoteText(String(id))} looks like ${alike.id}, and is another control; write it as the catalogue does`;
    return problemAt(entry, ["id"], message);
  }
  return Object.entries({ title, support }).flatMap(([member, value]) =>
    value === undefined
      ? problemAt(entry, [], `${member} is missing, which a control that no catalogue has for the item needs`)
      : [],
  );
}

function isBuiltIn(id: string): boolean {
  return FRAMEWORK_IDS.some((each) => each === id);
}
