import type { FreshnessReport } from "../../verify/period/freshness.ts";
import { markdown } from "../render/sanitize.ts";

const MOST = 20;

/** The watcher's job summary as Markdown. */
export function watchSummary({ verdict, findings, streams }: FreshnessReport): string {
  const rows = streams.map(({ stream, newest, slots, chain }) => {
    const numbers = chain.to === null ? "–" : `${chain.from} to ${chain.to}`;
    return `| ${markdown(stream)} | ${newest?.collectedAt ?? "–"} | ${newest?.validUntil ?? "–"} | ${slots.met + slots.late} of ${slots.due} | ${numbers} |`;
  });
  const more = findings.length - MOST;
  return [
    `## Evidence is ${verdict}`,
    "",
    ...findings
      .slice(0, MOST)
      .map(({ stream, verdict: what, words }) => `- **${markdown(stream)}** ${what}: ${markdown(words)}`),
    ...(more > 0 ? [`- and ${more} more`] : []),
    ...(findings.length > 0 ? [""] : []),
    ...(rows.length > 0
      ? [
          "| Stream | Newest evidence | Valid until | Slots with a complete run | Chain |",
          "| --- | --- | --- | --- | --- |",
          ...rows,
        ]
      : []),
    "",
  ].join("\n");
}
