import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { localServiceProblems } from "../sign/keyless/sigstore-instance.ts";
import { cancellation } from "../platform/cancellation.ts";
import { RecordSpool } from "../collectors/store/spool.ts";
import { readWorkspaceFile } from "../config/given-file.ts";
import type { RawInputs } from "../config/flags.ts";
import { INPUT_NAMES, SECRET_NAMES } from "../config/inputs.ts";
import { readConfig, type Config } from "../config/read-config.ts";
import { apiUrlOf } from "../datadog/sites.ts";
import { fileOf } from "../evidence/file.ts";
import { pathInRepository } from "../bundle/run-path.ts";
import { awaitFailure, catchFailure, explainError, Failure, failureLine } from "../failure.ts";
import { collectorIdentity, eventPayload, runIdentity, type Event } from "../run/identity.ts";
import { checkSetup } from "./check-setup.ts";
import { inputOf, Job } from "./job.ts";
import type { Log } from "../platform/log.ts";
import { OUTPUTS } from "./outputs.ts";
import { writeJobSummary } from "./summary.ts";
import { storeAttestation } from "./attestation-store.ts";
import type { UserFile } from "../policy/read-file.ts";
import { gitHubApiUrl } from "../publish/github/api-url.ts";
import { GitHubBranch } from "../publish/github/branch.ts";
import { RawPages } from "../publish/raw-pages.ts";
import { ensureWritable } from "../publish/write-folder.ts";
import { readVisibility } from "./visibility.ts";
import { verifyGuide } from "../report/verify-guide.ts";
import { reportHtml } from "../report/render/page.ts";
import { runReport } from "../report/run/report.ts";
import { exitLine } from "../report/job-summary/log-lines.ts";
import { sentence } from "../report/words.ts";
import { refusalSummary } from "../report/job-summary/refusal.ts";
import { runSummary } from "../report/job-summary/run.ts";
import { logLine } from "../report/render/sanitize.ts";
import { run, type RunResult } from "../run/run.ts";
import type { Exit } from "../config/fail-on.ts";
import { credentialsFor } from "../run/access.ts";
import { signerFor } from "../run/signer.ts";
import { SecretSearch } from "../platform/secrets.ts";

/** The Action: reads its inputs, runs, reports, and sets the exit code. `dist` is the folder of the program. */
export async function runEvidenceAction(dist: string): Promise<void> {
  const raw = Object.fromEntries(INPUT_NAMES.map((name) => [name, inputOf(process.env, name)]));
  // Grows with the tokens that the run obtains.
  const secrets = new SecretSearch([
    ...SECRET_NAMES.map((name) => raw[name]),
    process.env["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  ]);
  const job = new Job(secrets);

  const conceal = (secret: string): void => job.conceal(secret);
  let published: string | null = null;
  try {
    const policy = await userFileOf("policy", raw);
    const mapping = await userFileOf("mapping", raw);
    const files = { policy: policy.file, mapping: mapping.file };
    const otherProblems = [
      ...policy.problems,
      ...mapping.problems,
      ...notForActions(process.env),
      ...localServiceProblems(process.env),
      ...uncommitted(raw),
      ...unsafeForToken(raw, process.env),
    ];
    if (raw["check"]?.trim() === "true") {
      const writeSummary = (text: string): Failure | null => writeJobSummary(secrets.conceal(text));
      await checkSetup(raw, { job, ...files, otherProblems, conceal, writeSummary });
    } else {
      using spool = new RecordSpool();
      const config = readConfig(raw, {
        ...files,
        otherProblems,
        environment: process.env,
      });
      const ran = await collectAndPublish(config, { dist, secrets, job, spool, conceal });
      published = publishedSentence(ran);
      tell(ran, { config, job, secrets });
    }
  } catch (error) {
    job.setOutput("exit-code", "2");
    const unwritten =
      error instanceof PublicRefusal ? null : writeJobSummary(secrets.conceal(refusalOf(error)));
    job.fail([explainError(error), ...(unwritten === null ? [] : [unwritten.message])].join("\n"), 2);
  }
  await job.finished(published);
  // An upload that was given up may still wait for its service, but nothing waits for it.
  process.stdout.write("", () => process.exit());
}

/** In a public repository nothing is published, not even a summary. */
class PublicRefusal extends Failure {}

function refusalOf(error: unknown): string {
  const shown =
    error instanceof Failure ? explainError(error) : "this is a bug; the log of this step has more";
  return refusalSummary("No evidence from Datadog", shown);
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

/** What the command line may be given and the Action may not. */
function notForActions(env: NodeJS.ProcessEnv): readonly string[] {
  if (!env["DD_API_URL"]) return [];
  return ["DD_API_URL: the Action only asks Datadog itself; remove it from the environment of this job"];
}

function uncommitted(raw: RawInputs): readonly string[] {
  if (raw["commit"] !== "false" || raw["repository"]) return [];
  return ["commit: false leaves the run to publish, so name the repository whose chain it continues"];
}

/** Said before anything is asked, as the visibility is asked of the same address. */
function unsafeForToken(raw: RawInputs, env: NodeJS.ProcessEnv): readonly string[] {
  if (!raw["repository-token"]) return [];
  const url = catchFailure(() => gitHubApiUrl(env));
  return url instanceof Failure ? [failureLine(url)] : [];
}

async function collectAndPublish(
  config: Config,
  {
    dist,
    secrets,
    job,
    spool,
    conceal,
  }: {
    readonly dist: string;
    readonly secrets: SecretSearch;
    readonly job: Job;
    readonly spool: RecordSpool;
    readonly conceal: (secret: string) => void;
  },
): Promise<RunResult> {
  const { env } = process;
  const { log } = job;
  const event = await eventPayload(env);
  await refusePublic(config, { event, log });

  const identity = runIdentity(env, event);
  // A folder of its own: another step of this job may have collected too.
  const temporary = env["RUNNER_TEMP"] || tmpdir();
  await ensureWritable(temporary, "RUNNER_TEMP");
  const out = await mkdtemp(path.join(temporary, "datadog-evidence-"));
  await using rawPages = config["raw-pages"] ? await RawPages.below(temporary, secrets) : null;
  const signal = cancellation();
  const ran = await run(config, {
    run: identity,
    collector: async () => {
      const [identified] = await Promise.all([collectorIdentity(dist), job.prepare()]);
      return identified;
    },
    apiUrl: null,
    credentials: credentialsFor(config.access, {
      apiUrl: apiUrlOf(config.site),
      environment: env,
      conceal,
    }),
    repository: repositoryOf(config, env),
    sealing: await signerFor(config.chosen, {
      environment: env,
      signal,
      conceal,
      log,
    }),
    to: {
      out,
      artifact: { retentionDays: config["retention-days"], rawPages },
      verifyInstructions: verifyGuide(),
      extraFiles: ({ evidence, files, attestation }) => [
        fileOf(
          "report.html",
          reportHtml(
            runReport({
              evidence,
              files,
              statement: attestation?.statement ?? null,
              policy: config.givenPolicy?.policy ?? null,
              signedBy: attestation?.signedBy ?? null,
            }),
          ),
        ),
      ],
    },
    signal,
    spool,
    secrets,
    now: () => new Date(),
    log,
  });
  const token = config["attestation-token"];
  if (token !== null && ran.published.attestation !== null) {
    const { bundle } = ran.published.attestation;
    const stored = await storeAttestation(bundle, { token, environment: env, signal });
    if (stored.ok) log.info(`stored as GitHub attestation ${stored.id}`);
    else log.warning(`not stored as a GitHub attestation: ${stored.reason}`);
  }
  return ran;
}

function repositoryOf(config: Config, env: NodeJS.ProcessEnv): GitHubBranch | null {
  const { repository, "repository-token": token } = config;
  if (repository === null || token === null) return null;
  return new GitHubBranch({
    repository,
    token,
    branch: config.branch,
    path: config.path,
    apiUrl: gitHubApiUrl(env),
    allowPublic: config["allow-public"],
    seed: config.seed,
  });
}

/** Throws in a public repository: evidence of open weaknesses is a list of targets, and must not be published by mistake. */
async function refusePublic(
  config: Config,
  { event, log }: { readonly event: Event; readonly log: Log },
): Promise<void> {
  if (config["allow-public"] && !config["raw-pages"]) return;
  const visibility = await readVisibility(event, process.env);
  if (visibility === "not-public") return;
  if (config["raw-pages"]) throw rawPagesRefused(visibility);
  if (visibility === "public") {
    throw new PublicRefusal(
      "input",
      "this repository is public, so anyone could read the evidence; nothing was collected",
      {
        hint: "run it in a private repository, or set allow-public: true to publish anyway",
      },
    );
  }
  log.warning(
    "cannot tell whether this repository is public; if it is, anyone can read the artifact and the summary",
  );
}

/** Raw answers hold e-mail addresses and other personal data, so no input makes them public. */
function rawPagesRefused(visibility: "public" | "unknown"): Failure {
  const why =
    visibility === "public" ? "this repository is public" : "cannot tell whether this repository is public";
  return new PublicRefusal(
    "input",
    `raw-pages: ${why}, and raw answers hold personal data; nothing was collected`,
    { hint: "set raw-pages: false, or run it in a private repository" },
  );
}

/** Writes summary and outputs and sets the exit, after everything is published. */
function tell(
  ran: RunResult,
  { config, job, secrets }: { readonly config: Config; readonly job: Job; readonly secrets: SecretSearch },
): void {
  const { published, exit } = ran;
  const { evidence, artifact } = published;
  const runUrl = evidence.run.github?.url ?? null;
  const text = runSummary({
    evidence,
    evidenceSha256: published.evidenceSha256,
    policy: config.givenPolicy?.policy ?? null,
    attestation: published.attestation,
    artifact:
      artifact === null
        ? null
        : { ...artifact, url: runUrl === null ? null : `${runUrl}/artifacts/${artifact.id}` },
    commit:
      published.commit === null
        ? null
        : { id: published.commit, url: published.commitUrl, repository: config.repository ?? "" },
    reasons: exit.reasons.map((reason) => secrets.conceal(reason)),
    hints: exit.hints,
  });
  const unwritten = writeJobSummary(secrets.conceal(text));
  const ended: Exit =
    unwritten === null
      ? exit
      : {
          ...exit,
          code: 2,
          reasons: [...exit.reasons, explainError(unwritten), publishedSentence(ran)],
        };
  for (const [name, { value }] of Object.entries(OUTPUTS))
    job.setOutput(name, value({ ...ran, exit: ended }));
  if (ended.code === 0) return job.log.info(exitLine(evidence, ended));
  const lines = [...ended.reasons, ...ended.hints.map(sentence)];
  job.fail(lines.map((line) => logLine(secrets.conceal(line))).join("\n"), ended.code);
}

/** A sentence about what was published, for a job whose outputs could not be written. */
function publishedSentence({ published: { evidence, commit, artifact } }: RunResult): string {
  const places = [
    ...(commit === null ? [] : [`commit ${commit}`]),
    ...(artifact === null ? [] : [`artifact ${artifact.name}`]),
  ];
  const place = pathInRepository(evidence);
  return places.length === 0
    ? `the run ${place} was not published`
    : `the run ${place} is published all the same: ${places.join(", ")}`;
}
