import { expect } from "vitest";

import type { Evidence, Item } from "../../src/evidence/schema.ts";
import { collected } from "../collectors/collecting.ts";
import { summaryOf } from "../support/reports.ts";
import { objections, opened, overflowing, test, type Look } from "./browser.ts";
import { rendered } from "./markdown.ts";

const LOOKS: readonly Look[] = [
  { size: "phone", scheme: "light" },
  { size: "phone", scheme: "dark" },
  { size: "laptop", scheme: "light" },
  { size: "laptop", scheme: "dark" },
];

test.for(LOOKS)("the summary of the demo's run reads well: $size, $scheme", async (look, { browser }) => {
  const html = await rendered(publishedSummary((await collected()).evidence));

  await using page = await opened(browser, { html, look });

  expect(page.messages).toEqual([]);
  expect(page.requests).toEqual([page.url]);
  expect(await overflowing(page.page)).toEqual([]);
  expect(await objections(page.page)).toEqual([]);
  expect(await page.page.locator("table tr").count()).toBe(4);
  expect(await page.page.locator("details:not([open]) > summary").count()).toBe(1);
});

test("names in the summary make no element, no link and no request", async ({ browser }) => {
  const hostile =
    "<img src=https://evil.example/x> ![a](https://evil.example/y) </details> www.evil.example | x";
  const { evidence } = await collected();
  const html = await rendered(publishedSummary(renamed(evidence, hostile)));

  await using page = await opened(browser, { html, look: { size: "phone" } });

  expect(page.requests).toEqual([page.url]);
  expect(await page.page.locator("img, script, iframe").count()).toBe(0);
  expect(await page.page.locator("a[href*=evil]").count()).toBe(0);
  expect(await page.page.locator("table tr").count()).toBe(4);
  expect(await page.page.locator("li", { hasText: "<img src=" }).count()).toBeGreaterThan(0);
  expect(await page.page.locator("details pre").count()).toBe(1);
});

function publishedSummary(evidence: Evidence): string {
  return summaryOf(evidence, {
    artifact: { name: "datadog-evidence-prod-123-1", id: 7, url: "https://github.com/x/y/actions/runs/1" },
    commit: { id: "c".repeat(40), url: "https://github.com/x/z/commit/c", repository: "x/z" },
  });
}

function renamed(evidence: Evidence, text: string): Evidence {
  const items = evidence.items.map((item): Item => {
    const caveats = [text];
    if (item.id === "compliance-monitors")
      return { ...item, caveats, records: Array.from(item.records, (each) => ({ ...each, name: text })) };
    if (item.id === "security-signals")
      return { ...item, caveats, records: Array.from(item.records, (each) => ({ ...each, title: text })) };
    return { ...item, caveats, records: Array.from(item.records, (each) => ({ ...each, title: text })) };
  });
  return { ...evidence, items };
}
