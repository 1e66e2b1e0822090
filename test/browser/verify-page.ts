import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { zipSync, type Zippable } from "fflate";
import type { Browser, Page } from "playwright-core";

import type { Asked } from "../support/second-verifier.ts";
import { buildPage } from "../../scripts/build-page.ts";
import { madeOnce } from "../support/made-once.ts";
import { sampleTexts, trustTexts } from "../support/asked-texts.ts";

/** What the page answered. */
export interface PageAnswer {
  readonly exit: number;
  /** All that the page says, with what the command line prints. */
  readonly text: string;
  /** What the page says that the command line prints of each part; the sentence and its hint where nothing was decided. */
  readonly printed: string;
}

/** What somebody drops: a name and bytes. */
export interface Dropped {
  readonly name: string;
  readonly buffer: Buffer;
}

/** The page as a file, built once for all test files. */
export async function pageFile(): Promise<string> {
  const folder = await madeOnce("page", async (made) =>
    writeFile(path.join(made, "verify.html"), await buildPage()),
  );
  return path.join(folder, "verify.html");
}

/** The page for auditors, open in a browser from the disk. */
export class VerifyPage {
  readonly page: Page;
  readonly messages: string[] = [];
  readonly requests: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.on("console", (message) => this.messages.push(message.text()));
    page.on("pageerror", (error) => this.messages.push(error.message));
    page.on("request", (request) => this.requests.push(request.url()));
  }

  /** Opens the file. */
  static async open(browser: Browser, file: string): Promise<VerifyPage> {
    const opened = new VerifyPage(await browser.newPage());
    await opened.page.goto(pathToFileURL(file).href, { waitUntil: "load" });
    return opened;
  }

  /** Asks of the archives what was asked of folders, at the time that was meant. */
  async ask(asked: Asked): Promise<PageAnswer> {
    await this.give(asked);
    return this.verify([zipped(asked.folder)]);
  }

  /** Gives all that is asked but the evidence. */
  async give(asked: Asked): Promise<void> {
    const { page } = this;
    await this.setClock(asked.now);
    const { key, keys, ...trust } = trustTexts(asked.trust);
    const texts = {
      ...trust,
      key: key + keys,
      ...sampleTexts(asked),
      from: asked.from ?? "",
      to: asked.to ?? "",
    };
    const boxes = {
      "require-time": asked.trust.requiresTime === true,
      "require-expectations": asked.requiresExpectations === true,
    };
    const hasCopies = await page.evaluate(fillForm, { texts, boxes });
    const copies = asked.copies === undefined ? [] : [uploaded(zipped(asked.copies))];
    if (hasCopies || copies.length > 0) await page.setInputFiles("#copies", copies);
  }

  /** Drops the files, presses the button and waits for the answer. */
  async verify(dropped: readonly Dropped[]): Promise<PageAnswer> {
    const { page } = this;
    await page.setInputFiles("#files", dropped.map(uploaded));
    await page.evaluate(pressRun);
    return this.answer();
  }

  /** Chooses a folder of the disk, presses the button and waits for the answer. */
  async verifyFolder(folder: string): Promise<PageAnswer> {
    const { page } = this;
    await page.setInputFiles("#folder", folder);
    await page.evaluate(pressRun);
    const answer = await this.answer();
    await page.evaluate(() => {
      const input = document.querySelector("#folder");
      if (input instanceof HTMLInputElement) input.value = "";
    });
    return answer;
  }

  /** The answer, as soon as it is there. */
  async answer(): Promise<PageAnswer> {
    const { page } = this;
    await page.evaluate(awaitAnswer);
    const { exit, text, printed } = await page.evaluate(readAnswer);
    return { exit, text: text.replaceAll(/\s+/g, " "), printed };
  }

  /** The time that the program in the worker sees. */
  async setClock(now: Date): Promise<void> {
    const worker = this.page.workers()[0] ?? (await this.page.waitForEvent("worker"));
    await worker.evaluate(`{
      globalThis.RealDate ??= Date;
      globalThis.Date = class extends RealDate {
        constructor(...given) {
          super(...(given.length === 0 ? [${now.getTime()}] : given));
        }
        static now() {
          return ${now.getTime()};
        }
      };
    }`);
  }
}

// What follows is run in the page itself, in one step each: every step costs a round trip to a busy browser.

/** Opens all of the form and fills it; answers whether copies of an earlier question are still chosen. */
export function fillForm({
  texts,
  boxes,
}: {
  readonly texts: Readonly<Record<string, string>>;
  readonly boxes: Readonly<Record<string, boolean>>;
}): boolean {
  for (const details of document.querySelectorAll("form details")) details.setAttribute("open", "");
  for (const [id, value] of Object.entries(texts)) {
    const field = document.getElementById(id);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
  }
  for (const [id, isChecked] of Object.entries(boxes)) {
    const box = document.getElementById(id);
    if (box instanceof HTMLInputElement) box.checked = isChecked;
  }
  const copies = document.querySelector<HTMLInputElement>("#copies");
  return (copies?.files?.length ?? 0) > 0;
}

/** Presses the button, without waiting until a mouse could. */
export function pressRun(): void {
  document.querySelector<HTMLElement>("#run")?.click();
}

/** Waits until there is an answer that can be seen. */
export async function awaitAnswer(): Promise<void> {
  const verdict = document.querySelector<HTMLElement>("#verdict");
  if (verdict === null) throw new Error("the page has no verdict");
  const isThere = (): boolean => verdict.dataset["exitCode"] !== undefined && verdict.checkVisibility();
  if (isThere()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const observer = new MutationObserver(() => isThere() && resolve());
  observer.observe(verdict, { attributes: true });
  await promise;
  observer.disconnect();
}

/** The exit code, all that the page says, and what of it the command line prints. */
export function readAnswer(): PageAnswer {
  const verdict = document.querySelector<HTMLElement>("#verdict");
  const text = verdict?.textContent ?? "";
  const tabs = [...(verdict?.querySelectorAll<HTMLElement>(".tabs button") ?? [])];
  const shown = tabs.find((tab) => tab.getAttribute("aria-pressed") === "true");
  const pages = (tabs.length > 0 ? tabs : [null]).map((tab) => {
    tab?.click();
    return verdict?.querySelector("pre")?.textContent;
  });
  shown?.click();
  const paragraphs = [...(verdict?.querySelectorAll("p") ?? [])].map((each) => each.textContent);
  const printed = pages[0] === undefined ? paragraphs.join("\n") : pages.join("\n");
  return { exit: Number(verdict?.dataset["exitCode"]), text, printed };
}

/** A folder as a zip of its content, links and empty folders included. */
export function zipped(folder: string): Dropped {
  const content: Zippable = {};
  const add = (below: string): void => {
    for (const entry of readdirSync(path.join(folder, below), { withFileTypes: true })) {
      const name = below === "" ? entry.name : `${below}/${entry.name}`;
      const file = path.join(folder, name);
      // What git keeps is of no interest; a folder of that name without it may be.
      if (entry.name === ".git" && existsSync(path.join(file, "HEAD"))) continue;
      if (entry.isDirectory()) {
        content[`${name}/`] = new Uint8Array();
        add(name);
      } else if (entry.isSymbolicLink()) {
        content[name] = [Buffer.from(readlinkSync(file)), { os: 3, attrs: 0o120_777 * 65_536 }];
      } else if (entry.isFile()) {
        content[name] = readFileSync(file);
      }
    }
  };
  add("");
  return { name: `${path.basename(folder)}.zip`, buffer: Buffer.from(zipSync(content, { level: 1 })) };
}

function uploaded({ name, buffer }: Dropped) {
  return { name, mimeType: "application/zip", buffer };
}
