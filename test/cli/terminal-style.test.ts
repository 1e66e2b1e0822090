import { expect, test } from "vitest";

import { paintVerdict, widthOf } from "../../src/cli/terminal-style.ts";
import { commandHelp, helpText } from "../../src/cli/help.ts";
import { COMMANDS } from "../../src/cli/commands.ts";

test.each([
  [{ isTTY: true, columns: 100 }, 100],
  [{ isTTY: true, columns: 20 }, 40],
  [{ isTTY: true, columns: 400 }, 120],
  [{ isTTY: true, columns: 0 }, 80],
  [{ columns: 100 }, 80],
  [{}, 80],
])("%o is written for %i columns", (stream, width) => {
  expect(widthOf(stream)).toBe(width);
});

test.each([40, 60, 80, 120])("help keeps to %i columns, but for what cannot be broken", (width) => {
  const texts = [
    helpText(COMMANDS, width),
    ...[...COMMANDS].map(([name, each]) => commandHelp(name, each, width)),
  ];

  for (const text of texts) {
    const [body = ""] = text.split(/\n(?:Examples|Start here):\n/);
    for (const line of body.split("\n")) {
      const longest = Math.max(
        ...line
          .trim()
          .split(" ")
          .map((word) => word.length),
      );
      expect(line.length <= width || longest > width - 32).toBe(true);
    }
  }
});

function helpLines(width: number): readonly string[] {
  return [...COMMANDS].flatMap(([name, each]) => commandHelp(name, each, width).split("\n"));
}

test("a wider terminal gets fewer lines", () => {
  expect(helpLines(120).length).toBeLessThan(helpLines(80).length);
  expect(helpLines(80).length).toBeLessThan(helpLines(40).length);
});

test("a verdict has its sentence and its failed checks in colour, and nothing else", () => {
  const lines = [
    "✓ signature   is by the key",
    "× subjects    evidence.json was changed",
    "Not genuine.",
    "Genuine and complete: evidence of stream prod.",
    "Genuine, but not complete: stream prod.",
    "Not checked in full: stream prod.",
    "Remarks",
  ];

  const painted = paintVerdict(lines.join("\n"), (tone, text) => `${tone}(${text.slice(0, 9)})`);

  expect(painted.split("\n")).toEqual([
    "✓ signature   is by the key",
    "bad(× subject)",
    "bad(Not genui)",
    "good(Genuine a)",
    "doubtful(Genuine, )",
    "doubtful(Not check)",
    "Remarks",
  ]);
});
