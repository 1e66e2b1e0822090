/**
 * The folder of a run below its stream's folder, as the evidence dictates it:
 * `2026/2026-11-22/061731Z-<run.id>-<attempt>`.
 */
export function runFolder({
  collectedAt,
  run,
}: {
  readonly collectedAt: string;
  readonly run: { readonly id: string; readonly attempt: number };
}): string {
  const [day = "", time = ""] = collectedAt.split("T");
  return `${day.slice(0, 4)}/${day}/${time.replaceAll(":", "")}-${run.id}-${run.attempt}`;
}

/** The days among these folders of a stream, `2026/2026-11-22`, in order. */
export function daysAmong(folders: readonly string[]): readonly string[] {
  return folders.filter((folder) => /^\d{4}\/\d{4}-\d{2}-\d{2}$/.test(folder)).toSorted();
}

/** Whether the place below a stream is that of a run: `2026/2026-11-22/061731Z-123-1`. */
export function isRunPlace(place: string): boolean {
  return /^\d{4}\/\d{4}-\d{2}-\d{2}\/\d{6}Z-[A-Za-z0-9-]+-\d+$/.test(place);
}
