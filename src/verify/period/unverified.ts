import type { StreamFolder } from "../stream/find-streams.ts";
import { verifyStreamRuns, type RunVisitor } from "../stream/verify-stream.ts";
import type { AskedPeriod } from "./range.ts";
import { streamVerdict } from "./stream-verdict.ts";
import type { StreamVerdict } from "./verdict.ts";

/**
 * The verdict on a stream as its runs describe themselves: for showing, never
 * for believing. No signature is checked.
 */
export async function unverifiedVerdict(
  stream: StreamFolder,
  { asked, now, visit }: { asked: AskedPeriod; now: Date; visit: RunVisitor },
): Promise<StreamVerdict> {
  const runs = await verifyStreamRuns(stream, null, visit);
  return streamVerdict(stream, { runs, copies: null, asked, now: now.getTime() });
}
