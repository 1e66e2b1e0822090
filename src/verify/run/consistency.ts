import { SIGNED_LATE } from "../../bundle/statement.ts";
import type { ChainStatement } from "../../bundle/statement.ts";
import type { RunIdentity } from "../../evidence/schema.ts";
import type { Certified } from "../trust/certificate.ts";
import type { Failed, Findings } from "./verdict.ts";

/** Whether the workflow that the certificate is about is the run that collected, or that declared the gap. Null when it is. */
export function aboutRun(
  { repositoryId, run: url }: Certified,
  of: {
    readonly predicate: ChainStatement["predicate"];
    /** As the evidence or the declaration of a gap names it; null where neither is there. */
    readonly named: RunIdentity | null;
  },
  findings: Findings,
): Failed | null {
  const { run, assurance } = of.predicate;
  const github = of.named?.github ?? null;
  if (github !== null && repositoryId !== github.repositoryId) {
    return findings.fails(
      "run",
      `the certificate is of repository ${repositoryId ?? "none"}, but the run is said to be of ${github.repositoryId}`,
    );
  }
  const isNumbered = /^\d+$/.test(run.id);
  if (github !== null && !(isNumbered && github.url.endsWith(`/actions/runs/${run.id}`))) {
    return findings.fails("run", `the run ${run.id} is said to be ${github.url}, which has another number`);
  }
  if (!isNumbered) {
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
