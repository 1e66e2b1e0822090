/** How the run gets at Datadog, how it signs, and what else is wanted. */
export interface SetupChoices {
  /** As `siteOf` gives it. */
  readonly site: string;
  readonly stream: string;
  readonly cadence: "daily" | "hourly";
  readonly access: "keys" | "token" | "delegated";
  readonly signing: "key" | "keyless";
  /** Where evidence is kept beside the artifact. */
  readonly keep: "this" | "app" | "none";
  readonly organization: string;
  readonly hasPolicy: boolean;
  readonly hasWatcher: boolean;
}

/** The values that are set with `gh`, each with what it is. */
export interface Setting {
  readonly kind: "secret" | "variable";
  readonly name: string;
  readonly what: string;
  /** What follows the command, such as a file to read; without it `gh` asks. */
  readonly value?: string;
}

const ACTION = "datadog-evidence/datadog-evidence";
const CHECKOUT = "actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2";
const APP_TOKEN = "actions/create-github-app-token@bcd2ba49218906704ab6c1aa796996da409d3eb1 # v3.2.0";

/** The branch and the folder of the evidence where it stays in the repository of the workflow. */
const EVIDENCE_BRANCH = "compliance-evidence";
const EVIDENCE_FOLDER = "compliance-evidence";
export const WORKFLOW_PATH = ".github/workflows/datadog-evidence.yml";
export const WATCHER_PATH = ".github/workflows/datadog-evidence-watch.yml";
export const PUBLIC_KEY_PATH = ".github/datadog-evidence/signing-key.pub.pem";
export const POLICY_PATH = "policy.json";
export const ATTRIBUTES_PATH = ".gitattributes";

/** Checkouts that change line ends would change what is signed. */
export const ATTRIBUTES_TEXT = `${EVIDENCE_FOLDER}/** -text\n${POLICY_PATH} -text\n`;

/** The workflow that collects. */
export function workflowText(choices: SetupChoices): string {
  const { cadence, signing, access, keep, hasPolicy } = choices;
  const isIdentified = signing === "keyless" || access === "delegated";
  const permissions = [
    ...(keep === "this"
      ? [`contents: write # commits to the branch ${EVIDENCE_BRANCH}, and to no other`]
      : []),
    ...(keep !== "this" && hasPolicy ? ["contents: read # reads the policy"] : []),
    ...(isIdentified
      ? ["id-token: write # proves which workflow this is; it opens nothing in the repository"]
      : []),
  ];
  const steps = [
    ...(hasPolicy
      ? [
          `- uses: ${CHECKOUT}`,
          "  with:",
          "    persist-credentials: false",
          `    sparse-checkout: ${POLICY_PATH}`,
          "    sparse-checkout-cone-mode: false",
        ]
      : []),
    ...(keep === "app" ? appSteps() : []),
    `- uses: ${ACTION}@v1 # pin a full commit SHA in production: a tag can be moved`,
    "  with:",
    ...inputLines(choices).map((line) => `    ${line}`),
  ];
  return `${[
    "# Written by datadog-evidence init. Change it as you like; init never overwrites it.",
    "name: Compliance evidence",
    "",
    "on:",
    "  schedule:",
    "    # An odd minute: GitHub drops schedules most at the full hour.",
    `    - cron: "${cadence === "daily" ? "17 6 * * *" : "17 * * * *"}"`,
    "  workflow_dispatch:",
    "    inputs:",
    "      check:",
    "        description: Only check the setup, and collect nothing",
    "        type: boolean",
    "",
    "permissions: {}",
    "",
    "# A run waits for the run before it.",
    "concurrency:",
    "  group: compliance-evidence",
    "  queue: max",
    "",
    "jobs:",
    "  collect:",
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 20",
    ...(permissions.length === 0 ? [] : ["    permissions:", ...permissions.map((line) => `      ${line}`)]),
    "    steps:",
    ...steps.map((line) => `      ${line}`),
  ].join("\n")}\n`;
}

function appSteps(): readonly string[] {
  return [
    "# The token of a workflow works for its own repository only. This one works for the evidence repository, for an hour.",
    "- id: evidence-repository",
    `  uses: ${APP_TOKEN}`,
    "  with:",
    "    client-id: ${{ vars.EVIDENCE_APP_CLIENT_ID }}",
    "    private-key: ${{ secrets.EVIDENCE_APP_PRIVATE_KEY }}",
    "    owner: ${{ github.repository_owner }}",
    "    repositories: compliance-evidence",
    "    permission-contents: write",
  ];
}

const ACCESS_INPUTS = {
  keys: ["api-key: ${{ secrets.DD_API_KEY }}", "app-key: ${{ secrets.DD_APP_KEY }}"],
  token: ["access-token: ${{ secrets.DD_ACCESS_TOKEN }}"],
  delegated: ["org-id: ${{ vars.DD_ORG_ID }}"],
} as const;

function inputLines({
  access,
  stream,
  cadence,
  signing,
  keep,
  organization,
  hasPolicy,
}: SetupChoices): readonly string[] {
  return [
    "check: ${{ inputs.check || false }}",
    ...ACCESS_INPUTS[access],
    "site: ${{ vars.DD_SITE }}",
    `stream: ${stream}`,
    ...(cadence === "hourly" ? ["cadence: hourly"] : []),
    ...(organization === "" ? [] : [`organization: ${JSON.stringify(organization)}`]),
    ...(signing === "key"
      ? ["signing: key", "signing-key: ${{ secrets.SIGNING_KEY }}"]
      : ["signing: keyless", "min-assurance: keyless"]),
    ...(hasPolicy ? [`policy: ${POLICY_PATH}`] : []),
    ...(keep === "this"
      ? [
          "repository: ${{ github.repository }}",
          "repository-token: ${{ github.token }}",
          `branch: ${EVIDENCE_BRANCH}`,
          "seed: true # the first run makes the branch",
          `path: ${EVIDENCE_FOLDER}`,
        ]
      : []),
    ...(keep === "app"
      ? [
          "repository: ${{ github.repository_owner }}/compliance-evidence",
          "repository-token: ${{ steps.evidence-repository.outputs.token }}",
        ]
      : []),
  ];
}

/** The workflow that watches for evidence that stops; null where there is none to watch. */
export function watcherText({ stream, cadence, signing, keep }: SetupChoices): string | null {
  if (keep === "none") return null;
  const trust =
    signing === "key"
      ? [`key: ${PUBLIC_KEY_PATH}`]
      : ["issuer: https://token.actions.githubusercontent.com", "repository-id: ${{ github.repository_id }}"];
  const source =
    keep === "this"
      ? [`    ref: ${EVIDENCE_BRANCH}`]
      : [
          "    repository: ${{ github.repository_owner }}/compliance-evidence",
          "    # A token that can read that repository and nothing else.",
          "    token: ${{ secrets.EVIDENCE_READ_TOKEN }}",
        ];
  const steps = [
    ...(signing === "key"
      ? [
          "# The public key comes from here, never from the evidence.",
          `- uses: ${CHECKOUT}`,
          "  with:",
          "    persist-credentials: false",
        ]
      : []),
    `- uses: ${CHECKOUT}`,
    "  with:",
    "    persist-credentials: false",
    ...source,
    "    path: kept",
    `- uses: ${ACTION}/verify@v1`,
    "  with:",
    `    path: ${keep === "this" ? `kept/${EVIDENCE_FOLDER}` : "kept"}`,
    `    streams: ${stream}`,
    ...trust.map((line) => `    ${line}`),
  ];
  return `${[
    "# Written by datadog-evidence init. The job fails, and GitHub tells you, when evidence is absent, stale, missing or",
    "# not genuine. Better still, move it to another repository: what stops one then does not stop the other.",
    "name: Watch the compliance evidence",
    "",
    "on:",
    "  schedule:",
    `    - cron: "${cadence === "daily" ? "47 13 * * *" : "47 */3 * * *"}"`,
    "  workflow_dispatch:",
    "",
    "permissions:",
    "  contents: read",
    "",
    "jobs:",
    "  watch:",
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 20",
    "    steps:",
    ...steps.map((line) => `      ${line}`),
  ].join("\n")}\n`;
}

/** Everything that somebody sets on GitHub by hand. `keyFile` is the private key; null where none is used. */
export function settingsOf({ access, keep, site }: SetupChoices, keyFile: string | null): readonly Setting[] {
  const secrets = {
    keys: [
      { kind: "secret", name: "DD_API_KEY", what: "the API key" },
      { kind: "secret", name: "DD_APP_KEY", what: "the application key of the service account" },
    ],
    token: [{ kind: "secret", name: "DD_ACCESS_TOKEN", what: "the access token of the service account" }],
    delegated: [
      { kind: "variable", name: "DD_ORG_ID", what: "the public id of the organisation in Datadog" },
    ],
  } as const satisfies Record<string, readonly Setting[]>;
  return [
    ...secrets[access],
    ...(keyFile === null
      ? []
      : [{ kind: "secret", name: "SIGNING_KEY", what: "the private key", value: `< ${keyFile}` } as const]),
    { kind: "variable", name: "DD_SITE", what: "the site", value: `--body ${site}` },
    ...(keep === "app"
      ? ([
          { kind: "variable", name: "EVIDENCE_APP_CLIENT_ID", what: "the client id of the GitHub App" },
          { kind: "secret", name: "EVIDENCE_APP_PRIVATE_KEY", what: "the private key of the GitHub App" },
        ] as const)
      : []),
  ];
}

/** The command that sets it, to copy. */
export function settingCommand({ kind, name, value }: Setting): string {
  return ["gh", kind, "set", name, ...(value === undefined ? [] : [value])].join(" ");
}
