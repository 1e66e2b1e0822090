import { code, markdownOf, name, phrase } from "../render/phrases.ts";
import { table } from "../render/renderer.ts";

/** What became of a run folder, or of a stream of which none came. */
export interface PublishStatus {
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
const MOST_FOLDERS = 300;

/** The job summary of publishing many streams, as Markdown. The worst are first, so that no limit hides them. */
export function publishSummary(
  statuses: readonly PublishStatus[],
  { repository, commit }: { repository: string; commit: string | null },
): string {
  const good = statuses.filter(({ became }) => became === "committed" || became === "there already");
  const streams = new Set(statuses.map(({ stream, folder }) => stream ?? folder));
  const published = new Set(good.map(({ stream, folder }) => stream ?? folder));
  const more = statuses.length - MOST_FOLDERS;
  const rows = statuses
    .slice(0, MOST_FOLDERS)
    .map(({ stream, became, outcome, why }) => [
      name(stream ?? "unknown"),
      became,
      outcome ?? "–",
      why === null ? "" : name(why),
    ]);
  return [
    `## ${published.size} of ${streams.size} streams are in ${markdownOf(name(repository))}`,
    "",
    markdownOf(commit === null ? "Nothing was committed." : phrase`Commit ${code(commit)}.`),
    "",
    table({ caption: "", columns: ["Stream", "Run", "Collected", "Why"], rows }).markdown(),
    ...(more > 0 ? ["", `And ${more} more.`] : []),
    "",
  ].join("\n");
}
