import { expect, test } from "vitest";

import { askCommandLine } from "../support/command-line.ts";
import { temporaryFolder } from "../support/temp.ts";
import { THIRD_PARTY } from "./table.ts";

test.for(THIRD_PARTY)("$made: exit $exit", async ({ made, make, exit, words }, { skip }) => {
  await using root = await temporaryFolder();
  const trust = (await make(`${root.path}/given`)) ?? skip(`the tool cannot be had here: ${made}`);

  const answer = await askCommandLine({ folder: `${root.path}/given`, trust, now: new Date() });

  expect(answer).toMatchObject({ exit, printed: expect.stringContaining(words) });
});
