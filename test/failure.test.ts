import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { errorCode } from "../src/failure.ts";

test("an error of the system has a code", async () => {
  const error: unknown = await readFile("there is no such file").catch((reason: unknown) => reason);

  expect(errorCode(error)).toBe("ENOENT");
});

test.each([new Error("disk"), "disk", null])("what has no code is an unknown error", (error) => {
  expect(errorCode(error)).toBe("unknown error");
});
