/** A record as a query sees it: the values under a field name, reserved, `@attribute` or bare tag key. */
export type Fields = (name: string) => readonly string[];

/** A parsed query: whether the record matches. */
export type Query = (fields: Fields) => boolean;

/**
 * Parses the part of the log search syntax that is used here: `field:value`,
 * `@a.b:(x OR y)`, `@a.b:<7`, a leading `-` or NOT, AND, OR, parentheses, quotes, `*`
 * and `?` in unquoted values; side by side means AND. Returns null for anything else.
 */
export function parseQuery(text: string): Query | null {
  const reader = new Reader(text);
  if (reader.isAtEnd()) return () => true;

  try {
    const query = alternatives(reader, term);
    return reader.isAtEnd() ? query : null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}

const OPERATOR = /(?:OR|AND|NOT)(?=[\s()]|$)/y;

/** Reads what stands for itself at this level: terms outside, values after `field:(`. */
type Leaf = (reader: Reader) => Query;

function alternatives(reader: Reader, leaf: Leaf): Query {
  const options = [conjunction(reader, leaf)];
  while (reader.take(/OR(?=[\s(])/y) !== null) options.push(conjunction(reader, leaf));
  return (fields) => options.some((option) => option(fields));
}

function conjunction(reader: Reader, leaf: Leaf): Query {
  const parts = [signed(reader, leaf)];
  while (reader.take(/AND(?=[\s(])/y) !== null || !reader.sees(/\)|OR(?=[\s(])|$/y)) {
    parts.push(signed(reader, leaf));
  }
  return (fields) => parts.every((part) => part(fields));
}

function signed(reader: Reader, leaf: Leaf): Query {
  const isNegated = reader.take(/-(?=\S)|NOT(?=[\s(])/y) !== null;
  const query = reader.sees(/\(/y) ? grouped(reader, leaf) : leaf(reader);
  return isNegated ? (fields) => !query(fields) : query;
}

function grouped(reader: Reader, leaf: Leaf): Query {
  reader.expect(/\(/y);
  const inner = alternatives(reader, leaf);
  reader.expect(/\)/y);
  return inner;
}

/** `field:value`, `field:(values)`, `*` or a bare tag. */
function term(reader: Reader): Query {
  const field = reader.take(/@?[\w./-]+:(?=\S)/y)?.slice(0, -1);
  if (field === undefined) return reader.take(/\*(?=[\s)]|$)/y) === null ? value("tag")(reader) : () => true;
  return reader.sees(/\(/y) ? grouped(reader, value(field)) : value(field)(reader);
}

function value(field: string): Leaf {
  return (reader) => {
    if (reader.sees(OPERATOR)) throw new SyntaxError("an operator stands where a value should");
    const bound = reader.take(/<-?\d+(?=[\s)]|$)/y);
    if (bound !== null)
      return (fields) => fields(field).some((candidate) => Number(candidate) < Number(bound.slice(1)));
    const quoted = reader.take(/"(?:[^"\\]|\\.)*"/y);
    const text = quoted === null ? reader.expect(/(?:[^\s()"\\]|\\.)+/y) : unescaped(quoted.slice(1, -1));
    const accepts = quoted === null ? wildcard(text) : (candidate: string) => candidate === text;
    return (fields) => fields(field).some(accepts);
  };
}

function wildcard(text: string): (candidate: string) => boolean {
  if (!/[*?]/.test(text)) return (candidate) => candidate === unescaped(text);

  const pattern = unescaped(text).replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`);
  const regexp = new RegExp(`^${pattern.replaceAll("*", ".*").replaceAll("?", ".")}$`, "s");
  return (candidate) => regexp.test(candidate);
}

function unescaped(text: string): string {
  return text.replaceAll(/\\(.)/g, "$1");
}

/** Where we are in the text; takes sticky expressions and skips white space before each. */
class Reader {
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
