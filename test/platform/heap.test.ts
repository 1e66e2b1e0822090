import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { ROOT } from "../support/runner.ts";

const WORK = `
  const { getHeapSpaceStatistics } = await import("node:v8");
  let kept = [];
  for (let nth = 0; nth < 3e6; nth += 1) {
    kept.push({ nth, text: "x" + nth });
    if (kept.length > 200_000) kept = [];
  }
  console.log(getHeapSpaceStatistics().find(({ space_name: name }) => name === "new_space").space_size);
`;

async function youngGeneration(before: string): Promise<{ readonly mb: number; readonly stderr: string }> {
  const { stdout, stderr } = await promisify(execFile)(process.execPath, [
    "--no-warnings",
    "--input-type=module",
    "--eval",
    `${before}\n${WORK}`,
  ]);
  return { mb: Number(stdout) / 1_000_000, stderr };
}

test("V8 knows the flags, and its young generation stays as it is", async () => {
  const heap = JSON.stringify(path.join(ROOT, "src/platform/heap.ts"));

  const small = await youngGeneration(`(await import(${heap})).keepHeapSmall();`);
  const usual = await youngGeneration("");

  expect(small.stderr).toBe("");
  expect(small.mb).toBeLessThan(usual.mb / 2);
});
