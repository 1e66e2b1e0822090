import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import { readVerifyingKey } from "../../bundle/public-key.ts";
import { flagText, flagTexts, isFlagSet } from "../../config/flags.ts";
import { inputProblems } from "../../config/read-config.ts";
import { siteOf } from "../../datadog/sites.ts";
import { catchFailure, Failure } from "../../failure.ts";
import type { Environment } from "../../platform/environment.ts";
import type { Log } from "../../platform/log.ts";
import { diskFiles } from "../../platform/disk.ts";
import { suggestPolicy } from "../../policy/suggest-policy.ts";
import { nextSteps } from "../../setup/next-steps.ts";
import {
  ATTRIBUTES_PATH,
  ATTRIBUTES_TEXT,
  POLICY_PATH,
  PUBLIC_KEY_PATH,
  SETUP_WORDS,
  WATCHER_PATH,
  watcherText,
  WORKFLOW_PATH,
  workflowText,
} from "../../setup/workflow-files.ts";
import type { SetupChoices } from "../../setup/workflow-files.ts";
import { askChoices } from "../../setup/ask-choices.ts";
import { makeKeyPair, writeNewFile, type KeyPair } from "../../setup/write-setup.ts";
import { readRunFolder, readWholeEvidence } from "../../verify/run/read-folder.ts";
import { findStreams } from "../../verify/stream/find-streams.ts";
import { argumentFailure, type Arguments, type Command } from "../command.ts";

export const initCommand: Command = {
  summary: "write the workflow, make the key, and say what is left to do",
  synopsis: "[--dir DIR] [--yes] [flags]",
  flags: {
    dir: { argument: "DIR", description: "Root of the repository (default: the current folder)." },
    site: { argument: "SITE", description: "Site of Datadog (default: datadoghq.com)." },
    stream: { argument: "NAME", description: "Name of the stream (default: prod)." },
    cadence: { argument: "WORD", description: "daily (default) or hourly." },
    access: {
      argument: "WORD",
      description: "How the run gets at Datadog: keys (default), token or delegated.",
    },
    signing: { argument: "WORD", description: "key (default) or keyless." },
    keep: {
      argument: "WORD",
      description:
        "Where evidence is kept beside the artifact: this (default: a branch of this repository), app (another repository, by a GitHub App) or none.",
    },
    organization: { argument: "NAME", description: "Name of your organisation, for the reports." },
    policy: { description: "Also give the runs the policy in policy.json." },
    watcher: { description: "Also write the workflow that tells you when evidence stops." },
    yes: { description: "Ask nothing: take the defaults and the flags." },
  },
  notes: [
    "Overwrites nothing: what is there stays, and is named. The private key goes to a folder of your own, outside of the repository. Without a terminal nothing is asked.",
  ],
  examples: [
    ["answer a few questions", "datadog-evidence init"],
    ["by flags alone", "datadog-evidence init --yes --site datadoghq.eu --signing keyless --watcher"],
  ],

  async run(given, { print, log, environment }) {
    const dir = flagText(given, "dir") || ".";
    if (!existsSync(dir)) {
      throw new Failure("input", `dir: ${dir} is not there`, {
        hint: "name the root of a clone of the repository",
      });
    }
    const byFlags = choicesFrom(given);
    const isAsked = !isFlagSet(given, "yes") && process.stdin.isTTY && process.stderr.isTTY;
    // Questions go to the error stream, because a user may keep the output in a file.
    const chosen = isAsked
      ? await askChoices(byFlags, { input: process.stdin, output: process.stderr })
      : byFlags;
    if (chosen === null) {
      log.info("stopped; nothing was written");
      return 2;
    }
    const policy = chosen.hasPolicy ? await suggestedPolicy(dir) : null;
    const hasPolicy = chosen.hasPolicy && (policy !== null || existsSync(path.join(dir, POLICY_PATH)));
    if (chosen.hasPolicy && !hasPolicy) {
      log.info(
        `no run is here yet to make a policy from: after the first one, npx datadog-evidence policy suggest RUN_FOLDER > ${POLICY_PATH}, and give it to the workflow as policy: ${POLICY_PATH}`,
      );
    }
    const choices = { ...chosen, hasPolicy };
    const pair = choices.signing === "key" ? await ownKeyPair(dir, choices.stream, environment) : null;
    const files = filesOf(choices, { policy, publicPem: pair?.publicPem ?? null });
    const kept = await writeFiles(dir, { files, log });
    if (kept.includes(ATTRIBUTES_PATH)) await nameMissingAttributes(dir, log);
    if (pair !== null) {
      log.info(
        pair.isNew ? `made the private key ${pair.file}` : `the private key ${pair.file} is there already`,
      );
      if (kept.includes(PUBLIC_KEY_PATH)) await compareKeys(path.join(dir, PUBLIC_KEY_PATH), { pair, log });
    }
    print(nextSteps(choices, { pair, names: [...files.keys()] }));
    return 0;
  },
};

/** The flags that are inputs of the same names. */
const TEXT_FLAGS = ["site", "stream", "organization"] as const;

function choicesFrom(given: Arguments): SetupChoices {
  const problems: string[] = [];
  const oneOf = <Word extends string>(name: string, [first, ...more]: readonly [Word, ...Word[]]): Word => {
    const text = flagText(given, name) ?? first;
    const found = [first, ...more].find((word) => word === text);
    if (found === undefined) problems.push(`--${name} is one of ${[first, ...more].join(", ")}`);
    return found ?? first;
  };
  const texts = { site: "datadoghq.com", stream: "prod", organization: "", ...flagTexts(given, TEXT_FLAGS) };
  problems.push(...inputProblems(texts).map((problem) => `--${problem}`));
  const choices: SetupChoices = {
    ...texts,
    cadence: oneOf("cadence", SETUP_WORDS.cadence),
    access: oneOf("access", SETUP_WORDS.access),
    signing: oneOf("signing", SETUP_WORDS.signing),
    keep: oneOf("keep", SETUP_WORDS.keep),
    hasPolicy: isFlagSet(given, "policy"),
    hasWatcher: isFlagSet(given, "watcher"),
  };
  if (choices.hasWatcher && choices.keep === "none") {
    problems.push("--watcher has nothing to watch where evidence is kept nowhere: leave out --keep none");
  }
  if (problems.length > 0) {
    throw argumentFailure("init", `init: ${problems.join("; ")}`);
  }
  return { ...choices, site: siteOf(choices.site) };
}

/** The key pair of the stream, in a folder of the user; a new one where there is none. */
async function ownKeyPair(dir: string, stream: string, environment: Environment): Promise<KeyPair> {
  const home = environment["HOME"] || homedir();
  const folder = path.join(home, ".datadog-evidence", `${path.basename(path.resolve(dir))}-${stream}`);
  return makeKeyPair(folder, environment["SIGNING_KEY_PASSPHRASE"] || null);
}

/** The text of each file of the repository, by its path there. */
function filesOf(
  choices: SetupChoices,
  { policy, publicPem }: { readonly policy: string | null; readonly publicPem: string | null },
): ReadonlyMap<string, string> {
  const texts = {
    [WORKFLOW_PATH]: workflowText(choices),
    [ATTRIBUTES_PATH]: ATTRIBUTES_TEXT,
    [WATCHER_PATH]: choices.hasWatcher ? watcherText(choices) : null,
    [POLICY_PATH]: policy,
    [PUBLIC_KEY_PATH]: publicPem,
  };
  return new Map(Object.entries(texts).flatMap(([name, text]) => (text === null ? [] : [[name, text]])));
}

/** Writes the files that are not there, and returns the names of the others. */
async function writeFiles(
  dir: string,
  { files, log }: { readonly files: ReadonlyMap<string, string>; readonly log: Log },
): Promise<readonly string[]> {
  const kept: string[] = [];
  for (const [name, text] of files) {
    if (await writeNewFile(path.join(dir, name), text)) log.info(`wrote ${name}`);
    else kept.push(name);
  }
  for (const name of kept) log.info(`${name} is there already and was left as it is`);
  return kept;
}

/** A first policy from the newest run below the folder; null where there is none. */
async function suggestedPolicy(dir: string): Promise<string | null> {
  const found = findStreams(diskFiles(dir));
  if (found?.kind !== "streams") return null;
  const [stream] = found.streams;
  const run = stream?.runs.at(-1);
  if (stream === undefined || run === undefined) return null;
  return suggestPolicy(readWholeEvidence(await readRunFolder(stream.files, run)));
}

/** Names the lines that the file of the repository lacks. */
async function nameMissingAttributes(dir: string, log: Log): Promise<void> {
  const present = new Set((await readFile(path.join(dir, ATTRIBUTES_PATH), "utf8")).split(/\r?\n/));
  const missing = ATTRIBUTES_TEXT.trim()
    .split("\n")
    .filter((line) => !present.has(line));
  if (missing.length === 0) return;
  log.info(`add these lines to ${ATTRIBUTES_PATH}, or checkouts on Windows change the evidence:`);
  for (const line of missing) log.info(`  ${line}`);
}

/** Warns where the public key in the repository is not that of the private key. */
async function compareKeys(
  publicKey: string,
  { pair, log }: { readonly pair: KeyPair; readonly log: Log },
): Promise<void> {
  const text = await readFile(publicKey, "utf8");
  const known = catchFailure(() => readVerifyingKey(text).fingerprint);
  if (known === pair.fingerprint) return;
  log.warning(
    `the private key ${pair.file} does not belong to ${publicKey}, so what it signs would not verify; copy the private key that does to its place, or replace the public key`,
  );
}
