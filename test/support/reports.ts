import { makeStatement, type Assurance, type Tail } from "../../src/bundle/statement.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { runSummary, type JobSummaryFacts, type SignedStatement } from "../../src/report/job-summary/run.ts";
import { reportHtml, reportMarkdown } from "../../src/report/render/page.ts";
import type { SignedRun } from "../../src/report/run/model.ts";
import { runReport } from "../../src/report/run/report.ts";
import { evidenceOf, HASH } from "./evidence.ts";

/** A run for its report; not signed, unless something else is given. */
export function runOf(evidence: Evidence, given: Partial<SignedRun> = {}): SignedRun {
  return {
    evidence,
    files: evidenceFiles(evidence),
    statement: null,
    policy: null,
    signedBy: null,
    ...given,
  };
}

/** The report of the run as a page. */
export function runHtml(evidence: Evidence, given?: Partial<SignedRun>): string {
  return reportHtml(runReport(runOf(evidence, given)));
}

/** The report of the run in Markdown. */
export function runMarkdown(evidence: Evidence, given?: Partial<SignedRun>): string {
  return reportMarkdown(runReport(runOf(evidence, given)));
}

/** The job summary of a run that is neither signed nor published, unless something else is given. */
export function summaryOf(evidence: Evidence, given: Partial<JobSummaryFacts> = {}): string {
  return runSummary({
    evidence,
    evidenceSha256: HASH,
    policy: null,
    attestation: null,
    artifact: null,
    commit: null,
    reasons: [],
    hints: [],
    ...given,
  });
}

/** The statement of a run, signed, as run 122 of its stream. */
export function signedAs(
  assurance: Assurance,
  { signedBy, signedAt = null }: { readonly signedBy: string; readonly signedAt?: string | null },
): SignedStatement {
  const evidence = evidenceOf();
  const last = { sequence: 121, statement: HASH };
  const tail: Tail = { next: 122, last, restart: null, evidence: null };
  return {
    statement: makeStatement(evidence, { files: evidenceFiles(evidence), tail, assurance }),
    signedBy,
    signedAt,
  };
}

/** What a reader of the page sees: entities decoded, tags between words as spaces. */
export function wordsOf(html: string): string {
  return decodeEntities(
    html
      .replaceAll(/<style>.*?<\/style>/gsv, "")
      .replaceAll(/<\/?(?:bdi|b|i|strong|span|a|code|time|small|wbr)\b[^>]*>/gv, "")
      .replaceAll(/<[^>]*>/gv, " "),
  ).replaceAll(/[ \n]+/gv, " ");
}

/** The text for which the entities of HTML or Markdown stand. */
export function decodeEntities(text: string): string {
  const entities = new Map([
    ["&lt;", "<"],
    ["&gt;", ">"],
    ["&quot;", '"'],
    ["&amp;", "&"],
  ]);
  return text
    .replaceAll(/&#(?<code>\d+);/gv, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll(/&\w+;/gv, (entity) => entities.get(entity) ?? entity);
}
