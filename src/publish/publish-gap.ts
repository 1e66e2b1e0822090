import { fileOf } from "../evidence/file.ts";
import { GAP_NAME, type Gap } from "../evidence/gap.ts";
import { runPath } from "../bundle/run-path.ts";
import { Failure } from "../failure.ts";
import type { AttestGap } from "../sign/attest.ts";
import { ChainAppender } from "./append-run.ts";
import type { BranchHead } from "./branch.ts";
import type { CommitOptions, CommitResult } from "./commit-with-retry.ts";
import { readRuns } from "./chain-head.ts";
import { verificationProblem, type SignedRun, type Unreadable } from "./signed-run.ts";
import { readNamedSigner, trustedSignerCheck, type SignerCheck } from "./signer-check.ts";
import { withVerification } from "./with-verification.ts";
import type { Trust } from "../verify/trust/trust.ts";

/** The stream as its last run describes it. */
export interface DescribedStream {
  readonly stream: Gap["stream"];
  /** What people should know, each a sentence. */
  readonly warnings: readonly string[];
}

/**
 * Reads site and cadence of the stream from its last run: with trust from the last one that verifies, without it from
 * our own run before any other. Throws where there is no such run.
 */
export async function describeStream(
  head: BranchHead,
  name: string,
  { check, trust }: { readonly check: SignerCheck; readonly trust: Trust | null },
): Promise<DescribedStream> {
  const read = await readRuns(await head.latest(name), trust === null ? check : trustedSignerCheck(trust));
  const last = trust === null ? lastClaimed(read, name) : await lastVerified(read, { name, trust });
  if (last === undefined) {
    throw new Failure("input", `stream: ${name} has no run, so nothing was due and no gap can be declared`, {
      hint: "check --stream and --path",
    });
  }
  const { stream, cadence } = last.statement.predicate;
  const isVerified = trust !== null || last.signer === "own";
  const warning = `the gap has the site and the cadence of the run ${last.at.place}, whose signature was not verified; name whom you trust with --key, or --issuer and --identity`;
  return { stream: { name, site: stream.site, cadence }, warnings: isVerified ? [] : [warning] };
}

/** The last run of our own, or that claims to be; else the last one of anybody. */
function lastClaimed(read: readonly (SignedRun | Unreadable)[], name: string): SignedRun | undefined {
  const runs = read.filter((run) => "statement" in run).filter((run) => isInPlace(run, name));
  return runs.findLast(({ signer }) => signer !== "other") ?? runs.at(-1);
}

/** The last run that verifies; undefined where there is no run. Throws where none of them verifies. */
async function lastVerified(
  read: readonly (SignedRun | Unreadable)[],
  { name, trust }: { readonly name: string; readonly trust: Trust },
): Promise<SignedRun | undefined> {
  const problems: string[] = [];
  for (const run of read.toReversed()) {
    if ("trouble" in run) problems.push(`${run.at.place} ${run.trouble}`);
    else {
      const problem = await trustProblem(run, { name, trust });
      if (problem === null) return run;
      problems.push(`${run.at.place}: ${problem}`);
    }
  }
  const [first] = problems;
  if (first === undefined) return undefined;
  throw new Failure("not-genuine", `no run of the last two days of ${name} verifies: ${first}`, {
    hint: "check whom you trust; site and cadence of a gap are taken only from a run that verifies",
  });
}

async function trustProblem(
  run: SignedRun,
  { name, trust }: { readonly name: string; readonly trust: Trust },
): Promise<string | null> {
  // The files of a stranger's run are not read: they may be of any number and size.
  if (run.signer !== "own") return `it is signed by ${await readNamedSigner(run.read)}, which is not trusted`;
  if (!isInPlace(run, name)) return "it is not in the folder that its statement names";
  return verificationProblem(run, trust);
}

/** Whether the run is where its statement puts it: an old run, or one of another stream, may be copied to the end. */
function isInPlace({ at, statement: { predicate } }: SignedRun, stream: string): boolean {
  return predicate.stream.name === stream && at.place === runPath(predicate);
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
    withVerification(async (files, tail) => attest(gap, files, tail), options.check),
  );
  const landed = await appender.append({ ...options, commits: true });
  const warnings = [...(appender.chain?.warnings ?? []), ...(landed?.warnings ?? [])];
  return { place: runPath(entry), landed, warnings };
}
