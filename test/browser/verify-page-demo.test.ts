import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import type { Page } from "puppeteer-core";
import { expect } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { askCommandLine } from "../support/command-line.ts";
import { demoOnce, type Demo } from "../support/demo.ts";
import { temporaryFolder } from "../support/temp.ts";
import {
  axeObjections,
  browserTest,
  isThere,
  objections,
  overflowing,
  SIZES,
  stickingOut,
} from "./browser.ts";
import { expectSame } from "./desk.ts";
import { isFirefoxThere, launchFirefox } from "./firefox.ts";
import { pageFile, VerifyPage } from "./verify-page.ts";

const run = promisify(execFile);
/** The demo and a browser, on a machine that does other things too. */
const LONG = 300_000;

/** What packs the repository of the demo; each leaves other marks in the archive. */
const ARCHIVERS = {
  "zip, with the folder .git": (folder: string, out: string) =>
    run("zip", ["-qry", out, "."], { cwd: folder }),
  "git archive": (folder: string, out: string) =>
    run("git", ["archive", "--format=zip", "--prefix=evidence-main/", "-o", out, "HEAD"], { cwd: folder }),
  "Python's zipfile": (folder: string, out: string) =>
    run("python3", ["-m", "zipfile", "-c", out, path.join(folder, "demo")], { cwd: folder }),
} as const;

/** The demo's repository, and a zip of it by each archiver. */
interface PackedDemo extends Pick<Demo, "repository"> {
  readonly pem: string;
  readonly archives: Readonly<Record<string, string>>;
}

async function packedDemo(folder: string): Promise<PackedDemo> {
  const { repository, key } = await demoOnce();
  const archives: Record<string, string> = {};
  for (const [index, [name, pack]] of Object.entries(ARCHIVERS).entries()) {
    archives[name] = path.join(folder, `evidence-${index}.zip`);
    await pack(repository, archives[name]);
  }
  return { repository, pem: await readFile(key, "utf8"), archives };
}

const demoed = browserTest.extend<{ file: string; demo: PackedDemo }>({
  // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
  file: async ({}, use) => use(await pageFile()),
  demo: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
    async ({}, use) => {
      await using folder = await temporaryFolder();
      await use(await packedDemo(folder.path));
    },
    { scope: "file" },
  ],
});
const test = demoed.skipIf(!isThere);

const VIEWS = [
  { size: "phone", scheme: "light" },
  { size: "phone", scheme: "dark" },
  { size: "laptop", scheme: "light" },
  { size: "laptop", scheme: "dark" },
  { size: "paper", scheme: "light" },
  { size: "wide", scheme: "light" },
] as const;

/** Archives differ in their paths alone, so one is looked at in every view, and the others where words have least room. */
const LOOKED_AT = Object.keys(ARCHIVERS).map((archiver, index) => ({
  archiver,
  views: index === 0 ? VIEWS : VIEWS.slice(0, 1),
}));

test.for(LOOKED_AT)(
  "Chromium opens the page from the disk: the demo's repository, packed by $archiver, in $views.length views, without a request or a word",
  { timeout: LONG },
  async ({ archiver, views }, { browser, file, demo }) => {
    const desk = await VerifyPage.open(browser, file);
    const { page } = desk;
    const now = new Date();
    await desk.setClock(now);
    expect(await objections(page)).toEqual([]);
    await page.fill("#key", demo.pem);
    const buffer = await readFile(demo.archives[archiver] ?? "");

    const answer = await desk.verify([{ name: "evidence.zip", buffer }]);

    const trust = { keys: [readVerifyingKey(demo.pem)] };
    if (archiver !== "git archive")
      expectSame(answer, await askCommandLine({ folder: demo.repository, trust, now }));
    expect(answer).toMatchObject({ exit: 3, text: expect.stringContaining("not from Datadog") });
    expect(await page.title()).toContain("Northwind");
    for (const { size, scheme } of views) {
      await page.setViewportSize(SIZES[size]);
      await page.emulateMedia({ media: size === "paper" ? "print" : "screen", colorScheme: scheme });
      expect({
        size,
        scheme,
        objections: await objections(page),
        overflowing: await overflowing(page),
      }).toEqual({
        size,
        scheme,
        objections: [],
        overflowing: [],
      });
    }
    expect(desk.messages).toEqual([]);
    expect(desk.requests.filter((url) => !/^(?:file|blob):/.test(url))).toEqual([]);
    await page.close();
  },
);

test(
  "the demo is verified by the keyboard alone, and its reports are read by it",
  { timeout: LONG },
  async ({ browser, file, demo }) => {
    const desk = await VerifyPage.open(browser, file);
    const { page } = desk;
    const { keyboard } = page;
    const tabTo = async (selector: string): Promise<void> => {
      for (let presses = 0; presses < 200; presses += 1) {
        await keyboard.press("Tab");
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) === true, selector))
          return;
      }
      throw new Error(`the keyboard does not come to ${selector}`);
    };
    // The dialog of the system is none of the page's.
    await page.setInputFiles("#files", demo.archives["git archive"] ?? "");
    await tabTo("#key");
    await keyboard.insertText(demo.pem);
    await tabTo("#run");
    await keyboard.press("Enter");

    expect((await desk.answer()).exit).toBe(3);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe("verdict");
    expect(await page.getByRole("region").first().getAttribute("id")).toBe("verdict");
    await tabTo("#verdict summary");
    await keyboard.press("Enter");
    await tabTo("#verdict .runs .link");
    await keyboard.press("Enter");
    await expect.poll(() => page.textContent("#report .above")).toContain("Genuine");
    expect(await page.title()).toContain("Northwind");
    await tabTo("#verdict .actions button");
    await keyboard.press("Enter");
    await expect.poll(() => page.locator("#report .above").count()).toBe(0);
    await page.close();
  },
);

test(
  "the report is the very same as the command line's, and it, verdict and slots are kept as files",
  { timeout: LONG },
  async ({ browser, file, demo }) => {
    const desk = await VerifyPage.open(browser, file);
    const { page } = desk;
    const asked = { folder: demo.repository, trust: { keys: [readVerifyingKey(demo.pem)] }, now: new Date() };
    await desk.give(asked);
    const buffer = await readFile(demo.archives["zip, with the folder .git"] ?? "");
    const { text } = await desk.verify([{ name: "evidence.zip", buffer }]);
    const report = await askCommandLine(asked, "report");

    const saved: Record<string, string> = {};
    for (const link of await page.locator("#verdict a[download]").all()) {
      const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
      saved[download.suggestedFilename()] = await readFile(await download.path(), "utf8");
    }

    expect(Object.keys(saved)).toEqual(["report.html", "demo-verdict.json", "demo-slots.csv"]);
    // The command to copy names the folder of whoever reads it.
    const [first, ...more] = saved["report.html"]?.split("evidence/demo") ?? [];
    expect(more.length).toBeGreaterThan(0);
    expect([first, ...more].join(demo.repository)).toBe(report.printed);
    expect(JSON.parse(saved["demo-verdict.json"] ?? "")).toMatchObject({
      exitCode: 3,
      streams: [{ stream: "demo" }],
    });
    expect((saved["demo-slots.csv"] ?? "").split("\n").length).toBeGreaterThan(30);
    const digest = createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
    expect(text).toMatch(
      new RegExp(
        `Last statement sha256 [0-9a-f]{64}\\. Verified .*Z with datadog-evidence .*, verify\\.html sha256 ${digest}\\.`,
      ),
    );
    await page.close();
  },
);

demoed.skipIf(!isFirefoxThere)(
  "Firefox opens the page from the disk: the demo's repository, packed by each archiver, without a request or a word",
  { timeout: LONG },
  async ({ file, demo }) => {
    const browser = await launchFirefox();
    try {
      for (const [index, archive] of Object.values(demo.archives).entries()) {
        const page = await browser.newPage();
        const said: string[] = [];
        page.on("console", (message) => said.push(message.text()));
        page.on("pageerror", (error) => said.push(String(error)));
        page.on("request", (request) => {
          if (!/^(?:file|blob|data):/.test(request.url())) said.push(request.url());
        });
        await page.goto(pathToFileURL(file).href);
        await (await page.waitForSelector("input#files"))?.uploadFile(archive);
        await page.$eval(
          "#key",
          (element, pem) => {
            if (element instanceof HTMLTextAreaElement) element.value = pem;
          },
          demo.pem,
        );
        await page.click("#run");
        await page.waitForSelector("#verdict[data-exit-code]", { timeout: LONG });

        expect(await page.$eval("#verdict", (element) => element.getAttribute("data-exit-code"))).toBe("3");
        expect(await page.$eval("#verdict", (element) => element.textContent)).toContain("not from Datadog");
        expect(await page.title()).toContain("Northwind");
        expect(await faultsIn(page, index === 0 ? ["phone", "laptop", "paper"] : ["phone"])).toEqual([]);
        expect(said).toEqual([]);
        await page.close();
      }
    } finally {
      await browser.close();
    }
  },
);

/** What axe objects to and what sticks out, at these sizes. */
async function faultsIn(page: Page, sizes: readonly (keyof typeof SIZES)[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewport(SIZES[size]);
    found.push(...(await axeObjections((source) => page.evaluate(source))));
    found.push(...(await page.evaluate(stickingOut)));
  }
  return found;
}
