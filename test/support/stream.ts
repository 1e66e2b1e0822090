import { rm } from "node:fs/promises";
import path from "node:path";

import { formatTime } from "../../src/platform/time.ts";
import { diskFiles } from "../../src/platform/disk.ts";
import { runAttester, gapAttester, keySigner } from "../../src/sign/attest.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { statementSigner, type StatementSigner } from "../../src/sign/signing.ts";
import type { ChainStatement, Link, Tail } from "../../src/bundle/statement.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { fileOf, type EvidenceFile } from "../../src/evidence/file.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import { GAP_NAME, type Gap } from "../../src/evidence/gap.ts";
import type { Evidence, Item } from "../../src/evidence/schema.ts";
import { policyAmong } from "../../src/policy/derive-policy.ts";
import { evaluatePolicy } from "../../src/policy/evaluate-policy.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { POLICY_NAME, type Policy } from "../../src/policy/schema.ts";
import { parsePeriod } from "../../src/verify/period/range.ts";
import type { PeriodVerdict, StreamVerdict } from "../../src/verify/period/verdict.ts";
import { verifyPeriod } from "../../src/verify/period/verify-period.ts";
import type { Root } from "../../src/verify/trust/roots.ts";
import type { SampleSelection } from "../../src/verify/stream/sample.ts";
import { locateStreams, type StreamFolder } from "../../src/verify/stream/find-streams.ts";
import { readCopies } from "../../src/verify/stream/copies.ts";
import { evidenceOf, withControlsAgain, writeRun } from "./evidence.ts";
import { SECOND_VERIFIER } from "./second-verifier.ts";
import { temporaryFolder } from "./temp.ts";
import { SIGNER } from "./tampering.ts";

const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

/** Evidence as a run at this instant collects it, its signals of the seven days before. */
export function evidenceAt(
  collectedAt: string,
  { items, ...overrides }: Partial<Evidence> & { readonly items?: Item[] } = {},
): Evidence {
  const at = Date.parse(collectedAt);
  const startedAt = formatTime(new Date(at - 41_000));
  const usualRun = evidenceOf().run;
  return evidenceOf(items, {
    startedAt,
    collectedAt,
    run: { ...usualRun, id: `run-${sha256(collectedAt).slice(0, 8)}` },
    ...overrides,
  });
}

/** The evidence with the results of a policy. */
export function judgedBy(evidence: Evidence, text: string): Evidence {
  const read = readPolicy(Buffer.from(text), null);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  const results = evaluatePolicy(read.policy, evidence) ?? [];
  const judged = { ...evidence, policy: { sha256: sha256(text), results: [...results] } };
  return withControlsAgain(judged, read.policy);
}

/** The instants of daily runs, at the schedule of the tests, from the day on. */
export function days(first: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    formatTime(new Date(Date.parse(`${first}T06:17:31Z`) + index * DAY)),
  );
}

/** A run as it was written. */
export interface Written {
  readonly folder: string;
  /** Null for a declared gap. */
  readonly evidence: Evidence | null;
  readonly policy: Policy | null;
  readonly content: string;
  readonly statement: ChainStatement;
  readonly link: Link;
}

/** How a run is sealed that was collected then. */
export type SealAt = (collectedAt: string) => StatementSigner;

/** A stream below `root` that grows run by run, each linked to the one before. */
export class WrittenStream {
  readonly runs: Written[] = [];
  readonly root: string;
  readonly #sealAt: SealAt;

  constructor(root: string, by: SigningKey | SealAt = SIGNER) {
    this.root = root;
    this.#sealAt = typeof by === "function" ? by : () => statementSigner(keySigner(by));
  }

  /** The same stream, copied to another folder, up to the run with this number; what came after is removed there. */
  async copiedTo(root: string, upTo = this.runs.length): Promise<WrittenStream> {
    const copy = new WrittenStream(root, this.#sealAt);
    for (const [index, run] of this.runs.entries()) {
      const folder = path.join(root, path.relative(this.root, run.folder));
      if (index < upTo) copy.runs.push({ ...run, folder });
      else await rm(folder, { recursive: true, force: true });
    }
    return copy;
  }

  /** The end of the chain, where the next run goes. */
  get tail(): Tail {
    const last = this.runs.at(-1);
    const before = this.runs.findLast(({ evidence }) => evidence !== null);
    return {
      next: (last?.link.sequence ?? 0) + 1,
      last: last?.link ?? null,
      restart: null,
      evidence:
        before?.evidence == null
          ? null
          : { evidence: before.evidence, sha256: before.content, policy: before.policy },
    };
  }

  /** The folder of the run with this number, as they were added. */
  folder(number: number): string {
    const run = this.runs[number - 1];
    if (run === undefined) throw new Error(`there is no run ${number}`);
    return run.folder;
  }

  async add(evidence: Evidence, tail: Tail | null = this.tail, by: SealAt = this.#sealAt): Promise<Written> {
    return this.#append(evidence, evidenceFiles(evidence), { tail, by });
  }

  /** A run that was given this policy; its results are those that follow. */
  async addJudged(evidence: Evidence, policy: string): Promise<Written> {
    const judged = judgedBy(evidence, policy);
    const files = [...evidenceFiles(judged), fileOf(POLICY_NAME, policy)];
    return this.#append(judged, files, { tail: this.tail, by: this.#sealAt });
  }

  async #append(
    evidence: Evidence,
    files: readonly EvidenceFile[],
    { tail, by }: { readonly tail: Tail | null; readonly by: SealAt },
  ): Promise<Written> {
    const attested = await runAttester(by(evidence.collectedAt))(evidence, files, tail);
    const place = path.join(evidence.stream.name, runPath(evidence));
    return this.#write(place, { evidence, files, ...attested });
  }

  async addAll(times: readonly string[]): Promise<void> {
    for (const time of times) await this.add(evidenceAt(time));
  }

  async declare(gap: Gap, tail: Tail | null = this.tail): Promise<Written> {
    const files = [fileOf(GAP_NAME, `${JSON.stringify(gap, null, 2)}\n`)];
    const attested = await gapAttester(this.#sealAt(gap.declaredAt))(gap, files, tail);
    const place = path.join(gap.stream.name, runPath({ collectedAt: gap.declaredAt, run: gap.run }));
    return this.#write(place, { evidence: null, files, ...attested });
  }

  async #write(
    place: string,
    {
      evidence,
      files,
      statement,
      bundle,
    }: {
      readonly evidence: Evidence | null;
      readonly files: readonly EvidenceFile[];
      readonly statement: ChainStatement;
      readonly bundle: string;
    },
  ): Promise<Written> {
    const folder = path.join(this.root, place);
    await writeRun(folder, files, bundle);
    const { sequence } = statement.predicate;
    const link = { sequence: sequence ?? 0, statement: sha256(JSON.stringify(statement)) };
    const content = files[0]?.sha256 ?? "";
    const written = { folder, evidence, policy: policyAmong(files), content, statement, link };
    this.runs.push(written);
    return written;
  }
}

/** A stream of runs at these times in a temporary folder, which goes with it, and what our verifier says of it. */
export async function temporaryStream(times: readonly string[] = []) {
  const { path: root, ...folder } = await temporaryFolder();
  const stream = new WrittenStream(root);
  await stream.addAll(times);
  const verdict = async (asked?: Parameters<typeof verdictOver>[1]) => verdictOver(root, asked);
  return Object.assign(stream, folder, { verdict });
}

/** A declaration that the runs in the range are missing. */
export function gapOf(from: string, to: string, overrides: Partial<Gap> = {}): Gap {
  return {
    schema: "datadog-evidence-gap/v1",
    stream: { name: "prod", site: "datadoghq.eu", cadence: "P1D" },
    declaredAt: formatTime(new Date(Date.parse(to) + 9 * HOUR)),
    range: { from, to },
    cause: "Workflows were off while the organisation moved",
    ticket: "GRC-412",
    role: "compliance engineer",
    run: { id: `gap-${sha256(from).slice(0, 8)}`, attempt: 1, github: null },
    ...overrides,
  };
}

/** The streams at the path. */
export function streamsAt(folder: string): readonly StreamFolder[] {
  const found = locateStreams(diskFiles(folder));
  if (found.kind === "run") throw new Error(`${folder} is a run folder`);
  return found.streams;
}

/** What our verifier says of the streams at the path. */
export async function verdictOver(
  asked: string,
  {
    from,
    to,
    witness,
    now = "2026-12-31T00:00:00Z",
    keys = [SIGNER],
    roots = [],
    requiresTime = false,
    selection = null,
    requiresExpectations = false,
  }: {
    readonly from?: string;
    readonly to?: string;
    readonly witness?: string;
    readonly now?: string;
    readonly keys?: readonly SigningKey[];
    readonly roots?: readonly Root[];
    readonly requiresTime?: boolean;
    readonly selection?: SampleSelection | null;
    readonly requiresExpectations?: boolean;
  } = {},
): Promise<PeriodVerdict> {
  const trust = {
    keys: keys.map(({ publicPem }) => readVerifyingKey(publicPem)),
    roots,
    requiresTime,
    now: new Date(now),
  };
  await SECOND_VERIFIER.getStore()?.({
    folder: asked,
    trust,
    now: new Date(now),
    from,
    to,
    copies: witness,
    selection,
    requiresExpectations,
  });
  const found = locateStreams(diskFiles(asked));
  if (found.kind === "run") throw new Error(`${asked} is a run folder`);
  return verifyPeriod(found.streams, {
    trust,
    asked: parsePeriod({ from, to }, new Date(now)),
    witness: witness === undefined ? null : await readCopies(diskFiles(witness), trust),
    now: new Date(now),
    selection,
    requiresExpectations,
    skipped: found.skipped,
  });
}

/** The verdict on the only stream there is. */
export function only({ streams }: PeriodVerdict): StreamVerdict {
  const [stream] = streams;
  if (stream === undefined || streams.length > 1) throw new Error(`there are ${streams.length} streams`);
  return stream;
}
