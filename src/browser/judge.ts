import { Failure } from "../failure.ts";
import type { Files } from "../platform/files.ts";
import { formatTime } from "../platform/time.ts";
import { ReportedRuns } from "../report/period/load-report.ts";
import { reportHtml } from "../report/render/page.ts";
import { logLine } from "../report/render/sanitize.ts";
import { loadSignedRun } from "../report/run/load-report.ts";
import { runReport } from "../report/run/report.ts";
import { runVerdictSentence } from "../report/run/verdict-text.ts";
import { worstExitCode } from "../verify/period/verdict.ts";
import { verifyPeriod } from "../verify/period/verify-period.ts";
import { readRunFolder } from "../verify/run/read-folder.ts";
import { verifyRun } from "../verify/run/verify-run.ts";
import { readCopies, type IndependentCopies } from "../verify/stream/copies.ts";
import type { Trust } from "../verify/trust/trust.ts";
import type { ReadBlob } from "./files/block-reader.ts";
import { checkAheadWith } from "./check-ahead.ts";
import { unpackedRoots } from "./files/dropped.ts";
import {
  countRuns,
  describeUnusedKeys,
  ensureOtherFiles,
  joinStreams,
  locateEvidence,
  withoutKeys,
  type FoundEvidence,
} from "./files/locate-evidence.ts";
import { memoryFiles } from "./files/memory-files.ts";
import type { Answer, Dropped, Part, Question, RunQuestion, Verdict } from "./messages.ts";
import { ensureForOneRun, readTerms, type Terms } from "./read-question.ts";
import { streamPart, verifyRunPart } from "./verdict-parts.ts";

/** A part of the verdict, with the files that it is about. */
interface JudgedPart {
  readonly part: Part;
  readonly files: Files;
}

/** How the page judges: it keeps what was verified, so that it can show one run after another. */
export class Judge {
  readonly #read: ReadBlob;
  readonly #tell: (answer: Answer) => void;
  #judged: readonly JudgedPart[] = [];
  #trust: Trust | null = null;

  constructor(read: ReadBlob, tell: (answer: Answer) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Verifies what was dropped, as `verify` does. Throws a `Failure` where the question cannot be answered. */
  async verify(question: Question): Promise<Verdict> {
    const { dropped, copies } = question;
    ensureOtherFiles(question);
    const now = new Date();
    const terms = await readTerms(question, now);
    const { trust } = terms;
    const roots = await this.#rootsOf(withoutKeys(dropped), { what: "what was dropped", trust });
    const witness = copies.length === 0 ? null : await this.#copiesIn(copies, trust);
    const found = roots.map((files) => locateEvidence(files));
    if (found.some(({ located }) => located.kind === "run")) ensureForOneRun(question);

    const step = this.#progressOf(countRuns(found));
    const runs = await judgeRuns(found, { terms, step });
    const streams = await judgeStreams(found, { terms, witness, now, step });
    this.#judged = [...runs, ...streams.judged];
    this.#trust = trust;
    const parts = this.#judged.map(({ part }) => part);
    return {
      kind: "verdict",
      exitCode: worstExitCode(parts.map(({ exitCode }) => exitCode)),
      notes: [
        ...describeUnusedKeys(dropped, roots),
        ...found.flatMap(({ hidden }) => hidden),
        ...streams.remarks,
      ],
      parts,
      madeAt: formatTime(now),
    };
  }

  /** The report on one run of the last verdict. Throws a `Failure` where its evidence cannot be used. */
  async showRun({ part, path, verification }: RunQuestion): Promise<Answer> {
    const judged = this.#judged[part];
    if (judged === undefined || this.#trust === null)
      throw new Failure("input", "nothing was verified yet", { hint: "press Verify" });
    const folder = await readRunFolder(judged.files, path);
    const sentence = logLine(runVerdictSentence(await verifyRun(folder, this.#trust)));
    return { kind: "run", verification, path, sentence, html: reportHtml(runReport(loadSignedRun(folder))) };
  }

  async #rootsOf(
    dropped: readonly Dropped[],
    { what, trust }: { readonly what: string; readonly trust: Trust },
  ): Promise<readonly Files[]> {
    if (dropped.length === 0) {
      throw new Failure("input", `no evidence was given in ${what}`, {
        hint: "drop a folder, a zip, or the files of one run",
      });
    }
    return unpackedRoots(dropped, { read: this.#read, checkAhead: checkAheadWith(trust.keys) });
  }

  async #copiesIn(copies: readonly Dropped[], trust: Trust): Promise<IndependentCopies> {
    const roots = await this.#rootsOf(copies, { what: "the copies", trust });
    const read = await Promise.all(roots.map((files) => readCopies(files, trust)));
    return { runs: read.flatMap(({ runs }) => runs), remarks: read.flatMap(({ remarks }) => remarks) };
  }

  /** Tells the page after every 25 runs how far it is; to be called after each run. */
  #progressOf(total: number): () => void {
    let done = 0;
    return () => {
      done += 1;
      if (done % 25 === 0) this.#tell({ kind: "progress", done, of: total });
    };
  }
}

async function judgeRuns(
  found: readonly FoundEvidence[],
  { terms, step }: { readonly terms: Terms; readonly step: () => void },
): Promise<readonly JudgedPart[]> {
  const judged: JudgedPart[] = [];
  for (const { files, located } of found) {
    if (located.kind !== "run") continue;
    judged.push({ part: await verifyRunPart(files, terms), files });
    step();
  }
  return judged;
}

/** Judges all streams together, so that one that is in two places is found. */
async function judgeStreams(
  found: readonly FoundEvidence[],
  {
    terms: { trust, ...terms },
    witness,
    now,
    step,
  }: {
    readonly terms: Terms;
    readonly witness: IndependentCopies | null;
    readonly now: Date;
    readonly step: () => void;
  },
): Promise<{ readonly judged: readonly JudgedPart[]; readonly remarks: readonly string[] }> {
  const { root, ...located } = joinStreams(found);
  if (located.streams.length === 0) return { judged: [], remarks: [] };
  const reported = new ReportedRuns();
  const verdict = await verifyPeriod(located.streams, {
    ...terms,
    ...located,
    trust,
    witness,
    now,
    visit: (runPath, run, stream) => {
      reported.add(runPath, run, stream);
      step();
    },
  });
  // The verdicts have the order of the streams; after them come those of which only copies are left.
  const judged = verdict.streams.map((stream, index) => {
    const folder = located.streams[index];
    const part = streamPart(stream, { folder, reported, trust, now, root });
    return { part, files: folder?.files ?? NOTHING };
  });
  return { judged, remarks: verdict.remarks.map((remark) => logLine(remark)) };
}

/** Of a stream of which only copies are left, there is nothing to read. */
const NOTHING = memoryFiles([], { name: "nothing", checkAhead: checkAheadWith([]) });
