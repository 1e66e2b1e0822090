import { describeResult, GIVEN_BY_THE_RUN, resultsWorstFirst } from "../../policy/describe-result.ts";
import { exitCodeOf, hasHeldPolicy, isSignedLate, type RunVerdict } from "../../verify/run/verdict.ts";
import { otherServerOf } from "../../evidence/origin.ts";
import { logLine } from "../render/sanitize.ts";
import { runOriginSentences } from "../words.ts";

/** The checks of a run, a line each, and what they come to; then the expectations, which may be required. */
export function runVerdictText(verdict: RunVerdict, areRequired: boolean): string {
  const lines = verdict.findings.map(
    ({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(11)} ${logLine(detail)}`,
  );
  const sentence = logLine(runVerdictSentence(verdict));
  return `${[...originLines(verdict), ...lines, sentence, ...expectationLines(verdict, areRequired)].join("\n")}\n`;
}

/** That the evidence is not from Datadog, where it is not. */
export function originLines({ run }: RunVerdict): readonly string[] {
  return run?.evidence == null ? [] : runOriginSentences(run.evidence).map(logLine);
}

/** What the checks of a run come to, in a sentence. */
export function runVerdictSentence({ isUnchecked, run }: RunVerdict): string {
  if (isUnchecked) return "Not checked: neither genuine nor a forgery, for the reason above.";
  if (run === null) return "Not genuine.";
  const { evidence, gap } = run;
  if (gap !== null) {
    return `Genuine: somebody declared the gap from ${gap.range.from} to ${gap.range.to} of stream ${gap.stream.name}.`;
  }
  if (evidence === null) return "Genuine.";
  const { stream, source, collectedAt, outcome } = evidence;
  const server = otherServerOf(source);
  const system = server === null ? "Datadog" : `not from Datadog, but from ${server}`;
  const from = `${system}, ${source.site}, organisation ${source.organizationId ?? "not known"}`;
  const what = `evidence of stream ${stream.name}, collected ${collectedAt} (${from})`;
  if (isSignedLate(run)) {
    const when = run.signedAt === null ? "at a time that nothing proves" : `at ${run.signedAt}`;
    const how = outcome === "complete" ? "" : `, and the collection is ${outcome}`;
    return `Genuine, but signed late, ${when}${how}: ${what}.`;
  }
  return outcome === "complete"
    ? `Genuine and complete: ${what}.`
    : `Genuine, but the collection is ${outcome}: ${what}.`;
}

/** The results of the policy that the run was given: those that are not met one by one. */
function expectationLines({ run }: RunVerdict, areRequired: boolean): readonly string[] {
  const evidence = run?.evidence ?? null;
  if (evidence === null) return [];
  if (evidence.policy === null) {
    return areRequired ? ["Expectations are required, and the run was given no policy."] : [];
  }
  const results = resultsWorstFirst(evidence);
  const others = results.filter(({ result }) => result !== "met");
  const isShort = areRequired && !hasHeldPolicy({ evidence });
  return [
    `Expectations: ${results.length - others.length} of ${results.length} met. ${GIVEN_BY_THE_RUN}`,
    ...(isShort ? ["Expectations are required, and some are broken or unknown."] : []),
    ...others.map((result) => `  ${logLine(describeResult(result))}`),
  ];
}

function verdictOf({ isGenuine, isUnchecked }: RunVerdict): "genuine" | "not-genuine" | "not-checked" {
  if (isUnchecked) return "not-checked";
  return isGenuine ? "genuine" : "not-genuine";
}

/** The verdict for programs. */
export function runVerdictJson(verdict: RunVerdict, areRequired: boolean): string {
  const { findings, run, remarks } = verdict;
  const answer = {
    verdict: verdictOf(verdict),
    exitCode: exitCodeOf(verdict, areRequired),
    signedBy: run?.signedBy ?? null,
    signedAt: run?.signedAt ?? null,
    signedLate: run === null ? null : isSignedLate(run),
    assurance: run?.reached ?? null,
    evidenceSha256: run?.contentSha256 ?? null,
    statementSha256: run?.statementSha256 ?? null,
    notFromDatadog: run?.evidence == null ? null : otherServerOf(run.evidence.source),
    run: run && {
      stream: run.statement.predicate.stream.name,
      site: run.statement.predicate.stream.site,
      organization: run.evidence?.source.organizationId ?? null,
      collectedAt: run.statement.predicate.collectedAt,
      outcome: run.evidence?.outcome ?? null,
      id: run.statement.predicate.run.id,
      attempt: run.statement.predicate.run.attempt,
      sequence: run.statement.predicate.sequence,
    },
    expectations: run?.evidence?.policy?.results ?? null,
    checks: findings,
    remarks,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
