import { phrase, type Phrase, type Words } from "./phrases.ts";
import { paragraph, type Block } from "./renderer.ts";

/** The last entry of a list that leaves out so many; nothing where it leaves out none. */
export function andMore(more: number): readonly Phrase[] {
  return more > 0 ? [phrase`and ${more} more`] : [];
}

/** Where the rest of a list is that is too long for the page. */
export function moreIn(
  place: Words,
  { more, what }: { readonly more: number; readonly what?: string },
): readonly Block[] {
  const rest = what === undefined ? "more" : `more ${what}`;
  return more > 0 ? [paragraph(phrase`${more} ${rest} are in ${place}.`, "more")] : [];
}
