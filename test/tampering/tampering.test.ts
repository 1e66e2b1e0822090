import { expect, test } from "vitest";

import { afterwards, SCENES, type Signing } from "./scenes.ts";
import { GROUPS } from "./table.ts";

const rows = GROUPS.flatMap((group) => group.rows);
const signings: readonly Signing[] = [
  "a key",
  "a key and a timestamp",
  "a workflow, privately",
  "a workflow, publicly",
];

test.each(signings)("a run that nobody touched is genuine, signed by %s", async (signing) => {
  expect(Object.keys(SCENES)).toContain(signing);
  expect(await afterwards(signing, {})).toBeNull();
});

test("each attack has its own name", () => {
  const names = rows.map(({ attack }) => attack);

  expect(names).toEqual([...new Set(names)]);
});

test.each(rows)("$attack: caught by $check, exit $exit", async ({ attempt, check, sentence, exit }) => {
  expect(await attempt()).toEqual({ check, detail: expect.stringContaining(sentence), exit });
});
