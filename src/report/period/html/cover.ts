import { brief, escapeHtml, facts, name, number, soft, table } from "../../render/html.ts";
import { HTML } from "../../render/html-notation.ts";
import { controlsOf } from "../controls.ts";
import { aboutProof, aboutStream } from "../facts.ts";
import { judgement, lead, wordOf } from "./judgement.ts";
import type { Readings } from "../readings.ts";
import type { PeriodReport } from "../model.ts";
import { organizationOf, periodInWords, unitOf } from "../words.ts";
import { ITEM_NAMES } from "../../words.ts";

/** What this is and what to think of it, as an auditor may file it. */
export function masthead(report: PeriodReport): string {
  const { verdict, runs } = report;
  const { word, kind } = wordOf(report);
  return `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>audit period, stream ${name(verdict.stream)}</span></div>
<div class="cover cols">
<div>
<h1>${name(brief(organizationOf(runs) ?? "Datadog"))}, ${name(verdict.stream)}</h1>
<p class="sub">${escapeHtml(periodInWords(verdict.period))}</p>
<p class="lead">${escapeHtml(lead(report))}</p>
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
<p>${judgement(report, HTML)}</p>
</div>
</div>
</header>`;
}

/** Figures, facts to file, what supports which control, and the contents. */
export function cover(report: PeriodReport, readings: Readings): string {
  const { verdict, runs } = report;
  const { slots } = verdict;
  const unit = unitOf(verdict);
  const figures = [
    [`${unit}s due`, slots.due, ""],
    [slots.late === 0 ? "collected" : `collected, ${number(slots.late)} late`, slots.met + slots.late, ""],
    ["partial", slots.partial, ' class="sep"'],
    ["failed", slots.failed, ""],
    ["missing", slots.missing, ""],
    ["declared gap", slots.declared, ""],
  ] as const;
  return `<dl class="figures">
${figures.map(([label, value, kind]) => `<div${kind}><dt>${label}</dt><dd>${number(value)}</dd></div>`).join("\n")}
</dl>
<div class="two">
${facts(aboutStream(report, HTML))}
${facts(aboutProof(report, HTML))}
</div>
${controlsTable(report, readings)}
<nav aria-label="Contents">
<ol class="contents">
${CONTENTS.map(([id, title], index) => `<li><span class="no">${index + 1}</span><a href="#${id}">${title}</a></li>`).join("\n")}
</ol></nav>
${runs.length === 0 ? "" : '<div class="paper sign-off" aria-hidden="true"><span>Reference in the audit file</span><span>Read by</span><span>Date</span></div>'}`;
}

const CONTENTS = [
  ["days", "Slots by day"],
  ["gaps", "Gaps and late slots"],
  ["trends", "Trends"],
  ["controls", "Controls"],
  ["changes", "Changes"],
  ["verdicts", "Verdicts"],
  ["records", "Records and digests"],
  ["verify", "Verify it yourself"],
] as const;

function controlsTable(report: PeriodReport, readings: Readings): string {
  const { slots } = report.verdict;
  const unit = unitOf(report.verdict);
  const groups = Map.groupBy(controlsOf(report, readings), ({ control }) => control.framework);
  const bodies = [...groups].map(([framework, controls]) => {
    const rows = controls.map(({ control, anchor, items }) => {
      const supported = items.map(
        ({ id, complete, claimed }) =>
          `${ITEM_NAMES[id]} ${number(complete)}${claimed > 0 ? ` ${soft(`(${number(claimed)} only claimed)`)}` : ""}`,
      );
      return `<tr><th scope="row"><a class="id" href="#${anchor}">${name(control.id)}</a></th><td>${name(control.title)}</td><td>${supported.join(", ")}</td></tr>`;
    });
    return `<tbody><tr><th class="group" colspan="3" scope="rowgroup">${name(framework)}</th></tr>\n${rows.join("\n")}</tbody>`;
  });
  if (bodies.length === 0) return "<p>No run names a control.</p>";
  return table({
    html: {
      caption: `What supports which control, and on how many of the ${number(slots.due)} ${unit}s that were due it is complete`,
      rows: bodies.join("\n"),
    },
    columns: ["Control", "Title", "Supported by"],
    kind: "controls",
  });
}
