import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import type { RecordSpool } from "../collectors/store/spool.ts";
import type { Config } from "../config/read-config.ts";
import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { cancellation } from "../platform/cancellation.ts";
import { gitHubApiUrl } from "../publish/github/api-url.ts";
import { GitHubBranch } from "../publish/github/branch.ts";
import { RawPages } from "../publish/raw-pages.ts";
import type { SignedEvidence } from "../publish/publish-run.ts";
import { ensureWritable } from "../publish/write-folder.ts";
import { reportHtml } from "../report/render/page.ts";
import { runReport } from "../report/run/report.ts";
import { collectorIdentity, eventPayload, runIdentity } from "../run/identity.ts";
import { run, type RunContext, type RunResult } from "../run/run.ts";
import { storeAttestation } from "./attestation-store.ts";
import type { Job } from "./job.ts";
import { refusePublic } from "./visibility.ts";

/** One run of the job. Throws in a public repository, and where a run throws. */
export async function collectAndPublish(
  config: Config,
  { dist, job, spool }: { readonly dist: string; readonly job: Job; readonly spool: RecordSpool },
): Promise<RunResult> {
  const { env } = process;
  const { log, secrets } = job;
  const event = await eventPayload(env);
  await refusePublic(config, { event, log });

  // A folder of its own: another step of this job may have collected too.
  const temporary = env["RUNNER_TEMP"] || tmpdir();
  await ensureWritable(temporary, "RUNNER_TEMP");
  const out = await mkdtemp(path.join(temporary, "datadog-evidence-"));
  await using rawPages = config["raw-pages"] ? await RawPages.below(temporary, secrets) : null;
  const signal = cancellation();
  const ran = await run(config, {
    run: runIdentity(env, event),
    collector: async () => {
      const [identified] = await Promise.all([collectorIdentity(dist), job.prepare()]);
      return identified;
    },
    apiUrl: null,
    repository: repositoryOf(config, env),
    to: {
      out,
      artifact: { retentionDays: config["retention-days"], rawPages },
      extraFiles: (signed) => [reportFile(config, signed)],
    },
    environment: env,
    signal,
    spool,
    secrets,
    conceal: (secret) => job.conceal(secret),
    now: () => new Date(),
    log,
  });
  await storeBundle(ran, { token: config["attestation-token"], log, signal });
  return ran;
}

/** The report that the artifact holds beside the run folder. */
function reportFile({ givenPolicy }: Config, { evidence, files, attestation }: SignedEvidence): EvidenceFile {
  const report = runReport({
    evidence,
    files,
    statement: attestation?.statement ?? null,
    policy: givenPolicy?.policy ?? null,
    signedBy: attestation?.signedBy ?? null,
  });
  return fileOf("report.html", reportHtml(report));
}

/** Also stores a signed run as an attestation of the repository where there is a token for that. */
async function storeBundle(
  { published: { attestation } }: RunResult,
  { token, log, signal }: { token: string | null } & Pick<RunContext, "log" | "signal">,
): Promise<void> {
  if (token === null || attestation === null) return;
  const stored = await storeAttestation(attestation.bundle, { token, environment: process.env, signal });
  if (stored.ok) log.info(`stored as GitHub attestation ${stored.id}`);
  else log.warning(`not stored as a GitHub attestation: ${stored.reason}`);
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
