import { glob, readFile } from "node:fs/promises";
import path from "node:path";

import type { Page } from "playwright-core";
import { beforeAll, expect } from "vitest";

import { DEMO_TIMEOUT_MS, demoOnce } from "../support/demo.ts";
import { runCli } from "../support/runner.ts";
import { opened, overflowing, test, type Look } from "./browser.ts";

/** How the reports of the demo are laid out where people read them: nothing is printed over, cut or torn. */
const LOOKS: readonly Look[] = [
  { size: "phone" },
  { size: "large phone" },
  { size: "desk" },
  { size: "paper" },
];
const PLACES = ["period", "run", "register"] as const;
const CASES = PLACES.flatMap((place) => LOOKS.map((look) => ({ place, ...look })));

/** What an A4 page holds between its margins, in CSS pixels. */
const PAGE_HEIGHT = 960;

const pages = { period: "", run: "", register: "" };

beforeAll(async () => {
  const { output, repository, key } = await demoOnce();
  const runs = await Array.fromAsync(glob("demo/*/*/*/evidence.json", { cwd: repository }));
  const last = path.dirname(path.join(repository, runs.toSorted().at(-1) ?? ""));
  pages.period = await readFile(path.join(output, "report.html"), "utf8");
  pages.run = (await runCli(["report", last])).stdout;
  pages.register = (await runCli(["status", repository, "--format", "html", "--key", key])).stdout;
}, DEMO_TIMEOUT_MS);

test.for(CASES)("no word of the $place breaks inside: $size", async ({ place, ...look }, { browser }) => {
  await using report = await opened(browser, { html: pages[place], look });

  expect(await brokenWords(report.page)).toEqual([]);
  expect(await overflowing(report.page)).toEqual([]);
});

test.for(PLACES)("a phone shows every column of the %s but digests", async (place, { browser }) => {
  await using report = await opened(browser, { html: pages[place], look: { size: "large phone" } });

  const hidden = await report.page
    .locator(".scroll:not(:has(.files))")
    .evaluateAll((regions) =>
      regions.flatMap(({ scrollWidth, clientWidth, ariaLabel }) =>
        scrollWidth > clientWidth + 1 ? [`${ariaLabel}: ${scrollWidth - clientWidth} px`] : [],
      ),
    );

  expect(hidden).toEqual([]);
});

test.for(LOOKS)("the labels of a trend have room side by side: $size", async (look, { browser }) => {
  await using report = await opened(browser, { html: pages.period, look });

  expect(await overprinted(report.page)).toEqual([]);
  expect(await report.page.locator(".plot .tick").count()).toBeGreaterThan(0);
});

test.for(PLACES)("every time on the page of the %s has the same form", async (place, { browser }) => {
  await using report = await opened(browser, { html: pages[place], look: { size: "desk" } });

  const text = await report.page.evaluate(() => {
    // Commands and queries are shown as they are written.
    for (const pre of document.querySelectorAll("pre, code")) pre.remove();
    return document.querySelector(".page")?.textContent ?? "";
  });
  const times = text.match(/\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}[\d:.]*(?:Z|[+-]\d{2}:\d{2})?/g) ?? [];

  expect(times.length).toBeGreaterThan(2);
  expect(times.filter((time) => !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(time))).toEqual([]);
});

test("what needs review is listed once", async ({ browser }) => {
  await using report = await opened(browser, { html: pages.run, look: { size: "desk" } });

  const titles = await report.page.locator(".needs li a").allTextContents();

  expect(titles.length).toBeGreaterThan(5);
  expect(new Set(titles).size).toBe(titles.length);
});

test.for(["period", "run"] as const)(
  "a table of controls of the %s names each control once",
  async (place, { browser }) => {
    await using report = await opened(browser, { html: pages[place], look: { size: "desk" } });

    const tables = await report.page
      .locator("[id^='framework-'] table")
      .evaluateAll((all) =>
        all.map((table) =>
          [...table.querySelectorAll("tbody tr > :first-child")]
            .map((cell) => cell.textContent ?? "")
            .filter(Boolean),
        ),
      );

    expect(tables.length).toBe(2);
    for (const controls of tables) expect(new Set(controls).size).toBe(controls.length);
  },
);

test.for([
  // A sheet of the period leaves room to write on.
  { place: "period", blank: 0.3 },
  { place: "run", blank: 0.15 },
  { place: "register", blank: 0.5 },
] as const)("the $place wastes no paper", async ({ place, blank }, { browser }) => {
  await using report = await opened(browser, { html: pages[place], look: { size: "paper" } });
  const { page } = report;

  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true });
  const sheets = pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;

  expect(1 - height / PAGE_HEIGHT / sheets).toBeLessThan(blank);
  expect(await emptyColumns(page)).toEqual([]);
});

/** Words that go on in another line, though they are no longer than a narrow column is wide. */
async function brokenWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const broken: string[] = [];
    const texts = document.createTreeWalker(
      document.querySelector(".page") ?? document,
      NodeFilter.SHOW_TEXT,
    );
    for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
      if (text.parentElement?.closest("pre, .digest, .vh, svg, style, details:not([open])") !== null)
        continue;
      for (const { 0: word, index } of (text.textContent ?? "").matchAll(/[\p{L}\p{N}_.:]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (word.length <= 20 && lines.size > 1) broken.push(word);
      }
    }
    return broken;
  });
}

/** Labels of a drawing that lie over one another, or stick out of it. */
async function overprinted(page: Page): Promise<readonly string[]> {
  return page.locator(".plot").evaluateAll((plots) =>
    plots.flatMap((plot) => {
      const { right } = plot.getBoundingClientRect();
      const labels = [...plot.querySelectorAll(".tick, .y, .flag")].map((label) => ({
        text: label.textContent ?? "",
        box: label.getBoundingClientRect(),
      }));
      const pairs = labels.flatMap((one, index) =>
        labels
          .slice(index + 1)
          .filter(
            ({ box }) =>
              box.left < one.box.right &&
              one.box.left < box.right &&
              box.top < one.box.bottom &&
              one.box.top < box.bottom,
          )
          .map((other) => `${one.text} over ${other.text}`),
      );
      const outside = labels.filter(({ box }) => box.right > right + 1).map(({ text }) => `${text} outside`);
      return [...pairs, ...outside];
    }),
  );
}

/** Columns side by side of which one leaves more than a third of a page empty. */
async function emptyColumns(page: Page): Promise<readonly string[]> {
  return page.locator(".cols:not(.cover), .two").evaluateAll((rows) =>
    rows.flatMap((row) => {
      const boxes = [...row.children].map((column) => column.getBoundingClientRect());
      const isAbreast = new Set(boxes.map(({ top }) => Math.round(top))).size === 1;
      // A column is as tall as its row, so the end of its content counts.
      const heights = [...row.children].map((column) =>
        Math.max(...[...column.children].map((child) => child.getBoundingClientRect().bottom)),
      );
      const empty = Math.max(...heights) - Math.min(...heights);
      return isAbreast && empty > 320 ? [`${row.className}: ${Math.round(empty)} px`] : [];
    }),
  );
}
