import { foldForeign, foldWithPlaces } from "./fold.ts";

/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;

/** A secret as it was given; null or undefined where none was. */
export type Secret = string | null | undefined;

/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
export function secretForms(secrets: readonly Secret[]): readonly string[] {
  const forms = secrets.flatMap(partsOf).flatMap(encodings);
  // Longest first, so that a part never leaves the rest of the whole behind.
  return [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
}

/** The secret, and each line of it. */
function partsOf(secret: Secret): readonly string[] {
  if (secret === null || secret === undefined) return [];
  // The environment of some systems holds halves of characters, which no URL can encode.
  const plain = secret.toWellFormed().trim();
  // A PEM may be given as base64 of the whole; what it unwraps to is as secret.
  const decoded = Buffer.from(plain, "base64").toString("utf8");
  return [plain, ...linesOf(plain), ...linesOf(decoded.includes("-----BEGIN") ? decoded : "")];
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n|\\r|\\n/).map((line) => line.trim());
  return lines.filter((line) => !line.startsWith("-----"));
}

/** Only a secret of so many letters and digits is found by its beginning or end: a shorter one may be of words. */
const LONG = 32;
/** So many of them are enough. Fewer leave too much of a secret unknown to be of use. */
const PIECE = 16;
/** Secrets of these kinds all begin in the same way: tokens of JSON, keys in DER, addresses. */
const ALIKE = /^(?:eyJ|M[CFHI]|https?:)/;

/** The beginning and the end of a long secret without blanks, as one that was cut leaves behind. */
function piecesOf(part: string): readonly string[] {
  const letters = [...part.matchAll(/[0-9a-z]/gi)].map(({ index }) => index);
  if (letters.length < LONG || !/^[!-~]*$/.test(part) || repeatsItself(part)) return [];
  const beginning = part.slice(0, (letters[PIECE - 1] ?? 0) + 1);
  const end = part.slice(letters.at(-PIECE));
  return (ALIKE.test(part) ? [end] : [beginning, end]).filter((piece) => !repeatsItself(piece));
}

/** Whether a text is a shorter one again and again, as in `0000…` or `0123456789abcdef0123…`: ids and digests may hold that. */
function repeatsItself(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period += 1)
    if (text.slice(period) === text.slice(0, -period)) return true;
  return false;
}

function encodings(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** In other letters, in hexadecimal, or in base64 with any bytes before and after it. */
function disguises(text: string): readonly string[] {
  const written = [text, text.toLowerCase(), text.toUpperCase()];
  const bytes = written.map((each) => Buffer.from(each));
  const wide = written.map((each) => Buffer.from(each, "utf16le"));
  return [...bytes.map((each) => each.toString("hex")), ...[...bytes, ...wide].flatMap(base64Cores)];
}

/** The characters that the bytes alone decide, for each of the three places at which they may begin. */
function base64Cores(bytes: Buffer): readonly string[] {
  return [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString("base64url");
    const first = Math.ceil((before * 8) / 6);
    return text.slice(first, Math.floor(((before + bytes.length) * 8) / 6));
  });
}

/** A stretch of a text. */
interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** So many letters or digits lead to what begins with them. Six bits each, they fit into one number. */
const LEAD = 5;
const LEAD_MASK = 2 ** (LEAD * 6) - 1;

/**
 * Looks for secrets in texts, in disguise too: in other letters, with signs, blanks or invisible characters in between,
 * in hexadecimal, in base64 with anything beside it, with escapes of URLs, JSON or HTML; of a long one the beginning or
 * the end is enough. Only letters and digits are compared. A text is looked through once, however many secrets there are.
 */
export class SecretSearch {
  readonly #secrets: Secret[];
  /** Null until the secrets are looked for. */
  #needles: { readonly whole: Needles; readonly all: Needles } | null = null;

  constructor(secrets: readonly Secret[] = []) {
    this.#secrets = [...secrets];
  }

  /** Looks for these from now on as well. */
  add(...secrets: readonly Secret[]): void {
    const others = secrets.filter((secret) => !this.#secrets.includes(secret));
    if (others.length === 0) return;
    this.#secrets.push(...others);
    this.#needles = null;
  }

  /** The forms that a runner masks, which compares texts as they are. */
  get masks(): readonly string[] {
    return secretForms(this.#secrets);
  }

  /** Whether the text holds a secret. */
  isIn(text: string): boolean {
    return isInReadings(text, this.#sought.all);
  }

  /** The text with `***` in place of each secret; a line that holds one in escapes is replaced as a whole. */
  conceal(text: string): string {
    const { whole, all } = this.#sought;
    // Whole ones first: the beginning of one that is hidden by itself would keep the rest from being known.
    return concealIn(concealIn(text, whole), all);
  }

  get #sought() {
    this.#needles ??= {
      whole: new Needles(this.#secrets, { hasPieces: false }),
      all: new Needles(this.#secrets, { hasPieces: true }),
    };
    return this.#needles;
  }
}

function isInReadings(text: string, needles: Needles): boolean {
  return readings(text).some((reading) => needles.isIn(reading));
}

function concealIn(text: string, needles: Needles): string {
  const shown = needles.conceal(text);
  if (!isEscaped(shown)) return shown;
  const lines = shown.split("\n").map((line) => (isInReadings(line, needles) ? HIDDEN : line));
  return lines.some((line) => line === HIDDEN) ? lines.join("\n") : shown;
}

/** What is looked for in a text as it is written. */
class Needles {
  /** By the first letters or digits, all that begins so; the longest first. */
  readonly #byLead = new Map<number, readonly string[]>();
  /** Whether anything begins so: a bit for each digest of a lead, few enough for the fastest memory. */
  readonly #leads = new Int32Array(2 ** 11);
  /** What has too few letters or digits to be found by them. */
  readonly #exact: readonly string[];

  constructor(secrets: readonly Secret[], { hasPieces }: { readonly hasPieces: boolean }) {
    const forms = secretForms(secrets);
    const parts = secrets.flatMap(partsOf).filter((part) => part.length >= SHORTEST);
    const pieces = hasPieces ? parts.flatMap(piecesOf) : [];
    const folded = [...forms, ...pieces.flatMap(encodings), ...[...parts, ...pieces].flatMap(disguises)].map(
      foldText,
    );
    for (const needle of new Set(folded.filter((each) => each.length >= SHORTEST))) {
      let lead = 0;
      for (let at = 0; at < LEAD; at += 1) lead = (lead << 6) | symbolOf(needle.charCodeAt(at));
      const others = this.#byLead.get(lead) ?? [];
      this.#byLead.set(
        lead,
        [...others, needle].toSorted((a, b) => b.length - a.length),
      );
      const slot = slotOf(lead);
      this.#leads[slot >>> 5] = (this.#leads[slot >>> 5] ?? 0) | (1 << (slot & 31));
    }
    this.#exact = forms.filter((form) => foldText(form).length < SHORTEST);
  }

  isIn(text: string): boolean {
    return (
      this.#exact.some((form) => text.includes(form)) ||
      this.#find(foldForeign(text, foldCharacter), 0) !== null
    );
  }

  conceal(text: string): string {
    let shown = text;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const once = this.#exact.reduce(
        (rest, form) => rest.replaceAll(form, HIDDEN),
        this.#concealFolded(shown),
      );
      if (once === shown) return shown;
      // What was left and right of a secret may make another one.
      shown = once;
    }
    return HIDDEN;
  }

  #concealFolded(text: string): string {
    const { plain, places } = foldWithPlaces(text, foldCharacter);
    let shown = "";
    let from = 0;
    for (let found = this.#find(plain, 0); found !== null;) {
      const { start, end } = found;
      shown += `${text.slice(from, places?.[start] ?? start)}${HIDDEN}`;
      from = places?.[end] ?? end;
      found = this.#find(plain, end);
    }
    return from === 0 ? text : shown + text.slice(from);
  }

  /** The first secret at or after a place. */
  #find(text: string, from: number): Stretch | null {
    const leads = this.#leads;
    let lead = 0;
    let seen = 0;
    for (let at = from; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      const symbol = code < 128 ? SYMBOLS[code] : symbolOf(code);
      if (symbol === 0 || symbol === undefined) continue;
      lead = ((lead << 6) | symbol) & LEAD_MASK;
      seen += 1;
      const slot = slotOf(lead);
      if ((((leads[slot >>> 5] ?? 0) >>> (slot & 31)) & 1) === 0 || seen < LEAD) continue;
      const needles = this.#byLead.get(lead);
      if (needles === undefined) continue;
      const start = startOf(text, at);
      for (const needle of needles) {
        const end = endOf(text, start, needle);
        if (end !== null) return { start, end };
      }
    }
    return null;
  }
}

const HIDDEN = "***";
/** A text that holds a secret inside a secret, deeper than this, is hidden as a whole: each round reads all of it. */
const MOST_ROUNDS = 10;

/** The place of the first of the letters or digits of a lead that ends there. */
function startOf(text: string, end: number): number {
  let at = end;
  for (let left = LEAD - 1; left > 0;) {
    at -= 1;
    if (symbolOf(text.charCodeAt(at)) !== 0) left -= 1;
  }
  return at;
}

/** Where it ends if it begins there; null if it does not. */
function endOf(text: string, start: number, needle: string): number | null {
  let same = 0;
  for (let at = start; at < text.length; at += 1) {
    const letter = letterOf(text.charCodeAt(at));
    if (letter === 0) continue;
    if (letter !== needle.charCodeAt(same)) return null;
    same += 1;
    if (same === needle.length) return at + 1;
  }
  return null;
}

/** A code of ASCII as it is compared: small letters and digits as they are, capital letters as small ones, else 0. */
const LETTERS = Uint8Array.from({ length: 128 }, (_, code) => {
  const small = String.fromCharCode(code).toLowerCase();
  return /^[0-9a-z]$/.test(small) ? small.charCodeAt(0) : 0;
});

function letterOf(code: number): number {
  return code < 128 ? (LETTERS[code] ?? 0) : code;
}

/** Six bits for a code that is compared, 0 for one that is not. */
const SYMBOLS = Uint8Array.from({ length: 128 }, (_, code) => {
  const letter = letterOf(code);
  if (letter === 0) return 0;
  // 1 to 10 for digits, 11 to 36 for letters.
  return letter < 0x3a ? letter - 0x2f : letter - 0x56;
});

function symbolOf(code: number): number {
  return code < 128 ? (SYMBOLS[code] ?? 0) : 37 + (code % 27);
}

function slotOf(lead: number): number {
  return Math.imul(lead, 0x9e37_79b1) >>> 16;
}

/** Letters and digits only, as they are compared. */
function foldText(text: string): string {
  const plain = foldForeign(text, foldCharacter);
  let folded = "";
  for (let at = 0; at < plain.length; at += 1) {
    const letter = letterOf(plain.charCodeAt(at));
    if (letter !== 0) folded += String.fromCharCode(letter);
  }
  return folded;
}

/** A letter or a digit in its plainest form; of all else nothing. */
function foldCharacter(character: string): string {
  return character
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Escapes may be escaped again; further than this nobody goes by accident. */
const DEEPEST = 3;

/** The text as it is written, and as it reads when its escapes are taken for what they mean. */
function readings(text: string): readonly string[] {
  const all = [text];
  for (let last = text; all.length <= DEEPEST && isEscaped(last);) {
    const next = unescapeText(last);
    if (next === last) break;
    all.push(next);
    last = next;
  }
  return all;
}

function isEscaped(text: string): boolean {
  return ESCAPED.test(text);
}

const ESCAPED = /[%=][0-9a-f]{2}|\\[bfnrtux]|&[#aglnqs]/i;

/** Escapes of URLs and of quoted-printable, of programs and JSON, of HTML; those of signs mean nothing here. */
const ESCAPES =
  /%(?<url>[0-9a-f]{2})|=(?<mail>[0-9A-F]{2})|\\x(?<byte>[0-9a-f]{2})|\\u\{?(?<unit>[0-9a-f]{4,6})\}?|&#x(?<hex>[0-9a-f]{1,6});?|&#(?<decimal>\d{1,7});?|&(?:amp|lt|gt|quot|apos|nbsp|shy);|\\[bfnrt]/gi;

function unescapeText(text: string): string {
  return text.replaceAll(ESCAPES, (...found) => {
    const { url, mail, byte, unit, hex, decimal }: Record<string, string | undefined> = found.at(-1);
    const digits = url ?? mail ?? byte ?? unit ?? hex;
    const code = digits === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(digits, 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : "";
  });
}
