import { array, assert, asyncProperty, constantFrom, integer, nat, record as records } from "fast-check";
import { expect, test } from "vitest";

import { keyCredentials } from "../../../src/datadog/credentials.ts";
import type { ServerFault } from "../../support/datadog-faults.ts";
import { type RawFinding, type RawSignal } from "../../../src/demo/northwind/organisation.ts";
import { manyFindings, manySignals } from "../../support/many-records.ts";
import { startDatadog } from "../../support/datadog.ts";
import type { Request } from "../../../src/evidence/schema.ts";
import {
  asking,
  collected,
  collectedFrom,
  FINDINGS,
  LEGACY_FINDINGS,
  northwind,
  NOW,
  SIGNALS,
  verdict,
  without,
} from "../collecting.ts";
import { memberAt, record, recordsOf, rewriteRecords } from "../json.ts";
import { serializeEvidence } from "../../support/evidence.ts";

const SEAMS = "slices of the signals that join without a hole or an overlap";
const AGAIN = "signals that the first probe saw and the slices listed again";
const HOUR_MS = 3_600_000;

const only = { assignment: { items: ["security-signals"] } } as const;
const findingsOnly = { assignment: { items: ["cspm-findings"] } } as const;
const busy = { ...only, organisation: northwind({ signals: manySignals(2000, NOW) }) };
const { item: busyItem } = await collected(busy);

/** Signals at these times, in milliseconds before the run. */
function signalsAt(ages: readonly number[]): RawSignal[] {
  return manySignals(ages.length, NOW).map((signal, at) => {
    const timestamp = new Date(NOW.getTime() - (ages[at] ?? 0)).toISOString();
    return Object.assign(signal, { attributes: { ...signal.attributes, timestamp } });
  });
}

/** Findings whose detection changed evenly over as many hours. */
function findingsOver(count: number, hours: number): RawFinding[] {
  return manyFindings(count, NOW).map((finding, at) =>
    changedAt(finding, NOW.getTime() - 2 * HOUR_MS - Math.floor(((count - at) * hours * HOUR_MS) / count)),
  );
}

function changedAt(finding: RawFinding, ms: number): RawFinding {
  const { custom } = finding.attributes.attributes;
  return {
    ...finding,
    attributes: {
      ...finding.attributes,
      timestamp: ms,
      attributes: { custom: { ...custom, detection_changed_at: ms } },
    },
  };
}

/** The windows that signals were asked for, in the order of the ledger. */
function windowsOf(requests: readonly Request[]): readonly (readonly [unknown, unknown])[] {
  return requests
    .filter(({ method, path }) => `${method} ${path}` === SIGNALS)
    .map(({ body }) => [memberAt(body, "filter.from"), memberAt(body, "filter.to")] as const);
}

test("a busy week is read in slices, each with its own entry, that join from the beginning of the window to its end", () => {
  const { collection, window } = busyItem("security-signals");

  const [look, ...slices] = windowsOf(collection.requests);
  expect(look).toEqual([window?.from, window?.to]);
  expect(slices).toHaveLength(4);
  expect(slices.map(([from]) => from)).toEqual([window?.from, ...slices.slice(0, -1).map(([, to]) => to)]);
  expect(slices.at(-1)?.[1]).toBe(window?.to);
  expect(collection).toMatchObject({ status: "complete", grade: "reconciled", received: 2000, unique: 2000 });
  expect(collection.checks).toContainEqual({ name: SEAMS, expected: 5, actual: 5, ok: true });
  expect(collection.checks).toContainEqual({ name: AGAIN, expected: 100, actual: 100, ok: true });
});

test("the ledger says of a look that it was not read to its end and brought no records", () => {
  const searches = busyItem("security-signals").collection.requests.filter(
    ({ method, path }) => `${method} ${path}` === SIGNALS,
  );
  const [look, ...slices] = searches.map(({ drained, pages }) => ({
    drained,
    items: pages.reduce((sum, { items }) => sum + items, 0),
  }));
  expect(look).toEqual({ drained: false, items: 0 });
  expect(slices.every(({ drained, items }) => drained && items > 0)).toBe(true);
});

test("a quiet list has one entry and no word of slices", async () => {
  const { item } = await collected({ ...only, organisation: northwind({ signals: manySignals(700, NOW) }) });

  const { collection } = item("security-signals");
  expect(windowsOf(collection.requests)).toHaveLength(1);
  expect(collection.checks.map(({ name }) => name)).not.toContain(SEAMS);
});

const HOURS = 7 * 24;
const world = records({
  /** Bursts: when they begin, how many signals, how far apart. */
  bursts: array(
    records({
      hoursAgo: integer({ min: 1, max: HOURS }),
      count: integer({ min: 1, max: 200 }),
      gapMs: constantFrom(0, 1, 20, 1000, 60_000),
    }),
    { maxLength: 4 },
  ),
  spread: nat({ max: 300 }),
  pageSize: integer({ min: 8, max: 40 }),
  isCounted: constantFrom(true, false),
});

test("however signals lie in time, each is there once and the slices join", async () => {
  let divided = 0;
  await assert(
    asyncProperty(world, async ({ bursts, spread, pageSize, isCounted }) => {
      const ages = [
        ...bursts.flatMap(({ hoursAgo, count, gapMs }) =>
          Array.from({ length: count }, (_, at) => Math.max(0, hoursAgo * HOUR_MS - at * gapMs)),
        ),
        // On whole hours, where seams may lie.
        ...Array.from({ length: spread }, (_, at) => Math.floor((at * HOURS) / spread) * HOUR_MS),
      ];
      const signals = signalsAt(ages);
      const organisation = isCounted ? northwind({ signals }) : without("timeseries_query", { signals });

      const { item } = await collected({ organisation, assignment: { ...only.assignment, pageSize } });

      const { collection, records: kept } = item("security-signals");
      expect([...kept].map(({ id }) => id).toSorted()).toEqual(signals.map(({ id }) => id).toSorted());
      expect(collection).toMatchObject({ status: "complete", unique: ages.length });
      expect(collection.checks.filter(({ name, ok }) => !ok && !name.includes("at least one"))).toEqual([]);
      if (windowsOf(collection.requests).length > 1) divided += 1;
    }),
    { numRuns: 25 },
  );
  expect(divided).toBeGreaterThan(5);
});

test("a burst in a quiet week is divided when it is met", async () => {
  const burst = Array.from({ length: 3000 }, (_, at) => 30 * HOUR_MS - at * 1000);
  const quiet = Array.from(
    { length: 250 },
    (_, at) => 160 * HOUR_MS - Math.floor((at * 130 * HOUR_MS) / 250),
  );

  const { item, requests } = await collected({
    ...only,
    organisation: northwind({ signals: signalsAt([...quiet, ...burst]) }),
    assignment: { ...only.assignment, pageSize: 20 },
  });

  const { collection } = item("security-signals");
  expect(collection).toMatchObject({ status: "complete", unique: 3250 });
  const longest = Math.max(...collection.requests.map(({ pages }) => pages.length));
  expect(longest).toBeLessThan(3250 / 20 / 2);
  expect(asking(requests, SIGNALS).length).toBeLessThan((3250 / 20) * 1.5);
});

/** Batches of records that many milliseconds long, as a scan leaves them, in milliseconds before the run. */
function scans(of: { every: number; count: number; batch: number; lastingMs: number }): number[] {
  return Array.from({ length: of.count * of.batch }, (_, at) => {
    const [scan, nth] = [Math.floor(at / of.batch), at % of.batch];
    return (of.count - scan) * of.every * HOUR_MS - Math.floor((nth * of.lastingMs) / of.batch);
  });
}

test.for([
  { every: 4, count: 40, batch: 50, lastingMs: 1000 },
  { every: 10, count: 16, batch: 50, lastingMs: 60_000 },
  { every: 24, count: 6, batch: 200, lastingMs: 1000 },
])(
  "what comes in batches of $batch every $every hours takes hardly more requests than in one",
  async (batches) => {
    const ages = scans(batches);
    const findings = manyFindings(ages.length, NOW).map((each, at) =>
      changedAt(each, NOW.getTime() - (ages[at] ?? 0)),
    );
    const { item, requests } = await collected({
      organisation: northwind({ signals: signalsAt(ages), findings }),
      assignment: { items: ["security-signals", "cspm-findings"], pageSize: 10 },
    });

    expect(item("security-signals").collection).toMatchObject({ status: "complete", unique: ages.length });
    expect(item("cspm-findings").collection).toMatchObject({ status: "complete", unique: ages.length });
    // One or two for each of sixteen ends at most.
    const most = (ages.length / 10) * 1.25 + 20;
    expect(asking(requests, SIGNALS).length).toBeLessThan(most);
    expect(asking(requests, FINDINGS).length).toBeLessThan(most);
  },
);

test("a list under an escaped name is read, not taken for an empty one", async () => {
  const signals = manySignals(30, NOW);
  const { item } = await collected({
    ...only,
    organisation: without("timeseries_query", { signals }),
    faults: {
      [SIGNALS]: () => ({
        raw: JSON.stringify({ data: signals }).replace("data", String.raw`d\u0061ta`),
        contentType: "application/json",
      }),
    },
  });

  expect(item("security-signals").collection).toMatchObject({ status: "complete", unique: 30 });
  expect(item("security-signals").result.counts).toMatchObject({ total: 30 });
});

test("whatever is answered first, the evidence is the same to the byte", async () => {
  const organisation = northwind({ signals: manySignals(1000, NOW), findings: findingsOver(600, 300) });
  let state = 1;
  const late = (): ServerFault => {
    state = (state * 48_271) % 2_147_483_647;
    return { slowHead: state % 12 };
  };
  // One server, because its address stands in its answers.
  await using server = await startDatadog(organisation, {
    now: () => NOW,
    faults: { [SIGNALS]: late, [FINDINGS]: late },
  });

  const texts = new Set<string>();
  for (let run = 0; run < 3; run += 1) {
    const { evidence } = await collectedFrom(server.url, {
      assignment: { pageSize: 40 },
      access: { credentials: keyCredentials(organisation) },
    });
    texts.add(serializeEvidence(evidence));
  }

  expect(texts.size).toBe(1);
  expect([...texts].join("\n")).toContain(SEAMS);
});

test("one slice that fails makes the item partial for its reason, and the others stay", async () => {
  const { window } = busyItem("security-signals");
  const { item } = await collected({
    ...busy,
    faults: {
      [SIGNALS]: () => ({
        rewrite: (body) => (isIn(body, window?.from ?? "", 3 * 24) ? { result: "fine" } : body),
      }),
    },
  });

  const { collection, records: kept, result } = item("security-signals");
  expect(verdict(item("security-signals"))).toMatchObject({
    status: "partial",
    grade: null,
    reason: "shape",
  });
  expect(kept.length).toBeGreaterThan(1000);
  expect(kept.length).toBeLessThan(2000);
  expect(result.counts?.total).toBe(kept.length);
  expect(collection.checks.find(({ name }) => name.startsWith("listing requests"))).toMatchObject({
    ok: false,
  });
});

/** Whether the first signal of a page lies in the day that begins so many hours after the instant. */
function isIn(body: unknown, from: string, hours: number): boolean {
  const first = memberAt(recordsOf(body)[0], "attributes.timestamp");
  const after = (Date.parse(String(first)) - Date.parse(from)) / HOUR_MS;
  return after >= hours && after < hours + 24;
}

test("a signal that was there at the first look and in no slice is a trace of loss", async () => {
  const lost = busy.organisation.signals[7]?.id;
  const { item } = await collected({
    ...busy,
    organisation: without("timeseries_query", { signals: busy.organisation.signals }),
    faults: {
      [SIGNALS]: (nth) =>
        nth === 1 ? "ok" : rewriteRecords((page) => page.filter((each) => memberAt(each, "id") !== lost)),
    },
  });

  expect(item("security-signals").collection).toMatchObject({
    status: "partial",
    reason: { code: "count-mismatch", message: `${AGAIN}: 99 of 100` },
  });
});

test("a source that takes no notice of the windows loses nothing and is counted once", async () => {
  const signals = manySignals(700, NOW);
  let whole: unknown;
  const { item } = await collected({
    ...only,
    organisation: northwind({ signals }),
    assignment: { ...only.assignment, pageSize: 50 },
    faults: {
      [SIGNALS]: (nth) => ({
        rewrite: (body) => {
          whole ??= body;
          // Every slice begins with what the whole begins with.
          return nth === 2 ? { ...record(body), data: [...recordsOf(whole), ...recordsOf(body)] } : body;
        },
      }),
    },
  });

  expect(item("security-signals").collection).toMatchObject({
    status: "complete",
    received: 700,
    unique: 700,
  });
});

test.for([
  { id: "security-signals", route: SIGNALS, change: { signals: manySignals(3000, NOW) } },
  { id: "cspm-findings", route: FINDINGS, change: { findings: findingsOver(3000, 500) } },
] as const)(
  "a source that ignores the bounds of $id costs one page more than plain paging",
  async ({ id, route, change }) => {
    const plain = 3000 / 100 + 1;
    let whole: unknown;

    const { item, requests } = await collected({
      organisation: northwind(change),
      assignment: { items: [id] },
      faults: {
        // Of the requests, the second is the only one for a slice.
        [route]: (nth: number) => ({
          rewrite: (body: unknown) => {
            whole ??= body;
            return nth === 2 ? whole : body;
          },
        }),
      },
    });

    const { collection } = item(id);
    expect(collection).toMatchObject({ status: "complete", received: 3000, unique: 3000 });
    expect(asking(requests, route)).toHaveLength(plain + 1);
    expect(asking(requests, route).length).toBeLessThanOrEqual(plain * 1.2);
  },
);

test("findings are read in slices of time, and what lies in the last hour comes last", async () => {
  const { item, requests } = await collected({
    ...findingsOnly,
    organisation: northwind({ findings: findingsOver(1600, 500) }),
  });

  const filters = asking(requests, FINDINGS).map(({ body }) =>
    String(memberAt(body, "data.attributes.filter")),
  );
  const horizon = NOW.getTime() - HOUR_MS;
  expect(item("cspm-findings").collection).toMatchObject({ status: "complete", unique: 1600 });
  expect(item("cspm-findings").result.counts).toMatchObject({ total: 1600 });
  expect(filters.at(-1)).toMatch(new RegExp(`-@detection_changed_at:<${horizon}$`));
  expect(filters.filter((filter) => filter.endsWith(`-@detection_changed_at:<${horizon}`))).toHaveLength(1);
});

test("a finding that changes while slices are read is met in its new place", async () => {
  const findings = findingsOver(1600, 500);
  const organisation = { ...northwind(), findings };

  const { item } = await collected({
    ...findingsOnly,
    organisation,
    faults: {
      [FINDINGS]: (nth) => {
        // The list as it is from now on: the latest of the findings has just changed again.
        if (nth === 2) {
          const moved = findings.map((each, at) =>
            at === 1599 ? changedAt(each, NOW.getTime() + 5000) : each,
          );
          Object.assign(organisation, { findings: moved });
        }
        return "ok";
      },
    },
  });

  expect(item("cspm-findings").collection).toMatchObject({ status: "complete", unique: 1600 });
});

test("where Datadog does not take a bound of time, the list is read in one", async () => {
  const { item, requests } = await collected({
    ...findingsOnly,
    organisation: northwind({ findings: findingsOver(1600, 500) }),
    faults: {
      [FINDINGS]: (nth) => (nth === 2 ? { status: 400, body: { errors: ["Invalid filters"] } } : "ok"),
    },
  });

  expect(asking(requests, FINDINGS).map(({ body }) => JSON.stringify(body))).toContainEqual(
    expect.stringContaining("@detection_changed_at:<"),
  );
  expect(item("cspm-findings").collection).toMatchObject({
    status: "complete",
    received: 1600,
    unique: 1600,
  });
});

test.for([{ most: 0 }, { most: 40 }])(
  "where slices give $most of a hundred findings that were just there, the list is read in one",
  async ({ most }) => {
    const { item } = await collected({
      ...findingsOnly,
      organisation: northwind({ findings: findingsOver(1600, 500) }),
      faults: {
        [LEGACY_FINDINGS]: () => ({ status: 410, body: {} }),
        // What has a bound of time finds hardly anything, and that without an error.
        [FINDINGS]: (nth) =>
          nth > 1 && nth <= 4
            ? { rewrite: (body) => ({ data: nth === 2 ? recordsOf(body).slice(0, most) : [] }) }
            : "ok",
      },
    });

    expect(item("cspm-findings").collection).toMatchObject({ status: "complete", unique: 1600 });
    expect(item("cspm-findings").result.counts).toMatchObject({ total: 1600 });
  },
);

test("findings that say no time are all there, read in one", async () => {
  const findings = findingsOver(1600, 500).map((finding) => {
    const { detection_changed_at: _, ...custom } = finding.attributes.attributes.custom;
    return Object.assign(finding, { attributes: { ...finding.attributes, attributes: { custom } } });
  });
  const { item } = await collected({
    ...findingsOnly,
    organisation: Object.assign(northwind(), { findings }),
  });

  expect(item("cspm-findings").collection).toMatchObject({ status: "complete", unique: 1600 });
});
