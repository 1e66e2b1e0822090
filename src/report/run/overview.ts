import type { Control, Evidence, Item } from "../../evidence/schema.ts";
import {
  brief,
  collectionWord,
  digest,
  escapeHtml,
  facts,
  name,
  number,
  section,
  soft,
  stateWord,
  table,
  time,
} from "../render/html.ts";
import type { Attestation, RunReport } from "./model.ts";
import { countsInWords, ITEM_NAMES, sentenceCase, statesInWords, verdict } from "../words.ts";

const CADENCES_IN_WORDS = {
  PT1H: "one run an hour",
  PT6H: "one run every 6 hours",
  PT12H: "one run every 12 hours",
  P1D: "one run a day",
} as const satisfies Record<Evidence["stream"]["cadence"], string>;

/** What this is and what to think of it. */
export function masthead({ evidence, attestation }: RunReport): string {
  const { stream, source } = evidence;
  const sequence = attestation?.sequence ?? null;
  const ordinal = sequence === null ? "" : `, no. ${number(sequence)}`;
  return `<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>one run${ordinal} of stream ${name(stream.name)}</span></div>
<div class="cover cols">
<div>
<h1>${name(brief(source.organization ?? "Datadog"))}, ${name(stream.name)}</h1>
<p class="sub">${time(evidence.collectedAt)}</p>
<p class="lead">${escapeHtml(verdict(evidence))}</p>
<p class="lead">${escapeHtml(statesInWords(evidence.items))}</p>
</div>
<div class="verdict ${evidence.outcome}">
<p class="word">Collection: ${evidence.outcome}</p>
<p>${escapeHtml(signedInWords(attestation))}</p>
<p>Good until ${time(evidence.validUntil)}.</p>
</div>
</div>
</header>`;
}

/** The items in one table: result, numbers, completeness, controls. */
export function overview({ evidence }: RunReport): string {
  return table({
    html: {
      caption: "The items of this run",
      rows: evidence.items.map(overviewRows).join("\n"),
    },
    columns: ["Item", "Result", "Counted", "Collection"],
    kind: "overview",
  });
}

/** Where, when and in which place of the chain. */
export function about({ evidence, evidenceSha256, attestation }: RunReport): string {
  const { source, stream, run } = evidence;
  const seconds = Math.round((Date.parse(evidence.collectedAt) - Date.parse(evidence.startedAt)) / 1000);
  const left = facts([
    ["Outcome", `${collectionWord(evidence.outcome)} ${soft("of the collection, not of any control")}`],
    ["Collected at", `${time(evidence.collectedAt)}, started ${number(Math.max(seconds, 0))} s before`],
    ["Valid until", time(evidence.validUntil)],
    ["Source", `Datadog, site ${name(source.site)}, asked at ${name(source.apiUrl)}`],
    [
      "Organisation",
      source.organization === null
        ? "not declared"
        : `${name(source.organization)} ${soft("as declared by the user")}`,
    ],
    ["Organisation id", source.organizationId === null ? "not known" : name(source.organizationId)],
    ["Clock", clock(source.clockSkewMs)],
  ]);
  const right = facts([
    ["Stream", `${name(stream.name)}, ${CADENCES_IN_WORDS[stream.cadence]} (${stream.cadence})`],
    ["Place in chain", place(attestation)],
    ["Signature", escapeHtml(signedInWords(attestation))],
    ["Key", attestation?.keyFingerprint == null ? "none" : digest(attestation.keyFingerprint)],
    [
      "Started by",
      `${run.github === null ? "hand" : name(run.github.event)}, attempt ${number(run.attempt)}`,
    ],
    ["API key", source.apiKeyId === null ? "id not known" : `id ${name(source.apiKeyId)}`],
    ["evidence.json", digest(evidenceSha256)],
  ]);
  return section({
    id: "about",
    title: "About this run",
    html: `<div class="two">\n${left}\n${right}\n</div>`,
  });
}

/** How the run was signed, as a sentence; nothing here has been verified. */
export function signedInWords(attestation: Attestation | null): string {
  if (attestation === null) return "Not signed: nothing here proves who made this, or when.";
  const how = attestation.signing === "key" ? "with a key" : "without a key, in the name of the workflow";
  return `Signed ${how}, ${attestation.timestamp ? "with a trusted time" : "without a trusted time"}.`;
}

function overviewRows(item: Item): string {
  const { status, grade, reason } = item.collection;
  const how = grade ?? reason?.code ?? null;
  const collection = `${collectionWord(status)}${how === null ? "" : ` ${soft(how)}`}`;
  return `<tbody><tr><th scope="row"><a href="#${item.id}">${escapeHtml(sentenceCase(ITEM_NAMES[item.id]))}</a></th><td>${stateWord(item.result.state)}</td><td>${countsInWords(item)}</td><td>${collection}</td></tr>
<tr><td class="meta supports" colspan="4">${supports(item)}</td></tr></tbody>`;
}

function supports(item: Item): string {
  if (item.controls.length === 0) return "Supports no control.";
  const verb = item.result.state === "unknown" ? "Would support" : "Supports";
  const frameworks = Map.groupBy(item.controls, (control) => control.framework);
  const parts = [...frameworks].map(
    ([framework, controls]) => `${name(framework)} ${controls.map(controlInBrief).join(", ")}`,
  );
  return `${verb} ${parts.join(" · ")}`;
}

function controlInBrief(control: Control): string {
  return `${name(control.id)} (${control.support})`;
}

function clock(skewMs: number | null): string {
  if (skewMs === null) return "not known: no answer carried a date";
  if (skewMs === 0) return "Datadog and the collector agree";
  return `Datadog ${number(Math.abs(skewMs))} ms ${skewMs > 0 ? "ahead of" : "behind"} the collector`;
}

function place(attestation: Attestation | null): string {
  if (attestation === null) return "none: not signed";
  return attestation.sequence === null ? "none: not chained" : `no. ${number(attestation.sequence)}`;
}
