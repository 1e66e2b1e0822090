import { assert, asyncProperty, constantFrom, integer, nat, record as shape } from "fast-check";
import { expect, test } from "vitest";

import type { ItemId } from "../../src/evidence/schema.ts";
import type { ServerFault, ServerFaults } from "../support/datadog-faults.ts";
import { manyMonitors, manySignals } from "../support/many-records.ts";
import {
  collected,
  COVERAGE,
  FINDINGS,
  LEGACY_FINDINGS,
  MONITOR_SEARCH,
  northwind,
  NOW,
  RULES,
  SCALAR,
  SIGNALS,
} from "./collecting.ts";
import { rewriteMembers } from "./json.ts";

interface Given {
  readonly signals: number;
  readonly monitors: number;
  readonly pageSize: number;
  /** From which request on, and by how much. */
  readonly from: number;
  readonly off: number;
  readonly status: number;
}

/** What must never end as complete and clear, the item that it meets, and the organisation that it needs. */
interface Doubt {
  readonly item: ItemId;
  readonly faults: (given: Given) => ServerFaults;
  /** No signal at all, so that only a proof could tell that detection is alive. */
  readonly isQuiet?: true;
}

const emptyNaming = (nth: number): ServerFault => ({
  status: 200,
  body: { data: [], meta: { page: { after: `place ${nth}` } } },
});
/** At the latest in place of the page that ends the list. */
const more = ({ from, signals, pageSize }: Given) => {
  const first = Math.min(from, Math.ceil(signals / pageSize) + 1);
  return (nth: number): ServerFault => (nth >= first ? emptyNaming(nth) : "ok");
};
const refusal =
  ({ status }: Given, from = 1) =>
  (nth: number): ServerFault =>
    nth >= from ? { status, body: { errors: ["Forbidden"] } } : "ok";

const DOUBTS: Readonly<Record<string, Doubt>> = {
  "signals name more to come": { item: "security-signals", faults: (given) => ({ [SIGNALS]: more(given) }) },
  "findings name more to come": {
    item: "cspm-findings",
    faults: (given) => ({ [FINDINGS]: more({ ...given, from: 1 }) }),
  },
  "the count of signals disagrees": {
    item: "security-signals",
    faults: ({ signals, off }) => ({
      [SCALAR]: () => ({
        status: 200,
        body: { data: { attributes: { columns: [{ values: [signals + off] }] } } },
      }),
    }),
  },
  "the count of monitors disagrees": {
    item: "compliance-monitors",
    faults: ({ monitors, off }) => ({
      [MONITOR_SEARCH]: () => rewriteMembers({ metadata: { total_count: monitors + off } }),
    }),
  },
  "the older count of findings disagrees": {
    item: "cspm-findings",
    faults: ({ off }) => ({
      [LEGACY_FINDINGS]: () => rewriteMembers({ meta: { page: { total_filtered_count: off } } }),
    }),
  },
  "rules and signals of any severity are refused": {
    item: "security-signals",
    isQuiet: true,
    faults: (given) => ({ [RULES]: refusal(given), [SIGNALS]: refusal(given, 2) }),
  },
  "coverage is refused": { item: "cspm-findings", faults: (given) => ({ [COVERAGE]: refusal(given) }) },
  "the older count is refused": {
    item: "cspm-findings",
    faults: (given) => ({ [LEGACY_FINDINGS]: refusal(given) }),
  },
  "passing findings are refused": {
    item: "cspm-findings",
    faults: (given) => ({ [FINDINGS]: refusal(given, 2) }),
  },
};

const given = shape({
  signals: integer({ min: 1, max: 60 }),
  monitors: integer({ min: 1, max: 60 }),
  pageSize: integer({ min: 10, max: 100 }),
  from: integer({ min: 1, max: 3 }),
  off: integer({ min: 1, max: 5 }),
  status: constantFrom(401, 403),
  doubt: constantFrom(...Object.keys(DOUBTS)),
  isQuiet: nat({ max: 1 }).map((each) => each === 1),
});

test("no answer that names more, no count that disagrees and no refused proof ends as complete and clear", async () => {
  const met = new Set<string>();
  const ordinary = { signals: 20, monitors: 20, pageSize: 25, from: 1, off: 1, status: 403, isQuiet: false };

  await assert(
    asyncProperty(given, async (world) => {
      const doubt = DOUBTS[world.doubt];
      if (doubt === undefined) throw new Error(`no doubt is called ${world.doubt}`);
      const isQuiet = world.isQuiet || doubt.isQuiet === true;
      const signals = isQuiet ? 0 : world.signals;
      const organisation = calm({ ...world, signals });
      const assignment = { items: [doubt.item], pageSize: world.pageSize };

      const well = await collected({ organisation, assignment });
      const doubted = await collected({
        organisation,
        assignment,
        faults: doubt.faults({ ...world, signals }),
      });

      // Without the doubt it is clear, so it is the doubt that makes the difference.
      const { collection, result } = well.item(doubt.item);
      expect([collection.status, result.state]).toEqual(["complete", "clear"]);
      expect(doubted.item(doubt.item).result.state).toBe("unknown");
      met.add(world.doubt);
    }),
    { numRuns: 40, examples: Object.keys(DOUBTS).map((doubt) => [{ ...ordinary, doubt }]) },
  );

  expect([...met].toSorted()).toEqual(Object.keys(DOUBTS).toSorted());
});

/** An organisation in which everything is clear: signals are archived, monitors pass, and posture checks pass. */
function calm({ signals, monitors }: { readonly signals: number; readonly monitors: number }) {
  const archived = manySignals(signals * 3, NOW).filter((_, at) => at % 3 === 0);
  return northwind({
    signals: archived,
    monitors: manyMonitors(monitors, NOW),
    findings: northwind().findings.filter(
      ({ attributes }) => attributes.attributes.custom.compliance?.evaluation === "pass",
    ),
  });
}
