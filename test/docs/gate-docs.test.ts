import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { INPUT_NOTES } from "../../src/config/inputs.ts";
import type { Changes } from "../../src/evidence/comparison/schema.ts";
import { deriveChanges } from "../../src/evidence/comparison/changes.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { decideExit, GATE_WORDS, parseGates } from "../../src/config/fail-on.ts";
import {
  ALIVE_CHECK,
  ended,
  evidenceOf,
  findingsItem,
  HASH,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";
import { ROOT } from "../support/runner.ts";

const page = readFileSync(path.join(ROOT, "docs/gates.md"), "utf8");

interface Situation {
  readonly evidence: Evidence;
  readonly changes: Changes | null;
  readonly undone: readonly string[];
}

/** Everything complete and clear but what is given. */
function situation(
  { signals, monitors, findings }: Partial<Record<"signals" | "monitors" | "findings", Evidence["items"][0]>>,
  undone: readonly string[] = [],
): Situation {
  const items = [
    signals ?? signalsItem([], ended("complete", [ALIVE_CHECK])),
    monitors ?? monitorsItem(),
    findings ?? findingsItem([]),
  ];
  return { evidence: evidenceOf(items), undone, changes: null };
}

/** The same after a run in which everything was complete and clear. */
function afterwards(now: Situation): Situation {
  const before = { evidence: situation({}).evidence, sha256: HASH };
  return { ...now, changes: deriveChanges(before, now.evidence) };
}

/** What each column means. */
const SITUATIONS: Readonly<Record<string, Situation>> = {
  "all complete & clear": situation({}),
  attention: situation({ signals: signalsItem([signal()]) }),
  "an item partial": situation({ signals: signalsItem([], ended("partial")) }),
  "an item failed": situation({ signals: signalsItem([], ended("failed")) }),
  "all failed": situation({
    signals: signalsItem([], ended("failed")),
    monitors: monitorsItem([], ended("failed")),
    findings: findingsItem([], ended("failed")),
  }),
  "CSPM skipped": situation({ findings: findingsItem([], ended("skipped")) }),
  "CSPM skipped now": afterwards(situation({ findings: findingsItem([], ended("skipped")) })),
  "no tagged monitor": situation({ monitors: monitorsItem([]) }),
  "not signed": situation({}, ["the evidence is not signed"]),
  "not published": situation({}, ["the artifact was not uploaded"]),
};

test("the situations are what their columns say", () => {
  expect(states("all complete & clear")).toBe("clear clear clear");
  expect(states("attention")).toBe("attention clear clear");
  expect(states("an item partial")).toBe("unknown clear clear");
  expect(states("no tagged monitor")).toBe("clear unknown clear");
  expect(states("CSPM skipped")).toBe("clear clear unknown");
});

function states(name: string): string | undefined {
  return SITUATIONS[name]?.evidence.items.map(({ result }) => result.state).join(" ");
}

const [header = [], ...rows] = table("`fail-on`");

test("the table has a column for each situation and a row for each way to set the gate", () => {
  expect(header.slice(1)).toEqual(Object.keys(SITUATIONS));
  expect(rows.map(([failOn]) => failOn)).toEqual([
    "default",
    "`attention`",
    "`critical>0`",
    "`incomplete, attention`",
    "`incomplete, critical>0`",
    "`never`",
  ]);
});

const cells = rows.flatMap(([failOn = "", ...codes]) =>
  codes.map((code, index) => [failOn.replaceAll("`", ""), header[index + 1] ?? "", code] as const),
);

test.each(cells)("fail-on %s, %s: exit %s", (failOn, column, code) => {
  const gates = parseGates(failOn === "default" ? (INPUT_NOTES.get("fail-on")?.default ?? "") : failOn);
  const { evidence, undone, changes } = SITUATIONS[column] ?? situation({}, ["no such situation"]);

  const exit = decideExit(evidence, { gates: gates ?? [], undone, changes });

  expect(gates).not.toBeNull();
  expect(String(exit.code)).toBe(code);
});

test("every threshold is in its table, and no other", () => {
  const documented = table("Threshold on").map(([name = ""]) => name.replaceAll("`", ""));

  expect(documented.slice(1).join(", ")).toBe(GATE_WORDS.slice(GATE_WORDS.indexOf(" on ") + 4));
});

test("the page explains every exit code that the table holds", () => {
  const explained = table("Exit").map(([code]) => code);

  expect(explained.slice(1)).toEqual(["0", "1", "2", "3"]);
  expect(new Set(cells.map(([, , code]) => code))).toEqual(new Set(explained.slice(1)));
});

test("a partial item that holds an open critical signal passes the gate attention, as the page warns", () => {
  const { evidence } = situation({ signals: signalsItem([signal()], ended("partial")) });

  expect(decideExit(evidence, { gates: parseGates("attention") ?? [], undone: [], changes: null }).code).toBe(
    0,
  );
  expect(
    decideExit(evidence, { gates: parseGates("critical>0") ?? [], undone: [], changes: null }).code,
  ).toBe(1);
  expect(page).toContain("`attention` never fires on it");
});

/** The cells of the table whose first column has that title, its header first. */
function table(title: string): readonly (readonly string[])[] {
  const lines = page.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${title} `));
  const length = lines.slice(start).findIndex((line) => !line.startsWith("|"));
  const body = lines.slice(start, start + length).filter((line) => !/^\|[\s|-]+$/.test(line));
  return body.map((line) =>
    line
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim()),
  );
}
