import { Failure } from "../../failure.ts";
import { periodText } from "../../report/period/terminal.ts";
import type { PeriodVerdict } from "../../verify/period/verdict.ts";
import { verifyPeriod } from "../../verify/period/verify-period.ts";
import type { SampleSelection } from "../../verify/stream/sample.ts";
import type { Located, StreamFolder } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { readOtherCopies } from "../../config/trust.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import type { Arguments, Terminal } from "../command.ts";
import { periodFrom } from "../options/period.ts";

/** What the auditor named; null where the flags say nothing. Throws where there is no sample to name it of. */
function selectionIn(given: Arguments, streams: readonly StreamFolder[]): SampleSelection | null {
  const [dates, nonce] = [flagText(given, "dates"), flagText(given, "nonce")];
  if (dates === undefined && nonce === undefined) return null;
  if (dates !== undefined && nonce !== undefined) {
    throw new Failure("input", "dates and nonce: a sample is chosen by one of them");
  }
  if (streams.some(({ sample }) => sample === null)) {
    throw new Failure("input", "dates, nonce: these are no samples, but all runs of their streams", {
      hint: "leave them out, or name the folder that holds sample.json",
    });
  }
  if (nonce !== undefined) return { kind: "nonce", nonce };
  return { kind: "dates", dates: (dates ?? "").split(",").map((date) => date.trim()) };
}

/** Verifies streams over a period, prints the page or the JSON, and answers the exit code. */
export async function verifyStreams(
  { streams, skipped }: Extract<Located, { kind: "streams" }>,
  {
    path,
    given,
    trust,
    print,
  }: { readonly path: string; readonly given: Arguments; readonly trust: Trust } & Pick<Terminal, "print">,
): Promise<number> {
  const now = new Date();
  const asked = periodFrom(given, now);
  const folder = flagText(given, "witness");
  const witness = folder === undefined ? null : await readOtherCopies(folder, { path, trust });
  const selection = selectionIn(given, streams);
  const isWhole = streams.every((stream) => stream.folder !== ".");
  const verdict = await verifyPeriod(streams, { trust, asked, witness, now, selection, isWhole, skipped });
  print(isFlagSet(given, "json") ? asJson(verdict) : periodText(verdict));
  return verdict.exitCode;
}

function asJson({ exitCode, ...rest }: PeriodVerdict): string {
  const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" } as const;
  return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}
