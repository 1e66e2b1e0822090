import { paintVerdict } from "../terminal-style.ts";
import { periodText, periodVerdictJson } from "../../report/period/terminal.ts";
import { verifyPeriod, type RunsVerifier } from "../../verify/period/verify-period.ts";
import type { Located } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { readOtherCopies } from "../../config/trust.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import type { Arguments, Terminal } from "../command.ts";
import { periodFrom, selectionFrom } from "../options/period.ts";

/** Verifies streams over a period, prints the page or the JSON, and answers the exit code. */
export async function verifyStreams(
  { streams, isWhole, skipped }: Extract<Located, { kind: "streams" }>,
  {
    path,
    given,
    trust,
    verifyRuns,
    print,
    paint,
  }: {
    readonly path: string;
    readonly given: Arguments;
    readonly trust: Trust;
    readonly verifyRuns: RunsVerifier;
  } & Pick<Terminal, "print" | "paint">,
): Promise<number> {
  const now = new Date();
  const asked = periodFrom(given, now);
  const folder = flagText(given, "witness");
  const witness = folder === undefined ? null : await readOtherCopies(folder, { path, trust });
  const selection = selectionFrom(given);
  const verdict = await verifyPeriod(streams, {
    trust,
    verifyRuns,
    asked,
    witness,
    now,
    selection,
    requiresExpectations: isFlagSet(given, "require-expectations"),
    isWhole,
    skipped,
  });
  print(isFlagSet(given, "json") ? periodVerdictJson(verdict) : paintVerdict(periodText(verdict), paint));
  return verdict.exitCode;
}
