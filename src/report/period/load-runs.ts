import path from "node:path";

import { formatTime } from "../../platform/time.ts";
import { Failure } from "../../failure.ts";
import { VERSION } from "../../platform/version.ts";
import type { PeriodReport } from "./model.ts";
import { reporting } from "./runs.ts";
import type { ReportedRun } from "./runs.ts";
import { unverifiedVerdict } from "../../verify/period/unverified.ts";
import { touchesPeriod } from "../../verify/period/range.ts";
import type { AskedPeriod } from "../../verify/period/range.ts";
import { verifyPeriod } from "../../verify/period/verify-period.ts";
import type { StreamFolder } from "../../verify/stream/find-streams.ts";
import type { RunVisitor } from "../../verify/stream/verify-stream.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import type { IndependentCopies } from "../../verify/stream/copies.ts";

/** What a report on a period is made from. */
interface Reporting {
  /** Null where nothing to trust was given: then the report says that nothing was verified. */
  readonly trust: Trust | null;
  readonly asked: AskedPeriod;
  readonly witness: IndependentCopies | null;
  readonly now: Date;
  /** As somebody named it. */
  readonly folder: string;
}

/** What the report on the only stream there is tells. */
export async function periodReported(
  streams: readonly StreamFolder[],
  { trust, asked, witness, now, folder }: Reporting,
): Promise<PeriodReport> {
  const [stream, ...more] = streams;
  if (stream === undefined || more.length > 0) {
    throw new Failure("input", `${folder} holds ${streams.length} streams, and a report is of one`, {
      hint: `name one of ${streams.map((each) => path.join(folder, each.folder)).join(", ")}`,
    });
  }
  if (stream.sample !== null) {
    throw new Failure("input", `${folder} is a sample, which holds the report on its period`, {
      hint: "open report.html there; to check the sample: datadog-evidence verify",
    });
  }
  const runs: ReportedRun[] = [];
  const reported = reporting();
  const seen: RunVisitor = (place, run) => void runs.push(reported(place, run));
  const verdict =
    trust === null
      ? await unverifiedVerdict(stream, { asked, now, visit: seen })
      : (await verifyPeriod([stream], { trust, asked, witness, now, visit: seen })).streams[0];
  if (verdict === undefined) throw new Error("a stream was verified and has no verdict");
  const { period } = verdict;
  const span = period === null ? null : { from: Date.parse(period.from), to: Date.parse(period.to) };
  return {
    verdict,
    isVerified: trust !== null,
    runs: runs
      .filter(({ collectedAt }) => touchesPeriod(span, { from: collectedAt, to: collectedAt }))
      .toSorted((a, b) => (a.collectedAt < b.collectedAt ? -1 : 1)),
    folder,
    madeAt: formatTime(now),
    version: VERSION,
  };
}
