import type { StreamVerdict } from "../../../verify/period/verdict.ts";
import { bullets, checkCell, escapeHtml, name, number, section, table, time } from "../../render/html.ts";
import { HTML } from "../../render/html-notation.ts";
import { checks, DECLARED_COLUMNS, declared, listsOf, openPoints, verifiedInWords } from "./checks.ts";
import type { Check } from "./checks.ts";
import type { PeriodReport } from "../model.ts";
import { EXPLAINED, verifyLines } from "../commands.ts";

/** What was checked, what failed, and what these files cannot prove. */
export function verdicts(report: PeriodReport): string {
  const { verdict, isVerified } = report;
  return section({
    id: "verdicts",
    title: "Verdicts",
    no: 6,
    lead: verifiedInWords(report),
    html: `<div class="cols"><div>
${table({
  html: {
    caption: isVerified ? "Check by check" : "Check by check, as far as it goes without a key",
    rows: checks(report).map(checkRow).join("\n"),
  },
  columns: ["", "Check", "Expected", "Found"],
  kind: "checks numeric",
})}
${listsOf(verdict).map(listed).join("")}${declarations(verdict)}
</div><div class="notes"><h3>What was not proven</h3>
${bullets(openPoints(report))}</div></div>`,
  });
}

/** The commands that check the period offline. */
export function verification(report: PeriodReport): string {
  const { signers, last } = report.verdict;
  return section({
    id: "verify",
    title: "Verify it yourself",
    no: 8,
    lead: EXPLAINED.lead,
    html: `<div class="cols"><div>
<h3>The period</h3>
<pre>${escapeHtml(verifyLines(report).join("\n"))}</pre>
<p>Add <code>--witness DIR</code> with downloaded artifacts or another clone: only an independent copy shows that history was not written anew.</p>
<h3>${EXPLAINED.single}</h3>
<p>The commands stand in <code>VERIFY.md</code>, beside the streams, and work in every run folder.</p>
</div><div class="notes"><h3>What to compare</h3>
<p>${EXPLAINED.compare}</p>
${signers.map(({ value, from, runs }) => `<p>${name(value)}, ${number(runs)} runs from ${time(from)}</p>`).join("\n")}
${last === null ? "" : `<p>SHA-256 of the last statement of the period${last.sequence === null ? "" : `, no. ${number(last.sequence)}`}. In a chain it stands for all before it.</p><p class="digest">${escapeHtml(last.statement)}</p>`}</div></div>`,
  });
}

function checkRow({ holds, check, expected, found }: Check): string {
  return `<tr${holds === false ? ' class="fails"' : ""}>${checkCell(holds)}<th scope="row">${escapeHtml(check)}</th><td>${expected}</td><td>${found}</td></tr>`;
}

function listed([title, sentences]: readonly [string, readonly string[]]): string {
  return `<h3>${title}</h3>\n<ul>\n${sentences.map((each) => `<li>${name(each)}</li>`).join("\n")}\n</ul>\n`;
}

function declarations(verdict: StreamVerdict): string {
  if (verdict.declarations.length === 0) return "";
  const rows = declared(verdict, HTML).map(
    ([range, ...rest]) =>
      `<tr><th scope="row">${range}</th>${rest.map((cell) => `<td>${cell}</td>`).join("")}</tr>`,
  );
  return table({
    html: { caption: "Gaps that somebody declared", rows: rows.join("\n") },
    columns: DECLARED_COLUMNS,
    kind: "declared",
  });
}
