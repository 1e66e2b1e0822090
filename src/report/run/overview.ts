import { sentenceCase } from "../../failure.ts";
import type { Evidence, Item } from "../../evidence/schema.ts";
import { organizationTitle, type Masthead } from "../render/page.ts";
import {
  code,
  collectionWord,
  digest,
  joinWords,
  jump,
  name,
  phrase,
  soft,
  stateWord,
  strong,
  time,
} from "../render/phrases.ts";
import type { Phrase, Words } from "../render/phrases.ts";
import { box, facts, section, table, type Block, type Facts } from "../render/renderer.ts";
import type { Attestation, RunReport } from "./model.ts";
import {
  countsInWords,
  GRADE_WORDS,
  ITEM_NAMES,
  statesInWords,
  organizationInWords,
  outcomeInWords,
  runOriginSentences,
  supportInWords,
} from "../words.ts";

const CADENCES_IN_WORDS = {
  PT1H: "one run an hour",
  PT6H: "one run every 6 hours",
  PT12H: "one run every 12 hours",
  P1D: "one run a day",
} as const satisfies Record<Evidence["stream"]["cadence"], string>;

/** What this is and what to think of it. */
export function runMasthead({ evidence, attestation }: RunReport): Masthead {
  const { stream, source } = evidence;
  const sequence = attestation?.sequence ?? null;
  const ordinal = sequence === null ? "" : phrase`, no. ${sequence}`;
  return {
    what: phrase`one run${ordinal} of stream ${name(stream.name)}`,
    title: phrase`${name(organizationTitle(source.organization))}, ${name(stream.name)}`,
    when: time(evidence.collectedAt),
    leads: [
      ...runOriginSentences(evidence).map((words) => strong(words)),
      outcomeInWords(evidence),
      statesInWords(evidence.items),
    ],
    verdict: {
      kind: evidence.outcome,
      word: `Collection: ${evidence.outcome}`,
      sentences: [signedInWords(attestation), phrase`Valid until ${time(evidence.validUntil)}.`],
    },
  };
}

/** The items in one table: result, numbers, completeness, controls. */
export function itemsTable({ evidence }: RunReport): Block {
  return table({
    caption: "The items of this run",
    columns: ["Item", "Result", "Counted", "Collection"],
    below: "Controls",
    rows: evidence.items.map((item) => ({
      cells: [
        jump(item.id, sentenceCase(ITEM_NAMES[item.id])),
        stateWord(item.result.state),
        countsInWords(item),
        collectionInBrief(item),
      ],
      below: controlsInBrief(item),
    })),
    kind: "overview",
  });
}

/** Where and when the run was made, and its place in the chain. */
export function aboutSection({ evidence, evidenceSha256, attestation }: RunReport): Block {
  const { source, stream, run } = evidence;
  const seconds = Math.round((Date.parse(evidence.collectedAt) - Date.parse(evidence.startedAt)) / 1000);
  const left: Facts = [
    ["Outcome", phrase`${collectionWord(evidence.outcome)} ${soft("of the collection, not of any control")}`],
    ["Collected at", phrase`${time(evidence.collectedAt)}, started ${Math.max(seconds, 0)} s before`],
    ["Valid until", time(evidence.validUntil)],
    ["Source", phrase`Datadog, site ${name(source.site)}, API ${code(source.apiUrl)}`],
    ["Organisation", organizationInWords(source.organization)],
    ["Organisation id", source.organizationId === null ? "not known" : name(source.organizationId)],
    ["Clock", clockInWords(source.clockSkewMs)],
  ];
  const right: Facts = [
    ["Stream", phrase`${name(stream.name)}, ${CADENCES_IN_WORDS[stream.cadence]} (${stream.cadence})`],
    ["Place in chain", chainPlace(attestation)],
    ["Signature", signedInWords(attestation)],
    ["Key", attestation?.keyFingerprint == null ? "none" : digest(attestation.keyFingerprint)],
    ["Started by", phrase`${run.github === null ? "hand" : name(run.github.event)}, attempt ${run.attempt}`],
    ["Access to Datadog", accessInWords(source)],
    ["evidence.json", digest(evidenceSha256)],
  ];
  return section({ id: "about", title: "About this run" }, [box("two", [facts(left), facts(right)])]);
}

/** How the run was signed, as a sentence; nothing here has been verified. */
function signedInWords(attestation: Attestation | null): string {
  if (attestation === null) return "Not signed: nothing here proves who made this, or when.";
  const how = attestation.signing === "key" ? "with a key" : "without a key, in the name of the workflow";
  return `Signed ${how}, ${attestation.timestamp ? "with a trusted time" : "without a trusted time"}.`;
}

function collectionInBrief({ collection }: Item): Phrase {
  const { status, grade, reason } = collection;
  const how = grade === null ? (reason?.code ?? null) : GRADE_WORDS[grade].brief;
  return how === null ? collectionWord(status) : phrase`${collectionWord(status)} ${soft(how)}`;
}

function controlsInBrief(item: Item): Words {
  if (item.controls.length === 0) return "Supports no control.";
  const verb = item.result.state === "unknown" ? "Would support" : "Supports";
  const frameworks = Map.groupBy(item.controls, (control) => control.framework);
  const parts = [...frameworks].map(
    ([framework, controls]) =>
      phrase`${name(framework)} ${joinWords(controls.map((control) => phrase`${name(control.id)} (${supportInWords(control)})`))}`,
  );
  return phrase`${verb} ${joinWords(parts, " · ")}`;
}

function accessInWords({ access, apiKeyId }: Evidence["source"]): Words {
  if (access === "token") return "access token";
  if (access === "delegated") return "delegated token, in the name of the workflow: no stored secret";
  return apiKeyId === null ? "API key, id not known" : phrase`API key, id ${name(apiKeyId)}`;
}

function clockInWords(skewMs: number | null): Words {
  if (skewMs === null) return "not known: no answer carried a date";
  if (skewMs === 0) return "Datadog and the collector agree";
  return phrase`Datadog ${Math.abs(skewMs)} ms ${skewMs > 0 ? "ahead of" : "behind"} the collector`;
}

function chainPlace(attestation: Attestation | null): Words {
  if (attestation === null) return "none: not signed";
  return attestation.sequence === null ? "none: not chained" : phrase`no. ${attestation.sequence}`;
}
