import type { z } from "zod";

import { isJsonObject, readJson } from "../evidence/files/json.ts";
import { lineAt, linesOfJson, type JsonLines } from "./json-lines.ts";
import { quoteText } from "./quote-text.ts";

/** A file as the user names it. */
export interface UserFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Something that is wrong with a file that the user wrote. */
export interface FileProblem {
  /** Counted from 1. */
  readonly line: number;
  /** The id of the entry, or its place, such as `expect[3]`; null where it is the file. */
  readonly subject: string | null;
  readonly message: string;
}

/** A problem at a path of the file. */
export interface PathProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** An entry of a list of the file. */
export interface ListEntry {
  readonly path: readonly PropertyKey[];
  readonly members: Readonly<Record<string, unknown>>;
}

/** A list with more entries is refused by every schema, so what else is wrong with the others is not looked for. */
const MOST_ENTRIES = 20_000;

/** The entries of a list of the file that are objects; of very many, the first. The file may be of any shape. */
export function entriesOf(file: unknown, list: string): readonly ListEntry[] {
  const entries: unknown = isJsonObject(file) ? file[list] : null;
  if (!Array.isArray(entries)) return [];
  return entries
    .slice(0, MOST_ENTRIES)
    .flatMap((members: unknown, index) => (isJsonObject(members) ? [{ path: [list, index], members }] : []));
}

/** A problem with a member of the entry, in a list. */
export function problemAt(
  { path }: Pick<ListEntry, "path">,
  below: readonly PropertyKey[],
  message: string,
): readonly PathProblem[] {
  return [{ path: [...path, ...below], message }];
}

/** The entries whose members have the same texts as those of an entry above them. `as` says what of a text counts. */
export function repeatedEntries(
  entries: readonly ListEntry[],
  {
    members: names,
    as = String,
  }: { readonly members: readonly string[]; readonly as?: (text: string) => string },
): readonly ListEntry[] {
  const seen = new Set<string>();
  return entries.filter(({ members }) => {
    if (names.some((name) => typeof members[name] !== "string")) return false;
    const key = JSON.stringify(names.map((name) => as(String(members[name]))));
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
}

/** What a file must be. */
interface FileRules<Value> {
  readonly schema: z.ZodType<Value>;
  /** The members of the file that are lists of entries with an id. */
  readonly lists: readonly string[];
  /** What a schema cannot say. The file may be of any shape. */
  readonly rules: (file: unknown) => readonly PathProblem[];
}

/** A larger file is refused. */
const LARGEST_FILE = 1_000_000;

/** Reads a JSON file that the user wrote, strictly: its value, or everything that is wrong with it, in the order of the lines. Never throws. */
export function readUserFile<Value>(
  bytes: Uint8Array,
  { schema, lists, rules }: FileRules<Value>,
): { readonly value: Value } | { readonly problems: readonly FileProblem[] } {
  if (bytes.length > LARGEST_FILE) {
    return ofFile(1, `is larger than 1 MB (${bytes.length} bytes)`);
  }
  const read = readJson(bytes);
  const lines = linesOfJson(new TextDecoder().decode(bytes));
  if ("trouble" in read) return unreadable(read.trouble, lines);

  const parsed = schema.safeParse(read.value, { error: plainWords, reportInput: true });
  const found = [
    ...(parsed.error?.issues ?? []).flatMap((issue) => shapeProblems(issue, lists)),
    ...rules(read.value),
  ].map(({ path, message }) => ({
    line: lineAt(lines, path),
    subject: subjectOf(path, { lists, file: read.value }),
    message,
  }));
  if (parsed.success && found.length === 0) return { value: parsed.data };
  const unique = new Map(found.map((problem) => [JSON.stringify(problem), problem]));
  return { problems: [...unique.values()].toSorted((a, b) => a.line - b.line) };
}

/** What a schema says against a part of the file, which is at that path. */
export function schemaProblems(
  part: unknown,
  {
    schema,
    path,
    lists,
  }: {
    readonly schema: z.ZodType;
    readonly path: readonly PropertyKey[];
    readonly lists: readonly string[];
  },
): readonly PathProblem[] {
  const { error } = schema.safeParse(part, { error: plainWords, reportInput: true });
  return (error?.issues ?? []).flatMap((issue) =>
    shapeProblems({ ...issue, path: [...path, ...issue.path] }, lists),
  );
}

/** A problem as one line of text that begins with the file, such as `policy.json:12: ntp-watched: item is missing`. */
export function problemLine(file: string, { line, subject, message }: FileProblem): string {
  return `${file}:${line}: ${subject === null ? "" : `${subject}: `}${message}`;
}

/** The first of the problems as a line of text. */
export function firstProblemLine(file: string, [first]: readonly FileProblem[]): string {
  return first === undefined ? `${file} cannot be used` : problemLine(file, first);
}

/** More problems than this are counted. */
const MOST_PROBLEMS = 50;

/** The problems as lines of text; of very many, the first. */
export function problemLines(file: string, problems: readonly FileProblem[]): readonly string[] {
  const more = problems.length - MOST_PROBLEMS;
  return [
    ...problems.slice(0, MOST_PROBLEMS).map((problem) => problemLine(file, problem)),
    ...(more > 0 ? [`${file}: and ${more} more problems`] : []),
  ];
}

function ofFile(line: number, message: string): { readonly problems: readonly FileProblem[] } {
  return { problems: [{ line, subject: null, message }] };
}

function unreadable(
  trouble: string,
  { brokenAt, repeated }: JsonLines,
): { readonly problems: readonly FileProblem[] } {
  if (brokenAt !== null || repeated.length === 0) return ofFile(brokenAt ?? 1, `the file ${trouble}`);
  return {
    problems: repeated.flatMap(({ line, name }) => ofFile(line, `${quoteText(name)} is here twice`).problems),
  };
}

/** What the schema says, in words that begin with the member. */
function shapeProblems(issue: z.core.$ZodIssue, lists: readonly string[]): readonly PathProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${memberName([...path, key], lists)} is not known; check its spelling`,
    }));
  }
  const message = issue.input === undefined ? "is missing" : issue.message;
  return [
    {
      path,
      message: `${memberName(path, lists) || (path.length === 0 ? "the file" : "the entry")} ${message}`,
    },
  ];
}

const KINDS: Readonly<Record<string, string>> = { object: "an object", array: "a list", string: "text" };

/** What the schema expected, where it has no sentence of its own. */
function plainWords(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "invalid_type") return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === "too_small" && issue.origin === "array") return "must not be empty";
  if (issue.code === "too_big" && issue.origin === "array") {
    return `must have ${issue.maximum} entries at most`;
  }
  return "must be one line of text, 500 characters at most";
}

/** The member of an entry that a path leads to, such as `where["triage.state"]`. */
function memberName(path: readonly PropertyKey[], lists: readonly string[]): string {
  const isInList = lists.some((list) => path[0] === list) && typeof path[1] === "number";
  return path
    .slice(isInList ? 2 : 0)
    .map((name, at) => {
      if (typeof name === "number") return `[${name}]`;
      const text = String(name);
      if (!/^\w{1,40}$/.test(text)) return at === 0 ? quoteText(text) : `[${quoteText(text)}]`;
      return at === 0 ? text : `.${text}`;
    })
    .join("");
}

/** The id of the entry that the path leads into, where it has a readable one. */
function subjectOf(
  [list, index]: readonly PropertyKey[],
  { lists, file }: { readonly lists: readonly string[]; readonly file: unknown },
): string | null {
  const name = lists.find((each) => each === list);
  if (name === undefined || typeof index !== "number" || !isJsonObject(file)) return null;
  const entries = file[name];
  const entry: unknown = Array.isArray(entries) ? entries[index] : null;
  const id = isJsonObject(entry) ? entry["id"] : null;
  return typeof id === "string" && /^[\w.() -]{1,64}$/.test(id) ? id : `${name}[${index}]`;
}
