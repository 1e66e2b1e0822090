import { isDayName, isYearName } from "../../bundle/run-path.ts";
import { StreamName } from "../../evidence/schema.ts";
import { catchFailure, Failure } from "../../failure.ts";
import {
  filesBelow,
  isArchiverEntry,
  joinPath,
  lastName,
  type FileEntry,
  type Files,
} from "../../platform/files.ts";
import { isRunFile, runFilesAmong } from "../run/read-folder.ts";
import { readSample, SAMPLE_NAME, type Sample } from "./sample.ts";

/** A stream, its runs not read yet. */
export interface StreamFolder {
  readonly name: string;
  /** Its own files: runs are read from here. */
  readonly files: Files;
  /** Its path below the folder that was named; `.` for that folder itself. */
  readonly folder: string;
  /** Run folders below the stream's, such as `2026/2026-11-22/061731Z-123-1`, by name and so by time. */
  readonly runs: readonly string[];
  /** Entries in the place of a year, a day or a run that are no folder, such as a link. */
  readonly notFolders: readonly string[];
  /** Entries that are no part of a stream; they were not read. */
  readonly others: readonly string[];
  /** Which runs of the stream are here with their evidence; null where all are. */
  readonly sample: Sample | null;
}

/** What a folder is: a run, or one stream or more. */
export type Located =
  | { readonly kind: "run" }
  | {
      readonly kind: "streams";
      readonly streams: readonly StreamFolder[];
      /** Whether these are all streams of a repository: false where the folder is a stream itself. */
      readonly isWhole: boolean;
      /** What was not searched for streams, such as a link, each a sentence. */
      readonly skipped: readonly string[];
    };

/** Streams are below `path` in a repository, and never deeper than this. */
const DEEPEST = 4;
/** A year, a day and a run are below a stream. */
const DEEPEST_RUN = DEEPEST + 3;
/** A century of hourly runs; more entries are not ours, and listing them could exhaust the verifier. */
const MOST_ENTRIES = 2_000_000;
const NOT_SEARCHED = new Set([".git", "node_modules", "__MACOSX"]);
/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", SAMPLE_NAME]);

/** A git folder with so many entries is named without a look at the rest of them. */
const MOST_HIDDEN_ENTRIES = 500_000;

/** What belongs beside years. */
const EXPECTED_IN_STREAM = new Set([".gitattributes"]);

/** Tells a run folder, a stream and a repository apart by what they hold. Throws a `Failure` where it is none of them. */
export function locateStreams(files: Files): Located {
  const found = findStreams(files);
  if (found !== null) return found;
  const zip = files.list("").find(({ name, kind }) => kind === "file" && name.toLowerCase().endsWith(".zip"));
  const hint =
    zip === undefined
      ? "name a folder that holds evidence.json, a stream such as prod, or the repository of streams"
      : `first unzip ${zip.name}, then name the folder that it leaves`;
  throw new Failure(
    "unreadable",
    `${files.name} is neither a run folder nor a stream nor a repository of evidence`,
    { hint },
  );
}

/** The same, or null where the folder can be read and holds no evidence. */
export function findStreams(all: Files): Located | null {
  const files = withFewEntries(all);
  const entries = files.list("");
  const planted = runFilesAmong(entries);
  if (planted.length > 0) {
    // One run holds no others: somebody who puts its files above a stream would hide that stream.
    const folders = foldersBelow(files, "", (entry) => !NOT_SEARCHED.has(entry.name));
    if (!folders.some((folder) => mayHoldRuns(files, folder))) return { kind: "run" };
    throw new Failure(
      "unreadable",
      `${files.name} holds the files of a run (${planted.join(", ")}) and runs below it, or links that may lead to runs, so it is neither a run nor a stream`,
      { hint: "find out who put those files there; remove them to verify the rest" },
    );
  }
  if (isStream(files, "")) {
    const streams = [streamAt(files, { all, at: "", sample: null })];
    return { kind: "streams", streams, isWhole: false, skipped: [] };
  }
  const sample = readSample(files, entries);
  const { streams, skipped } = streamsBelow(files, { all, sample });
  return streams.length > 0 ? { kind: "streams", streams, isWhole: true, skipped } : null;
}

/** The same files, which refuse to list more entries in all than any evidence has. */
export function withFewEntries(files: Files, mostEntries = MOST_ENTRIES): Files {
  let room = mostEntries;
  return {
    name: files.name,
    root: files.root,
    read: (path, most) => files.read(path, most),
    list(path) {
      const entries = files.list(path);
      room -= entries.length;
      if (room >= 0) return entries;
      throw new Failure("unreadable", `${path || files.name} is in a tree larger than any evidence`);
    },
  };
}

/** A folder and what is in it. */
interface ListedFolder {
  readonly path: string;
  readonly entries: readonly FileEntry[];
}

/** The folder and those below it, as deep as runs may be. */
function* foldersBelow(
  files: Files,
  path: string,
  isEntered: (folder: FileEntry) => boolean,
  deepest = DEEPEST_RUN,
): Generator<ListedFolder> {
  const entries = files.list(path);
  yield { path, entries };
  if (deepest === 0) return;
  for (const entry of entries) {
    if (entry.kind !== "folder" || !isEntered(entry)) continue;
    yield* foldersBelow(files, joinPath(path, entry.name), isEntered, deepest - 1);
  }
}

/** Whether the folder of a run, or one below it, holds other runs, or a link that may lead to them. */
function mayHoldRuns(files: Files, { path, entries }: ListedFolder): boolean {
  const isBelow = path !== "";
  return (
    (isBelow && runFilesAmong(entries).length > 0) ||
    entries.some(({ name, kind }) => kind === "other" && (isBelow || !isRunFile(name))) ||
    isStream(files, path)
  );
}

/** Says that runs are in a folder in which nobody looks for streams, or that it cannot be looked at; null where it holds none. */
export function hiddenEvidence(all: Files, at: string): string | null {
  const folders = foldersBelow(withFewEntries(all, MOST_HIDDEN_ENTRIES), at, () => true);
  const holdsRuns = catchFailure(() => folders.some(({ entries }) => runFilesAmong(entries).length > 0));
  if (holdsRuns instanceof Failure) return `${at} was not searched for streams`;
  return holdsRuns ? `${at} holds runs, which were not verified` : null;
}

function isStream(files: Files, path: string): boolean {
  const years = files.list(path).filter(({ name, kind }) => kind === "folder" && isYearName(name));
  return years.some((year) => files.list(joinPath(path, year.name)).some(({ name }) => isDayName(name)));
}

function streamsBelow(
  files: Files,
  { all, sample }: { all: Files; sample: Sample | null },
): { readonly streams: readonly StreamFolder[]; readonly skipped: readonly string[] } {
  const streams: StreamFolder[] = [];
  const skipped: string[] = [];
  const search = (path: string, depth: number): void => {
    for (const { name, kind } of files.list(path)) {
      const at = joinPath(path, name);
      const hidden = kind === "folder" && NOT_SEARCHED.has(name) ? hiddenEvidence(all, at) : null;
      if (hidden !== null) skipped.push(hidden);
      if (hidden !== null || isArchiverEntry({ name, kind })) continue;
      const isSearched = kind === "folder" && !NOT_SEARCHED.has(name);
      if (isSearched && isStream(files, at)) streams.push(streamAt(files, { all, at, sample }));
      else if (isSearched && depth < DEEPEST) search(at, depth + 1);
      else if (isSearched || !EXPECTED.has(name)) skipped.push(`${at} was not searched for streams`);
    }
  };
  search("", 1);
  return { streams, skipped };
}

function streamAt(
  files: Files,
  { all, at, sample }: { all: Files; at: string; sample: Sample | null },
): StreamFolder {
  // Runs are listed one at a time, so their entries are not counted.
  const stream = filesBelow(all, at);
  const notFolders: string[] = [];
  const others: string[] = [];
  const foldersNamed = (folder: string, isExpected: (name: string) => boolean): readonly string[] =>
    files.list(joinPath(at, folder)).flatMap(({ name, kind }) => {
      const path = joinPath(folder, name);
      if (isArchiverEntry({ name, kind })) {
        if (kind === "folder" && hiddenEvidence(stream, path) !== null) others.push(path);
        return [];
      }
      if (isExpected(name) && kind === "folder") return [path];
      if (isExpected(name) && kind === "other") notFolders.push(path);
      else if (!EXPECTED_IN_STREAM.has(path)) others.push(path);
      return [];
    });
  const runs = foldersNamed("", isYearName)
    .flatMap((year) => foldersNamed(year, isDayName))
    .flatMap((day) => foldersNamed(day, (name) => !name.startsWith(".")));
  const name = lastName(stream.root.replaceAll("\\", "/"));
  if (!StreamName.safeParse(name).success) others.push(`the name of the stream, ${name}`);
  return { name, files: stream, folder: at || ".", runs, notFolders, others, sample };
}
