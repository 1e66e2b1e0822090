import type { Item } from "../evidence/schema.ts";
import { countsInWords } from "./run-words.ts";
import { logLine } from "./text.ts";

/** What a user asks of an item afterwards, a line each. */
export function itemLines(item: Item): readonly string[] {
  const { collection, result, population, window } = item;
  const asked = collection.requests.reduce((sum, { pages }) => sum + pages.length, 0);
  const reason = collection.reason ?? result.reason;
  return [
    `${collection.status}${collection.grade === null ? "" : ` (${collection.grade})`}, state ${result.state}: ${countsInWords(item)}`,
    `${asked} answers, ${collection.received} records received${population.size === null ? "" : `; ${population.what}: ${population.size}`}`,
    ...(window === null ? [] : [`from ${window.from} to ${window.to}`]),
    ...(reason === null
      ? []
      : [[`${reason.code}: ${reason.message}`, reason.hint].filter(Boolean).join("; ")]),
    ...item.caveats,
  ].map(logLine);
}
