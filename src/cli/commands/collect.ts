import path from "node:path";

import { canIdentify } from "../../sign/keyless/identity-token.ts";
import { localProblems } from "../../sign/keyless/sigstore-instance.ts";
import { Spool } from "../../collectors/store/spool.ts";
import { configOf, INPUT_NOTES } from "../../config/inputs.ts";
import type { Config, RawInputs } from "../../config/inputs.ts";
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
import { sealingOf } from "../../run/signer.ts";
import { flag, refuseWords } from "../command.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { signingKeyText } from "../options/signing-key.ts";

/** Inputs of the Action that mean something else here, or nothing. */
const NOT_FLAGS: ReadonlySet<string> = new Set([
  "repository",
  "branch",
  "seed",
  "allow-public",
  "retention-days",
  "raw-pages",
]);

const INPUT_FLAGS = [...INPUT_NOTES].filter(
  ([name, { isSecret }]) => isSecret !== true && !NOT_FLAGS.has(name),
);

/** What the environment gives; secrets come this way or from a file, never as a flag. */
const FROM_ENVIRONMENT: Readonly<Record<string, string>> = {
  "api-key": "DD_API_KEY",
  "app-key": "DD_APP_KEY",
  site: "DD_SITE",
  "signing-key": "SIGNING_KEY",
  "signing-key-passphrase": "SIGNING_KEY_PASSPHRASE",
  "pseudonym-key": "PSEUDONYM_KEY",
};

export const collect: Command = {
  summary: "collect, sign and write the evidence of one run",
  synopsis: "(--out DIR | --repository DIR) [flags]",
  flags: [
    ["--out DIR", "write the run folder below DIR"],
    ["--repository DIR", "write and commit it in a local git work tree"],
    ["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"],
    ["--json", "print what came of the run as JSON instead of its folder"],
    ...INPUT_FLAGS.map(([name, note]): readonly [string, string] => [
      `--${name} ${name.toUpperCase().replaceAll("-", "_")}`,
      [
        firstSentence(note.description),
        ...(note.default === undefined ? [] : [`(default ${note.default})`]),
      ].join(" "),
    ]),
  ],
  examples: [
    ["a first look, unsigned", "datadog-evidence collect --out evidence --signing none"],
    ["signed and committed", "datadog-evidence collect --repository . --signing-key key.pem"],
  ],
  notes: [
    "Keys come from the environment: DD_API_KEY, DD_APP_KEY, DD_SITE, SIGNING_KEY,",
    "SIGNING_KEY_PASSPHRASE, PSEUDONYM_KEY. Behind a proxy: HTTPS_PROXY.",
    "",
    "Prints the run folder. Exit 0: complete. 1: a content gate of --fail-on fired.",
    "2: could not. 3: written, but not complete.",
  ].join("\n"),
  options: {
    ...Object.fromEntries(
      ["out", "repository", "signing-key", ...INPUT_FLAGS.map(([name]) => name)].map((name) => [
        name,
        { type: "string" },
      ]),
    ),
    json: { type: "boolean" },
  },

  async run(given, terminal) {
    const { environment, log, print, cancellation, conceal, dist } = terminal;
    const { config, out, repository, apiUrl } = await checked(given, terminal);
    const signal = cancellation();
    using spool = new Spool();
    const { published, exit } = await run(config, {
      run: runIdentity(environment, await eventPayload(environment)),
      collector: async () => collectorIdentity(dist),
      apiUrl,
      repository: repository === null ? null : new LocalBranch({ folder: repository, path: config.path }),
      sealing: await sealingOf(config.chosen, { environment, signal, conceal, log }),
      to: {
        out,
        artifact: null,
        guide: verifyGuide(),
        companions: () => [],
      },
      signal,
      spool,
      now: () => new Date(),
      log,
    });
    if (given.flags["json"] === true) print(`${JSON.stringify(outcomeOf({ published, exit }), null, 2)}\n`);
    else if (published.isWritten) print(`${published.folder}\n`);
    for (const reason of exit.reasons) log.warning(logLine(reason));
    return exit.code;
  },
};

/** What came of the run, for programs; the evidence itself stays in its file. */
function outcomeOf({ published, exit }: Ran): object {
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

interface Checked {
  readonly config: Config;
  readonly out: string | null;
  readonly repository: string | null;
  readonly apiUrl: string | null;
}

/** Everything that can be wrong before the first request, all at once. */
async function checked(given: Arguments, { environment }: Terminal): Promise<Checked> {
  const problems: string[] = [];
  const noting = async <T>(step: () => Promise<T> | T): Promise<T | undefined> => {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      problems.push([error.message, error.hint].filter(Boolean).join("; "));
      return undefined;
    }
  };

  await noting(() => refuseWords(given, "collect"));
  const [out, repository] = [flag(given, "out"), flag(given, "repository")];
  if (!out && !repository)
    problems.push("out: name a folder with --out DIR, or a git work tree with --repository DIR");
  if (out) await noting(async () => ensureWritable(out, "out"));
  if (repository) {
    await noting(async () => {
      await ensureWorkTree(repository);
      await ensureWritable(repository, "repository");
    });
  }
  const apiUrl = await noting(() => apiUrlOf(environment["DD_API_URL"]));
  const before = problems.length;
  const key = await noting(async () => signingKeyText(given, environment));
  // Of a key that cannot be read, that is all there is to say.
  const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};

  const fromEnvironment = Object.entries(FROM_ENVIRONMENT).map(([name, variable]) => [
    name,
    environment[variable],
  ]);
  const fromFlags = INPUT_FLAGS.flatMap(([name]) => {
    const value = flag(given, name);
    return value === undefined ? [] : [[name, value]];
  });
  const raw: RawInputs = {
    ...Object.fromEntries([...fromEnvironment, ...fromFlags]),
    "signing-key": key,
    ...unread,
  };
  if (flag(given, "signing") === "none" && !out) {
    problems.push("out: unsigned evidence is never committed, so name a folder for it with --out DIR");
  }
  if (flag(given, "commit") === "false" && (!out || !repository)) {
    problems.push(
      "commit: false leaves the run to publish, so name the repository with --repository DIR and a folder with --out DIR",
    );
  }
  const config = configOf(raw, {
    otherProblems: [...problems, ...localProblems(environment)],
    hasIdentity: canIdentify(environment),
  });
  return {
    config,
    out: out ? path.resolve(out) : null,
    repository: repository ? path.resolve(repository) : null,
    apiUrl: apiUrl ?? null,
  };
}

/** Only this machine: evidence must never be taken from a server that somebody else runs. */
function apiUrlOf(text: string | undefined): string | null {
  if (!text) return null;
  const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && isLoopback(text);
  if (isAllowed) return new URL(text).origin;
  throw new Failure("input", "DD_API_URL: may only name this machine, such as http://127.0.0.1:8080", {
    hint: "to ask Datadog itself, leave it out and set DD_SITE",
  });
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.)\s/)[0] ?? text;
}
