import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect } from "vitest";

import { periodHtml } from "../../src/report/period/document.ts";
import { reportedAt, variedEvidence, writtenPeriod } from "../support/reported.ts";
import { demoOnce } from "../support/demo.ts";
import { days, gapOf, WrittenStream } from "../support/stream.ts";
import { temporaryFolder } from "../support/temp.ts";
import {
  browserTest,
  focused,
  isThere,
  objections,
  opened,
  overflowing,
  stops,
  type Look,
} from "./browser.ts";

/** A test with the reports that several tests of this file open. */
const reported = browserTest.extend<{ usual: string; threeYears: string }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
  usual: [async ({}, use) => use(await reportOnDays(40)), { scope: "file" }],
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
  threeYears: [async ({}, use) => use(await reportOnDays(3 * 365, "2023-06-01")), { scope: "file" }],
});
const test = reported.skipIf(!isThere);

const LOOKS: readonly Look[] = [
  { size: "phone", scheme: "light" },
  { size: "laptop", scheme: "light" },
  { size: "paper", scheme: "light" },
  { size: "phone", scheme: "dark" },
  { size: "laptop", scheme: "dark" },
];

test.for(LOOKS)(
  "the report on a period opens without a word or a request: $size, $scheme",
  async (look, { browser, usual }) => {
    await using report = await opened(browser, { html: usual, look });

    expect(report.messages).toEqual([]);
    expect(report.requests).toEqual([report.url]);
    expect(await overflowing(report.page)).toEqual([]);
    expect(await objections(report.page)).toEqual([]);
  },
);

test.for<Look>([{ size: "phone" }, { size: "laptop" }, { size: "paper" }])(
  "the report on the demo's month opens without a word or a request: $size",
  async (look, { browser }) => {
    const { output } = await demoOnce();
    const html = await readFile(path.join(output, "report.html"), "utf8");

    await using report = await opened(browser, { html, look });

    expect(report.messages).toEqual([]);
    expect(report.requests).toEqual([report.url]);
    expect(await overflowing(report.page)).toEqual([]);
    expect(await objections(report.page)).toEqual([]);
    expect(await report.page.locator(".gaps tbody tr").count()).toBe(2);
  },
);

test.for<Look>([{ size: "phone" }, { size: "laptop" }, { size: "paper" }])(
  "long words, markup in every name, and nothing verified: $size",
  async (look, { browser }) => {
    const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)>${"W".repeat(300)}`;
    const html = await renamed(hostile);

    await using report = await opened(browser, { html, look });

    expect(await report.page.locator("script, img, iframe, object, embed, form, base").count()).toBe(0);
    expect(
      await report.page.locator("bdi", { hasText: "<script>alert(1)</script>" }).count(),
    ).toBeGreaterThan(2);
    expect(report.messages).toEqual([]);
    expect(await overflowing(report.page)).toEqual([]);
    expect(await objections(report.page)).toEqual([]);
  },
);

test("every state of a day differs from every other by more than its colour", async ({ browser, usual }) => {
  await using report = await opened(browser, { html: usual, look: { size: "laptop" } });

  const looks = await report.page.locator(".legend .swatch").evaluateAll((swatches) =>
    swatches.map((swatch) => {
      const { outlineStyle, borderRadius, clipPath, boxShadow, backgroundImage } = getComputedStyle(swatch);
      const shadow = boxShadow.replaceAll(/rgba?\([^)]*\)/g, "");
      const image = backgroundImage.replaceAll(/(?:rgba?|color)\([^)]*\)/g, "");
      return [swatch.textContent, outlineStyle, borderRadius, clipPath, shadow, image].join("|");
    }),
  );

  const shapes = looks.map((look) => look.slice(1));
  expect(looks).toHaveLength(7);
  expect(new Set(shapes).size).toBe(7);
});

test("the keyboard reaches every day with a reason, every link and every table that scrolls", async ({
  browser,
  usual,
}) => {
  await using report = await opened(browser, { html: usual, look: { size: "phone" } });
  const { page } = report;

  await page.locator("#content").focus();
  const count = await stops(page);
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ position: stop, isVisible: true });
  }
  expect(count).toBeGreaterThan(20);
});

test("on paper each control begins a sheet, with room for notes and a place to sign", async ({
  browser,
  usual,
}) => {
  await using report = await opened(browser, { html: usual, look: { size: "paper" } });
  const { page } = report;

  const breaks = await page
    .locator(".control + .control")
    .evaluateAll((sheets) => sheets.map((sheet) => getComputedStyle(sheet).breakBefore));
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });

  expect(new Set(breaks)).toEqual(new Set(["page"]));
  expect(await page.locator(".working").first().isVisible()).toBe(true);
  expect(await page.locator(".sign-off").isVisible()).toBe(true);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

test.for<Look>([{ size: "phone" }, { size: "laptop" }])(
  "three years of days open like a month: $size",
  { timeout: 120_000 },
  async (look, { browser, threeYears }) => {
    await using report = await opened(browser, { html: threeYears, look });

    expect(report.messages).toEqual([]);
    expect(report.requests).toEqual([report.url]);
    expect(await overflowing(report.page)).toEqual([]);
    expect(await report.page.locator(".month").count()).toBe(36);
  },
);

async function reportOnDays(count: number, from?: string): Promise<string> {
  await using root = await temporaryFolder();
  await writtenPeriod(root.path, count, from === undefined ? {} : { from });
  return periodHtml(await reportedAt(root.path));
}

/** A short period in which everything that people name is that text. */
async function renamed(text: string): Promise<string> {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  for (const [index, time] of days("2026-06-01", 3).entries()) {
    const evidence = variedEvidence(time, index);
    const items = evidence.items.map((item) => ({
      ...item,
      controls: item.controls.map((control) => ({ ...control, framework: text, id: text, title: text })),
    }));
    await stream.add({
      ...evidence,
      items,
      source: { ...evidence.source, organization: text, organizationId: text },
      collector: { ...evidence.collector, version: text },
    });
  }
  const short = text.slice(0, 400);
  await stream.declare(
    gapOf("2026-06-04T00:00:00Z", "2026-06-05T00:00:00Z", { cause: short, ticket: short, role: short }),
  );
  await stream.add(variedEvidence("2026-06-05T06:17:31Z", 5, { status: "partial" }));
  return periodHtml(await reportedAt(root.path, { isVerified: false }));
}
