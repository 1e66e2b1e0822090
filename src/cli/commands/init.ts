import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import { flagText, flagTexts, isFlagSet } from "../../config/flags.ts";
import { inputProblems } from "../../config/read-config.ts";
import { siteOf } from "../../datadog/sites.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { suggestPolicy } from "../../policy/suggest-policy.ts";
import { shellWord } from "../../report/render/shell.ts";
import { PERMISSIONS } from "../../setup/permissions.ts";
import {
  ATTRIBUTES_PATH,
  ATTRIBUTES_TEXT,
  POLICY_PATH,
  PUBLIC_KEY_PATH,
  SETUP_WORDS,
  settingCommands,
  WATCHER_PATH,
  watcherText,
  WORKFLOW_PATH,
  workflowText,
} from "../../setup/workflow-files.ts";
import type { SetupChoices } from "../../setup/workflow-files.ts";
import { askChoices } from "../../setup/ask-choices.ts";
import { makeKeyPair, writeNewFile } from "../../setup/write-setup.ts";
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
    const fromFlags = choicesFrom(given);
    const isAsked = !isFlagSet(given, "yes") && process.stdin.isTTY && process.stderr.isTTY;
    // Questions go to the error stream, because a user may keep the output in a file.
    const streams = { input: process.stdin, output: process.stderr };
    const chosen = isAsked ? await askChoices(fromFlags, streams) : fromFlags;
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

    const home = environment["HOME"] || homedir();
    const keyFolder = path.join(
      home,
      ".datadog-evidence",
      `${path.basename(path.resolve(dir))}-${choices.stream}`,
    );
    const pair =
      choices.signing === "key"
        ? await makeKeyPair(keyFolder, environment["SIGNING_KEY_PASSPHRASE"] || null)
        : null;
    const watcher = choices.hasWatcher ? watcherText(choices) : null;
    const files: readonly (readonly [name: string, text: string])[] = [
      [WORKFLOW_PATH, workflowText(choices)],
      [ATTRIBUTES_PATH, ATTRIBUTES_TEXT],
      ...(watcher === null ? [] : [[WATCHER_PATH, watcher] as const]),
      ...(policy === null ? [] : [[POLICY_PATH, policy] as const]),
      ...(pair === null ? [] : [[PUBLIC_KEY_PATH, pair.publicPem] as const]),
    ];
    const written: string[] = [];
    const kept: string[] = [];
    for (const [name, text] of files) {
      ((await writeNewFile(path.join(dir, name), text)) ? written : kept).push(name);
    }
    for (const name of written) log.info(`wrote ${name}`);
    for (const name of kept) log.info(`${name} is there already and was left as it is`);
    const attributes = kept.includes(ATTRIBUTES_PATH) ? await missingAttributes(dir) : [];
    if (attributes.length > 0) {
      log.info(`add these lines to ${ATTRIBUTES_PATH}, or checkouts on Windows change the evidence:`);
      for (const line of attributes) log.info(`  ${line}`);
    }
    if (pair !== null) {
      log.info(
        pair.isNew ? `made the private key ${pair.file}` : `the private key ${pair.file} is there already`,
      );
    }
    print(stepsText(choices, { pair, names: files.map(([name]) => name) }));
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

/** A first policy from the newest run below the folder; null where there is none. */
async function suggestedPolicy(dir: string): Promise<string | null> {
  const found = findStreams(diskFiles(dir));
  if (found?.kind !== "streams") return null;
  const [stream] = found.streams;
  const run = stream?.runs.at(-1);
  if (stream === undefined || run === undefined) return null;
  return suggestPolicy(readWholeEvidence(await readRunFolder(stream.files, run)));
}

/** The lines that the file of the repository lacks. */
async function missingAttributes(dir: string): Promise<readonly string[]> {
  const present = new Set((await readFile(path.join(dir, ATTRIBUTES_PATH), "utf8")).split(/\r?\n/));
  return ATTRIBUTES_TEXT.trim()
    .split("\n")
    .filter((line) => !present.has(line));
}

/** The steps that are left for the user, in order; at most five. */
function stepsText(
  choices: SetupChoices,
  {
    pair,
    names,
  }: {
    readonly pair: { readonly file: string; readonly fingerprint: string } | null;
    /** The files of the repository. */
    readonly names: readonly string[];
  },
): string {
  const settings = settingCommands(choices, pair === null ? null : shellWord(pair.file));
  const roots = [...new Set(names.map((name) => name.split("/")[0] ?? name))].toSorted();
  const workflow = path.basename(WORKFLOW_PATH);
  const steps: readonly (readonly string[])[] = [
    [`In Datadog (${choices.site}):`, ...datadogLines(choices)],
    ["On GitHub, in this folder:", ...settings.map((command) => `  ${command}`)],
    [
      "Commit and push what was written, to the default branch:",
      `  git add ${roots.join(" ")} && git commit -m "Collect compliance evidence" && git push`,
    ],
    [
      "Check the setup, mend what the job summary names, then start the first run:",
      `  gh workflow run ${workflow} -f check=true`,
      `  gh workflow run ${workflow}`,
    ],
    [
      pair === null
        ? "Tell your auditor the workflow that signs: its repository and its path."
        : `Give your auditor the public key and its fingerprint, not through the repository: ${pair.fingerprint}`,
    ],
  ];
  return `${steps.map(([first = "", ...more], index) => [`${index + 1}. ${first}`, ...more.map((line) => `   ${line}`)].join("\n")).join("\n")}\n`;
}

const SCOPES = "with the scopes of these permissions and timeseries_query";
const MAPPING_HELP =
  "https://github.com/datadog-evidence/datadog-evidence/blob/main/docs/setup.md#without-the-two-keys";

function datadogLines({ access: way }: SetupChoices): readonly string[] {
  const permissions = PERMISSIONS.filter(({ grant }) => grant === undefined).map(
    ({ name, isNeeded }) => `${name}${isNeeded ? "" : " (optional)"}`,
  );
  const last = {
    keys: `For it, make an application key ${SCOPES}, and an API key. Each is shown once.`,
    token: `For it, make an access token ${SCOPES}. It is shown once.`,
    delegated: `Ask Datadog for the Preview of workload identity, and map this repository's workflow to it: see ${MAPPING_HELP}`,
  }[way];
  return [
    `  Organization Settings > Roles > New Role: ${permissions.join(", ")}.`,
    "  Organization Settings > Service Accounts > New, with that role only.",
    `  ${last}`,
    "  Add the tag compliance, exactly, to each monitor that supports a control.",
  ];
}
