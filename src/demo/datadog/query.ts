/** A record as a query sees it: the values under a field name, reserved, `@attribute` or bare tag key. */
export type RecordFields = (name: string) => readonly string[];

/** A parsed query. Returns whether the record matches. */
export type RecordQuery = (fields: RecordFields) => boolean;

/**
 * Parses the part of the log search syntax that this program uses: `field:value`,
 * `@a.b:(x OR y)`, `@a.b:<7`, a leading `-` or NOT, AND, OR, parentheses, quotes, `*`
 * and `?` in unquoted values; side by side means AND. Returns null for anything else.
 */
export function parseQuery(text: string): RecordQuery | null {
  const reader = new QueryReader(text);
  if (reader.isAtEnd()) return () => true;

  try {
    const query = parseOr(reader, parseTerm);
    return reader.isAtEnd() ? query : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

const QUERY_OPERATOR = /(?:OR|AND|NOT)(?=[\s()]|$)/y;

/** Reads one unit at this level: a term outside, a value after `field:(`. */
type LeafParser = (reader: QueryReader) => RecordQuery;

function parseOr(reader: QueryReader, leaf: LeafParser): RecordQuery {
  const options = [parseAnd(reader, leaf)];
  while (reader.take(/OR(?=[\s(])/y) !== null) options.push(parseAnd(reader, leaf));
  return (fields) => options.some((option) => option(fields));
}

function parseAnd(reader: QueryReader, leaf: LeafParser): RecordQuery {
  const parts = [parseNot(reader, leaf)];
  while (reader.take(/AND(?=[\s(])/y) !== null || !reader.sees(/\)|OR(?=[\s(])|$/y)) {
    parts.push(parseNot(reader, leaf));
  }
  return (fields) => parts.every((part) => part(fields));
}

function parseNot(reader: QueryReader, leaf: LeafParser): RecordQuery {
  const isNegated = reader.take(/-(?=\S)|NOT(?=[\s(])/y) !== null;
  const query = reader.sees(/\(/y) ? parseGroup(reader, leaf) : leaf(reader);
  return isNegated ? (fields) => !query(fields) : query;
}

function parseGroup(reader: QueryReader, leaf: LeafParser): RecordQuery {
  reader.expect(/\(/y);
  const inner = parseOr(reader, leaf);
  reader.expect(/\)/y);
  return inner;
}

/** `field:value`, `field:(values)`, `*` or a bare tag. */
function parseTerm(reader: QueryReader): RecordQuery {
  const field = reader.take(/@?[\w./-]+:(?=\S)/y)?.slice(0, -1);
  if (field === undefined)
    return reader.take(/\*(?=[\s)]|$)/y) === null ? parseValue("tag")(reader) : () => true;
  return reader.sees(/\(/y) ? parseGroup(reader, parseValue(field)) : parseValue(field)(reader);
}

function parseValue(field: string): LeafParser {
  return (reader) => {
    if (reader.sees(QUERY_OPERATOR)) throw new SyntaxError("an operator is in the place of a value");
    const bound = reader.take(/<-?\d+(?=[\s)]|$)/y);
    if (bound !== null)
      return (fields) => fields(field).some((candidate) => Number(candidate) < Number(bound.slice(1)));
    const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y);
    const text = quoted === null ? reader.expect(/(?:[^\s()"\\]|\\.)+/y) : removeEscapes(quoted.slice(1, -1));
    const accepts = quoted === null ? matchWildcards(text) : (candidate: string) => candidate === text;
    return (fields) => fields(field).some(accepts);
  };
}

function matchWildcards(text: string): (candidate: string) => boolean {
  if (!/[*?]/.test(text)) return (candidate) => candidate === removeEscapes(text);

  const pattern = removeEscapes(text).replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  const regexp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
  return (candidate) => regexp.test(candidate);
}

function removeEscapes(text: string): string {
  return text.replaceAll(/\\(.)/g, "$1");
}

/** The text and a position in it. Matches sticky expressions and skips white space before each. */
class QueryReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.trim();
  }

  isAtEnd(): boolean {
    return this.#at === this.#text.length;
  }

  sees(expression: RegExp): boolean {
    return this.#match(expression) !== null;
  }

  take(expression: RegExp): string | null {
    const found = this.#match(expression);
    if (found !== null) this.#at = expression.lastIndex;
    return found;
  }

  expect(expression: RegExp): string {
    const found = this.take(expression);
    if (found === null) throw new SyntaxError(`cannot read the query at ${this.#at}`);
    return found;
  }

  #match(expression: RegExp): string | null {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
    expression.lastIndex = this.#at;
    return expression.exec(this.#text)?.[0] ?? null;
  }
}

/** Returns the values of the tags with that key, or all tags for the name `tag`. */
export function tagValues(tags: readonly string[], name: string): readonly string[] {
  if (name === "tag") return tags;
  return tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1));
}

/** Whether the value is a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns the value at a dotted path such as `workflow.rule.type`, or undefined. */
export function valueAtPath(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split(".")) {
    if (!isRecord(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** Returns a value as a search compares it: each scalar as text, nothing for objects and gaps. */
export function searchableTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(searchableTexts);
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}
