import { readBlocks, readBytes, splitLines, type EvidenceFile } from "./file.ts";
import type { SecretFinder } from "./projection/projection.ts";
import { findTokenKind } from "./projection/redaction.ts";

/** The place and the kind of a secret in a file that is about to be published, never the secret. */
export interface SecretLeak {
  /** File and path, such as `evidence.json items[1].records[3].name`. */
  readonly where: string;
  readonly what: string;
}

/**
 * Every text in the files that holds a key in use, in any of its forms, or
 * something in the shape of a secret. Evidence goes where it can never be taken
 * back, so one hit stops publication.
 */
export function findLeaks(files: readonly EvidenceFile[], secrets: SecretFinder): readonly SecretLeak[] {
  return files.flatMap((file) =>
    [...suspectTexts(file, secrets)].flatMap(([where, text]) => {
      const what = secretKindOf(text, secrets);
      return what === null ? [] : [{ where: `${file.name} ${where}`, what }];
    }),
  );
}

/**
 * The texts, each with its path, of what may hold a secret: of single lines of
 * NDJSON, else of the whole. Found line by line, as our own files are written:
 * parsed in one, a large file would take many times its size.
 */
function* suspectTexts(
  file: EvidenceFile,
  secrets: SecretFinder,
): Generator<readonly [where: string, text: string]> {
  let before = 0;
  for (const block of readBlocks(file)) {
    const lines = splitLines(block);
    // No text goes on in another line, so most blocks are done with.
    const isSuspect = mayHide(block) || secretKindOf(block, secrets) !== null;
    for (const [at, line] of isSuspect ? lines.entries() : []) {
      if (!isSuspectLine(line, secrets)) continue;
      if (!file.name.endsWith(".ndjson")) {
        yield* textsIn(JSON.parse(readBytes(file).toString("utf8")), "");
        return;
      }
      yield* textsIn(JSON.parse(line), `line ${before + at + 1}`);
    }
    before += lines.length;
  }
}

/** Without an escape, what JSON holds is what is written. */
function mayHide(written: string): boolean {
  return written.includes("\\");
}

function isSuspectLine(line: string, secrets: SecretFinder): boolean {
  if (secretKindOf(line, secrets) !== null) return true;
  if (!mayHide(line)) return false;
  return writtenTexts(line).some((text) => secretKindOf(text, secrets) !== null);
}

/** The texts in a line of JSON. Not by an expression: strangers choose their length, and its stack has an end. */
function* writtenTexts(line: string): Generator<string, undefined> {
  for (let begin = line.indexOf('"'); begin !== -1;) {
    let end = begin + 1;
    while (end < line.length && line[end] !== '"') end += line[end] === "\\" ? 2 : 1;
    yield String(JSON.parse(line.slice(begin, end + 1)));
    begin = line.indexOf('"', end + 1);
  }
}

/**
 * What kind of secret a raw answer holds, as it is written or inside its JSON;
 * null when it holds none. E-mail addresses and the like are none.
 */
export function findLeak(bytes: Buffer, secrets: SecretFinder): string | null {
  const content = bytes.toString("utf8");
  const written = secretKindOf(content, secrets);
  // Without an escape, what JSON holds is what is written.
  if (written !== null || !content.includes("\\")) return written;
  for (const text of textsOfAnswer(content)) {
    const what = secretKindOf(text, secrets);
    if (what !== null) return what;
  }
  return null;
}

/** The texts inside an answer; none where it is no JSON. Not by recursion: strangers choose its depth. */
function* textsOfAnswer(content: string): Generator<string> {
  const left: unknown[] = [];
  try {
    left.push(JSON.parse(content));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  while (left.length > 0) {
    const value = left.pop();
    if (typeof value === "string") yield value;
    if (typeof value !== "object" || value === null) continue;
    if (!Array.isArray(value)) for (const key of Object.keys(value)) left.push(key);
    for (const each of Object.values(value)) left.push(each);
  }
}

function secretKindOf(text: string, secrets: SecretFinder): string | null {
  return secrets.isIn(text) ? "a key that this run uses" : findTokenKind(text);
}

/** Names of members count as texts too. */
function* textsIn(value: unknown, path: string): Generator<readonly [where: string, text: string]> {
  if (typeof value === "string") {
    yield [path, value];
  } else if (Array.isArray(value)) {
    for (const [index, each] of value.entries()) yield* textsIn(each, `${path}[${index}]`);
  } else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      yield [path, key];
      yield* textsIn(each, path === "" ? key : `${path}.${key}`);
    }
  }
}
