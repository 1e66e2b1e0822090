import { z } from "zod";

import type { PseudonymKey } from "./pseudonym.ts";
import { findTokenKind, redactText } from "./redaction.ts";

/**
 * The result of projecting a raw record: the kept record, the reason why it does not belong to the item, or
 * the path of an unusable field. Only fields named in the code are kept, so new fields of Datadog stay out.
 */
export type ProjectedRecord<Kept> =
  | { readonly kept: Kept; readonly redactions: number; readonly remarks: readonly RecordRemark[] }
  /** The id that the kept record would have. */
  | { readonly excluded: string; readonly id: string }
  /** The record holds a secret, in these fields. */
  | { readonly withheld: readonly string[]; readonly id: string }
  | { readonly misshapen: string };

/** Something about a kept record that a reader must know. */
export type RecordRemark =
  | "unknown-triage-state"
  | "unknown-status"
  | "outside-window"
  | "mute-without-expiry"
  | "muted-monitor"
  | "draft"
  | "paused"
  | "never-evaluated";

/** Finds the run's own secrets in a text, in any form. */
export interface SecretFinder {
  isIn(text: string): boolean;
}

export interface ProjectionOptions {
  readonly privacy: "standard" | "minimal";
  readonly secrets: SecretFinder;
  readonly pseudonyms: PseudonymKey;
  /** Deep links into Datadog's own UI. */
  readonly links: {
    signal(id: string): string;
    monitor(id: number): string;
    /** Findings link to their rule, because their own address contains the resource. */
    rule(id: string | null): string;
  };
}

/** A longer text does not help to recognise a record and could fill a report. */
const LONGEST_TEXT = 500;

/** An optional field. A value of another type than expected reads as absent. */
export const optionalText = z.string().nullish().catch(null);

/** An id must be well-formed: half a surrogate pair gives no link and is not unique. */
export const recordId = z
  .string()
  .min(1)
  .refine((id) => id.isWellFormed());

/** A time as Datadog gives it: ISO text or milliseconds since 1970. */
export const requiredTime = z.union([
  z.string().refine((instant) => isInstant(Date.parse(instant))),
  z
    .number()
    .refine(isInstant)
    .transform((ms) => new Date(ms).toISOString()),
]);

/** Whether the year has four digits. Another number has another unit, and no schema accepts it. */
function isInstant(ms: number): boolean {
  return ms >= Date.parse("0000-01-01T00:00:00Z") && ms <= Date.parse("9999-12-31T23:59:59.999Z");
}

/** An optional time. */
export const optionalTime = requiredTime.nullish().catch(null);

/**
 * Keeps the texts of one record and counts the redactions. It finds secrets in a text before it redacts or cuts it.
 * Each text is given with the name of its field.
 */
export function newTextKeeper({ privacy, secrets }: Pick<ProjectionOptions, "privacy" | "secrets">) {
  const withheld = new Set<string>();
  let redactions = 0;
  const clean = (field: string, value: string): string => {
    if (secrets.isIn(value)) withheld.add(field);
    const { text: safe, hits } = redactText(value.toWellFormed());
    redactions += hits;
    // A strict parser of the evidence would reject half a surrogate pair.
    return safe.length > LONGEST_TEXT
      ? `${safe.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "")}… [cut]`
      : safe;
  };
  return {
    /** A text that people wrote; `privacy: minimal` keeps none. */
    text: (field: string, value: string | null | undefined): string | null =>
      value === null || value === undefined || privacy === "minimal" ? null : clean(field, value),
    /** One of Datadog's own words, such as a state. */
    word: clean,
    wordOrNull: (field: string, value: string | null | undefined): string | null =>
      value === null || value === undefined ? null : clean(field, value),
    /** What tells a record or a rule from others, so it stays as it is. */
    id: <Id extends string | number>(field: string, id: Id): Id => {
      const text = String(id);
      if (secrets.isIn(text) || findTokenKind(text) !== null) withheld.add(field);
      return id;
    },
    tags: (tags: readonly string[], keys: ReadonlySet<string>, also?: string): string[] => {
      if (privacy === "minimal") return [];
      const kept = tags.filter(
        (tag) => tag === also || (tag.includes(":") && keys.has(tag.slice(0, tag.indexOf(":")))),
      );
      return [...new Set(kept)].toSorted().map((tag) => clean("tags", tag));
    },
    result: <Kept extends { readonly id: string | number }>(
      kept: Kept,
      remarks: readonly RecordRemark[],
    ): ProjectedRecord<Kept> =>
      withheld.size > 0 ? { withheld: [...withheld], id: String(kept.id) } : { kept, redactions, remarks },
  };
}

/** The path of the first field that is missing or has another type. */
export function firstBadField(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") || "the record itself";
}
