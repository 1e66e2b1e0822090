import { expect } from "vitest";

import type { CommandAnswer } from "../support/command-line.ts";
import { browserTest, isThere } from "./browser.ts";
import { pageFile, VerifyPage, type PageAnswer } from "./verify-page.ts";

const desked = browserTest.extend<{ desk: VerifyPage }>({
  desk: [
    async ({ browser }, use) => {
      await use(await VerifyPage.open(browser, await pageFile()));
    },
    { scope: "file" },
  ],
});

/** A test with the page, opened once for its file: each test asks it again. Skipped where there is no browser. */
export const deskTest = desked.skipIf(!isThere);

/** Expects the page to say what the command line says, word by word; what both say of all streams may be elsewhere. */
export function expectSame(page: PageAnswer, { exit, printed, isDecided }: CommandAnswer): void {
  if (!isDecided) {
    expect({ exit: page.exit, printed: sentences(page.printed) }).toEqual({
      exit,
      printed: sentences(printed),
    });
    return;
  }
  const [whole, said] = [printed.trimEnd(), page.printed.trimEnd()];
  const rest = whole.slice(said.length);
  expect({ exit: page.exit, said }).toEqual({ exit, said: whole.slice(0, said.length) });
  expect(rest).toMatch(/^(?:$|\n\nRemarks\n)/);
  for (const remark of rest.split("\n  - ").slice(1)) {
    expect(page.text).toContain(remark.replaceAll(/\s+/g, " "));
  }
}

/** The page writes a sentence with a capital letter and a full stop. */
function sentences(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.replace(/\.$/, "").toLowerCase())
    .filter((line) => line !== "");
}
