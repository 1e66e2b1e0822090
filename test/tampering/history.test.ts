import { rm } from "node:fs/promises";

import { expect, test } from "vitest";

import { git } from "../support/git.ts";
import { committed, dayOf, monthOf, ROOTS, timeOn, TODAY } from "../support/month.ts";
import { only, verdictOver } from "../support/stream.ts";
import { HISTORY, type Finding } from "./history.ts";

const rows = HISTORY.flatMap((group) => group.rows);

test.each(["timed", "untimed"] as const)(
  "a month that nobody touched is genuine and complete, %s",
  async (kind) => {
    await using month = await monthOf(kind);

    expect(await findingOf(month.folder)).toEqual({ exit: 0, code: null, day: null });
    expect(await findingOf(month.folder, month.witness)).toEqual({ exit: 0, code: null, day: null });
    expect((await git(month.folder, "log", "--format=%ad", "--date=short")).split("\n")).toHaveLength(30);
  },
);

test.each(rows)(
  "$attack, $month: $alone.code alone, $withCopies.code with copies",
  async ({ month: kind, ...row }) => {
    await using month = await monthOf(kind);

    await row.alter(month);
    await committed(month.folder, row.attack);

    expect(await findingOf(month.folder)).toEqual(row.alone);
    expect(await findingOf(month.folder, month.witness)).toEqual(row.withCopies);
  },
);

test("what only a copy shows is admitted where there is none", async () => {
  const hidden = rows.filter(({ alone, withCopies }) => alone.exit !== 1 && withCopies.exit === 1);
  for (const { month: kind, alter } of hidden) {
    await using month = await monthOf(kind);
    await alter(month);

    const [first = ""] = only(await verdict(month.folder)).notProven;

    expect(first).toContain("so rewritten or truncated history by the key holder would not be detected");
  }
  expect(hidden.length).toBeGreaterThan(3);
});

test("verify says that a history signed again has no timestamps, and cannot answer where time is required", async () => {
  await using month = await monthOf("timed");
  const attack = rows.find((row) => row.attack.startsWith("sign all again without"));
  await attack?.alter(month);

  const said = only(await verdict(month.folder)).notProven;
  const required = await verdict(month.folder, { requiresTime: true });

  expect(said.join()).toContain("21 of 30 runs have no trusted timestamp");
  expect(required.exitCode).toBe(2);
});

test("an end that was cut off is missing where the end of the period is named", async () => {
  await using month = await monthOf("untimed");
  for (const number of [29, 30]) await rm(month.stream.folder(number), { recursive: true });

  const found = only(await verdict(month.folder, { to: timeOn(31, "00:00:00") }));

  expect(found).toMatchObject({ exitCode: 3, slots: { met: 28, missing: 2 } });
});

async function verdict(folder: string, asked: Parameters<typeof verdictOver>[1] = {}) {
  return verdictOver(folder, { roots: ROOTS, now: TODAY, ...asked });
}

/** What is found first, in the stream that is bad first. */
async function findingOf(folder: string, witness?: string): Promise<Finding> {
  const { exitCode, streams } = await verdict(folder, witness === undefined ? {} : { witness });
  const [first] = streams.flatMap(({ problems }) => problems);
  return {
    exit: exitCode,
    code: first?.code ?? null,
    day: first === undefined ? null : dayOf(first.run),
  };
}
