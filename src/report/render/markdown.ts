import { number } from "./html.ts";
import type { Notation } from "./notation.ts";
import { markdownText, visibleLine } from "./sanitize.ts";

/** What can end neither its quotes nor the cell of a table. */
const IS_CODE = /^[\w*,.\/\-][\w *,.\/\-]{0,98}[\w*,.\/\-]$/v;

/** Sentences as Markdown that people also read as it is. */
export const MARKDOWN: Notation = {
  name,
  time: name,
  number,
  digest: name,
  soft: (text) => `(${name(text)})`,
  code: (text) => (IS_CODE.test(text) ? `\`${text}\`` : name(text)),
  strong: (text) => `**${name(text)}**`,
  // A heading's address differs between viewers, so the words alone must do.
  link: (_, words) => words,
  span: name,
};

/** A table, its cells being Markdown already; nothing where it has no row. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return [];
  return [row(columns), row(columns.map(() => "---")), ...rows.map(row), ""];
}

/** Sentences, one below the other; they may hold what somebody else wrote. */
export function bullets(sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return [];
  return [...sentences.map((sentence) => `- ${markdownText(visibleLine(sentence, 1000))}`), ""];
}

/** Lines that are shown as they are. */
export function block(lines: readonly string[]): readonly string[] {
  // Indented, not fenced: whatever a line holds, it cannot end the block.
  return [...lines.map((line) => `    ${visibleLine(line, 4000)}`), ""];
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function name(text: string): string {
  return markdownText(visibleLine(text));
}
