import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect } from "vitest";

import { Failure } from "../../src/failure.ts";
import { SECOND_VERIFIER } from "../support/second-verifier.ts";
import { temporaryFolder } from "../support/temp.ts";
import { HANDED_OVER } from "../tampering/handed-over.ts";
import { GROUPS } from "../tampering/table.ts";
import { browserTest, isThere } from "./browser.ts";
import { buildPage, VerifyPage, type PageAnswer } from "./verify-page.ts";

/** The page, opened once: each row asks it again. */
const desked = browserTest.extend<{ desk: VerifyPage }>({
  desk: [
    async ({ browser }, use) => {
      await using folder = await temporaryFolder();
      const file = path.join(folder.path, "verify.html");
      await writeFile(file, await buildPage());
      await use(await VerifyPage.open(browser, file));
    },
    { scope: "file" },
  ],
});
const test = desked.skipIf(!isThere);

const rows = GROUPS.flatMap((group) => group.rows);
const handedOver = HANDED_OVER.flatMap((group) => group.rows);

test.for(rows)(
  "$attack: the page says the same, exit $exit",
  async ({ attempt, sentence, exit }, { desk }) => {
    expect(await answerTo(desk, attempt)).toEqual({ exit, text: expect.stringContaining(plain(sentence)) });
  },
);

test.for(handedOver)(
  "$attack: the page says the same, exit $exit",
  async ({ attempt, words, exit }, { desk }) => {
    await using root = await temporaryFolder();

    expect(await answerTo(desk, () => attempt(root.path))).toEqual({
      exit,
      text: expect.stringContaining(plain(words)),
    });
  },
);

/** What the page answers to what the attempt asks of our verify in the end. */
async function answerTo(desk: VerifyPage, attempt: () => Promise<unknown>): Promise<PageAnswer> {
  const answers: PageAnswer[] = [];
  await SECOND_VERIFIER.run(
    async (asked) => void answers.push(await desk.ask(asked)),
    async () => {
      try {
        await attempt();
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
      }
    },
  );
  const last = answers.at(-1);
  if (last === undefined) throw new Error("the page was not asked");
  return last;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/g, " ");
}
