import path from "node:path";

import type { z } from "zod";

import { formatTime } from "../../platform/time.ts";
import { diskFiles } from "../../platform/disk.ts";
import { gapAttester } from "../../sign/attest.ts";
import { Gap } from "../../evidence/gap.ts";
import { findLeaks } from "../../evidence/secret-scan.ts";
import { catchFailure, Failure, failureLine } from "../../failure.ts";
import { eventPayload, runIdentity } from "../../run/identity.ts";
import { describeStream, publishGap, toGapFile } from "../../publish/publish-gap.ts";
import { signerCheck } from "../../publish/signer-check.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { signerFor } from "../../run/signer.ts";
import type { SecretSearch } from "../../platform/secrets.ts";
import { gapRangeProblem } from "../../verify/period/gap-range.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import { flagText } from "../../config/flags.ts";
import { loadTrustIfGiven, TRUST_FLAGS } from "../../config/trust.ts";
import { inputProblems } from "../../config/read-config.ts";
import { argumentFailure, type Arguments, type Command } from "../command.ts";
import { periodFrom } from "../options/period.ts";
import { SIGNING_FLAGS, signingFrom } from "../options/signing.ts";

const NEEDED = ["repository", "stream", "from", "to", "cause", "role"] as const;
/** Reading, signing and committing; a timestamp authority may be slow. */
const LONGEST_MS = 120_000;

export const declareGapCommand: Command = {
  summary: "record a signed explanation for missing runs",
  synopsis: "--repository DIR --stream NAME [flags]",
  flags: {
    repository: { argument: "DIR", description: "Git work tree that contains the stream." },
    path: {
      argument: "PATH",
      description: "Folder of the work tree that contains the streams (default: its top).",
    },
    stream: { argument: "NAME", description: "Stream in which runs are missing." },
    from: { argument: "DAY", description: "First day without a run, a UTC date or time." },
    to: { argument: "DAY", description: "Last day without a run, a UTC date, which is included, or time." },
    cause: { argument: "TEXT", description: "Why there were no runs: one line, without names of people." },
    ticket: { argument: "TEXT", description: "Reference to the recorded incident or decision." },
    role: { argument: "ROLE", description: "Role of the person who declares the gap, never a name." },
    ...SIGNING_FLAGS,
    ...TRUST_FLAGS,
  },
  notes: [
    "Commits gap.json and its signature like a run. A declared gap never counts as met. Gaps in the future, shorter than one slot, or overlapping an existing run are rejected.",
    "Site and cadence of the gap are those of the stream's last run. With --key, --keys or an identity, only a run that verifies counts. Without them a run by the key of this command comes first, and a warning says so if no signature was verified.",
    "Prints the folder. Exit 0: declared. 2: error.",
  ],

  async run(given, { environment, cancellation, conceal, secrets, log, print }) {
    const said = await readDeclaration(given);
    const chosen = await signingFrom(given, { environment, secrets });
    const trust = await loadTrustIfGiven(given);
    const check = signerCheck(chosen.by === "key" ? chosen.key : null);
    const signal = AbortSignal.any([cancellation(), AbortSignal.timeout(LONGEST_MS)]);
    const branch = new LocalBranch({ folder: said.repository, path: said.path });
    const now = new Date();
    const described = await describeStream(await branch.head(), said.stream, { check, trust });
    const gap: Gap = {
      schema: "datadog-evidence-gap/v1",
      stream: described.stream,
      declaredAt: formatTime(now),
      range: { from: formatTime(said.from), to: formatTime(said.to) },
      cause: said.cause,
      ticket: said.ticket,
      role: said.role,
      run: runIdentity(environment, await eventPayload(environment)),
    };
    await ensureDeclarable(gap, { folder: path.join(said.repository, said.path, said.stream), now });
    ensureNoLeaks(gap, secrets);

    const makeSigner = await signerFor(chosen, { environment, signal, conceal, log });
    if (makeSigner === null)
      throw new Failure("input", "signing: a declared gap must be signed; use auto, keyless or key");
    const { place, landed, warnings } = await publishGap(gap, gapAttester(makeSigner(signal), secrets), {
      branch,
      check,
      verifyInstructions: verifyGuide(),
      signal,
    });
    for (const warning of [...described.warnings, ...warnings]) log.warning(logLine(warning));
    for (const failure of landed?.undone ?? []) log.warning(failureLine(failure));
    log.info(`declared from ${gap.range.from} to ${gap.range.to}, commit ${landed?.commit}`);
    print(`${path.join(said.repository, said.path, said.stream, place)}\n`);
    return (landed?.undone ?? []).length === 0 ? 0 : 2;
  },
};

/** What people write into a declaration. */
const GapTexts = Gap.pick({ cause: true, ticket: true, role: true });

interface GapArguments extends Readonly<z.infer<typeof GapTexts>> {
  readonly repository: string;
  readonly path: string;
  readonly stream: string;
  readonly from: number;
  readonly to: number;
}

/** Reads the flags. Throws one `Failure` that names every problem. */
async function readDeclaration(given: Arguments): Promise<GapArguments> {
  const problems = NEEDED.flatMap((name) => (flagText(given, name) ? [] : [`${name}: is required`]));
  const stream = flagText(given, "stream") ?? "";
  if (stream !== "") problems.push(...inputProblems({ stream }));
  const said = GapTexts.safeParse({
    cause: flagText(given, "cause") ?? "",
    ticket: flagText(given, "ticket") ?? null,
    role: flagText(given, "role") ?? "",
  });
  for (const { path: where } of said.error?.issues ?? []) {
    const name = where.join(".");
    if (flagText(given, name)) problems.push(`${name}: must be one line of at most 500 characters`);
  }
  const range = catchFailure(() => periodFrom(given, new Date()));
  if (range instanceof Failure) problems.push(range.message);
  const { from, to } = range instanceof Failure ? { from: null, to: null } : range;
  if (problems.length > 0 || !said.success || from === null || to === null) {
    throw argumentFailure("declare-gap", problems.join("\n"));
  }
  const repository = path.resolve(flagText(given, "repository") ?? "");
  await ensureWorkTree(repository);
  return { repository, path: flagText(given, "path") || ".", stream, from, to, ...said.data };
}

async function ensureDeclarable(gap: Gap, { folder, now }: { folder: string; now: Date }): Promise<void> {
  const found = locateStreams(diskFiles(folder));
  const [stream] = found.kind === "streams" ? found.streams : [];
  if (stream === undefined) throw new Failure("input", `stream: ${folder} is no stream`);
  const trouble = gapRangeProblem(gap, stream, now);
  if (trouble !== null) throw new Failure("input", trouble.message, { hint: trouble.hint });
}

/** Throws if the declaration contains a secret: a commit cannot be taken back. */
function ensureNoLeaks(gap: Gap, secrets: SecretSearch): void {
  const [leak] = findLeaks([toGapFile(gap)], secrets);
  if (leak === undefined) return;
  throw new Failure("input", `nothing was declared: ${leak.where} holds ${leak.what}`, {
    hint: "leave it out of cause, ticket and role",
  });
}
