import { SIGNED_LATE } from "../attest/statement.ts";
import type { ChainStatement } from "../attest/statement.ts";
import type { Evidence } from "../evidence/schema.ts";
import type { Certified } from "./certificate.ts";
import type { Failed, Findings } from "./verdict.ts";

/** Whether the workflow that the certificate is about is the run that the evidence names. Null when it is. */
export function aboutRun(
  { repositoryId, run: url }: Certified,
  of: { readonly predicate: ChainStatement["predicate"]; readonly evidence: Evidence | null },
  findings: Findings,
): Failed | null {
  const { run, assurance } = of.predicate;
  const github = of.evidence?.run.github ?? null;
  if (github !== null && repositoryId !== github.repositoryId) {
    return findings.fails(
      "run",
      `the certificate is of repository ${repositoryId ?? "none"}, the evidence of ${github.repositoryId}`,
    );
  }
  const isGitHubs = /^\d+$/.test(run.id);
  if (!isGitHubs) {
    findings.remarks.push(`the run ${run.id} is not one of GitHub, so the certificate's was not compared`);
    return null;
  }
  const expected = `/actions/runs/${run.id}/attempts/${run.attempt}`;
  const isSame =
    github === null ? url?.endsWith(expected) === true : url === `${github.url}/attempts/${run.attempt}`;
  if (isSame) {
    findings.holds("run", `the certificate is of the run that collected: ${url ?? ""}`);
    return null;
  }
  const difference = `the certificate is of the run ${url ?? "none"}, not of ${expected}`;
  // Only who signs what was left unsigned does so in another run than the one that collected.
  if (assurance.reason?.code !== SIGNED_LATE) return findings.fails("run", difference);
  findings.remarks.push(`${difference}: ${assurance.reason.message}`);
  return null;
}
