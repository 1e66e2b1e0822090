import { expect, test } from "vitest";

import { type RawMonitor } from "../../src/demo/northwind/organisation.ts";
import { manyMonitors } from "../support/many-records.ts";
import { asking, collected, MONITOR_SEARCH, MONITORS, northwind, NOW, verdict } from "./collecting.ts";

const only = { assignment: { items: ["compliance-monitors"] } } as const;
const tagged = northwind().monitors.filter(({ tags }) => tags.includes("compliance"));
const withoutTag = northwind().monitors.filter(({ tags }) => !tags.includes("compliance"));

test.for([1, 99, 100, 101, 200, 1500])("%i monitors are all there, page after page", async (count) => {
  const monitors = manyMonitors(count, NOW);

  const { item, requests } = await collected({ ...only, organisation: northwind({ monitors }) });

  const { collection, records, result, population } = item("compliance-monitors");
  expect([...records].map(({ id }) => id)).toEqual(monitors.map(({ id }) => id));
  expect(collection).toMatchObject({
    status: "complete",
    grade: "reconciled",
    sourceTotal: count,
    unique: count,
  });
  expect(result).toMatchObject({ state: "clear", counts: { total: count, passing: count } });
  expect(population.size).toBe(count);
  expect(asking(requests, MONITORS)).toHaveLength(Math.ceil(count / 100) + 1);
});

test("the list is asked for the tag, with downtimes, from one id to the next", async () => {
  const monitors = manyMonitors(150, NOW);

  const { requests } = await collected({ ...only, organisation: northwind({ monitors }) });

  const asked = asking(requests, MONITORS).map(({ query }) => query);
  expect(asked.map((query) => query["id_offset"])).toEqual([
    "0",
    String(monitors[99]?.id),
    String(monitors[149]?.id),
  ]);
  expect(asked[0]).toEqual({
    monitor_tags: "compliance",
    with_downtimes: "true",
    page_size: "100",
    id_offset: "0",
  });
});

test.for([true, false])(
  "a tag that only begins alike is never counted, where searches match prefixes: %s",
  async (searchMatchesPrefixes) => {
    const { item } = await collected({ ...only, searchMatchesPrefixes });

    const { collection, result, records, caveats } = item("compliance-monitors");
    expect(collection).toMatchObject({ status: "complete", grade: "reconciled", sourceTotal: 14 });
    expect(result.counts?.total).toBe(14);
    expect([...records].map(({ id }) => id)).toEqual(tagged.map(({ id }) => id));
    expect(
      caveats.some((caveat) => caveat.startsWith("left out because it does not have exactly the tag")),
    ).toBe(searchMatchesPrefixes);
  },
);

test.for([
  { listed: true, found: false },
  { listed: false, found: true },
])(
  "list and search that disagree about prefixes still reconcile: list $listed, search $found",
  async ({ listed, found }) => {
    const list = northwind().monitors.filter((monitor) => carries(monitor, listed));
    const search = northwind().monitors.filter((monitor) => carries(monitor, found));

    const { item } = await collected({
      ...only,
      faults: {
        [MONITORS]: (nth) => (nth === 1 ? { status: 200, body: list } : "ok"),
        [MONITOR_SEARCH]: () => ({ rewrite: (body) => onlyThose(body, search) }),
      },
    });

    expect(item("compliance-monitors").collection).toMatchObject({
      status: "complete",
      grade: "reconciled",
      sourceTotal: 14,
    });
    expect(item("compliance-monitors").records).toHaveLength(14);
  },
);

test("a page of far more records than were asked for is read like any other", async () => {
  const body = Array.from({ length: 130_000 }, (_, at) => ({ id: at + 1 }));

  const { item, requests } = await collected({
    ...only,
    faults: { [MONITORS]: (nth) => ({ status: 200, body: nth === 1 ? body : [] }) },
  });

  expect(item("compliance-monitors").collection).toMatchObject({ status: "partial", received: 130_000 });
  expect(asking(requests, MONITORS)[1]?.query["id_offset"]).toBe("130000");
});

test("a monitor that the list leaves out shows against the count", async () => {
  const { item } = await collected({
    ...only,
    faults: { [MONITORS]: (nth) => (nth === 1 ? { status: 200, body: tagged.slice(1) } : "ok") },
  });

  // The double goes on after the last id, so the first one stays out.
  expect(verdict(item("compliance-monitors"))).toMatchObject({
    status: "partial",
    reason: "count-mismatch",
    state: "unknown",
    counts: { total: 13 },
  });
  expect(item("compliance-monitors").collection.reason?.message).toBe(
    "Datadog counts 14 but its list gave 13",
  );
});

test("as many left out as only begin alike do not cancel each other out", async () => {
  const longer = northwind().monitors.filter(({ tags }) => tags.includes("compliance:soc2"));
  const body = [...tagged.slice(longer.length), ...longer];

  const { item } = await collected({
    ...only,
    searchMatchesPrefixes: false,
    faults: { [MONITORS]: (nth) => ({ status: 200, body: nth === 1 ? body : [] }) },
  });

  expect(body).toHaveLength(tagged.length);
  expect(verdict(item("compliance-monitors"))).toMatchObject({ status: "partial", reason: "count-mismatch" });
});

test("a search that always gives the same page is not read for ever", async () => {
  const { item, requests } = await collected({
    ...only,
    faults: {
      [MONITOR_SEARCH]: () => ({
        status: 200,
        body: { metadata: { total_count: 500 }, monitors: tagged.slice(0, 2) },
      }),
    },
  });

  expect(item("compliance-monitors").collection).toMatchObject({
    status: "partial",
    reason: { code: "count-mismatch", message: "Datadog counts 500 but its list gave 14" },
  });
  expect(asking(requests, MONITOR_SEARCH).length).toBeLessThan(6);
});

test("without a count to compare with, the list is drained, and that is said", async () => {
  const { item } = await collected({ ...only, omitTotals: true });

  expect(item("compliance-monitors").collection).toMatchObject({
    status: "complete",
    grade: "drained",
    sourceTotal: null,
  });
  expect(item("compliance-monitors").population.size).toBeNull();
  expect(item("compliance-monitors").caveats).toContain(
    "monitor/search gave no count to compare with: a monitor missing from the list would not show",
  );
});

test("no monitor with the tag is unknown, never a pass", async () => {
  const { item } = await collected({ ...only, organisation: northwind({ monitors: withoutTag }) });

  expect(verdict(item("compliance-monitors"))).toMatchObject({
    status: "complete",
    state: "unknown",
    why: "no-monitors",
    counts: { total: 0, passing: 0 },
  });
});

test("another tag is looked for when another is wanted", async () => {
  const { item } = await collected({ assignment: { ...only.assignment, monitorTag: "compliance:soc2" } });

  expect(item("compliance-monitors")).toMatchObject({
    collection: { status: "complete", grade: "reconciled" },
    result: { counts: { total: 2 } },
    link: "https://app.datadoghq.eu/monitors/manage?q=tag%3A%22compliance%3Asoc2%22",
  });
});

test("a clock monitor that does not carry the tag supports nothing", async () => {
  const [clock] = tagged;
  if (clock === undefined) throw new Error("no monitor carries the tag");
  const monitors = [...manyMonitors(1, NOW), { ...clock, tags: ["compliance:clock"] }];

  const { item } = await collected({ ...only, organisation: northwind({ monitors }) });

  expect(item("compliance-monitors").controls[1]).toMatchObject({ id: "A.8.17", support: "claimed" });
});

function carries({ tags }: RawMonitor, orLonger: boolean): boolean {
  return tags.some((tag) => tag === "compliance" || (orLonger && tag.startsWith("compliance:")));
}

/** What the search would answer if those were all that it found. */
function onlyThose(body: unknown, found: readonly RawMonitor[]): unknown {
  const { page, per_page: size } = Object(Object(body).metadata);
  const metadata = { page, per_page: size, total_count: found.length };
  return { metadata, monitors: found.slice(page * size, (page + 1) * size) };
}
