/** The choices of one word among a few, the default first. */
export const SETUP_WORDS = {
  cadence: ["daily", "hourly"],
  /** How the run gets at Datadog. */
  access: ["keys", "token", "delegated"],
  signing: ["key", "keyless"],
  /** Where evidence is kept beside the artifact. */
  keep: ["this", "app", "none"],
} as const;

type SetupWords = typeof SETUP_WORDS;

/** How the run gets at Datadog, how it signs, and what else is wanted. */
export interface SetupChoices extends Readonly<{ [Name in keyof SetupWords]: SetupWords[Name][number] }> {
  /** As `siteOf` gives it. */
  readonly site: string;
  readonly stream: string;
  readonly organization: string;
  readonly hasPolicy: boolean;
  readonly hasWatcher: boolean;
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
    ...(hasPolicy ? checkoutStep(`sparse-checkout: ${POLICY_PATH}`, "sparse-checkout-cone-mode: false") : []),
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
    ...jobLines("collect", { permissions, steps }),
  ].join("\n")}\n`;
}

function jobLines(
  name: string,
  { permissions, steps }: { readonly permissions: readonly string[]; readonly steps: readonly string[] },
): readonly string[] {
  return [
    "jobs:",
    `  ${name}:`,
    "    runs-on: ubuntu-latest",
    "    timeout-minutes: 20",
    ...(permissions.length === 0 ? [] : ["    permissions:", ...permissions.map((line) => `      ${line}`)]),
    "    steps:",
    ...steps.map((line) => `      ${line}`),
  ];
}

function checkoutStep(...inputs: readonly string[]): readonly string[] {
  const lines = ["persist-credentials: false", ...inputs].map((line) => `    ${line}`);
  return [`- uses: ${CHECKOUT}`, "  with:", ...lines];
}

/** The text so that YAML takes it for a text, and not for a number, a truth value or nothing. */
function yamlText(text: string): string {
  const isPlain = /^[A-Za-z][\w.-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|[yn])$/i.test(text);
  return isPlain ? text : JSON.stringify(text);
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
    `stream: ${yamlText(stream)}`,
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
      ? [`ref: ${EVIDENCE_BRANCH}`]
      : [
          "repository: ${{ github.repository_owner }}/compliance-evidence",
          "# A token that can read that repository and nothing else.",
          "token: ${{ secrets.EVIDENCE_READ_TOKEN }}",
        ];
  const steps = [
    ...(signing === "key"
      ? ["# The public key comes from here, never from the evidence.", ...checkoutStep()]
      : []),
    ...checkoutStep(...source, "path: kept"),
    `- uses: ${ACTION}/verify@v1`,
    "  with:",
    `    path: ${keep === "this" ? `kept/${EVIDENCE_FOLDER}` : "kept"}`,
    `    streams: ${yamlText(stream)}`,
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
    ...jobLines("watch", { permissions: [], steps }),
  ].join("\n")}\n`;
}
