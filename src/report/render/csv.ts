import { shortenMiddle, visibleLine } from "./sanitize.ts";

/** A value of a cell; null where there is none, which is not zero. */
export type Cell = string | number | boolean | null;

/** A column: its heading and its cells. */
export type Column<Row> = readonly [heading: string, cell: (row: Row) => Cell];

/** A spreadsheet that splits at another separator also finds the start of a cell after that separator. */
const AFTER_SEPARATOR = /(?<=[;,|\t])/u;

/**
 * What makes a spreadsheet take a cell for a formula, in each width, and the small and raised forms of the same signs.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const FORMULA =
  /^(?<start>["'\s]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u207a\u207b\u207c\u2212])/u;

/** A cell of Excel holds 32,767 UTF-16 units. */
const LONGEST_CELL = 32_000;

/** Excel takes UTF-8 for the local code page unless the file begins with this mark. */
const MARK = "\ufeff";

/** What parts the cells of a row, by its name: where a comma is the decimal sign, spreadsheets expect a semicolon. */
export const SEPARATORS = { comma: ",", semicolon: ";", tab: "\t", pipe: "|" } as const;

export type Separator = (typeof SEPARATORS)[keyof typeof SEPARATORS];

/**
 * The rows as CSV after RFC 4180, every cell in quotes: UTF-8 with a byte order mark, lines ending in CRLF.
 * Each text is one line. An apostrophe precedes a text that a spreadsheet would take for a formula.
 */
export function csvTable<Row>(
  columns: readonly Column<Row>[],
  rows: Iterable<Row>,
  separator: Separator = SEPARATORS.comma,
): string {
  const headings: readonly Cell[] = columns.map(([heading]) => heading);
  const cells = Array.from(rows, (row) => columns.map(([, cell]) => cell(row)));
  const lines = [headings, ...cells].map((line) => line.map(quoted).join(separator));
  return `${MARK}${lines.join("\r\n")}\r\n`;
}

/** A column of times in UTC. */
export function timeColumn<Row>(what: string, time: (row: Row) => string | null): Column<Row> {
  return [`${what} (UTC)`, (row) => timeCell(time(row))];
}

/** A time in UTC in a form that spreadsheets take for a time; null stays null, any other text as it is. */
export function timeCell(instant: string | null): Cell {
  return instant?.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d(?:\.\d{1,9})?)Z$/, "$1 $2") ?? null;
}

function quoted(cell: Cell): string {
  if (cell === null) return '""';
  if (typeof cell !== "string") return `"${cell}"`;
  const parts = visibleLine(cell, Infinity).split(AFTER_SEPARATOR);
  const harmless = parts.map((part) => part.replace(FORMULA, "$<start>'")).join("");
  // Apostrophes make a cell longer, and what a spreadsheet cuts off begins a cell of its own.
  return `"${shortenMiddle(harmless, LONGEST_CELL).replaceAll('"', '""')}"`;
}
