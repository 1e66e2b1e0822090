import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { periodMarkdown } from "../../../../src/report/period/text/markdown.ts";
import { periodReport } from "../../../../src/report/period/html/html.ts";
import { reportedAt, variedEvidence, writtenPeriod } from "../../../support/reported.ts";
import { gapOf, WrittenStream } from "../../../support/stream.ts";
import { temporaryFolder } from "../../../support/temp.ts";

test("says what the page says, in its order and under its numbers", async () => {
  const report = await usual();
  const text = periodMarkdown(report);
  const titles = [...periodReport(report).matchAll(/<h2[^>]*><span class="no">(\d)<\/span>([^<]*)/g)];

  expect([...text.matchAll(/^## (.*)$/gm)].map(([, title]) => title)).toEqual(
    titles.map(([, no = "", title = ""]) => `${no}. ${title}`),
  );
  expect(text).toContain("**Genuine but incomplete.** All 38 statements are validly signed");
  expect(text).toContain("Of the others, 1 day left only a signed record of failure, 1 day left nothing");
  expect(text).toContain("- Slots met: 35 of 40, 87.5 %");
  expect(text).not.toMatch(/\bcompliant\b/i);
});

test("every slot that is not plainly met has a row with its reason", async () => {
  const text = periodMarkdown(await usual());

  expect(text).toContain("    2026-06 ········L··F··P·····M·····DD··");
  expect(text).toContain("| 2026-06-21 | Missing | No run and no declared gap. |");
  expect(text).toMatch(/^\| 2026-06-15 \| Partial \| CSPM findings partial: .* At least 15 in all\./m);
  expect(text).toContain("| 2026-06-27 to 2026-06-28 | Workflows were off while the organisation moved |");
});

test("items, controls and what is not proven stand in it, and every record with digest and verdict", async () => {
  const report = await usual();
  const text = periodMarkdown(report);

  expect(text).toContain("| 2026-06 | 26 | 2 | 0 | 0 | 25 | 1 |");
  expect(text).toContain("### A.8.17 Clock synchronization (ISO/IEC 27001:2022)");
  expect(text).toContain(
    "- On none of them do the records bear on the control directly: it is only claimed.",
  );
  expect(text).toContain("- No independent copy was compared");
  expect(report.runs).toHaveLength(38);
  for (const { contentSha256 } of report.runs) {
    expect(text).toMatch(new RegExp(`^\\| .* \\| ✓[a-z ]* \\| ${contentSha256} \\|$`, "m"));
  }
  expect(text).toContain("    --from 2026-06-01T00:00:00Z --to 2026-07-11T00:00:00Z");
});

test("without a key it says first that nothing was verified, and calls nothing genuine", async () => {
  await using root = await temporaryFolder();
  await writtenPeriod(root.path, 5);

  const text = periodMarkdown(await reportedAt(root.path, { isVerified: false }));

  expect(text.split("\n")[0]).toBe("# Compliance evidence: Northwind, prod, NOT VERIFIED");
  expect(text).toContain("**Not verified.** **No key and no trusted root was given");
  expect(text).not.toMatch(/Genuine|is genuine|validly signed|✓ \|/);
  expect(text.match(/\| not verified \| [0-9a-f]{64} \|/g)).toHaveLength(5);
});

test("a run that was changed makes it say not genuine, with the run and why", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(root.path, 5);
  await writeFile(path.join(stream.folder(3), "evidence.json"), "{}\n");

  const text = periodMarkdown(await reportedAt(root.path));

  expect(text).toContain("**Not genuine.** Not genuine: 2026/2026-06-03/061731Z-");
  expect(text).toMatch(/^\| 03 \| – \| 061731Z-run-\w+-1 \| – \| × not genuine \| not known \|$/m);
});

test("names, causes and titles cannot become markup, and no line is long", async () => {
  await using root = await temporaryFolder();
  const hostile = `# x | <img src=x> \`a\` [b](https://evil.example) @octocat ${"W".repeat(250)}`;
  const stream = new WrittenStream(root.path);
  const evidence = variedEvidence("2026-06-01T06:17:31Z", 1);
  const items = evidence.items.map((item) => ({
    ...item,
    controls: [{ framework: hostile, id: hostile, title: hostile, support: "direct" as const }],
  }));
  await stream.add({
    ...evidence,
    items,
    source: { ...evidence.source, organization: hostile, organizationId: hostile },
    collector: { ...evidence.collector, version: hostile },
  });
  await stream.declare(
    gapOf("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z", { cause: hostile, ticket: hostile, role: hostile }),
  );
  await stream.add(variedEvidence("2026-06-03T06:17:31Z", 2));

  const text = periodMarkdown(await reportedAt(root.path));
  const lines = text.split("\n");

  expect(text).not.toMatch(/<img|\]\(|https:\/\/evil|@octocat|`a`/);
  expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(6000);
  const cells = lines.filter((line) => line.startsWith("| ")).map((line) => line.split(" | ").length);
  expect(Math.max(...cells)).toBe(7);
});

async function usual() {
  await using root = await temporaryFolder();
  await writtenPeriod(root.path);
  return await reportedAt(root.path);
}
