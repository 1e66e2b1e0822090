import { explainError, failureLine } from "../failure.ts";
import type { RawInputs } from "../config/flags.ts";
import { checkOf, exitCodeOf, type SetupCheck } from "../setup/check.ts";
import { doctorSummary, doctorVerdict } from "../setup/doctor-report.ts";
import { examineSetup, type DoctorContext } from "../setup/doctor.ts";
import { gitHubApiUrl } from "../publish/github/api-url.ts";
import { repositoryChecks } from "../setup/repository-checks.ts";
import { cancellation } from "../platform/cancellation.ts";
import { eventPayload } from "../run/identity.ts";
import type { Environment } from "../platform/environment.ts";
import type { Job } from "./job.ts";
import { readVisibility } from "./visibility.ts";

/** The Action with `check: true`: looks at what a run would need, reports it, and writes only the job summary. */
export async function checkSetup(
  raw: RawInputs,
  {
    job,
    ...known
  }: { readonly job: Job } & Pick<DoctorContext, "environment" | "policy" | "mapping" | "otherProblems">,
): Promise<void> {
  const { environment } = known;
  const signal = cancellation();
  const checks = await examineSetup(raw, {
    ...known,
    apiUrl: null,
    signal,
    conceal: (secret) => job.conceal(secret),
    log: (line) => job.log.info(line),
    storageChecks: async (config) => [
      await ownVisibilityCheck(environment, config["allow-public"]),
      ...(await repositoryChecks(config, {
        gitHubApiUrl: gitHubApiUrl(environment),
        signal,
      })),
    ],
  });
  // GitHub keeps ten warnings of a step: what stops a run comes first.
  const byWeight = checks.toSorted((one, other) => WEIGHTS[one.status] - WEIGHTS[other.status]);
  for (const { status, id, message, hint } of byWeight) {
    const line = failureLine({ message: `${status}: ${id}: ${message}`, hint });
    if (status === "ok") job.log.info(line);
    else job.log.warning(line);
  }
  const unwritten = job.writeSummary(doctorSummary(checks));
  const code = unwritten === null ? exitCodeOf(checks) : 2;
  job.setOutput("exit-code", String(code));
  if (code === 0) job.log.info(doctorVerdict(checks));
  else
    job.fail(
      [doctorVerdict(checks), ...(unwritten === null ? [] : [explainError(unwritten)])].join("\n"),
      code,
    );
}

const WEIGHTS = { error: 0, warning: 1, unknown: 2, ok: 3 } as const satisfies Record<
  SetupCheck["status"],
  number
>;

/** Whether anybody could read the artifact and the summary of this repository. */
async function ownVisibilityCheck(env: Environment, isAllowed: boolean): Promise<SetupCheck> {
  const check = checkOf({ id: "visibility", without: "a private repository, nothing is collected (exit 2)" });
  const visibility = await readVisibility(await eventPayload(env), env);
  if (visibility === "not-public") return check.ok("this repository is not public");
  if (visibility === "unknown") return check.unknown("cannot tell whether this repository is public");
  const found = "this repository is public, so anybody could read the evidence";
  return isAllowed
    ? check.warning(found, "allow-public is set")
    : check.error(found, "use a private repository, or set allow-public: true");
}
