import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { errorCode, explainError } from "../src/failure.ts";

test("an error of the system has a code", async () => {
  const error: unknown = await readFile("there is no such file").catch((reason: unknown) => reason);

  expect(errorCode(error)).toBe("ENOENT");
});

test.each([new Error("disk"), "disk", null])("what has no code is an unknown error", (error) => {
  expect(errorCode(error)).toBe("unknown error");
});

test("what the system does not allow is a sentence, a bug keeps its stack", async () => {
  const error: unknown = await readFile("there is no such file").catch((reason: unknown) => reason);
  const many = Object.assign(new Error("EMFILE: too many open files"), { code: "EMFILE", syscall: "open" });

  expect(explainError(error)).toMatch(/^the system does not allow open \(ENOENT\)\n[^\n]+$/);
  expect(explainError(many)).toBe(
    "the system does not allow open (EMFILE)\nThis process may not open more files; raise the limit (ulimit -n)",
  );
  expect(explainError(new TypeError("a bug"))).toContain("at ");
});
