import { expect, test } from "vitest";

import { slotsCsv } from "../../../src/report/period/csv.ts";
import { periodHtml, periodMarkdown } from "../../../src/report/period/document.ts";
import { policyText } from "../../policy/policies.ts";
import { ended, monitor, monitorsItem } from "../../support/evidence.ts";
import { reportedAt } from "../../support/reported.ts";
import { days, evidenceAt, WrittenStream } from "../../support/stream.ts";
import { temporaryFolder } from "../../support/temp.ts";

const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 2] };
const SOME = { id: "some-monitors", item: "compliance-monitors", atLeast: 1 };
const waiver = (until: string) => ({
  id: "EX-1",
  expect: "named-monitors",
  records: [2],
  since: "2026-08-01",
  until,
  why: "moved to another team <b>",
  by: "head of platform",
  ticket: "SEC-812",
});
const [ALL, ONE] = [[1, 2], [1]].map((ids) => monitorsItem(ids.map((id) => monitor({ id }))));

/** Met, broken, accepted, unknown; then the expectation is dropped. */
async function reported({ until = "2026-08-30", isKept = false, words = {} } = {}) {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  const plain = policyText({ expect: [NAMED, SOME] });
  const waived = policyText({ expect: [NAMED, SOME], accept: [{ ...waiver(until), ...words }] });
  const part = monitorsItem([monitor()], ended("partial"));
  const story = [
    [ALL, plain],
    [ONE, plain],
    [ONE, waived],
    [part, waived],
    [ONE, isKept ? waived : policyText({ expect: [SOME] })],
  ] as const;
  for (const [at, time] of days("2026-08-03", story.length).entries()) {
    const [item, text] = story[at] ?? [];
    if (item === undefined || text === undefined) throw new Error("the story has no such day");
    await stream.addJudged(evidenceAt(time, { items: [item] }), text);
  }
  return await reportedAt(root.path, { isVerified: false, now: "2026-08-08T00:00:00Z" });
}

test("each expectation has a row of days in shape and letter, and says since when it is broken", async () => {
  const html = periodHtml(await reported());

  const [, strip = ""] = /aria-label="(broken [^"]*)"/.exec(html) ?? [];
  expect(strip).toBe("broken 2026-08-04, accepted 2026-08-05, unknown 2026-08-06, none 2026-08-07");
  for (const cell of [
    '<i class="swatch c" title="2026-08-03: met"></i>',
    '<i class="swatch f" title="2026-08-04: broken">B</i>',
    '<i class="swatch d" title="2026-08-05: accepted">A</i>',
    '<i class="swatch p" title="2026-08-06: unknown">?</i>',
    '<i class="swatch n" title="2026-08-07: none">–</i>',
  ]) {
    expect(html).toContain(cell);
  }
  expect(html).toContain("The run itself gave the policy");
  expect(html).toMatch(/dropped from the policy .*2026-08-07/);
});

test("Markdown has the same rows, and waivers with who, why and until", async () => {
  const text = periodMarkdown(await reported());

  expect(text).toContain("`·BA? `");
  expect(text).toContain("1 broken, 1 unknown, 1 accepted, 1 met");
  expect(text).toContain("first broken 2026-08-04T06:17:31Z");
  expect(text).toMatch(
    /EX-1 of named-monitors \| in force, then taken out of the policy \| .*2026-08-30.*head of platform/,
  );
  expect(text).toContain("moved to another team");
  expect(text).not.toContain("<b>");
});

test("a waiver that ends within 14 days is warned of, and control sheets name the expectations", async () => {
  const text = periodMarkdown(await reported({ until: "2026-08-10", isKept: true }));

  expect(text).toContain("in force, ends in 4 days");
  expect(text).toContain("The expectation named-monitors judged it: 1 broken, 1 unknown, 2 accepted, 1 met.");
});

test("what people write into a policy is text in the report of a period", async () => {
  const text = "=1+1<script>alert(1)</script>|@octocat `x` [a](https://example.com) ::error::";
  const report = await reported({
    isKept: true,
    words: { id: "=1<b>::error::", why: text, by: text, ticket: text },
  });
  const [html, markdown, csv] = [periodHtml(report), periodMarkdown(report), slotsCsv(report)];

  expect(html).toContain("octocat");
  expect(html).not.toMatch(/<script>alert|=1<b>/);
  expect(markdown).not.toMatch(/<script|<b>|[^\\]\[a\]\(https|^::error|\|@octocat/m);
  expect(csv).not.toMatch(/"=|<script/);
});

test("CSV has the worst result and the broken expectations of each item", async () => {
  const rows = slotsCsv(await reported())
    .trim()
    .split(/\r?\n/);

  expect(rows[0]).toMatch(/"sha256","expectations","broken expectations"$/);
  expect(rows.slice(1).map((row) => row.split(",").slice(-2).join())).toEqual([
    '"met",""',
    '"broken","named-monitors"',
    '"accepted",""',
    '"unknown",""',
    '"met",""',
  ]);
});

test("a period without a policy says that nothing was expected", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  await stream.addAll(days("2026-08-03", 2));

  const report = await reportedAt(root.path);

  expect(periodHtml(report)).toContain("No run of the period was given a policy");
});
