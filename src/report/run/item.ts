import { sentenceCase } from "../../failure.ts";
import type { Item } from "../../evidence/schema.ts";
import { datadogLink } from "../render/links.ts";
import { markup } from "../render/markup.ts";
import {
  code,
  collectionWord,
  htmlOnly,
  name,
  phrase,
  phraseOf,
  soft,
  stateWord,
  strong,
  time,
} from "../render/phrases.ts";
import type { Phrase } from "../render/phrases.ts";
import {
  box,
  bullets,
  columns,
  facts,
  figures,
  heading,
  paragraph,
  quote,
  section,
  table,
} from "../render/renderer.ts";
import type { Block, Row } from "../render/renderer.ts";
import { waivedRecords } from "../../policy/waivers.ts";
import { resultsOfItem } from "./expectations.ts";
import { LIMITS } from "./limits.ts";
import type { RunReport } from "./model.ts";
import { recordsTable } from "./records.ts";
import { requestLedger, requestName } from "./requests.ts";
import { completenessInWords, figuresOf, isFloor, ITEM_NAMES, sentence, supportInWords } from "../words.ts";

/** One item in full: result, completeness with its numbers, records, requests, limits. */
export function itemSection(item: Item, report: RunReport): Block {
  const { evidence, files, policy } = report;
  const { id, title, result } = item;
  const head = {
    id,
    title: phrase`${sentenceCase(ITEM_NAMES[id])} ${stateWord(result.state)}`,
    lead: phrase`${name(title)}, ${windowInWords(item, evidence.collectedAt)}.${queryLink(item, evidence.source.site)}`,
    kind: `item is-${result.state}`,
  };
  return section(head, [
    ...reasonBlocks(item),
    figuresBlock(item),
    columns(
      [
        heading("Completeness"),
        paragraph(completenessWords(item)),
        populationFacts(item, evidence.collectedAt),
        checksTable(item),
      ],
      [
        ...controlBlocks(item),
        ...expectationBlocks(item, report),
        ...(item.caveats.length === 0
          ? []
          : [heading("Caveats of this run"), box("caveats", [bullets(item.caveats)])]),
        heading("What this item does not show"),
        bullets(LIMITS[id]),
      ],
    ),
    heading("Records", { kind: "vh" }),
    ...recordsTable(item, {
      site: evidence.source.site,
      files,
      waived: waivedRecords(policy, { collectedAt: evidence.collectedAt, item: id }),
    }),
    heading("Requests", { kind: "vh" }),
    requestLedger(item),
  ]);
}

function windowInWords({ window }: Item, collectedAt: string): Phrase {
  if (window === null) return phrase`as it was at ${time(collectedAt)}`;
  return phrase`from ${time(window.from)} to ${time(window.to)}, the end not included`;
}

function queryLink({ link }: Item, site: string): Phrase {
  const label = "The same query in Datadog, as of now";
  return htmlOnly(() => markup` ${datadogLink(site, { href: link, label, onPaper: true })}.`);
}

function reasonBlocks({ collection, result }: Item): readonly Block[] {
  const repeats = collection.reason?.message === result.reason?.message;
  return [collection.reason, repeats ? null : result.reason]
    .filter((reason) => reason !== null)
    .map(({ code: id, message, hint }) =>
      quote("reason", [
        paragraph(strong(sentence(message))),
        paragraph(phrase`Reason ${code(id)}.${hint === null ? "" : ` ${sentence(hint)}`}`, "soft"),
      ]),
    );
}

function figuresBlock(item: Item): Block {
  const known = figuresOf(item);
  if (known === null) return paragraph(phrase`Counts: ${strong("not known")}.`, "no-figures");
  return figures(known.map(([label, value]) => ({ label, value, isFloor: isFloor(item) })));
}

function completenessWords({ collection }: Item): Phrase {
  const { status, grade } = collection;
  const graded =
    grade === null
      ? ""
      : phrase`, ${phraseOf(
          () => markup`<i>${grade}</i>`,
          () => grade,
        )}`;
  return phrase`${collectionWord(status)}${graded}. ${completenessInWords(collection)}`;
}

function populationFacts({ id, collection, population, window }: Item, collectedAt: string): Block {
  const { status, received, unique, sourceTotal } = collection;
  // What an unfinished request did not bring must not read as a zero.
  const arrived = (count: number) =>
    count === 0 && (status === "failed" || status === "skipped") ? "not known" : count;
  const { what, size } = population;
  return facts([
    // The population of signals is the signals: what is counted here are the rules that would raise them.
    ...(id === "security-signals" && size !== null
      ? [[sentenceCase(what), size] as const]
      : [["Population", name(what)] as const, ["How many", size ?? "not known"] as const]),
    [
      "Window",
      window === null
        ? phrase`none: a state, at ${time(collectedAt)}`
        : phrase`${time(window.from)} to ${time(window.to)}`,
    ],
    ["Received", arrived(received)],
    ["Unique", arrived(unique)],
    ["Datadog’s total", sourceTotal ?? "not given"],
  ]);
}

function checksTable({ collection }: Item): Block {
  const { requests, sourceTotal, unique, status } = collection;
  const rows: readonly Row[] = [
    ...collection.checks.map(({ ok, name: check, expected, actual }) => ({
      holds: ok,
      cells: [name(check), expected, actual],
    })),
    ...requests.map((request, index) => ({
      // A complete item does not depend on it: it was a probe, or asked for a number that Datadog did not give.
      holds: request.drained || status !== "complete" ? request.drained : null,
      cells: [
        phrase`Read to its end: ${name(requestName(request, index + 1))}`,
        status === "complete" && !request.drained ? "not needed" : "end",
        request.drained ? "end" : "not reached",
      ],
    })),
    ...(sourceTotal === null && (status === "complete" || status === "partial")
      ? [{ holds: null, cells: ["Datadog’s own total equals ours", "not given", unique] }]
      : []),
  ];
  if (rows.length === 0) return paragraph("No check could be made.");
  return table({
    caption: "Is this everything?",
    aside: "check by check",
    columns: ["Check", "Expected", "Found"],
    rows,
    kind: "checks numeric",
  });
}

function controlBlocks({ controls, result }: Item): readonly Block[] {
  if (controls.length === 0) return [heading("Supports"), paragraph("No control.")];
  const isKnown = result.state !== "unknown";
  return [
    heading(isKnown ? "Supports" : "Would support, if the state were known"),
    bullets(
      controls.map(
        ({ framework, id, title, ...how }) =>
          phrase`${name(`${framework} ${id}`)}, ${name(title)} ${soft(`(${supportInWords(how)})`)}`,
      ),
    ),
  ];
}

function expectationBlocks({ id }: Item, report: RunReport): readonly Block[] {
  const results = resultsOfItem(id, report);
  return results.length === 0 ? [] : [heading("Judged by"), bullets(results)];
}
