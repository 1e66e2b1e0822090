import { expect, test } from "vitest";

import { parseQuery, type RecordFields } from "../../../src/demo/datadog/query.ts";

const record: Record<string, readonly string[]> = {
  status: ["high"],
  tag: ["env:prod", "compliance", "compliance:soc2"],
  env: ["prod"],
  "@severity": ["critical"],
  "@status": ["in-progress"],
  "@workflow.rule.type": ["Log Detection"],
  "@changed": ["1700"],
};
const fields: RecordFields = (name) => record[name] ?? [];

test.each([
  ["", true],
  ["*", true],
  ["status:high", true],
  ["status:low", false],
  ["status:(critical OR high)", true],
  ["status:(critical OR low)", false],
  ["-status:high", false],
  ["-@status:(auto_closed OR resolved)", true],
  ["NOT status:low", true],
  ["status:high @severity:critical", true],
  ["status:high AND @severity:low", false],
  ["status:low OR @severity:critical", true],
  ["(status:low OR status:high) env:prod", true],
  ['@workflow.rule.type:"Log Detection"', true],
  ['@workflow.rule.type:("Log Detection" OR "Signal Correlation")', true],
  ["@workflow.rule.type:Log*", true],
  ['@workflow.rule.type:"Log*"', false],
  ["@status:in-progress", true],
  ["@absent:*", false],
  ["@changed:<1701", true],
  ["@changed:<1700", false],
  ["-@changed:<1700 @changed:<1800", true],
  ["@absent:<1700", false],
  ["-@absent:<1700", true],
  ["tag:compliance", true],
  ["tag:compliance:soc2", true],
  ["tag:compliance-x", false],
  ["env:prod", true],
  ["compliance", true],
])("%j answers %s", (text, expected) => {
  expect(parseQuery(text)?.(fields)).toBe(expected);
});

test.each(["status:(critical OR", "(status:high", "status:high)", '"open', "OR status:high"])(
  "%j is not a query",
  (text) => {
    expect(parseQuery(text)).toBeNull();
  },
);
