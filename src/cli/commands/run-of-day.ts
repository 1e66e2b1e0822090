import path from "node:path";

import { isDayName, isRunName, isYearName } from "../../bundle/run-path.ts";
import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { joinPath, lastName, type Files } from "../../platform/files.ts";

/** The folder of the last run of a day. Throws a `Failure` with the nearest runs where the day has none. */
export function findRunOfDay(stream: string, day: string): string {
  if (!isDayName(day)) {
    throw new Failure("input", `${JSON.stringify(day)} is not a day`, {
      hint: "with --stream give two days such as 2026-11-22, else two run folders",
    });
  }
  const files = diskFiles(stream);
  const days = expectedFolders(files, "", isYearName).flatMap((year) =>
    expectedFolders(files, year, isDayName),
  );
  const wanted = `${day.slice(0, 4)}/${day}`;
  const found = days.includes(wanted) ? lastRunIn(files, wanted) : undefined;
  if (found !== undefined) return path.join(stream, found);
  const hasRun = (each: string): boolean => lastRunIn(files, each) !== undefined;
  const near = [
    days.findLast((each) => each < wanted && hasRun(each)),
    days.find((each) => each > wanted && hasRun(each)),
  ].flatMap((each) => (each === undefined ? [] : [lastName(each)]));
  throw new Failure("input", `${stream} has no run of ${day}`, {
    hint:
      near.length === 0
        ? "it has no run at all; name the folder of one stream, such as compliance-evidence/prod"
        : `the nearest runs are of ${near.join(" and ")}`,
  });
}

/** Undefined where the day holds no evidence: a declared gap is in a run folder too. */
function lastRunIn(files: Files, day: string): string | undefined {
  return expectedFolders(files, day, isRunName).findLast((run) =>
    files.list(run).some(({ name }) => name === EVIDENCE_NAME),
  );
}

/** Paths of the folders in a folder, ascending; links are not followed. */
function expectedFolders(
  files: Files,
  folder: string,
  isExpected: (name: string) => boolean,
): readonly string[] {
  return files
    .list(folder)
    .filter(({ name, kind }) => kind === "folder" && isExpected(name))
    .map(({ name }) => joinPath(folder, name));
}
