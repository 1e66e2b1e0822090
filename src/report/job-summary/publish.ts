import { markdown } from "../render/sanitize.ts";

/** What became of a run folder, or of a stream of which none came. */
export interface RollLine {
  /** Null where the folder does not say. */
  readonly stream: string | null;
  /** Null where none came. */
  readonly folder: string | null;
  readonly became: "none came" | "not published" | "committed" | "there already";
  /** How its collection ended, as the folder says; null where it does not say. */
  readonly outcome: string | null;
  /** Null where all is well. */
  readonly why: string | null;
}

/** A matrix has 256 jobs at most. The summary of a job has a limit too. */
const MOST = 300;

/** The summary of many streams as Markdown. The worst are told first, so that no limit hides them. */
export function rollSummary(
  lines: readonly RollLine[],
  { repository, commit }: { readonly repository: string; readonly commit: string | null },
): string {
  const good = lines.filter(({ became }) => became === "committed" || became === "there already");
  const streams = new Set(lines.map(({ stream, folder }) => stream ?? folder));
  const there = new Set(good.map(({ stream, folder }) => stream ?? folder));
  const more = lines.length - MOST;
  return [
    `## ${there.size} of ${streams.size} streams are in ${markdown(repository)}`,
    "",
    commit === null ? "Nothing was committed." : `Commit \`${commit}\`.`,
    "",
    "| Stream | Run | Collected | Why |",
    "| --- | --- | --- | --- |",
    ...lines
      .slice(0, MOST)
      .map(
        ({ stream, became, outcome, why }) =>
          `| ${markdown(stream ?? "unknown")} | ${became} | ${markdown(outcome ?? "–")} | ${markdown(why ?? "")} |`,
      ),
    ...(more > 0 ? ["", `And ${more} more.`] : []),
    "",
  ].join("\n");
}
