/**
 * HTML that is safe to put on a page. Only `markup` and `joinMarkup` make it, so that text that was not escaped
 * does not compile where markup is expected.
 */
class Markup {
  readonly #html: string;

  constructor(html: string) {
    this.#html = html;
  }

  toString(): string {
    return this.#html;
  }
}

export type { Markup };

/** What a template may hold: text and numbers, which are escaped, and what is markup already. */
type Value = string | number | Markup | { readonly html: () => Markup } | readonly Value[];

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

// Controls, bidi overrides, invisible characters and lone surrogates can make a page show something other
// than what is written. The two joiners stay: scripts and emoji need them.
const NOT_PLAIN = /[&<>"']|[[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]--[\n\t\u200c\u200d]]/gv;

/**
 * HTML from a template, such as `` markup`<b>${name}</b>` ``: strings are text and are escaped, arrays are put
 * together, and only `Markup`, phrases and blocks are taken as they are. Attributes must be quoted.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return new Markup(String.raw({ raw: strings }, ...values.map(escapeValue)));
}

/** The parts, one after the other. */
export function joinMarkup(parts: readonly Value[], separator = ""): Markup {
  return new Markup(parts.map(escapeValue).join(separator));
}

/** The parts, a line each. */
export function markupLines(parts: readonly Value[]): Markup {
  return joinMarkup(parts, "\n");
}

function escapeValue(value: Value): string {
  if (typeof value === "string") return escapeHtml(value);
  if (typeof value === "number") return String(value);
  if (value instanceof Markup) return value.toString();
  return "html" in value ? value.html().toString() : value.map(escapeValue).join("");
}

/** What somebody reads of the markup, for a terminal. Text in it is escaped, so every `<` begins a tag. */
export function textOf(html: Markup): string {
  const characters = new Map([...ENTITIES].map(([character, entity]) => [entity, character]));
  return html
    .toString()
    .replaceAll(/<[^<>]*>/gv, "")
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/gv, (entity) => characters.get(entity) ?? entity);
}

/** Text as HTML, for elements and quoted attributes; what cannot be seen becomes its code point in ⟨ ⟩. */
export function escapeHtml(text: string): string {
  return text.replaceAll(NOT_PLAIN, (char) => {
    const hex = (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return ENTITIES.get(char) ?? `⟨U+${hex}⟩`;
  });
}

/** Text as the content of a CSS string: everything but plain characters is a hexadecimal escape. */
export function escapeCss(text: string): string {
  return text
    .replaceAll(/\s/gv, " ")
    .replaceAll(/[^\p{L}\p{N} .,:_\-]/gv, (char) => `\\${(char.codePointAt(0) ?? 0).toString(16)} `);
}
