/** Letters of other alphabets, and what a reader of Latin letters takes them for. */
const LOOK_ALIKES = new Map(
  [
    ["АаᎪꓮΑα", "a"],
    ["ВвьЬᏴꓐΒβ", "b"],
    ["СсϹϲ", "c"],
    ["Ԁԁ", "d"],
    ["ЕеЁёΕε", "e"],
    ["НнҺһΗ", "h"],
    ["ІіЇїΙιı", "i"],
    ["Јј", "j"],
    ["КкΚκ", "k"],
    ["Ӏӏ1I|", "l"],
    ["МмΜ", "m"],
    ["Νη", "n"],
    ["ОоΟο0", "o"],
    ["РрΡρ", "p"],
    ["Ԛԛ", "q"],
    ["Гг", "r"],
    ["Ѕѕ", "s"],
    ["ТтΤτ", "t"],
    ["υ", "u"],
    ["ν", "v"],
    ["Ԝԝω", "w"],
    ["ХхΧχ", "x"],
    ["УуҮүΥγ", "y"],
    ["Ζζ", "z"],
    ["Ƨƨ", "2"],
    ["Зз", "3"],
    ["Ч", "4"],
    ["Ƽƽ", "5"],
    ["б", "6"],
  ].flatMap(([letters = "", latin = ""]) => Array.from(letters, (letter) => [letter, latin] as const)),
);

/** The text as it looks: letters and digits that cannot be told apart are the same, and marks are gone. */
function looksOf(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
  return Array.from(plain, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .join("")
    .toLowerCase();
}

/** The same of a name, in which a reader overlooks signs and blanks. */
export function looksOfName(name: string): string {
  return looksOf(name).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** The same of an id, in which a reader takes each sign between two parts for the usual one, and overlooks blanks. */
export function looksOfId(id: string): string {
  return looksOf(id)
    .replaceAll(/\s/g, "")
    .replaceAll(/[\p{P}\u02d7\u2212\u22c5]+/gu, ".")
    .replaceAll(/^\.|\.$/g, "");
}

/** Alphabets whose letters look like Latin ones: a text has letters of one of them, or Latin ones. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const OTHER_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;

/** Small capitals, phonetic letters and others that no name is written with. */
const PHONETIC = /[\u0250-\u02af\u1d00-\u1dbf\u2c60-\u2c7f\ua720-\ua7ff\uab30-\uab6f]/u;
/** A digit of another script: many of them look like a letter or like another digit. */
const FOREIGN_DIGIT = /(?![0-9])\p{N}/u;

/** Whether nobody would read other letters or digits than those that are written. */
export function isPlainlyWritten(text: string): boolean {
  if (/[\p{Default_Ignorable_Code_Point}]/u.test(text)) return false;
  const plain = text.normalize("NFKD");
  const letters = text.match(/\p{L}/gu) ?? [];
  const isKnown = (letter: string): boolean => {
    return OTHER_SCRIPTS.test(letter) || ALPHABETS.some((each) => each.test(letter));
  };
  const alphabets = ALPHABETS.filter((each) => each.test(text)).length;
  const isOfOtherScript = alphabets === 0 && OTHER_SCRIPTS.test(text);
  if (PHONETIC.test(plain) || (FOREIGN_DIGIT.test(plain) && !isOfOtherScript)) return false;
  return letters.every(isKnown) && alphabets <= 1;
}
