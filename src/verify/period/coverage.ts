import type { Span } from "./slots.ts";

/** What of the period lies in none of the windows. */
export function uncovered(windows: readonly Span[], period: Span): readonly Span[] {
  const gaps: Span[] = [];
  let reached = period.from;
  for (const { from, to } of windows.toSorted((a, b) => a.from - b.from)) {
    if (reached >= period.to) break;
    if (from > reached) gaps.push({ from: reached, to: Math.min(from, period.to) });
    reached = Math.max(reached, to);
  }
  if (reached < period.to) gaps.push({ from: reached, to: period.to });
  return gaps;
}
