import { expect, test } from "vitest";

import { evidenceGroups, exitLine } from "../../../src/report/job-summary/log-lines.ts";
import { refusalSummary } from "../../../src/report/job-summary/refusal.ts";
import {
  ended,
  evidenceOf,
  findingsItem,
  monitorsItem,
  REASON,
  signalsItem,
} from "../../support/evidence.ts";

const allFailed = evidenceOf([
  signalsItem([], ended("failed")),
  monitorsItem([], ended("failed")),
  findingsItem([], ended("failed")),
]);
const textOf = (groups: ReturnType<typeof evidenceGroups>): string =>
  groups.flatMap(({ title, lines }) => [title, ...lines]).join("\n");

test("the title of each group has the state of its item", () => {
  const evidence = evidenceOf([signalsItem(), monitorsItem([], ended("partial")), findingsItem([])]);

  expect(evidenceGroups(evidence, { reasons: [] }).map(({ title }) => title)).toEqual(
    evidence.items.map(({ title, collection, result }) => `${title}: ${collection.status}, ${result.state}`),
  );
});

test("what the exit says is not said for any item", () => {
  const groups = evidenceGroups(allFailed, { reasons: [`nothing could be collected: ${REASON.message}`] });

  expect(textOf(groups)).not.toContain(REASON.message);
  expect(textOf(groups).match(/source-timeout: see the end of this log/g)).toHaveLength(3);
});

test("a cause that the exit does not say is said once, with what to do", () => {
  const text = textOf(evidenceGroups(allFailed, { reasons: [] }));

  expect(text.split(REASON.message)).toHaveLength(2);
  expect(text).toContain("its own search timed out. Run again when Datadog is less busy");
  expect(text.match(/source-timeout: as for: /g)).toHaveLength(2);
});

test("a caveat of every item is said once", () => {
  const caveats = ["from a server on this machine"];
  const evidence = evidenceOf([
    { ...signalsItem(), caveats },
    { ...monitorsItem(), caveats: ["one muted", ...caveats] },
  ]);

  const groups = evidenceGroups(evidence, { reasons: [] });

  expect(groups.at(-1)).toEqual({ title: "Every item", lines: caveats });
  expect(textOf(groups).split(caveats[0] ?? "")).toHaveLength(2);
  expect(textOf(groups)).toContain("one muted");
});

const complete = evidenceOf();
const withoutFindings = evidenceOf([signalsItem(), findingsItem([], ended("skipped"))]);
const partial = evidenceOf([signalsItem([], ended("partial"))]);
const good = { code: 0, reasons: [], hints: [] };

test.each([
  ["complete", complete, good, "complete, exit 0"],
  ["skipped", withoutFindings, good, "complete, exit 0 (skipped: cspm-findings)"],
  ["let through", partial, good, "partial, exit 0 (fail-on does not ask for complete evidence)"],
  [
    "not complete",
    partial,
    { code: 3, reasons: ["a is partial: x", "b is partial: y"], hints: ["raise the deadline"] },
    "exit 3 because a is partial: x; b is partial: y. Raise the deadline.",
  ],
])("the last line of a run that is %s", (_, evidence, exit, line) => {
  expect(exitLine(evidence, exit)).toBe(line);
});

test("the summary of a job that was refused has each problem and what to do, and nothing acts", () => {
  const text = refusalSummary(
    "No evidence",
    "2 inputs need attention:\n  site: is <b>\n  cadence: is\nFix them.",
  );

  expect(text).toBe(
    "## No evidence\n\n2 inputs need attention:\n\n- site: is &lt;b&gt;\n- cadence: is\n\nFix them.\n",
  );
});
