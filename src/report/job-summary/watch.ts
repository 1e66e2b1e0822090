import type { FreshnessReport } from "../../verify/period/freshness.ts";
import { originSentences } from "../period/words.ts";
import { registerTable } from "../register/document.ts";
import type { Register } from "../register/register.ts";
import { andMore } from "../render/more.ts";
import { markdownOf, name, phrase, strong } from "../render/phrases.ts";
import { bullets, paragraph, stackMarkdown, table } from "../render/renderer.ts";
import { shortenSummary } from "./shorten.ts";

const MOST_FINDINGS = 20;

/** The watcher's job summary as Markdown: what it found, and the register of all items. */
export function watchSummary({ verdict, findings, streams }: FreshnessReport, register: Register): string {
  const more = findings.length - MOST_FINDINGS;
  const lines = findings
    .slice(0, MOST_FINDINGS)
    .map(({ stream, verdict: what, words }) => phrase`${strong(name(stream))} ${what}: ${words}`);
  const rows = streams.map(({ stream, newest, slots, chain }) => [
    name(stream),
    newest?.collectedAt ?? "–",
    newest?.validUntil ?? "–",
    `${slots.met + slots.late} of ${slots.due - slots.notCovered}`,
    chain.to === null ? "–" : `${chain.from} to ${chain.to}`,
  ]);
  const origins = streams.flatMap((stream) =>
    originSentences(stream).map((words) => phrase`${strong(name(stream.stream))}: ${words}`),
  );
  const content = stackMarkdown([
    ...origins.map((words) => paragraph(words)),
    bullets([...lines, ...andMore(more)]),
    table({
      caption: "",
      columns: ["Stream", "Newest evidence", "Valid until", "Slots with a complete run", "Chain"],
      rows,
    }),
    ...(register.streams.length === 0 ? [] : [registerTable(register)]),
  ]);
  const text = `## Evidence is ${markdownOf(verdict)}\n\n${content}\n`;
  return shortenSummary(text, "what `npx datadog-evidence status` prints");
}
