import { expect, test } from "vitest";

import { collected, SIGNALS, verdict } from "./collecting.ts";

const apart = (caveat: string): boolean => caveat.startsWith("Datadog's clock is ");

test.for([0, 59_000, -59_000])("clocks %i ms apart are as good as the same", async (clockSkewMs) => {
  const { evidence } = await collected({ clockSkewMs });

  expect(evidence.outcome).toBe("complete");
  expect(evidence.items.flatMap(({ caveats }) => caveats).filter(apart)).toEqual([]);
});

test.for([
  { clockSkewMs: 120_000, says: "Datadog's clock is 121 s ahead of ours; the times of this run are by ours" },
  { clockSkewMs: -120_000, says: "Datadog's clock is 120 s behind ours; the times of this run are by ours" },
])("clocks $clockSkewMs ms apart are remarked on every item", async ({ clockSkewMs, says }) => {
  const { evidence } = await collected({ clockSkewMs });

  expect(evidence.outcome).toBe("complete");
  expect(evidence.items.map(({ caveats }) => caveats.filter(apart))).toEqual([[says], [says], [says]]);
});

test("an item that failed says why it failed, whatever the clock", async () => {
  const { item } = await collected({
    clockSkewMs: 7_200_000,
    faults: { [SIGNALS]: () => ({ status: 400 }) },
  });

  expect(verdict(item("security-signals"))).toMatchObject({ status: "failed", reason: "refused" });
  expect(item("security-signals").caveats.filter(apart)).toHaveLength(1);
});
