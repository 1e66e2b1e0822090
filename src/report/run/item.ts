import type { Control, Evidence, Item, Reason } from "../../evidence/schema.ts";
import {
  bullets,
  checkCell,
  collectionWord,
  datadogLink,
  escapeHtml,
  facts,
  name,
  number,
  soft,
  stateWord,
  table,
  time,
} from "../render/html.ts";
import { ledger, requestName } from "./requests.ts";
import { records } from "./records.ts";
import { LIMITS } from "./limits.ts";
import { completeness, figuresOf, isFloor, ITEM_NAMES, sentence, sentenceCase } from "../words.ts";

/** One item in full: result, completeness with its numbers, records, requests, limits. */
export function itemSection(
  item: Item,
  context: { readonly evidence: Evidence; readonly files: readonly { readonly name: string }[] },
): string {
  const { site } = context.evidence.source;
  const heading = `${escapeHtml(sentenceCase(ITEM_NAMES[item.id]))} ${stateWord(item.result.state)}`;
  return `<section class="item is-${item.result.state}" id="${item.id}" aria-labelledby="h-${item.id}">
<div class="head"><h2 id="h-${item.id}">${heading}</h2>
<p>${name(item.title)}, ${period(item, context.evidence)}. ${datadogLink(site, { href: item.link, label: "The same query in Datadog, as of now", onPaper: true })}.</p></div>
${reasons(item)}${figures(item)}
<div class="cols">
<div>
<h3>Completeness</h3>
<p>${collectionWord(item.collection.status)}${item.collection.grade === null ? "" : `, <i>${item.collection.grade}</i>`}. ${escapeHtml(completeness(item.collection))}</p>
${populationFacts(item, context.evidence)}
${checks(item)}
</div>
<div class="notes">
${controls(item)}
${item.caveats.length === 0 ? "" : `<h3>Caveats of this run</h3>\n<div class="caveats">${bullets(item.caveats)}</div>\n`}<h3>What this item does not show</h3>
${bullets(LIMITS[item.id])}
</div>
</div>
<h3 class="vh">Records</h3>
${records(item, site, context.files)}
<h3 class="vh">Requests</h3>
${ledger(item)}
</section>`;
}

function period(item: Item, evidence: Evidence): string {
  if (item.window === null) return `as it stood at ${time(evidence.collectedAt)}`;
  return `from ${time(item.window.from)} to ${time(item.window.to)}, the end not included`;
}

function reasons(item: Item): string {
  const { collection, result } = item;
  const repeats = collection.reason?.message === result.reason?.message;
  return [collection.reason, repeats ? null : result.reason]
    .filter((reason) => reason !== null)
    .map(reasonBlock)
    .join("");
}

function reasonBlock(reason: Reason): string {
  const hint = reason.hint === null ? "" : ` ${escapeHtml(sentence(reason.hint))}`;
  return `<div class="reason"><p><strong>${escapeHtml(sentence(reason.message))}</strong></p>
<p class="soft">Reason <code>${reason.code}</code>.${hint}</p></div>
`;
}

function figures(item: Item): string {
  const known = figuresOf(item);
  if (known === null) return `<p class="no-figures">Counts: <strong>not known</strong>.</p>`;
  const floor = isFloor(item) ? "<small>at least </small>" : "";
  const entries = known.map(
    ([label, value]) => `<div><dt>${label}</dt><dd>${floor}${number(value)}</dd></div>`,
  );
  return `<dl class="figures">\n${entries.join("\n")}\n</dl>`;
}

function populationFacts(item: Item, evidence: Evidence): string {
  const { status, received, unique, sourceTotal } = item.collection;
  // What an unfinished request did not bring must not read as a zero.
  const arrived = (count: number) =>
    count === 0 && (status === "failed" || status === "skipped") ? "not known" : number(count);
  return facts([
    ["Population", name(item.population.what)],
    ["Population size", item.population.size === null ? "not known" : number(item.population.size)],
    [
      "Window",
      item.window === null
        ? `none: a state, at ${time(evidence.collectedAt)}`
        : `${time(item.window.from)} to ${time(item.window.to)}`,
    ],
    ["Received", arrived(received)],
    ["Unique", arrived(unique)],
    ["Datadog’s total", sourceTotal === null ? "not given" : number(sourceTotal)],
  ]);
}

function checks(item: Item): string {
  const { requests, sourceTotal, unique, status } = item.collection;
  const rows = [
    ...item.collection.checks.map((check) =>
      checkRow(check.ok, [name(check.name), number(check.expected), number(check.actual)]),
    ),
    ...requests.map((request, index) =>
      // Of a complete item it was a look at the list, or a number to compare with that was not to be had.
      checkRow(request.drained || status !== "complete" ? request.drained : null, [
        `Read to its end: ${name(requestName(request, index + 1))}`,
        status === "complete" && !request.drained ? "not needed" : "end",
        request.drained ? "end" : "not reached",
      ]),
    ),
    ...(sourceTotal === null && (status === "complete" || status === "partial")
      ? [checkRow(null, ["Datadog’s own total equals ours", "not given", number(unique)])]
      : []),
  ];
  if (rows.length === 0) return "<p>No check could be made.</p>";
  return table({
    html: { caption: `Is this everything? ${soft("Check by check")}`, rows: rows.join("\n") },
    columns: ["", "Check", "Expected", "Found"],
    kind: "checks numeric",
  });
}

function checkRow(
  holds: boolean | null,
  [html, expected, found]: readonly [html: string, expected: string, found: string],
): string {
  return `<tr${holds === false ? ' class="fails"' : ""}>${checkCell(holds)}<th scope="row">${html}</th><td>${expected}</td><td>${found}</td></tr>`;
}

function controls(item: Item): string {
  if (item.controls.length === 0) return "<h3>Supports</h3>\n<p>No control.</p>";
  const heading = item.result.state === "unknown" ? "Would support, were the state known" : "Supports";
  const lines = item.controls.map((control) => `<li>${controlLine(control)}</li>`);
  return `<h3>${heading}</h3>\n<ul>\n${lines.join("\n")}\n</ul>`;
}

function controlLine(control: Control): string {
  return `${name(`${control.framework} ${control.id}`)}, ${name(control.title)} ${soft(`(${control.support})`)}`;
}
