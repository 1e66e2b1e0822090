const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const RUN_NAME = /^\d{6}Z-[A-Za-z0-9-]+-\d+$/;
const TIME = /^\d{4}\/(\d{4}-\d{2}-\d{2})\/(\d{2})(\d{2})(\d{2})Z-/;

/** What decides where a run belongs. */
export interface RunPathParts {
  readonly collectedAt: string;
  readonly run: { readonly id: string; readonly attempt: number };
}

/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
export function runPath({ collectedAt, run }: RunPathParts): string {
  const [day = "", time = ""] = collectedAt.split("T");
  return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
}

/** The folder of a run below the evidence repository: `prod/2026/2026-11-22/061731Z-<run.id>-<attempt>`. */
export function pathInRepository(run: RunPathParts & { readonly stream: { readonly name: string } }): string {
  return `${run.stream.name}/${runPath(run)}`;
}

/** Whether the name is that of a year's folder, such as `2026`. */
export function isYearName(name: string): boolean {
  return YEAR.test(name);
}

/** Whether the name is that of a day's folder, such as `2026-11-22`. */
export function isDayName(name: string): boolean {
  return DAY.test(name);
}

/** Whether the name is that of a run's folder, such as `061731Z-123-1`. */
export function isRunName(name: string): boolean {
  return RUN_NAME.test(name);
}

/** Whether the path below a stream is that of a run: `2026/2026-11-22/061731Z-123-1`. */
export function isRunPath(path: string): boolean {
  const [year = "", day = "", name = "", ...more] = path.split("/");
  return isYearName(year) && isDayName(day) && isRunName(name) && more.length === 0;
}

/** The days among these folders of a stream, `2026/2026-11-22`, in order. */
export function sortDayFolders(folders: readonly string[]): readonly string[] {
  return folders
    .filter((folder) => {
      const [year = "", day = "", ...more] = folder.split("/");
      return isYearName(year) && isDayName(day) && more.length === 0;
    })
    .toSorted();
}

/** The time that the path of a run claims, in milliseconds; null where it names none. */
export function claimedTime(path: string): number | null {
  const [, day, hours, minutes, seconds] = TIME.exec(path) ?? [];
  const at = Date.parse(`${day}T${hours}:${minutes}:${seconds}Z`);
  return Number.isNaN(at) ? null : at;
}
