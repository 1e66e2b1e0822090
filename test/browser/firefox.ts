import { existsSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { launch, type Browser, type Page } from "puppeteer-core";

import { trustTexts } from "../support/asked-texts.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";
import type { Asked } from "../support/second-verifier.ts";
import {
  awaitAnswer,
  fillForm,
  pressRun,
  readAnswer,
  zipped,
  type Dropped,
  type PageAnswer,
} from "./verify-page.ts";

const FIREFOX = process.env["FIREFOX"] ?? "/usr/bin/firefox-esr";

/** Whether there is a Firefox to test in. */
export const isFirefoxThere = existsSync(FIREFOX);
if (!isFirefoxThere) process.stderr.write(`skipped: no browser at ${FIREFOX}\n`);

/** Debian's Firefox; another one is named by FIREFOX. */
export async function launchFirefox(): Promise<Browser> {
  return launch({ browser: "firefox", executablePath: FIREFOX, headless: true });
}

/** The page for auditors, open in Firefox from the disk. Its clock is that of this machine. */
export class FirefoxPage {
  readonly page: Page;
  /** What the console was told, and which addresses were asked, beside those of the page itself. */
  readonly said: string[] = [];

  readonly #folder: string;
  #given = 0;

  private constructor(page: Page, folder: string) {
    this.page = page;
    this.#folder = folder;
    page.on("console", (message) => this.said.push(message.text()));
    page.on("pageerror", (error) => this.said.push(String(error)));
    page.on("request", (request) => {
      if (!/^(?:file|blob|data):/.test(request.url())) this.said.push(request.url());
    });
  }

  /** Opens the file. What is given to it stays in the folder, because this browser reads files late. */
  static async open(
    browser: Browser,
    { file, folder }: { file: string; folder: string },
  ): Promise<FirefoxPage> {
    const opened = new FirefoxPage(await browser.newPage(), folder);
    await opened.page.goto(pathToFileURL(file).href);
    return opened;
  }

  /** Asks of an archive what was asked of a folder. */
  async ask({ folder, trust }: Pick<Asked, "folder" | "trust">): Promise<PageAnswer> {
    await this.give(trust);
    return this.verify(zipped(folder));
  }

  /** Gives all that says whom to trust. */
  async give(trust: Trust): Promise<void> {
    const { key, keys, ...texts } = trustTexts(trust);
    await this.page.evaluate(fillForm, {
      texts: { ...texts, key: key + keys },
      boxes: { "require-time": trust.requiresTime === true },
    });
  }

  /** Gives the archive, presses the button and waits for the answer. */
  async verify({ name, buffer }: Dropped): Promise<PageAnswer> {
    this.#given += 1;
    const file = path.join(this.#folder, String(this.#given), name);
    await mkdir(path.dirname(file));
    await writeFile(file, buffer);
    await (await this.page.waitForSelector("input#files"))?.uploadFile(file);
    await this.page.evaluate(pressRun);
    await this.page.evaluate(awaitAnswer);
    const { exit, text, printed } = await this.page.evaluate(readAnswer);
    return { exit, text: text.replaceAll(/\s+/g, " "), printed };
  }
}
