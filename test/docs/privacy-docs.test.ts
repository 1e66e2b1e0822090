import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";
import { z } from "zod";

import { linksOf } from "../../src/datadog/sites.ts";
import { makeNorthwind } from "../../src/demo/northwind/organisation.ts";
import { projectFinding } from "../../src/evidence/projection/finding.ts";
import { projectMonitor } from "../../src/evidence/projection/monitor.ts";
import type { ProjectedRecord } from "../../src/evidence/projection/projection.ts";
import { projectSignal } from "../../src/evidence/projection/signal.ts";
import { createPseudonyms } from "../../src/evidence/projection/pseudonym.ts";
import { Evidence, ITEM_IDS, type ItemId } from "../../src/evidence/schema.ts";
import { ROOT } from "../support/runner.ts";

const page = readFileSync(path.join(ROOT, "docs/privacy.md"), "utf8");
const now = new Date();
const demo = makeNorthwind(now);
const window = { from: new Date(now.getTime() - 7 * 86_400_000).toISOString(), to: now.toISOString() };

type Level = "standard" | "minimal";

/** How an item is documented, what the demo has of it, and what is kept of that. */
const ITEMS: Readonly<
  Record<
    ItemId,
    {
      readonly title: string;
      readonly raw: readonly object[];
      readonly project: (raw: unknown, privacy: Level) => ProjectedRecord<object>;
    }
  >
> = {
  "security-signals": {
    title: "Security signals",
    raw: demo.signals.map(withTriageTime),
    project: (raw, privacy) => projectSignal(raw, { ...projection(privacy), window }),
  },
  "compliance-monitors": {
    title: "Compliance monitors",
    raw: demo.monitors,
    project: (raw, privacy) => projectMonitor(raw, { ...projection(privacy), tag: "compliance" }),
  },
  "cspm-findings": {
    title: "CSPM findings",
    raw: demo.findings,
    project: (raw, privacy) => projectFinding(raw, projection(privacy)),
  },
};

function projection(privacy: Level) {
  return { privacy, pseudonyms: createPseudonyms("key material"), links: linksOf("datadoghq.eu") };
}

test.each(ITEM_IDS)("the documented fields of %s are those of the schema, in its order", (id) => {
  const fields = documented(id).map(({ field }) => field);

  expect(fields).toEqual(fieldsOf(id));
});

/** What a word of the table promises of the field's values in all records. */
const PROMISES: Readonly<Record<string, (values: readonly unknown[]) => boolean>> = {
  kept: (values) => values.some(isPresent),
  redacted: (values) => values.some(isPresent),
  "not kept": (values) => !values.some(isPresent),
  "only the tag": (values) => values.every((value) => JSON.stringify(value) === '["compliance"]'),
  pseudonym: (values) => values.every((value) => /^hmac-sha256:[0-9a-f]{64}$/.test(String(value))),
};

const cells = ITEM_IDS.flatMap((id) =>
  documented(id).flatMap(({ field, standard, minimal }) => [
    [id, field, "standard", standard] as const,
    [id, field, "minimal", minimal] as const,
  ]),
);

test.each(cells)("%s %s at %s is %s", (id, field, privacy, word) => {
  const records = keptOf(id, ITEMS[id].raw, privacy);

  expect(records.length).toBeGreaterThan(5);
  expect(PROMISES[word]?.(records.map((record) => valueAt(record, field)))).toBe(true);
});

test.each(cells.filter(([, , , word]) => word === "redacted"))(
  "%s %s at %s has its e-mail addresses replaced",
  (id, field, privacy) => {
    const [record = {}] = keptOf(id, ITEMS[id].raw.map(spoiled), privacy);

    const value = JSON.stringify(valueAt(record, field));

    expect(value).toContain("[redacted: email]");
    expect(value).not.toContain("ines@");
  },
);

test.each([
  ["security-signals", []],
  ["compliance-monitors", ["compliance"]],
] as const)("the tags of %s that are kept are those that the page lists", (id, tag) => {
  const { meaning = "" } = documented(id).find(({ field }) => field === "tags") ?? {};
  const keys = meaning
    .replace(/^only /, "")
    .replace(/ and .*$/, "")
    .split(", ");
  const tags = [...tag, ...[...keys, "host", "user", "account"].map((key) => `${key}:x`)];

  const [record = {}] = keptOf(
    id,
    ITEMS[id].raw.map((raw) => withTags(raw, tags)),
    "standard",
  );

  expect(keys.length).toBeGreaterThan(5);
  expect(valueAt(record, "tags")).toEqual([...tag, ...keys.map((key) => `${key}:x`)].toSorted());
});

function keptOf(id: ItemId, raw: readonly unknown[], privacy: Level): readonly object[] {
  return raw.flatMap((each) => {
    const projected = ITEMS[id].project(each, privacy);
    return "kept" in projected ? [projected.kept] : [];
  });
}

/** The rows of an item's table. */
function documented(id: ItemId) {
  const [, section = ""] = page.split(`**${ITEMS[id].title}**`);
  const lines = section.trimStart().split("\n");
  const end = lines.findIndex((line) => !line.startsWith("|"));
  return lines.slice(2, end).map((line) => {
    const [field = "", meaning = "", standard = "", minimal = ""] = line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
    return { field: field.replaceAll("`", ""), meaning, standard, minimal };
  });
}

/** The fields of an item's records by the schema, nested ones by their path. */
function fieldsOf(id: ItemId): readonly string[] {
  const items = Evidence.shape.items.element.options.map(({ shape }) => shape);
  return items.flatMap((shape) => (shape.id.value === id ? leaves(shape.records.element, "") : []));
}

function leaves(schema: unknown, at: string): readonly string[] {
  if (schema instanceof z.ZodNullable) return leaves(schema.unwrap(), at);
  if (!(schema instanceof z.ZodObject)) return [at];
  return Object.entries(schema.shape).flatMap(([name, field]) =>
    leaves(field, at === "" ? name : `${at}.${name}`),
  );
}

function valueAt(record: unknown, field: string): unknown {
  return field
    .split(".")
    .reduce<unknown>((value, name) => (isObject(value) ? Reflect.get(value, name) : null), record);
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

function isPresent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : value !== null && value !== undefined;
}

/** The raw record with an address of somebody in every title, name and tag. */
function spoiled(raw: object): unknown {
  const address = "ines@northwind.example";
  return JSON.parse(JSON.stringify(raw), (name, value: unknown) => {
    if (name === "tags" && Array.isArray(value)) return [...value.map(String), `env:${address}`];
    return (name === "title" || name === "name") && typeof value === "string" ? `${value} ${address}` : value;
  });
}

function withTags(raw: object, tags: readonly string[]): unknown {
  return JSON.parse(JSON.stringify(raw), (name, value: unknown) => (name === "tags" ? tags : value));
}

/** Datadog's clients know the field, though no recorded list has it, and so the demo has not. */
function withTriageTime(raw: object): object {
  return JSON.parse(JSON.stringify(raw), (name, value: unknown) =>
    name === "triage" && isObject(value) ? { ...value, stateUpdateTimestamp: now.getTime() } : value,
  );
}
