import { z } from "zod";

import { isJsonObject } from "../evidence/files/json.ts";
import type { ItemId } from "../evidence/schema.ts";

/** A value of a record that a condition can ask for. */
export type Scalar = string | number | boolean | null;

/** The id of a record: a whole number for monitors, else text. */
export type RecordId = string | number;

/** A condition on one field: a value, or a list of values of which one must hold. */
function condition<Value extends z.ZodType<Scalar>>(value: Value, words: string) {
  return z.union([value, z.array(value).min(1)], { error: mustBe(words) }).optional();
}

function mustBe(words: string): string {
  return `must be ${words}, or a list of such values`;
}

const PSEUDONYM = "a pseudonym: hmac-sha256: and 64 hexadecimal digits";

function pseudonym(error: string) {
  return z.string({ error }).regex(/^hmac-sha256:[0-9a-f]{64}$/, { error });
}

const DIGEST = "a SHA-256 digest of 64 hexadecimal digits";
const Digest = z.string().regex(/^[0-9a-f]{64}$/, { error: mustBe(DIGEST) });

const text = condition(z.string(), "text");
const textOrNull = condition(z.string().nullable(), "text or null");
const flag = condition(z.boolean(), "true or false");
const wholeNumber = condition(z.int(), "a whole number");
const severity = condition(z.enum(["critical", "high"]), '"critical" or "high"');
/** A time: only its absence can be asked for, because its value differs in each run. */
const onlyNull = condition(z.null(), "null");

/**
 * The fields of each item that a condition may name, and the values it may ask
 * for. Every other field or value is refused: it would match nothing, and an
 * expectation that there is none would always be met.
 */
export const CONDITIONS = {
  "security-signals": z.strictObject({
    id: text,
    severity,
    "rule.id": textOrNull,
    "rule.type": textOrNull,
    "triage.state": text,
    "triage.archiveReason": textOrNull,
    "triage.assigned": flag,
    "triage.incidents": wholeNumber,
    "triage.changed": onlyNull,
    tags: text,
    firstSeen: onlyNull,
    lastSeen: onlyNull,
  }),
  "compliance-monitors": z.strictObject({
    id: wholeNumber,
    type: text,
    state: text,
    verdict: condition(
      z.enum(["passing", "failing", "notEvaluated"]),
      '"passing", "failing" or "notEvaluated"',
    ),
    muted: flag,
    mutedScope: condition(z.enum(["all", "part"]).nullable(), '"all", "part" or null'),
    draft: flag,
    paused: flag,
    watchesClock: flag,
    definitionSha256: condition(Digest, DIGEST),
    tags: text,
    stateSince: onlyNull,
    mutedUntil: onlyNull,
    modified: onlyNull,
  }),
  "cspm-findings": z.strictObject({
    id: condition(pseudonym(mustBe(PSEUDONYM)), PSEUDONYM),
    resource: condition(pseudonym(mustBe(`${PSEUDONYM}, or null`)).nullable(), `${PSEUDONYM}, or null`),
    severity,
    status: text,
    "rule.id": textOrNull,
    resourceType: textOrNull,
    cloudProvider: textOrNull,
    muteReason: textOrNull,
    muted: flag,
    muteExpires: onlyNull,
    firstSeen: onlyNull,
    changed: onlyNull,
  }),
} as const satisfies Record<ItemId, z.ZodType>;

/** What the id of a record of each item looks like. */
export const RECORD_IDS = {
  "security-signals": z.string({ error: "must be the id of a signal, as text" }),
  "compliance-monitors": z.int({ error: "must be the id of a monitor, a whole number" }),
  "cspm-findings": pseudonym(`must be the id of a finding, ${PSEUDONYM}`),
} as const satisfies Record<ItemId, z.ZodType<RecordId>>;

/** The time of a record from which its age counts. */
export const AGE_FIELDS = {
  "security-signals": "timestamp",
  "compliance-monitors": "stateSince",
  "cspm-findings": "firstSeen",
} as const satisfies Record<ItemId, string>;

/** Reads a field of a record; a dot goes into an object, and of null every field is null. */
export function fieldReader(field: string): (record: unknown) => unknown {
  const path = field.split(".");
  return (record) =>
    path.reduce((value, name) => {
      if (value === null) return null;
      return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }, record);
}
