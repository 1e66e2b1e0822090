import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { BUNDLE_NAME } from "../evidence/files/evidence-files.ts";
import { canonicalJson } from "../evidence/files/canonical.ts";
import { runPath } from "../bundle/run-path.ts";
import { PREDICATE_TYPE, type ChainStatement, type Statement, type Tail } from "../bundle/statement.ts";
import type { Evidence } from "../evidence/schema.ts";
import { awaitFailure, Failure } from "../failure.ts";
import type { Attestation } from "../sign/signing.ts";
import type { BranchHead, LandedCommit, NewRun } from "./branch.ts";
import {
  claimedObstacle,
  findRun,
  lateRunFailure,
  otherRunFailure,
  otherSignatureFailure,
  type ChainHead,
  type StreamId,
} from "./chain-head.ts";
import { commitWithRetry } from "./commit-with-retry.ts";
import type { CommitOptions, CommitPlan, CommitResult } from "./commit-with-retry.ts";
import type { SignedRun } from "./signed-run.ts";
import { signAfterChain } from "./sign-after-chain.ts";
import { isOfSameWorkflow, type SignerCheck } from "./signer-check.ts";

/** The signing step, as a function of the end of the chain; null: outside of any chain. */
export type AttestFiles<Kind extends ChainStatement = Statement> = (
  files: readonly EvidenceFile[],
  tail: Tail | null,
) => Promise<Attestation<Kind>>;

/** What is signed and appended: the evidence of a run, or the declaration of a gap. */
export interface ChainEntry {
  readonly stream: StreamId;
  readonly run: { readonly id: string; readonly attempt: number };
  readonly collectedAt: string;
  /** The first one is the evidence or the declaration. */
  readonly files: readonly EvidenceFile[];
  /** First line of the commit's message. */
  readonly message: string;
}

/**
 * Signs one entry for the end of its chain and commits it there. Another stream that was faster costs another try with
 * the same signature; the entry is signed again only where its own chain went on. After a failure it holds how far it
 * came.
 */
export class ChainAppender<Kind extends ChainStatement> {
  readonly #entry: ChainEntry;
  readonly #attest: AttestFiles<Kind>;
  readonly #place: string;
  /** The position for which the attestation was signed, in canonical form. */
  #signedFor: string | null = null;
  /** The run that only claimed to be ours, so that nobody is asked twice. */
  #stranger: string | null = null;
  /** The chain as it was read last. */
  chain: ChainHead | null = null;
  /** This very entry, where the chain holds it already. */
  existing: SignedRun | null = null;
  /** The last one that was signed; null after a signing step that failed. */
  attestation: Attestation<Kind> | null = null;
  hasFailedToSign = false;
  isRefused = false;
  signatures = 0;
  attempts = 0;

  constructor(entry: ChainEntry, attest: AttestFiles<Kind>) {
    this.#entry = entry;
    this.#place = runPath(entry);
    this.#attest = attest;
  }

  /** Appends the entry. With `commits: false` it is only signed for its place. Throws what keeps it from its place. */
  async append({
    commits,
    ...options
  }: CommitOptions & { readonly commits: boolean }): Promise<CommitResult | null> {
    const { stream, message } = this.#entry;
    const { check } = options;
    const plan: CommitPlan = {
      addTo: async (chain, head) => this.#addTo(chain, { head, check, commits }),
      message: (runs) => {
        const others = runs.map(({ place }) => place).filter((place) => place !== this.#place);
        const body = others.length === 0 ? [] : ["", "With runs that waited to be committed:", ...others];
        return [message, ...body].join("\n");
      },
    };
    return commitWithRetry([stream], plan, options);
  }

  /** Signs for this position, unless that is what was signed last: a timestamp costs somebody else's work. */
  async sign(tail: Tail | null): Promise<Attestation<Kind>> {
    const position = canonicalJson(
      tail && [tail.next, tail.last?.statement ?? null, { ...tail.restart }, tail.evidence?.sha256 ?? null],
    );
    if (this.attestation !== null && this.#signedFor === position) return this.attestation;
    this.attestation = null;
    this.hasFailedToSign = true;
    this.attestation = await this.#attest(this.#entry.files, tail);
    this.hasFailedToSign = false;
    this.#signedFor = position;
    this.signatures += 1;
    return this.attestation;
  }

  async #addTo(
    chain: ChainHead,
    { head, check, commits }: { head: BranchHead; check: SignerCheck; commits: boolean },
  ): Promise<readonly NewRun[] | null> {
    const { stream, run, collectedAt, files } = this.#entry;
    const place = this.#place;
    this.attempts += 1;
    this.chain = chain;
    const found = await findRun({ run, place, contentSha256: files[0]?.sha256 ?? "" }, chain, {
      head,
      check,
    });
    if (found === "other") throw this.#refuse(otherRunFailure(stream, run));
    if (found !== null && found.signer === "claimed") {
      // Whoever read the evidence elsewhere may have signed it first.
      const own = this.attestation ?? (await this.sign(null));
      if (!isOfSameWorkflow(found.read, own)) throw this.#refuseSigned(otherSignatureFailure(stream, run));
    }
    this.existing = found;
    if (found?.at.isCommitted === true) return null;
    const late = lateRunFailure(collectedAt, chain);
    if (late !== null) throw this.#refuse(late);

    const signed = found === null ? await this.signAfter(chain) : null;
    // Only our own certificate shows who certifies us, so this can be asked after signing at the earliest.
    const obstacle =
      signed === null
        ? null
        : claimedObstacle({ run, collectedAt }, chain, ({ read }) => isOfSameWorkflow(read, signed));
    if (obstacle !== null) throw this.#refuseSigned(obstacle);
    if (!commits) return null;
    if (signed === null) return [];
    return [{ stream: stream.name, place, files: [...files, fileOf(BUNDLE_NAME, signed.bundle)] }];
  }

  /** Signs for the end of the chain, and without a comparison where somebody else made what it compares with. */
  async signAfter(chain: ChainHead): Promise<Attestation<Kind>> {
    const after = await signAfterChain(chain, {
      sign: async (tail) => this.sign(tail),
      isStranger: ({ link }) => link !== null && link.statement === this.#stranger,
    });
    this.#stranger = after.stranger?.link?.statement ?? this.#stranger;
    this.chain = after.chain;
    return after.signed;
  }

  #refuse(failure: Failure): Failure {
    this.isRefused = true;
    return failure;
  }

  /** Refuses what was signed for a place that it does not get: it is signed again, outside of the chain. */
  #refuseSigned(failure: Failure): Failure {
    this.attestation = null;
    this.#signedFor = null;
    return this.#refuse(failure);
  }
}

/** A repository as the destination of a run. */
export interface EvidenceRepository extends Pick<CommitOptions, "branch" | "check"> {
  /** False: the run is only signed for its place in the chain; `publish` commits it later. */
  readonly commits: boolean;
  /** The chain as it was before collecting; null where it could not be read. */
  readonly recalled: ChainHead | null;
}

/** The result of appending a run to its stream's chain. */
export interface AppendedRun {
  /** The one that was committed, or the last one where none was; null where nothing could be signed. */
  readonly attestation: Attestation | null;
  readonly landed: LandedCommit | null;
  /** How often the run was signed, and how often the commit was tried again because another one was faster. */
  readonly signatures: number;
  readonly retries: number;
  /** What could not be done, each a sentence; it decides the exit. */
  readonly undone: readonly Failure[];
  /** What people should know, each a sentence; it does not decide the exit. */
  readonly warnings: readonly string[];
}

/**
 * Signs the evidence for the end of its stream's chain and commits it there. Never throws a `Failure`: what could not
 * be done is in `undone`, and evidence that the repository does not take is signed all the same.
 */
export async function appendRun(
  { evidence, files }: { evidence: Evidence; files: readonly EvidenceFile[] },
  attest: AttestFiles,
  { recalled, ...options }: EvidenceRepository & CommitOptions,
): Promise<AppendedRun> {
  const { stream, source, run, collectedAt, outcome } = evidence;
  const message = `${stream.name}: evidence of ${collectedAt}, ${outcome}`;
  const entry = { stream: { name: stream.name, site: source.site }, run, collectedAt, files, message };
  const appender = new ChainAppender(entry, attest);
  const undone: Failure[] = [];
  const landed = await tryStep(undone, async () => appender.append(options));
  const existing = appender.existing === null ? null : toAttestation(appender.existing);
  if (existing === null && appender.attestation === null && !appender.hasFailedToSign) {
    // What the chain refuses, or whose place is not known, is signed outside of it.
    const chain = appender.isRefused ? null : (appender.chain ?? recalled);
    await tryStep(undone, async () => (chain === null ? appender.sign(null) : appender.signAfter(chain)));
  }
  const { warnings = [] } = appender.chain ?? recalled ?? {};
  const isInRepository = options.commits || appender.existing !== null;
  return {
    attestation: existing ?? appender.attestation,
    landed: isInRepository ? landed : null,
    signatures: appender.signatures,
    retries: Math.max(0, appender.attempts - 1),
    undone: [...undone, ...(landed?.undone ?? [])],
    warnings: [...warnings, ...(landed?.warnings ?? [])],
  };
}

/** Runs the step and returns its result; null where it failed in a foreseen way, which is added to `undone`. */
export async function tryStep<T>(undone: Failure[], step: () => Promise<T>): Promise<T | null> {
  const result = await awaitFailure(step);
  if (!(result instanceof Failure)) return result;
  undone.push(result);
  return null;
}

function toAttestation({ statement, bundle, signedBy }: SignedRun): Attestation | null {
  if (statement.predicateType !== PREDICATE_TYPE) return null;
  return { statement, bundle, signedBy: signedBy ?? "", issuer: null, signedAt: null };
}
