const BEGIN = /-----BEGIN ([A-Z0-9 ]{1,40})-----/;
const BODY = /^[A-Za-z0-9+/]+={0,2}$/;
/** What editors, mail and forms add between the letters of a key: white space, quotes, and marks that nobody sees. */
const ADDED = /[\s"'`>|\u200B-\u200D\u2060\uFEFF]/gu;

/**
 * The first PEM of the text with its lines as they belong, where only white space and quotes were changed: on one line,
 * indented, quoted, with `\n` written out. Any other text stays as it is.
 */
export function repairPem(text: string): string {
  const plain = text.replaceAll("\\r", "").replaceAll("\\n", "\n").replaceAll("\r\n", "\n");
  const begin = BEGIN.exec(plain);
  const [mark = "", label = ""] = begin ?? [];
  const end = begin === null ? -1 : plain.indexOf(`-----END ${label}-----`, begin.index);
  if (begin === null || end === -1) return plain;
  const body = plain.slice(begin.index + mark.length, end).replaceAll(ADDED, "");
  // An old kind of encrypted key has lines of its own before its body.
  if (!BODY.test(body)) return plain;
  const lines = body.match(/.{1,64}/g) ?? [];
  return `${[mark, ...lines, `-----END ${label}-----`].join("\n")}\n`;
}

/** How many keys or certificates begin in the text. Of more than one, nobody could say which is meant. */
export function countPems(text: string): number {
  return text.split("-----BEGIN").length - 1;
}

/** Why a text is no whole PEM, and what to do, for a hint; null where it has both of its marks. */
export function pemDamage(text: string): string | null {
  if (!/-----BEGIN [A-Z0-9 ]{1,40}-----/.test(text)) return null;
  return /-----END [A-Z0-9 ]{1,40}-----/.test(text)
    ? "the line breaks or letters of the key were lost; paste it again, all lines from BEGIN to END"
    : "the end of the key is missing; paste it again, all lines from BEGIN to END";
}
