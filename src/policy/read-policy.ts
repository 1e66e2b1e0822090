import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { ITEM_IDS } from "../evidence/schema.ts";
import { parseDuration } from "../platform/time.ts";
import { ruleProblems, type PolicyTerms } from "./check-rules.ts";
import type { Scalar } from "./fields.ts";
import { entriesOf, problemLines, readUserFile, schemaProblems } from "./read-file.ts";
import type { FileProblem, PathProblem, UserFile } from "./read-file.ts";
import { ExpectationOfNoItem, POLICY_NAME, PolicyFile } from "./schema.ts";
import type { Condition, Demand, Policy } from "./schema.ts";

/** A policy, or everything that is wrong with it, in the order of the lines. */
export type ReadPolicy = { readonly policy: Policy } | { readonly problems: readonly FileProblem[] };

/**
 * Reads a policy strictly. `terms` say what the records of the run keep; where
 * they are null, nothing is said about tags. Never throws.
 */
export function readPolicy(bytes: Uint8Array, terms: PolicyTerms | null): ReadPolicy {
  const read = readUserFile(bytes, {
    schema: PolicyFile,
    lists: LISTS,
    rules: (file) => [...unknownItemProblems(file), ...ruleProblems(file, terms)],
  });
  return "problems" in read ? read : { policy: policyOf(read.value) };
}

/** A policy as a run is given it. */
export interface GivenPolicy {
  readonly policy: Policy;
  /** Its exact bytes, as the run folder holds them. */
  readonly file: EvidenceFile;
}

/** The policy that the file holds, or everything that is wrong with it, each as a line. */
export function givenPolicyOf(
  { name, bytes }: UserFile,
  terms: PolicyTerms | null,
): { readonly given: GivenPolicy | null; readonly problems: readonly string[] } {
  const read = readPolicy(bytes, terms);
  return "policy" in read
    ? { given: { policy: read.policy, file: fileOf(POLICY_NAME, bytes) }, problems: [] }
    : { given: null, problems: problemLines(name, read.problems) };
}

const LISTS = ["expect", "accept"];

/** What else is wrong with expectations whose item is not known: the schema of no item checks them. */
function unknownItemProblems(file: unknown): readonly PathProblem[] {
  return entriesOf(file, "expect")
    .filter(({ members }) => !ITEM_IDS.some((id) => id === members["item"]))
    .flatMap(({ path, members }) =>
      schemaProblems(members, { schema: ExpectationOfNoItem, path, lists: LISTS }),
    );
}

function policyOf({ expect, accept = [] }: PolicyFile): Policy {
  return {
    expectations: expect.map((entry) => {
      const { id, item, title } = entry;
      return { id, item, title: title ?? null, demand: demandOf(entry) };
    }),
    waivers: accept.map(({ records, ticket, ...waiver }) => ({
      ...waiver,
      records: records ?? null,
      ticket: ticket ?? null,
    })),
  };
}

function demandOf(entry: PolicyFile["expect"][number]): Demand {
  const { present, atLeast, where, none, olderThan, population } = entry;
  if (present !== undefined) return { form: "present", ids: present };
  if (atLeast !== undefined) return { form: "atLeast", least: atLeast, where: conditionOf(where ?? {}) };
  if (none !== undefined) {
    const age =
      olderThan === undefined ? null : { text: olderThan, ms: parseDuration(olderThan) ?? Number.NaN };
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
