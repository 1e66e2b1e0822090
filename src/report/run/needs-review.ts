import { sentenceCase } from "../../failure.ts";
import type { Item } from "../../evidence/schema.ts";
import { lossesInWords, recordsToReview, type RecordsToReview } from "../needs-review.ts";
import { datadogLink } from "../render/links.ts";
import { joinWords, jump, phrase, type Phrase, type Words } from "../render/phrases.ts";
import type { RunReport } from "./model.ts";
import { paragraph, section, steps, type Block } from "../render/renderer.ts";
import { figuresOf, ITEM_NAMES, countInWords } from "../words.ts";

/** What a person must review, the most urgent first: what was not obtained, then what is open. */
export function needsReviewSection({ evidence, policy }: Pick<RunReport, "evidence" | "policy">): Block {
  const { items, source } = evidence;
  const lines = [
    ...lossesInWords(items).map((loss) => phrase`${loss.words} ${seeItems(loss.items)}`),
    ...recordsToReview(evidence, policy).flatMap((records) => recordLines(records, source.site)),
    ...items.flatMap(countLines),
  ];
  const content = lines.length === 0 ? paragraph("Nothing in this run needs review.") : steps(lines, "needs");
  return section({ id: "needs", title: "Needs review" }, [content]);
}

function recordLines({ item, named, more }: RecordsToReview, site: string): readonly Words[] {
  const lines = named.map(
    ({ what, label, link }) => phrase`${what}: ${datadogLink(site, { href: link, label })}`,
  );
  return more === 0 ? lines : [...lines, phrase`${more} more of this kind. ${seeItems([item])}`];
}

/** The counts for which an item is in the state attention; floors are not added up. */
function countLines(item: Item): readonly Words[] {
  if (item.result.state === "clear") return [];
  const asking = ASKING[item.id];
  const figures = (figuresOf(item) ?? []).filter(([label, value]) => value > 0 && asking.includes(label));
  if (figures.length === 0) return [];
  const counts = figures.map(([label, value]) => `${countInWords(item, value)} ${label}`).join(", ");
  return [phrase`${sentenceCase(ITEM_NAMES[item.id])}: ${counts}. ${seeItems([item])}`];
}

const ASKING: Readonly<Record<Item["id"], readonly string[]>> = {
  "security-signals": ["open", "under review"],
  "compliance-monitors": ["failing", "not evaluated", "muted"],
  "cspm-findings": ["critical", "high", "muted"],
};

function seeItems(items: readonly Item[]): Phrase {
  return phrase`See ${joinWords(items.map(({ id }) => jump(id, ITEM_NAMES[id])))}.`;
}
