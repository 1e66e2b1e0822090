import { readFile } from "node:fs/promises";

import { expect, test } from "vitest";

import { DOCUMENT, documentOf } from "./generate.ts";
import { LISTINGS } from "./listings.ts";
import { matrix } from "./matrix.ts";
import { exitFor, isUnseen, namedBy, untruths } from "./rules.ts";

// Every cell is run once, before the first test; `node test/faults/generate.ts` writes docs/faults.md.
const { healthy, cells } = await matrix();
const named = cells.map((cell) => ({ name: `${cell.row.what}: ${cell.id}`, cell }));

test("without a fault every count is exact", () => {
  const counts = healthy.evidence.items.map(({ id, collection, result }) => ({
    id,
    status: collection.status,
    total: result.counts?.total,
  }));

  expect(counts).toEqual(
    Object.entries(LISTINGS).map(([id, { size }]) => ({ id, status: "complete", total: size })),
  );
});

test("each fault has its own name", () => {
  const names = named.map(({ name }) => name);

  expect(names).toEqual([...new Set(names)]);
});

test("every scripted fault was met", () => {
  const unmet = named.filter(({ cell: { row, ended } }) => "script" in row && ended.met === 0);

  expect(unmet.map(({ name }) => name)).toEqual([]);
});

test.for(named)("the count is exact or the loss has a name — $name", ({ cell }) => {
  expect(untruths(cell)).toEqual([]);
});

test.for(named)("it ends as it should — $name", ({ cell }) => {
  const { status, reason } = cell.item.collection;

  expect({ status, code: reason?.code ?? null, exit: cell.ended.exit }).toEqual({
    status: cell.expected.status,
    code: cell.expected.code,
    exit: exitFor(cell),
  });
  expect(reason?.message ?? "").toContain(namedBy(cell));
});

test.for(named)("nothing else is harmed, late, told or asked — $name", ({ cell: { harmed, ended } }) => {
  expect(harmed).toEqual([]);
  expect(ended.isInTime).toBe(true);
  expect(ended.leaks).toEqual([]);
  expect(ended.strayed).toBe(0);
});

test("only what Datadog leaves out without a word and without a count goes unseen", () => {
  const unseen = cells.filter(isUnseen).map(({ id }) => id);

  expect(unseen.filter((id) => id === "compliance-monitors")).toEqual([]);
  expect(unseen.length).toBeLessThanOrEqual(6);
});

test("docs/faults.md is what these runs give", async () => {
  expect(await readFile(DOCUMENT, "utf8")).toBe(await documentOf({ healthy, cells }));
});
