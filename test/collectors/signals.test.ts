import { expect, test } from "vitest";

import { type RawSignal } from "../../src/demo/northwind/organisation.ts";
import { manySignals } from "../support/many-records.ts";
import { asking, collected, northwind, NOW, SIGNALS, verdict } from "./collecting.ts";

const items = ["security-signals"] as const;
const only = { assignment: { items } };

test.for([1, 99, 100, 101, 200, 2500])("%i signals are all there, page after page", async (count) => {
  const signals = manySignals(count, NOW);

  const { item, requests } = await collected({ ...only, organisation: northwind({ signals }) });

  const { collection, records, result } = item("security-signals");
  expect([...records].map(({ id }) => id).toSorted()).toEqual(signals.map(({ id }) => id).toSorted());
  expect(collection).toMatchObject({
    status: "complete",
    grade: "reconciled",
    received: count,
    unique: count,
    sourceTotal: count,
  });
  expect(result.counts).toMatchObject({ total: count, archived: Math.ceil(count / 3) });
  const pages = collection.requests.flatMap((request) => request.pages);
  expect(pages.reduce((sum, page) => sum + page.items, 0)).toBe(count);
  // A long list is read in slices, each of which has an end of its own.
  const one = Math.ceil(count / 100) + 1;
  const most = count < 1000 ? one : one * 1.5;
  expect(asking(requests, SIGNALS).length).toBeLessThanOrEqual(most);
});

test("every page is asked for the same window and the same query, oldest first", async () => {
  const { requests } = await collected({
    ...only,
    organisation: northwind({ signals: manySignals(250, NOW) }),
  });

  const asked = asking(requests, SIGNALS).map(({ body }) => body);
  expect(
    new Set(asked.map((body) => JSON.stringify(body, ["filter", "query", "from", "to", "sort"]))).size,
  ).toBe(1);
  expect(asked[0]).toEqual({
    filter: { query: "status:(critical OR high)", from: "2026-11-15T06:17:31Z", to: "2026-11-22T06:17:31Z" },
    page: { limit: 100 },
    sort: "timestamp",
  });
});

test("signals that are all archived are clear", async () => {
  const signals = northwind().signals.filter(
    ({ attributes }) => attributes.attributes.workflow.triage.state === "archived",
  );

  const { item } = await collected({ ...only, organisation: northwind({ signals }) });

  expect(verdict(item("security-signals"))).toMatchObject({
    state: "clear",
    counts: { total: 13, archived: 13 },
  });
});

test("a triage state that nobody knows counts as open, and is said", async () => {
  const [first, ...rest] = manySignals(3, NOW).map((signal) => triaged(signal, { state: "archived" }));
  if (first === undefined) throw new Error("no signal");

  const { item } = await collected({
    ...only,
    organisation: northwind({ signals: [triaged(first, { state: "escalated" }), ...rest] }),
  });

  const { result, caveats } = item("security-signals");
  expect(result).toMatchObject({ state: "attention", counts: { open: 1, archived: 2 } });
  expect(caveats).toContain("triage state not known, counted as open: 1 of the signals");
});

test.for([
  { given: { stateUpdateTimestamp: 1_795_000_000_000 }, changed: "2026-11-18T11:06:40.000Z" },
  { given: { state_update_timestamp: 1_795_000_000_000 }, changed: "2026-11-18T11:06:40.000Z" },
  { given: { archiveCommentTimestamp: "2026-11-20T00:00:00+00:00" }, changed: "2026-11-20T00:00:00.000Z" },
  { given: { stateUpdateTimestamp: "yesterday" }, changed: null },
  { given: {}, changed: null },
])("triage with %j changed at its time, where Datadog says one", async ({ given, changed }) => {
  const [first] = manySignals(1, NOW);
  if (first === undefined) throw new Error("no signal");

  const { item } = await collected({
    ...only,
    organisation: northwind({ signals: [triaged(first, { state: "archived", ...given })] }),
  });

  expect([...item("security-signals").records][0]?.triage.changed).toBe(changed);
});

function triaged(signal: RawSignal, triage: object): RawSignal {
  const { attributes } = signal;
  const { workflow } = attributes.attributes;
  return {
    ...signal,
    attributes: {
      ...attributes,
      attributes: {
        ...attributes.attributes,
        workflow: { ...workflow, triage: { ...workflow.triage, ...triage } },
      },
    },
  };
}
