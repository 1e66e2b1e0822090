/** The records of a body, and the rest of it. */
export interface ParsedRecords<Kept> {
  /** The body with an empty list. */
  readonly json: unknown;
  readonly records: readonly Kept[];
}

const QUOTE_BYTE = 0x22;
const COMMA_BYTE = 0x2c;
const COLON_BYTE = 0x3a;
const OPEN_LIST = 0x5b;
const ESCAPE_BYTE = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** Which part of each record to keep. */
export interface RecordRules<Kept> {
  readonly keep: (raw: unknown) => Kept;
  /** The name of a large member, at any depth, that is not needed: its value is skipped and reads as null. */
  readonly unread?: string;
}

/**
 * Parses a body record by record, so that only one raw record is in memory: a list, or an object with a
 * list under `data`. A body without such a list is parsed as a whole and has no records. Throws a
 * `SyntaxError` if the body is not JSON.
 */
export function parseRecords<Kept>(bytes: Buffer, { keep, unread }: RecordRules<Kept>): ParsedRecords<Kept> {
  const key = unread === undefined ? null : Buffer.from(JSON.stringify(unread));
  const list = listIn(bytes);
  if (list === null) return { json: withoutList(bytes.toString("utf8")), records: [] };

  const records: Kept[] = [];
  let at = afterSpace(bytes, list + 1);
  while (bytes[at] !== CLOSE_LIST) {
    const { end, raw } = parseValueAt(bytes, at, key);
    records.push(keep(raw));
    at = afterSpace(bytes, end);
    if (bytes[at] === COMMA_BYTE) at = afterSpace(bytes, at + 1, CLOSE_LIST);
    else if (bytes[at] !== CLOSE_LIST) throw new SyntaxError("a list does not go on");
  }
  const rest = bytes.toString("utf8", 0, list + 1) + bytes.toString("utf8", at);
  return { json: withoutList(rest), records };
}

/** Parses the rest. Throws if it still has a list: the body then names the list twice. */
function withoutList(text: string): unknown {
  const json: unknown = JSON.parse(text);
  const isObject = typeof json === "object" && json !== null;
  const list: unknown = isObject && "data" in json ? json.data : json;
  if (Array.isArray(list) && list.length > 0) throw new SyntaxError("the body has two lists");
  return json;
}

/** The position where the list begins; null if there is none. */
function listIn(bytes: Buffer): number | null {
  let at = afterSpace(bytes, 0);
  if (bytes[at] === OPEN_LIST) return at;
  if (bytes[at] !== OPEN_OBJECT) return null;
  at = afterSpace(bytes, at + 1);
  while (bytes[at] === QUOTE_BYTE) {
    const end = afterString(bytes, at);
    // A name may contain escapes.
    const isData = JSON.parse(bytes.toString("utf8", at, end)) === "data";
    const colon = afterSpace(bytes, end);
    if (bytes[colon] !== COLON_BYTE) return null;
    const value = afterSpace(bytes, colon + 1);
    if (isData) return bytes[value] === OPEN_LIST ? value : null;
    const comma = afterSpace(bytes, afterValue(bytes, value));
    if (bytes[comma] !== COMMA_BYTE) return null;
    at = afterSpace(bytes, comma + 1);
  }
  return null;
}

/** The value that begins at a position, without the skipped parts, and its end. */
function parseValueAt(
  bytes: Buffer,
  from: number,
  key: Buffer | null,
): { readonly end: number; readonly raw: unknown } {
  const passed: number[] = [];
  const end = afterValue(bytes, from, key === null ? undefined : { key, passed });
  let text = "";
  let at = from;
  for (let nth = 0; nth < passed.length; nth += 2) {
    text += `${bytes.toString("utf8", at, passed[nth])}null`;
    at = passed[nth + 1] ?? end;
  }
  const raw: unknown = JSON.parse(text + bytes.toString("utf8", at, end));
  return { end, raw };
}

/** The end of the value that begins at a position, which is not checked here. Notes the values to skip. */
function afterValue(
  bytes: Buffer,
  from: number,
  unread?: { readonly key: Buffer; readonly passed: number[] },
): number {
  let depth = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE_BYTE) {
      const end = afterString(bytes, at);
      if (depth === 0) return end;
      at =
        unread !== undefined && isAt(bytes, at, end, unread.key) ? skipValue(bytes, end, unread.passed) : end;
      continue;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      // A number or a word ends where the list or object around it ends.
      if (depth === 0) return at;
      depth -= 1;
      if (depth === 0) return at + 1;
    } else if (byte === COMMA_BYTE && depth === 0) return at;
    at += 1;
  }
  throw new SyntaxError("the body ends within a value");
}

function isAt(bytes: Buffer, from: number, to: number, key: Buffer): boolean {
  if (to - from !== key.length || bytes[from + 1] !== key[1]) return false;
  return bytes.compare(key, 0, key.length, from, to) === 0;
}

/** The end of the member's value; the same text may also be a value itself, and is then not skipped. */
function skipValue(bytes: Buffer, from: number, passed: number[]): number {
  const colon = afterSpace(bytes, from);
  if (bytes[colon] !== COLON_BYTE) return from;
  const begin = afterSpace(bytes, colon + 1);
  const end = afterValue(bytes, begin);
  // Without a value there is nothing to skip, and parsing reports it.
  if (end > begin) passed.push(begin, end);
  return end;
}

function afterString(bytes: Buffer, from: number): number {
  let at = from + 1;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE_BYTE) return at + 1;
    at += byte === ESCAPE_BYTE ? 2 : 1;
  }
  throw new SyntaxError("the body ends within a text");
}

/** The position of the next byte that is not white space. Throws if it is `never`. */
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
