import type { ItemId, State } from "../../evidence/schema.ts";
import type { Slot } from "../../verify/period/verdict.ts";
import { number } from "../render/html.ts";
import type { Line } from "../render/plot.ts";
import { isKnown } from "./readings.ts";
import type { Reading } from "./readings.ts";
import { list, sentenceCase } from "../words.ts";

/** What is drawn of an item: counts, each with its stroke. */
export const DRAWN: Readonly<Record<ItemId, { readonly what: string; readonly lines: readonly Drawn[] }>> = {
  "security-signals": {
    what: "Critical and high signals of the 7 days before each run.",
    lines: [
      { count: "high", label: "high", stroke: "s2", by: ["most", "last"] },
      { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
    ],
  },
  "compliance-monitors": {
    what: "Tagged monitors that were not passing at the time of each run.",
    lines: [
      { count: "failing", label: "failing", stroke: "s1", by: ["most", "last"] },
      { count: "notEvaluated", label: "not evaluated", stroke: "s3", by: ["most"] },
    ],
  },
  "cspm-findings": {
    what: "Failing cloud posture checks at the time of each run.",
    lines: [
      { count: "high", label: "high", stroke: "s2", by: ["last"] },
      { count: "critical", label: "critical", stroke: "s1", by: ["most"] },
      { count: "muted", label: "muted", stroke: "s3", by: ["last"] },
    ],
  },
};

interface Drawn {
  readonly count: string;
  readonly label: string;
  readonly stroke: "s1" | "s2" | "s3";
  /** What the table tells of it for each month. */
  readonly by: readonly ("most" | "last")[];
}

/** An item at the slots of a period. */
export interface Trend {
  readonly reading: Reading;
  readonly slots: readonly Slot[];
}

/** What the numbers of the table by month are. */
export const BY_MONTH = "Known, Clear, Attention: number of slots";

/** The counts of an item at each slot, where they are known. */
export function linesOf({ id, bySlot }: Reading): readonly Line[] {
  return DRAWN[id].lines.map(({ count, label, stroke }) => ({
    label,
    stroke,
    values: bySlot.map((item) => (isKnown(item) ? (item.counts?.[count] ?? null) : null)),
  }));
}

/** Where an item stood at last, and how often it is known. */
export function lastInWords(reading: Reading): string {
  const { bySlot } = reading;
  const last = linesOf(reading).map(({ label, values }) => {
    const value = values.findLast((each) => each !== null);
    return value == null ? `${label} not known` : `${number(value)} ${label}`;
  });
  const known = bySlot.filter(isKnown).length;
  return `Last: ${list(last)}. Known for ${number(known)} of ${number(bySlot.length)} slots.`;
}

/** The counts of an item by month, as a table in words. */
export function byMonth({ reading, slots }: Trend): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const { id, bySlot } = reading;
  const { lines } = DRAWN[id];
  const drawn = linesOf(reading);
  const months = Map.groupBy(slots.keys(), (index) => slots[index]?.from.slice(0, 7) ?? "");
  const rows = [...months].map(([month, indexes]) => {
    const known = indexes.filter((index) => isKnown(bySlot[index] ?? null));
    const cells = drawn.flatMap(({ values }, line) => {
      const of = known.flatMap((index) => values[index] ?? []);
      const told = { most: extremes(of)[1], last: of.at(-1) ?? 0 };
      return (lines[line]?.by ?? []).map((by) => (of.length === 0 ? "not known" : number(told[by])));
    });
    const inState = (state: State) =>
      number(indexes.filter((index) => bySlot[index]?.state === state).length);
    return [month, number(known.length)].concat(cells, inState("clear"), inState("attention"));
  });
  const columns = lines.flatMap(({ label, by }) => by.map((which) => `${sentenceCase(label)}, ${which}`));
  return { columns: ["Month", "Known", ...columns, "Clear", "Attention"], rows };
}

/** The least and the most of some counts. */
export function extremes(values: readonly number[]): readonly [least: number, most: number] {
  return values.reduce<readonly [number, number]>(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, 0],
  );
}
