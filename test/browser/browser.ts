import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import axe from "axe-core";
import { chromium, type Browser, type Page } from "playwright-core";
import { test as plain } from "vitest";
import { z } from "zod";

import { temporaryFolder } from "../support/temp.ts";

/** Debian's browser; another one is named by CHROMIUM. */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

/** A browser that asks nothing of its makers, so that every request is the page's own. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Where reports are read: in CSS pixels, paper as wide as A4 between its margins. */
export const SIZES = {
  phone: { width: 360, height: 740 },
  "large phone": { width: 390, height: 844 },
  laptop: { width: 1280, height: 800 },
  desk: { width: 1440, height: 900 },
  paper: { width: 657, height: 930 },
  /** A screen of 4K without scaling. */
  wide: { width: 3840, height: 2160 },
} as const;

export interface Look {
  readonly size: keyof typeof SIZES;
  readonly scheme?: "light" | "dark";
}

/** A page that is open, with all that it said and asked for since. */
export interface Opened extends AsyncDisposable {
  readonly page: Page;
  readonly messages: readonly string[];
  /** Addresses, the page's own among them. */
  readonly requests: readonly string[];
  readonly url: string;
}

/** Whether there is a browser to test in. */
export const isThere = existsSync(CHROMIUM);
if (!isThere) process.stderr.write(`skipped: no browser at ${CHROMIUM}\n`);

/** A test with one browser for its file, to be extended and skipped where there is none. */
export const browserTest = plain.extend<{ browser: Browser }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
    async ({}, use) => {
      const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
});

/** A test with one browser for its file. Skipped where there is none. */
export const test = browserTest.skipIf(!isThere);

/** Opens the markup as a file, as somebody does who was sent a report. */
export async function opened(
  browser: Browser,
  { html, look }: { readonly html: string; readonly look: Look },
): Promise<Opened> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const file = path.join(folder.path, "report.html");
  await writeFile(file, html);
  const context = stack.use(
    await browser.newContext({ viewport: SIZES[look.size], colorScheme: look.scheme ?? "light" }),
  );
  const page = await context.newPage();
  if (look.size === "paper") await page.emulateMedia({ media: "print" });

  const messages: string[] = [];
  const requests: string[] = [];
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => messages.push(error.message));
  page.on("dialog", (dialog) => messages.push(dialog.message()));
  page.on("request", (request) => requests.push(request.url()));
  const url = pathToFileURL(file).href;
  await page.goto(url, { waitUntil: "load" });
  const disposables = stack.move();
  return { page, messages, requests, url, [Symbol.asyncDispose]: () => disposables.disposeAsync() };
}

/** Elements that stick out of the page to the right, but for those that scroll by themselves. */
export async function overflowing(page: Page): Promise<readonly string[]> {
  return page.evaluate(stickingOut);
}

/** The same, in the page itself. */
export function stickingOut(): readonly string[] {
  const width = document.documentElement.clientWidth;
  const outside = [...document.querySelectorAll("body *")].filter((element) => {
    const isHidden = element.closest(".vh, .skip, .scroll > *, svg") !== null;
    return !isHidden && element.getBoundingClientRect().right > width + 1;
  });
  const whole = document.documentElement.scrollWidth > width ? ["the page"] : [];
  return [...whole, ...outside.map(({ outerHTML }) => outerHTML.slice(0, 120))];
}

/** What axe objects to, each as rule, impact and place. */
export async function objections(page: Page): Promise<readonly string[]> {
  return axeObjections((source) => page.evaluate(source));
}

/** The same, in a page of any browser that evaluates text. */
export async function axeObjections(
  evaluate: (source: string) => Promise<unknown>,
): Promise<readonly string[]> {
  // Evaluated, not added: the page's own policy lets no script in.
  if ((await evaluate("typeof axe")) === "undefined") await evaluate(axe.source);
  const violations = await evaluate(
    'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations)',
  );
  return Violations.parse(violations).flatMap(({ id, impact, nodes }) =>
    nodes.map(({ target }) => `${impact ?? "unrated"}: ${id} at ${target.join(" ")}`),
  );
}

const Violations = z.array(
  z.object({
    id: z.string(),
    impact: z.string().nullable(),
    nodes: z.array(z.object({ target: z.array(z.unknown()) })),
  }),
);

/** Everything in the page that the keyboard can come to. */
const STOPS = "main a, main summary, main [tabindex='0']";

/** How many places there are that the keyboard can come to. */
export async function stops(page: Page): Promise<number> {
  return page.locator(STOPS).count();
}

/** What has the focus, where it stands among all that can have it, and whether that shows. */
export async function focused(page: Page) {
  return page.evaluate((selector) => {
    const places = [...document.querySelectorAll(selector)];
    const { activeElement: active } = document;
    return {
      id: active?.id ?? null,
      href: active?.getAttribute("href") ?? null,
      position: active === null ? -1 : places.indexOf(active),
      isVisible: active !== null && getComputedStyle(active).outlineStyle !== "none",
    };
  }, STOPS);
}
