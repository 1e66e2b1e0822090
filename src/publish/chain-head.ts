import { canonicalJson } from "../evidence/files/canonical.ts";
import type { Tail, Reason } from "../bundle/statement.ts";
import { Failure } from "../failure.ts";
import type { EarlierRun } from "../policy/run-changes.ts";
import { HOUR_MS } from "../platform/time.ts";
import type { BranchHead, StoredRun } from "./branch.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import { readableBundles } from "./layout.ts";
import { readContent, readSignedRun } from "./signed-run.ts";
import type { Content, SignedRun, Unreadable, UnusableCode } from "./signed-run.ts";
import type { SignerCheck } from "./signer-check.ts";

/** Where a stream's chain ends in a repository. */
export interface ChainHead {
  readonly stream: StreamId;
  readonly tail: Tail;
  /** The run that the tail names; null where it names none. */
  readonly end: SignedRun | null;
  /** The run that the next one is compared with: `end`, or the last run before it if `end` is a declared gap. Null where there is none. */
  readonly compared: SignedRun | null;
  /** When the newest run of our own was collected; null where there is none. */
  readonly newest: string | null;
  /** The signed runs of the latest days, those in `waiting` included. */
  readonly runs: readonly SignedRun[];
  /** Uncommitted runs in the work tree that follow the chain; the next commit adds them. */
  readonly waiting: readonly SignedRun[];
  /** What people should check, each a sentence. */
  readonly warnings: readonly string[];
}

/** Which stream: its name, and the Datadog site of its organisation. */
export interface StreamId {
  readonly name: string;
  readonly site: string;
}

/** Why a chain restarts, each the end of a sentence about the last run. We sign these, so they quote nothing. */
const RESTARTS: Readonly<Record<UnusableCode | "other-stream", string>> = {
  unreadable: "has no signature or no content that can be read",
  "too-large": "is larger than a run can be",
  "not-genuine": "was not signed by the key that it names, or contradicts itself",
  changed: "does not have the files that were signed",
  "other-stream": "is of another stream or another Datadog site",
};

/**
 * Reads the end of the stream's chain at that head of the branch. A last run that has no bundle, was changed or belongs
 * to another stream is never skipped in silence: the chain restarts after it, and the next statement says why. Whoever
 * may write the repository may have written that run: it is read within bounds, and nothing that it says is repeated.
 */
export async function readChainHead(
  head: BranchHead,
  stream: StreamId,
  check: SignerCheck,
): Promise<ChainHead> {
  const read = await readRuns(await head.latest(stream.name), check);
  const committed = read.filter(({ at: { isCommitted } }) => isCommitted);
  const end = await committedEnd(committed, stream);
  // A run in the work tree that is not signed waits for `attest`.
  const uncommitted = read.filter((run) => "statement" in run).filter(({ at }) => !at.isCommitted);
  return appendUncommittedRuns(end, uncommitted);
}

/** Reads what the bundles of these runs say, as far as they are not too many or too large. */
export async function readRuns(
  runs: readonly StoredRun[],
  check: SignerCheck,
): Promise<readonly (SignedRun | Unreadable)[]> {
  const bundles = runs.map(({ place, files }) => ({ path: place, size: files.get(BUNDLE_NAME)?.size ?? 0 }));
  const readable = new Set(readableBundles(bundles).map(({ path }) => path));
  return Promise.all(
    runs.map(async (at) => {
      if (readable.has(at.place)) return readSignedRun(at, check);
      return { at, code: "too-large", trouble: "is too large, or one of too many" };
    }),
  );
}

async function committedEnd(read: readonly (SignedRun | Unreadable)[], stream: StreamId): Promise<ChainHead> {
  const runs = read.filter((run) => "statement" in run);
  const chained = runs.filter(({ link }) => link !== null).toSorted(bySequence);
  const last = chained.at(-1);
  const startAt = (restart: Reason | null): ChainHead => ({
    stream,
    tail: { next: (last?.link?.sequence ?? 0) + 1, last: null, restart, evidence: null },
    end: null,
    compared: null,
    newest: newestOf(chained.filter(isOwn)),
    runs,
    waiting: [],
    warnings: restart === null ? [] : [`the chain of ${stream.name} restarts: ${restart.message}`],
  });
  const restartAfter = ({ place }: StoredRun, code: keyof typeof RESTARTS): ChainHead => {
    // The name of the run, after `2026/2026-11-22/061731Z`, is a stranger's text.
    const unnamed = place.slice(0, place.indexOf("Z-") + 1);
    return startAt({ code, message: `the run ${unnamed} ${RESTARTS[code]}` });
  };

  const broken = read.find((run) => "trouble" in run && (last === undefined || run.at.place > last.at.place));
  if (broken !== undefined && "trouble" in broken) return restartAfter(broken.at, broken.code);
  if (last === undefined) return startAt(null);
  const { name, site } = last.statement.predicate.stream;
  if (name !== stream.name || site !== stream.site) return restartAfter(last.at, "other-stream");
  // A key may have been replaced. The other key cannot be checked here, so only number and digest of that run are used.
  if (last.signer === "other") {
    return { ...startAt(null), ...endAt(last, null), warnings: [otherSigner(last)] };
  }
  const content = await readContent(last);
  if ("trouble" in content) return restartAfter(last.at, content.code);
  return { ...startAt(null), ...endAt(last, await evidenceBefore(last, content, chained)) };
}

type ChainEnd = Pick<ChainHead, "tail" | "end" | "compared">;

/** The chain as it ends with this run, and with the evidence that the next run is compared with. */
function endAt(
  run: SignedRun,
  before: { readonly run: SignedRun; readonly evidence: EarlierRun } | null,
): ChainEnd {
  return { tail: tailAfter(run, before?.evidence ?? null), end: run, compared: before?.run ?? null };
}

/** The end of the chain after this run. */
export function tailAfter({ link }: SignedRun, evidence: EarlierRun | null): Tail {
  return { next: (link?.sequence ?? 0) + 1, last: link, restart: null, evidence };
}

/** Appends uncommitted runs to the chain, as long as each names the one before. */
async function appendUncommittedRuns(end: ChainHead, waiting: readonly SignedRun[]): Promise<ChainHead> {
  let last: ChainEnd = end;
  const linked: SignedRun[] = [];
  const warnings = [...end.warnings];
  for (const run of waiting.toSorted(bySequence)) {
    const content = isNextInChain(last.tail, run) ? await readContent(run) : null;
    if (content === null || "trouble" in content) {
      warnings.push(
        `the run ${run.at.place} in the work tree is not committed, because it does not follow the end of the chain`,
      );
      continue;
    }
    const before =
      run.signer === "other" ? null : await evidenceBefore(run, content, [...end.runs, ...linked]);
    last = endAt(run, before);
    linked.push(run);
  }
  const runs = [...end.runs, ...linked];
  const newest = newestOf(runs.filter((run) => run.link !== null && isOwn(run)));
  return { ...end, ...last, newest, runs, waiting: linked, warnings };
}

/** Whether the run was signed for that position. */
export function isNextInChain(tail: Tail, { statement }: Pick<SignedRun, "statement">): boolean {
  const { sequence, previous } = statement.predicate;
  return sequence === tail.next && canonicalJson(previous) === canonicalJson(tail.last);
}

/** The evidence that was collected last, and its run: the run itself, or the one before a declared gap. */
async function evidenceBefore(
  run: SignedRun,
  { evidence, policy }: Content,
  runs: readonly SignedRun[],
): Promise<{ readonly run: SignedRun; readonly evidence: EarlierRun } | null> {
  if (evidence !== null) return { run, evidence: { evidence, policy, sha256: run.contentSha256 } };
  const { previous } = run.statement.predicate;
  const before = runs.find(({ link }) => link !== null && link.statement === previous?.statement);
  if (before === undefined || before.signer === "other") return null;
  const content = await readContent(before);
  return "trouble" in content ? null : evidenceBefore(before, content, runs);
}

/** The same chain without evidence to compare with, because its last run only claims to be ours. */
export function withoutComparison(chain: ChainHead, stranger: SignedRun): ChainHead {
  return {
    ...chain,
    tail: { ...chain.tail, evidence: null },
    compared: null,
    warnings: [...chain.warnings, otherSigner(stranger)],
  };
}

function otherSigner({ at, signedBy }: SignedRun): string {
  const whom = signedBy === null ? "keyless" : `by the key ${signedBy}`;
  return `the run ${at.place} is signed ${whom}; that signature was not verified here, so the chain continues after it without a comparison`;
}

function newestOf(runs: readonly SignedRun[]): string | null {
  return (
    runs
      .map(({ statement }) => statement.predicate.collectedAt)
      .toSorted()
      .at(-1) ?? null
  );
}

/** Whether the run is our own. A stranger's run may claim any time, and must not keep ours from the chain. */
function isOwn({ signer }: SignedRun): boolean {
  return signer === "own";
}

/** By place in the chain; where two runs claim the same place, the later folder last. Verifying finds both. */
export function bySequence(a: SignedRun, b: SignedRun): number {
  const difference = (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0);
  if (difference !== 0) return difference;
  return a.at.place < b.at.place ? -1 : 1;
}

/** A run as its statement names it. */
export interface WantedRun {
  readonly run: { readonly id: string; readonly attempt: number };
  readonly place: string;
  readonly contentSha256: string;
}

/** The run in the repository that has this run's name or place; `other` where its content differs. */
export async function findRun(
  { run, place, contentSha256 }: WantedRun,
  { stream, runs }: ChainHead,
  { head, check }: { head: BranchHead; check: SignerCheck },
): Promise<SignedRun | "other" | null> {
  // A stranger may give a run any name.
  const named = runs.find((other) => {
    const isOurs =
      other.signer === "own" || (other.signer === "claimed" && other.contentSha256 === contentSha256);
    return isOurs && hasName(other, run);
  });
  const stored = named === undefined ? await head.runAt(stream.name, place) : null;
  const found = named ?? (stored === null ? null : await readSignedRun(stored, check));
  if (found === null) return null;
  const isSame = "statement" in found && found.signer !== "other" && found.contentSha256 === contentSha256;
  return isSame ? found : "other";
}

function hasName({ statement: { predicate } }: SignedRun, { id, attempt }: WantedRun["run"]): boolean {
  return predicate.run.id === id && predicate.run.attempt === attempt;
}

/**
 * Some runs only claim to be ours. If one of them is ours and blocks this run, returns why; else null. Anybody can make
 * such a claim, so `isOurs` asks who signed that run.
 */
export function claimedObstacle(
  { run, collectedAt }: { readonly run: WantedRun["run"]; readonly collectedAt: string },
  chain: ChainHead,
  isOurs: (claimed: SignedRun) => boolean,
): Failure | null {
  const claimed = chain.runs.filter((other) => {
    if (other.signer !== "claimed") return false;
    return hasName(other, run) || isFarBefore(collectedAt, other.statement.predicate.collectedAt);
  });
  const ours = claimed.filter(isOurs);
  if (ours.some((other) => hasName(other, run))) return otherRunFailure(chain.stream, run);
  return lateRunFailure(collectedAt, { ...chain, newest: newestOf(ours) });
}

/** The repository holds different evidence under the name of this run. */
export function otherRunFailure({ name }: StreamId, { id, attempt }: WantedRun["run"]): Failure {
  return new Failure(
    "not-published",
    `the stream ${name} already has other evidence of the run ${id}, attempt ${attempt}`,
    {
      hint: "give each collecting step of a workflow its own stream; a re-run is a new attempt and adds its own run",
    },
  );
}

/** The repository holds this very evidence, which somebody else signed. */
export function otherSignatureFailure({ name }: StreamId, { id, attempt }: WantedRun["run"]): Failure {
  return new Failure(
    "not-published",
    `the stream ${name} already has the evidence of the run ${id}, attempt ${attempt}, with the signature of somebody else`,
    {
      hint: "find out who can write to the repository; keep the artifact of this run, which has our signature",
    },
  );
}

/** No run lasts longer, so one that is older than the newest by more did not race with it. */
const LATEST_MS = 6 * HOUR_MS;

function isFarBefore(collectedAt: string, newest: string): boolean {
  return Date.parse(collectedAt) < Date.parse(newest) - LATEST_MS;
}

/** The chain has much newer evidence, so the run cannot become its end; null where it can. */
export function lateRunFailure(collectedAt: string, { stream, newest }: ChainHead): Failure | null {
  if (newest === null || !isFarBefore(collectedAt, newest)) return null;
  return new Failure(
    "not-published",
    `the stream ${stream.name} already has newer evidence (${newest}) than this run (${collectedAt})`,
    { hint: "check the clock of this machine; a run can be added until 6 hours after the newest one" },
  );
}
