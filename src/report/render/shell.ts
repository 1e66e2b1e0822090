/** Text as one word of a shell command. */
export function shellWord(text: string): string {
  if (/^[\w.\/][\w.\/\-]*$/v.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
