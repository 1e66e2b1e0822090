import type { Attestation } from "../../sign/signing.ts";
import type { Evidence, Item, Page } from "../../evidence/schema.ts";
import { answersInWords } from "../log-lines.ts";
import { shortened } from "../record-order.ts";
import { shellWord } from "../run/proof.ts";
import { countsInWords, ITEM_NAMES, list, sentenceCase, statesInWords } from "../words.ts";
import { changesInWords, nonEmptyChanges, namesIn, remarksOn, sinceLastRun } from "../changes-in-words.ts";
import type { Since } from "../changes-in-words.ts";
import { markdown, visible } from "../render/sanitize.ts";

/** GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_SUMMARY = 900_000;
const MOST_LISTED = 20;

/** What the job summary tells beside the evidence itself. */
export interface RunSummary {
  readonly evidence: Evidence;
  readonly evidenceSha256: string;
  /** Null where the evidence is not signed. */
  readonly attestation: Attestation | null;
  readonly artifact: { readonly name: string; readonly id: number; readonly url: string | null } | null;
  /** The commit that holds the run; null where there is none. */
  readonly commit: { readonly id: string; readonly url: string | null; readonly repository: string } | null;
  /** Where it stands in its stream's chain; null where it is not chained. */
  readonly sequence: number | null;
  /** Where the run lies below its repository or folder. */
  readonly place: string;
  /** What was not done and which gates fired; empty when all is well. */
  readonly reasons: readonly string[];
}

const MARKS = { attention: "▲ attention", clear: "● clear", unknown: "○ unknown" } as const;
const STATUS_MARKS = {
  complete: "✓ complete",
  partial: "◐ partial",
  skipped: "– skipped",
  failed: "× failed",
} as const;

/** The job summary as Markdown, always below what GitHub takes. */
export function summary(run: RunSummary): string {
  const { evidence, reasons } = run;
  const since = sinceLastRun(run.attestation?.statement ?? null);
  const parts = [
    `## Evidence from Datadog, ${markdown(evidence.stream.name)}: ${evidence.outcome}`,
    "",
    statesInWords(evidence.items),
    "",
    ...[...reasons, ...lessThanAsked(run)].map((reason) => `> ${markdown(reason)}\n`),
    "| Item | State | Counts | Since the run before | Collected | Supports |",
    "| --- | --- | --- | --- | --- | --- |",
    ...evidence.items.map((item) => row(item, since)),
    "",
    ...needs(evidence.items),
    ...changed(since, evidence),
    ...details(run),
  ];
  return cut(`${parts.join("\n")}\n`);
}

function row(item: Item, since: Since): string {
  const { collection, result, controls } = item;
  const grade = collection.grade === null ? "" : `, ${collection.grade}`;
  const cells = [
    `[${markdown(ITEM_NAMES[item.id])}](${href(item.link)})`,
    MARKS[result.state],
    markdown(countsInWords(item)),
    // Where nothing was compared the reason stands once, below the table.
    "nothing" in since ? "–" : markdown(changesInWords(since, item.id)),
    `${STATUS_MARKS[collection.status]}${grade}`,
    list(controls.map(({ id, support }) => (support === "direct" ? id : `${id} (claimed)`))),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** What a person must look at first, with links into Datadog. */
function needs(items: readonly Item[]): readonly string[] {
  const why = items.flatMap(({ id, result, collection }) => {
    const reason = result.reason ?? collection.reason;
    return reason === null
      ? []
      : [
          `- ${ITEM_NAMES[id]}: ${markdown(reason.message)}${reason.hint === null ? "" : `. ${markdown(reason.hint)}`}`,
        ];
  });
  const { shown, more } = shortened(items.values().flatMap(urgent), MOST_LISTED);
  if (why.length + shown.length === 0) return [];
  return [
    "### Look at first",
    "",
    ...why,
    ...shown,
    ...(more > 0 ? [`- and ${more} more, in the evidence`] : []),
    "",
  ];
}

/** What changed by name; the statement names at most twenty of a kind. */
function changed(since: Since, evidence: Evidence): readonly string[] {
  if ("nothing" in since) return [`Since the run before: ${markdown(since.nothing)}.`, ""];
  const lines = since.changes.items.flatMap((item) =>
    nonEmptyChanges(item).flatMap(({ kind, list: changes }) => {
      if (changes === null || kind.isRoutine) return [];
      const { count, ids } = changes;
      const names = namesIn(evidence, item, ids);
      const named = ids.map((id) => markdown(names.get(id) ?? String(id)));
      const more = count - ids.length;
      const which = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
      return [`- ${ITEM_NAMES[item.id]} ${kind.words}: ${which}`];
    }),
  );
  const remarks = remarksOn(since.changes).map((remark) => `- ${markdown(sentenceCase(remark))}`);
  if (lines.length + remarks.length === 0) return [];
  return ["### Since the run before", "", ...remarks, ...lines, ""];
}

function urgent(item: Item): Iterable<() => string> {
  if (item.id === "security-signals") {
    return item.records
      .values()
      .filter(({ severity, triage }) => severity === "critical" && triage.state !== "archived")
      .map(
        ({ title, id, link }) =>
          () =>
            `- critical signal: [${markdown(title ?? id)}](${href(link)})`,
      );
  }
  if (item.id === "compliance-monitors") {
    return item.records
      .values()
      .filter(({ verdict }) => verdict === "failing")
      .map(
        ({ name, id, state, link }) =>
          () =>
            `- monitor in ${markdown(state)}: [${markdown(name ?? String(id))}](${href(link)})`,
      );
  }
  return item.records
    .values()
    .filter(({ severity, muted }) => severity === "critical" && !muted)
    .map(
      ({ title, rule, link }) =>
        () =>
          `- critical finding: [${markdown(title ?? rule?.name ?? rule?.id ?? "unnamed")}](${href(link)})`,
    );
}

function details(run: RunSummary): readonly string[] {
  const { evidence, evidenceSha256, attestation, place } = run;
  const caveats = evidence.items.flatMap(({ id, caveats: of }) =>
    of.map((caveat) => `- ${ITEM_NAMES[id]}: ${markdown(caveat)}`),
  );
  return [
    ...committed(run),
    ...uploaded(run),
    "<details><summary>Requests, limits, digests, and how to verify</summary>",
    "",
    ...evidence.items.flatMap(({ collection }) =>
      collection.requests.map(
        ({ method, path, pages }) =>
          `- ${method} ${markdown(path)}: ${answersInWords(pages)}, ${recordsInWords(pages)}`,
      ),
    ),
    "",
    ...caveats,
    "",
    `- evidence.json sha256 ${evidenceSha256}`,
    ...signatureLines(attestation),
    "",
    "```sh",
    `datadog-evidence verify ${visible(place)} ${trustFlags(attestation)}`,
    "```",
    "",
    "</details>",
    "",
    "This evidence supports controls. It is not a statement of compliance.",
  ];
}

/** Why no better is promised of the signature, unless that is among the reasons already. */
function lessThanAsked({ attestation, reasons }: RunSummary): readonly string[] {
  const message = attestation?.statement.predicate.assurance.reason?.message;
  if (message === undefined || reasons.some((reason) => reason.includes(message))) return [];
  return [`signed without a trusted time: ${message}`];
}

/** By whom it was signed, when, and why not better. */
function signatureLines(attestation: Attestation | null): readonly string[] {
  if (attestation === null) return ["- not signed"];
  const { statement, signedBy, signedAt } = attestation;
  const { signing, log } = statement.predicate.assurance;
  const who = signing === "key" ? `signed by the key ${signedBy}` : `signed keyless by ${markdown(signedBy)}`;
  return [
    `- ${who}${log ? ", in the public log of Sigstore" : ""}`,
    signedAt === null ? "- no trusted time" : `- trusted time ${signedAt}`,
  ];
}

function trustFlags(attestation: Attestation | null): string {
  if (attestation?.statement.predicate.assurance.signing !== "keyless") return "--key signing-key.pub.pem";
  const { signedBy } = attestation;
  const host = URL.canParse(signedBy) ? new URL(signedBy).host : "github.com";
  const issuer = `https://token.actions.${host === "github.com" ? "githubusercontent.com" : host}`;
  return `--trusted-root trusted_root.jsonl --identity ${visible(shellWord(signedBy))} --issuer ${visible(issuer)}`;
}

function committed({ commit, sequence }: RunSummary): readonly string[] {
  if (commit === null) return [];
  const { id, url, repository } = commit;
  const short = id.slice(0, 12);
  const where = url === null ? short : `[${short}](${href(url)})`;
  return [
    `Commit ${where} of ${markdown(repository)}${sequence === null ? "" : `, run ${sequence} of its chain`}.`,
    "",
  ];
}

function uploaded({ artifact }: RunSummary): readonly string[] {
  if (artifact === null) return [];
  const { name, url } = artifact;
  return [`Artifact ${url === null ? markdown(name) : `[${markdown(name)}](${href(url)})`}.`, ""];
}

/** An error carries no records; a zero would say that there were none to carry. */
function recordsInWords(pages: readonly Page[]): string {
  const good = pages.filter(({ status }) => status >= 200 && status < 300);
  if (good.length === 0) return "records not known";
  return `${good.reduce((sum, { items }) => sum + items, 0)} records`;
}

/** Links are ours, but what is inside a Markdown link must not end it. */
function href(url: string): string {
  return url.replaceAll(/[()\s<>|]/g, (character) =>
    encodeURIComponent(character).replace("(", "%28").replace(")", "%29"),
  );
}

/** Ends after a whole line, and never inside what is folded away. */
function cut(text: string): string {
  if (Buffer.byteLength(text) <= LARGEST_SUMMARY) return text;
  const start = Buffer.from(text).subarray(0, LARGEST_SUMMARY).toString("utf8");
  const whole = start.slice(0, start.lastIndexOf("\n"));
  const isFolded = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
  const end = isFolded ? "\n\n</details>" : "";
  return `${whole}${end}\n\nCut here; the rest is in evidence.json of the artifact.\n`;
}
