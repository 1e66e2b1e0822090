import type { AttestGap } from "../sign/attest.ts";
import { fileOf } from "../evidence/file.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import { runFolder } from "../bundle/run-path.ts";
import { GAP_NAME } from "../evidence/gap.ts";
import type { Gap } from "../evidence/gap.ts";
import { Failure } from "../failure.ts";
import type { Branch, Head } from "./branch.ts";
import { grown } from "./commit-loop.ts";
import type { Grown } from "./commit-loop.ts";
import { newRunOf } from "./append-run.ts";
import { signedRun } from "./signed-run.ts";
import type { OwnKey } from "./signed-run.ts";
import { streamEnd } from "./chain-head.ts";

/** What the last run of a stream says of it. Throws where there is none: then nothing was due. */
export async function streamAt(head: Head, name: string): Promise<Gap["stream"]> {
  const runs = await Promise.all((await head.latest(name)).map(signedRun));
  const last = runs.findLast((run) => "statement" in run);
  if (last === undefined || !("statement" in last)) {
    throw new Failure("input", `stream: ${name} has no run, so nothing was due and no gap can be declared`, {
      hint: "check --stream and --path",
    });
  }
  const { stream, cadence } = last.statement.predicate;
  return { name, site: stream.site, cadence };
}

/** The declaration as a file. */
export function gapFile(gap: Gap) {
  return fileOf(GAP_NAME, `${JSON.stringify(gap, null, 2)}\n`);
}

/** Signs the declaration onto the end of its stream's chain and commits it; again, whenever somebody is faster. */
export async function declared(
  gap: Gap,
  attest: AttestGap,
  {
    branch,
    own,
    guide,
    signal,
  }: {
    readonly branch: Branch;
    readonly own: OwnKey;
    readonly guide: string;
    readonly signal: AbortSignal;
  },
): Promise<{ readonly place: string; readonly grown: Grown | null }> {
  const { stream, declaredAt, run, range } = gap;
  const files = [gapFile(gap)];
  const place = runFolder({ collectedAt: declaredAt, run });
  let isIn = false;
  const landed = await grown(branch, {
    streams: [stream.name],
    signal,
    plan: async (head) => {
      // A commit whose answer was lost may have landed.
      if (isIn && (await head.runAt(stream.name, place)) !== null) return null;
      isIn = true;
      const end = await streamEnd(head, stream, own);
      const { bundle } = await attest(gap, files, end.tail);
      const waiting = await Promise.all(end.waiting.map(async (each) => newRunOf(each, stream.name)));
      const bundled = [...files, fileOf(BUNDLE_NAME, bundle)];
      return {
        runs: [...waiting, { stream: stream.name, place, files: bundled }],
        guide: head.hasGuide ? null : guide,
        message: `${stream.name}: gap declared from ${range.from} to ${range.to}`,
      };
    },
  });
  return { place, grown: landed };
}
