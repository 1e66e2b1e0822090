import { z } from "zod";

import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { parseJson } from "../../evidence/files/json.ts";
import { StreamName } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import type { FolderToPublish, PublishedFolders, RefusedFolder } from "../../publish/publish-folders.ts";
import type { PublishStatus } from "../../report/job-summary/publish.ts";

/** The streams that `--expect` names; null where it was not given. */
export function expectedStreams(text: string | undefined): readonly string[] | null {
  if (text === undefined) return null;
  const names = text
    .split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "");
  const wrong = names.filter((name) => !StreamName.safeParse(name).success);
  if (names.length > 0 && wrong.length === 0) return [...new Set(names)];
  const what = wrong.length === 0 ? "names no stream" : `${wrong.join(", ")} cannot be a stream`;
  throw new Failure("input", `expect: ${what}`, {
    hint: "separate the streams by commas: --expect prod,stage",
  });
}

/** The result of every folder, and of every expected stream without a folder; the worst first. */
export function publishStatuses(
  folders: readonly FolderToPublish[],
  {
    published,
    unreadable,
    expected,
  }: {
    /** A failure: nothing was published. */
    published: PublishedFolders | Failure;
    unreadable: readonly RefusedFolder[];
    expected: readonly string[];
  },
): readonly PublishStatus[] {
  const lines = folders.map((folder): PublishStatus => {
    const said = { folder: folder.path, ...claimOf(folder) };
    if (published instanceof Failure) return { ...said, became: "not published", why: published.message };
    const refusal = published.refused.find(({ path }) => path === folder.path);
    if (refusal !== undefined) return { ...said, became: "not published", why: refusal.failure.message };
    const became = published.added.includes(folder.path) ? "committed" : "there already";
    return { ...said, became, why: null };
  });
  const unread = unreadable.map(({ path, failure }): PublishStatus => ({
    folder: path,
    stream: null,
    became: "not published",
    outcome: null,
    why: failure.message,
  }));
  const came = new Set(lines.map(({ stream }) => stream));
  const absent = expected
    .filter((stream) => !came.has(stream))
    .map((stream): PublishStatus => ({
      stream,
      folder: null,
      became: "none came",
      outcome: null,
      why: "its job left no evidence",
    }));
  return [...absent, ...unread, ...lines].toSorted(
    (a, b) => weight(b) - weight(a) || byName(a.stream ?? "", b.stream ?? ""),
  );
}

/** The worst of all streams: 2, 3, 0. */
export function exitCodeOf(lines: readonly PublishStatus[]): 0 | 2 | 3 {
  const [worst] = lines;
  if (worst === undefined || weight(worst) === 0) return 0;
  return weight(worst) === 1 ? 3 : 2;
}

/** What no refusal reports: streams without a run, and collections that are not complete. */
export function describeShortfalls(lines: readonly PublishStatus[]): readonly string[] {
  return lines.flatMap(({ stream, became, outcome, why }) => {
    if (became === "none came") return [`${stream}: no run came, ${why}`];
    return outcome === "partial" || outcome === "failed" ? [`${stream}: the collection is ${outcome}`] : [];
  });
}

function weight({ became, outcome }: PublishStatus): number {
  if (became === "none came") return 4;
  if (became === "not published") return 3;
  if (outcome === "failed") return 2;
  return outcome === "partial" ? 1 : 0;
}

const Claim = z.looseObject({
  stream: z.looseObject({ name: StreamName }),
  outcome: z.enum(["complete", "partial", "failed"]).nullable().default(null),
});

/** What a folder says of itself, signed or not. */
function claimOf({ files }: FolderToPublish): Pick<PublishStatus, "stream" | "outcome"> {
  const bytes = files.get(EVIDENCE_NAME) ?? files.get(GAP_NAME);
  const claim = bytes === undefined ? null : parseJson(bytes, Claim);
  return { stream: claim?.stream.name ?? null, outcome: claim?.outcome ?? null };
}

function byName(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
