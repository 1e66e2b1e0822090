/** A body whose records were kept one by one, and the rest of it. */
export interface Split<Kept> {
  /** The body with its list left empty. */
  readonly json: unknown;
  readonly records: readonly Kept[];
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/**
 * Parses a body record by record, so that never more than one raw record is held:
 * a list, or an object with a list under `data`. A body without such a list is
 * parsed in one and has no records. Throws the `SyntaxError` of what is not JSON.
 */
export function split<Kept>(bytes: Buffer, keep: (raw: unknown) => Kept): Split<Kept> {
  const list = listIn(bytes);
  if (list === null) return { json: parsed(bytes, 0, bytes.length), records: [] };

  const records: Kept[] = [];
  let at = afterSpace(bytes, list + 1);
  while (bytes[at] !== CLOSE_LIST) {
    const end = afterValue(bytes, at);
    records.push(keep(parsed(bytes, at, end)));
    at = afterSpace(bytes, end);
    if (bytes[at] === COMMA) at = afterSpace(bytes, at + 1, CLOSE_LIST);
    else if (bytes[at] !== CLOSE_LIST) throw new SyntaxError("a list does not go on");
  }
  const rest = bytes.toString("utf8", 0, list + 1) + bytes.toString("utf8", at);
  const json: unknown = JSON.parse(rest);
  return { json, records };
}

/** Where the list opens; null where there is none. */
function listIn(bytes: Buffer): number | null {
  let at = afterSpace(bytes, 0);
  if (bytes[at] === OPEN_LIST) return at;
  if (bytes[at] !== OPEN_OBJECT) return null;
  at = afterSpace(bytes, at + 1);
  while (bytes[at] === QUOTE) {
    const end = afterString(bytes, at);
    const isData = bytes.toString("latin1", at, end) === '"data"';
    const colon = afterSpace(bytes, end);
    if (bytes[colon] !== COLON) return null;
    const value = afterSpace(bytes, colon + 1);
    if (isData) return bytes[value] === OPEN_LIST ? value : null;
    const comma = afterSpace(bytes, afterValue(bytes, value));
    if (bytes[comma] !== COMMA) return null;
    at = afterSpace(bytes, comma + 1);
  }
  return null;
}

function parsed(bytes: Buffer, from: number, to: number): unknown {
  return JSON.parse(bytes.toString("utf8", from, to));
}

/** The end of the value that begins there; whether it is one, parsing tells. */
function afterValue(bytes: Buffer, from: number): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = afterString(bytes, at);
      if (depth === 0) return at;
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      // The end of what the value lies in is the end of a number or a word.
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === COMMA && depth === 0) return at;
    at += 1;
  }
  throw new SyntaxError("the body ends within a value");
}

function afterString(bytes: Buffer, from: number): number {
  let at = from + 1;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    at += byte === ESCAPE ? 2 : 1;
  }
  throw new SyntaxError("the body ends within a text");
}

/** The next byte that is no white space; it must not be the one that is given. */
function afterSpace(bytes: Buffer, from: number, never?: number): number {
  let at = from;
  for (;;) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) {
      if (byte === undefined && from > 0) throw new SyntaxError("the body ends too early");
      if (byte !== undefined && byte === never) throw new SyntaxError("a list ends with a comma");
      return at;
    }
    at += 1;
  }
}
