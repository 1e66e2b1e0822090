import { ITEM_IDS, type Evidence, type Item, type ItemId } from "../../src/evidence/schema.ts";
import { BROKEN } from "./broken.ts";
import { ENDINGS } from "./endings.ts";
import { LISTINGS } from "./listings.ts";
import { LISTS } from "./lists.ts";
import { REFUSALS } from "./refusals.ts";
import type { Expected, Group, Row } from "./row.ts";
import { healthyRun, run, type Ended, type Healthy } from "./run.ts";

/** Every fault, by what it is. */
export const GROUPS: readonly Group[] = [...REFUSALS, ...BROKEN, ...LISTS, ...ENDINGS];

/** What one fault does to one item. */
export interface Cell {
  readonly row: Row;
  readonly id: ItemId;
  readonly expected: Expected;
  readonly item: Item;
  /** How many records there are in truth. */
  readonly truth: number;
  readonly ended: Ended;
  /** The items that differ from what they are without faults, and should not. */
  readonly harmed: readonly ItemId[];
}

export interface Matrix {
  readonly healthy: Healthy;
  readonly cells: readonly Cell[];
}

/** Runs at the same time; more would make the short time-outs of some rows unjust. */
const AT_ONCE = 4;

/** Every cell, each from a run of its own; a fault of a whole run gives three. */
export async function matrix(): Promise<Matrix> {
  const healthy = await healthyRun();
  const others = new Map<ItemId, readonly string[]>();
  for (const id of ITEM_IDS) {
    const { attempts } = await run({ items: ITEM_IDS.filter((each) => each !== id) });
    others.set(id, attempts);
  }
  const jobs = GROUPS.flatMap(({ rows }) => rows).flatMap((row) => jobsOf(row, { healthy, others }));
  const cells: (readonly Cell[])[] = [];
  const queue = jobs.entries();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const [at, job] of queue) cells[at] = await job();
    }),
  );
  return { healthy, cells: cells.flat() };
}

function jobsOf(
  row: Row,
  { healthy, others }: { readonly healthy: Healthy; readonly others: ReadonlyMap<ItemId, readonly string[]> },
): readonly (() => Promise<readonly Cell[]>)[] {
  const wanted = ITEM_IDS.flatMap((id, at) => {
    const expected = row.outcomes[at] ?? null;
    return expected === null ? [] : [{ id, expected: counted(expected, itemOf(healthy.evidence, id)) }];
  });
  if ("run" in row) {
    const { isClosed = false, ...options } = row.run;
    return [
      async () => {
        const ended = await run({ options, isClosed });
        return wanted.map((each) => cellOf({ row, ...each, ended, harmed: [] }));
      },
    ];
  }
  return wanted.map(({ id, expected }) => async () => {
    const ended = await run({ hit: { item: id, row, healthy, others: others.get(id) ?? [] } });
    const harmed = ITEM_IDS.filter(
      (other) => other !== id && told(ended.evidence, other) !== told(healthy.evidence, other),
    );
    return [cellOf({ row, id, expected, ended, harmed })];
  });
}

/** Where the source also gives a count, nothing is left out without being seen. */
function counted(expected: Expected, { collection }: Item): Expected {
  if (expected.isSilent !== true || collection.grade !== "reconciled") return expected;
  return { status: "partial", code: "count-mismatch" };
}

function cellOf(of: Omit<Cell, "item" | "truth">): Cell {
  return { ...of, item: itemOf(of.ended.evidence, of.id), truth: LISTINGS[of.id].size };
}

function itemOf({ items }: Evidence, id: ItemId): Item {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new Error(`the evidence lacks ${id}`);
  return found;
}

/** All that an item says, but for what depends on when and where it was asked. */
function told(evidence: Evidence, id: ItemId): string {
  const { collection, window: _, link: _link, ...rest } = itemOf(evidence, id);
  const { requests: _requests, ...known } = collection;
  return JSON.stringify({ ...rest, collection: known });
}
