/**
 * Names, titles and tags come from anybody who can create a monitor. Here they
 * lose what could act: commands of the runner, markup, mentions, control and
 * direction characters.
 */

/** Control characters, direction overrides, and blanks that are invisible. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]+/gu;

const LONGEST = 200;
const LONGEST_PROSE = 4000;

/** One line of visible text of bounded length. What to do about something comes last, so the middle is left out. */
export function visibleLine(text: string, longest = LONGEST): string {
  const line = text.toWellFormed().replaceAll(INVISIBLE, "\u{fffd}").replaceAll(/\s+/g, " ").trim();
  const { start, end } = cutMiddle(line, longest);
  return end === null ? line : `${start}…${end}`;
}

/** The start and the end of a text that is too long, together as long as is asked for; the end is null where it is not. */
export function cutMiddle(
  text: string,
  longest: number,
): { readonly start: string; readonly end: string | null; readonly left: number } {
  const points = Array.from(text);
  const left = points.length - longest;
  if (left <= 0) return { start: text, end: null, left: 0 };
  const kept = Math.ceil(longest / 2);
  return { start: points.slice(0, kept).join(""), end: points.slice(kept + left).join(""), left };
}

/**
 * A line for a terminal or a log. The runner obeys `::command::` at the start
 * of a line and `##[command]` anywhere in it.
 */
export function logLine(text: string): string {
  return shortenMiddle(visibleLine(text, Infinity), 1000)
    .replaceAll(/:(?=:)/g, ":\u200a")
    .replaceAll("##[", "##\u200a[");
}

/** At most so many UTF-16 units. A line that says what to do says it at its end, so the middle is left out. */
export function shortenMiddle(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const end = Math.floor(longest * 0.4);
  return `${text.slice(0, longest - end - 3).trimEnd()} … ${text.slice(-end).trimStart()}`.toWellFormed();
}

/** Characters that act on a terminal or change the direction of a line; line breaks and tabs are none. */
const ACTING = /[[\p{Cc}\p{Bidi_Control}\u2028\u2029]--[\t\n\r]]|\r(?!\n)/gv;

const ESCAPE = "\u001b";
/** What follows it in the colours that the program writes itself. */
const OWN_COLOURS = ["[31m", "[32m", "[33m", "[39m"];

/**
 * Everything that the program prints goes through here: no character of it acts on a terminal, and no line of it is a
 * command to the runner of GitHub Actions. JSON keeps its meaning, because it is escaped.
 */
export function printableText(text: string, { hasColours = false } = {}): string {
  if (isJson(text)) {
    return text
      .replaceAll(ACTING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .replaceAll("##[", String.raw`##\u005b`);
  }
  const [first = "", ...rest] = text
    .split(ESCAPE)
    .map((part) => part.replaceAll(ACTING, "\u{fffd}").replaceAll("##[", "##\u200a["));
  const isOwn = (part: string): boolean =>
    hasColours && OWN_COLOURS.some((colour) => part.startsWith(colour));
  return (
    [first, ...rest.map((part) => `${isOwn(part) ? ESCAPE : "\u{fffd}"}${part}`)]
      .join("")
      .split("\n")
      // The runner takes a line for a command after any blanks.
      .map((line) => line.replace(/^\s*:(?=:)/, "$&\u200a"))
      .join("\n")
  );
}

function isJson(text: string): boolean {
  if (!/^[{[]/.test(text)) return false;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Text inside a Markdown table cell or sentence: nothing in it is markup, a link
 * or a mention. Mentions and references are looked for after entities were
 * decoded, so a thin space parts them from their sign.
 */
export function escapeMarkdown(text: string): string {
  return visibleLine(text, LONGEST_PROSE)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~$:/@"'^=]/g, (character) => `&#${character.codePointAt(0)};`)
    .replaceAll(/&#(?:35|64);/g, "$&\u200a");
}

/** Text that is a link, a reference or an address in any place. */
const LINKED = /www\.|:\/\/|\bgh-|mailto:|xmpp:/i;

/**
 * Text for a Markdown page that people also read as it is: what `escapeMarkdown` makes of it, with the signs of dates,
 * numbers and ordinary sentences left alone where they cannot be markup.
 */
export function markdownText(text: string): string {
  const escaped = escapeMarkdown(text);
  if (LINKED.test(visibleLine(text, LONGEST_PROSE))) return escaped;
  return (
    escaped
      .replaceAll(/(?<=[\p{L}\p{N}])&#(?:43|45|46|95);(?=[\p{L}\p{N}])/gu, decodeEntity)
      .replaceAll(
        /(?<=[\p{L}\p{N};] )&#45;(?= )|(?<=[\p{L}\p{N};])&#58;(?= |$)|(?<=\p{N})&#58;(?=\p{N})/gu,
        decodeEntity,
      )
      // The end of a sentence. A number that begins a line would make a list.
      .replaceAll(/(?<=[\p{L};])&#46;(?= |$)/gu, decodeEntity)
      .replaceAll(/(?<=\p{N})&#46;(?= |$)/gu, (entity, offset: number, line: string) =>
        line.slice(0, offset).includes(" ") ? decodeEntity(entity) : entity,
      )
      // A flag of a program, such as --from.
      .replaceAll(/(?<=^| |&#40;)&#45;&#45;(?=\p{L})/gu, "--")
      .replaceAll(/&#(?:34|39|40|41|47);/g, decodeEntity)
  );
}

function decodeEntity(entity: string): string {
  return String.fromCodePoint(Number(entity.slice(2, -1)));
}
