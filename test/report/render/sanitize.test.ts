import * as fc from "fast-check";
import { expect, test } from "vitest";

import { name, remark } from "../../../src/report/render/phrases.ts";
import {
  logLine,
  escapeMarkdown,
  markdownText,
  printableText,
  visibleLine,
} from "../../../src/report/render/sanitize.ts";
import { logCommands } from "../../support/commands.ts";
import { decodeEntities } from "../../support/reports.ts";

const COMMANDS = [..."::|:|##[|#|[|add-mask|::error::|##[error]".split("|"), "\n", "\r\n", "\u2028", " "];
const MARKUP = ["|", "<", ">", "`", "](https://x)", "![", "@octocat", "#1", "www.x.org", "a@b.org", "&#64;"];
const CONTROLS = [...Array.from("\u202e\u2066\u200b\ufeff\u{e0001}\0\u0085"), "\u001b[31m", "\ud800"];

/** Whatever Unicode holds, thick with what could act. */
const hostile = fc
  .array(fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...COMMANDS, ...MARKUP, ...CONTROLS)), {
    maxLength: 30,
  })
  .map((parts) => parts.join(""));

const ACTING = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\u2028\u2029]/u;

test("a line of the log holds no command of the runner, and is one line of bounded length", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      for (const line of [logLine(text), logLine(logLine(text))]) {
        expect(line.trimStart().startsWith("::")).toBe(false);
        expect(line).not.toContain("::");
        expect(line).not.toContain("##[");
        expect(line).not.toMatch(ACTING);
        expect(logCommands(line)).toEqual([]);
        expect(Array.from(line).length).toBeLessThan(2100);
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["::error::x", ":\u200a:error:\u200a:x"],
  [":::", ":\u200a:\u200a:"],
  ["  ##[error]x", "##\u200a[error]x"],
  ["one\ntwo", "one\ufffdtwo"],
])("the log line of %j is %j", (text, line) => {
  expect(logLine(text)).toBe(line);
});

test("Markdown of any text holds no markup, link, mention or character that acts", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const written = escapeMarkdown(text);

      expect(written).not.toMatch(/[|<>`[\]()*_~@\\!"'$^=+{}:/.-]/);
      expect(written).not.toMatch(ACTING);
      expect(written.replaceAll(/&(?:#\d+|amp|lt|gt);/g, "")).not.toMatch(/[&#]/);
      expect(written.length).toBeLessThan(25_000);
    }),
    { numRuns: 2000 },
  );
});

test("a reader sees the text, and GitHub no mention in what entities stand for", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const seen = decodeEntities(escapeMarkdown(text));

      expect(seen.replaceAll("\u200a", "")).toBe(visibleLine(text, 4000));
      expect(seen).not.toMatch(/[@#][\p{L}\p{N}]/u);
    }),
    { numRuns: 1000 },
  );
});

test("prose leaves the signs of sentences alone, and nothing that is markup, a link or a mention", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const written = markdownText(text);

      expect(written).not.toMatch(/[|<>`[\]*~@\\!$^={}]/);
      expect(written).not.toMatch(/^\s*(?:[-+#:]|\d+[.)]\s)/);
      expect(written).not.toMatch(/:\/\/|www\.|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/iu);
      expect(written.replaceAll(/&(?:#\d+|amp|lt|gt);/g, "")).not.toMatch(/[&#]/);
      expect(written).not.toMatch(ACTING);
      expect(decodeEntities(written).replaceAll("\u200a", "")).toBe(visibleLine(text, 4000));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  [
    "2026-11-22T06:17:31Z, A.8.16 (ISO/IEC); it's a - b.",
    "2026-11-22T06:17:31Z, A.8.16 (ISO/IEC); it's a - b.",
  ],
  ["see https://x.org/a.b", "see https&#58;&#47;&#47;x&#46;org&#47;a&#46;b"],
  ["www.x.org", "www&#46;x&#46;org"],
  ["- a", "&#45; a"],
  ["1. a", "1&#46; a"],
  ["snake_case_name _x_", "snake_case_name &#95;x&#95;"],
  ["in part on 1. Of the others (--to)", "in part on 1. Of the others (--to)"],
])("the prose of %j is %j", (text, written) => {
  expect(markdownText(text)).toBe(written);
});

test("a long text has a sign where it was cut, never within a character", () => {
  expect(visibleLine("😀".repeat(300))).toBe(`${"😀".repeat(100)}…${"😀".repeat(100)}`);
});

test("a cut text keeps its end, which says what to do", () => {
  const sentence = `Datadog refused GET /api/v1/monitor: ${"W".repeat(5000)}. Give the application key monitors_read.`;

  for (const cut of [
    visibleLine(sentence),
    logLine(sentence),
    visible(remark(sentence).html()),
    decodeEntities(remark(sentence).markdown()),
    visible(name(sentence).html()),
  ]) {
    expect(cut).toMatch(/^Datadog refused GET/);
    expect(cut).toMatch(/Give the application key monitors_read\.$/);
    expect(cut.length).toBeLessThan(1100);
  }
});

function visible(html: { toString: () => string }): string {
  return html.toString().replaceAll(/<[^>]*>/g, "");
}

/** What acts on a terminal, line breaks and tabs aside. */
const ACTS = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029]--[\t\n]]/v;

test("nothing that is printed acts on a terminal or commands the runner, in however many lines", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const printed = printableText(text);

      expect(logCommands(printed)).toEqual([]);
      expect(printed.replaceAll("\r\n", "\n")).not.toMatch(ACTS);
    }),
    { numRuns: 1000 },
  );
});

test("JSON that is printed means the same, and neither acts nor commands", () => {
  fc.assert(
    fc.property(fc.dictionary(hostile, hostile, { noNullPrototype: true }), (value) => {
      const printed = printableText(`${JSON.stringify(value, null, 2)}\n`);

      expect(JSON.parse(printed)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(logCommands(printed)).toEqual([]);
      expect(printed).not.toMatch(ACTS);
    }),
  );
});

test("a page, a table and a key are printed as they are", () => {
  for (const text of [
    "<style>\nli::marker { color: red }\n</style>\n",
    '\ufeff"a","b"\r\n"1","2"\r\n',
    "-----BEGIN PUBLIC KEY-----\nMFkw\n-----END PUBLIC KEY-----\n",
    "/home/x::y/z\n",
  ])
    expect(printableText(text)).toBe(text);
});

test("colours of our own stay where there are colours, and no others", () => {
  const text = "\u001b[32m✓\u001b[39m \u001b[2Jx";

  expect(printableText(text, { hasColours: true })).toBe("\u001b[32m✓\u001b[39m \ufffd[2Jx");
  expect(printableText(text)).toBe("\ufffd[32m✓\ufffd[39m \ufffd[2Jx");
});
