/** GitHub drops a summary of more than 1 MiB as a whole. */
const LARGEST_SUMMARY = 900_000;

/**
 * A summary that GitHub takes. Cuts after a whole line, never inside what is folded away, and says where the rest is:
 * `rest` ends the sentence "Cut here; the rest is in …".
 */
export function shortenSummary(text: string, rest: string): string {
  const bytes = new TextEncoder().encode(text);
  if (bytes.length <= LARGEST_SUMMARY) return text;
  const start = new TextDecoder().decode(bytes.subarray(0, LARGEST_SUMMARY));
  const whole = start.slice(0, start.lastIndexOf("\n"));
  const isFolded = whole.lastIndexOf("<details>") > whole.lastIndexOf("</details>");
  const end = isFolded ? "\n\n</details>" : "";
  return `${whole}${end}\n\nCut here; the rest is in ${rest}.\n`;
}
