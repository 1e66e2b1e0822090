/** Letters of other alphabets, and what a reader of Latin letters takes them for. */
const LOOK_ALIKES = new Map(
  [
    ["АаᎪꓮΑα", "a"],
    ["ВвьЬᏴꓐΒβ", "b"],
    ["СсϹϲ", "c"],
    ["Ԁԁ", "d"],
    ["ЕеЁёΕε", "e"],
    ["НнҺһΗ", "h"],
    ["ІіЇїΙι", "i"],
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
    ["Зз", "3"],
    ["Ч", "4"],
    ["б", "6"],
  ].flatMap(([letters = "", latin = ""]) => Array.from(letters, (letter) => [letter, latin] as const)),
);

/** The text as it looks: letters and digits that cannot be told apart are the same, and marks are gone. */
export function looksOf(text: string): string {
  const plain = text.normalize("NFKD").replaceAll(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, "");
  return Array.from(plain, (letter) => LOOK_ALIKES.get(letter) ?? letter)
    .join("")
    .toLowerCase();
}

/** The same of a name, in which a reader overlooks signs and blanks. */
export function looksOfName(name: string): string {
  return looksOf(name).replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Alphabets whose letters look like Latin ones: a text has letters of one of them, or Latin ones. */
const ALPHABETS = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u];
const OTHER_SCRIPTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{Script=Thai}]/u;

/** Whether nobody would read other letters than those that are written. */
export function isPlainlyWritten(text: string): boolean {
  if (/[\p{Default_Ignorable_Code_Point}]/u.test(text)) return false;
  const letters = text.match(/\p{L}/gu) ?? [];
  const isKnown = (letter: string): boolean => {
    return OTHER_SCRIPTS.test(letter) || ALPHABETS.some((each) => each.test(letter));
  };
  return letters.every(isKnown) && ALPHABETS.filter((each) => each.test(text)).length <= 1;
}
