import * as fc from "fast-check";
import { expect, test } from "vitest";

import { csvTable, SEPARATORS, timeCell, type Cell, type Column } from "../../../src/report/render/csv.ts";
import { recordsCsv, runCsv } from "../../../src/report/run/csv.ts";
import {
  ended,
  evidenceOf,
  findingsItem,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../../support/evidence.ts";
import { runOf } from "../../support/reports.ts";

const ACTING = [...Array.from("=+-@＝＋－＠﹦﹢﹣﹫⁺⁻⁼−\t\r\n\"',;| "), "=cmd|' /C calc'!A0"];

/** The rows under these headings, as CSV. */
function csv(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return csvTable(
    headings.map((heading, index): Column<readonly Cell[]> => [heading, (row) => row[index] ?? null]),
    rows,
  );
}

/** Whatever Unicode holds, thick with what a spreadsheet acts on. */
const hostile = fc
  .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...ACTING)), { maxLength: 12 })
  .map((parts) => parts.join(""));

test("no spreadsheet finds a formula in any text, whichever separator it splits at", () => {
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (cells) => {
      const text = csv(cells.map(String), [cells]);
      for (const separator of Object.values(SEPARATORS)) {
        for (const cell of parsed(text, separator).flat())
          expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠\t\r]/);
      }
    }),
    { numRuns: 3000 },
  );
});

test("every reader of RFC 4180 finds as many rows and cells as were written", () => {
  fc.assert(
    fc.property(fc.array(fc.array(hostile, { minLength: 3, maxLength: 3 }), { maxLength: 5 }), (rows) => {
      const read = parsed(csv(["a", "b", "c"], rows), ",");

      expect(read).toHaveLength(rows.length + 1);
      for (const row of read) expect(row).toHaveLength(3);
    }),
    { numRuns: 1000 },
  );
});

test("plain text, umlauts and numbers come back as they went in", () => {
  const cells = ['Bücher, "neu"', "東京 👩‍💻", 12, true, null, "https://app.datadoghq.eu/monitors/1?a=1&b=-2"];

  const [, row] = parsed(csv(cells.map(String), [cells]), ",");

  expect(row).toEqual([
    'Bücher, "neu"',
    "東京 👩\ufffd💻",
    "12",
    "true",
    "",
    "https://app.datadoghq.eu/monitors/1?a=1&b=-2",
  ]);
});

test("the file begins with the mark that tells Excel of UTF-8, and its lines end in CRLF", () => {
  expect(csv(["a", "b"], [["1", 2]])).toBe('\ufeff"a","b"\r\n"1","2"\r\n');
});

test.each([
  ["=1+1", "'=1+1"],
  ["@SUM(A1)", "'@SUM(A1)"],
  ["\t=1", "\ufffd=1"],
  ["＝1", "'＝1"],
  ["a;=1", "a;'=1"],
  ['";-1', "\";'-1"],
  ["a-b = c", "a-b = c"],
])("%j becomes %j", (text, cell) => {
  expect(parsed(csv(["a"], [[text]]), ",")[1]).toEqual([cell]);
});

test.each([
  ["a formula behind each separator", ";=".repeat(30_000)],
  ["characters of two units", "😀".repeat(30_000)],
])("a cell of %s is not longer than a spreadsheet holds", (_, text) => {
  const [cell = ""] = parsed(csv(["a"], [[text]]), ",")[1] ?? [];

  expect(cell.length).toBeGreaterThan(31_000);
  expect(cell.length).toBeLessThan(32_768);
});

test("every row of a partial item says that there may be more", () => {
  const [header = [], ...rows] = parsed(
    recordsCsv(signalsItem([signal()], ended("partial")), { evidence: evidenceOf(), policy: null }),
    ",",
  );

  expect(header.slice(0, 7)).toEqual([
    "stream",
    "run",
    "collected at (UTC)",
    "controls",
    "records",
    "severity",
    "title",
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]?.[4]).toBe("at least these");
});

test("records of each item stand under their headings", () => {
  const rows = parsed(
    recordsCsv(monitorsItem([monitor({ name: "=HYPERLINK(1)", state: "No Data" })]), {
      evidence: evidenceOf(),
      policy: null,
    }),
    ",",
  );

  const row = Object.fromEntries((rows[0] ?? []).map((heading, index) => [heading, rows[1]?.[index]]));
  expect(row).toMatchObject({
    stream: "prod",
    run: "123",
    "collected at (UTC)": "2026-08-05 06:17:31",
    controls: expect.stringContaining("ISO/IEC 27001:2022 A.8.16 (direct)"),
    records: "all",
    name: "'=HYPERLINK(1)",
    state: "No Data",
    id: "1",
    muted: "false",
  });
});

test.each(Object.values(SEPARATORS))("each table is parted by %j where that is asked for", (separator) => {
  const evidence = evidenceOf([monitorsItem([monitor({ name: "a,b;c|d\te" })])]);
  const tables = [
    recordsCsv(monitorsItem([monitor({ name: "a,b;c|d\te" })]), { evidence, policy: null, separator }),
    runCsv(runOf(evidence), separator),
  ];

  for (const table of tables) {
    const [header = [], row = []] = parsed(table, separator);
    expect(header.length).toBeGreaterThan(10);
    expect(row).toHaveLength(header.length);
    expect(row[header.indexOf("collected at (UTC)")]).toBe("2026-08-05 06:17:31");
  }
});

test.each([
  ["2026-08-05T06:17:31Z", "2026-08-05 06:17:31"],
  ["2026-08-05T06:17:31.120Z", "2026-08-05 06:17:31.120"],
  ["last week", "last week"],
  [null, null],
])("the time %j is the cell %j", (instant, cell) => {
  expect(timeCell(instant)).toBe(cell);
});

test("runs have a row for each item, and what is not known is no zero", () => {
  const evidence = evidenceOf([
    signalsItem([signal()]),
    monitorsItem([], ended("failed")),
    findingsItem([], ended("partial")),
  ]);

  const [header = [], ...rows] = parsed(runCsv(runOf(evidence)), ",");

  const cells = (name: string) => rows.map((row) => row[header.indexOf(name)]);
  expect(cells("item")).toEqual(["security-signals", "compliance-monitors", "cspm-findings"]);
  expect(cells("counts are")).toEqual(["exact", "not known", "at least"]);
  expect(cells("total")).toEqual(["1", "", "0"]);
  expect(cells("failing")).toEqual(["", "", ""]);
  expect(cells("sequence")).toEqual(["", "", ""]);
});

/** The cells of a table, as a spreadsheet reads it that splits at the separator. */
function parsed(text: string, separator: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let isQuoted = false;
  let isFresh = true;
  const body = text.replace(/^\ufeff/, "");
  for (let at = 0; at < body.length; at += 1) {
    const character = body[at] ?? "";
    if (isQuoted && character === '"' && body[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (isQuoted && character === '"') isQuoted = false;
    else if (isQuoted) cell += character;
    else if (character === '"' && isFresh) isQuoted = true;
    else if (character === separator) {
      row.push(cell);
      cell = "";
      isFresh = true;
      continue;
    } else if (character === "\n" || character === "\r") {
      if (character === "\r" && body[at + 1] === "\n") at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = "";
      isFresh = true;
      continue;
    } else cell += character;
    isFresh = false;
  }
  return rows;
}
