import { expect, test } from "vitest";

import { HOSTILE } from "./table.ts";

const rows = HOSTILE.flatMap((group) => group.rows);

test("each input has its own name", () => {
  const names = rows.map(({ input }) => input);

  expect(names).toEqual([...new Set(names)]);
});

test.each(rows)("$input: exit $exit", async ({ attempt, words, exit }) => {
  expect(await attempt()).toEqual({ exit, text: expect.stringContaining(words) });
});
