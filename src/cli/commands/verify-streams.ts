import { Failure } from "../../failure.ts";
import { periodText, periodVerdictJson } from "../../report/period/terminal.ts";
import { verifyPeriod } from "../../verify/period/verify-period.ts";
import type { SampleSelection } from "../../verify/stream/sample.ts";
import type { Located, StreamFolder } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { readOtherCopies } from "../../config/trust.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import type { Arguments, Terminal } from "../command.ts";
import { countFrom, datesFrom, periodFrom } from "../options/period.ts";

/** What the auditor named; null where the flags say nothing. Throws where there is no sample to name it of. */
function selectionIn(given: Arguments, streams: readonly StreamFolder[]): SampleSelection | null {
  const [dates, nonce, count] = [
    flagText(given, "dates"),
    flagText(given, "nonce"),
    flagText(given, "count"),
  ];
  const isLot = nonce !== undefined || count !== undefined;
  if (dates === undefined && !isLot) return null;
  if (dates !== undefined && isLot) {
    throw new Failure("input", "dates, nonce, count: a sample is chosen by days or by lot, not by both", {
      hint: "name --dates, or --nonce and --count",
    });
  }
  if (streams.some(({ sample }) => sample === null)) {
    throw new Failure("input", "dates, nonce, count: these are no samples, but all runs of their streams", {
      hint: "leave them out, or name the folder that holds sample.json",
    });
  }
  if (dates !== undefined) return { kind: "dates", dates: datesFrom(dates) };
  return { kind: "nonce", nonce: nonce ?? null, count: count === undefined ? null : countFrom(count) };
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
  print(isFlagSet(given, "json") ? periodVerdictJson(verdict) : periodText(verdict));
  return verdict.exitCode;
}
