import type { PeriodReport } from "../model.ts";
import { brief, escapeHtml } from "../../render/html.ts";
import { page } from "../../render/page.ts";
import { changesSection } from "./changes.ts";
import { controlSections } from "./controls.ts";
import { cover, masthead } from "./cover.ts";
import { days } from "./calendar.ts";
import { filesSection } from "../records.ts";
import { gaps } from "./gaps.ts";
import { readingsOf } from "../readings.ts";
import { PERIOD_STYLE } from "./style.ts";
import { trends } from "./trends.ts";
import { verdicts, verification } from "./verdicts.ts";
import { organizationOf, periodInWords } from "../words.ts";

/** A stream over a period as a self-contained page: no script, and no request to anywhere. */
export function periodReport(report: PeriodReport): string {
  const { verdict } = report;
  const organization = brief(organizationOf(report.runs) ?? "Datadog");
  const period = periodInWords(verdict.period);
  const head = verdict.last;
  const readings = readingsOf(report);
  return page({
    title: `${period} · ${verdict.stream} · evidence, ${organization}`,
    running: {
      left: `${organization} · stream ${verdict.stream} · evidence${report.isVerified ? "" : " · NOT VERIFIED"}`,
      right: period,
      foot:
        head === null
          ? "no run"
          : `last statement of the period${head.sequence === null ? "" : `, no. ${head.sequence}`}, sha256 ${head.statement}`,
    },
    style: PERIOD_STYLE,
    html: {
      before: readings.symbols,
      header: masthead(report),
      main: [
        cover(report, readings),
        days(report),
        gaps(report),
        trends(report, readings),
        controlSections(report, readings),
        changesSection(report),
        verdicts(report),
        filesSection(report),
        verification(report),
      ].join("\n\n"),
      foot: `Made by datadog-evidence ${escapeHtml(report.version)} from ${report.runs.length} runs.`,
    },
  });
}
