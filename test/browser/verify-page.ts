import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { zipSync, type Zippable } from "fflate";
import type { Browser, Page } from "playwright-core";

import type { Asked } from "../support/second-verifier.ts";
import { buildPage } from "../../scripts/build-page.ts";
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
    await page.evaluate((values) => {
      for (const details of document.querySelectorAll("form details")) details.setAttribute("open", "");
      for (const [id, value] of Object.entries(values)) {
        const field = document.getElementById(id);
        if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = value;
      }
    }, texts);
    await page.setChecked("#require-time", asked.trust.requiresTime === true);
    await page.setChecked("#require-expectations", asked.requiresExpectations === true);
    await page.setInputFiles("#copies", asked.copies === undefined ? [] : [uploaded(zipped(asked.copies))]);
  }

  /** Drops the files, presses the button and waits for the answer. */
  async verify(dropped: readonly Dropped[]): Promise<PageAnswer> {
    const { page } = this;
    await page.setInputFiles("#files", dropped.map(uploaded));
    await page.click("#run");
    return this.answer();
  }

  /** Chooses a folder of the disk, presses the button and waits for the answer. */
  async verifyFolder(folder: string): Promise<PageAnswer> {
    const { page } = this;
    await page.setInputFiles("#folder", folder);
    await page.click("#run");
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
    await page.waitForSelector("#verdict[data-exit-code]", { timeout: 100_000 });
    const exit = Number(await page.getAttribute("#verdict", "data-exit-code"));
    const [text, printed] = await page.evaluate(readAnswer);
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

/** All that the page says, and what of it the command line prints; read in the page itself. */
export function readAnswer(): [text: string, printed: string] {
  const verdict = document.querySelector("#verdict");
  const whole = verdict?.textContent ?? "";
  const tabs = [...(verdict?.querySelectorAll<HTMLElement>(".tabs button") ?? [])];
  const shown = tabs.find((tab) => tab.getAttribute("aria-pressed") === "true");
  const pages = (tabs.length > 0 ? tabs : [null]).map((tab) => {
    tab?.click();
    return verdict?.querySelector("pre")?.textContent;
  });
  shown?.click();
  const paragraphs = [...(verdict?.querySelectorAll("p") ?? [])].map((each) => each.textContent);
  return [whole, pages[0] === undefined ? paragraphs.join("\n") : pages.join("\n")];
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

export { buildPage };
