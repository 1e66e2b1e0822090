import { globSync, readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { REASON_CODES } from "../../src/failure.ts";
import { PROBLEMS } from "../../src/verify/stream/problems.ts";
import { ROOT } from "../support/runner.ts";

const page = readFileSync(path.join(ROOT, "docs/troubleshooting.md"), "utf8");
const sources = globSync("src/**/*.ts", { cwd: ROOT }).map((name) =>
  readFileSync(path.join(ROOT, name), "utf8"),
);

/** Rows of the tables of codes: code, message, cause, cure. */
const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .slice(1, -1)
      .split(" | ")
      .map((cell) => cell.trim()),
  );

test("every code that the program can give has a row, and no other", () => {
  const known = new Set<string>([...REASON_CODES, ...stepCodes(), ...PROBLEMS]);

  expect(new Set(rows.map(([code = ""]) => code.replaceAll("`", "")))).toEqual(known);
});

test("every code that a failure is made with is known", () => {
  const thrown = sources.flatMap((text) =>
    [...text.matchAll(/new Failure\(\s*"([a-z-]+)"/g)].map(([, code = ""]) => code),
  );

  expect(thrown.length).toBeGreaterThan(50);
  expect([...new Set(thrown)].filter((code) => !isKnown(code))).toEqual([]);
});

test.each(rows.map(([code = "", message = ""]) => [code, message.replaceAll("`", "")]))(
  "%s: the program says %s",
  (_, message) => {
    const pieces = message
      .split("…")
      .map((piece) => piece.trim())
      .filter((piece) => /[a-z]{2}/i.test(piece));

    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(sources.some((text) => said(text).includes(piece))).toBe(true);
  },
);

test.each(rows.map((row) => [row[0] ?? "", row] as const))("%s has a cause and a cure", (_, row) => {
  expect(row).toHaveLength(4);
  expect(row.every((cell) => cell !== "")).toBe(true);
});

function isKnown(code: string): boolean {
  return REASON_CODES.some((known) => known === code) || stepCodes().includes(code);
}

/** The codes of steps that could not be done, from the type that lists them. */
function stepCodes(): readonly string[] {
  const [, union = ""] =
    /export type Code =([^;]+);/.exec(readFileSync(path.join(ROOT, "src/failure.ts"), "utf8")) ?? [];
  return [...union.matchAll(/"([a-z-]+)"/g)].map(([, code = ""]) => code);
}

/** The source with what an expression puts into a sentence taken out. */
function said(text: string): string {
  return text.replaceAll(/\$\{[^{}]*\}/g, "").replaceAll(/\s+/g, " ");
}
