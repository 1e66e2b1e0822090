const LONGEST = 40;

/**
 * A text of a policy within a message: in quotes, on one line, cut where it is
 * long, and with every character outside of ASCII as an escape, so that it can
 * neither hide nor command anything where the message is printed.
 */
export function quoteText(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return JSON.stringify(cut).replace(
    /[^ -~…]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
