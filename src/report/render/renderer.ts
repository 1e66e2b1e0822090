import { markup, markupLines, type Markup } from "./markup.ts";
import { groupDigits, htmlOf, markdownOf, signOf, type Words } from "./phrases.ts";
import { visibleLine } from "./sanitize.ts";

/**
 * The blocks that reports are made of. A section is written once, from these blocks and the phrases of
 * `phrases.ts`; a page of them (`page.ts`) is then written as HTML or as Markdown, so the two say the same.
 * Text needs no care: strings are escaped in each notation. What only one notation can show, such as a drawing,
 * is an `either` block with the same facts for the other one.
 */
export interface Block {
  readonly kind: "block";
  readonly html: () => Markup;
  /** Whole lines, without a line break at the end; empty where Markdown shows nothing. */
  readonly markdown: () => string;
}

/** A row of a table; the first cell names the row unless the table says otherwise. */
export interface Row {
  readonly cells: readonly Words[];
  /** Whether the check of the row holds; null where there was nothing to check against. */
  readonly holds?: boolean | null;
  /** A second line below the cells. */
  readonly below?: Words;
  readonly id?: string;
  readonly kind?: string;
}

type Rows = readonly (Row | readonly Words[])[];

/** A table. `kind` names classes of the stylesheet, here and elsewhere. */
export interface Table {
  /** Empty only where a heading says the same. */
  readonly caption: Words;
  /** How to read the table. */
  readonly aside?: Words;
  /** A column without a heading holds marks, which Markdown leaves out. */
  readonly columns: readonly string[];
  readonly rows?: Rows;
  /** Rows under headings of their own. */
  readonly groups?: readonly { readonly heading: Words; readonly rows: Rows }[];
  /** The column that names the row: the first, unless given. */
  readonly headingColumn?: number;
  /** What the second lines hold, where there are any. */
  readonly below?: string;
  readonly kind?: string;
  /** What the table is called where it scrolls sideways for itself. */
  readonly scroll?: string;
}

/** A heading and what follows it. */
export interface Head {
  readonly id: string;
  readonly title: Words;
  readonly lead?: Words;
  /** Its number, where sections are referred to by numbers. */
  readonly no?: number;
  readonly kind?: string;
}

/** A section under its heading. */
export function section(head: Head, content: readonly Block[]): Block {
  return headed({ ...head, element: markup`section`, level: 2 }, content);
}

/** A sheet within a section, with a heading of its own. */
export function article(head: Head, content: readonly Block[]): Block {
  return headed({ ...head, element: markup`article`, level: 3 }, content);
}

export function paragraph(words: Words, kind?: string): Block {
  return blockOf(
    () => markup`<p${classOf(kind)}>${htmlOf(words)}</p>`,
    () => markdownOf(words),
  );
}

/** A heading within a section; `vh` as its kind hides it from view. */
export function heading(words: Words, { level = 3, kind }: { level?: 3 | 4; kind?: string } = {}): Block {
  return blockOf(
    () => markup`<h${level}${classOf(kind)}>${htmlOf(words)}</h${level}>`,
    () => `${"#".repeat(level)} ${markdownOf(words)}`,
  );
}

/** Sentences, one below the other. */
export function bullets(entries: readonly Words[]): Block {
  return blockOf(
    () => markup`<ul>\n${listItems(entries)}\n</ul>`,
    () => entries.map((entry) => `- ${markdownOf(entry)}`).join("\n"),
  );
}

/** Sentences in an order that matters. */
export function steps(entries: readonly Words[], kind?: string): Block {
  return blockOf(
    () => markup`<ol${classOf(kind)}>\n${listItems(entries)}\n</ol>`,
    () => entries.map((entry, index) => `${index + 1}. ${markdownOf(entry)}`).join("\n"),
  );
}

/** Terms and what they are. */
export type Facts = readonly (readonly [term: string, fact: Words])[];

/** Facts to file. */
export function facts(rows: Facts): Block {
  return blockOf(
    () => {
      const pairs = rows.map(([term, fact]) => markup`<div><dt>${term}</dt><dd>${htmlOf(fact)}</dd></div>`);
      return markup`<dl class="facts">\n${markupLines(pairs)}\n</dl>`;
    },
    () => rows.map(([term, fact]) => `- ${markdownOf(term)}: ${markdownOf(fact)}`).join("\n"),
  );
}

/** A number in large type. */
export interface Figure {
  readonly label: string;
  readonly value: number;
  /** Whether there may be more. */
  readonly isFloor?: boolean;
  readonly kind?: string;
}

/** Numbers in large type; a table of one row in Markdown. */
export function figures(entries: readonly Figure[]): Block {
  return blockOf(
    () => {
      const pairs = entries.map(({ label, value, isFloor, kind }) => {
        const floor = isFloor === true ? markup`<small>at least </small>` : "";
        return markup`<div${classOf(kind)}><dt>${label}</dt><dd>${floor}${groupDigits(value)}</dd></div>`;
      });
      return markup`<dl class="figures">\n${markupLines(pairs)}\n</dl>`;
    },
    () => {
      const heads = entries.map(({ label }) => markdownOf(label));
      return markdownTable(heads, [
        entries.map(({ value, isFloor }) => `${isFloor === true ? "at least " : ""}${groupDigits(value)}`),
      ]);
    },
  );
}

/** A table with a caption and column headings. */
export function table(parts: Table): Block {
  return blockOf(
    () => tableHtml(parts),
    () => tableMarkdown(parts),
  );
}

/** Lines that are shown as they are, such as commands. */
export function commands(lines: readonly string[]): Block {
  return blockOf(
    () => markup`<pre>${lines.join("\n")}</pre>`,
    // Indented, not fenced: whatever a line holds, it cannot end the block.
    () =>
      lines
        .flatMap((line) => line.split(/[\r\n]+/v))
        // Word by word, so that the blanks between them stay.
        .map((line) => line.split(" ").map((word) => visibleLine(word, 4000)))
        .map((words) => `    ${words.join(" ")}`)
        .join("\n"),
  );
}

/** Blocks that are folded away. */
export function details(summary: Words, content: readonly Block[]): Block {
  return blockOf(
    () => markup`<details><summary>${htmlOf(summary)}</summary>\n${stackHtml(content)}\n</details>`,
    () => stackMarkdown([paragraph(summary), ...content]),
  );
}

/** Blocks that belong together, with a class of the stylesheet. */
export function box(kind: string, content: readonly Block[]): Block {
  return blockOf(
    () => markup`<div${classOf(kind)}>\n${stackHtml(content)}\n</div>`,
    () => stackMarkdown(content),
  );
}

/** Blocks that say why something is not as it should be. */
export function quote(kind: string, content: readonly Block[]): Block {
  return blockOf(box(kind, content).html, () =>
    stackMarkdown(content)
      .replaceAll(/^(?=.)/gmv, "> ")
      .replaceAll(/^$/gmv, ">"),
  );
}

/** A column of text with notes beside it. */
export function columns(main: readonly Block[], notes: readonly Block[]): Block {
  return box("cols", [box("", main), box("notes", notes)]);
}

/** A block that each notation shows in its own way, such as a drawing and a table of its numbers. */
export function either(html: () => Markup, markdown: readonly Block[] = []): Block {
  return blockOf(html, () => stackMarkdown(markdown));
}

/** Blocks as HTML. */
export function stackHtml(blocks: readonly Block[]): Markup {
  return markupLines(blocks);
}

/** Blocks as Markdown, with an empty line between them. */
export function stackMarkdown(blocks: readonly Block[]): string {
  return blocks
    .map((block) => block.markdown())
    .filter(Boolean)
    .join("\n\n");
}

function blockOf(html: () => Markup, markdown: () => string): Block {
  return { kind: "block", html, markdown };
}

function headed(
  head: Head & { readonly element: Markup; readonly level: 2 | 3 },
  content: readonly Block[],
): Block {
  const { element, level, id, title, no, lead, kind } = head;
  return blockOf(
    () => {
      const number = no === undefined ? "" : markup`<span class="no">${no}</span>`;
      const sentence = lead === undefined ? "" : markup`\n<p>${htmlOf(lead)}</p>`;
      return markup`<${element}${classOf(kind)} id="${id}" aria-labelledby="h-${id}">
<div class="head"><h${level} id="h-${id}">${number}${htmlOf(title)}</h${level}>${sentence}</div>
${stackHtml(content)}
</${element}>`;
    },
    () => {
      const line = `${"#".repeat(level)} ${no === undefined ? "" : `${no}. `}${markdownOf(title)}`;
      const opening = lead === undefined ? [line] : [line, markdownOf(lead)];
      return [...opening, stackMarkdown(content)].filter(Boolean).join("\n\n");
    },
  );
}

function classOf(kind: string | undefined): Markup {
  return kind === undefined || kind === "" ? markup`` : markup` class="${kind}"`;
}

function listItems(entries: readonly Words[]): Markup {
  return markupLines(entries.map((entry) => markup`<li>${htmlOf(entry)}</li>`));
}

function rowsOf(rows: Rows | undefined): readonly Row[] {
  return (rows ?? []).map((row) => ("cells" in row ? row : { cells: row }));
}

function hasChecks({ rows }: Table): boolean {
  return rowsOf(rows).some(({ holds }) => holds !== undefined);
}

function tableHtml(parts: Table): Markup {
  const { caption, aside, columns: titles, kind, scroll } = parts;
  const heads = [...(hasChecks(parts) ? [""] : []), ...titles].map((title) =>
    title === "" ? markup`<td class="mark"></td>` : markup`<th scope="col">${title}</th>`,
  );
  const remark = aside === undefined ? "" : markup` <span class="soft">· ${htmlOf(aside)}</span>`;
  const html = markup`<table${classOf(kind)}><caption>${htmlOf(caption)}${remark}</caption>
<thead><tr>${heads}</tr></thead>
${markupLines(bodiesOf(parts))}
</table>`;
  if (scroll === undefined) return html;
  return markup`<div class="scroll" role="region" tabindex="0" aria-label="${scroll}">${html}</div>`;
}

function bodiesOf(parts: Table): readonly Markup[] {
  const linesOf = (rows: Rows | undefined) => rowsOf(rows).map((row) => rowHtml(row, parts));
  const { rows, groups, columns: titles, below } = parts;
  if (groups !== undefined)
    return groups.map((group) => {
      const title = markup`<tr><th class="group" colspan="${titles.length}" scope="rowgroup">${htmlOf(group.heading)}</th></tr>`;
      return markup`<tbody>${markupLines([title, ...linesOf(group.rows)])}</tbody>`;
    });
  if (below !== undefined) return linesOf(rows).map((line) => markup`<tbody>${line}</tbody>`);
  return [markup`<tbody>\n${markupLines(linesOf(rows))}\n</tbody>`];
}

function rowHtml({ cells, holds, below, id, kind }: Row, { headingColumn = 0 }: Table): Markup {
  const written = cells.map((cell, index) =>
    // What an empty cell would name is named by a row above it.
    index === headingColumn && cell !== ""
      ? markup`<th scope="row">${htmlOf(cell)}</th>`
      : markup`<td>${htmlOf(cell)}</td>`,
  );
  const address = id === undefined ? "" : markup` id="${id}"`;
  const line = markup`<tr${address}${classOf(kind ?? (holds === false ? "fails" : ""))}>${holds === undefined ? "" : checkCell(holds)}${written}</tr>`;
  if (below === undefined) return line;
  return markup`${line}\n<tr><td class="meta supports" colspan="${cells.length}">${htmlOf(below)}</td></tr>`;
}

function checkCell(holds: boolean | null): Markup {
  if (holds === null) return markup`<td class="mark na">${signOf("–")}<span class="vh">not given</span></td>`;
  if (holds) return markup`<td class="mark yes">${signOf("✓")}<span class="vh">holds</span></td>`;
  return markup`<td class="mark no">${signOf("×")}<span class="vh">fails</span></td>`;
}

function tableMarkdown(parts: Table): string {
  const { caption, aside, columns: titles, below, groups } = parts;
  const grouped = (groups ?? []).flatMap(({ heading: title, rows }) => rowsOf([[title], ...rows]));
  const rows = rowsOf(parts.rows).concat(grouped);
  if (rows.length === 0) return "";
  const isChecked = hasChecks(parts);
  const heads = titles
    .filter(Boolean)
    .concat(isChecked ? "Holds" : [], below ?? [])
    .map(markdownOf);
  const lines = rows.map((row) =>
    titles
      .map((_, index) => markdownOf(row.cells[index] ?? ""))
      .filter((_, index) => titles[index] !== "")
      .concat(isChecked ? checkWord(row.holds) : [], below === undefined ? [] : markdownOf(row.below ?? "")),
  );
  const remark = aside === undefined ? "" : ` (${markdownOf(aside)})`;
  const title = caption === "" ? "" : `${markdownOf(caption)}${remark}:\n\n`;
  return `${title}${markdownTable(heads, lines)}`;
}

function checkWord(holds: boolean | null | undefined): string {
  if (holds == null) return "not given";
  return holds ? "yes" : "**no**";
}

/** The only place that writes a table in Markdown; the cells are Markdown already. */
function markdownTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heads, heads.map(() => "---"), ...rows]
    .map((cells) => `| ${cells.map(oneLine).join(" | ")} |`)
    .join("\n");
}

/** A cell of a table may not go on in another line. */
function oneLine(cell: string): string {
  if (!cell.includes("\n")) return cell;
  const lines = cell.split("\n").map((line) => line.trim());
  return lines.filter((line) => line !== "").join(" ");
}
