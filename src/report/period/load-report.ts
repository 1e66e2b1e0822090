import { formatTime } from "../../platform/time.ts";
import { Failure } from "../../failure.ts";
import { VERSION } from "../../platform/version.ts";
import type { PeriodReport } from "./model.ts";
import { runSummarizer, type ReportedRun } from "./reported-run.ts";
import { touchesPeriod } from "../../verify/period/range.ts";
import type { AskedPeriod } from "../../verify/stream/sample.ts";
import { judgeStreams, type StreamVisitor } from "../../verify/period/verify-period.ts";
import type { StreamVerdict } from "../../verify/period/verdict.ts";
import type { StreamFolder } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import type { IndependentCopies } from "../../verify/stream/copies.ts";

/** What a report on a period is made from. */
interface ReportOptions {
  /** Null where nothing to trust was given: then the report says that nothing was verified. */
  readonly trust: Trust | null;
  readonly asked: AskedPeriod;
  readonly witness: IndependentCopies | null;
  readonly now: Date;
  /** As the user wrote it. */
  readonly folder: string;
}

/** Verifies the only stream that there is, or only reads it, for the report on its period. Throws where there are more. */
export async function loadPeriodReport(
  streams: readonly StreamFolder[],
  { trust, asked, witness, now, folder }: ReportOptions,
): Promise<PeriodReport> {
  const [stream, ...more] = streams;
  if (stream === undefined || more.length > 0) {
    throw new Failure("input", `${folder} has ${streams.length} streams, and a report covers one`, {
      hint: `name one of them below ${folder}: ${streams.map((each) => each.folder).join(", ")}`,
    });
  }
  if (stream.sample !== null) {
    throw new Failure("input", `${folder} is a sample, which has a report of its own`, {
      hint: "open its report.html; to check the sample, run: npx datadog-evidence verify",
    });
  }
  const reported = new ReportedRuns();
  const [verdict] = await judgeStreams([stream], { trust, asked, witness, now, visit: reported.add });
  if (verdict === undefined) throw new Error("a stream was verified and has no verdict");
  return reported.reportOn(verdict, { stream, trust, folder, now });
}

/** Which stream a report is on, and what it says of itself. */
type StreamOptions = Pick<ReportOptions, "trust" | "folder" | "now"> & { readonly stream: StreamFolder };

/** The runs of a stream so far; the records of each are named by the runs of the same stream only. */
interface StreamRuns {
  readonly runs: ReportedRun[];
  readonly summarize: ReturnType<typeof runSummarizer>;
}

/** What reports show of runs that are visited one after the other, and the reports. */
export class ReportedRuns {
  readonly #streams = new Map<StreamFolder, StreamRuns>();

  /** Keeps what a report shows of the run, and lets the rest go. */
  readonly add: StreamVisitor = (runPath, run, stream) => {
    const { runs, summarize } = this.#streams.get(stream) ?? { runs: [], summarize: runSummarizer() };
    runs.push(summarize(runPath, run));
    this.#streams.set(stream, { runs, summarize });
  };

  /** What a report on the period of the stream is made from. */
  reportOn(verdict: StreamVerdict, { stream, trust, folder, now }: StreamOptions): PeriodReport {
    const { period } = verdict;
    const span = period === null ? null : { from: Date.parse(period.from), to: Date.parse(period.to) };
    const all = this.#streams.get(stream)?.runs ?? [];
    const runs = all.filter(({ collectedAt }) => touchesPeriod(span, { from: collectedAt, to: collectedAt }));
    return {
      verdict,
      isVerified: trust !== null,
      keysInWords: new Map(
        trust?.keys.flatMap(({ fingerprint, about }) => (about === undefined ? [] : [[fingerprint, about]])),
      ),
      runs: runs.toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)),
      neighbours: neighboursOf(runs, all),
      folder,
      madeAt: formatTime(now),
      version: VERSION,
    };
  }
}

/** The runs from the one before to the one after, as the chain counts them, that are not of the period themselves. */
function neighboursOf(runs: readonly ReportedRun[], all: readonly ReportedRun[]): readonly ReportedRun[] {
  const numbers = runs.flatMap(({ sequence }) => (sequence === null ? [] : [sequence]));
  const least = numbers.reduce((number, each) => Math.min(number, each), Infinity);
  const most = numbers.reduce((number, each) => Math.max(number, each), -Infinity);
  const inside = new Set(runs);
  return all.filter(
    (run) =>
      run.sequence !== null && run.sequence >= least - 1 && run.sequence <= most + 1 && !inside.has(run),
  );
}
