import path from "node:path";

import { RecordSpool } from "../../collectors/store/spool.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import { readConfig, type Config } from "../../config/read-config.ts";
import { collectorIdentity, eventPayload, runIdentity } from "../../run/identity.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWritable } from "../../publish/write-folder.ts";
import { exitLine } from "../../report/job-summary/log-lines.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { run, type RunResult } from "../../run/run.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { INPUT_VARIABLES, readRunInputs, RUN_FLAGS } from "../options/run-inputs.ts";

export const collectCommand: Command = {
  summary: "collect, sign and write the evidence of one run",
  synopsis: "(--out DIR | --repository DIR) [flags]",
  namesEveryProblem: true,
  flags: {
    ...RUN_FLAGS,
    json: { description: "Print the result of the run as JSON instead of its folder." },
  },
  examples: [
    ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
    ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
  ],
  notes: [
    `Keys come from environment variables: ${INPUT_VARIABLES.join(", ")}. Behind a proxy, set HTTPS_PROXY.`,
    "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired. 2: error. 3: written, but not complete.",
  ],

  async run(given, terminal) {
    const { environment, log, print, cancellation, conceal, secrets, dist } = terminal;
    const { config, out, repository, apiUrl } = await checkArguments(given, terminal);
    using spool = new RecordSpool();
    const { published, exit } = await run(config, {
      run: runIdentity(environment, await eventPayload(environment)),
      collector: async () => collectorIdentity(dist),
      apiUrl,
      repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
      to: { out, artifact: null },
      environment,
      signal: cancellation(),
      spool,
      secrets,
      conceal,
      now: () => new Date(),
      log,
    });
    if (isFlagSet(given, "json")) print(`${JSON.stringify(runResultJson({ published, exit }), null, 2)}\n`);
    else if (published.isWritten) print(`${published.folder}\n`);
    log.info(exitLine(published.evidence, exit));
    return exit.code;
  },
};

/** The result of the run, for programs. The evidence itself is in its file. */
function runResultJson({ published, exit }: RunResult): object {
  const { evidence, isWritten, folder, evidenceSha256, attestation, commit } = published;
  return {
    outcome: evidence.outcome,
    exitCode: exit.code,
    reasons: exit.reasons.map(logLine),
    hints: exit.hints.map(logLine),
    folder: isWritten ? folder : null,
    evidenceSha256,
    signed: attestation !== null,
    commit,
    run: { stream: evidence.stream.name, ...evidence.run },
    collectedAt: evidence.collectedAt,
    expectations: evidence.policy?.results ?? null,
    items: evidence.items.map(({ id, collection, result }) => ({
      id,
      status: collection.status,
      grade: collection.grade,
      reason: collection.reason ?? result.reason,
      state: result.state,
      counts: result.counts,
    })),
  };
}

interface CheckedArguments {
  readonly config: Config;
  readonly out: string | null;
  readonly repository: string | null;
  readonly apiUrl: string | null;
}

/** The flags and variables, checked before the first request. Throws one `Failure` that names every problem. */
async function checkArguments(given: Arguments, terminal: Terminal): Promise<CheckedArguments> {
  const { raw, policy, mapping, out, repository, apiUrl, problems } = await readRunInputs(
    given,
    terminal,
    ensureWritable,
  );
  const config = readConfig(raw, {
    policy,
    mapping,
    otherProblems: [
      ...given.words.map((word) => `collect takes no ${JSON.stringify(word)}`),
      ...destinationProblems(given, { out, repository }),
      ...problems,
    ],
    environment: terminal.environment,
  });
  return {
    config,
    out: out === "" ? null : path.resolve(out),
    repository: repository === "" ? null : path.resolve(repository),
    apiUrl,
  };
}

function destinationProblems(
  given: Arguments,
  { out, repository }: { readonly out: string; readonly repository: string },
): readonly string[] {
  const problems: string[] = [];
  if (out === "" && repository === "")
    problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
  if (flagText(given, "signing") === "none" && out === "") {
    problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
  }
  if (flagText(given, "commit") === "false" && (out === "" || repository === "")) {
    problems.push(
      "commit: false leaves the commit to publish, so name the repository with --repository DIR and a folder with --out DIR",
    );
  }
  return problems;
}
