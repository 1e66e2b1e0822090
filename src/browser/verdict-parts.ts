import type { Evidence } from "../evidence/schema.ts";
import type { Files } from "../platform/files.ts";
import { slotsCsv } from "../report/period/csv.ts";
import { periodHtml } from "../report/period/document.ts";
import { gapLines } from "../report/period/gap-rows.ts";
import type { ReportedRuns } from "../report/period/load-report.ts";
import { periodText, periodVerdictJson, streamConclusion } from "../report/period/terminal.ts";
import { originSentences } from "../report/period/words.ts";
import { reportHtml } from "../report/render/page.ts";
import { logLine } from "../report/render/sanitize.ts";
import { loadSignedRun } from "../report/run/load-report.ts";
import { runReport } from "../report/run/report.ts";
import {
  originLines,
  runVerdictJson,
  runVerdictSentence,
  runVerdictText,
} from "../report/run/verdict-text.ts";
import type { StreamVerdict } from "../verify/period/verdict.ts";
import { readRunFolder } from "../verify/run/read-folder.ts";
import { exitCodeOf } from "../verify/run/verdict.ts";
import { verifyRun } from "../verify/run/verify-run.ts";
import type { StreamFolder } from "../verify/stream/find-streams.ts";
import type { Trust } from "../verify/trust/trust.ts";
import { folderIn } from "./files/locate-evidence.ts";
import type { Part } from "./messages.ts";
import type { Terms } from "./read-question.ts";

/** Verifies the run folder, and says what the page shows of it. Throws a `Failure` where the folder cannot be read. */
export async function verifyRunPart(files: Files, { trust, requiresExpectations }: Terms): Promise<Part> {
  const folder = await readRunFolder(files);
  const verdict = await verifyRun(folder, trust);
  const { run, findings } = verdict;
  return {
    title: logLine(`${organizationIn(run?.evidence?.source ?? null)}run ${files.name}`),
    exitCode: exitCodeOf(verdict, requiresExpectations),
    origin: originLines(verdict),
    sentence: logLine(runVerdictSentence(verdict)),
    problems: findings
      .filter(({ ok }) => !ok)
      .map(({ check, detail }) => ({ text: logLine(`${check}: ${detail}`) })),
    lacking: [],
    notProven: verdict.remarks.map((remark) => logLine(remark)),
    html: run?.evidence == null ? null : reportHtml(runReport(loadSignedRun(folder))),
    text: runVerdictText(verdict, requiresExpectations),
    runs: [],
    downloads: [
      { name: "verdict.json", type: "application/json", text: runVerdictJson(verdict, requiresExpectations) },
    ],
    statement: run?.statementSha256 ?? null,
  };
}

/** What the page shows of the verdict on a stream. */
export function streamPart(
  verdict: StreamVerdict,
  {
    folder,
    reported,
    trust,
    now,
    root,
  }: {
    /** Undefined for a stream of which only copies are left. */
    readonly folder: StreamFolder | undefined;
    readonly reported: ReportedRuns;
    readonly trust: Trust;
    readonly now: Date;
    /** What was dropped, where that is one thing; null where folders begin with it already. */
    readonly root: string | null;
  },
): Part {
  const { exitCode, stream, site, problems, unchecked, notProven, remarks, last } = verdict;
  const one = { exitCode, streams: [verdict], remarks: [] };
  const isReported = folder !== undefined && folder.sample === null;
  const named = root === null ? verdict.folder : folderIn(root, verdict);
  const report = isReported
    ? reported.reportOn(verdict, { stream: folder, trust, folder: named, now })
    : null;
  const source = report?.runs.findLast((run) => run.source !== null)?.source ?? null;
  const ofSite = site === null ? "" : `, of ${site}`;
  return {
    title: logLine(`${organizationIn(source)}stream ${stream}, in ${named}${ofSite}`),
    exitCode,
    origin: originSentences(verdict).map((text) => logLine(text)),
    sentence: logLine(streamConclusion(verdict)),
    problems: [
      ...problems.map(({ run, detail }) => ({ run, text: logLine(detail) })),
      ...unchecked.map(({ run, why }) => ({ run, text: logLine(`not checked: ${why}`) })),
    ],
    lacking: [...verdict.weaknesses, ...gapLines(verdict.slotList)].map((text) => logLine(text)),
    notProven: [...notProven, ...remarks].map((text) => logLine(text)),
    html: report === null ? null : periodHtml(report),
    text: periodText(one),
    runs: folder?.runs ?? [],
    downloads: [
      { name: `${plainName(stream)}-verdict.json`, type: "application/json", text: periodVerdictJson(one) },
      ...(report === null
        ? []
        : [{ name: `${plainName(stream)}-slots.csv`, type: "text/csv", text: slotsCsv(report) }]),
    ],
    statement: last?.statement ?? null,
  };
}

/** The stream in the name of a file: anybody may name a folder so that it looks like another kind of file. */
function plainName(stream: string): string {
  return stream.replaceAll(/[^\w.-]/g, "_").slice(0, 100);
}

/** Whose evidence a part is, before its title: as declared, else by its id; nothing where neither is known. */
function organizationIn(source: Pick<Evidence["source"], "organization" | "organizationId"> | null): string {
  const whose = source?.organization ?? source?.organizationId ?? null;
  return whose === null ? "" : `${whose}, `;
}
