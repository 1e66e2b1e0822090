import { Failure } from "../failure.ts";
import { periodPage } from "../report/period-page.ts";
import { askedPeriod } from "../verify/period-range.ts";
import type { PeriodVerdict } from "../verify/period-verdict.ts";
import { verifyPeriod } from "../verify/period.ts";
import type { Asked } from "../verify/stream-folders.ts";
import type { Trust } from "../verify/trust.ts";
import { readWitness } from "../verify/witness.ts";
import { flag } from "./command.ts";
import type { Arguments, Command, Terminal } from "./command.ts";

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

/** Throws when a single run was given what needs several. */
export function refusePeriodFlags(given: Arguments): void {
  const names = Object.keys(PERIOD_OPTIONS).filter((name) => flag(given, name) !== undefined);
  if (names.length === 0) return;
  throw new Failure("input", `${names.join(", ")}: a run folder has no period and no witness`, {
    hint: "name the stream or the repository that the run lies in",
  });
}

/** Verifies streams over a period, prints the page or the JSON, and answers the exit code. */
export async function verifyStreams(
  { streams }: Extract<Asked, { kind: "streams" }>,
  { given, trust, print }: { readonly given: Arguments; readonly trust: Trust } & Pick<Terminal, "print">,
): Promise<number> {
  const now = new Date();
  const asked = askedPeriod({ from: flag(given, "from"), to: flag(given, "to") }, now);
  const folder = flag(given, "witness");
  const witness = folder === undefined ? null : await readWitness(folder, trust);
  const verdict = await verifyPeriod(streams, { trust, asked, witness, now });
  print(given.flags["json"] === true ? asJson(verdict) : periodPage(verdict));
  return verdict.exitCode;
}

function asJson({ exitCode, ...rest }: PeriodVerdict): string {
  const verdicts = { 0: "genuine", 1: "not-genuine", 2: "not-checked", 3: "incomplete" } as const;
  return `${JSON.stringify({ verdict: verdicts[exitCode], exitCode, ...rest }, null, 2)}\n`;
}
