import { sentenceCase } from "../../failure.ts";
import type { Statement } from "../../bundle/statement.ts";
import { isAnswered } from "../../evidence/rules/recount.ts";
import type { Control, Evidence, ExpectationResult, Item, Page } from "../../evidence/schema.ts";
import { pathInRepository } from "../../bundle/run-path.ts";
import {
  changesInWords,
  namesIn,
  nonEmptyChanges,
  remarksOn,
  changeSinceLastRun,
} from "../changes-in-words.ts";
import type { ChangeSince } from "../changes-in-words.ts";
import { describeMeasure, GIVEN_BY_THE_RUN, resultsWorstFirst } from "../../policy/describe-result.ts";
import type { Policy } from "../../policy/schema.ts";
import { expectationTitle, nameOffenders, PROPOSED_DAYS, proposeWaiver } from "../expectations.ts";
import { lossesInWords, recordsToReview } from "../needs-review.ts";
import {
  code,
  collectionWord,
  joinWords,
  markdownOf,
  name,
  phrase,
  phraseOf,
  resultWord,
  soft,
  stateWord,
} from "../render/phrases.ts";
import type { Phrase, Words } from "../render/phrases.ts";
import { andMore } from "../render/more.ts";
import { bullets, commands, heading, paragraph, quote, stackMarkdown, table } from "../render/renderer.ts";
import type { Block } from "../render/renderer.ts";
import { visibleLine } from "../render/sanitize.ts";
import { nextDue } from "../../verify/period/next-due.ts";
import { workflowFlags } from "../render/shell.ts";
import {
  countsInWords,
  ITEM_NAMES,
  GRADE_WORDS,
  list,
  quantityOf,
  runOriginSentences,
  sentence,
  statesInWords,
  supportInWords,
} from "../words.ts";
import { answersInWords, sharedCaveats } from "./log-lines.ts";
import { shortenSummary } from "./shorten.ts";

/** A statement as it was signed. */
export interface SignedStatement {
  readonly statement: Statement;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string;
  /** Time of the timestamp; null where there is none. */
  readonly signedAt: string | null;
}

/** What the job summary says beside the evidence itself. */
export interface JobSummaryFacts {
  readonly evidence: Evidence;
  readonly evidenceSha256: string;
  /** The policy that the run was given; null where it was given none. */
  readonly policy: Policy | null;
  /** Null where the evidence is not signed. */
  readonly attestation: SignedStatement | null;
  readonly artifact: { readonly name: string; readonly id: number; readonly url: string | null } | null;
  /** The commit that holds the run; null where there is none. */
  readonly commit: { readonly id: string; readonly url: string | null; readonly repository: string } | null;
  /** What was not done and which gates fired; empty when all is well. */
  readonly reasons: readonly string[];
  /** What to do about the reasons. */
  readonly hints: readonly string[];
}

/** The job summary of a run as Markdown, always below what GitHub takes. */
export function runSummary(run: JobSummaryFacts): string {
  const { evidence, reasons, hints, attestation } = run;
  const since = changeSinceLastRun(attestation?.statement ?? null);
  const parts = [
    markdownOf(phrase`## Evidence from Datadog, ${name(evidence.stream.name)}: ${evidence.outcome}`),
    stackMarkdown([
      ...runOriginSentences(evidence).map(quoted),
      paragraph(statesInWords(evidence.items)),
      bullets(whenAndWhere(evidence)),
      ...[...reasons, ...weakerSignature(run), ...hints.map(sentence)].map(quoted),
      ...expectationBlocks(run),
      table({
        caption: "",
        columns: ["Item", "State", "Counts", "Since the run before", "Collection", "Supports"],
        rows: evidence.items.map((item) => rowOf(item, since)),
      }),
      ...titledList("Needs review", linesToReview(run)),
      ...changeBlocks(since, evidence),
      ...publication(run),
    ]),
    "<details><summary>Requests, limits, digests, and how to verify</summary>",
    stackMarkdown([
      bullets(requestLines(evidence)),
      bullets(caveatLines(evidence)),
      bullets(proofLines(run)),
    ]),
    `\`\`\`sh\nnpx datadog-evidence ${nextCommand(run)}\n\`\`\``,
    "</details>",
    "This evidence supports controls. It is not a statement of compliance.",
  ];
  return shortenSummary(`${parts.join("\n\n")}\n`, "evidence.json of the artifact");
}

function quoted(words: string): Block {
  return quote("reason", [paragraph(words)]);
}

/** From where and when the evidence is, which time it covers, and when the next is due. */
function whenAndWhere(evidence: Evidence): readonly Words[] {
  const { site, organization } = evidence.source;
  const whose = organization === null ? "" : phrase` (${name(organization)})`;
  return [
    phrase`Collected ${timeInWords(evidence.collectedAt)} from ${name(site)}${whose}.`,
    ...evidence.items.flatMap(({ id, window }) =>
      window === null
        ? []
        : [
            phrase`${sentenceCase(ITEM_NAMES[id])} from ${timeInWords(window.from)} to ${timeInWords(window.to)}.`,
          ],
    ),
    phrase`Next run due ${timeInWords(nextDue(evidence).toISOString())}.`,
  ];
}

/** An instant as people read it: `2026-11-29 06:17 UTC`. */
function timeInWords(instant: string): string {
  return `${instant.slice(0, 16).replace("T", " ")} UTC`;
}

function rowOf(item: Item, since: ChangeSince): readonly Words[] {
  const { collection, result, controls } = item;
  const { status, grade } = collection;
  return [
    link(ITEM_NAMES[item.id], item.link),
    stateWord(result.state),
    countsInWords(item),
    // Where nothing was compared, one sentence below the table says why.
    "notCompared" in since ? "–" : changesInWords(since, item.id),
    grade === null
      ? collectionWord(status)
      : phrase`${collectionWord(status)} ${soft(GRADE_WORDS[grade].brief)}`,
    controlsInSummary(controls),
  ];
}

/** More controls of an item than this are counted: the report has them all. */
const MOST_CONTROLS = 12;

function controlsInSummary(controls: readonly Control[]): string {
  const shown = controls
    .slice(0, MOST_CONTROLS)
    .map((control) =>
      control.support === "direct" && control.organisation === undefined
        ? control.id
        : `${control.id} (${supportInWords(control)})`,
    );
  const more = controls.length - shown.length;
  return list([...shown, ...(more > 0 ? [`${more} more`] : [])]);
}

/** The results of the policy, the worst first, and for each broken one the waiver that would accept it. */
function expectationBlocks({ evidence, policy }: JobSummaryFacts): readonly Block[] {
  if (evidence.policy === null) return [];
  const results = resultsWorstFirst(evidence);
  const broken = results.filter(({ result }) => result === "broken");
  return [
    heading("Expectations"),
    table({
      caption: "",
      columns: ["Expectation", "Result", "Counted", "Demand"],
      rows: results.map((result) => [
        name(result.id),
        resultWord(result.result),
        countedCell(result, evidence),
        name(expectationTitle(policy, result.id) ?? ""),
      ]),
    }),
    paragraph(GIVEN_BY_THE_RUN),
    ...broken.flatMap((result) => [
      paragraph(
        phrase`To accept ${name(result.id)} for ${PROPOSED_DAYS} days, complete this waiver, have it reviewed, and add it to accept in the policy file:`,
      ),
      commands([proposeWaiver(result, evidence.collectedAt)]),
    ]),
  ];
}

function countedCell(result: ExpectationResult, evidence: Evidence): Words {
  const measure = describeMeasure(result);
  if (result.result === "unknown") return measure;
  const named = nameOffenders(result, evidence).map(({ label, link: url }) => link(label, url));
  const more = result.offenders.count - named.length;
  const which = [...named, ...andMore(more)];
  const waived =
    result.waivers.length === 0 ? "" : phrase`; waived by ${joinWords(result.waivers.map(name))}`;
  return which.length === 0 ? measure : phrase`${measure}: ${joinWords(which)}${waived}`;
}

function titledList(title: string, lines: readonly Words[]): readonly Block[] {
  return lines.length === 0 ? [] : [heading(title), bullets(lines)];
}

/** What a person must review first, with links into Datadog. */
function linesToReview({ evidence, policy, reasons }: JobSummaryFacts): readonly Words[] {
  const isSaid = (message: string): boolean => reasons.some((reason) => reason.includes(message));
  const losses = lossesInWords(evidence.items, isSaid).map(({ words }) => words);
  const records = recordsToReview(evidence, policy).flatMap(({ item, named, more }) => {
    const lines = named.map(({ what, label, link: url }) => phrase`${what}: ${link(label, url)}`);
    return more === 0
      ? lines
      : lines.concat(phrase`${more} more of the ${ITEM_NAMES[item.id]}, in the evidence`);
  });
  return [...losses, ...records];
}

/** The changed records by name; the statement names at most twenty of a kind. */
function changeBlocks(since: ChangeSince, evidence: Evidence): readonly Block[] {
  if ("notCompared" in since) return [paragraph(phrase`Since the run before: ${since.notCompared}.`)];
  const lines = since.changes.items.flatMap((item) =>
    nonEmptyChanges(item).flatMap(({ kind, list: changes }) => {
      if (changes === null || kind.isRoutine) return [];
      const { count, ids } = changes;
      const names = namesIn(evidence, item, ids);
      const more = count - ids.length;
      const which: readonly Words[] = ids.map((id) => name(names.get(id) ?? String(id)));
      const all = joinWords(which.concat(andMore(more)));
      return [phrase`${ITEM_NAMES[item.id]} ${kind.words}: ${all}`];
    }),
  );
  return titledList("Since the run before", [...remarksOn(since.changes).map(sentenceCase), ...lines]);
}

function requestLines({ items }: Evidence): readonly Words[] {
  return items.flatMap(({ collection }) =>
    collection.requests.map(
      ({ method, path, pages }) =>
        phrase`${code(`${method} ${path}`)}: ${answersInWords(pages)}, ${recordsInWords(pages)}`,
    ),
  );
}

function caveatLines({ items }: Evidence): readonly Words[] {
  const shared = sharedCaveats(items);
  return [
    ...items.flatMap(({ id, caveats }) =>
      caveats.filter((caveat) => !shared.includes(caveat)).map((caveat) => `${ITEM_NAMES[id]}: ${caveat}`),
    ),
    ...shared.map((caveat) => `every item: ${caveat}`),
  ];
}

/** The digest of the evidence, who signed it, and when. */
function proofLines({ evidenceSha256, attestation }: JobSummaryFacts): readonly Words[] {
  const digest = `evidence.json sha256 ${evidenceSha256}`;
  if (attestation === null) return [digest, "not signed"];
  const { statement, signedBy, signedAt } = attestation;
  const { signing, log } = statement.predicate.assurance;
  return [
    digest,
    phrase`${signing === "key" ? "signed by the key" : "signed keyless by"} ${name(signedBy)}${log ? ", in the public log of Sigstore" : ""}`,
    signedAt === null ? "no trusted time" : `trusted time ${signedAt}`,
  ];
}

/** The commit and the artifact that hold the run. */
function publication({ commit, artifact, attestation }: JobSummaryFacts): readonly Block[] {
  const sequence = attestation?.statement.predicate.sequence ?? null;
  const number = sequence === null ? "" : `, run ${sequence} of its chain`;
  const places: readonly Phrase[] = [
    ...(commit === null
      ? []
      : [phrase`Commit ${link(commit.id.slice(0, 12), commit.url)} of ${name(commit.repository)}${number}.`]),
    ...(artifact === null ? [] : [phrase`Artifact ${link(artifact.name, artifact.url)}.`]),
  ];
  return places.map((words) => paragraph(words));
}

/** Why the signature promises less than was asked for, unless the reasons say so already. */
function weakerSignature({ attestation, reasons }: JobSummaryFacts): readonly string[] {
  const message = attestation?.statement.predicate.assurance.reason?.message;
  if (message === undefined || reasons.some((reason) => reason.includes(message))) return [];
  return [`signed without a trusted time: ${message}`];
}

/** The command that verifies the run; of a run that is not signed, the one that signs it. */
function nextCommand({ evidence, attestation }: JobSummaryFacts): string {
  const folder = visibleLine(pathInRepository(evidence));
  if (attestation === null) return `attest ${folder}`;
  const { statement, signedBy } = attestation;
  if (statement.predicate.assurance.signing === "key") return `verify ${folder} --key signing-key.pub.pem`;
  const trust = ["--trusted-root trusted_root.jsonl", ...workflowFlags(signedBy)].join(" ");
  return `verify ${folder} ${visibleLine(trust, 1000)}`;
}

/** An error carries no records; a zero would say that there were none to carry. */
function recordsInWords(pages: readonly Page[]): string {
  const good = pages.filter(({ status }) => isAnswered(status));
  if (good.length === 0) return "records not known";
  return quantityOf(
    good.reduce((sum, { items }) => sum + items, 0),
    "record",
  );
}

/** A link that GitHub shows; the words alone where there is no address. It is ours, but nothing in it may end the link. */
function link(label: string, url: string | null): Phrase {
  if (url === null) return name(label);
  const address = url.replaceAll(/[()\s<>|\\]/g, (character) =>
    encodeURIComponent(character).replace("(", "%28").replace(")", "%29"),
  );
  return phraseOf(name(label).html, () => `[${markdownOf(name(label))}](${address})`);
}
