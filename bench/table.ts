/** One part of `docs/performance.md`. */
export interface Section {
  readonly title: string;
  readonly text: string;
  /** A table in Markdown. */
  readonly rows: string;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}

/** Median, least and most, in whole numbers. */
export function cell(values: readonly number[]): readonly [string, string, string] {
  return [whole(median(values)), whole(Math.min(...values)), whole(Math.max(...values))];
}

function whole(value: number): string {
  return String(Math.round(value));
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const rule = head.map((_, at) => (at === 0 ? "---" : "---:"));
  return [head, rule, ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}
