import path from "node:path";

import { expect, test } from "vitest";

import { expressionProblem, expressionsBelow } from "./support/expressions.ts";

const source = path.resolve(import.meta.dirname, "../src");

/** Files whose patterns are made of texts: our own hints, our own names of variables, and the invented Datadog. */
const OWN_PATTERNS = [
  "demo/datadog/query.ts",
  "evidence/projection/redaction.ts",
  "publish/git/environment.ts",
];

test("every regular expression of the program takes linear time on any text", async () => {
  const { literals, made } = await expressionsBelow(source);

  const slow = literals.flatMap((each) => {
    const problem = expressionProblem(each);
    return problem === null ? [] : [`${each.where} /${each.source}/${each.flags} ${problem}`];
  });

  expect(literals.length).toBeGreaterThan(100);
  expect(slow).toEqual([]);
  expect(made.map((where) => where.replace(/:\d+$/, "")).toSorted()).toEqual(OWN_PATTERNS);
});

test.each([
  /\beyJ[0-9A-Za-z_-]{10,}\.eyJ[0-9A-Za-z_-]{10,}\.[0-9A-Za-z_-]{10,}/,
  /[^\s@]+@[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/gu,
  /(?:^|[;,|\t])["'\s]*(?=[=+@])/g,
  /(?<=\S .*\p{N})&#46;(?= |$)/gu,
  /[/?#].*$/,
  /\s+$/,
  /\s*\n\s*/g,
  /(?:a+)+b/,
  /<[^>]*>/g,
])("the check finds that %s may take longer", ({ source: written, flags }) => {
  expect(expressionProblem({ source: written, flags })).not.toBeNull();
});

test.each([
  /\s+/g,
  /^\d+-\d+$/,
  /-----BEGIN [A-Z ]*PRIVATE KEY/,
  /"[^"]*"/y,
  /@[a-z]+(?:\.[a-z]+)+/,
  /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/,
])("the check lets %s pass", ({ source: written, flags }) => {
  expect(expressionProblem({ source: written, flags })).toBeNull();
});
