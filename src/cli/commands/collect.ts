import path from "node:path";

import { canRequestIdentityToken } from "../../sign/keyless/identity-token.ts";
import { localServiceProblems } from "../../sign/keyless/sigstore-instance.ts";
import { RecordSpool } from "../../collectors/store/spool.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import { readConfig, INPUT_NOTES, inputFlags, inputsFrom } from "../../config/inputs.ts";
import type { Config, RawInputs } from "../../config/inputs.ts";
import { apiUrlOf as siteApiUrl } from "../../datadog/sites.ts";
import { isLoopback } from "../../platform/connections.ts";
import { Failure } from "../../failure.ts";
import { collectorIdentity, eventPayload, runIdentity } from "../../run/identity.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { ensureWritable } from "../../publish/write-folder.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { run } from "../../run/run.ts";
import type { Ran } from "../../run/run.ts";
import { credentialsFor } from "../../run/access.ts";
import { signerFor } from "../../run/signer.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { SIGNING_KEY_FLAG, signingKeyText } from "../options/signing.ts";

/** The inputs that are flags here; others mean nothing on the command line, or are secrets. */
const COLLECT_INPUTS = [...INPUT_NOTES].flatMap(([name, { argument, isSecret }]) =>
  argument === undefined || isSecret ? [] : [name],
);
const VARIABLES = [...INPUT_NOTES.values()].flatMap(({ variable }) => variable ?? []);

export const collectCommand: Command = {
  summary: "collect, sign and write the evidence of one run",
  synopsis: "(--out DIR | --repository DIR) [flags]",
  namesEveryProblem: true,
  flags: {
    out: { argument: "DIR", description: "Write the run folder below DIR." },
    repository: { argument: "DIR", description: "Write and commit the run in a local git work tree." },
    ...SIGNING_KEY_FLAG,
    json: { description: "Print the result of the run as JSON instead of its folder." },
    ...inputFlags(COLLECT_INPUTS),
  },
  examples: [
    ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
    ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
  ],
  notes: [
    `Keys come from environment variables: ${VARIABLES.join(", ")}. Behind a proxy, set HTTPS_PROXY.`,
    "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired. 2: error. 3: written, but not complete.",
  ].join("\n\n"),

  async run(given, terminal) {
    const { environment, log, print, cancellation, conceal, dist } = terminal;
    const { config, out, repository, apiUrl } = await checkArguments(given, terminal);
    const signal = cancellation();
    using spool = new RecordSpool();
    const { published, exit } = await run(config, {
      run: runIdentity(environment, await eventPayload(environment)),
      collector: async () => collectorIdentity(dist),
      apiUrl,
      credentials: credentialsFor(config.access, {
        apiUrl: apiUrl ?? siteApiUrl(config.site),
        environment,
        conceal,
      }),
      repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
      sealing: await signerFor(config.chosen, { environment, signal, conceal, log }),
      to: {
        out,
        artifact: null,
        verifyInstructions: verifyGuide(),
        extraFiles: () => [],
      },
      signal,
      spool,
      now: () => new Date(),
      log,
    });
    if (isFlagSet(given, "json")) print(`${JSON.stringify(runResultJson({ published, exit }), null, 2)}\n`);
    else if (published.isWritten) print(`${published.folder}\n`);
    for (const reason of exit.reasons) log.warning(logLine(reason));
    return exit.code;
  },
};

/** The result of the run, for programs. The evidence itself is in its file. */
function runResultJson({ published, exit }: Ran): object {
  const { evidence, isWritten, folder, evidenceSha256, attestation, commit } = published;
  return {
    outcome: evidence.outcome,
    exitCode: exit.code,
    reasons: exit.reasons.map(logLine),
    folder: isWritten ? folder : null,
    evidenceSha256,
    signed: attestation !== null,
    commit,
    run: { stream: evidence.stream.name, ...evidence.run },
    collectedAt: evidence.collectedAt,
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
async function checkArguments(given: Arguments, { environment }: Terminal): Promise<CheckedArguments> {
  const problems = given.words.map((word) => `collect takes no ${JSON.stringify(word)}`);
  const noting = async <T>(step: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push([error.message, error.hint].filter(Boolean).join("; "));
      return undefined;
    }
  };

  const [out, repository] = [flagText(given, "out"), flagText(given, "repository")];
  if (!out && !repository)
    problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
  if (out) await noting(async () => ensureWritable(out, "out"));
  if (repository) {
    await noting(async () => {
      await ensureWorkTree(repository);
      await ensureWritable(repository, "repository");
    });
  }
  const apiUrl = await noting(() => loopbackOrigin(environment["DD_API_URL"]));
  const before = problems.length;
  const key = await noting(async () => signingKeyText(given, environment));
  // A key that cannot be read needs no second problem.
  const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};

  const fromFlags = COLLECT_INPUTS.flatMap((name) => {
    const value = flagText(given, name);
    return value === undefined ? [] : [[name, value]];
  });
  const raw: RawInputs = {
    ...inputsFrom(environment),
    ...Object.fromEntries(fromFlags),
    "signing-key": key,
    ...unread,
  };
  if (flagText(given, "signing") === "none" && !out) {
    problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
  }
  if (flagText(given, "commit") === "false" && (!out || !repository)) {
    problems.push(
      "commit: false leaves the commit to publish, so name the repository with --repository DIR and a folder with --out DIR",
    );
  }
  const config = readConfig(raw, {
    otherProblems: [...problems, ...localServiceProblems(environment)],
    hasIdentity: canRequestIdentityToken(environment),
  });
  return {
    config,
    out: out ? path.resolve(out) : null,
    repository: repository ? path.resolve(repository) : null,
    apiUrl: apiUrl ?? null,
  };
}

/** The address of a server on this machine. Throws for any other: evidence never comes from a foreign server. */
function loopbackOrigin(text: string | undefined): string | null {
  if (!text) return null;
  const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && isLoopback(text);
  if (isAllowed) return new URL(text).origin;
  throw new Failure(
    "input",
    "DD_API_URL: must be a loopback address of this machine, such as http://127.0.0.1:8080",
    {
      hint: "to query Datadog itself, unset it and set DD_SITE",
    },
  );
}
