import { z } from "zod";

import { DeclarationText } from "../evidence/gap.ts";
import { ITEM_IDS, type ItemId } from "../evidence/schema.ts";
import { CONDITIONS, RECORD_IDS, type RecordId, type Scalar } from "./fields.ts";

/** The name of the file in a run folder. */
export const POLICY_NAME = "policy.json";
export const POLICY_SCHEMA = "datadog-evidence/policy/v1";
/** A waiver lasts no longer than this many days. */
export const LONGEST_WAIVER_DAYS = 180;

const MOST_EXPECTATIONS = 200;
const MOST_WAIVERS = 1000;
/** Ids that an expectation can name at most. */
export const MOST_PRESENT = 1000;

/** The four forms of an expectation; each has exactly one of these members. */
export const FORMS = ["present", "atLeast", "none", "population"] as const;
export type Form = (typeof FORMS)[number];

const ID = "must be lower-case letters, digits and hyphens, 63 characters at most, such as named-monitors";
const ExpectationId = z.string({ error: ID }).regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: ID });

const WAIVER_ID = "must be one line of text, 64 characters at most, such as EX-12";
const WaiverId = z
  .string({ error: WAIVER_ID })
  .max(64, { error: WAIVER_ID })
  .regex(/^[^\p{C}]+$/u, { error: WAIVER_ID });

const ENOUGH = "must be a whole number, 1 or more";
const Enough = z.int({ error: ENOUGH }).min(1, { error: ENOUGH });

const AGE = "must be a duration in days, hours and minutes, such as PT24H or P2D";
const Age = z
  .string({ error: AGE })
  .regex(/^P(?=[\dT])(?:\d{1,3}D)?(?:T(?=\d)(?:\d{1,4}H)?(?:\d{1,6}M)?)?$/, { error: AGE });

const Words = DeclarationText.describe("one line of text, 500 characters at most");

const DAY = "must be a day in UTC, such as 2026-11-01";
const Day = z.iso.date({ error: DAY });

/** What an expectation of any item has. */
const OF_ANY_ITEM = {
  title: Words.optional(),
  atLeast: Enough.optional(),
  olderThan: Age.optional(),
  population: z.strictObject({ atLeast: Enough }).optional(),
};

/** The shape of an expectation whose item is not known, to find what else is wrong with it. */
export const ExpectationOfNoItem = z.strictObject({
  ...OF_ANY_ITEM,
  id: ExpectationId,
  item: z.unknown().optional(),
  present: z.unknown().optional(),
  where: z.unknown().optional(),
  none: z.unknown().optional(),
});

function expectationOf<Item extends ItemId>(item: Item) {
  return z
    .strictObject({
      id: ExpectationId,
      item: z.literal(item),
      title: OF_ANY_ITEM.title,
      present: z.array(RECORD_IDS[item]).min(1).max(MOST_PRESENT).optional(),
      atLeast: OF_ANY_ITEM.atLeast,
      where: CONDITIONS[item].optional(),
      none: CONDITIONS[item].optional(),
      olderThan: OF_ANY_ITEM.olderThan,
      population: OF_ANY_ITEM.population,
    })
    .meta({
      // Zod has no such rules; `ruleProblems` checks them with a sentence.
      oneOf: FORMS.map((form) => ({ required: [form] })),
      dependentRequired: { where: ["atLeast"], olderThan: ["none"] },
    });
}

const Expect = z.discriminatedUnion(
  "item",
  [expectationOf("security-signals"), expectationOf("compliance-monitors"), expectationOf("cspm-findings")],
  // An entry that is no object has no item either.
  { error: ({ code }) => (code === "invalid_union" ? `must be one of ${ITEM_IDS.join(", ")}` : undefined) },
);

const Accept = z.strictObject({
  id: WaiverId,
  expect: ExpectationId,
  records: z
    .array(z.union([z.int(), z.string()], { error: "must be the id of a record" }))
    .min(1)
    .optional(),
  since: Day,
  until: Day,
  why: Words,
  by: Words,
  ticket: Words.optional(),
});

/**
 * The shape of `policy.json`, version 1. The JSON Schema in `schemas/` is
 * generated from it. What a schema cannot say, `readPolicy` checks beside it.
 */
export const PolicyFile = z.strictObject({
  schema: z.literal(POLICY_SCHEMA, { error: `must be "${POLICY_SCHEMA}"` }),
  expect: z.array(Expect).min(1).max(MOST_EXPECTATIONS),
  accept: z.array(Accept).max(MOST_WAIVERS).optional(),
});
export type PolicyFile = z.infer<typeof PolicyFile>;

/** Field → the values of which one must hold; all fields must hold. */
export type Condition = ReadonlyMap<string, readonly Scalar[]>;

/** What an expectation demands, in one of four forms. */
export type Demand =
  | { readonly form: "present"; readonly ids: readonly RecordId[] }
  | { readonly form: "atLeast"; readonly least: number; readonly where: Condition }
  | { readonly form: "none"; readonly where: Condition; readonly age: Age | null }
  | { readonly form: "population"; readonly least: number };

/** How old a record must be to count, as the file writes it and in milliseconds. */
export interface Age {
  readonly text: string;
  readonly ms: number;
}

/** One demand that the organisation makes of an item. */
export interface Expectation {
  readonly id: string;
  readonly item: ItemId;
  readonly title: string | null;
  readonly demand: Demand;
}

/** One exception that the organisation accepts for a time. */
export interface Waiver {
  readonly id: string;
  /** The id of the expectation. */
  readonly expect: string;
  /** The records that it covers; null where it covers the expectation itself. */
  readonly records: readonly RecordId[] | null;
  /** The first and the last day in UTC on which it is in force. */
  readonly since: string;
  readonly until: string;
  readonly why: string;
  /** A role, never a name. */
  readonly by: string;
  readonly ticket: string | null;
}

/** What an organisation demands of its records, and the exceptions that it accepts for a time. */
export interface Policy {
  readonly expectations: readonly Expectation[];
  readonly waivers: readonly Waiver[];
}
