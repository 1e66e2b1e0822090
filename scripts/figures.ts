import { glob, mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";

import { startVitest } from "vitest/node";
import { z } from "zod";

import { GROUPS, matrix } from "../test/faults/matrix.ts";
import { isUnseen, untruths } from "../test/faults/rules.ts";

/**
 * `node scripts/figures.ts`: how much is tried, counted by trying it. Nothing
 * here is written by hand; what fails is not counted and ends with an error.
 */
const root = path.resolve(import.meta.dirname, "..");
const BAD_INPUTS = ["test/config/inputs.test.ts", "test/e2e/refused.test.ts"];

const Tried = z.object({ file: z.string(), test: z.string(), cases: z.int() });

const { cells } = await matrix();
const status = (wanted: string): number =>
  cells.filter(({ item }) => item.collection.status === wanted).length;
const refused = await passedIn(BAD_INPUTS);
const properties = await fuzzed();

console.table({
  "faults scripted": GROUPS.flatMap(({ rows }) => rows).length,
  "faults × items, each run": cells.length,
  "  survived, count exact": status("complete") - cells.filter(isUnseen).length,
  "  named: partial, count a floor": status("partial"),
  "  named: failed, no count": status("failed"),
  "  named: skipped, no count": status("skipped"),
  "  left out by the source, unseen, with a caveat": cells.filter(isUnseen).length,
  "  untrue": cells.filter((cell) => untruths(cell).length > 0).length,
  "tests of bad inputs and refusals": refused,
  "properties fuzzed": properties.length,
  "  cases tried": properties.reduce((sum, { cases }) => sum + cases, 0),
});
console.table(
  properties.map(({ file, test, cases }) => ({
    file: path.relative(root, file),
    property: test.length > 90 ? `${test.slice(0, 89)}…` : test,
    cases,
  })),
);

/** The tests that passed in these files. */
async function passedIn(files: readonly string[], setupFiles: readonly string[] = []): Promise<number> {
  const vitest = await startVitest("test", [...files], {
    root,
    watch: false,
    reporters: [{}],
    setupFiles: [...setupFiles],
  });
  const tests = vitest.state.getTestModules().flatMap(({ children }) => Array.from(children.allTests()));
  await vitest.close();
  return tests.filter((test) => test.result().state === "passed").length;
}

/** Each property that fast-check was given in a test, and how many cases it tried. */
async function fuzzed(): Promise<readonly z.infer<typeof Tried>[]> {
  const files: string[] = [];
  for await (const file of glob("test/**/*.test.ts", { cwd: root })) {
    if ((await readFile(path.join(root, file), "utf8")).includes('from "fast-check"')) files.push(file);
  }
  const temp = await mkdtemp(path.join(os.tmpdir(), "datadog-evidence-figures-"));
  try {
    process.env["FUZZ_COUNT_FILE"] = path.join(temp, "cases.ndjson");
    await passedIn(files, [path.join(import.meta.dirname, "fuzz-count.ts")]);
    const lines = (await readFile(process.env["FUZZ_COUNT_FILE"], "utf8")).trim().split("\n");
    return lines
      .map((line) => Tried.parse(JSON.parse(line)))
      .toSorted((a, b) => (`${a.file} ${a.test}` < `${b.file} ${b.test}` ? -1 : 1));
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
}
