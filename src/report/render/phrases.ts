import type { Collection, ExpectationResult, State } from "../../evidence/schema.ts";
import { dayOf } from "../../platform/time.ts";
import { joinMarkup, markup, type Markup } from "./markup.ts";
import { cutMiddle, markdownText, visibleLine } from "./sanitize.ts";

/** Words within a line, in both notations. */
export interface Phrase {
  readonly kind: "phrase";
  readonly html: () => Markup;
  /** Without a line break. */
  readonly markdown: () => string;
}

/**
 * What may be part of a line. A string is text: it is escaped in each notation. A number is shown
 * in groups of three digits.
 */
export type Words = string | number | Phrase;

/** Longer names say nothing more to a reader, and evidence.json has them whole. */
const LONGEST_NAME = 200;
const LONGEST_REMARK = 1000;

/** What can end neither its quotes nor the cell of a table. */
const IS_CODE = /^[\w*,.:?=\u0026%\/\-][\w *,.:?=\u0026%\/\-]{0,298}[\w*,.:?=\u0026%\/\-]$/v;

const RESULT_MARKS = {
  met: { mark: "●", kind: "clear" },
  accepted: { mark: "◆", kind: "attention" },
  broken: { mark: "×", kind: "failed" },
  unknown: { mark: "○", kind: "unknown" },
} as const satisfies Record<ExpectationResult["result"], object>;

/** Nobody writes a longer word by hand: it is an address, a path or an id. */
const LONG_WORD = /[^\s\-]{25}/v;
const BLANKS = /(\s+)/v;

const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+\-]\d{2}:\d{2}))?$/v;

const STATE_MARKS = { attention: "▲", clear: "●", unknown: "○" } as const satisfies Record<State, string>;

const COLLECTION_MARKS = { complete: "✓", partial: "◐", skipped: "–", failed: "×" } as const satisfies Record<
  Collection["status"],
  string
>;

/**
 * A phrase from a template, such as `` phrase`Valid until ${time(at)}.` ``. The words of the template are ours;
 * every string that is put in is escaped.
 */
export function phrase(strings: TemplateStringsArray, ...values: readonly Words[]): Phrase {
  return phraseOf(
    () => joinMarkup(strings.flatMap((string, index) => [string, htmlOf(values[index] ?? "")])),
    () => String.raw({ raw: strings }, ...values.map(markdownOf)),
  );
}

/** A phrase by its two notations; for what no other function here writes. */
export function phraseOf(html: () => Markup, markdown: () => string): Phrase {
  return { kind: "phrase", html, markdown };
}

/** Words as HTML. */
export function htmlOf(words: Words): Markup {
  if (typeof words === "number") return markup`${groupDigits(words)}`;
  return typeof words === "string" ? wrappableText(words) : words.html();
}

/** Text in which only a word that is too long for a narrow column may break inside: best behind a slash. */
function wrappableText(text: string): Markup {
  if (!LONG_WORD.test(text)) return markup`${text}`;
  return joinMarkup(
    text.split(BLANKS).map((part) => {
      if (!LONG_WORD.test(part)) return markup`${part}`;
      return markup`<span class="long">${joinMarkup(part.split(/(?<=\/)/v), "<wbr>")}</span>`;
    }),
  );
}

/** Words as Markdown that people also read as it is. */
export function markdownOf(words: Words): string {
  if (typeof words === "number") return groupDigits(words);
  if (typeof words !== "string") return words.markdown();
  // Part of a sentence may begin or end with a blank.
  return `${words.startsWith(" ") ? " " : ""}${markdownText(words)}${words.endsWith(" ") ? " " : ""}`;
}

/** The words one after the other. */
export function joinWords(words: readonly Words[], separator = ", "): Phrase {
  return phraseOf(
    () => joinMarkup(words.map(htmlOf), separator),
    () => words.map(markdownOf).join(separator),
  );
}

/** The words each in a line of their own; Markdown has no lines within a cell. */
export function stackWords(words: readonly Words[]): Phrase {
  return phraseOf(
    () => joinMarkup(words.map(htmlOf), "<br>"),
    () => words.map(markdownOf).join("; "),
  );
}

/**
 * Text that somebody else wrote: its middle is left out when it is very long, and it is isolated, so that its direction
 * does not change the words around it.
 */
export function name(text: string): Phrase {
  return boundedText(text, { longest: LONGEST_NAME, rest: "in evidence.json" });
}

/** A sentence with what somebody else wrote in it, such as a reason and what to do about it. */
export function remark(text: string): Phrase {
  return boundedText(text, { longest: LONGEST_REMARK, rest: "left out" });
}

function boundedText(text: string, { longest, rest }: { longest: number; rest: string }): Phrase {
  return phraseOf(
    () => {
      const { start, end, left } = cutMiddle(text, longest);
      if (end === null) return markup`<bdi>${wrappableText(text)}</bdi>`;
      const more = soft(`${groupDigits(left)} more characters ${rest}`);
      return markup`<bdi>${wrappableText(start)}</bdi>… ${more} …<bdi>${wrappableText(end)}</bdi>`;
    },
    () => markdownText(visibleLine(text, longest)),
  );
}

/**
 * An instant or a day. All instants of a page have one form, `2026-11-22T06:17:31Z`: evidence.json has their
 * fractions. Anything else that was given for one stays text.
 */
export function time(text: string): Phrase {
  const shown = shownTime(text);
  if (!ISO_DATE.test(text)) return name(text);
  return phraseOf(() => markup`<time datetime="${text}">${shown}</time>`, name(shown).markdown);
}

/** An instant in the form of the page, in whole seconds of UTC; anything else as it is. */
export function shownTime(text: string): string {
  if (!ISO_DATE.test(text) || !text.includes("T") || Number.isNaN(Date.parse(text))) return text;
  return `${new Date(text).toISOString().slice(0, "2026-11-22T06:17:31".length)}Z`;
}

/** The day of an instant, with the instant behind it; anything else stays text. */
export function day(text: string): Phrase {
  if (!ISO_DATE.test(text)) return name(text);
  const shown = dayOf(text);
  return phraseOf(
    () => markup`<time datetime="${text}">${shown}</time>`,
    () => shown,
  );
}

/** Digits in groups of three, as 61 240. */
export function groupDigits(value: number): string {
  return value.toLocaleString("en-US").replaceAll(",", "\u202f");
}

/** A digest or a key, in a typeface in which 0 and O differ. */
export function digest(text: string): Phrase {
  return phraseOf(() => markup`<span class="digest">${text}</span>`, name(text).markdown);
}

/** A remark that matters less, or, as `meta`, in smaller type; Markdown puts it in parentheses. */
export function soft(words: Words, kind: "soft" | "meta" = "soft"): Phrase {
  return phraseOf(
    () => markup`<span class="${kind}">${htmlOf(words)}</span>`,
    () => {
      const text = markdownOf(words);
      return text.startsWith("(") ? text : `(${text})`;
    },
  );
}

export function strong(words: Words): Phrase {
  return phraseOf(
    () => markup`<strong>${htmlOf(words)}</strong>`,
    () => `**${markdownOf(words)}**`,
  );
}

/** A word of a program. */
export function code(text: string): Phrase {
  return phraseOf(
    () => markup`<code>${wrappableText(text)}</code>`,
    () => (IS_CODE.test(text) ? `\`${text}\`` : markdownText(text)),
  );
}

/** Words that lead to a place of the page. A heading's address differs between viewers of Markdown, so there the words must do. */
export function jump(anchor: string, words: Words): Phrase {
  return phraseOf(
    () => markup`<a href="#${anchor}">${htmlOf(words)}</a>`,
    () => markdownOf(words),
  );
}

/** Days or hours from one to another; a line breaks between them, never within. */
export function range(text: string): Phrase {
  return phraseOf(
    () =>
      joinMarkup(
        text.split(" to ").map((part) => markup`<span class="nowrap">${part}</span>`),
        " to ",
      ),
    () => markdownText(text),
  );
}

/** Words with a class of the stylesheet, such as `meta`; plain in Markdown. */
export function styled(kind: string, words: Words): Phrase {
  return phraseOf(
    () => markup`<span class="${kind}">${htmlOf(words)}</span>`,
    () => markdownOf(words),
  );
}

/** What only HTML shows, such as a swatch or a strip of states beside words that say the same. */
export function htmlOnly(html: () => Markup): Phrase {
  return phraseOf(html, () => "");
}

/** The result of an item: a word and its mark. */
export function stateWord(state: State): Phrase {
  return markedWord(STATE_MARKS[state], { word: state, kind: `state ${state}` });
}

/** How far an item or a run was collected: a word and its mark. */
export function collectionWord(status: Collection["status"]): Phrase {
  return markedWord(COLLECTION_MARKS[status], { word: status, kind: `coll ${status}` });
}

/** The result of an expectation: a word and its mark. */
export function resultWord(result: ExpectationResult["result"]): Phrase {
  const { mark, kind } = RESULT_MARKS[result];
  return markedWord(mark, { word: result, kind: `state ${kind}` });
}

function markedWord(mark: string, { word, kind }: { word: string; kind: string }): Phrase {
  return phraseOf(
    () => markup`<span class="${kind}">${signOf(mark)}${word}</span>`,
    () => `${mark} ${word}`,
  );
}

/** A mark beside a word that says the same, hidden from screen readers. */
export function signOf(mark: string): Markup {
  return markup`<span class="sign" aria-hidden="true">${mark}</span>`;
}
