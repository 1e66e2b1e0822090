import { access, readFile } from "node:fs/promises";
import { homedir } from "node:os";
import path from "node:path";

import { flagText, isFlagSet } from "../../config/flags.ts";
import { siteOf } from "../../datadog/sites.ts";
import { StreamName } from "../../evidence/schema.ts";
import { catchFailure, Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { suggestPolicy } from "../../policy/suggest-policy.ts";
import { shellWord } from "../../report/render/shell.ts";
import { PERMISSIONS } from "../../setup/permissions.ts";
import {
  ATTRIBUTES_PATH,
  ATTRIBUTES_TEXT,
  POLICY_PATH,
  PUBLIC_KEY_PATH,
  settingCommand,
  settingsOf,
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
import type { Arguments, Command } from "../command.ts";

const CHOICES = {
  cadence: ["daily", "hourly"],
  access: ["keys", "token", "delegated"],
  signing: ["key", "keyless"],
  keep: ["this", "app", "none"],
} as const satisfies Partial<Record<keyof SetupChoices, readonly string[]>>;

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
  notes:
    "Overwrites nothing: what is there stays, and is named. The private key goes to a folder of your own, outside of the repository. Without a terminal nothing is asked.",
  examples: [
    ["answer a few questions", "datadog-evidence init"],
    ["by flags alone", "datadog-evidence init --yes --site datadoghq.eu --signing keyless --watcher"],
  ],

  async run(given, { print, log, environment }) {
    const dir = flagText(given, "dir") || ".";
    await ensureFolder(dir);
    const fromFlags = choicesFrom(given);
    const isAsked = !isFlagSet(given, "yes") && process.stdin.isTTY && process.stderr.isTTY;
    const chosen = isAsked ? await askChoices(fromFlags, CHOICES) : fromFlags;
    if (chosen === null) {
      log.info("stopped; nothing was written");
      return 2;
    }
    const policy = chosen.hasPolicy ? await suggestedPolicy(dir) : null;
    const hasPolicy = chosen.hasPolicy && (policy !== null || (await isThere(path.join(dir, POLICY_PATH))));
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

function choicesFrom(given: Arguments): SetupChoices {
  const problems: string[] = [];
  const oneOf = <Word extends string>(name: string, [first, ...more]: readonly [Word, ...Word[]]): Word => {
    const text = flagText(given, name) ?? first;
    const found = [first, ...more].find((word) => word === text);
    if (found === undefined) problems.push(`--${name} is one of ${[first, ...more].join(", ")}`);
    return found ?? first;
  };
  const stream = flagText(given, "stream") ?? "prod";
  if (!StreamName.safeParse(stream).success) {
    problems.push("--stream is a name of small letters, digits and hyphens, such as prod");
  }
  const site = siteFrom(flagText(given, "site") ?? "datadoghq.com", problems);
  const choices: SetupChoices = {
    site,
    stream,
    cadence: oneOf("cadence", CHOICES.cadence),
    access: oneOf("access", CHOICES.access),
    signing: oneOf("signing", CHOICES.signing),
    keep: oneOf("keep", CHOICES.keep),
    organization: flagText(given, "organization") ?? "",
    hasPolicy: isFlagSet(given, "policy"),
    hasWatcher: isFlagSet(given, "watcher"),
  };
  if (choices.hasWatcher && choices.keep === "none") {
    problems.push("--watcher has nothing to watch where evidence is kept nowhere: leave out --keep none");
  }
  if (problems.length > 0) {
    throw new Failure("input", `init: ${problems.join("; ")}`, { hint: "see: datadog-evidence init --help" });
  }
  return choices;
}

function siteFrom(text: string, problems: string[]): string {
  const site = catchFailure(() => siteOf(text));
  if (!(site instanceof Failure)) return site;
  problems.push(`--site: ${site.message}`);
  return text;
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

async function isThere(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function ensureFolder(dir: string): Promise<void> {
  try {
    await access(dir);
  } catch (error) {
    throw new Failure("input", `dir: ${dir} is not there`, {
      hint: "name the root of a clone of the repository",
      cause: error,
    });
  }
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
  const settings = settingsOf(choices, pair === null ? null : shellWord(pair.file));
  const roots = [...new Set(names.map((name) => name.split("/")[0] ?? name))].toSorted();
  const workflow = path.basename(WORKFLOW_PATH);
  const steps: readonly (readonly string[])[] = [
    [`In Datadog (${choices.site}):`, ...datadogLines(choices)],
    ["On GitHub, in this folder:", ...settings.map((setting) => `  ${settingCommand(setting)}`)],
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
