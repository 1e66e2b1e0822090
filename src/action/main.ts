import { localServiceProblems } from "../sign/keyless/sigstore-instance.ts";
import { RecordSpool } from "../collectors/store/spool.ts";
import { readWorkspaceFile } from "../config/given-file.ts";
import type { RawInputs } from "../config/flags.ts";
import { INPUT_NAMES, SECRET_NAMES } from "../config/inputs.ts";
import { readConfig } from "../config/read-config.ts";
import { awaitFailure, catchFailure, Failure, failureLine } from "../failure.ts";
import { SecretSearch } from "../platform/secrets.ts";
import type { UserFile } from "../policy/read-file.ts";
import { gitHubApiUrl } from "../publish/github/api-url.ts";
import { collectAndPublish } from "./collect-and-publish.ts";
import { inputOf, Job } from "./job.ts";
import { publishedSentence, reportResult } from "./report-result.ts";
import { PublicRefusal } from "./visibility.ts";

/** The Action: reads its inputs, runs, reports, and sets the exit code. `dist` is the folder of the program. */
export async function runEvidenceAction(dist: string): Promise<void> {
  const raw = Object.fromEntries(INPUT_NAMES.map((name) => [name, inputOf(process.env, name)]));
  // Grows with the tokens that the run obtains.
  const secrets = new SecretSearch([
    ...SECRET_NAMES.map((name) => raw[name]),
    process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  ]);
  const job = new Job(secrets);
  let published: string | null = null;
  try {
    const [policy, mapping] = [await userFileOf("policy", raw), await userFileOf("mapping", raw)];
    const known = {
      environment: process.env,
      policy: policy.file,
      mapping: mapping.file,
      otherProblems: [...policy.problems, ...mapping.problems, ...jobProblems(raw, process.env)],
    };
    if (raw["check"]?.trim() === "true") {
      // A run needs none of it.
      const { checkSetup } = await import("./check-setup.ts");
      await checkSetup(raw, { job, ...known });
    } else {
      using spool = new RecordSpool();
      const config = readConfig(raw, known);
      const ran = await collectAndPublish(config, { dist, job, spool });
      published = publishedSentence(ran);
      reportResult(ran, { config, job });
    }
  } catch (error) {
    job.setOutput("exit-code", "2");
    job.failWith(error, error instanceof PublicRefusal ? null : "No evidence from Datadog");
  }
  await job.finished(published);
  // An upload that was given up may still wait for its service, but nothing waits for it.
  process.stdout.write("", () => process.exit());
}

/** The file of the workspace that an input names, or why it cannot be read, to report with other problems. */
async function userFileOf(
  input: "policy" | "mapping",
  raw: RawInputs,
): Promise<{ readonly file: UserFile | null; readonly problems: readonly string[] }> {
  const name = raw[input]?.trim() ?? "";
  if (name === "") return { file: null, problems: [] };
  const workspace = process.env["GITHUB_WORKSPACE"];
  const bytes = await awaitFailure(async () => readWorkspaceFile(name, { input, workspace }));
  return bytes instanceof Failure
    ? { file: null, problems: [failureLine(bytes)] }
    : { file: { name, bytes }, problems: [] };
}

/** What is wrong with the environment of the job, and with inputs that do not fit together. */
function jobProblems(raw: RawInputs, env: NodeJS.ProcessEnv): readonly string[] {
  const problems: string[] = [];
  // Only the command line may be given another address of Datadog.
  if (env["DD_API_URL"]) {
    problems.push(
      "DD_API_URL: the Action only asks Datadog itself; remove it from the environment of this job",
    );
  }
  problems.push(...localServiceProblems(env));
  if (raw["commit"] === "false" && !raw["repository"]) {
    problems.push("commit: false leaves the run to publish, so name the repository whose chain it continues");
  }
  // Said before anything is asked, as the visibility is asked of the same address.
  const url = raw["repository-token"] ? catchFailure(() => gitHubApiUrl(env)) : null;
  if (url instanceof Failure) problems.push(failureLine(url));
  return problems;
}
