import { expect, test } from "vitest";

import type { Assurance } from "../../../src/bundle/statement.ts";
import type { Evidence } from "../../../src/evidence/schema.ts";
import { evidenceGroups } from "../../../src/report/job-summary/log-lines.ts";
import { logCommands } from "../../support/commands.ts";
import {
  collection,
  ended,
  evidenceOf,
  finding,
  findingsItem,
  HASH,
  monitor,
  monitorsItem,
  REASON,
  request,
  signal,
  signalsItem,
} from "../../support/evidence.ts";
import { runMarkdown, signedAs, summaryOf } from "../../support/reports.ts";

const linesOf = (item: Evidence["items"][number]): readonly string[] =>
  evidenceGroups(evidenceOf([item]), { reasons: [] }).flatMap(({ lines }) => lines);
const rowOf = (text: string, item: string): string =>
  text.split("\n").find((line) => line.startsWith(`| [${item}`)) ?? "";
const BY_KEY: Assurance = { signing: "key", timestamp: true, log: false };
const refused = request({
  drained: false,
  pages: [{ status: 403, items: 0, bytes: 30, sha256: HASH, attempts: 1 }],
});

test("commit and artifact are linked, and the run has its place in the chain", () => {
  const text = summaryOf(evidenceOf(), {
    attestation: signedAs(BY_KEY, { signedBy: HASH }),
    artifact: { name: "evidence-prod", id: 7, url: "https://github.com/x/y/actions/runs/1/artifacts/7" },
    commit: { id: "c".repeat(40), url: "https://github.com/x/z/commit/c", repository: "x/z" },
  });

  expect(text).toContain("Commit [cccccccccccc](https://github.com/x/z/commit/c) of x");
  expect(text).toContain("z, run 122 of its chain.");
  expect(text).toContain("](https://github.com/x/y/actions/runs/1/artifacts/7).");
});

test("a complete item has its counts, its grade and what it supports", () => {
  const row = rowOf(summaryOf(evidenceOf()), "security signals");

  expect(row).toContain(
    "▲ attention | 1 critical, 0 high, 1 total, 1 open, 0 under review, 0 archived | – |",
  );
  expect(row).toContain("✓ complete (drained: read to the end) | A.8.16, A.5.25 (claimed)");
});

test('every count of a partial item says "at least"', () => {
  const text = summaryOf(evidenceOf([signalsItem([signal()], ended("partial"))]));

  const row = rowOf(text, "security signals");
  expect(row).toContain("at least 1 critical, at least 0 high, at least 1 total, at least 1 open");
  expect(row).toContain("○ unknown");
  expect(row).toContain("◐ partial |");
  expect(text).toContain("says that its own search timed out");
});

test.each(["failed", "skipped"] as const)('an item that %s is "not known", nowhere a zero', (status) => {
  const how = collection({
    status,
    grade: null,
    reason: REASON,
    requests: [refused],
    received: 0,
    unique: 0,
  });
  const item = signalsItem([], how);

  const text = summaryOf(evidenceOf([item]));
  const lines = linesOf(item).join("\n");

  expect(rowOf(text, "security signals")).toContain("○ unknown | not known |");
  expect(text).toContain("0 answers, 1 refused or lost, records not known");
  expect(lines).toContain("counts not known");
  expect(lines).toContain("0 answers, 1 refused or lost, records not known");
  expect(`${text}${lines}`).not.toMatch(/0 (?:records|critical|high|total)/);
});

test("the lines of a complete item tell its counts, requests and window", () => {
  expect(linesOf(signalsItem([signal(), signal({ id: "AQ-2" })]))).toEqual([
    "2 critical, 0 high, 2 total, 2 open, 0 under review, 0 archived",
    "drained: read to the end",
    "1 answer, 2 records received",
    "from 2026-07-29T06:16:50Z to 2026-08-05T06:16:50Z",
    "Datadog gives no count of signals to compare with",
  ]);
});

test("it says that it is no statement of compliance, and never that anything is compliant", () => {
  const text = summaryOf(evidenceOf());

  expect(text).toContain("It is not a statement of compliance.");
  expect(text).not.toMatch(/\bcompliant\b/i);
});

test("the summary says when and where it was collected, the window, and when the next run is due", () => {
  const lines = summaryOf(evidenceOf()).split("\n").slice(0, 9);

  expect(lines).toContain("- Collected 2026-08-05 06:17 UTC from datadoghq.eu (Northwind).");
  expect(lines).toContain("- Security signals from 2026-07-29 06:16 UTC to 2026-08-05 06:16 UTC.");
  expect(lines).toContain("- Next run due 2026-08-06 06:17 UTC.");
});

function many<R>(make: (id: number) => R): R[] {
  return Array.from({ length: 97 }, (_, id) => make(id));
}

test("many signals to review hide neither monitors nor findings", () => {
  const evidence = evidenceOf([
    signalsItem(many((id) => signal({ id: `s${id}`, title: `signal ${id}` }))),
    monitorsItem(
      many((id) => monitor({ id, name: `monitor ${id}`, state: "Alert", verdict: "failing" })).slice(0, 5),
    ),
    findingsItem(many((id) => finding({ id: `f${id}`, title: `finding ${id}`, severity: "critical" }))),
  ]);

  const lines = listUnder("### Needs review", summaryOf(evidence), /^- /v);

  const counted = (start: string): number => lines.filter((line) => line.startsWith(start)).length;
  expect(["Critical signal", "Monitor in state", "Critical posture"].map(counted)).toEqual([8, 5, 7]);
  expect(lines.slice(-8)).toContain("90 more of the CSPM findings, in the evidence");
  expect(lines).toContain("89 more of the security signals, in the evidence");
});

test("a cause that the reasons name is not named again for what it lost", () => {
  const lost = ended("failed");
  const evidence = evidenceOf([signalsItem([], lost), monitorsItem([], lost), findingsItem([], lost)]);
  const said = `nothing could be collected: ${REASON.message}`;

  const text = summaryOf(evidence, { reasons: [said], hints: [REASON.hint ?? ""] });

  expect(text.split(REASON.message)).toHaveLength(2);
  expect(text).toContain("> Run again when Datadog is less busy.");
  expect(text).toContain(
    "- **The security signals, compliance monitors and CSPM findings were not obtained.** A later run cannot recover this moment of the compliance monitors and CSPM findings.",
  );
});

test("the reasons of the exit stand on top", () => {
  const text = summaryOf(evidenceOf(), { reasons: ["critical is at least 1, which is > 0"] });

  expect(text.indexOf("> critical is at least 1, which is &gt; 0")).toBeGreaterThan(0);
  expect(text.indexOf("> critical is")).toBeLessThan(text.indexOf("| Item |"));
});

test("the summary and the report name the same records to review: open and under review, never archived", () => {
  const signals = ["open", "under_review", "archived"].map((state) =>
    signal({ id: state, title: `signal ${state}`, triage: { ...signal().triage, state } }),
  );
  const evidence = evidenceOf([
    signalsItem(signals),
    monitorsItem([monitor({ state: "Alert", verdict: "failing" })], ended("partial")),
    findingsItem([], ended("failed")),
  ]);

  const inSummary = listUnder("### Needs review", summaryOf(evidence), /^- /v);
  const inReport = listUnder("## Needs review", runMarkdown(evidence), /^\d+\. /v);

  expect(inSummary).toContain("Critical signal of 2026-08-04T21:10:07Z, under review: signal under_review");
  expect(inSummary.join()).not.toContain("signal archived");
  // The report goes on with counts, which the summary has in its table.
  expect(inReport.slice(0, inSummary.length).map((line) => line.replace(/ See [^.]+\.$/v, ""))).toEqual(
    inSummary,
  );
});

function listUnder(title: string, text: string, bullet: RegExp): readonly string[] {
  const [, list = ""] = text.split(`\n${title}\n\n`);
  return (list.split("\n\n")[0] ?? "")
    .split("\n")
    .map((line) => line.replace(bullet, "").replaceAll(/\[(?<words>[^\]]*)\]\([^\)]*\)/gv, "$<words>"));
}

const HOSTILE =
  "</details>| `rm` [x](https://evil.example) @octocat <img src=x> ::error::x ##[error]x \u202e\n\n# Title ![i](x)";

test("50,000 hostile records make a summary that GitHub takes and in which nothing of theirs acts", () => {
  const monitors = Array.from({ length: 50_000 }, (_, id) =>
    monitor({
      id,
      name: `${HOSTILE} ${id}`,
      state: HOSTILE,
      verdict: "failing",
      link: "https://app.datadoghq.eu/a)|<b>(c",
    }),
  );

  const text = summaryOf(evidenceOf([signalsItem(), monitorsItem(monitors), findingsItem()]), {
    reasons: [HOSTILE],
  });

  expect(Buffer.byteLength(text)).toBeLessThan(900_000);
  expect(text).toContain("- 49\u202f981 more of the compliance monitors, in the evidence");
  expect(text).not.toMatch(/<img|evil\.example|@octocat|\u202e|^# Title|\]\(x\)/m);
  expect(text.match(/<\/details>/g)).toHaveLength(1);
  expect(logCommands(text)).toEqual([]);
});

test("a summary that would be too large is cut after a line, with nothing left open", () => {
  const requests = Array.from({ length: 20_000 }, (_, n) => request({ path: `/${String(n).repeat(20)}` }));
  const evidence = evidenceOf([signalsItem([signal()], collection({ requests }))]);

  const text = summaryOf(evidence);

  expect(Buffer.byteLength(text)).toBeLessThan(900_100);
  expect(text).toMatch(/\n\n<\/details>\n\nCut here; the rest is in evidence\.json of the artifact\.\n$/);
});

test("what a key signed with a trusted time says by which key, when, and how to verify it", () => {
  const attestation = signedAs(BY_KEY, { signedBy: HASH, signedAt: "2026-08-05T06:17:33.000Z" });

  const text = summaryOf(evidenceOf(), { attestation });

  expect(text).toContain(`- signed by the key ${HASH}\n- trusted time 2026-08-05T06:17:33.000Z\n`);
  expect(text).toContain(
    "datadog-evidence verify prod/2026/2026-08-05/061731Z-123-1 --key signing-key.pub.pem",
  );
});

test("what is signed without the time that was asked for says so at the top, once", () => {
  const reason = { code: "timestamp-unavailable", message: "the authority could not be reached" };
  const attestation = signedAs({ ...BY_KEY, timestamp: false, reason }, { signedBy: HASH });

  const warned = summaryOf(evidenceOf(), { attestation });
  const failed = summaryOf(evidenceOf(), { attestation, reasons: [`signed by key only: ${reason.message}`] });

  expect(warned.split("| Item")[0]).toContain("> signed without a trusted time: the authority could not be");
  expect(warned).toContain("- no trusted time");
  expect(failed.match(/could not be reached/g)).toHaveLength(1);
});

test.each([
  ["github.com", "https://token.actions.githubusercontent.com"],
  ["octo.ghe.com", "https://token.actions.octo.ghe.com"],
])("what a workflow of %s signed is verified by its identity and issuer", (host, issuer) => {
  const identity = `https://${host}/acme/app/.github/workflows/e.yml@refs/heads/it's`;
  const attestation = signedAs({ signing: "keyless", timestamp: true, log: true }, { signedBy: identity });

  const text = summaryOf(evidenceOf(), { attestation });

  expect(text).toContain(", in the public log of Sigstore");
  expect(text).toContain(`--identity '${identity.replace("'", String.raw`'\''`)}' --issuer ${issuer}\n`);
});

test("evidence that is not signed says so, and how to sign it", () => {
  const text = summaryOf(evidenceOf());

  expect(text).toContain("- not signed");
  expect(text).toContain("npx datadog-evidence attest prod/2026/2026-08-05/061731Z-123-1\n");
  expect(text).not.toContain("datadog-evidence verify");
});
