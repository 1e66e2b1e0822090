import type { StreamFolder } from "../stream/find-streams.ts";
import { verifyStreamRuns } from "../stream/verify-stream.ts";
import type { AskedPeriod } from "../stream/sample.ts";
import { streamVerdict } from "./stream-verdict.ts";
import type { StreamVerdict } from "./verdict.ts";
import type { StreamVisitor } from "./verify-period.ts";

/**
 * The verdicts on streams as their runs describe themselves, in the order of the streams: for showing, never for
 * believing. No signature is checked.
 */
export async function unverifiedVerdicts(
  streams: readonly StreamFolder[],
  { asked, now, visit }: { asked: AskedPeriod; now: Date; visit: StreamVisitor },
): Promise<readonly StreamVerdict[]> {
  const verdicts: StreamVerdict[] = [];
  for (const stream of streams) {
    const runs = await verifyStreamRuns(stream, null, (runPath, run) => visit(runPath, run, stream));
    verdicts.push(streamVerdict(stream, { runs, copies: null, asked, now: now.getTime() }));
  }
  return verdicts;
}
