import { reportHtml, reportMarkdown, organizationTitle, type Report } from "../render/page.ts";
import { name, phrase } from "../render/phrases.ts";
import { supportedControls } from "./control-support.ts";
import type { PeriodReport } from "./model.ts";
import { stripSymbols } from "./plot.ts";
import { readingsOf } from "./readings.ts";
import { calendarSection } from "./sections/calendar.ts";
import { changesSection } from "./sections/changes.ts";
import { controlsSection } from "./sections/controls.ts";
import { coverBlocks, periodMasthead } from "./sections/cover.ts";
import { expectationsSection } from "./sections/expectations.ts";
import { gapsSection } from "./sections/gaps.ts";
import { recordsSection } from "./sections/records.ts";
import { trendsSection } from "./sections/trends.ts";
import { verdictsSection } from "./sections/verdicts.ts";
import { verificationSection } from "./sections/verification.ts";
import { PERIOD_STYLE } from "./style.ts";
import { quantityOf } from "../words.ts";
import { organizationOf, periodInWords } from "./words.ts";

/** A stream over a period as a self-contained page: no script, and no request to anywhere. */
export function periodHtml(report: PeriodReport): string {
  return reportHtml(periodDocument(report));
}

/** A stream over a period for people without a browser: the same sections in Markdown. */
export function periodMarkdown(report: PeriodReport): string {
  return reportMarkdown(periodDocument(report));
}

function periodDocument(report: PeriodReport): Report {
  const { verdict, runs, isVerified, version } = report;
  const { last, stream } = verdict;
  const organization = organizationTitle(organizationOf(runs));
  const period = periodInWords(verdict.period);
  const readings = readingsOf(report);
  const controls = supportedControls(report, readings);
  return {
    title: `${period} · ${stream} · evidence, ${organization}`,
    running: {
      left: `${organization} · stream ${stream} · evidence${isVerified ? "" : " · NOT VERIFIED"}`,
      right: period,
      foot:
        last === null
          ? "no run"
          : `last statement of the period${last.sequence === null ? "" : `, no. ${last.sequence}`}, sha256 ${last.statement}`,
    },
    style: PERIOD_STYLE,
    symbols: stripSymbols(readings),
    masthead: periodMasthead(report),
    content: [
      ...coverBlocks(report, controls),
      calendarSection(report),
      gapsSection(report),
      expectationsSection(report),
      trendsSection(report, readings),
      controlsSection(controls, { report, readings }),
      changesSection(report),
      verdictsSection(report),
      recordsSection(report),
      verificationSection(report),
    ],
    foot: phrase`Made by datadog-evidence ${name(version)} from ${quantityOf(runs.length, "run")}${isVerified ? "" : ", none of them verified"}.`,
  };
}
