import { fileOf } from "../evidence/file.ts";
import { GAP_NAME, type Gap } from "../evidence/gap.ts";
import { runPath } from "../bundle/run-path.ts";
import { Failure } from "../failure.ts";
import type { AttestGap } from "../sign/attest.ts";
import { ChainAppender } from "./append-run.ts";
import type { BranchHead } from "./branch.ts";
import type { CommitOptions, CommitResult } from "./commit-with-retry.ts";
import { readRuns } from "./chain-head.ts";
import type { SignerCheck } from "./signer-check.ts";
import { verifySigned } from "./verify-signed.ts";

/** Reads site and cadence of the stream from its last run, our own first. Throws where it has none: then nothing was due. */
export async function readStream(head: BranchHead, name: string, check: SignerCheck): Promise<Gap["stream"]> {
  const read = await readRuns(await head.latest(name), check);
  const runs = read.filter((run) => "statement" in run);
  const last = runs.findLast(({ signer }) => signer === "own" || signer === "claimed") ?? runs.at(-1);
  if (last === undefined) {
    throw new Failure("input", `stream: ${name} has no run, so nothing was due and no gap can be declared`, {
      hint: "check --stream and --path",
    });
  }
  const { stream, cadence } = last.statement.predicate;
  return { name, site: stream.site, cadence };
}

/** The declaration as a file. */
export function toGapFile(gap: Gap) {
  return fileOf(GAP_NAME, `${JSON.stringify(gap, null, 2)}\n`);
}

/** Signs the declaration for the end of its stream's chain and commits it there. Throws where that cannot be done. */
export async function publishGap(
  gap: Gap,
  attest: AttestGap,
  options: CommitOptions,
): Promise<{
  readonly place: string;
  readonly landed: CommitResult | null;
  readonly warnings: readonly string[];
}> {
  const { stream, declaredAt, run, range } = gap;
  const entry = {
    stream,
    run,
    collectedAt: declaredAt,
    files: [toGapFile(gap)],
    message: `${stream.name}: gap declared from ${range.from} to ${range.to}`,
  };
  const appender = new ChainAppender(
    entry,
    verifySigned(async (files, tail) => attest(gap, files, tail), options.check),
  );
  const landed = await appender.append({ ...options, commits: true });
  const warnings = [...(appender.chain?.warnings ?? []), ...(landed?.warnings ?? [])];
  return { place: runPath(entry), landed, warnings };
}
