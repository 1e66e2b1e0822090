import { Failure } from "../../failure.ts";
import { filesBelow, isArchiverEntry, lastName, type Files } from "../../platform/files.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { sameFilesFailure } from "../../verify/stream/copies.ts";
import {
  findStreams,
  hiddenEvidence,
  type Located,
  type StreamFolder,
} from "../../verify/stream/find-streams.ts";
import { SAMPLE_NAME } from "../../verify/stream/sample.ts";
import type { Dropped, Question } from "../messages.ts";

/** What was dropped, opened down to where the evidence is. */
export interface FoundEvidence {
  readonly files: Files;
  readonly located: Located;
  /** What is in a folder that nobody searched, each a sentence. */
  readonly hidden: readonly string[];
}

/** Archivers put a folder around what they pack, and no honest one puts more. */
const MOST_AROUND = 5;

/**
 * What the files hold. An outer folder that holds nothing else but one folder is opened. Throws a `Failure` where they
 * hold no evidence.
 */
export function locateEvidence(
  files: Files,
  { depth = 0, hidden = [] }: { depth?: number; hidden?: readonly string[] } = {},
): FoundEvidence {
  const entries = files.list("");
  const [only, ...more] = entries.filter((entry) => !isArchiverEntry(entry));
  const isAround = only?.kind === "folder" && more.length === 0 && depth < MOST_AROUND;
  // What describes a sample lies beside its streams; a folder around both is none of its parts.
  const isSample = isAround && files.list(only.name).some(({ name }) => name === SAMPLE_NAME);
  const located = isSample ? null : findStreams(files);
  if (located !== null) return { files, located, hidden };
  if (isAround) {
    const passed = entries.filter((entry) => entry.kind === "folder" && entry !== only);
    const below = passed.flatMap(({ name }) => hiddenEvidence(files, name) ?? []);
    return locateEvidence(filesBelow(files, only.name), {
      depth: depth + 1,
      hidden: [...hidden, ...below.map((sentence) => logLine(sentence))],
    });
  }
  const zip = entries.find(({ name, kind }) => kind === "file" && /\.zip$/i.test(name));
  throw new Failure("unreadable", `${files.name} holds no evidence: no run, no stream, no repository`, {
    hint:
      zip === undefined
        ? "drop the folder that holds evidence.json, a stream such as prod, or the repository of streams"
        : `take ${zip.name} out, and drop it by itself`,
  });
}

/** How many runs were found. */
export function countRuns(found: readonly FoundEvidence[]): number {
  return found.reduce(
    (sum, { located }) =>
      located.kind === "run" ? sum + 1 : located.streams.reduce((all, { runs }) => all + runs.length, sum),
    0,
  );
}

/** All streams that were found. */
export interface FoundStreams {
  readonly streams: readonly StreamFolder[];
  readonly isWhole: boolean;
  readonly skipped: readonly string[];
  /** What was dropped, where that is one thing; null where the folders of the streams begin with it already. */
  readonly root: string | null;
}

/** More streams are not evidence of one organisation; the reports of all could exhaust the page. */
const MOST_STREAMS = 500;

/** The streams of all that was found, one after the other. Throws a `Failure` where they are too many. */
export function joinStreams(found: readonly FoundEvidence[]): FoundStreams {
  const all = found.flatMap(({ files, located }) =>
    located.kind === "streams" ? [{ ...located, root: files.name }] : [],
  );
  const root = all.length === 1 ? (all[0]?.root ?? "") : null;
  const streams = all.flatMap((each) =>
    root === null
      ? each.streams.map((stream) => ({ ...stream, folder: folderIn(each.root, stream) }))
      : each.streams,
  );
  if (streams.length > MOST_STREAMS) {
    throw new Failure(
      "unreadable",
      `there are ${streams.length} streams, and this page reads up to ${MOST_STREAMS}`,
      { hint: "drop fewer at a time, or use the command line" },
    );
  }
  return {
    streams,
    isWhole: all.every(({ isWhole }) => isWhole),
    skipped: all.flatMap(({ skipped }) => skipped),
    root,
  };
}

/** The folder of a stream, beginning with what was dropped. */
export function folderIn(root: string, { folder }: { readonly folder: string }): string {
  return folder === "." ? root : `${root}/${folder}`;
}

/** Throws where a file is given as evidence and as its copy: a change of the one changes the other. */
export function ensureOtherFiles({ dropped, copies }: Question): void {
  const known = new Set(dropped.map(({ file }) => `${file.name} ${file.size} ${file.lastModified}`));
  const same = copies.find(({ file }) => known.has(`${file.name} ${file.size} ${file.lastModified}`));
  if (same !== undefined) throw sameFilesFailure(same.path, "the evidence");
}

const KEY_NAME = /(?:\.pem|\.pub|^keys\.json)$/i;

/** Without loose keys: they are named, and are no evidence. */
export function withoutKeys(dropped: readonly Dropped[]): readonly Dropped[] {
  return dropped.filter(({ path }) => path.includes("/") || !KEY_NAME.test(path));
}

/** Why a key that was dropped, or is at the top of what was dropped, is not used; nothing where there is none. */
export function describeUnusedKeys(dropped: readonly Dropped[], roots: readonly Files[]): readonly string[] {
  const paths = [...dropped.map(({ path }) => path), ...roots.flatMap(topNames)];
  const names = [...new Set(paths.filter((path) => KEY_NAME.test(lastName(path))))];
  const [first] = names;
  if (first === undefined) return [];
  const others = names.length === 1 ? "" : ` and ${names.length - 1} more`;
  return [
    `${logLine(first)}${others} looks like a key and was not used: whoever could forge the evidence could put a key beside it. Get the key from the people who signed, by another way.`,
  ];
}

/** The names at the top of what was dropped, where keys would be put for somebody to find. */
function topNames(files: Files): readonly string[] {
  const entries = files.list("");
  const below = entries.filter(({ kind }) => kind === "folder").flatMap(({ name }) => files.list(name));
  return [...entries, ...below].filter(({ kind }) => kind === "file").map(({ name }) => name);
}
