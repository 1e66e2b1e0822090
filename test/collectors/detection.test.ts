import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import {
  asking,
  collected,
  northwind,
  RULES,
  SIGNALS,
  SUPPRESSIONS,
  verdict,
  without,
} from "./collecting.ts";
import { rewriteMembers } from "./json.ts";

const only = { assignment: { items: ["security-signals"] } } as const;
const { rules, signals, suppressions } = northwind();
const disabled = rules.map((rule) => ({ ...rule, isEnabled: false }));
const minor = signals.filter(({ attributes }) => !["critical", "high"].includes(attributes.status));

const RULE_READ = "security_monitoring_rules_read";
const silences: readonly {
  what: string;
  organisation: DatadogOrganisation;
  state: string;
  why: string | null;
}[] = [
  { what: "rules enabled", organisation: northwind({ signals: [] }), state: "clear", why: null },
  {
    what: "rules enabled, other signals",
    organisation: northwind({ signals: minor }),
    state: "clear",
    why: null,
  },
  {
    what: "no rule enabled, no other signal",
    organisation: northwind({ signals: [], rules: disabled }),
    state: "unknown",
    why: "no-liveness",
  },
  {
    what: "no rule enabled, other signals",
    organisation: northwind({ signals: minor, rules: disabled }),
    state: "clear",
    why: null,
  },
  {
    what: "rules not to be read, no other signal",
    organisation: without(RULE_READ, { signals: [] }),
    state: "unknown",
    why: "no-liveness",
  },
  {
    what: "rules not to be read, other signals",
    organisation: without(RULE_READ, { signals: minor }),
    state: "clear",
    why: null,
  },
];

test.for(silences)(
  "no critical or high signal, with $what, is $state",
  async ({ organisation, state, why }) => {
    const { item } = await collected({ ...only, organisation });

    expect(verdict(item("security-signals"))).toMatchObject({
      status: "complete",
      grade: "reconciled",
      state,
      why,
      counts: { total: 0 },
    });
  },
);

test.for([
  { what: "fails", fault: { status: 500 } },
  { what: "is something else", fault: { status: 200, body: {} } },
])("zero signals prove nothing where the question for any signal $what", async ({ fault }) => {
  const { item } = await collected({
    ...only,
    organisation: northwind({ signals: [], rules: disabled }),
    faults: { [SIGNALS]: (nth) => (nth === 1 ? "ok" : fault) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "complete", why: "no-liveness" });
});

test("the population is the detection rules that are enabled, read page after page", async () => {
  const many = Array.from({ length: 250 }, (_, index) => ({
    ...(rules[0] ?? fail()),
    id: `rule-${index}`,
    isEnabled: index % 10 !== 0,
    isDeleted: index === 1,
    // They judge postures and raise no signals.
    type: index >= 240 ? "cloud_configuration" : "log_detection",
  }));

  const { item, requests } = await collected({
    ...only,
    organisation: Object.assign(northwind(), { rules: many }),
  });

  expect(item("security-signals").population).toEqual({ what: "enabled detection rules", size: 215 });
  expect(asking(requests, RULES).map(({ query }) => query["page[number]"])).toEqual(["0", "1", "2"]);
});

const uncounted = {
  what: "security signals of every severity in the window; Datadog gives no count",
  size: null,
};

test.for([
  { what: "refused", fault: { status: 403 } },
  { what: "something else", fault: { status: 200, body: { data: [{ id: "x" }] } } },
  {
    what: "always the same page",
    fault: rewriteMembers({ meta: { page: { total_count: 9000 } } }),
  },
])("rules answered by $what are not counted", async ({ fault }) => {
  const { item } = await collected({ ...only, faults: { [RULES]: () => fault } });

  expect(item("security-signals").population).toEqual(uncounted);
  expect(item("security-signals").collection).toMatchObject({ status: "complete", grade: "reconciled" });
});

test("rules without a total are read until a page is empty", async () => {
  const { item, requests } = await collected({
    ...only,
    faults: { [RULES]: () => rewriteMembers({ meta: undefined }) },
  });

  expect(item("security-signals").population.size).toBe(11);
  expect(asking(requests, RULES)).toHaveLength(2);
});

const SWITCHED_OFF = "detection rules disabled: 1; nothing that they would detect becomes a signal";

test("enabled suppression rules and disabled detection rules are counted in caveats", async () => {
  const { item } = await collected(only);

  expect(item("security-signals").caveats).toEqual([
    "suppression rules enabled: 1; a detection that they suppress never becomes a signal",
    SWITCHED_OFF,
  ]);
});

test("where nothing is suppressed or disabled, there is nothing to remark", async () => {
  const { item } = await collected({
    ...only,
    organisation: northwind({
      suppressions: suppressions.slice(1),
      rules: rules.filter(({ isEnabled }) => isEnabled),
    }),
  });

  expect(item("security-signals").caveats).toEqual([]);
});

const NOT_READ = "Datadog's list of suppression rules cannot be read to its end";

test.for([
  {
    what: "refused",
    why: "Datadog refused GET /api/v2/security_monitoring/configuration/suppressions (403); most likely the application key lacks security_monitoring_suppressions_read",
    fault: { status: 403 },
  },
  { what: "something else", why: NOT_READ, fault: { status: 200, body: { data: {} } } },
  {
    what: "fewer than it counts",
    why: NOT_READ,
    fault: rewriteMembers({ meta: { page: { totalCount: 3 } } }),
  },
])("suppression rules answered by $what are not known, and the reason is named", async ({ why, fault }) => {
  const { item } = await collected({ ...only, faults: { [SUPPRESSIONS]: () => fault } });

  expect(item("security-signals").caveats).toEqual([
    `the number of enabled suppression rules is not known, and a detection that they suppress never becomes a signal: ${why}`,
    SWITCHED_OFF,
  ]);
});

test("each optional permission that the key lacks is named in a caveat of its own", async () => {
  const optional = [
    "timeseries_query",
    "security_monitoring_suppressions_read",
    "security_monitoring_rules_read",
  ];
  const { permissions } = northwind();

  const { item } = await collected({
    ...only,
    organisation: northwind({ permissions: permissions.difference(new Set(optional)) }),
  });

  const { caveats } = item("security-signals");
  for (const permission of optional)
    expect(caveats.filter((caveat) => caveat.endsWith(`lacks ${permission}`))).toHaveLength(1);
});

function fail(): never {
  throw new Error("the organisation has no rule");
}
