import {
  assert,
  boolean,
  constantFrom,
  integer,
  nat,
  property,
  record,
  string,
  uniqueArray,
} from "fast-check";
import { expect, test } from "vitest";

import { Changes, MOST_IDS, type ItemChanges } from "../../../src/evidence/comparison/schema.ts";
import { deriveChanges } from "../../../src/evidence/comparison/changes.ts";
import type { Evidence, MonitorRecord, SignalRecord } from "../../../src/evidence/schema.ts";
import { evidenceOf, findingsItem, HASH, monitor, monitorsItem, signal } from "../../support/evidence.ts";
import { findingsOf, found, signalsOf, TODAY, YESTERDAY } from "./comparing.ts";

const signals = uniqueArray(
  record({
    id: string({ maxLength: 300 }),
    at: integer({ min: Date.parse(YESTERDAY.from), max: Date.parse(TODAY.to) }),
    state: constantFrom("open", "archived", "under_review"),
    title: string(),
  }),
  { selector: ({ id }) => id, maxLength: 60 },
).map((all) =>
  all.map(({ id, at, state, title }) =>
    signal({ id, title, timestamp: new Date(at).toISOString(), triage: { ...signal().triage, state } }),
  ),
);
const monitors = uniqueArray(
  record({ id: integer({ min: 1, max: 80 }), muted: boolean(), verdict: constantFrom("passing", "failing") }),
  { selector: ({ id }) => id, maxLength: 60 },
).map((all) => all.map((each) => monitor(each)));
const worlds = record({ some: signals, others: monitors, many: integer({ min: 0, max: 40 }) });

function evidenceFrom(
  { some, others, many }: { some: SignalRecord[]; others: MonitorRecord[]; many: number },
  inOrder: <Kept>(records: Kept[]) => Kept[] = (records) => records,
): Evidence {
  const findings = findingsOf(many, () => ({}));
  return evidenceOf([
    signalsOf(inOrder(some)),
    monitorsItem(inOrder(others)),
    findingsItem(inOrder(findings)),
  ]);
}
const evidences = worlds.map((world) => evidenceFrom(world));

test("a run compared with itself did not change", () => {
  assert(
    property(evidences, (evidence) => {
      const changes = deriveChanges({ evidence, sha256: HASH }, evidence);

      expect(changes.items.map(found)).toEqual([{}, {}, {}]);
      expect(changes.items.map(({ comparable }) => comparable)).toEqual(["yes", "yes", "yes"]);
    }),
    { numRuns: 50 },
  );
});

test("what is gone one way is new the other way", () => {
  assert(
    property(evidences, evidences, (here, there) => {
      const forth = deriveChanges({ evidence: here, sha256: HASH }, there).items;
      const back = deriveChanges({ evidence: there, sha256: HASH }, here).items;

      expect(listIn(forth, "security-signals", "vanished")).toEqual(listIn(back, "security-signals", "late"));
      expect(listIn(forth, "compliance-monitors", "gone")).toEqual(
        listIn(back, "compliance-monitors", "new"),
      );
      expect(listIn(forth, "compliance-monitors", "muted")).toEqual(
        listIn(back, "compliance-monitors", "unmuted"),
      );
      expect(listIn(forth, "cspm-findings", "vanished")).toEqual(listIn(back, "cspm-findings", "new"));
    }),
    { numRuns: 50 },
  );
});

function listIn(items: readonly ItemChanges[], id: string, list: string): unknown {
  return Object.entries(items.find((item) => item.id === id)?.changes ?? {}).find(
    ([name]) => name === list,
  )?.[1];
}

test("changes follow their schema, are small, and do not depend on the order of the records", () => {
  assert(
    property(evidences, worlds, nat(60), (before, world, by) => {
      const changes = deriveChanges({ evidence: before, sha256: HASH }, evidenceFrom(world));
      const turned = evidenceFrom(world, (records) =>
        [...records.slice(by), ...records.slice(0, by)].toReversed(),
      );

      expect(deriveChanges({ evidence: before, sha256: HASH }, turned)).toEqual(changes);
      expect(Changes.omit({ policy: true }).parse(changes)).toEqual(changes);
      expect(JSON.stringify(changes).length).toBeLessThan(40_000);
      for (const list of changes.items.flatMap((item) => Object.values(found(item)))) {
        expect(Array.isArray(list) && list.length <= MOST_IDS).toBe(true);
      }
    }),
    { numRuns: 50 },
  );
});
