import { isForeign } from "../../platform/fold.ts";

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Dots of names of hosts by UTS 46. */
const DOTS = new Set(["\u3002", "\uff61"]);

/** The character as it reads: nothing where it is invisible, ASCII where it is a sign that stands for ASCII. */
export function readCharacter(character: string): string {
  if (INVISIBLE.test(character)) return "";
  // A number in a circle is no digit of an address.
  if (/\p{No}/u.test(character)) return character;
  if (DOTS.has(character)) return ".";
  const compatible = character.normalize("NFKC");
  return isForeign(compatible) ? character : compatible;
}
