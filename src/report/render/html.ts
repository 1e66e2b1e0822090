import { escapeHtml } from "./markup.ts";
import { groupDigits } from "./phrases.ts";

export { shortTitle as brief } from "./page.ts";
export { escapeHtml } from "./markup.ts";
export { groupDigits as number } from "./phrases.ts";

/**
 * The blocks that reports are made of: values in, markup out. A parameter named
 * `html` takes markup, every other string is text and is escaped here.
 */

/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = /^.{0,200}/sv;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2}))?$/;

/** Text that somebody else wrote: cut when very long, and unable to turn its surroundings round. */
export function name(text: string): string {
  const start = LONGEST_NAME.exec(text)?.[0] ?? "";
  const shown = `<bdi>${escapeHtml(start)}</bdi>`;
  if (start.length === text.length) return shown;
  return `${shown}… ${soft(`${groupDigits(text.length - start.length)} more characters in evidence.json`)}`;
}

/** An instant or a day; anything else that was given for one stays text. */
export function time(text: string): string {
  if (!ISO_DATE.test(text)) return name(text);
  return `<time datetime="${escapeHtml(text)}">${escapeHtml(text)}</time>`;
}

/** A digest or a key, in type that tells 0 from O. */
export function digest(text: string): string {
  return `<span class="digest">${escapeHtml(text)}</span>`;
}

/** Second thoughts. */
export function soft(text: string): string {
  return `<span class="soft">${escapeHtml(text)}</span>`;
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
