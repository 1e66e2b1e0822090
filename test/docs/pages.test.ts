import { globSync } from "node:fs";
import path from "node:path";

import { expect, test } from "vitest";

import { COMMANDS } from "../../src/cli/commands.ts";
import { GATE_WORDS } from "../../src/config/fail-on.ts";
import { deriveChanges } from "../../src/evidence/comparison/changes.ts";
import { Changes, COMPARISON_RULES, LONGEST_ID, MOST_IDS } from "../../src/evidence/comparison/schema.ts";
import { UNRESOLVED_HINTS } from "../../src/evidence/comparison/unresolved.ts";
import { DEFINING_OPTIONS } from "../../src/evidence/projection/monitor-definition.ts";
import { ITEM_IDS, type ItemId } from "../../src/evidence/schema.ts";
import { REASON_CODES, STEP_CODES } from "../../src/failure.ts";
import { verifyGuide } from "../../src/report/verify-guide.ts";
import { PERMISSIONS } from "../../src/setup/permissions.ts";
import { SLOT_STATES } from "../../src/verify/period/verdict.ts";
import { PROBLEMS } from "../../src/verify/stream/problems.ts";
import { evidenceOf, HASH } from "../support/evidence.ts";
import { ROOT } from "../support/runner.ts";
import { exitsOnPartialAttention, gateTable, statesInSituations } from "./gate-table.ts";
import { anchorsOf, codeRowsOf, firstColumnOf, pageText, sectionOf, tableIn } from "./markdown.ts";
import { keptTags, privacyTable } from "./privacy-table.ts";

/** What is held against the code: on which page, what it says there, and what the program says. */
type Fact = readonly [
  page: string,
  what: string,
  documented: (text: string) => unknown,
  program: (text: string) => unknown,
];

const CHANGES = "docs/changes.md";
const GATES = "docs/gates.md";
const PERIOD = "docs/period.md";
const PRIVACY = "docs/privacy.md";
const TROUBLE = "docs/troubleshooting.md";
const SETUP = "docs/setup.md";

const NUMBERS = [
  `\`ids\` holds at most ${MOST_IDS},`,
  `more than ${LONGEST_ID} characters`,
  `"rules": ${COMPARISON_RULES},`,
];
const [, OPENSSL = "no such block"] = /```sh\n([^`]*DSSEv1[^`]*)```/.exec(verifyGuide()) ?? [];
const NEVER_ON_PARTIAL = /`attention` never fires on it/;

const FACTS: readonly Fact[] = [
  ...ITEM_IDS.flatMap((id): Fact[] => [
    [
      CHANGES,
      `lists of ${id}`,
      (text) => firstColumnOf(sectionOf(text, TITLES[id]), "List"),
      () => listsOf(id),
    ],
    [PRIVACY, `fields kept of ${id}`, (text) => fieldsIn(text, id), () => privacyTable(id)],
    [PRIVACY, `tags kept of ${id}`, (text) => tagsIn(text, id), (text) => keptTags(id, tagsIn(text, id))],
  ]),
  [
    CHANGES,
    "options in the digest of a definition",
    (text) => firstColumnOf(text, "Option"),
    () => DEFINING_OPTIONS,
  ],
  [CHANGES, "hints", (text) => firstColumnOf(text, "Hint"), () => UNRESOLVED_HINTS],
  [CHANGES, "obstacles", (text) => firstColumnOf(text, "Reason").toSorted(), () => OBSTACLES.toSorted()],
  [CHANGES, "numbers", (text) => NUMBERS.filter((each) => text.includes(each)), () => NUMBERS],
  [GATES, "exits of every gate in every situation", (text) => tableIn(text, "`fail-on`"), gateTable],
  [GATES, "exit codes", (text) => firstColumnOf(text, "Exit"), () => ["0", "1", "2", "3"]],
  [GATES, "thresholds", (text) => firstColumnOf(text, "Threshold on"), () => THRESHOLDS],
  [
    GATES,
    "warning",
    (text) => NEVER_ON_PARTIAL.test(text) && "attention: 0",
    () => exitsOnPartialAttention()[0],
  ],
  [PERIOD, "states of slots", (text) => firstColumnOf(text, "Slot"), () => SLOT_STATES],
  [
    PERIOD,
    "problems",
    (text) => firstColumnOf(text, "Code"),
    () => PROBLEMS.filter((code) => code !== "sample"),
  ],
  [
    SETUP,
    "permissions by name and id",
    (text) => [...text.matchAll(/^ +\| ([A-Z][A-Za-z ]+ \(`[a-z_]+`\))/gm)].map(([, each]) => each),
    () => PERMISSIONS.map(({ id, name }) => `${name} (\`${id}\`)`),
  ],
  [TROUBLE, "codes", (text) => new Set(codeRowsOf(text).map(([code]) => code)), () => new Set(CODES)],
  [TROUBLE, "messages, causes, fixes", (text) => codeRowsOf(text).filter((row) => !isFull(row)), () => []],
  ["README.md", "openssl commands, which tests execute", (text) => text.includes(OPENSSL), () => true],
  ["README.md", "first commands", (text) => /npm ci && npm start.*\nnpm cit /.test(text), () => true],
  ["README.md", "fewer than 200 lines", (text) => text.split("\n").length < 200, () => true],
];

test.each(FACTS)("%s: %s", (page, _, documented, program) => {
  const text = pageText(page);

  expect(documented(text)).toEqual(program(text));
});

test("the situations of the gates are what their columns say", () => {
  expect(statesInSituations()).toEqual([
    "clear clear clear",
    "attention clear clear",
    "unknown clear clear",
    "unknown clear clear",
    "unknown unknown unknown",
    "clear clear unknown",
    "clear clear unknown",
    "clear unknown clear",
    "clear clear clear",
    "clear clear clear",
  ]);
});

/** Words of an older English. */
const NOT_PLAIN = /\b(?:shall|anew|whoever|whatever became|(?:be|is|was) told|the same holds|so that)\b/i;
/** Generated from the descriptions of inputs. */
const REFERENCE = "docs/reference.md";

const PAGES = globSync("docs/*.md", { cwd: ROOT }).toSorted();

const READ = [...PAGES, "README.md", "ARCHITECTURE.md", "SECURITY.md", "CONTRIBUTING.md"];

test.each(READ.filter((page) => page !== REFERENCE))("%s is in plain English", (page) => {
  const prose = pageText(page).replaceAll(/```[\s\S]*?```|`[^`\n]*`/g, "");

  expect(prose.split("\n").filter((line) => NOT_PLAIN.test(line))).toEqual([]);
});

test.each(READ)("%s links the glossary, and every link leads somewhere", (page) => {
  const text = pageText(page);

  expect(brokenLinksOf(text, page)).toEqual([]);
  expect(/\]\((?:docs\/)?glossary\.md\)/.test(text)).toBe(page !== "docs/glossary.md");
});

function brokenLinksOf(text: string, page: string): readonly string[] {
  const links = [...text.matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]+))?\)/g)];
  return links.flatMap(([link, target = "", heading]) => {
    const name = target === "" ? page : path.join(path.dirname(page), target);
    if (globSync([name, `${name}/*`], { cwd: ROOT }).length === 0) return [link];
    return heading === undefined || anchorsOf(pageText(name)).includes(heading) ? [] : [link];
  });
}

const TITLES: Readonly<Record<ItemId, string>> = {
  "security-signals": "Security signals",
  "compliance-monitors": "Compliance monitors",
  "cspm-findings": "CSPM findings",
};
const OBSTACLES: readonly string[] = Changes.shape.items.element.options[0].shape.why.element.options;
const THRESHOLDS = GATE_WORDS.slice(GATE_WORDS.indexOf(" on ") + 4).split(", ");
const CODES: readonly string[] = [...REASON_CODES, ...STEP_CODES, ...PROBLEMS];

function listsOf(id: ItemId): readonly string[] {
  const { items } = deriveChanges({ evidence: evidenceOf(), sha256: HASH }, evidenceOf());
  const lists = Object.keys(items.find((item) => item.id === id)?.changes ?? {});
  return lists.filter((name) => name !== "hints");
}

/** Field, and what either level does with it. */
function fieldsIn(text: string, id: ItemId): readonly unknown[] {
  return fieldRows(text, id).map(([field, , standard, minimal]) => [field, standard, minimal]);
}

/** The tags that the page lists, in order; findings have none. */
function tagsIn(text: string, id: ItemId): readonly string[] {
  const [, meaning = ""] = fieldRows(text, id).find(([field]) => field === "tags") ?? [];
  const [, tags] = /^only (.*?)(?: and .*)?$/.exec(meaning) ?? [];
  return tags?.split(", ").toSorted() ?? [];
}

function fieldRows(text: string, id: ItemId): readonly (readonly string[])[] {
  return tableIn(sectionOf(text, TITLES[id]), "Field").slice(1);
}

const SOURCE = globSync("src/**/*.ts", { cwd: ROOT }).map((name) =>
  pageText(name)
    .replaceAll(/\$\{[^{}]*\}/g, "")
    .replaceAll(/\s+/g, " "),
);

/** Whether a row has all its cells, and the source has each piece of its message; `…` stands between pieces. */
function isFull(row: readonly string[]): boolean {
  const pieces = (row[1] ?? "").split("…").map((piece) => piece.trim());
  const words = pieces.filter((piece) => /[a-z]{2}/i.test(piece));
  const isSaid = words.length > 0 && words.every((piece) => SOURCE.some((text) => text.includes(piece)));
  return isSaid && row.length === 4 && row.every((cell) => cell !== "");
}

test("every page calls the program in the one way in which everybody has it", () => {
  const commands = [...COMMANDS.keys()].join("|");
  const pages = globSync(["README.md", "docs/*.md", "docs/examples/**/*.*"], { cwd: ROOT }).filter(
    // It has the synopsis of every command, as `--help` prints it.
    (page) => page !== "docs/reference.md",
  );

  const others = pages.flatMap((page) => {
    const calls = pageText(page).matchAll(new RegExp(`.{0,12}datadog-evidence (?:${commands})\\b`, "g"));
    return [...calls]
      .map(([call]) => `${page}: ${call}`)
      .filter((call) => !/npx (?:--yes )?datadog-evidence/.test(call));
  });

  expect(pages.length).toBeGreaterThan(20);
  expect(others).toEqual([]);
});
