import type { Dirent } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { GAP_NAME } from "../../evidence/gap.ts";
import { StreamName } from "../../evidence/schema.ts";
import { Failure, errorCode } from "../../failure.ts";
import { SAMPLE_NAME, sampleIn } from "./sample.ts";
import type { Sample } from "./sample.ts";

/** A stream as it lies on disk, its files not read yet. */
export interface StreamFolder {
  readonly name: string;
  /** Absolute. */
  readonly path: string;
  /** Below the path that was asked for; `.` for that path itself. */
  readonly folder: string;
  /** Run folders below the stream's, such as `2026/2026-11-22/061731Z-123-1`, by name and so by time. */
  readonly runs: readonly string[];
  /** What lies where a year, a day or a run belongs and is no folder, such as a link. */
  readonly notFolders: readonly string[];
  /** What is no part of a stream; it was not read. */
  readonly others: readonly string[];
  /** Which runs of the stream are here with their evidence; null where all are. */
  readonly sample: Sample | null;
}

/** What lies at a path. */
export type Asked =
  | { readonly kind: "run" }
  | {
      readonly kind: "streams";
      readonly streams: readonly StreamFolder[];
      /** Below the path; what was not read while streams were looked for, such as a link. */
      readonly skipped: readonly string[];
    };

const YEAR = /^\d{4}$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** Streams lie below `path` in a repository; deeper than this nobody puts them. */
const DEEPEST = 4;
/** A century of hourly runs; more entries are not ours, and listing them could exhaust the verifier. */
const MOST_ENTRIES = 2_000_000;
/** A line for each chosen run. */
const LARGEST_SAMPLE = 10_000_000;
/** A year, a day and a run lie below a stream. */
const DEEPEST_RUN = DEEPEST + 3;
const RUN_FILES: ReadonlySet<string> = new Set([EVIDENCE_NAME, GAP_NAME, BUNDLE_NAME]);
const NOT_SEARCHED = new Set([".git", "node_modules"]);

/** What belongs beside streams. */
const EXPECTED = new Set([".git", "VERIFY.md", "report.html", SAMPLE_NAME]);

/** Tells a run folder, a stream and a repository apart by what they hold. No link is followed. */
export async function lyingAt(asked: string): Promise<Asked> {
  const found = await foundAt(asked);
  if (found !== null) return found;
  throw new Failure(
    "unreadable",
    `${asked} is neither a run folder nor a stream nor a repository of evidence`,
    {
      hint: "name a folder that holds evidence.json, a stream such as prod, or the repository of streams",
    },
  );
}

/** The same, or null where the folder can be read and holds no evidence. */
export async function foundAt(asked: string): Promise<Asked | null> {
  const root = path.resolve(asked);
  const listing = new Listing();
  const entries = await listing.of(root, asked);
  if (isRunFolder(entries)) {
    await refusePlanted(listing, { root, entries, asked });
    return { kind: "run" };
  }
  if (await isStream(listing, root, entries)) {
    const stream = await streamAt(listing, { root, at: root, sample: null });
    return { kind: "streams", streams: [stream], skipped: [] };
  }
  const sample = await sampleAt(root, entries);
  const { streams, skipped } = await streamsBelow(listing, { root, sample });
  return streams.length > 0 ? { kind: "streams", streams, skipped } : null;
}

/** One run holds no others: whoever puts its files above a stream would have that not looked at. */
async function refusePlanted(
  listing: Listing,
  {
    root,
    entries,
    asked,
  }: { readonly root: string; readonly entries: readonly Dirent[]; readonly asked: string },
): Promise<void> {
  const isAbove = async (at: string, inside: readonly Dirent[], depth: number): Promise<boolean> => {
    if (await isStream(listing, at, inside)) return true;
    for (const entry of inside) {
      if (!entry.isDirectory() || NOT_SEARCHED.has(entry.name)) continue;
      const below = path.join(at, entry.name);
      const held = await listing.of(below);
      if (isRunFolder(held) || (depth < DEEPEST_RUN && (await isAbove(below, held, depth + 1)))) return true;
    }
    return false;
  };
  if (!(await isAbove(root, entries, 1))) return;
  const planted = entries.map(({ name }) => name).filter((name) => RUN_FILES.has(name));
  throw new Failure(
    "unreadable",
    `${asked} holds the files of a run (${planted.join(", ")}) and runs below it, so it is neither a run nor a stream`,
    { hint: "find out who put those files there; take them away to have the rest verified" },
  );
}

/** The sample that the folder is; null where it is none. */
async function sampleAt(root: string, entries: readonly Dirent[]): Promise<Sample | null> {
  const entry = entries.find(({ name }) => name === SAMPLE_NAME);
  if (entry === undefined) return null;
  if (!entry.isFile()) throw new Failure("unreadable", `${SAMPLE_NAME} is no regular file`);
  const file = path.join(root, SAMPLE_NAME);
  const { size } = await stat(file);
  if (size > LARGEST_SAMPLE) throw new Failure("unreadable", `${SAMPLE_NAME} is too large (${size} bytes)`);
  return sampleIn(await readFile(file));
}

/** Whether these are the entries of a run folder. */
export function isRunFolder(entries: readonly Dirent[]): boolean {
  return entries.some(({ name }) => RUN_FILES.has(name));
}

/** Lists folders, up to a number of entries in all. */
export class Listing {
  #room = MOST_ENTRIES;

  /** The entries in the order of their names. Throws where the folder cannot be read. */
  async of(folder: string, name = path.basename(folder)): Promise<readonly Dirent[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      const why = errorCode(error);
      throw new Failure("unreadable", `${name} cannot be read as a folder (${why})`, {
        hint: "name a run folder, a stream or a repository of evidence",
        cause: error,
      });
    });
    this.#room -= entries.length;
    if (this.#room < 0) throw new Failure("unreadable", `${name} lies in a tree larger than any evidence`);
    return entries.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  }
}

async function isStream(listing: Listing, folder: string, entries: readonly Dirent[]): Promise<boolean> {
  for (const year of entries) {
    if (!year.isDirectory() || !YEAR.test(year.name)) continue;
    if ((await listing.of(path.join(folder, year.name))).some(({ name }) => DAY.test(name))) return true;
  }
  return false;
}

async function streamsBelow(
  listing: Listing,
  { root, sample }: { readonly root: string; readonly sample: Sample | null },
): Promise<{ readonly streams: readonly StreamFolder[]; readonly skipped: readonly string[] }> {
  const streams: StreamFolder[] = [];
  const skipped: string[] = [];
  const search = async (folder: string, depth: number): Promise<void> => {
    for (const entry of await listing.of(folder)) {
      const at = path.join(folder, entry.name);
      if (!entry.isDirectory() || NOT_SEARCHED.has(entry.name)) {
        if (!EXPECTED.has(entry.name)) skipped.push(path.relative(root, at));
        continue;
      }
      if (await isStream(listing, at, await listing.of(at)))
        streams.push(await streamAt(listing, { root, at, sample }));
      else if (depth < DEEPEST) await search(at, depth + 1);
      else skipped.push(path.relative(root, at));
    }
  };
  await search(root, 1);
  return { streams, skipped };
}

async function streamAt(
  listing: Listing,
  { root, at, sample }: { readonly root: string; readonly at: string; readonly sample: Sample | null },
): Promise<StreamFolder> {
  const found = { runs: new Array<string>(), notFolders: new Array<string>(), others: new Array<string>() };
  for (const year of await sorted(listing, { at, below: "", belongs: YEAR, found })) {
    for (const day of await sorted(listing, { at, below: year, belongs: DAY, found })) {
      found.runs.push(...(await sorted(listing, { at, below: day, belongs: /^[^.]/, found })));
    }
  }
  const name = path.basename(at);
  if (!StreamName.safeParse(name).success) found.others.push(`the name of the stream, ${name}`);
  return { name, path: at, folder: path.relative(root, at) || ".", ...found, sample };
}

/** The folders that belong below one of a stream's; what else is there is noted. */
async function sorted(
  listing: Listing,
  {
    at,
    below,
    belongs,
    found,
  }: {
    readonly at: string;
    readonly below: string;
    readonly belongs: RegExp;
    readonly found: { readonly notFolders: string[]; readonly others: string[] };
  },
): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const entry of await listing.of(path.join(at, below))) {
    const place = below === "" ? entry.name : `${below}/${entry.name}`;
    if (!belongs.test(entry.name)) found.others.push(place);
    else if (entry.isDirectory()) folders.push(place);
    else if (entry.isFile()) found.others.push(place);
    else found.notFolders.push(place);
  }
  return folders;
}
