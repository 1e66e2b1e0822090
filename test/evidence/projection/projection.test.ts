import * as fc from "fast-check";
import { expect, test } from "vitest";

import { linksOf } from "../../../src/datadog/sites.ts";
import { projectFinding } from "../../../src/evidence/projection/finding.ts";
import { projectMonitor } from "../../../src/evidence/projection/monitor.ts";
import { projectSignal } from "../../../src/evidence/projection/signal.ts";
import type { ProjectedRecord, ProjectionOptions } from "../../../src/evidence/projection/projection.ts";
import { createPseudonyms } from "../../../src/evidence/projection/pseudonym.ts";
import { SecretSearch } from "../../../src/platform/secrets.ts";

const OWN_KEY = "0123456789abcdef0123456789abcdef";

const projection = (privacy: ProjectionOptions["privacy"]): ProjectionOptions => ({
  privacy,
  secrets: new SecretSearch([OWN_KEY]),
  pseudonyms: createPseudonyms("key material"),
  links: linksOf("datadoghq.eu"),
  now: Date.parse("2026-08-05T00:00:00Z"),
});
const window = { from: "2026-07-29T00:00:00Z", to: "2026-08-05T00:00:00Z" };
const signalOf = (raw: unknown, privacy: ProjectionOptions["privacy"] = "standard") =>
  projectSignal(raw, { ...projection(privacy), window });
const monitorOf = (raw: unknown, privacy: ProjectionOptions["privacy"] = "standard") =>
  projectMonitor(raw, { ...projection(privacy), tag: "compliance" });
const findingOf = (raw: unknown, privacy: ProjectionOptions["privacy"] = "standard") =>
  projectFinding(raw, projection(privacy));

const rawSignal = () => ({
  id: "AQ-1",
  type: "signal",
  attributes: {
    status: "critical",
    timestamp: "2026-08-04T21:10:07.123Z",
    tags: ["env:NAME-env", "source:cloudtrail"],
    title: "NAME-title",
    attributes: {
      workflow: {
        first_seen: 1_785_000_000_000,
        rule: { id: "rule-1", name: "NAME-rule", type: "log_detection" },
        triage: { state: "open", assignee: { id: 7, uuid: "u" }, incidentIds: [1, 2] },
      },
    },
  },
});
const rawMonitor = () => ({
  id: 7,
  name: "NAME-monitor",
  type: "query alert",
  query: "avg(last_5m):avg:ntp.offset{*} > 1",
  tags: ["compliance", "team:NAME-team"],
  overall_state: "OK",
  overall_state_modified: "2026-05-20T00:00:00Z",
  options: { thresholds: { critical: 1 }, silenced: {} },
  matching_downtimes: [{ active: true, end: 1_790_000_000, scope: ["*"] }],
});
const rawFinding = () => ({
  id: "arn:MARKER-id",
  type: "finding",
  attributes: {
    attributes: {
      custom: {
        finding_type: "misconfiguration",
        severity: "critical",
        status: "open",
        title: "NAME-title",
        rule: { id: "rule-2", name: "NAME-rule" },
        resource_id: "arn:MARKER-resource",
        resource_type: "aws_s3_bucket",
        cloud_resource: { cloud_provider: "aws" },
        compliance: { evaluation: "fail" },
        workflow: { mute: { is_muted: false } },
      },
    },
  },
});

const KINDS: readonly [
  string,
  () => object,
  (raw: unknown, privacy?: ProjectionOptions["privacy"]) => ProjectedRecord<object>,
][] = [
  ["a signal", rawSignal, signalOf],
  ["a monitor", rawMonitor, monitorOf],
  ["a finding", rawFinding, findingOf],
];

/** A new field with a value that can be found again, at any depth. */
const marked = fc.oneof(
  fc.constant<unknown>("MARKER"),
  fc.constant<unknown>(["MARKER"]),
  fc.constant<unknown>({ name: "MARKER", email: "MARKER@example.com" }),
);
const names = fc.oneof(
  fc.string().map((name) => `x${name}`),
  fc.constantFrom(
    "message",
    "creator",
    "assigned_to",
    "host",
    "usr",
    "custom_attributes",
    "description",
    "notes",
  ),
);
const extras = fc.array(fc.tuple(names, marked), { minLength: 1, maxLength: 8 });

test.each(KINDS)("of %s only the named fields are kept, whatever else Datadog adds", (_, raw, project) => {
  const plain = project(raw());
  expect(plain).toHaveProperty("kept");
  expect(JSON.stringify(plain)).not.toContain("MARKER");

  fc.assert(
    fc.property(extras, (added) => {
      expect(project(withExtras(raw(), Object.fromEntries(added)))).toEqual(plain);
    }),
  );
});

test.each(KINDS)("at the minimal level %s keeps no name, title or tag of anybody", (_, raw, project) => {
  expect(JSON.stringify(project(raw()))).toContain("NAME");
  expect(JSON.stringify(project(raw(), "minimal"))).not.toContain("NAME");
});

test.each(KINDS)("any JSON in place of %s gives an answer, never an exception", (_, raw, project) => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const projected = project(value);
      expect("kept" in projected || "excluded" in projected || "misshapen" in projected).toBe(true);
    }),
  );
  expect(project(raw())).toHaveProperty("kept");
});

test.each(KINDS)("texts of %s lose addresses and halves of characters, and end at 500", (_, raw, project) => {
  const long = `jane@example.com ${"x".repeat(477)}😀 and \ud800 more`;
  const altered: object = JSON.parse(
    JSON.stringify(raw()).replaceAll(/NAME-(?:title|monitor|rule)/g, () => JSON.stringify(long).slice(1, -1)),
  );

  const projected = project(altered);

  expect(JSON.stringify(projected)).toContain("[redacted: email]");
  expect(JSON.stringify(projected)).toContain("… [cut]");
  expect(JSON.stringify(projected)).not.toMatch(/\\ud[89a-f]/);
});

function withExtras(value: unknown, added: object): unknown {
  if (Array.isArray(value)) {
    return value.map((each: unknown) => withExtras(each, added));
  }
  if (value === null || typeof value !== "object") return value;
  // Thresholds are hashed as a whole, and silenced scopes are mutes: what is added there is no extra.
  const members = Object.entries(value).map(([key, member]) =>
    key === "thresholds" || key === "silenced" || key === "scope"
      ? [key, member]
      : [key, withExtras(member, added)],
  );
  return { ...added, ...Object.fromEntries(members) };
}

test.each([1.7e15, "12026-01-01", "+055841-01-01T00:00:00.000Z", -1e15])(
  "a moment of no year that evidence can write, such as %j, is none",
  (moment) => {
    const raw = rawSignal();
    const { workflow } = raw.attributes.attributes;
    Object.assign(workflow.triage, { stateUpdateTimestamp: moment });
    Object.assign(workflow, { last_seen: moment });

    const projected = signalOf(raw);

    expect(projected).toMatchObject({ kept: { lastSeen: null, triage: { changed: null } } });
    expect(signalOf({ ...raw, attributes: { ...raw.attributes, timestamp: moment } })).toEqual({
      misshapen: "attributes.timestamp",
      id: "AQ-1",
    });
  },
);

test("an id with half a character is none: no link can hold it, and two of them would count as one", () => {
  const half = "AQ-\ud800";
  const broken = rawFinding();
  Object.assign(broken.attributes.attributes.custom, { rule: { id: half, name: "NAME-rule" } });

  expect(signalOf({ ...rawSignal(), id: half })).toEqual({ misshapen: "id", id: null });
  expect(findingOf({ ...rawFinding(), id: half })).toEqual({ misshapen: "id", id: null });
  expect(findingOf(broken)).toMatchObject({ kept: { rule: null } });
});

test.each([
  [{ id: -1, name: "Unassigned" }, false],
  [{ id: 0, uuid: "", handle: "" }, false],
  [{ uuid: "", handle: "jane" }, true],
  [{ id: 7 }, true],
  [null, false],
])("a signal with the assignee %j is assigned: %s", (assignee, assigned) => {
  const raw = rawSignal();
  Object.assign(raw.attributes.attributes.workflow.triage, { assignee });

  expect(signalOf(raw)).toMatchObject({ kept: { triage: { assigned } } });
});

test("a long id of a record that cannot be used is not cut within a character", () => {
  const id = `${"x".repeat(99)}😀`;

  expect(signalOf({ id })).toEqual({ misshapen: "attributes", id: "x".repeat(99) });
});

/** Each text of a value, in turn replaced. */
function* replacements(
  raw: unknown,
  path: string,
  by: string,
): Generator<readonly [path: string, raw: unknown]> {
  if (typeof raw === "string") yield [path, by];
  if (typeof raw !== "object" || raw === null) return;
  for (const [key, value] of Object.entries(raw)) {
    for (const [at, changed] of replacements(value, `${path}.${key}`, by)) {
      yield [at, Array.isArray(raw) ? raw.with(Number(key), changed) : { ...raw, [key]: changed }];
    }
  }
}

test.each([
  ["signal", signalOf, rawSignal, ["id", "title", "rule.id", "rule.name", "rule.type", "triage.state"]],
  ["monitor", monitorOf, rawMonitor, ["name", "type", "state"]],
  [
    "finding",
    findingOf,
    rawFinding,
    ["status", "title", "rule.id", "rule.name", "resourceType", "cloudProvider"],
  ],
] as const)(
  "a %s that holds a secret of the run anywhere is left out, and its field named",
  (_, project, raw, fields) => {
    const projected = [...replacements(raw(), "", `x ${OWN_KEY} y`)].map(([, changed]) => project(changed));
    const named = new Set(projected.flatMap((each) => ("withheld" in each ? each.withheld : [])));
    const kept = projected.filter((each) => !("withheld" in each));

    expect(JSON.stringify(kept)).not.toContain(OWN_KEY);
    expect([...named].toSorted()).toEqual(expect.arrayContaining([...fields]));
  },
);

test("no text of a record keeps a token", () => {
  const token = `ghp_${"a1".repeat(18)}`;
  const projected = (
    [
      [signalOf, rawSignal],
      [monitorOf, rawMonitor],
      [findingOf, rawFinding],
    ] as const
  ).flatMap(([project, raw]) =>
    [...replacements(raw(), "", `x ${token} y`)].map(([, changed]) => project(changed)),
  );
  // One whose id holds a token cannot keep it.
  const withheld = projected.filter((each) => "withheld" in each);

  expect(withheld.flatMap((each) => each.withheld)).toEqual(["id", "rule.id", "rule.id"]);
  expect(JSON.stringify(projected.filter((each) => !("withheld" in each)))).not.toContain(token);
});
