import { expect, test } from "vitest";

import { scheduleWarning } from "../../src/run/schedule-warning.ts";
import { evidenceOf } from "../support/evidence.ts";

const NOW = Date.parse("2026-11-22T06:17:31Z");

test.each([
  ["17 6 * * *", "P1D", null],
  ["17 * * * *", "PT1H", null],
  ["17 */6 * * *", "PT6H", null],
  ["17 6 * * *", "PT1H", "lets 24 h pass between two runs, but evidence is due every 1 h"],
  ["17 6 * * 1-5", "P1D", "lets 72 h pass between two runs, but evidence is due every 24 h"],
  ["17 * * * *", "P1D", "runs every 1 h, but evidence is due only every 24 h"],
  ["17 6 31 2 *", "P1D", null],
  ["no schedule", "P1D", null],
] as const)("the schedule %s and the cadence %s: %s", (schedule, cadence, words) => {
  const { run, stream } = evidenceOf();
  const github = run.github === null ? null : { ...run.github, schedule };

  const said = scheduleWarning({ run: { ...run, github }, stream: { ...stream, cadence } }, NOW);

  expect(said ?? "nothing").toContain(words ?? "nothing");
});
