import { diskFiles } from "../../platform/disk.ts";
import { keepHeapSmall } from "../../platform/heap.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { exitCodeOf, isSignedLate } from "../../verify/run/verdict.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import type { RunVerdict } from "../../verify/run/verdict.ts";
import { verifyRun } from "../../verify/run/verify-run.ts";
import { isFlagSet } from "../../config/flags.ts";
import { loadTrust, TRUST_FLAGS, TRUST_NOTES } from "../../config/trust.ts";
import { ONE_FOLDER } from "../command.ts";
import type { Command } from "../command.ts";
import { PERIOD_FLAGS, refusePeriodFlags, SAMPLE_FLAGS } from "../options/period.ts";
import { verifyStreams } from "./verify-streams.ts";

export const verifyCommand: Command = {
  summary: "check a run, a stream or a repository, offline",
  synopsis: "FOLDER (--key … | --keys … | --issuer …) [flags]",
  words: ONE_FOLDER,
  flags: {
    ...TRUST_FLAGS,
    ...PERIOD_FLAGS,
    ...SAMPLE_FLAGS,
    json: { description: "Print the verdict as JSON." },
  },
  notes: [
    TRUST_NOTES,
    "Exit 0: genuine and complete. 1: not genuine, or a run was removed from the chain. 2: error, nothing was decided. 3: genuine, but a run is not complete or was signed late, or a slot has no run.",
  ].join("\n\n"),

  async run(given, { print, log }) {
    keepHeapSmall();
    const [path = ""] = given.words;
    const trust = await loadTrust(given);
    const found = locateStreams(diskFiles(path));
    if (found.kind === "streams") return verifyStreams(found, { path, given, trust, print });
    refusePeriodFlags(given);
    const verdict = await verifyRun(await readRunFolder(diskFiles(path)), trust);
    const code = exitCodeOf(verdict);
    print(isFlagSet(given, "json") ? asJson(verdict, code) : asText(verdict));
    for (const remark of verdict.remarks) log.info(logLine(`remark: ${remark}`));
    return code;
  },
};

function asText(verdict: RunVerdict): string {
  const lines = verdict.findings.map(
    ({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(11)} ${logLine(detail)}`,
  );
  return `${[...lines, conclusion(verdict)].join("\n")}\n`;
}

function conclusion({ isUnchecked, run }: RunVerdict): string {
  if (isUnchecked) return "Not checked: neither genuine nor a forgery, for the reason above.";
  if (run === null) return "Not genuine.";
  const { evidence, gap } = run;
  if (gap !== null) {
    return `Genuine: somebody declared the gap from ${gap.range.from} to ${gap.range.to} of stream ${gap.stream.name}.`;
  }
  if (evidence === null) return "Genuine.";
  const { stream, collectedAt, outcome } = evidence;
  const what = `evidence of stream ${stream.name}, collected ${collectedAt}`;
  if (isSignedLate(run)) {
    const when = run.signedAt === null ? "at a time that nothing proves" : `at ${run.signedAt}`;
    const how = outcome === "complete" ? "" : `, and the collection is ${outcome}`;
    return `Genuine, but signed late, ${when}${how}: ${what}.`;
  }
  return outcome === "complete"
    ? `Genuine and complete: ${what}.`
    : `Genuine, but the collection is ${outcome}: ${what}.`;
}

function verdictOf({ isGenuine, isUnchecked }: RunVerdict): "genuine" | "not-genuine" | "not-checked" {
  if (isUnchecked) return "not-checked";
  return isGenuine ? "genuine" : "not-genuine";
}

function asJson(verdict: RunVerdict, exit: number): string {
  const { findings, run, remarks } = verdict;
  const answer = {
    verdict: verdictOf(verdict),
    exitCode: exit,
    signedBy: run?.signedBy ?? null,
    signedAt: run?.signedAt ?? null,
    signedLate: run === null ? null : isSignedLate(run),
    assurance: run?.reached ?? null,
    evidenceSha256: run?.contentSha256 ?? null,
    statementSha256: run?.statementSha256 ?? null,
    run: run && {
      stream: run.statement.predicate.stream.name,
      collectedAt: run.statement.predicate.collectedAt,
      outcome: run.evidence?.outcome ?? null,
      id: run.statement.predicate.run.id,
      attempt: run.statement.predicate.run.attempt,
      sequence: run.statement.predicate.sequence,
    },
    checks: findings,
    remarks,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
