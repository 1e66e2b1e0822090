import { z } from "zod";

import { linksOf } from "../../src/datadog/sites.ts";
import { makeNorthwind } from "../../src/demo/northwind/organisation.ts";
import { projectFinding } from "../../src/evidence/projection/finding.ts";
import { projectMonitor } from "../../src/evidence/projection/monitor.ts";
import type { ProjectedRecord } from "../../src/evidence/projection/projection.ts";
import { createPseudonyms } from "../../src/evidence/projection/pseudonym.ts";
import { projectSignal } from "../../src/evidence/projection/signal.ts";
import { Evidence, type ItemId } from "../../src/evidence/schema.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

const now = new Date();
const demo = makeNorthwind(now);
const window = { from: new Date(now.getTime() - 7 * 86_400_000).toISOString(), to: now.toISOString() };

type Level = "standard" | "minimal";

interface Source {
  readonly raw: readonly object[];
  readonly project: (raw: unknown, level: Level) => ProjectedRecord<object>;
}

/** What the demo has of each item, and what is kept of a record. */
const SOURCES: Readonly<Record<ItemId, Source>> = {
  "security-signals": {
    // Datadog's clients know the time of triage, but no recorded list has it, and so the demo does not.
    raw: demo.signals.map((raw) =>
      changed(raw, (name, value) =>
        name === "triage" ? Object.assign({ stateUpdateTimestamp: now.getTime() }, value) : value,
      ),
    ),
    project: (raw, privacy) => projectSignal(raw, { ...projection(privacy), window }),
  },
  "compliance-monitors": {
    raw: demo.monitors,
    project: (raw, privacy) => projectMonitor(raw, { ...projection(privacy), tag: "compliance" }),
  },
  "cspm-findings": {
    raw: demo.findings,
    project: (raw, privacy) => projectFinding(raw, projection(privacy)),
  },
};

function projection(privacy: Level) {
  return {
    privacy,
    secrets: new SecretSearch(),
    pseudonyms: createPseudonyms("key material"),
    now: now.getTime(),
    links: linksOf("datadoghq.eu"),
  };
}

/** Each field of an item's records in the order of the schema, and what each level does with it, in the page's words. */
export function privacyTable(id: ItemId): readonly (readonly string[])[] {
  const standard = valuesOf(id, "standard");
  const minimal = valuesOf(id, "minimal");
  return fieldsOf(id).map((field) => [field, wordFor(standard(field)), wordFor(minimal(field))]);
}

/** The tags that are kept, of these and of some that identify somebody. */
export function keptTags(id: ItemId, documented: readonly string[]): readonly string[] {
  const tags = [...documented, "host", "user", "account"].map((key) => `${key}:x`);
  const [raw = {}] = SOURCES[id].raw.map((each) =>
    changed(each, (name, value) => (name === "tags" ? ["compliance", ...tags] : value)),
  );
  const kept = valueAt(recordsOf(id, [raw], "standard")[0], "tags") ?? [];
  // The tag of monitors is also kept without a value.
  return z
    .array(z.string())
    .parse(kept)
    .flatMap((tag) => (tag.endsWith(":x") ? [tag.slice(0, -2)] : []));
}

/** The values of a field, as the demo has it, and with somebody's address in every title, name and tag. */
function valuesOf(id: ItemId, level: Level): (field: string) => readonly unknown[] {
  const { raw } = SOURCES[id];
  const records = recordsOf(id, [...raw, ...raw.map(withAddress)], level);
  if (records.length < 10) throw new Error(`only ${records.length} records of ${id} are kept`);
  return (field) => records.map((record) => valueAt(record, field));
}

/** The word of the page that is true of a field's values. */
function wordFor(values: readonly unknown[]): string {
  if (values.some((value) => JSON.stringify(value)?.includes("ines@"))) return "an address is kept";
  if (values.some((value) => JSON.stringify(value)?.includes("[redacted: email]"))) return "redacted";
  if (!values.some(isPresent)) return "not kept";
  if (values.every((value) => JSON.stringify(value) === '["compliance"]')) return "only the tag";
  return values.every((value) => /^hmac-sha256:[0-9a-f]{64}$/.test(String(value))) ? "pseudonym" : "kept";
}

function recordsOf(id: ItemId, raw: readonly unknown[], level: Level): readonly object[] {
  return raw.flatMap((each) => {
    const projected = SOURCES[id].project(each, level);
    return "kept" in projected ? [projected.kept] : [];
  });
}

/** The fields of an item's records, nested ones by their path. */
function fieldsOf(id: ItemId): readonly string[] {
  const items = Evidence.shape.items.element.options.map(({ shape }) => shape);
  return items.flatMap((shape) => (shape.id.value === id ? leavesOf(shape.records.element, "") : []));
}

function leavesOf(schema: unknown, at: string): readonly string[] {
  if (schema instanceof z.ZodNullable) return leavesOf(schema.unwrap(), at);
  if (!(schema instanceof z.ZodObject)) return [at];
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    leavesOf(field, at === "" ? name : `${at}.${name}`),
  );
}

function valueAt(record: unknown, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>(
      (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : null),
      record,
    );
}

function isPresent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

function withAddress(raw: object): object {
  const address = "ines@northwind.example";
  return changed(raw, (name, value) => {
    if (name === "tags" && Array.isArray(value)) return [...value.map(String), `env:${address}`];
    return (name === "title" || name === "name") && typeof value === "string" ? `${value} ${address}` : value;
  });
}

function changed(raw: object, change: (name: string, value: unknown) => unknown): object {
  return z.looseObject({}).parse(JSON.parse(JSON.stringify(raw), change));
}
