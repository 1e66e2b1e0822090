import type { Item, Request } from "../../evidence/schema.ts";
import { recordTable } from "./markdown-records.ts";
import { LIMITS, runLimits } from "./limits.ts";
import { signedInWords } from "./overview.ts";
import { verifierCommands } from "./proof.ts";
import type { RunReport } from "./model.ts";
import {
  completeness,
  countsInWords,
  ITEM_NAMES,
  reasonInWords,
  sentenceCase,
  statesInWords,
  verdict,
} from "../words.ts";
import { prose, visible } from "../render/sanitize.ts";

/** The report of a run for people without a browser. Nothing that Datadog's names hold becomes markup. */
export function runMarkdown(report: RunReport): string {
  const { evidence, evidenceSha256, attestation, folder } = report;
  const { stream, source, run, collector, collectedAt, validUntil } = evidence;
  const lines = [
    `# Compliance evidence: ${prose(source.organization ?? "Datadog")}, ${prose(stream.name)}`,
    "",
    `One run, ${collectedAt}. Collection: **${evidence.outcome}**.`,
    "",
    prose(verdict(evidence)),
    "",
    prose(statesInWords(evidence.items)),
    "",
    "| Item | Result | Counted | Collection |",
    "| --- | --- | --- | --- |",
    ...evidence.items.map(overviewRow),
    "",
    ...evidence.items.flatMap((item) => itemLines(item, report)),
    "## About this run",
    "",
    `- Source: Datadog, site ${prose(source.site)}, organisation id ${prose(source.organizationId ?? "not known")}`,
    `- Run: ${run.id}, attempt ${run.attempt}${run.github === null ? ", outside GitHub Actions" : `, ${prose(run.github.workflowRef)}`}`,
    `- Collected by ${collector.name} ${prose(collector.version)}, valid until ${validUntil}`,
    `- ${prose(signedInWords(attestation))}`,
    ...report.files.map(({ name, bytes, sha256 }) => `- ${prose(name)}: ${bytes} bytes, sha256 ${sha256}`),
    "",
    "## Verify it yourself",
    "",
    ...verification(report),
    "",
    "## What this evidence does not show",
    "",
    ...runLimits(evidence).map((limit) => `- ${limit}`),
    "",
    `This page is only a way to read ${prose(folder)}/evidence.json (sha256 ${evidenceSha256}); where the two differ, the file is right.`,
    "",
  ];
  return lines.join("\n");
}

function overviewRow(item: Item): string {
  const { status, grade, reason } = item.collection;
  const how = grade ?? reason?.code ?? null;
  return `| ${sentenceCase(ITEM_NAMES[item.id])} | ${item.result.state} | ${countsInWords(item)} | ${status}${how === null ? "" : `, ${how}`} |`;
}

function itemLines(item: Item, { evidence, files }: RunReport): readonly string[] {
  const { collection, result, window, population } = item;
  const reasons = new Set(
    [collection.reason, result.reason].flatMap((reason) =>
      reason === null ? [] : [`${prose(reasonInWords(reason))} (${reason.code})`],
    ),
  );
  return [
    `## ${sentenceCase(ITEM_NAMES[item.id])}: ${result.state}`,
    "",
    `${prose(item.title)}, ${window === null ? `as it stood at ${evidence.collectedAt}` : `from ${window.from} to ${window.to}, the end not included`}.`,
    "",
    ...[...reasons].flatMap((reason) => [`> ${reason}`, ""]),
    `Counts: ${countsInWords(item)}. Collection ${collection.status}${collection.grade === null ? "" : `, ${collection.grade}`}: ${completeness(collection)}`,
    `Population: ${prose(population.what)}, ${population.size ?? "not known"}.`,
    "",
    ...checkTable(item),
    ...supports(item),
    ...(item.caveats.length === 0
      ? []
      : ["Caveats of this run:", "", ...item.caveats.map((caveat) => `- ${prose(caveat)}`), ""]),
    "What this item does not show:",
    "",
    ...LIMITS[item.id].map((limit) => `- ${limit}`),
    "",
    ...recordTable(item, files),
    "",
    ...collection.requests.flatMap(requestLines),
    "",
  ];
}

function checkTable({ collection }: Item): readonly string[] {
  if (collection.checks.length === 0) return ["No check could be made.", ""];
  return [
    "| Check | Expected | Found | Holds |",
    "| --- | --- | --- | --- |",
    ...collection.checks.map(
      ({ name, expected, actual, ok }) =>
        `| ${prose(name)} | ${expected} | ${actual} | ${ok ? "yes" : "no"} |`,
    ),
    "",
  ];
}

function supports({ controls, result }: Item): readonly string[] {
  if (controls.length === 0) return ["Supports no control.", ""];
  return [
    result.state === "unknown" ? "Would support, were the state known:" : "Supports:",
    "",
    ...controls.map(
      ({ framework, id, title, support }) =>
        `- ${prose(framework)} ${prose(id)}, ${prose(title)} (${support})`,
    ),
    "",
  ];
}

function requestLines({ method, path, drained, pages }: Request): readonly string[] {
  const digests = pages.map(
    ({ status, sha256 }, index) =>
      `  - page ${index + 1}: ${status === 0 ? "no answer" : status}, sha256 ${sha256}`,
  );
  return [`- ${method} ${prose(path)}, ${drained ? "" : "not "}read to its end`, ...digests];
}

function verification(report: RunReport): readonly string[] {
  const { attestation } = report;
  if (attestation === null) return ["**This run is not signed**, so there is no signature to check."];
  const lines = verifierCommands({ ...report, attestation }).flatMap((command) => command.split(/[\r\n]+/));
  // Indented, not fenced: whatever a line holds, it cannot end the block.
  return lines.map((line) => `    ${visible(line, 4000)}`);
}
