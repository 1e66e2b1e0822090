/** What a terminal is sure to show in one line. */
export const WIDTH = 80;

/** The text in lines of at most this width; a longer word keeps a line to itself. */
export function wrapText(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The text beside its label, wrapped below itself. */
export function wrapLabelled(
  label: string,
  text: string,
  { indent, width = WIDTH }: { readonly indent: number; readonly width?: number },
): readonly string[] {
  return wrapText(text, width - indent).map(
    (line, index) => (index === 0 ? label : "").padEnd(indent) + line,
  );
}
