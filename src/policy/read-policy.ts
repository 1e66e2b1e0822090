import type { z } from "zod";

import { readJson } from "../evidence/files/json.ts";
import { ITEM_IDS } from "../evidence/schema.ts";
import { ageMs } from "./age-ms.ts";
import { ruleProblems } from "./check-rules.ts";
import type { PolicyTerms } from "./check-rules.ts";
import { isMembers } from "./fields.ts";
import type { Scalar } from "./fields.ts";
import { lineAt, linesOfJson } from "./json-lines.ts";
import type { JsonLines } from "./json-lines.ts";
import { quoteText } from "./quote-text.ts";
import { ExpectationOfNoItem, LARGEST_POLICY, PolicyFile } from "./schema.ts";
import type { Condition, Demand, Expectation, Policy } from "./schema.ts";

/** Something that is wrong with a policy. */
export interface PolicyProblem {
  /** Counted from 1. */
  readonly line: number;
  /** The id of the expectation or waiver, or its place, such as `expect[3]`; null where it is the file. */
  readonly subject: string | null;
  readonly message: string;
}

/** A policy, or everything that is wrong with it, in the order of the lines. */
export type ReadPolicy = { readonly policy: Policy } | { readonly problems: readonly PolicyProblem[] };

/**
 * Reads a policy strictly. `terms` say what the records of the run keep; where
 * they are null, nothing is said about tags. Never throws.
 */
export function readPolicy(bytes: Uint8Array, terms: PolicyTerms | null): ReadPolicy {
  if (bytes.length > LARGEST_POLICY) {
    return ofFile(1, `is larger than 1 MB (${bytes.length} bytes)`);
  }
  const read = readJson(bytes);
  const lines = linesOfJson(new TextDecoder().decode(bytes));
  if ("trouble" in read) return unreadable(read.trouble, lines);

  const parsed = PolicyFile.safeParse(read.value, { error: plainWords, reportInput: true });
  const found = [
    ...(parsed.error?.issues ?? []).flatMap(shapeProblems),
    ...unknownItemProblems(read.value),
    ...ruleProblems(read.value, terms),
  ].map(({ path, message }) => located(path, { message, value: read.value, lines }));
  if (parsed.success && found.length === 0) return { policy: policyOf(parsed.data) };
  const unique = new Map(found.map((problem) => [JSON.stringify(problem), problem]));
  return { problems: [...unique.values()].toSorted((a, b) => a.line - b.line) };
}

/** A problem as one line of text that begins with the file, such as `policy.json:12: ntp-watched: item is missing`. */
export function problemLine(file: string, { line, subject, message }: PolicyProblem): string {
  return `${file}:${line}: ${subject === null ? "" : `${subject}: `}${message}`;
}

function ofFile(line: number, message: string): ReadPolicy {
  return { problems: [{ line, subject: null, message }] };
}

function unreadable(trouble: string, { brokenAt, repeated }: JsonLines): ReadPolicy {
  if (brokenAt !== null) return ofFile(brokenAt, `the file ${trouble}`);
  if (repeated.length === 0) return ofFile(1, `the file ${trouble}`);
  return {
    problems: repeated.map(({ line, name }) => ({
      line,
      subject: null,
      message: `${quoteText(name)} is here twice`,
    })),
  };
}

/** A problem at a path of the file. */
interface PathProblem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What the schema says, in words that begin with the member. */
function shapeProblems(issue: z.core.$ZodIssue): readonly PathProblem[] {
  const { path } = issue;
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      path: [...path, key],
      message: `${memberName([...path, key])} is not known; check its spelling`,
    }));
  }
  const message = issue.input === undefined ? "is missing" : issue.message;
  return [
    { path, message: `${memberName(path) || (path.length === 0 ? "the file" : "the entry")} ${message}` },
  ];
}

/** What else is wrong with expectations whose item is not known: the schema of no item checks them. */
function unknownItemProblems(value: unknown): readonly PathProblem[] {
  const entries: unknown = isMembers(value) ? value["expect"] : null;
  if (!Array.isArray(entries)) return [];
  return entries.flatMap((entry: unknown, at): readonly PathProblem[] => {
    if (!isMembers(entry) || ITEM_IDS.some((id) => id === entry["item"])) return [];
    const { error } = ExpectationOfNoItem.safeParse(entry, { error: plainWords, reportInput: true });
    return (error?.issues ?? []).flatMap((issue) =>
      shapeProblems({ ...issue, path: ["expect", at, ...issue.path] }),
    );
  });
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

/** The member of an expectation or waiver that a path leads to, such as `where["triage.state"]`. */
function memberName(path: readonly PropertyKey[]): string {
  const isInList = (path[0] === "expect" || path[0] === "accept") && typeof path[1] === "number";
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

function located(
  path: readonly PropertyKey[],
  { message, value, lines }: { readonly message: string; readonly value: unknown; readonly lines: JsonLines },
): PolicyProblem {
  return { line: lineAt(lines, path), subject: subjectOf(path, value), message };
}

/** The id of the expectation or waiver that the path leads into, where it has a readable one. */
function subjectOf([list, index]: readonly PropertyKey[], value: unknown): string | null {
  if ((list !== "expect" && list !== "accept") || typeof index !== "number" || !isMembers(value)) return null;
  const entries = value[list];
  const entry: unknown = Array.isArray(entries) ? entries[index] : null;
  const id = isMembers(entry) ? entry["id"] : null;
  return typeof id === "string" && /^[\w. -]{1,64}$/.test(id) ? id : `${list}[${index}]`;
}

function policyOf({ expect, accept = [] }: PolicyFile): Policy {
  return {
    expectations: expect.map(expectationOf),
    waivers: accept.map(({ records, ticket, ...waiver }) => ({
      ...waiver,
      records: records ?? null,
      ticket: ticket ?? null,
    })),
  };
}

function expectationOf(entry: PolicyFile["expect"][number]): Expectation {
  const { id, item, title } = entry;
  return { id, item, title: title ?? null, demand: demandOf(entry) };
}

function demandOf(entry: PolicyFile["expect"][number]): Demand {
  const { present, atLeast, where, none, olderThan, population } = entry;
  if (present !== undefined) return { form: "present", ids: present };
  if (atLeast !== undefined) return { form: "atLeast", least: atLeast, where: conditionOf(where ?? {}) };
  if (none !== undefined) {
    const age = olderThan === undefined ? null : { text: olderThan, ms: ageMs(olderThan) };
    return { form: "none", where: conditionOf(none), age };
  }
  if (population !== undefined) return { form: "population", least: population.atLeast };
  throw new Error("an expectation without a form was read");
}

function conditionOf(where: Readonly<Record<string, Scalar | readonly Scalar[] | undefined>>): Condition {
  return new Map(
    Object.entries(where).flatMap(([field, value]) =>
      value === undefined ? [] : [[field, isList(value) ? value : [value]] as const],
    ),
  );
}

function isList(value: Scalar | readonly Scalar[]): value is readonly Scalar[] {
  return Array.isArray(value);
}
