import { expect, test } from "vitest";
import { z } from "zod";

import { validateAccess } from "../src/datadog/validate-access.ts";
import { sha256 } from "../src/evidence/digest.ts";
import { createPseudonyms } from "../src/evidence/projection/pseudonym.ts";
import type { Item } from "../src/evidence/schema.ts";
import { collectedFrom, FINDINGS, MONITOR_SEARCH, MONITORS, NOW, SIGNALS } from "./collectors/collecting.ts";
import { clientAt, virtualClock } from "./datadog/client-at.ts";
import { recordedMonitors, recording, startRecorded, unrecorded, type Script } from "./support/recorded.ts";
import { needsShared } from "./support/shared.ts";
import { strangers } from "./support/strangers.ts";

/**
 * Real answers of Datadog, read by the real client and collectors: every
 * recorded record is kept or left out for a stated reason, nothing that is not
 * allowed reaches the evidence, and every recorded error becomes a sentence.
 */

const Record = z.looseObject({ id: z.union([z.string(), z.number()]) });
const Search = z.object({ data: z.array(Record) });
const Monitor = z.looseObject({ id: z.int(), tags: z.array(z.string()) });

const names = createPseudonyms("a secret for pseudonyms");
const KEYS_WORK: Script = { "GET /api/v2/validate_keys": [unrecorded({ status: "ok" })] };

test("every recorded security signal is kept, on all three pages of the recording", async (context) => {
  needsShared(context);
  const pages = recording("Get-a-list-of-security-signals");
  const raw = pages.flatMap(({ text }) => Search.parse(JSON.parse(text)).data);

  const item = await itemFrom("security-signals", { [SIGNALS]: pages });

  expect(raw).toHaveLength(3);
  expect([...item.records].map(({ id }) => id)).toEqual(raw.map(({ id }) => id));
  expect(item.collection).toMatchObject({ status: "complete", grade: "drained", received: 3, unique: 3 });
  expect(item.result).toMatchObject({
    state: "attention",
    counts: { critical: 0, high: 3, total: 3, open: 3 },
  });
  expect(item.collection.requests[0]?.pages.map((page) => [page.items, page.sha256])).toEqual(
    pages.map(({ text }, at) => [[2, 1, 0][at], sha256(text)]),
  );
  // The recording was put together by hand: its signals lie outside of any window.
  expect(item.caveats).toContain("time outside the window that was asked for: 3 of the signals");
  expect(strangers(item, raw)).toEqual([]);
});

test("a recorded signal's details, read as a page of a list, are left out for their severity", async (context) => {
  needsShared(context);
  const [detail] = recording("Get-a-signal-s-details-returns-OK");
  const { data } = z.object({ data: Record }).parse(JSON.parse(detail?.text ?? ""));

  const info = await itemFrom("security-signals", { [SIGNALS]: [unrecorded({ data: [data] })] });
  const high = { ...data, attributes: { ...Object(data["attributes"]), status: "high" } };
  const severe = await itemFrom("security-signals", { [SIGNALS]: [unrecorded({ data: [high] })] });

  expect(info.records).toEqual([]);
  expect(info.caveats).toContain(
    "left out because its severity is neither critical nor high: 1 of the signals received",
  );
  expect(severe.records).toMatchObject([
    {
      id: data.id,
      severity: "high",
      title: "Generate a fake Signal",
      triage: { state: "open", assigned: false },
    },
  ]);
  expect(strangers(severe, [data])).toEqual([]);
});

test.for([
  { tag: "team:developer_insights", ids: [34_822_915, 34_822_916, 34_822_917], muted: 0 },
  { tag: "slotype:alb", ids: [34_822_915, 34_822_917], muted: 0 },
  // Its mute ended in 2023.
  { tag: "env:ci", ids: [119_766_008], muted: 0 },
  { tag: "check_status:live", ids: [150_677_868], muted: 0 },
  { tag: "compliance", ids: [], muted: 0 },
])(
  "of the recorded monitors, those tagged $tag are kept and the others left out",
  async ({ tag, ids, muted }, context) => {
    needsShared(context);
    const pages = recordedMonitors();
    const raw = pages.flatMap(({ text }) => z.array(Monitor).parse(JSON.parse(text)));
    expect(raw).toHaveLength(5);

    const item = await itemFrom(
      "compliance-monitors",
      {
        [MONITORS]: [...pages, unrecorded([])],
        [MONITOR_SEARCH]: [unrecorded({ monitors: [], metadata: { total_count: ids.length } })],
      },
      { monitorTag: tag },
    );

    const left = raw.length - ids.length;
    expect([...item.records].map(({ id }) => id)).toEqual(ids);
    expect(raw.filter(({ tags }) => tags.includes(tag)).map(({ id }) => id)).toEqual(ids);
    expect(item.collection).toMatchObject({
      status: "complete",
      grade: "reconciled",
      received: 5,
      unique: ids.length,
    });
    expect(item.result.counts).toMatchObject({ total: ids.length, notEvaluated: ids.length, muted });
    expect(item.caveats).toContain(
      `left out because it does not have exactly the tag ${tag}: ${left} of the monitors received`,
    );
    expect(strangers(item, raw, tag)).toEqual([]);
  },
);

test("the recorded mute ends when it says", async (context) => {
  needsShared(context);

  const item = await itemFrom(
    "compliance-monitors",
    { [MONITORS]: [...recordedMonitors(), unrecorded([])] },
    { monitorTag: "env:ci", now: new Date("2023-05-23T00:00:00Z") },
  );

  expect(item.records).toMatchObject([
    { muted: true, mutedScope: "all", mutedUntil: "2023-05-29T21:15:19.000Z", verdict: "notEvaluated" },
  ]);
});

test("the recorded monitor search counts what it says, and a list that differs does not pass for whole", async (context) => {
  needsShared(context);
  const search = recording("Monitors-search-returns-OK");

  const item = await itemFrom("compliance-monitors", {
    [MONITORS]: [...recordedMonitors(), unrecorded([])],
    [MONITOR_SEARCH]: search,
  });

  expect(item.population.size).toBe(199);
  expect(item.collection).toMatchObject({
    status: "partial",
    reason: { code: "count-mismatch" },
    sourceTotal: 199,
  });
});

test.for([
  { named: "OK-response.har", count: 10, why: "it is not a misconfiguration" },
  { named: "OK-response-with-pagination.har", count: 1, why: "its check does not fail" },
])("the recorded findings are left out because $why: $count", async ({ named, count, why }, context) => {
  needsShared(context);
  const pages = recording(`Search-security-findings-returns-${named}`);
  const raw = pages.flatMap(({ text }) => Search.parse(JSON.parse(text)).data);
  expect(new Set(raw.map(({ id }) => id)).size).toBe(count);

  const item = await itemFrom("cspm-findings", { [FINDINGS]: [...pages, unrecorded({ data: [] })] });

  expect(item.records).toEqual([]);
  expect(item.collection).toMatchObject({ status: "complete", received: count, unique: 0 });
  expect(item.caveats).toContain(`left out because ${why}: ${count} of the findings received`);
});

test("the recorded misconfiguration is kept once its check is said to fail, without what it knows of the cloud", async (context) => {
  needsShared(context);
  const [page] = recording("Search-security-findings-returns-OK-response-with-pagination");
  const text = (page?.text ?? "").replace(/"evaluation":\s*"pass"/, '"evaluation":"fail"');
  const raw = Search.parse(JSON.parse(text)).data;

  const item = await itemFrom("cspm-findings", {
    [FINDINGS]: [{ ...unrecorded(null), text }, unrecorded({ data: [] })],
  });

  expect(text).not.toBe(page?.text);
  expect([...item.records].map(({ id }) => id)).toEqual(raw.map(({ id }) => names.of("finding", String(id))));
  expect(item.records).toMatchObject([
    {
      severity: "high",
      status: "open",
      muted: false,
      cloudProvider: "aws",
      resource: expect.stringMatching(/^hmac-sha256:/),
    },
  ]);
  expect(strangers(item, raw)).toEqual([]);
  expect(JSON.stringify(item)).not.toContain("10.12.32.204");
});

test.for([
  { named: "Validate-API-key-returns-Forbidden", code: "permission", says: "(403): API key required" },
  {
    named: "Get-all-monitors-returns-Bad-Request",
    code: "refused",
    says: "(400): Invalid group_state filters.",
  },
  {
    named: "Monitors-search-returns-Bad-Request",
    code: "refused",
    says: "(400): Query parsing error: 'notastatus' is not a valid monitor status",
  },
  { named: "List-security-findings-returns-Bad-Request", code: "refused", says: "(400): Invalid filters" },
  {
    named: "Search-security-findings-returns-Bad-Request",
    code: "refused",
    says: "(400): Bad Request, document is missing required top-level members",
  },
  { named: "Monitor-Not-Found", code: "not-available", says: "(404): Monitor not found" },
  {
    named: "Get-a-signal-s-details-returns-Not-Found",
    code: "not-available",
    says: "(404): Signal not found",
  },
  {
    named: "Mute-security-findings-returns-Not-Found",
    code: "not-available",
    says: "(404): Not Found, finding not found",
  },
])("the recorded error is $code, in Datadog's words: $named", async ({ named, code, says }, context) => {
  needsShared(context);
  const exchange = recording(named).at(-1);
  await using server = await startRecorded({
    "GET /api/v1/monitor": exchange === undefined ? [] : [exchange],
  });
  await using client = clientAt(server.url);

  const { failure, json, page } = await client.datadog.request({ method: "GET", path: "/api/v1/monitor" });

  expect(json).toBeNull();
  expect(page).toMatchObject({ status: exchange?.status, attempts: 1 });
  expect(failure).toMatchObject({ code, message: expect.stringContaining(says) });
});

test("the recorded refusal of a missing API key is told apart from a wrong application key", async (context) => {
  needsShared(context);
  const forbidden = recording("Validate-API-key-returns-Forbidden");
  const valid = recording("Validate-API-key-returns-OK");

  expect(
    await checked({ "GET /api/v2/validate_keys": forbidden, "GET /api/v1/validate": forbidden }),
  ).toMatchObject({
    code: "refused",
    message: "the API key is not valid on datadoghq.eu",
  });
  expect(
    await checked({ "GET /api/v2/validate_keys": forbidden, "GET /api/v1/validate": valid }),
  ).toMatchObject({
    code: "refused",
    message: "the application key is not valid on datadoghq.eu, although the API key is",
  });
});

test("a recorded 400 fails the item that meets it and says why", async (context) => {
  needsShared(context);

  const item = await itemFrom("cspm-findings", {
    [FINDINGS]: recording("Search-security-findings-returns-Bad-Request"),
  });

  expect(item.collection).toMatchObject({
    status: "failed",
    reason: {
      code: "refused",
      message: expect.stringContaining("document is missing required top-level members"),
    },
  });
  expect(item.result.counts).toBeNull();
});

async function itemFrom<Id extends Item["id"]>(
  id: Id,
  script: Script,
  { monitorTag = "compliance", now = NOW }: { monitorTag?: string; now?: Date } = {},
) {
  await using server = await startRecorded({ ...KEYS_WORK, ...script });
  // Recordings keep no date, so the server's is of today, and so must be the clock.
  const access = { ...virtualClock(Date.now()), deadline: Number.MAX_SAFE_INTEGER };
  const { item } = await collectedFrom(server.url, { assignment: { items: [id], monitorTag }, access, now });
  return item(id);
}

async function checked(script: Script) {
  await using server = await startRecorded(script);
  await using client = clientAt(server.url);
  return await validateAccess(client.datadog, "datadoghq.eu");
}
