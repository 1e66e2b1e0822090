import { expect } from "vitest";

import { Changes, type ItemChanges } from "../../../src/evidence/comparison/schema.ts";
import { deriveChanges } from "../../../src/evidence/comparison/changes.ts";
import type { FindingRecord, Item, SignalRecord } from "../../../src/evidence/schema.ts";
import { ended, evidenceOf, finding, HASH, signalsItem } from "../../support/evidence.ts";

export const OTHER = "cd".repeat(32);
export const YESTERDAY = { from: "2026-07-28T06:16:50Z", to: "2026-08-04T06:16:50Z" };
export const TODAY = { from: "2026-07-29T06:16:50Z", to: "2026-08-05T06:16:50Z" };
/** Inside both windows. */
export const INSIDE = "2026-08-02T10:00:00Z";

export const signalsOf = (
  records: readonly SignalRecord[],
  window = TODAY,
  how = ended("complete"),
): Item => ({
  ...signalsItem([...records], how),
  window,
});

export function between(before: Item, now: Item): ItemChanges {
  const changes = deriveChanges({ evidence: evidenceOf([before]), sha256: HASH }, evidenceOf([now]));
  expect(Changes.omit({ policy: true }).parse(changes)).toEqual(changes);
  const [item] = changes.items;
  if (item === undefined) throw new Error("no item was compared");
  return item;
}

/** The lists that are not empty, by their ids; null where nothing can be claimed. */
export function found({ changes }: ItemChanges): Record<string, unknown> {
  const lists = Object.entries(changes ?? {}).filter(([name]) => name !== "hints");
  return Object.fromEntries(
    lists.flatMap(([name, list]) => {
      if (list === null || Array.isArray(list)) return [[name, null]];
      return list.count === 0 ? [] : [[name, list.ids]];
    }),
  );
}

export const findingId = (n: number): string => `hmac-sha256:${String(n).padStart(64, "0")}`;
export const findingsOf = (count: number, of: (n: number) => Partial<FindingRecord>): FindingRecord[] =>
  Array.from({ length: count }, (__, n) =>
    finding({ id: findingId(n), resource: findingId(n + 100), ...of(n) }),
  );
