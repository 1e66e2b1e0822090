import { readFileSync } from "node:fs";
import path from "node:path";

import { ROOT } from "../support/runner.ts";

/** The text of a page, such as `docs/gates.md`. */
export function pageText(name: string): string {
  return readFileSync(path.join(ROOT, name), "utf8");
}

/** The cells of each table row, the header first, without the marks of code; the table is found by its first column. */
export function tableIn(text: string, firstColumn: string): readonly (readonly string[])[] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${firstColumn} `));
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  return lines
    .slice(start, length < 0 ? undefined : start + length)
    .filter((line) => !/^\|[\s|:-]+$/.test(line))
    .map(cellsOf);
}

/** The words of the first column of a table, those that stand in one cell apart. */
export function firstColumnOf(text: string, firstColumn: string): readonly string[] {
  const [, ...rows] = tableIn(text, firstColumn);
  return rows.flatMap(([words = ""]) => words.split(", "));
}

/** The rows of a page's tables whose first column is code. */
export function codeRowsOf(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map(cellsOf);
}

/** From a heading, or a title in bold, to the next heading. */
export function sectionOf(text: string, title: string): string {
  const start = text.search(new RegExp(`^(?:## ${title}|\\*\\*${title}\\*\\*)$`, "m"));
  if (start < 0) throw new Error(`no section ${title}`);
  const [section = ""] = text.slice(start).split(/\n(?=## )/, 1);
  return section;
}

/** The anchors of the headings, as GitHub makes them. */
export function anchorsOf(text: string): readonly string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading.toLowerCase());
  return headings.map((heading) => heading.replaceAll(/[^\w\s-]/g, "").replaceAll(" ", "-"));
}

function cellsOf(line: string): readonly string[] {
  return line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll("`", ""));
}
