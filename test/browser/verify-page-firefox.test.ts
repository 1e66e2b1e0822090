import { writeFile } from "node:fs/promises";
import path from "node:path";

import type { Browser } from "puppeteer-core";
import { expect, test as plain } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { BUNDLE_NAME } from "../../src/evidence/files/evidence-files.ts";
import { HOSTILE_BUNDLES } from "../hostile/bundles.ts";
import { askCommandLine, type CommandAnswer } from "../support/command-line.ts";
import { newKey, writtenRun } from "../support/evidence.ts";
import { SECOND_VERIFIER, type Asked } from "../support/second-verifier.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import { GROUPS } from "../tampering/table.ts";
import { THIRD_PARTY } from "../third-party/table.ts";
import { expectSame } from "./desk.ts";
import { FirefoxPage, isFirefoxThere, launchFirefox } from "./firefox.ts";
import { HOSTILE_ZIPS } from "./hostile-zips.ts";
import { pageFile, type PageAnswer } from "./verify-page.ts";

const withPage = plain.extend<{ browser: Browser; desk: FirefoxPage }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- the runner reads the parameter to learn what is needed
    async ({}, use) => {
      const browser = await launchFirefox();
      await use(browser);
      await browser.close();
    },
    { scope: "file" },
  ],
  desk: [
    async ({ browser }, use) => {
      await using folder = await temporaryFolder();
      await use(await FirefoxPage.open(browser, { file: await pageFile(), folder: folder.path }));
    },
    { scope: "file" },
  ],
});
const test = withPage.skipIf(!isFirefoxThere);

const MINUTE_MS = 60_000;

// Their runs are of now, and nobody moves the clock of this browser.
test.for(GROUPS.flatMap((group) => group.rows))(
  "$attack: Firefox says the same, exit $exit",
  async ({ attempt, exit }, { desk, skip }) => {
    const questions: Asked[] = [];
    const answers: PageAnswer[] = [];
    const now = Date.now();
    await SECOND_VERIFIER.run(
      async (question) => {
        questions.push(question);
        if (Math.abs(question.now.getTime() - now) > MINUTE_MS) return;
        const answer = await desk.ask(question);
        answers.push(answer);
        expectSameButTimes(answer, await askCommandLine({ ...question, now: new Date() }));
      },
      async () => void (await attempt()),
    );

    expect(questions).toHaveLength(1);
    if (answers.length === 0) skip("it is asked at another time than now");
    expect(answers[0]?.exit).toBe(exit);
  },
);

test.for(THIRD_PARTY)("$made: Firefox says the same, exit $exit", async ({ make, exit }, { desk, skip }) => {
  await using root = await temporaryFolder();
  const folder = `${root.path}/given`;
  const trust = (await make(folder)) ?? skip("the tool cannot be had here");

  const answer = await desk.ask({ folder, trust });

  expect(answer.exit).toBe(exit);
  expectSameButTimes(answer, await askCommandLine({ folder, trust, now: new Date() }));
});

test.for(HOSTILE_BUNDLES)("a bundle that is %s: Firefox says the same", async ([, bytes], { desk }) => {
  await using root = await temporaryFolder();
  const key = newKey();
  const { folder } = await writtenRun(root.path, key);
  await writeFile(path.join(folder, BUNDLE_NAME), bytes);
  const trust = { keys: [readVerifyingKey(key.publicPem)] };

  const answer = await desk.ask({ folder: root.path, trust });

  expect(answer.exit).toBe(1);
  expectSameButTimes(answer, await askCommandLine({ folder: root.path, trust, now: new Date() }));
});

test.for(HOSTILE_ZIPS)(
  "a zip with $what is a sentence in Firefox, and the page lives on",
  async ({ make, words }, { desk }) => {
    await desk.give({ keys: [readVerifyingKey(SIGNER.publicPem)] });

    expect(await desk.verify(make())).toMatchObject({ exit: 2, text: expect.stringContaining(words) });
    expect(desk.said).toEqual([]);
  },
);

/** The two are asked one after the other, and some sentences end with the time of asking. */
function expectSameButTimes(page: PageAnswer, command: CommandAnswer): void {
  const ofPage = { ...page, printed: timeless(page.printed), text: timeless(page.text) };
  expectSame(ofPage, { ...command, printed: timeless(command.printed) });
}

function timeless(text: string): string {
  return text.replaceAll(/T\d\d:\d\d:\d\dZ/g, "T…Z");
}
