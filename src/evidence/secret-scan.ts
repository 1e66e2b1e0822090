import { readBlocks, readBytes, splitLines } from "./file.ts";
import type { EvidenceFile } from "./file.ts";

/** A secret in something that is about to be published: where it stands and of what kind, never what it is. */
export interface SecretLeak {
  /** File and path, such as `evidence.json items[1].records[3].name`. */
  readonly where: string;
  readonly what: string;
}

/** Shapes that nothing but a secret has. Each vendor's own prefix, so that ordinary words never match. */
const SECRET_SHAPES: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a private key", /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ["a Datadog key or token", /\bdd(?:app|ap|pat|sat)_[0-9A-Za-z_]{20,}/],
  ["a GitHub token", /\b(?:gh[oprsu]_[0-9A-Za-z]{36,}|github_pat_[0-9A-Za-z_]{40,})/],
  ["an AWS access key", /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/],
  ["a Slack token", /\bxox[abeprs]-[0-9A-Za-z-]{10,}/],
];

/** Text between what neither a token nor the dots in it are made of. */
const DOTTED = /[0-9A-Za-z_.-]+/g;

/** Three parts, of which two are objects. Not by one expression: from each `eyJ` it would look on to the end. */
function holdsJsonWebToken(text: string): boolean {
  return (text.match(DOTTED) ?? []).some((run) => {
    const parts = run.split(".");
    return parts.some((header, at) => {
      const [payload = "", signature = ""] = parts.slice(at + 1, at + 3);
      return (
        header.indexOf("eyJ") >= 0 &&
        header.length - header.indexOf("eyJ") >= 13 &&
        /^eyJ.{10}/.test(payload) &&
        signature.length >= 10
      );
    });
  });
}

/**
 * Every text in the files that holds a key in use, in any of its forms, or
 * something in the shape of a secret. Evidence goes where it can never be taken
 * back, so one hit stops publication.
 */
export function findLeaks(
  files: readonly EvidenceFile[],
  secretForms: readonly string[],
): readonly SecretLeak[] {
  return files.flatMap((file) =>
    [...suspectTexts(file, secretForms)].flatMap(([where, text]) => {
      const what = secretKindOf(text, secretForms);
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
  secretForms: readonly string[],
): Generator<readonly [where: string, text: string]> {
  let before = 0;
  for (const block of readBlocks(file)) {
    const lines = splitLines(block);
    const suspects = isSuspect(block, secretForms) ? lines.entries() : [];
    for (const [at, line] of suspects) {
      if (!isSuspectLine(line, secretForms)) continue;
      if (!file.name.endsWith(".ndjson")) {
        yield* textsIn(JSON.parse(readBytes(file).toString("utf8")), "");
        return;
      }
      yield* textsIn(JSON.parse(line), `line ${before + at + 1}`);
    }
    before += lines.length;
  }
}

/** Whether any of some lines must be looked at. No text goes on in another line, so most blocks are done with. */
function isSuspect(block: string, secretForms: readonly string[]): boolean {
  return mayHide(block) || secretKindOf(block, secretForms) !== null;
}

/** Without an escape and without a cut, what JSON holds is what is written. */
function mayHide(written: string): boolean {
  return written.includes("\\") || written.includes(CUT_MARK);
}

function isSuspectLine(line: string, secretForms: readonly string[]): boolean {
  if (secretKindOf(line, secretForms) !== null) return true;
  if (!mayHide(line)) return false;
  return writtenTexts(line).some((text) => secretKindOf(text, secretForms) !== null);
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
export function findLeak(bytes: Buffer, secretForms: readonly string[]): string | null {
  const content = bytes.toString("utf8");
  const written = secretKindOf(content, secretForms);
  // Without an escape, what JSON holds is what is written.
  if (written !== null || !content.includes("\\")) return written;
  for (const text of textsOfAnswer(content)) {
    const what = secretKindOf(text, secretForms);
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

function secretKindOf(text: string, secretForms: readonly string[]): string | null {
  if (secretForms.some((form) => text.includes(form))) return "a key that this run uses";
  if (isCutInside(text, secretForms)) return "the beginning of a key that this run uses";
  const found = SECRET_SHAPES.find(([, shape]) => shape.test(text))?.[0];
  return found ?? (holdsJsonWebToken(text) ? "a JSON Web Token" : null);
}

/** How the projection ends a text that it shortened. */
const CUT_MARK = "… [cut]";

/** So much of a key is no accident, and no less is worth stopping for. */
const SHORTEST_BEGINNING = 8;

/** Whether a text was shortened in the middle of a key, so that no whole form is left to find. */
function isCutInside(text: string, secretForms: readonly string[]): boolean {
  if (!text.endsWith(CUT_MARK)) return false;
  const body = text.slice(0, -CUT_MARK.length);
  return secretForms.some((form) => {
    const begin = body.lastIndexOf(form.slice(0, SHORTEST_BEGINNING));
    return begin >= 0 && form.startsWith(body.slice(begin));
  });
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
