import { expect } from "vitest";

import { DATADOG_SITES } from "../../src/datadog/sites.ts";
import { HOSTILE_MONITOR } from "../../src/demo/northwind/people.ts";
import type { Evidence, Item } from "../../src/evidence/schema.ts";
import { collected } from "../collectors/collecting.ts";
import { runHtml } from "../support/reports.ts";
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

/** A test with the evidence of a run of the demo. */
const withEvidence = browserTest.extend<{ evidence: Evidence }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
  evidence: [async ({}, use) => use((await collected()).evidence), { scope: "file" }],
});
const test = withEvidence.skipIf(!isThere);

const LOOKS: readonly Look[] = [
  { size: "phone", scheme: "light" },
  { size: "laptop", scheme: "light" },
  { size: "paper", scheme: "light" },
  { size: "phone", scheme: "dark" },
  { size: "laptop", scheme: "dark" },
];

const HOSTS: Readonly<Record<string, string>> = {
  "datadoghq.com": "app.datadoghq.com",
  "us3.datadoghq.com": "us3.datadoghq.com",
  "us5.datadoghq.com": "us5.datadoghq.com",
  "datadoghq.eu": "app.datadoghq.eu",
  "ap1.datadoghq.com": "ap1.datadoghq.com",
  "ap2.datadoghq.com": "ap2.datadoghq.com",
  "uk1.datadoghq.com": "uk1.datadoghq.com",
  "ddog-gov.com": "app.ddog-gov.com",
  "us2.ddog-gov.com": "us2.ddog-gov.com",
};

test.for(LOOKS)(
  "the demo's run opens without a word or a request: $size, $scheme",
  async (look, { browser, evidence }) => {
    const html = runHtml(evidence);

    await using report = await opened(browser, { html, look });

    expect(report.messages).toEqual([]);
    expect(report.requests).toEqual([report.url]);
    expect(await overflowing(report.page)).toEqual([]);
    expect(await objections(report.page)).toEqual([]);
  },
);

test.for<Look>([{ size: "phone" }, { size: "laptop" }, { size: "paper" }])(
  "one long word in every name leaves the page as wide as it was: $size",
  async (look, { browser, evidence }) => {
    const html = runHtml(renamed(evidence, "W".repeat(300)));

    await using report = await opened(browser, { html, look });

    expect(await overflowing(report.page)).toEqual([]);
  },
);

test("names that hold markup are read as text, and make nothing", async ({ browser, evidence }) => {
  const hostile = `"><script>alert(1)</script><img src=x onerror=alert(1)></title></style>`;
  const html = runHtml(renamed(evidence, hostile));

  await using report = await opened(browser, { html, look: { size: "laptop" } });

  expect(await report.page.locator("script, img, iframe, object, embed, form, base").count()).toBe(0);
  expect(await report.page.locator("bdi", { hasText: hostile }).count()).toBeGreaterThan(50);
  expect(report.messages).toEqual([]);
  expect(report.requests).toEqual([report.url]);
});

test("the demo's own hostile monitor is read as it was written", async ({ browser, evidence }) => {
  const html = runHtml(evidence);
  const [start = ""] = HOSTILE_MONITOR.name.split("\u202e");

  await using report = await opened(browser, { html, look: { size: "laptop" } });

  expect(await report.page.locator("bdi", { hasText: start }).count()).toBeGreaterThan(0);
});

test.for(DATADOG_SITES)("every link of a report on %s leads to that site", async (site, { browser }) => {
  const { evidence } = await collected({ assignment: { site } });

  await using report = await opened(browser, { html: runHtml(evidence), look: { size: "laptop" } });
  const { page } = report;
  const links = await page.locator('a:not([href^="#"])').evaluateAll((anchors) =>
    anchors.map((anchor) => ({
      href: anchor.getAttribute("href") ?? "",
      rel: anchor.getAttribute("rel"),
    })),
  );

  const records = evidence.items.reduce((sum, { records: of }) => sum + of.length, 0);
  expect(links.length).toBeGreaterThan(records);
  expect(new Set(links.map(({ href }) => new URL(href).origin))).toEqual(new Set([`https://${HOSTS[site]}`]));
  expect(new Set(links.map(({ rel }) => rel))).toEqual(new Set(["noreferrer"]));
});

test("the keyboard reaches every link and every table that scrolls, and shows where it is", async ({
  browser,
  evidence,
}) => {
  const html = runHtml(evidence);

  await using report = await opened(browser, { html, look: { size: "laptop" } });
  const { page } = report;
  await page.keyboard.press("Tab");
  expect(await focused(page)).toMatchObject({ href: "#content", isVisible: true });
  await page.keyboard.press("Enter");
  expect(await focused(page)).toMatchObject({ id: "content" });

  for (const summary of await page.locator("summary").all()) {
    await summary.focus();
    await page.keyboard.press("Enter");
  }
  await page.locator("#content").focus();
  const count = await stops(page);
  for (let stop = 0; stop < count; stop += 1) {
    await page.keyboard.press("Tab");
    expect(await focused(page)).toMatchObject({ position: stop, isVisible: true });
  }
});

test("on paper every request is unfolded, no table is cut, and the queries have their addresses", async ({
  browser,
  evidence,
}) => {
  await using report = await opened(browser, { html: runHtml(evidence), look: { size: "paper" } });
  const { page } = report;
  const tables = page.locator("table");
  const shown = await tables.evaluateAll((all) =>
    all.filter((table) => {
      const { width, height } = table.getBoundingClientRect();
      return width > 0 && height > 0 && table.checkVisibility({ contentVisibilityAuto: true });
    }),
  );
  const addresses = await page
    .locator("a.address")
    .evaluateAll((anchors) => anchors.map((anchor) => getComputedStyle(anchor, "::after").content));
  const pdf = await page.pdf({ preferCSSPageSize: true });

  expect(shown).toHaveLength(await tables.count());
  expect(addresses).toHaveLength(evidence.items.length);
  for (const [index, { link }] of evidence.items.entries())
    expect(addresses[index]).toContain(new URL(link).href);
  expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
});

/** The evidence with every name that people choose replaced. */
function renamed(evidence: Evidence, text: string): Evidence {
  const items = evidence.items.map((item): Item => {
    const common = { title: text, caveats: [text], population: { ...item.population, what: text } };
    if (item.id === "security-signals") {
      const records = Array.from(item.records, (each) => ({ ...each, title: text, tags: [text] }));
      return { ...item, ...common, records };
    }
    if (item.id === "compliance-monitors") {
      const records = Array.from(item.records, (each) => ({ ...each, name: text, type: text, state: text }));
      return { ...item, ...common, records };
    }
    const records = Array.from(item.records, (each) => ({
      ...each,
      title: text,
      resourceType: text,
      muteReason: text,
    }));
    return { ...item, ...common, records };
  });
  return { ...evidence, source: { ...evidence.source, organization: text }, items };
}
