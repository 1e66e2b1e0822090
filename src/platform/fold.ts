const FOREIGN = /[^\0-\u007f]/u;
const ALL_FOREIGN = /[^\0-\u007f]/gu;

/** Makes of a character that is not ASCII what it is compared as. */
export type CharacterFold = (character: string) => string;

/** Whether the text has a character that is not ASCII. */
export function isForeign(text: string): boolean {
  return FOREIGN.test(text);
}

/** The text with every character folded that is not ASCII. */
export function foldForeign(text: string, fold: CharacterFold): string {
  return FOREIGN.test(text) ? text.replaceAll(ALL_FOREIGN, fold) : text;
}

/** The folded text, and for each unit of it, and its end, the place in the text; null where these are the same. */
export function foldWithPlaces(
  text: string,
  fold: CharacterFold,
): { readonly plain: string; readonly places: readonly number[] | null } {
  if (!FOREIGN.test(text)) return { plain: text, places: null };
  const plain: string[] = [];
  const places: number[] = [];
  let place = 0;
  for (const character of text) {
    const folded = character.length === 1 && character < "\u0080" ? character : fold(character);
    plain.push(folded);
    for (let at = 0; at < folded.length; at += 1) places.push(place);
    place += character.length;
  }
  return { plain: plain.join(""), places: [...places, place] };
}
