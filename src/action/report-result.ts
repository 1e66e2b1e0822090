import { pathInRepository } from "../bundle/run-path.ts";
import type { Exit } from "../config/fail-on.ts";
import type { Config } from "../config/read-config.ts";
import { explainError } from "../failure.ts";
import { exitLine } from "../report/job-summary/log-lines.ts";
import { runSummary } from "../report/job-summary/run.ts";
import { logLine } from "../report/render/sanitize.ts";
import { sentence } from "../report/words.ts";
import type { RunResult } from "../run/run.ts";
import type { Job } from "./job.ts";
import { OUTPUTS } from "./outputs.ts";

/** Writes summary and outputs and sets the exit, after everything is published. */
export function reportResult(
  ran: RunResult,
  { config, job }: { readonly config: Config; readonly job: Job },
): void {
  const { secrets } = job;
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
  const unwritten = job.writeSummary(text);
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
export function publishedSentence({ published: { evidence, commit, artifact } }: RunResult): string {
  const places = [
    ...(commit === null ? [] : [`commit ${commit}`]),
    ...(artifact === null ? [] : [`artifact ${artifact.name}`]),
  ];
  const place = pathInRepository(evidence);
  return places.length === 0
    ? `the run ${place} was not published`
    : `the run ${place} is published all the same: ${places.join(", ")}`;
}
