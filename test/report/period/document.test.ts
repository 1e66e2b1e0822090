import { createHash } from "node:crypto";
import { rm, writeFile } from "node:fs/promises";
import path from "node:path";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { formatTime } from "../../../src/platform/time.ts";
import { slotsCsv } from "../../../src/report/period/csv.ts";
import { labelledMonths, roundUp, stepPath } from "../../../src/report/period/plot.ts";
import { ReportedRuns } from "../../../src/report/period/load-report.ts";
import { stretchesOf } from "../../../src/report/period/stretches.ts";
import { periodHtml, periodMarkdown } from "../../../src/report/period/document.ts";
import { judgeStreams } from "../../../src/verify/period/verify-period.ts";
import { ended, findingsItem, monitor, monitorsItem, signalsItem } from "../../support/evidence.ts";
import { reportedAt, variedEvidence, writtenPeriod } from "../../support/reported.ts";
import { days, evidenceAt, gapOf, streamsAt, WrittenStream } from "../../support/stream.ts";
import { temporaryFolder } from "../../support/temp.ts";

/** The report on forty days with every state of a slot. No test changes it. */
const usual = await usualReport();

test("the cover says in a sentence what was due, what was collected, and whether it is genuine", () => {
  const text = textOf(periodHtml(usual));

  expect(text).toContain("Northwind, prod 2026-06-01 to 2026-07-10");
  expect(text).toContain(
    "Evidence was due on 40 days. It was collected completely on 35 and in part on 1. Of the others, 1 day left only " +
      "a signed record of failure, 1 day left nothing and 2 days are in a gap that was declared later. " +
      "All 38 run folders are genuine.",
  );
  expect(text).toContain(
    "Genuine, but not complete All 38 statements have valid signatures and form one unbroken chain.",
  );
  expect(text).toContain("Runs 35 complete, 1 partial, 1 failed; 1 declared gap");
  expect(text).toContain("35 of 40, 87.5 %; 1 late, 1 partial, 1 failed, 2 declared, 1 missing");
  expect(text).toContain("no. 1 to 38, unbroken");
  for (const written of [text, periodMarkdown(usual)]) expect(written).not.toMatch(/\bcompliant\b/i);
});

test("Markdown says what the page says, in its order and under its numbers", () => {
  const html = periodHtml(usual);
  const text = periodMarkdown(usual);
  const titles = [...html.matchAll(/<h2[^>]*>(.*?)<\/h2>/g)].map(([, title = ""]) => textOf(title));
  const tables = [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => table);

  expect([...text.matchAll(/^## (.*)$/gm)].map(([, title = ""]) => title.replace(". ", ""))).toEqual(titles);
  // A month of the calendar is a strip there.
  expect(text.match(/^(?:\| --- )+\|$/gm)).toHaveLength(
    tables.filter((table) => !table.includes('class="month"')).length + 1,
  );
  expect(text).toContain("    2026-06     ········L··F··P·····M·····DD··");
  expect(text).toContain("    --from 2026-06-01T00:00:00Z --to 2026-07-11T00:00:00Z");
  expect(text).toContain("without --to the period ends with the last run");
  expect(text).toContain("| Chain: no number missing, no fork, no break | 0 problems | 0 problems | yes |");
  expect(text).toContain(
    "| 2026-06-27 to 2026-06-28 | Workflows were off while the organisation moved (ticket GRC-412) |",
  );
  for (const { contentSha256 } of usual.runs) expect(text).toContain(`| ${contentSha256} |`);
});

test("every slot that was not met on time has a row with its reason, and the calendar leads to it", () => {
  const html = periodHtml(usual);
  const text = textOf(html);

  expect(text).toContain(
    "2026-06-09 L Late. Collected 2026-06-09T12:58:40Z, late after 2026-06-09T12:17:00Z.",
  );
  expect(text).toContain(
    "2026-06-12 F Failed. Security signals failed: Datadog answered but says that its own",
  );
  expect(text).toContain("2026-06-15 P Partial. CSPM findings partial: Datadog answered");
  expect(text).toContain("At least 15 in total.");
  expect(text).toContain("2026-06-21 M Missing. No run and no declared gap.");
  expect(text).toContain(
    "2026-06-27 to 2026-06-28 D Declared gap. Workflows were off while the organisation moved",
  );
  for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  expect(html).toContain(
    '<td class="m"><a href="#s-202606210000" aria-label="M: missing, 2026-06-21">M</a></td>',
  );
  expect(html).toContain(
    '<td class="d"><a href="#s-202606270000" aria-label="D: declared, 2026-06-28">D</a></td>',
  );
});

test("a control names what supports it, direct or claimed, and what the evidence does not show", () => {
  const text = textOf(periodHtml(usual));

  expect(text).toContain("A.8.17 Clocks agree compliance monitors 36 (36 only claimed)");
  expect(text).toContain(
    "None of them supports the control directly; the support is only claimed, and the organisation must argue it. Support is direct only with a tagged monitor that watches clocks and is not muted.",
  );
  expect(text).toContain("Days to ask about 2026-06-12, 2026-06-15, 2026-06-21, 2026-06-27 to 2026-06-28");
  expect(text).toContain("That an alert reached a person.");
});

test("the sheet of a control says on how many days that were met its item was not complete", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  for (const time of days("2026-06-01", 3)) {
    await stream.add(evidenceAt(time, { items: [signalsItem(), findingsItem([], ended("skipped"))] }));
  }

  const report = await reportedAt(root.path);

  for (const text of [textOf(periodHtml(report)), periodMarkdown(report)]) {
    expect(text).toMatch(/Evidence was due on 3 days\. It was collected completely on 3\./);
    expect(text).toMatch(
      /A\.8\.9 .*?CSPM findings were collected completely on 0 of the 3 days due.*?Days to ask about\s+3 days that were met although an item above was skipped or not asked for/s,
    );
  }
});

test("one day, one run and one record are in the singular", async () => {
  await using root = await temporaryFolder();
  await new WrittenStream(root.path).add(evidenceAt("2026-06-02T06:17:31Z"));

  const report = await reportedAt(root.path, { from: "2026-06-01", to: "2026-06-02" });

  const text = textOf(periodHtml(report));
  expect(text).toContain(
    "Of the others, 1 day is before the first run and not covered. The only run folder is genuine.",
  );
  expect(text).toContain("The only statement has a valid signature.");
  expect(text).toContain("The 1 day that was not met on time");
  expect(text).toContain("No line is drawn for 1 day.");
  expect(text).toContain("from 1 run.");
});

test("every record has its digest and verdict, and every item its numbers by month", () => {
  const html = periodHtml(usual);

  expect(usual.runs).toHaveLength(38);
  for (const { contentSha256 } of usual.runs) expect(html).toContain(contentSha256);
  expect(textOf(html)).toContain("2026-06 28 records");
  expect(textOf(html)).toContain("declared gap ✓");
  expect(textOf(html)).toContain("2026-06 26 2 0 0 25 1");
  expect(textOf(html)).toContain("No independent copy was compared");
});

test("without a key the report says in large letters that nothing was verified, and calls nothing genuine", async () => {
  await using root = await temporaryFolder();
  await writtenPeriod(root.path, 5);
  const report = await reportedAt(root.path, { isVerified: false });

  const text = textOf(periodHtml(report));

  expect(text).toContain("Northwind, prod, NOT VERIFIED");
  expect(text).toContain("Not verified No key and no trusted root was given, so no signature was checked.");
  expect(text).toContain("Nothing was verified: this page shows what the files claim.");
  expect(text.match(/a a a not verified|a c a not verified/g)).toHaveLength(5);
  expect(periodMarkdown(report)).toMatch(/^# Compliance evidence: Northwind, prod, NOT VERIFIED\n/);
  for (const written of [text, periodMarkdown(report)]) {
    expect(written).not.toMatch(/Genuine|is genuine|are genuine|valid signatures|✓ Signatures/);
  }
});

test("a run that was changed makes the report say not genuine, with the run and why", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(root.path, 5);
  await writeFile(path.join(stream.folder(3), "evidence.json"), "{}\n");

  const text = textOf(periodHtml(await reportedAt(root.path)));

  expect(text).toContain("Not genuine Not genuine: 2026/2026-06-03/061731Z-");
  expect(text).toContain("Some run folders are not genuine or could not be checked; see Verdicts.");
  expect(text).toMatch(/Problems, oldest first 2026\/2026-06-03\/061731Z-run-\w+-1 /);
  expect(text).toMatch(/03 – 061731Z-run-\w+-1 – × not genuine not known/);
});

test("the facts of a part of a stream count the runs of that part only", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(root.path, 9);
  await writeFile(path.join(stream.folder(5), "evidence.json"), "{}\n");
  const part = { from: "2026-06-02", to: "2026-06-06" };

  const text = textOf(periodHtml(await reportedAt(root.path, part)));

  expect(text).toContain("Signatures 4 of 5 run folders");
  expect(text).toContain("Trusted time 0 of 4 runs");
});

test("a stream of hours names each day by its worst slot", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  const first = Date.parse("2026-06-01T00:05:00Z");
  for (let hour = 0; hour < 30; hour += 1) {
    if (hour === 7 || hour === 8) continue;
    const at = formatTime(new Date(first + hour * 3_600_000));
    await stream.add(variedEvidence(at, hour, { stream: { name: "prod", cadence: "PT1H" } }));
  }

  const html = periodHtml(await reportedAt(root.path));

  expect(textOf(html)).toContain("Evidence was due on 30 hours. It was collected completely on 28.");
  expect(html).toContain('aria-label="M: 2 of 24 missing, 2026-06-01">M</a>');
  expect(textOf(html)).toContain("2026-06-01T07:00:00Z to 2026-06-01T09:00:00Z M Missing.");
});

test("names, causes and titles stay text, and the page carries no script and no request", async () => {
  await using root = await temporaryFolder();
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)></style> # x | \`a\` [b](https://evil.example) @octocat ${"W".repeat(250)}`;
  const stream = new WrittenStream(root.path);
  const usualEvidence = variedEvidence("2026-06-01T06:17:31Z", 1);
  const items = usualEvidence.items.map((item) => ({
    ...item,
    controls: [{ framework: hostile, id: hostile, title: hostile, support: "direct" as const }],
  }));
  await stream.add({
    ...usualEvidence,
    items,
    source: { ...usualEvidence.source, organization: hostile, organizationId: hostile },
    collector: { ...usualEvidence.collector, version: hostile },
  });
  await stream.declare(
    gapOf("2026-06-02T00:00:00Z", "2026-06-03T00:00:00Z", { cause: hostile, ticket: hostile, role: hostile }),
  );
  await stream.add(variedEvidence("2026-06-03T06:17:31Z", 2));
  const report = await reportedAt(root.path);

  const html = periodHtml(report);
  const styles = [...html.matchAll(/<style>(.*?)<\/style>/gs)].map(([, css = ""]) => css);
  const hashes = styles.map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`);
  const lines = periodMarkdown(report).split("\n");
  const cells = lines.filter((line) => line.startsWith("| ")).map((line) => line.split(" | ").length);

  expect(styles).toHaveLength(2);
  expect(html).toContain(`content="default-src 'none'; style-src ${hashes.join(" ")}; img-src data:;`);
  expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(
    /<(?:script|img|iframe|object)|<[^>]*\s(?:src|style|on\w+)=|url\(|@import/i,
  );
  expect(textOf(html)).toContain(hostile.slice(0, 100));
  expect(lines.join("\n")).not.toMatch(/<script|<img|\]\(|https:\/\/evil|@octocat|`a`/);
  expect(lines.filter((line) => line.startsWith("# "))).toHaveLength(1);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(6000);
  expect(Math.max(...cells)).toBe(7);
});

test("a change that needs review names the records: redefined, and gone with the name of the run before", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  const clock = monitor({ id: 1, name: "Clocks are in sync" });
  const backup = monitor({ id: 2, name: "Backup of the order database" });
  const first = variedEvidence("2026-08-03T06:17:31Z", 1);
  await stream.add({ ...first, items: [monitorsItem([clock, backup])] });
  await stream.add({
    ...variedEvidence("2026-08-04T06:17:31Z", 2),
    items: [monitorsItem([{ ...clock, definitionSha256: "cd".repeat(32) }])],
  });

  const text = textOf(periodHtml(await reportedAt(root.path)));

  expect(text).toContain("Compliance monitors: definition changed (1) Clocks are in sync");
  expect(text).toContain(
    "Compliance monitors: no longer tagged, or deleted (1) Backup of the order database",
  );
});

test("a record that is gone never has the name of a record of another stream", async () => {
  await using root = await temporaryFolder();
  const [gone, kept] = [monitor({ id: 2, name: "Backup of the order database" }), monitor()];
  const cadence = "P1D";
  const named = monitor({ id: 2, name: "Somebody else’s monitor" });
  await new WrittenStream(root.path).add(
    evidenceAt("2026-08-03T06:17:31Z", {
      stream: { name: "first", cadence },
      items: [monitorsItem([named])],
    }),
  );
  const second = new WrittenStream(root.path);
  for (const [index, time] of days("2026-08-03", 2).entries()) {
    const items = [monitorsItem(index === 0 ? [kept, gone] : [kept])];
    await second.add(evidenceAt(time, { stream: { name: "second", cadence }, items }));
  }
  await rm(second.folder(1), { recursive: true });
  const streams = streamsAt(root.path);
  const now = new Date("2026-08-05T00:00:00Z");
  const reported = new ReportedRuns();

  const verdicts = await judgeStreams(streams, {
    trust: null,
    witness: null,
    asked: { from: null, to: null },
    now,
    visit: reported.add,
  });

  const reports = streams.map((each, index) => {
    const verdict = verdicts[index];
    if (verdict === undefined) throw new Error("a stream has no verdict");
    return reported.reportOn(verdict, { stream: each, trust: null, folder: each.folder, now });
  });
  const { runs = [] } = reports.find(({ verdict }) => verdict.stream === "second") ?? {};
  expect(runs.map(({ changed }) => changed)).toEqual([
    [{ item: "compliance-monitors", what: "gone", names: ["2"] }],
  ]);
});

test("the owner and role of a key are named where the keys file names them, and only there", () => {
  const owner = "Head of Platform, J. Doe, signs the stream prod";
  const known = { ...usual, keysInWords: new Map([[usual.verdict.signers[0]?.value ?? "", owner]]) };

  const text = textOf(periodHtml(known));

  expect(text).toContain(`Key kept by ${owner} by your keys file`);
  expect(text).toContain(`by your keys file: ${owner}`);
  expect(textOf(periodHtml(usual))).not.toContain("by your keys file");
});

test("a reader with ten minutes is told in which order to read, by sections that are there", () => {
  const html = periodHtml(usual);
  const [, order = ""] =
    /With ten minutes, read in this order<\/strong><\/p>\n<ol>(.*?)<\/ol>/s.exec(html) ?? [];
  const targets = [...order.matchAll(/<a href="#(\w+)">[Ss]ection (\d)/g)].map(([, id, no]) => [id, no]);

  expect(targets.length).toBeGreaterThanOrEqual(4);
  for (const [id, no] of targets) expect(html).toContain(`<h2 id="h-${id}"><span class="no">${no}</span>`);
});

test("a line of a trend is what was read, and is broken where nothing was", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.nat(30)), { maxLength: 60 }), (values) => {
      expect(drawn(stepPath(values), values.length)).toEqual(values);
    }),
  );
});

test("a value that is absent begins a stretch like any other", () => {
  expect(stretchesOf([undefined, undefined, "clear"])).toEqual([
    { value: undefined, at: 0, length: 2 },
    { value: "clear", at: 2, length: 1 },
  ]);
});

test("the labels of months have room on a phone, whichever days a period begins and ends with", () => {
  fc.assert(
    fc.property(fc.nat(3 * 365), fc.integer({ min: 1, max: 3 * 365 }), (start, length) => {
      const slots = Array.from({ length }, (_, index) => ({
        from: formatTime(new Date(Date.UTC(2026, 0, 1 + start + index))),
      }));

      const labels = labelledMonths(slots);

      expect(labels.length).toBeGreaterThan(0);
      for (const [index, label] of labels.entries()) {
        const next = labels[index + 1] ?? length;
        // The only label of a period may begin anywhere.
        const room = labels.length === 1 ? 1 : (next - label) / length;
        expect(room).toBeGreaterThanOrEqual(0.16);
        expect(slots[label]?.from.slice(0, 7)).not.toBe(slots[label - 1]?.from.slice(0, 7));
      }
    }),
  );
});

test.each([
  [0, 2],
  [2, 2],
  [3, 4],
  [11, 20],
  [61, 80],
  [812, 1000],
])("the axis of a count of %i ends at %i", (most, end) => {
  expect(roundUp(most)).toBe(end);
});

test("the CSV of a period has a row for every slot, those without a run too", () => {
  const [header = "", ...rows] = slotsCsv(usual).trim().split("\r\n");

  expect(header.replaceAll('"', "").split(",").slice(0, 5)).toEqual([
    "from (UTC)",
    "to (UTC)",
    "slot",
    "why",
    "run",
  ]);
  expect(rows[0]?.split(",")[0]).toMatch(/^"\d{4}-\d\d-\d\d 00:00:00"$/);
  // Three items of 37 runs, one missing slot, and two that a declaration explains.
  expect(rows).toHaveLength(37 * 3 + 1 + 2);
  expect(rows.filter((row) => row.includes('"missing"'))).toHaveLength(1);
  expect(rows.every((row) => row.split('","').length === header.split('","').length)).toBe(true);
});

async function usualReport() {
  await using root = await temporaryFolder();
  await writtenPeriod(root.path);
  return await reportedAt(root.path);
}

/** The values that a path shows, slot by slot. */
function drawn(line: string, length: number): readonly (number | null)[] {
  const values = Array.from({ length }, (): number | null => null);
  let x = 0;
  let y = 0;
  for (const [, command, first = "", second = ""] of line.matchAll(/([MVh])(\d+)(?: (\d+))?/g)) {
    if (command === "M") [x, y] = [Number(first), Number(second)];
    if (command === "V") y = Number(first);
    if (command === "h") {
      values.fill(y, x, x + Number(first));
      x += Number(first);
    }
  }
  return values;
}

/** What a reader sees: entities decoded, tags between words as spaces. */
function textOf(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', "#39": "'", amp: "&" };
  return html
    .replaceAll(/<style>.*?<\/style>/gs, "")
    .replaceAll(/<\/?(?:bdi|b|i|strong|span|a|code|time|small|wbr)\b[^>]*>/g, "")
    .replaceAll(/<[^>]*>/g, " ")
    .replaceAll(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => entities[name] ?? "")
    .replaceAll(/\s+/g, " ");
}
