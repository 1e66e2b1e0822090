import { z } from "zod";

import type { PseudonymKey } from "./pseudonym.ts";
import { redactText } from "./redaction.ts";

/**
 * Raw record → kept record. Only the fields named here are kept: what Datadog
 * adds tomorrow stays out. Each projection answers with the record, with the
 * reason why it does not belong to the item, or with the path it stumbled over.
 */
export type ProjectedRecord<Kept> =
  | { readonly kept: Kept; readonly redactions: number; readonly remarks: readonly RecordRemark[] }
  /** Under the id that it would be kept by. */
  | { readonly excluded: string; readonly id: string }
  | { readonly misshapen: string };

/** Something about a kept record that a reader must be told. */
export type RecordRemark =
  | "unknown-triage-state"
  | "unknown-status"
  | "outside-window"
  | "mute-without-expiry"
  | "muted-monitor"
  | "draft"
  | "paused"
  | "never-evaluated";

export interface ProjectionOptions {
  readonly privacy: "standard" | "minimal";
  readonly pseudonyms: PseudonymKey;
  /** Deep links into Datadog's own UI. */
  readonly links: {
    signal(id: string): string;
    monitor(id: number): string;
    /** Findings link to their rule: their own address would name the resource. */
    rule(id: string | null): string;
  };
}

/** Names are for recognising; a longer one serves nobody and could fill a report. */
const LONGEST_TEXT = 500;

/** A field we can do without: of another type than expected it reads as absent. */
export const optionalText = z.string().nullish().catch(null);

/** Of half a character there is no link, and no telling it from another. */
export const recordId = z
  .string()
  .min(1)
  .refine((id) => id.isWellFormed());

/** Datadog gives instants as ISO text or as milliseconds since 1970. */
export const requiredTime = z.union([
  z.string().refine((instant) => isInstant(Date.parse(instant))),
  z
    .number()
    .refine(isInstant)
    .transform((ms) => new Date(ms).toISOString()),
]);

/** Years have four digits: others are another unit, and no schema takes them. */
function isInstant(ms: number): boolean {
  return ms >= Date.parse("0000-01-01T00:00:00Z") && ms <= Date.parse("9999-12-31T23:59:59.999Z");
}

/** An instant we can do without. */
export const optionalTime = requiredTime.nullish().catch(null);

/** Keeps texts according to the privacy level and counts what had to be redacted. */
export function newTextKeeper(privacy: ProjectionOptions["privacy"]) {
  let redactions = 0;
  const clean = (value: string): string => {
    const { text: safe, hits } = redactText(value.toWellFormed());
    redactions += hits;
    // Half a character is no text: a strict parser of the evidence would stumble over it.
    return safe.length > LONGEST_TEXT
      ? `${safe.slice(0, LONGEST_TEXT).replace(/[\ud800-\udbff]$/, "")}… [cut]`
      : safe;
  };
  return {
    text: (value: string | null | undefined): string | null =>
      value === null || value === undefined || privacy === "minimal" ? null : clean(value),
    tags: (tags: readonly string[], keys: ReadonlySet<string>, also?: string): string[] => {
      if (privacy === "minimal") return [];
      const kept = tags.filter(
        (tag) => tag === also || (tag.includes(":") && keys.has(tag.slice(0, tag.indexOf(":")))),
      );
      return [...new Set(kept)].toSorted().map(clean);
    },
    result: <Kept>(kept: Kept, remarks: readonly RecordRemark[]): ProjectedRecord<Kept> => ({
      kept,
      redactions,
      remarks,
    }),
  };
}

/** The path of the first field that is missing or of another type. */
export function firstBadField(error: z.ZodError): string {
  return error.issues[0]?.path.join(".") || "the record itself";
}
