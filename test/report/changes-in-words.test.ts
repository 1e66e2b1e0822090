import { expect, test } from "vitest";

import { makeStatement, type Statement, type Tail } from "../../src/bundle/statement.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { changeSinceLastRun, changeLines } from "../../src/report/changes-in-words.ts";
import { logCommands } from "../support/commands.ts";
import {
  ended,
  evidenceOf,
  finding,
  findingsItem,
  HASH,
  monitor,
  monitorsItem,
  signal,
  signalsItem,
} from "../support/evidence.ts";
import { runHtml, summaryOf } from "../support/reports.ts";

const ASSURANCE = { signing: "key", timestamp: false, log: false } as const;
const LAST = { sequence: 1, statement: HASH };
const FIRST: Tail = { next: 1, last: null, restart: null, evidence: null };

function statement(now: Evidence, tail: Tail | null): Statement {
  return makeStatement(now, { files: evidenceFiles(now), tail, assurance: ASSURANCE });
}

const after = (before: Evidence, now: Evidence): Statement =>
  statement(now, {
    ...FIRST,
    next: 2,
    last: LAST,
    evidence: { evidence: before, policy: null, sha256: HASH },
  });

const linesOf = (said: Statement | null): readonly string[] => changeLines(changeSinceLastRun(said));

function summaryWith(evidence: Evidence, said: Statement): string {
  return summaryOf(evidence, { attestation: { statement: said, signedBy: HASH, signedAt: null } });
}

function pageOf(evidence: Evidence, said: Statement | null): string {
  const html = runHtml(evidence, { statement: said, signedBy: HASH });
  const start = html.indexOf('<section id="changes"');
  return html.slice(start, html.indexOf("</section>", start));
}

const quiet = evidenceOf();
const restart = { code: "broken", message: "the bundle of the run before is missing" };

test.each<readonly [string, Tail | null, string]>([
  ["the first run", FIRST, "first run: nothing to compare with"],
  ["a run without a repository", null, "not chained, so there is no earlier run to compare with"],
  [
    "a run after a break",
    { ...FIRST, restart },
    `the chain was restarted, so nothing was compared: ${restart.message}`,
  ],
  [
    "a run after declared gaps alone",
    { ...FIRST, next: 2, last: LAST },
    "the run before has no evidence to compare with, or another key signed it",
  ],
])("%s says why there is nothing to compare with, in the log, the summary and the report", (_, tail, why) => {
  const said = statement(quiet, tail);

  expect(linesOf(said)).toEqual([why]);
  expect(summaryWith(quiet, said)).toContain(`Since the run before: ${why}.`);
  expect(pageOf(quiet, said).toLowerCase()).toContain(`<p>${why}.</p>`.toLowerCase());
});

test("an unsigned run was compared with nothing", () => {
  expect(linesOf(null)).toEqual(["not signed, so nothing was compared"]);
  expect(pageOf(quiet, null)).toContain("Not signed, so nothing was compared.");
});

test("a run like the one before did not change", () => {
  const said = after(quiet, quiet);

  expect(linesOf(said)).toEqual([
    "security signals: no change",
    "compliance monitors: no change",
    "CSPM findings: no change",
  ]);
  expect(summaryWith(quiet, said)).not.toContain("### Since the run before");
  expect(pageOf(quiet, said).match(/<td>no change<\/td>/g)).toHaveLength(3);
});

test("what changed is counted by item, and what asks for a person is named", () => {
  const before = evidenceOf([
    signalsItem([signal(), signal({ id: "AQ-2" })]),
    monitorsItem([monitor(), monitor({ id: 2 })]),
    findingsItem(),
  ]);
  const now = evidenceOf([
    signalsItem([signal({ triage: { ...signal().triage, state: "archived" } })]),
    monitorsItem([monitor({ definitionSha256: "cd".repeat(32), name: "Backup is old" })]),
    findingsItem([], ended("skipped")),
  ]);
  const said = after(before, now);

  const lines = linesOf(said);
  const text = summaryWith(now, said);
  const page = pageOf(now, said);

  expect(lines).toEqual([
    "security signals: 1 vanished, 1 with changed triage",
    "compliance monitors: 1 gone, 1 with a changed definition",
    "CSPM findings: not comparable: this run did not obtain it",
    "the CSPM findings were complete in the run before and are skipped now",
  ]);
  expect(text).toContain("| 1 vanished, 1 with changed triage |");
  expect(text).toContain("- security signals vanished: AQ-2");
  expect(text).toContain("- compliance monitors with a changed definition: Backup is old");
  expect(text).not.toContain("with changed triage: ");
  expect(page).toContain('<td>1 vanished</td><td><span class="digest">AQ-2</span></td>');
  expect(page).toContain("<td>1 with a changed definition</td><td><bdi>Backup is old</bdi></td>");
  expect(page).toContain("<td>not comparable</td><td>This run did not obtain it.</td>");
});

test("what is not known of a partial item says so, and is no zero", () => {
  const now = evidenceOf([monitorsItem([], ended("partial"))]);

  expect(linesOf(after(evidenceOf([monitorsItem()]), now))).toEqual([
    "compliance monitors: gone: not known; else no change (this run has only part of it)",
  ]);
});

test("findings that likely were not resolved come with the reason", () => {
  const ids = ["1", "2", "3"].map((digit) => `hmac-sha256:${digit.repeat(64)}`);
  const before = evidenceOf([findingsItem(ids.map((id) => finding({ id })))]);
  const now = evidenceOf([findingsItem([])]);
  const said = after(before, now);

  expect(linesOf(said)).toEqual(["CSPM findings: 3 no longer listed, 3 of these likely not resolved"]);
  expect(pageOf(now, said)).toContain(
    "<td>why likely not resolved</td><td>All findings of a rule disappeared at once and all findings of a resource disappeared at once.</td>",
  );
});

const HOSTILE =
  "</td>| `rm` [x](https://evil.example) @octocat <img src=x> ::error::x ##[error]x \u202e\n\n# Title";

test("five thousand changes of hostile names stay small, and nothing of theirs acts", () => {
  const records = Array.from({ length: 5000 }, (_, id) => monitor({ id, name: HOSTILE }));
  const signals = Array.from({ length: 5000 }, (_, id) => signal({ id: `${HOSTILE}${id}` }));
  const before = evidenceOf([signalsItem(signals), monitorsItem([])]);
  const now = evidenceOf([signalsItem([]), monitorsItem(records)], {
    collector: { ...quiet.collector, version: HOSTILE },
  });
  const said = after(before, now);

  const text = summaryWith(now, said);
  const page = pageOf(now, said);

  expect(JSON.stringify(said).length).toBeLessThan(20_000);
  expect(text.length).toBeLessThan(60_000);
  expect(text).toContain("and 4\u202f980 more");
  expect(page.length).toBeLessThan(60_000);
  expect(page).not.toMatch(/<img|\u202e/);
  expect(text).not.toMatch(/<img|evil\.example|@octocat|\u202e|^# Title|\]\(x\)/m);
  expect(logCommands(`${text}\n${linesOf(said).join("\n")}`)).toEqual([]);
});
