import { readFile } from "node:fs/promises";

import { format } from "prettier";
import { expect, test } from "vitest";

import { DOCUMENT } from "./generate.ts";
import { KINDS, kindsTable, readKind } from "./kinds.ts";

test.for(KINDS)("$what is read as $read, exit $exit", async (kind) => {
  expect(await readKind(kind)).toEqual({ read: kind.read, exit: kind.exit });
});

test("docs/faults.md has the kinds as these runs give them", async () => {
  const table = await format(kindsTable(), { parser: "markdown", printWidth: 110 });

  expect(await readFile(DOCUMENT, "utf8")).toContain(table.trim());
});
