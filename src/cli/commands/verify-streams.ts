import { Failure } from "../../failure.ts";
import { periodPage } from "../../report/period/text/terminal.ts";
import { askedPeriod } from "../../verify/period/range.ts";
import type { PeriodVerdict } from "../../verify/stream/problems.ts";
import { verifyPeriod } from "../../verify/period/verify-period.ts";
import type { Named } from "../../verify/stream/sample.ts";
import type { Located, StreamFolder } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { readCopies, sameFilesFailure } from "../../verify/stream/copies.ts";
import type { IndependentCopies } from "../../verify/stream/copies.ts";
import { diskFiles, foldersOverlap } from "../../platform/disk.ts";
import { flag } from "../command.ts";
import type { Arguments, Command, Terminal } from "../command.ts";

/** The flags of `verify` that need more than one run. */
export const PERIOD_OPTIONS = {
  from: { type: "string" },
  to: { type: "string" },
  witness: { type: "string" },
} as const satisfies Command["options"];

export const PERIOD_FLAGS: Command["flags"] = [
  ["--from DAY", "of a stream: from this day or instant in UTC on"],
  ["--to DAY", "of a stream: up to this day, which is included, or instant"],
  ["--witness DIR", "of a stream: compare with the copies of runs in DIR"],
];

/** The flags of `verify` by which an auditor says how a sample was to be chosen. */
export const SAMPLE_OPTIONS = {
  dates: { type: "string" },
  nonce: { type: "string" },
} as const satisfies Command["options"];

export const SAMPLE_FLAGS: Command["flags"] = [
  ["--dates DAYS", "of a sample: the days that you named, separated by commas"],
  ["--nonce TEXT", "of a sample: the nonce that you named; without either, exit 3 at best"],
];

/** What the auditor named; null where the flags say nothing. Throws where there is no sample to name it of. */
function namedIn(given: Arguments, streams: readonly StreamFolder[]): Named | null {
  const [dates, nonce] = [flag(given, "dates"), flag(given, "nonce")];
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

/** Throws when a single run was given what needs several. */
export function refusePeriodFlags(given: Arguments): void {
  const names = Object.keys({ ...PERIOD_OPTIONS, ...SAMPLE_OPTIONS }).filter(
    (name) => flag(given, name) !== undefined,
  );
  if (names.length === 0) return;
  throw new Failure("input", `${names.join(", ")}: a run folder has no period and no witness`, {
    hint: "name the stream or the repository that the run lies in",
  });
}

/** Reads the copies in a folder. Throws where they are the files that they are to be compared with. */
export async function readOtherCopies(
  folder: string,
  { path, trust }: { readonly path: string; readonly trust: Trust },
): Promise<IndependentCopies> {
  if (await foldersOverlap(folder, path)) throw sameFilesFailure(folder, path);
  return readCopies(diskFiles(folder), trust);
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
  const asked = askedPeriod({ from: flag(given, "from"), to: flag(given, "to") }, now);
  const folder = flag(given, "witness");
  const witness = folder === undefined ? null : await readOtherCopies(folder, { path, trust });
  const named = namedIn(given, streams);
  const isWhole = streams.every((stream) => stream.folder !== ".");
  const verdict = await verifyPeriod(streams, { trust, asked, witness, now, named, isWhole, skipped });
  print(given.flags["json"] === true ? asJson(verdict) : periodPage(verdict));
  return verdict.exitCode;
}

function asJson({ exitCode, ...rest }: PeriodVerdict): string {
  const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" } as const;
  return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}
