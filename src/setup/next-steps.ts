import path from "node:path";

import { shellWord } from "../report/render/shell.ts";
import { PERMISSIONS } from "./permissions.ts";
import { WORKFLOW_PATH, type SetupChoices } from "./workflow-files.ts";
import type { KeyPair } from "./write-setup.ts";

/** The steps that are left for the user, in order; at most five. */
export function nextSteps(
  choices: SetupChoices,
  {
    pair,
    names,
  }: {
    readonly pair: KeyPair | null;
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

/** The commands that set on GitHub what a run needs. `keyFile` is the private key; null where none is used. */
function settingCommands({ access, keep, site }: SetupChoices, keyFile: string | null): readonly string[] {
  const ofAccess = {
    keys: ["secret set DD_API_KEY", "secret set DD_APP_KEY"],
    token: ["secret set DD_ACCESS_TOKEN"],
    delegated: ["variable set DD_ORG_ID"],
  }[access];
  const ofApp = ["variable set EVIDENCE_APP_CLIENT_ID", "secret set EVIDENCE_APP_PRIVATE_KEY"];
  return [
    ...ofAccess,
    ...(keyFile === null ? [] : [`secret set SIGNING_KEY < ${keyFile}`]),
    `variable set DD_SITE --body ${site}`,
    ...(keep === "app" ? ofApp : []),
  ].map((command) => `gh ${command}`);
}
