import { shortenMiddle } from "../report/render/sanitize.ts";

/** GitHub cuts the message of an annotation after so many UTF-16 units (actions/runner, ExecutionContext.cs). */
const LONGEST = 4096;

/** A shorter line would say nothing; where there are more lines than fit, some are left out. */
const SHORTEST_LINE = 160;

/**
 * A message that GitHub shows whole. Each line keeps its start and its end, which says what to do, and short lines
 * stay as they are. Where there are too many lines, those before the last two are counted.
 */
export function annotationText(text: string): string {
  if (text.length <= LONGEST) return text;
  const all = text.split("\n");
  const most = Math.floor(LONGEST / SHORTEST_LINE);
  const first = all.slice(0, most - 3);
  const count = all.length - first.length - 2;
  const note = `… ${count} more lines, which are in the log of this step …`;
  const lines = all.length <= most ? all : [...first, note, ...all.slice(-2)];
  const longest = longestLine(lines);
  return lines.map((line) => shortenMiddle(line, longest)).join("\n");
}

/** How long a line may be so that all fit: what short lines leave is shared by the long ones. */
function longestLine(lines: readonly string[]): number {
  let left = LONGEST - lines.length;
  const lengths = lines.map((line) => line.length).toSorted((one, other) => one - other);
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index));
    if (length > share) return share;
    left -= length;
  }
  return LONGEST;
}
