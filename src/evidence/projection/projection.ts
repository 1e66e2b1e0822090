import { z } from "zod";

import { cutText } from "../../platform/text.ts";
import { remarksThatHold, type RecordRemark } from "./caveats.ts";
import type { PseudonymKey } from "./pseudonym.ts";
import { findTokenKind, redactText } from "./redaction.ts";

/**
 * The result of projecting a raw record: the kept record, the reason why it does not belong to the item, or
 * the path of an unusable field and the id of its record, null if that cannot be read. Only fields named in
 * the code are kept, so new fields of Datadog stay out.
 */
export type ProjectedRecord<Kept> =
  | { readonly kept: Kept; readonly redactions: number; readonly remarks: readonly RecordRemark[] }
  /** The id that the kept record would have. */
  | { readonly excluded: string; readonly id: string }
  /** The record holds a secret, in these fields. */
  | { readonly withheld: readonly string[]; readonly id: string }
  | { readonly misshapen: string; readonly id: string | null };

/** Finds the run's own secrets in a text, in any form. */
export interface SecretFinder {
  isIn(text: string): boolean;
}

export interface ProjectionOptions {
  readonly privacy: "standard" | "minimal";
  readonly secrets: SecretFinder;
  readonly pseudonyms: PseudonymKey;
  /** When the run started, in milliseconds since 1970. */
  readonly now: number;
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

const AnyId = z.object({ id: z.union([recordId, z.int().transform(String)]) });

/** The id of a record that cannot be used, so that it can be named; null if the id cannot be read either, or holds a secret. */
export function idOfUnusable(raw: unknown, secrets: SecretFinder): string | null {
  const { data } = AnyId.safeParse(raw);
  if (data === undefined || secrets.isIn(data.id) || findTokenKind(data.id) !== null) return null;
  return cutText(redactText(data.id).text, LONGEST_NAME);
}

/** A longer id does not help to find the record. */
const LONGEST_NAME = 100;

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
    return safe.length > LONGEST_TEXT ? `${cutText(safe, LONGEST_TEXT)}… [cut]` : safe;
  };
  return {
    /** A text that people wrote; `privacy: minimal` keeps none. */
    text: (field: string, value: string | null | undefined): string | null =>
      value === null || value === undefined || privacy === "minimal" ? null : clean(field, value),
    /** One of Datadog's own words, such as a state. */
    word: clean,
    wordOrNull: (field: string, value: string | null | undefined): string | null =>
      value === null || value === undefined ? null : clean(field, value),
    /** An id, which stays as it is: it tells a record or a rule from others. */
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
      remarks: Parameters<typeof remarksThatHold>[0],
    ): ProjectedRecord<Kept> =>
      withheld.size > 0
        ? { withheld: [...withheld], id: String(kept.id) }
        : { kept, redactions, remarks: remarksThatHold(remarks) },
  };
}

/** Why a record of another severity is left out. */
export const NOT_URGENT = "its severity is neither critical nor high";

/** The severity of a record that is critical or high; null for any other. */
export function urgentSeverity(written: string): "critical" | "high" | null {
  const severity = written.toLowerCase();
  return severity === "critical" || severity === "high" ? severity : null;
}

/** The path of the first field that is missing or has another type. */
export function firstBadField(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") || "the record itself";
}
