import { expect, test } from "vitest";

import { readPolicy } from "../../src/policy/read-policy.ts";
import { proposeWaiver } from "../../src/report/expectations.ts";
import { recordsCsv, runCsv } from "../../src/report/run/csv.ts";
import { policyOf, policyText } from "../policy/policies.ts";
import { ended, evidenceOf, monitor, monitorsItem, signal, signalsItem } from "../support/evidence.ts";
import { runHtml, runMarkdown, runOf, summaryOf } from "../support/reports.ts";
import { judgedBy } from "../support/stream.ts";

const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 41201096] };
const ALERTS = {
  id: "no-alert",
  item: "compliance-monitors",
  title: "Nothing alerts",
  none: { verdict: "failing" },
};
const SIGNALS = { id: "none-open", item: "security-signals", none: { "triage.state": "open" } };
const WAIVER = {
  id: "EX-1",
  expect: "no-alert",
  records: [2],
  since: "2026-08-01",
  until: "2026-08-31",
  why: "moved to another team",
  by: "head of platform",
  ticket: "SEC-8",
};
const MONITORS = monitorsItem([
  monitor({ id: 1 }),
  monitor({ id: 2, name: "Disk", state: "Alert", verdict: "failing" }),
]);

/** A run with its policy: one expectation broken, one accepted, one unknown. */
function judged(overrides: { readonly accept?: readonly object[]; readonly title?: string } = {}) {
  const alerts = overrides.title === undefined ? ALERTS : { ...ALERTS, title: overrides.title };
  const text = policyText({ expect: [alerts, NAMED, SIGNALS], accept: overrides.accept ?? [WAIVER] });
  const items = [signalsItem([], ended("partial")), MONITORS];
  const read = readPolicy(Buffer.from(text), null);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return { evidence: judgedBy(evidenceOf(items), text), policy: read.policy };
}

/** The summary and the report of a run with its policy. */
function pagesOf({ evidence, policy }: ReturnType<typeof judged>) {
  return {
    summary: summaryOf(evidence, { policy }),
    html: runHtml(evidence, { policy }),
    markdown: runMarkdown(evidence, { policy }),
  };
}

test("the summary has expectations before counts, broken ones first, with links and the waiver that would be needed", () => {
  const { summary: text } = pagesOf(judged());

  expect(text.indexOf("### Expectations")).toBeLessThan(text.indexOf("| Item |"));
  expect(text.split("\n").filter((line) => /^\| (?:named|no-al|none)/.test(line))).toEqual([
    "| named-monitors | × broken | 1 of 2 not there: [monitor 41201096](https://app.datadoghq.eu/monitors/41201096) | 2 monitors by id are there |",
    "| none-open | ○ unknown | at least 0 counted, and not all is known | no signal with triage.state open |",
    "| no-alert | ◆ accepted | 1 found, and none is allowed: [Disk](https://app.datadoghq.eu/monitors/1); waived by EX-1 | Nothing alerts |",
  ]);
  expect(text).toContain(
    '    {"id":"named-monitors-1","expect":"named-monitors","records":[41201096],"since":"2026-08-05","until":"2026-09-04","why":"REASON","by":"ROLE"}',
  );
  expect(text).toContain("The run itself gave the policy");
});

test("the proposed waiver is one that a policy takes, once it says why and by whom", () => {
  const { evidence } = judged();
  const broken = evidence.policy?.results.find(({ result }) => result === "broken");
  if (broken === undefined) throw new Error("nothing is broken");

  const accept = [JSON.parse(proposeWaiver(broken, evidence.collectedAt))];

  expect(policyOf({ expect: [NAMED], accept }).waivers).toHaveLength(1);
});

test("the report names results, demands, offenders and waivers, in both notations", () => {
  const { html, markdown } = pagesOf(judged());

  for (const text of [html, markdown]) {
    const plain = text.replaceAll(/<[^>]+>/g, "");
    expect(plain).toContain("The run itself gave the policy");
    expect(plain).toMatch(/Nothing alerts/);
    expect(plain).toMatch(/moved to another team.*SEC-8/s);
    expect(plain).toMatch(/in force/);
    expect(plain).toMatch(/Judged by/);
    expect(plain).toMatch(/waiver EX-1/);
  }
  expect(html.indexOf('id="expectations"')).toBeLessThan(html.indexOf("The items of this run"));
});

test("a run without a policy has no word about expectations", () => {
  const { summary, markdown } = pagesOf({ evidence: evidenceOf(), policy: policyOf({ expect: [NAMED] }) });

  expect(summary).not.toContain("Expectations");
  expect(markdown).not.toContain("Expectations");
});

test("what people write into a policy is text everywhere", () => {
  const hostile = "=1+1<script>alert(1)</script>|@octocat `x` [a](https://example.com) ::error::";
  const world = judged({
    title: hostile,
    accept: [{ ...WAIVER, why: hostile, by: hostile, ticket: hostile }],
  });
  const { html, ...pages } = pagesOf(world);
  const markdown = `${pages.markdown}${pages.summary}`;

  expect(html).not.toContain("<script>alert");
  expect(markdown).not.toMatch(/<script|[^\\]\[a\]\(https|\n::error/);
  expect(markdown).not.toContain("|@octocat");
});

function linesOfDisk(page: string): number {
  return page.split("\n").filter((line) => line.includes("Disk")).length;
}

test("a waived record stays in every count and list, and is marked in each list", () => {
  const [without, waived] = [judged({ accept: [] }), judged()];

  expect(waived.evidence.items).toEqual(without.evidence.items);
  const [marked, unmarked] = [waived, without]
    .map(pagesOf)
    .map(({ summary, markdown }) => [summary, markdown]);
  for (const page of marked ?? []) expect(page).toMatch(/Monitor in state Alert.*, waived by EX-1: \[?Disk/);
  expect(marked?.[1]).toMatch(/\| Disk \(.*waiver EX-1\)/);
  for (const page of unmarked ?? []) expect(page).not.toMatch(/EX-1/);
  expect(marked?.map(linesOfDisk)).toEqual(unmarked?.map(linesOfDisk));
});

test("the id of a waiver is no formula in a spreadsheet", () => {
  const { evidence, policy } = judged({ accept: [{ ...WAIVER, id: "=1+1" }] });

  const csv = recordsCsv(MONITORS, { evidence, policy });

  expect(csv).toContain(`"'=1+1"`);
  expect(csv).not.toContain(`"=1+1"`);
});

test("CSV has the results of each item, and marks waived records", () => {
  const { evidence, policy } = judged();
  const item = evidence.items.find(({ id }) => id === "compliance-monitors");
  if (item === undefined) throw new Error("there are no monitors");

  const runs = runCsv(runOf(evidence, { policy }));
  const records = recordsCsv(item, { evidence, policy });

  expect(runs).toContain('"expectations","broken expectations"');
  expect(runs).toContain('"broken","named-monitors",');
  expect(records.split("\n").map((line) => line.trim().split(",").at(-1))).toEqual([
    '"waivers"',
    '""',
    '"EX-1"',
    "",
  ]);
});

test("a signal that breaks an expectation is named by its title, and links to itself", () => {
  const text = policyText({ expect: [SIGNALS] });
  const evidence = judgedBy(evidenceOf([signalsItem([signal()])]), text);

  expect(summaryOf(evidence, { policy: policyOf({ expect: [SIGNALS] }) })).toContain(
    "[Root sign-in](https://app.datadoghq.eu/security/signal?event=AQ-1)",
  );
});
