/** A part of a JSON text: the line in which it begins, counted from 1, and its members or elements. */
export interface JsonPart {
  readonly line: number;
  readonly parts: ReadonlyMap<string, JsonPart>;
}

/** Where the parts of a JSON text are; where it is not JSON, how far it is. */
export interface JsonLines {
  readonly root: JsonPart;
  /** Members whose object has another of the same name above them. */
  readonly repeated: readonly { readonly line: number; readonly name: string }[];
  /** The line in which it stops being JSON; null where all of it is. */
  readonly brokenAt: number | null;
}

/** Finds the lines of a JSON text. Never throws. */
export function linesOfJson(text: string): JsonLines {
  const scanner = new Scanner(text);
  try {
    const root = scanner.part();
    scanner.end();
    return { root, repeated: scanner.repeated, brokenAt: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { root: { line: 1, parts: new Map() }, repeated: scanner.repeated, brokenAt: scanner.line };
  }
}

/** The line of what a path leads to, or of the last part on the way that is there. */
export function lineAt({ root }: JsonLines, path: readonly PropertyKey[]): number {
  let part = root;
  for (const name of path) {
    const next = part.parts.get(String(name));
    if (next === undefined) break;
    part = next;
  }
  return part.line;
}

class Broken extends Error {}

/** A policy is far less nested; the scanner walks by recursion. */
const DEEPEST = 64;

const TOKEN =
  /[{}[\],:]|"[^"\\\t\n\r]*(?:\\.[^"\\\t\n\r]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
const SPACE = /[ \t\r]*/y;
const OPENING = new Set(["{", "["]);
const PUNCTUATION = new Set(["}", "]", ",", ":"]);

class Scanner {
  line = 1;
  readonly repeated: { line: number; name: string }[] = [];
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  part(): JsonPart {
    const token = this.#token();
    const { line } = this;
    if (PUNCTUATION.has(token)) throw new Broken();
    if (!OPENING.has(token)) return { line, parts: new Map() };
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new Broken();
    const parts = token === "{" ? this.#members() : this.#elements();
    this.#depth -= 1;
    return { line, parts };
  }

  end(): void {
    this.#skipSpace();
    if (this.#at < this.#text.length) throw new Broken();
  }

  #members(): ReadonlyMap<string, JsonPart> {
    const parts = new Map<string, JsonPart>();
    if (this.#takes("}")) return parts;
    for (;;) {
      const name = this.#name();
      const { line } = this;
      this.#expect(":");
      if (parts.has(name)) this.repeated.push({ line, name });
      parts.set(name, { line, parts: this.part().parts });
      if (this.#takes("}")) return parts;
      this.#expect(",");
    }
  }

  #elements(): ReadonlyMap<string, JsonPart> {
    const parts = new Map<string, JsonPart>();
    if (this.#takes("]")) return parts;
    for (;;) {
      parts.set(String(parts.size), this.part());
      if (this.#takes("]")) return parts;
      this.#expect(",");
    }
  }

  #name(): string {
    const token = this.#token();
    if (!token.startsWith('"')) throw new Broken();
    try {
      return String(JSON.parse(token));
    } catch {
      throw new Broken();
    }
  }

  #expect(token: string): void {
    if (!this.#takes(token)) throw new Broken();
  }

  #takes(token: string): boolean {
    this.#skipSpace();
    if (this.#text[this.#at] !== token) return false;
    this.#at += 1;
    return true;
  }

  #token(): string {
    this.#skipSpace();
    TOKEN.lastIndex = this.#at;
    const [token] = TOKEN.exec(this.#text) ?? [];
    if (token === undefined) throw new Broken();
    this.#at += token.length;
    return token;
  }

  #skipSpace(): void {
    for (;;) {
      SPACE.lastIndex = this.#at;
      this.#at += SPACE.exec(this.#text)?.[0].length ?? 0;
      if (this.#text[this.#at] !== "\n") return;
      this.#at += 1;
      this.line += 1;
    }
  }
}
