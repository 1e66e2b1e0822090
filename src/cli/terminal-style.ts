import { styleText } from "node:util";

/** What a colour says: good news, bad news, or something to look at. */
export type Tone = "good" | "bad" | "doubtful";

/** Gives a text the colour of its tone. */
export type Paint = (tone: Tone, text: string) => string;

const COLOURS = { good: "green", bad: "red", doubtful: "yellow" } as const satisfies Record<Tone, string>;

/** Colours for the stream; none where it is a pipe or a file, or where `NO_COLOR` is set. */
export function painterFor(stream: NodeJS.WriteStream): Paint {
  return (tone, text) => styleText(COLOURS[tone], text, { stream });
}

/** The tone of lines of a verdict, by how they begin. */
const VERDICT_TONES: readonly (readonly [begin: RegExp, tone: Tone])[] = [
  [/^Genuine, but|^Not checked/, "doubtful"],
  [/^Genuine/, "good"],
  [/^Not genuine|^× /, "bad"],
];

/** The text of a verdict, its sentence and its failed checks in colour. */
export function paintVerdict(text: string, paint: Paint): string {
  const lines = text.split("\n").map((line) => {
    const tone = VERDICT_TONES.find(([begin]) => begin.test(line))?.[1];
    return tone === undefined ? line : paint(tone, line);
  });
  return lines.join("\n");
}

/** The columns that every terminal shows, also used for a pipe. */
const USUAL_WIDTH = 80;
/** Longer lines are hard to read, shorter ones break every word. */
const [SHORTEST_WIDTH, LONGEST_WIDTH] = [40, 120];

/** Columns to write lines for: those of the terminal, within reason. */
export function widthOf({ isTTY, columns }: { isTTY?: boolean; columns?: number }): number {
  if (isTTY !== true || columns === undefined || columns === 0) return USUAL_WIDTH;
  return Math.min(LONGEST_WIDTH, Math.max(SHORTEST_WIDTH, columns));
}
