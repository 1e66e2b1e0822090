const FOREIGN = /[^\0-\u007f]/u;
const ALL_FOREIGN = /[^\0-\u007f]/gu;

/** The text as it reads: invisible characters are gone, and signs that stand for ASCII are ASCII. */
export function foldText(text: string): string {
  return FOREIGN.test(text) ? text.replaceAll(ALL_FOREIGN, foldCharacter) : text;
}

/** The same, and for each unit of it, and its end, the place in the text; null where these are the same. */
export function foldWithPlaces(text: string): {
  readonly plain: string;
  readonly places: readonly number[] | null;
} {
  if (!FOREIGN.test(text)) return { plain: text, places: null };
  const plain: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = FOREIGN.test(character) ? foldCharacter(character) : character;
    plain.push(folded);
    for (let at = 0; at < folded.length; at += 1) places.push(place);
    place += character.length;
  }
  return { plain: plain.join(""), places: [...places, place] };
}

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Dots of names of hosts by UTS 46. */
const DOTS = new Set(["\u3002", "\uff61"]);

function foldCharacter(character: string): string {
  if (INVISIBLE.test(character)) return "";
  // A number in a circle is no digit of an address.
  if (/\p{No}/u.test(character)) return character;
  if (DOTS.has(character)) return ".";
  const compatible = character.normalize("NFKC");
  return FOREIGN.test(compatible) ? character : compatible;
}
