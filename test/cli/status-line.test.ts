import { expect, test } from "vitest";

import { isWatched, StatusLine } from "../../src/cli/status-line.ts";

test.each([
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["a terminal without colours", true, { NO_COLOR: "1" }, false],
  ["a job", true, { CI: "true" }, false],
  ["a terminal that cannot move its cursor", true, { TERM: "dumb" }, false],
])("%s, isTTY %s, %j: is watched %s", (_, isTTY, environment, expected) => {
  expect(isWatched({ isTTY, write: () => {} }, environment)).toBe(expected);
});

test("the status is one line that gives way to lines that stay, and is gone at the end", () => {
  const screen = screenOf(40);
  const status = new StatusLine(screen);

  status.show("fetching signals");
  expect(screen.lines()).toEqual(["fetching signals"]);
  status.print("waiting 12 s for Datadog's rate limit");
  expect(screen.lines()).toEqual(["waiting 12 s for Datadog's rate limit", "fetching signals"]);
  status.show("fetching signals 100 (1 page)");
  expect(screen.lines()).toEqual(["waiting 12 s for Datadog's rate limit", "fetching signals 100 (1 page)"]);
  status.show(null);
  status.print("done");
  expect(screen.lines()).toEqual(["waiting 12 s for Datadog's rate limit", "done", ""]);
});

test("a long status is cut to the width of the screen", () => {
  const screen = screenOf(10);

  new StatusLine(screen).show("x".repeat(30));

  expect(screen.lines()).toEqual(["xxxxxxxx…"]);
});

test("nothing is written where there was no status to take away", () => {
  const screen = screenOf(40);

  new StatusLine(screen).show(null);

  expect(screen.written()).toBe("");
});

/** A terminal as far as these lines need one: a carriage return and the end of the line cleared. */
function screenOf(columns: number) {
  let all = "";
  return {
    isTTY: true,
    columns,
    write: (text: string) => (all += text),
    written: () => all,
    lines: () => all.split("\n").map((line) => line.split("\r\u001b[K").at(-1)),
  };
}
