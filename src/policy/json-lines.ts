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

/** A policy is far less nested; its parts are read by recursion. */
const DEEPEST = 64;
const NO_PARTS: JsonPart["parts"] = new Map();

const TOKEN =
  /[ \t\r]+|\n|[{}[\],:]|"[^"\\\t\n\r]*(?:\\.[^"\\\t\n\r]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

/** Finds the lines of a JSON text. Never throws. */
export function linesOfJson(text: string): JsonLines {
  const repeated: { line: number; name: string }[] = [];
  let line = 1;
  let at = 0;

  /** The next token; empty at the end, and where there is none. */
  const next = (): string => {
    for (;;) {
      TOKEN.lastIndex = at;
      const [token = ""] = TOKEN.exec(text) ?? [];
      at += token.length;
      if (token === "\n") line += 1;
      else if (token === "" || token.trim() !== "") return token;
    }
  };
  const partsOf = (token: string, depth: number): JsonPart["parts"] => {
    if (token === "" || "]},:".includes(token)) throw new Broken();
    if (token !== "{" && token !== "[") return NO_PARTS;
    if (depth === DEEPEST) throw new Broken();
    return partsUntil(token === "{" ? "}" : "]", depth + 1);
  };
  const partsUntil = (close: "}" | "]", depth: number): JsonPart["parts"] => {
    const parts = new Map<string, JsonPart>();
    for (let token = next(); token !== close || parts.size > 0; token = next()) {
      const begun = line;
      const name = close === "}" ? nameIn(token) : String(parts.size);
      if (close === "}") {
        if (next() !== ":") throw new Broken();
        if (parts.has(name)) repeated.push({ line: begun, name });
        token = next();
      }
      parts.set(name, { line: begun, parts: partsOf(token, depth) });
      const after = next();
      if (after === close) break;
      if (after !== ",") throw new Broken();
    }
    return parts;
  };

  try {
    const first = next();
    const root = { line, parts: partsOf(first, 0) };
    if (next() !== "" || at < text.length) throw new Broken();
    return { root, repeated, brokenAt: null };
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { root: { line: 1, parts: NO_PARTS }, repeated, brokenAt: line };
  }
}

function nameIn(token: string): string {
  if (!token.startsWith('"')) throw new Broken();
  try {
    return String(JSON.parse(token));
  } catch {
    throw new Broken();
  }
}
