import type { Collection, State } from "../../evidence/schema.ts";

/**
 * The blocks that reports are made of: values in, markup out. A parameter named
 * `html` takes markup, every other string is text and is escaped here.
 */

/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = /^.{0,200}/sv;

const LONGEST_TITLE = /^.{0,80}/sv;

/** The nine sites (https://docs.datadoghq.com/getting_started/site/) and where their pages live. */
const APP_HOSTS: ReadonlyMap<string, string> = new Map([
  ["datadoghq.com", "app.datadoghq.com"],
  ["us3.datadoghq.com", "us3.datadoghq.com"],
  ["us5.datadoghq.com", "us5.datadoghq.com"],
  ["datadoghq.eu", "app.datadoghq.eu"],
  ["ap1.datadoghq.com", "ap1.datadoghq.com"],
  ["ap2.datadoghq.com", "ap2.datadoghq.com"],
  ["uk1.datadoghq.com", "uk1.datadoghq.com"],
  ["ddog-gov.com", "app.ddog-gov.com"],
  ["us2.ddog-gov.com", "us2.ddog-gov.com"],
]);

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

// Controls, bidi overrides, invisible characters and lone surrogates can make a page show something other
// than what is written. The two joiners stay: scripts and emoji need them.
const NOT_PLAIN = /[&<>"']|[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\n\t\u200c\u200d]]/gv;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/;

const STATE_MARKS = { attention: "▲", clear: "●", unknown: "○" } as const satisfies Record<State, string>;

const COLLECTION_MARKS = { complete: "✓", partial: "◐", skipped: "–", failed: "×" } as const satisfies Record<
  Collection["status"],
  string
>;

/** Text as HTML, for elements and quoted attributes; what cannot be seen becomes its code point in ⟨ ⟩. */
export function escapeHtml(text: string): string {
  return text.replaceAll(NOT_PLAIN, (char) => ENTITIES.get(char) ?? codePoint(char));
}

/** Text as the content of a CSS string: everything but plain characters is a hexadecimal escape. */
export function escapeCss(text: string): string {
  return text
    .replaceAll(/\s/gv, " ")
    .replaceAll(/[^\p{L}\p{N} .,:_\-]/gv, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}

/** Text that somebody else wrote: cut when very long, and unable to turn its surroundings round. */
export function name(text: string): string {
  const start = LONGEST_NAME.exec(text)?.[0] ?? "";
  const shown = `<bdi>${escapeHtml(start)}</bdi>`;
  if (start.length === text.length) return shown;
  return `${shown}… ${soft(`${number(text.length - start.length)} more characters in evidence.json`)}`;
}

/** Text for a title, cut when it is too long for one; still to be escaped. */
export function brief(text: string): string {
  const start = LONGEST_TITLE.exec(text)?.[0] ?? "";
  return start.length === text.length ? text : `${start}…`;
}

/** A name, as a link when the address is a page of the given Datadog site. */
export function datadogLink(
  site: string,
  link: {
    readonly href: string;
    readonly label: string;
    /** Whether paper shows the address too. */
    readonly onPaper?: boolean;
  },
): string {
  const url = webAddress(link.href);
  if (url === null || url.host !== APP_HOSTS.get(site)) return name(link.label);
  return anchor(url, { html: name(link.label), onPaper: link.onPaper === true });
}

/** The run's number, as a link when the address is that of a run of the repository. */
export function githubLink(run: {
  readonly url: string;
  readonly repository: string;
  readonly id: string;
}): string {
  const url = webAddress(run.url);
  // The host is not compared: GitHub Enterprise has its own.
  const path = `/${run.repository}/actions/runs/${run.id}`;
  if (url === null || !`${url.pathname}/`.startsWith(`${path}/`)) return name(run.id);
  return `${anchor(url, { html: name(run.id), onPaper: true })} ${soft(`on ${url.host}`)}`;
}

/** An instant or a day; anything else that was given for one stays text. */
export function time(text: string): string {
  if (!ISO_DATE.test(text)) return name(text);
  return `<time datetime="${escapeHtml(text)}">${escapeHtml(text)}</time>`;
}

/** The day of an instant, with the instant behind it; anything else stays text. */
export function day(text: string): string {
  if (!ISO_DATE.test(text)) return name(text);
  return `<time datetime="${escapeHtml(text)}">${escapeHtml(text.slice(0, "2026-11-22".length))}</time>`;
}

/** Digits in groups of three, as 61 240. */
export function number(value: number): string {
  return String(value).replaceAll(/\B(?=(?:\d{3})+$)/gv, "\u202f");
}

/** A digest or a key, in type that tells 0 from O. */
export function digest(text: string): string {
  return `<span class="digest">${escapeHtml(text)}</span>`;
}

/** Second thoughts. */
export function soft(text: string): string {
  return `<span class="soft">${escapeHtml(text)}</span>`;
}

/** The result of an item: a word and its mark. */
export function stateWord(state: State): string {
  return `<span class="state ${state}">${sign(STATE_MARKS[state])}${state}</span>`;
}

/** How far an item or a run was collected: a word and its mark. */
export function collectionWord(status: Collection["status"]): string {
  return `<span class="coll ${status}">${sign(COLLECTION_MARKS[status])}${status}</span>`;
}

/** A cell that says whether a check holds; `null` where the source gave nothing to check against. */
export function checkCell(holds: boolean | null): string {
  if (holds === null) return `<td class="mark na">${sign("–")}<span class="vh">not given</span></td>`;
  if (holds) return `<td class="mark yes">${sign("✓")}<span class="vh">holds</span></td>`;
  return `<td class="mark no">${sign("×")}<span class="vh">fails</span></td>`;
}

/** Facts to file: terms and what they are, as markup. */
export function facts(rows: readonly (readonly [term: string, html: string])[]): string {
  const entries = rows.map(([term, html]) => `<div><dt>${escapeHtml(term)}</dt><dd>${html}</dd></div>`);
  return `<dl class="facts">\n${entries.join("\n")}\n</dl>`;
}

/** A table with a caption and column headings; an empty heading stands over marks. */
export function table(parts: {
  readonly html: { readonly caption: string; readonly rows: string };
  readonly columns: readonly string[];
  readonly kind?: string;
}): string {
  const heads = parts.columns.map((column) =>
    column === "" ? '<td class="mark"></td>' : `<th scope="col">${escapeHtml(column)}</th>`,
  );
  return `<table${parts.kind === undefined ? "" : ` class="${parts.kind}"`}><caption>${parts.html.caption}</caption>
<thead><tr>${heads.join("")}</tr></thead>
${parts.html.rows.startsWith("<tbody") ? parts.html.rows : `<tbody>\n${parts.html.rows}\n</tbody>`}
</table>`;
}

/** A section under its heading. */
export function section(parts: {
  readonly id: string;
  readonly title: string;
  readonly html: string;
  readonly lead?: string;
  /** Its number, where sections are referred to by numbers. */
  readonly no?: number;
}): string {
  const no = parts.no === undefined ? "" : `<span class="no">${parts.no}</span>`;
  const lead = parts.lead === undefined ? "" : `\n<p>${escapeHtml(parts.lead)}</p>`;
  return `<section id="${parts.id}" aria-labelledby="h-${parts.id}">
<div class="head"><h2 id="h-${parts.id}">${no}${escapeHtml(parts.title)}</h2>${lead}</div>
${parts.html}
</section>`;
}

/** Sentences, one below the other. */
export function bullets(sentences: readonly string[]): string {
  return `<ul>\n${sentences.map((sentence) => `<li>${escapeHtml(sentence)}</li>`).join("\n")}\n</ul>`;
}

function sign(mark: string): string {
  return `<span class="sign" aria-hidden="true">${mark}</span>`;
}

function codePoint(char: string): string {
  const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  return `⟨U+${hex}⟩`;
}

function webAddress(href: string): URL | null {
  const url = URL.parse(href);
  if (url === null || url.protocol !== "https:" || url.username !== "" || url.password !== "") return null;
  return url;
}

function anchor(url: URL, link: { readonly html: string; readonly onPaper: boolean }): string {
  const shown = link.onPaper ? ' class="address"' : "";
  return `<a href="${escapeHtml(url.href)}" rel="noreferrer"${shown}>${link.html}</a>`;
}
