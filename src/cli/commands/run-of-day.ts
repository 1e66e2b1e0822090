import { readdir } from "node:fs/promises";
import path from "node:path";

import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { Failure, errorCode } from "../../failure.ts";

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const YEAR = /^\d{4}$/;
const RUN = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;

/** Whether the word is a day such as 2026-11-22. */
export function isDay(word: string): boolean {
  return DAY.test(word);
}

/** The folder of the last run of a day. Throws a sentence with the nearest runs where the day has none. */
export async function runOfDay(stream: string, day: string): Promise<string> {
  if (!isDay(day)) {
    throw new Failure("input", `${JSON.stringify(day)} is not a day`, {
      hint: "with --stream give two days such as 2026-11-22, else two run folders",
    });
  }
  const days = await daysOf(stream);
  const found = days.includes(day) ? await lastRunOf(stream, day) : null;
  if (found !== null) return found;
  const near = [
    await firstWithRun(stream, days.filter((each) => each < day).toReversed()),
    await firstWithRun(
      stream,
      days.filter((each) => each > day),
    ),
  ].filter((each) => each !== null);
  throw new Failure("input", `${stream} has no run of ${day}`, {
    hint:
      near.length === 0
        ? "it has no run at all; name the folder of one stream, such as compliance-evidence/prod"
        : `the nearest runs are of ${near.join(" and ")}`,
  });
}

async function daysOf(stream: string): Promise<readonly string[]> {
  const days: string[] = [];
  for (const year of await foldersIn(stream, YEAR)) {
    days.push(...(await foldersIn(path.join(stream, year), DAY)));
  }
  return days;
}

/** Null where the day holds no evidence: a declared gap lies in a run folder too. */
async function lastRunOf(stream: string, day: string): Promise<string | null> {
  const folder = path.join(stream, day.slice(0, 4), day);
  for (const run of (await foldersIn(folder, RUN)).toReversed()) {
    const names = await readdir(path.join(folder, run));
    if (names.includes(EVIDENCE_NAME)) return path.join(folder, run);
  }
  return null;
}

async function firstWithRun(stream: string, days: readonly string[]): Promise<string | null> {
  for (const day of days) {
    if ((await lastRunOf(stream, day)) !== null) return day;
  }
  return null;
}

/** Names of the folders in a folder, ascending; links are not followed. Throws where it cannot be read. */
async function foldersIn(folder: string, shape: RegExp): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries
      .flatMap((entry) => (entry.isDirectory() && shape.test(entry.name) ? [entry.name] : []))
      .toSorted();
  } catch (error) {
    const code = errorCode(error);
    throw new Failure("unreadable", `${folder} cannot be read as a folder (${code})`, { cause: error });
  }
}
