import { expect, test } from "vitest";

import { linksOf } from "../../../src/datadog/sites.ts";
import { projectFinding } from "../../../src/evidence/projection/finding.ts";
import { projectMonitor } from "../../../src/evidence/projection/monitor.ts";
import { SecretSearch } from "../../../src/platform/secrets.ts";
import { createPseudonyms } from "../../../src/evidence/projection/pseudonym.ts";

const NOW = Date.parse("2026-11-22T06:17:31Z");
const SOON = NOW / 1000 + 3600;
const LATER = NOW / 1000 + 7200;
const PAST = NOW / 1000 - 1;
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString();
const projection = {
  privacy: "standard",
  pseudonyms: createPseudonyms("key material"),
  links: linksOf("datadoghq.eu"),
  now: NOW,
  secrets: new SecretSearch(),
} as const;

const raw = (change: object = {}, options: object = {}): object => ({
  id: 7,
  name: "Backup is recent",
  type: "query alert",
  query: "avg(last_5m):avg:backup.age{env:prod} by {host} > 86400",
  message: "{{#is_alert}}Backups are late @slack-ops{{/is_alert}} @jane@example.com",
  tags: ["compliance"],
  overall_state: "OK",
  overall_state_modified: "2026-05-20T02:00:00.418291+02:00",
  modified: "2026-05-20T00:00:00Z",
  options: { thresholds: { critical: 86400 }, silenced: {}, ...options },
  matching_downtimes: [],
  ...change,
});
const project = (monitor: object) => {
  const projected = projectMonitor(monitor, { ...projection, tag: "compliance" });
  if (!("kept" in projected)) throw new Error(JSON.stringify(projected));
  return projected;
};

interface Mutes {
  readonly silenced?: object;
  readonly downtimes?: readonly object[];
}

test.each<readonly [string, Mutes, { readonly scope: string | null; readonly until: string | null } | null]>([
  ["no mute", {}, null],
  ["a mute of all", { silenced: { "*": null } }, { scope: "all", until: null }],
  ["a mute of all with an end", { silenced: { "*": SOON } }, { scope: "all", until: iso(SOON) }],
  ["a mute of one host", { silenced: { "host:a": SOON } }, { scope: "part", until: iso(SOON) }],
  [
    "mutes of two hosts",
    { silenced: { "host:a": SOON, "host:b": LATER } },
    { scope: "part", until: iso(LATER) },
  ],
  [
    "a mute of all for an hour, and one host for ever",
    { silenced: { "*": SOON, "host:a": null } },
    { scope: "all", until: iso(SOON) },
  ],
  ["a mute that has ended", { silenced: { "*": PAST } }, null],
  [
    "a mute that has ended, and one of a host",
    { silenced: { "*": PAST, "host:a": SOON } },
    { scope: "part", until: iso(SOON) },
  ],
  ...[0, -1, "soon", {}, true, 1e300, NOW].map(
    (end) =>
      [
        `a mute whose end is ${JSON.stringify(end)}`,
        { silenced: { "*": end } },
        { scope: "all", until: null },
      ] as const,
  ),
  [
    "a downtime of all",
    { downtimes: [{ active: true, end: SOON, scope: ["*"] }] },
    { scope: "all", until: iso(SOON) },
  ],
  [
    "a downtime of a group",
    { downtimes: [{ active: true, end: null, scope: ["service:web-store"] }] },
    { scope: "part", until: null },
  ],
  ["a downtime that has ended", { downtimes: [{ active: true, end: PAST, scope: ["*"] }] }, null],
  ["a downtime that is not active", { downtimes: [{ active: false, end: SOON, scope: ["*"] }] }, null],
  ["a downtime of no scope", { downtimes: [{ active: true }] }, { scope: null, until: null }],
  ["a downtime that cannot be read", { downtimes: [Object("x")] }, { scope: null, until: null }],
])("of %s, the scope and the end are kept", (_, { silenced = {}, downtimes = [] }, mute) => {
  const { kept } = project(raw({ matching_downtimes: downtimes }, { silenced }));

  expect([kept.muted, kept.mutedScope, kept.mutedUntil]).toEqual([
    mute !== null,
    mute?.scope ?? null,
    mute?.until ?? null,
  ]);
});

test("only a mute of all is said to notify no one", () => {
  expect(project(raw({}, { silenced: { "*": SOON } })).remarks).toEqual(["muted-monitor"]);
  expect(project(raw({}, { silenced: { "host:a": SOON } })).remarks).toEqual(["muted-in-part"]);
  expect(project(raw({ matching_downtimes: [{ active: true, end: SOON }] })).remarks).toEqual([
    "muted-somewhere",
  ]);
});

const digestOf = (message: string): string => digest(raw({ message }));
const digest = (monitor: object): string => project(monitor).kept.definitionSha256;

test.each<[string, object, object?]>([
  ["the type", { type: "metric alert" }],
  ["the query", { query: "avg(last_5m):avg:backup.age{env:prod} by {host} > 96400" }],
  ["a scope", { query: "avg(last_5m):avg:backup.age{env:dev} by {host} > 86400" }],
  ["a recipient", { message: "{{#is_alert}}Backups are late @slack-other{{/is_alert}} @jane@example.com" }],
  ["no recipient", { message: "Backups are late" }],
  [
    "when it tells whom",
    { message: "{{#is_warning}}Backups are late @slack-ops{{/is_warning}} @jane@example.com" },
  ],
  ["the thresholds", {}, { thresholds: { critical: 1 } }],
  ["missing data", {}, { on_missing_data: "resolve" }],
  ["no data", {}, { notify_no_data: true }],
  ["the time without data", {}, { no_data_timeframe: 20 }],
  ["a delay of the evaluation", {}, { evaluation_delay: 900 }],
  ["a delay of new groups", {}, { new_group_delay: 60 }],
  [
    "the schedule",
    {},
    { scheduling_options: { custom_schedule: { recurrences: [{ rrule: "FREQ=WEEKLY" }] } } },
  ],
  ["when it tells again", {}, { renotify_interval: 60 }],
  ["whom it tells at an escalation", {}, { escalation_message: "still late @pagerduty" }],
])("%s is part of the digest of a definition", (_, change, options = {}) => {
  expect(digest(raw(change, options))).not.toBe(digest(raw()));
});

test.each<[string, object, object?]>([
  [
    "the wording of the message",
    { message: "{{#is_alert}}Look here: @slack-ops{{/is_alert}} @jane@example.com" },
  ],
  ["the name", { name: "Backups" }],
  ["the state", { overall_state: "Alert" }],
  ["a mute", {}, { silenced: { "*": null } }],
  ["tags in messages", {}, { include_tags: false }],
])("%s is not", (_, change, options = {}) => {
  expect(digest(raw(change, options))).toBe(digest(raw()));
});

test("recipients are in the digest and nowhere else", () => {
  expect(JSON.stringify(project(raw({}, { escalation_message: "@pagerduty" })))).not.toMatch(
    /slack|jane|pager/,
  );
});

test("times of a monitor have one form, and one that is not certain is not called never", () => {
  const { kept, remarks } = project(raw({ overall_state_modified: "2026-05-20T00:00:00" }));

  expect(project(raw()).kept.stateSince).toBe("2026-05-20T00:00:00.418Z");
  expect(project(raw({ overall_state_modified: null })).remarks).toEqual(["never-evaluated"]);
  expect(kept.stateSince).toBeNull();
  expect(remarks).toEqual(["unusable-time"]);
});

const finding = (mute: object, status = "open"): object => ({
  id: "finding-1",
  attributes: {
    attributes: {
      custom: {
        finding_type: "misconfiguration",
        severity: "high",
        status,
        compliance: { evaluation: "fail" },
        workflow: { mute },
      },
    },
  },
});

test.each([
  {
    mute: { is_muted: true, expire_at: NOW + 1 },
    muted: true,
    expires: iso(NOW / 1000 + 0.001),
    remarks: [],
  },
  { mute: { is_muted: true, expire_at: NOW - 1 }, muted: false, expires: null, remarks: ["mute-ended"] },
  { mute: { is_muted: true, expire_at: 0 }, muted: true, expires: null, remarks: ["mute-without-expiry"] },
  { mute: { is_muted: true, expire_at: -1 }, muted: true, expires: null, remarks: ["mute-without-expiry"] },
  { mute: { is_muted: true }, muted: true, expires: null, remarks: ["mute-without-expiry"] },
])("a finding with the mute $mute is muted: $muted", ({ mute, muted, expires, remarks }) => {
  const projected = projectFinding(finding(mute), projection);

  expect(projected).toMatchObject({ kept: { muted, muteExpires: expires }, remarks });
});

test("a monitor without options is not muted", () => {
  expect(project(raw({ options: null })).kept.muted).toBe(false);
});

test("a monitor may have any number of mutes", () => {
  const mutes = Array.from({ length: 130_000 }, (_, at) => ({ active: true, end: at === 7 ? LATER : SOON }));

  expect(project(raw({ matching_downtimes: mutes })).kept.mutedUntil).toBe(iso(LATER));
});

test("a mute of a scope that is named __proto__ is a mute", () => {
  const monitor: unknown = JSON.parse(
    JSON.stringify(raw({}, { silenced: { SCOPE: null } })).replace("SCOPE", "__proto__"),
  );

  expect(projectMonitor(monitor, { ...projection, tag: "compliance" })).toMatchObject({
    kept: { muted: true, mutedScope: "part" },
  });
});

test("handles end where a sentence goes on, and a text of their beginnings takes no time", () => {
  expect(digestOf("tell @slack-ops.")).toBe(digestOf("call @slack-ops, now"));
  expect(digestOf("{{#is_alert}}@a-b{{/is_alert}}")).not.toBe(digestOf("@a-b"));
  expect(digestOf("{{#".repeat(200_000))).toBe(digestOf(`${"@.".repeat(200_000)}!`));
});
