import { HOUR_MS } from "../platform/time.ts";
import type { Attestation } from "../sign/signing.ts";
import { PREDICATE_TYPE } from "../bundle/statement.ts";
import type { Tail } from "../bundle/statement.ts";
import { canonical } from "../evidence/files/canonical.ts";
import { fileOf } from "../evidence/file.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import { runFolder } from "../bundle/run-path.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import type { Addition, Branch, Head, Landed, NewRun } from "./branch.ts";
import { grown } from "./commit-loop.ts";
import type { OwnKey, SignedRun } from "./signed-run.ts";
import { streamEnd } from "./chain-head.ts";
import type { StreamEnd } from "./chain-head.ts";

/** The signing step, as a function of what stands before the run. */
export type Attestor = (files: readonly EvidenceFile[], tail: Tail | null) => Promise<Attestation>;

/** A repository as the destination of a run. */
export interface EvidenceRepository {
  readonly branch: Branch;
  /** The key that signs, to check our own last signature with; null where signing is keyless. */
  readonly own: OwnKey;
  /** False: the run is signed for its place in the chain, and somebody else commits it. */
  readonly commits: boolean;
  /** The end of the stream as it was before collecting; null where it could not be read. */
  readonly recalled: StreamEnd | null;
}

/** What came of a run on its stream's chain. */
export interface Linked {
  /** The one that landed, or the last one where none did; null where nothing could be signed. */
  readonly attestation: Attestation | null;
  readonly landed: Landed | null;
  /** How often was signed, and how often tried again because somebody else was faster. */
  readonly signatures: number;
  readonly retries: number;
  readonly undone: readonly Failure[];
  readonly warnings: readonly string[];
}

/** The longest deadline: nothing that began before the last run can come later than that. */
const LATEST_MS = 6 * HOUR_MS;

/**
 * Signs the evidence for the end of its stream's chain and commits it there.
 * Another stream that was faster costs another try with the same signature;
 * only when the stream itself went on is the run linked and signed again.
 */
export async function linked(
  { evidence, files }: { readonly evidence: Evidence; readonly files: readonly EvidenceFile[] },
  attest: Attestor,
  {
    repository: { branch, own, commits, recalled },
    guide,
    signal,
  }: { readonly repository: EvidenceRepository; readonly guide: string; readonly signal: AbortSignal },
): Promise<Linked> {
  const signer = new Signing(attest, files);
  const undone: Failure[] = [];
  let end: StreamEnd | null = recalled;
  let there: Attestation | null = null;
  let landed: Landed | null = null;
  let retries = 0;

  const plan = async (head: Head): Promise<Addition | null> => {
    retries += 1;
    end = await streamEnd(head, { name: evidence.stream.name, site: evidence.source.site }, own);
    const found = await foundIn(end, head, { evidence, files });
    there = found === null ? null : attestationOf(found);
    if (found?.at.isCommitted) return null;
    refuseLate(evidence, end);
    const attestation = there ?? (await signer.signFor(end.tail));
    if (!commits) return null;
    const waiting = await Promise.all(end.waiting.map(async (run) => newRunOf(run, evidence.stream.name)));
    return {
      runs: there === null ? [...waiting, newRun(evidence, files, attestation)] : waiting,
      guide: head.hasGuide ? null : guide,
      message: messageOf(evidence, end.waiting),
    };
  };

  try {
    const grew = await grown(branch, { streams: [evidence.stream.name], plan, signal });
    if (commits || there !== null) landed = grew;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    undone.push(error);
  }
  if (there === null && signer.last === null && !signer.hasFailed) {
    // What no repository takes is signed all the same; where the end is not known, it is not chained.
    const isRefused = undone.some((failure) => failure instanceof Refused);
    await noted(undone, async () => signer.signFor(isRefused ? null : ((end ?? recalled)?.tail ?? null)));
  }
  return {
    attestation: there ?? signer.last,
    landed,
    signatures: signer.count,
    retries: Math.max(0, retries - 1),
    undone,
    warnings: [...((end ?? recalled)?.warnings ?? []), ...(landed?.warnings ?? [])],
  };
}

/** A run that the chain does not take, whatever else may happen. */
class Refused extends Failure {}

/** Signs again only for another end: a timestamp is somebody else's work. */
class Signing {
  readonly #attest: Attestor;
  readonly #files: readonly EvidenceFile[];
  #tail: string | null = null;
  last: Attestation | null = null;
  count = 0;
  hasFailed = false;

  constructor(attest: Attestor, files: readonly EvidenceFile[]) {
    this.#attest = attest;
    this.#files = files;
  }

  async signFor(tail: Tail | null): Promise<Attestation> {
    const wanted = canonical(
      tail === null
        ? null
        : [tail.next, tail.last?.statement ?? null, { ...tail.restart }, tail.evidence?.sha256 ?? null],
    );
    if (this.last !== null && this.#tail === wanted) return this.last;
    this.last = null;
    this.hasFailed = true;
    this.last = await this.#attest(this.#files, tail);
    this.hasFailed = false;
    this.#tail = wanted;
    this.count += 1;
    return this.last;
  }
}

/** This very run, where the stream holds it already. Throws where it holds another one under the same name. */
async function foundIn(
  { runs }: StreamEnd,
  head: Head,
  { evidence, files }: { readonly evidence: Evidence; readonly files: readonly EvidenceFile[] },
): Promise<SignedRun | null> {
  const { run, stream } = evidence;
  const digest = files[0]?.sha256 ?? null;
  const place = runFolder(evidence);
  const isSameRun = ({ statement: { predicate } }: SignedRun): boolean =>
    predicate.run.id === run.id && predicate.run.attempt === run.attempt;
  const same = runs.find(isSameRun);
  if (same === undefined && (await head.runAt(stream.name, place)) === null) return null;
  if (same?.contentSha256 === digest) return same;
  throw new Refused(
    "not-published",
    `${stream.name} holds other evidence of the run ${run.id}, attempt ${run.attempt} already`,
    { hint: "give each collecting step of a workflow its own stream; a re-run is a new attempt and adds" },
  );
}

/** Later evidence stands in the chain already, so this would not be its end. */
export function refuseLate(
  { collectedAt, stream }: { readonly collectedAt: string; readonly stream: { readonly name: string } },
  { newest }: StreamEnd,
): void {
  if (newest === null || Date.parse(collectedAt) >= Date.parse(newest) - LATEST_MS) return;
  throw new Refused(
    "not-published",
    `the stream ${stream.name} has moved on: it holds evidence of ${newest}, this is of ${collectedAt}`,
    { hint: "check the clock of this machine; evidence is added within 6 hours or not at all" },
  );
}

function attestationOf({ statement, bundle, signedBy }: SignedRun): Attestation | null {
  if (statement.predicateType !== PREDICATE_TYPE) return null;
  return { statement, bundle, signedBy: signedBy ?? "", signedAt: null };
}

function newRun(evidence: Evidence, files: readonly EvidenceFile[], { bundle }: Attestation): NewRun {
  return {
    stream: evidence.stream.name,
    place: runFolder(evidence),
    files: [...files, fileOf(BUNDLE_NAME, bundle)],
  };
}

/** A run folder as it is committed: what is signed, and the bundle. */
export async function newRunOf({ at, statement, bundle }: SignedRun, stream: string): Promise<NewRun> {
  const files = statement.subject.map(async ({ name }) =>
    fileOf(name, (await at.files.get(name)?.()) ?? Buffer.alloc(0)),
  );
  return {
    stream,
    place: at.place,
    files: [...(await Promise.all(files)), fileOf(BUNDLE_NAME, bundle)],
  };
}

function messageOf({ stream, collectedAt, outcome }: Evidence, waiting: readonly SignedRun[]): string {
  const headline = `${stream.name}: evidence of ${collectedAt}, ${outcome}`;
  if (waiting.length === 0) return headline;
  return [headline, "", "With what waited to be committed:", ...waiting.map(({ at }) => at.place)].join("\n");
}

/** Notes a foreseen failure; a bug is thrown on. */
async function noted(undone: Failure[], step: () => Promise<unknown>): Promise<void> {
  try {
    await step();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    undone.push(error);
  }
}
