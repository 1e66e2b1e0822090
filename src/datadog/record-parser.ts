/** A body whose records were kept one by one, and the rest of it. */
export interface ParsedRecords<Kept> {
  /** The body with its list left empty. */
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

/** What to keep of each record. */
export interface RecordRules<Kept> {
  readonly keep: (raw: unknown) => Kept;
  /** A member, however deep, that nobody reads and that is large: its value is passed over and reads as null. */
  readonly unread?: string;
}

/**
 * Parses a body record by record, so that never more than one raw record is held:
 * a list, or an object with a list under `data`. A body without such a list is
 * parsed in one and has no records. Throws the `SyntaxError` of what is not JSON.
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

/** A list that is left was named twice, and nobody can say which of the two counts. */
function withoutList(text: string): unknown {
  const json: unknown = JSON.parse(text);
  const isObject = typeof json === "object" && json !== null;
  const list: unknown = isObject && "data" in json ? json.data : json;
  if (Array.isArray(list) && list.length > 0) throw new SyntaxError("the body has two lists");
  return json;
}

/** Where the list opens; null where there is none. */
function listIn(bytes: Buffer): number | null {
  let at = afterSpace(bytes, 0);
  if (bytes[at] === OPEN_LIST) return at;
  if (bytes[at] !== OPEN_OBJECT) return null;
  at = afterSpace(bytes, at + 1);
  while (bytes[at] === QUOTE_BYTE) {
    const end = afterString(bytes, at);
    // A name may be written with escapes.
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

/** The value that begins there, without what nobody reads, and where it ends. */
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

/** The end of the value that begins there; whether it is one, parsing tells. Notes where what follows the key lies. */
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
      // The end of what the value lies in is the end of a number or a word.
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

/** Behind the value, where there is one: the same text may also be a value itself. */
function skipValue(bytes: Buffer, from: number, passed: number[]): number {
  const colon = afterSpace(bytes, from);
  if (bytes[colon] !== COLON_BYTE) return from;
  const begin = afterSpace(bytes, colon + 1);
  const end = afterValue(bytes, begin);
  // Without a value there is nothing to pass over, and parsing says so.
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
