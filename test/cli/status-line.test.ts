import { expect, test } from "vitest";

import { DATADOG_ROUTES } from "../support/datadog-tokens.ts";
import { trackProgress } from "../../src/report/progress.ts";
import { isWatched, StatusLine } from "../../src/cli/status-line.ts";

test.each([
  ["a terminal", true, {}, true],
  ["a pipe", false, {}, false],
  ["a terminal without colours", true, { NO_COLOR: "1" }, false],
  ["a job", true, { CI: "true" }, false],
  ["a terminal that cannot move its cursor", true, { TERM: "dumb" }, false],
])("%s, isTTY %s, %j: trackProgress %s", (_, isTTY, environment, expected) => {
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

test("says of each listing how many pages and records came, and what is asked for besides", () => {
  const lines: (string | null)[] = [];
  const fetched = trackProgress({ status: (line) => lines.push(line) });

  fetched({ path: "/api/v1/monitor", pages: 0, items: 0 });
  fetched({ path: "/api/v2/security_monitoring/signals/search", pages: 1, items: 100 });
  fetched({ path: "/api/v1/monitor", pages: 2, items: 160 });
  fetched({ path: "/api/v2/security_monitoring/rules", pages: 0, items: 0 });

  expect(lines).toEqual([
    "fetching monitors",
    "fetching monitors · signals 100 (1 page)",
    "fetching monitors 160 (2 pages) · signals 100 (1 page)",
    "fetching monitors 160 (2 pages) · signals 100 (1 page) · detection rules",
  ]);
});

test("every request of a run has a name, and none is named by a path", async () => {
  const lines: string[] = [];
  const fetched = trackProgress({ status: (line) => lines.push(line ?? "") });

  for (const route of DATADOG_ROUTES) {
    fetched({ path: route.split(" ")[1] ?? "", pages: 1, items: 1 });
  }

  expect(lines.length).toBeGreaterThan(8);
  expect(lines.join("\n")).not.toMatch(/[/_]/);
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
