import path from "node:path";

import { z } from "zod";

import { formatTime } from "../../platform/time.ts";
import { diskFiles } from "../../platform/disk.ts";
import { gapAttester } from "../../sign/attest.ts";
import { Gap } from "../../evidence/gap.ts";
import { leaksIn } from "../../evidence/secret-scan.ts";
import { StreamName } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import { eventPayload, runIdentity } from "../../run/identity.ts";
import { declared, gapFile, streamAt } from "../../publish/publish-gap.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { sealingOf } from "../../run/signer.ts";
import { formsOf } from "../../platform/secrets.ts";
import { gapRangeProblem } from "../../verify/period/gap-range.ts";
import { askedPeriod } from "../../verify/period/range.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import { flag, refuseWords } from "../command.ts";
import type { Arguments, Command } from "../command.ts";
import { SIGNING_FLAGS, SIGNING_OPTIONS, signingAsked } from "../options/signing.ts";

const NEEDED = ["repository", "stream", "from", "to", "cause", "role"] as const;
const MORE = ["ticket", "path"] as const;
/** Reading, signing and committing; a timestamp authority may be slow. */
const LONGEST_MS = 120_000;

export const declareGap: Command = {
  summary: "say why runs are missing, signed, in the chain",
  synopsis: "--repository DIR --stream NAME [flags]",
  flags: [
    ["--repository DIR", "git work tree that holds the stream"],
    ["--path PATH", "folder of the streams in it, where that is not its top"],
    ["--stream NAME", "stream in which runs are missing"],
    ["--from DAY", "first day or instant in UTC without a run"],
    ["--to DAY", "last day, which is included, or instant"],
    ["--cause TEXT", "why there were no runs: one line, without names of people"],
    ["--ticket TEXT", "where the incident or decision is recorded"],
    ["--role ROLE", "role of whoever declares it, never a name"],
    ...SIGNING_FLAGS,
  ],
  notes: [
    "Commits gap.json and its signature like a run. A declared gap is shown as declared and",
    "never as met; one that is yet to come, holds no whole slot, or touches a slot that has a",
    "run is refused. Prints the folder. Exit 0: declared. 2: could not.",
  ].join("\n"),
  options: {
    ...Object.fromEntries([...NEEDED, ...MORE].map((name) => [name, { type: "string" }])),
    ...SIGNING_OPTIONS,
  },

  async run(given, { environment, cancellation, conceal, log, print }) {
    const said = await checked(given);
    const chosen = await signingAsked(given, environment);
    const own = chosen.by === "key" ? chosen.key : null;
    const signal = AbortSignal.any([cancellation(), AbortSignal.timeout(LONGEST_MS)]);
    const branch = new LocalBranch({ folder: said.repository, path: said.path });
    const now = new Date();
    const gap: Gap = {
      schema: "datadog-evidence-gap/v1",
      stream: await streamAt(await branch.head(), said.stream),
      declaredAt: formatTime(now),
      range: { from: formatTime(said.from), to: formatTime(said.to) },
      cause: said.cause,
      ticket: said.ticket,
      role: said.role,
      run: runIdentity(environment, await eventPayload(environment)),
    };
    await refuseUndeclarable(gap, { folder: path.join(said.repository, said.path, said.stream), now });
    refuseLeaks(gap, environment);

    const sealing = await sealingOf(chosen, { environment, signal, conceal, log });
    if (sealing === null)
      throw new Failure("input", "signing: a gap is only declared signed; use auto, keyless or key");
    const guide = verifyGuide();
    const { place, grown } = await declared(gap, gapAttester(sealing(signal)), {
      branch,
      own,
      guide,
      signal,
    });
    for (const warning of grown?.warnings ?? []) log.warning(warning);
    log.info(`declared from ${gap.range.from} to ${gap.range.to}, commit ${grown?.commit}`);
    print(`${path.join(said.repository, said.path, said.stream, place)}\n`);
    return 0;
  },
};

interface Said {
  readonly repository: string;
  readonly path: string;
  readonly stream: string;
  readonly from: number;
  readonly to: number;
  readonly cause: string;
  readonly ticket: string | null;
  readonly role: string;
}

const Said = z.object({
  stream: StreamName,
  cause: Gap.shape.cause,
  ticket: Gap.shape.ticket,
  role: Gap.shape.role,
});

/** Everything that can be wrong before anything is read, all at once. */
async function checked(given: Arguments): Promise<Said> {
  refuseWords(given, "declare-gap");
  const problems = NEEDED.flatMap((name) => (flag(given, name) ? [] : [`${name}: is required`]));
  const said = Said.safeParse({
    stream: flag(given, "stream") ?? "",
    cause: flag(given, "cause") ?? "",
    ticket: flag(given, "ticket") ?? null,
    role: flag(given, "role") ?? "",
  });
  for (const {
    path: [name],
  } of said.error?.issues ?? []) {
    if (flag(given, String(name)))
      problems.push(
        `${String(name)}: must be one line of at most 500 characters, a stream's name as its folder`,
      );
  }
  const { from, to } = period(given, problems);
  if (problems.length > 0 || !said.success || from === null || to === null) {
    throw new Failure("input", problems.join("\n"), { hint: "see: datadog-evidence declare-gap --help" });
  }
  const repository = path.resolve(flag(given, "repository") ?? "");
  await ensureWorkTree(repository);
  return { repository, path: flag(given, "path") || ".", from, to, ...said.data };
}

function period(given: Arguments, problems: string[]) {
  try {
    return askedPeriod({ from: flag(given, "from"), to: flag(given, "to") }, new Date());
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    problems.push(error.message);
    return { from: null, to: null };
  }
}

async function refuseUndeclarable(
  gap: Gap,
  { folder, now }: { readonly folder: string; readonly now: Date },
): Promise<void> {
  const found = locateStreams(diskFiles(folder));
  const [stream] = found.kind === "streams" ? found.streams : [];
  if (stream === undefined) throw new Failure("input", `stream: ${folder} is no stream`);
  const trouble = gapRangeProblem(gap, stream, now);
  if (trouble !== null) throw new Failure("input", trouble.message, { hint: trouble.hint });
}

/** What is committed cannot be taken back. */
function refuseLeaks(gap: Gap, environment: Readonly<Record<string, string | undefined>>): void {
  const secrets = formsOf([environment["SIGNING_KEY"], environment["SIGNING_KEY_PASSPHRASE"]]);
  const [leak] = leaksIn([gapFile(gap)], secrets);
  if (leak === undefined) return;
  throw new Failure("input", `nothing was declared: ${leak.where} holds ${leak.what}`, {
    hint: "leave it out of cause, ticket and role",
  });
}
