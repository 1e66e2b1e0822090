import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { fileOf } from "../../../src/evidence/file.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import type { Evidence, Item } from "../../../src/evidence/schema.ts";
import type { SignedRun } from "../../../src/report/run/model.ts";
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
import { decodeEntities, runHtml, runMarkdown, signedAs, wordsOf } from "../../support/reports.ts";

const CRITICAL = finding({ severity: "critical" });
const ARCHIVED = signal({
  id: "AQ-2",
  severity: "high",
  triage: {
    state: "archived",
    changed: null,
    archiveReason: "false_positive",
    assigned: false,
    incidents: 0,
  },
});
const LOST = ended("failed");

test("says in plain words what was collected, what it supports and what it is not", () => {
  const text = textOf([signalsItem([signal(), ARCHIVED]), monitorsItem(), findingsItem([CRITICAL])]);

  expect(text).toContain(
    "This run collected security signals, compliance monitors and CSPM findings completely; it supports ISO/IEC 27001:2022",
  );
  expect(text).toContain("it is not a statement of compliance.");
  expect(text).toContain("Security signals and CSPM findings need attention; compliance monitors are clear.");
  expect(text).toContain("1 critical, 1 high, 2 total, 1 open, 0 under review, 1 archived");
  expect(text).toContain("▲attention");
  expect(text).toContain("✓complete drained: read to the end");
  expect(text).not.toMatch(/at least \d/v);
  expect(text).not.toMatch(/\bcompliant\b/iv);
});

test('says "at least" before every count of a partial item', () => {
  const text = textOf([findingsItem([CRITICAL, finding({ muted: true })], ended("partial"))]);

  expect(text).toContain("at least 1 critical, at least 1 high, at least 2 total, at least 1 muted");
  expect(text).toContain("critical at least 1 high at least 1");
  expect(text).toContain("2 failing checks seen; there may be more");
  expect(text).toContain(
    "This run collected CSPM findings only in part; it supports no control directly; for",
  );
  expect(text).toContain(`${REASON.message}. Run again when Datadog is less busy.`);
  expect(text).toContain("◐partial source-timeout");
});

test.each(["failed", "skipped"] as const)("never shows a zero for an item that %s", (status) => {
  const how = collection({ status, grade: null, reason: REASON, requests: [] });
  const item = { ...monitorsItem([], how), collection: { ...how, received: 0, unique: 0 } };

  const text = textOf([item]);
  const section = text.slice(
    text.indexOf("Compliance monitors ○unknown State"),
    text.indexOf("How it was made"),
  );

  expect(section).toContain("Counts: not known.");
  expect(section).toContain("Received not known Unique not known");
  expect(section).toContain("No record was obtained. It is not known whether there is any.");
  expect(section).not.toMatch(/(?:^|\s)0(?:\s|$)/v);
  expect(text).toContain(`${REASON.message}. Run again when Datadog is less busy.`);
});

test("does not read a count of zero into an answer that was an error", () => {
  const page = { status: 503, items: 0, bytes: 12, sha256: HASH, attempts: 4 };
  const asked = request({ method: "GET", path: "/api/v1/monitor", drained: false, pages: [page] });

  const text = textOf([monitorsItem([], { ...LOST, requests: [asked] })]);

  expect(text).toContain("503 not known 12 4");
  expect(text).toContain("Read to its end: request 1, GET /api/v1/monitor end not reached");
});

test("a request that a complete item does not depend on is no check that failed", () => {
  const probe = request({ method: "GET", path: "/api/v1/monitor", drained: false, pages: [] });

  const html = runHtml(evidenceOf([monitorsItem([monitor()], collection({ requests: [probe] }))]));

  expect(wordsOf(html)).toContain("Read to its end: request 1, GET /api/v1/monitor not needed not reached");
  expect(html).not.toMatch(/<tr class="fails">[^\n]*request 1,/v);
});

test("names critical signals that are open or under review, failing monitors and unmuted critical findings", () => {
  const signals = ["open", "under_review", "archived", "brand_new"].map((state) =>
    signal({ id: state, title: `signal ${state}`, triage: { ...signal().triage, state } }),
  );
  const monitors = [monitor({ state: "Alert", verdict: "failing", name: "Backup is recent" })];
  const findings = [CRITICAL, finding({ severity: "critical", muted: true, title: "A muted check" })];

  const html = runHtml(evidenceOf([signalsItem(signals), monitorsItem(monitors), findingsItem(findings)]));
  const needs = wordsOf(
    html.slice(html.indexOf('<ol class="needs">'), html.indexOf('<section id="changes"')),
  );

  expect(needs).toContain("Critical signal of 2026-08-04T21:10:07Z, open: signal open");
  expect(needs).toContain("Critical signal of 2026-08-04T21:10:07Z, under review: signal under_review");
  expect(needs).toContain("Critical signal of 2026-08-04T21:10:07Z, open: signal brand_new");
  expect(needs).toContain("Monitor in state Alert since 2026-05-20T00:00:00Z: Backup is recent");
  expect(needs).toContain(
    "Critical posture check failing, first seen 2026-06-24T00:00:00Z: Bucket is public",
  );
  expect(needs).not.toMatch(/signal archived|A muted check/v);
  expect(html).toContain(
    '<a href="https://app.datadoghq.eu/monitors/1" rel="noreferrer"><bdi>Backup is recent</bdi></a>',
  );
});

test("says so when nothing needs review", () => {
  expect(textOf([monitorsItem()])).toContain("Nothing in this run needs review.");
});

test("shows the first 500 records and says where the rest are", () => {
  const records = Array.from({ length: 1234 }, (_, id) => monitor({ id, name: `monitor no. ${id}` }));

  const html = runHtml(evidenceOf([monitorsItem(records)]));

  expect(html.match(/monitor no\. \d/gv)).toHaveLength(500);
  expect(wordsOf(html)).toContain("The first 500 are shown. 734 more are in evidence.json.");
});

test("names the file that the records moved to", () => {
  const moved = evidenceOf([monitorsItem(Array.from({ length: 501 }, (_, id) => monitor({ id })))]);
  const file = fileOf("records-security-signals.ndjson", "x".repeat(12_345));
  const gone = { ...signalsItem(), records: [] };

  expect(wordsOf(runHtml(moved, { files: evidenceFiles(moved, 20_000) }))).toContain(
    "The first 500 are shown. 1 more are in records-compliance-monitors.ndjson.",
  );
  const text = textOf([gone], { files: [...evidenceFiles(evidenceOf([gone])), file] });
  expect(text).toContain("The records are in records-security-signals.ndjson, beside evidence.json.");
  expect(text).toContain("records-security-signals.ndjson 12\u202f345");
});

test("carries a policy with the hash of each of its two style elements, and no script or request", () => {
  const html = runHtml(evidenceOf());
  const styles = [...html.matchAll(/<style>(?<css>.*?)<\/style>/gsv)].map(
    (match) => match.groups?.["css"] ?? "",
  );
  const hashes = styles.map((css) => `'sha256-${createHash("sha256").update(css).digest("base64")}'`);

  expect(styles).toHaveLength(2);
  expect(html).toContain(
    `content="default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'"`,
  );
  expect(html).not.toMatch(/<script|<img|<iframe|<object|\ssrc=|\sstyle=|\son\w+=|url\(|@import/iv);
});

test.each([
  ["markup", `<script>alert(1)</script><img src=x onerror=alert(1)>`],
  ["quotes", `" onmouseover="alert(1)" x='`],
  ["the end of a style element", `</style></title><script>alert(1)</script>`],
  ["bidi overrides and controls", "invoice\u202Egnp.exe\u0000\u001b[31m\u2066"],
  ["Markdown", "# x | <img src=x> `a` [b](https://evil.example) @octocat\n- y\n```\n# z"],
])("keeps names inert: %s", (_, text) => {
  const evidence = hostileEvidence(text);
  const html = runHtml(evidence);
  const plain = runHtml(hostileEvidence("plain"));
  const markdown = runMarkdown(evidence).replaceAll(/^ {4}.*$/gmv, "");

  expect(new Set(html.match(/<[a-z][a-z0-9]*/gv))).toEqual(new Set(plain.match(/<[a-z][a-z0-9]*/gv)));
  expect(html).not.toContain(text);
  expect(html).not.toMatch(/<script|<img|<[^>]*\son\w+=/iv);
  expect(html).not.toMatch(/[[\p{Cc}\p{Cf}]--\n]/v);
  expect(markdown).not.toMatch(/<|\]\(|https:\/\/evil|@octocat|^```|^- y|^# z/mv);
  expect(markdown).not.toMatch(/[[\p{Cc}\p{Cf}]--\n]/v);
  expect(markdown.match(/^# /gmv)).toHaveLength(1);
});

test("cuts a name of 10,000 characters and says so", () => {
  const html = runHtml(evidenceOf([monitorsItem([monitor({ name: "W".repeat(10_000) })])]));

  expect(html).not.toMatch(/W{201}/v);
  expect(wordsOf(html)).toContain("W… 9\u202f800 more characters in evidence.json");
});

test("links only to the site's own pages and to the GitHub run", () => {
  const links = ["javascript:alert(1)", "https://evil.example/x", "https://app.datadoghq.com/monitors/1"];

  const html = runHtml(
    evidenceOf([signalsItem(), monitorsItem(links.map((link, id) => monitor({ id, link })))]),
  );
  const outside = [...html.matchAll(/<a (?<attributes>[^>]*)>/gv)]
    .map((match) => match.groups?.["attributes"] ?? "")
    .filter((attributes) => !/href="#/v.test(attributes));

  expect(outside.length).toBeGreaterThan(0);
  for (const attributes of outside) {
    expect(attributes).toMatch(
      /^href="https:\/\/(?:app\.datadoghq\.eu\/|github\.com\/northwind\/platform\/actions\/runs\/123")/v,
    );
    expect(attributes).toContain('rel="noreferrer"');
  }
  expect(html).not.toContain("javascript:");
  expect(html).not.toContain("evil.example");
});

test("says how the run was signed, and how to check that", () => {
  const byKey = textOf([monitorsItem()], signed("key", HASH));
  const keyless = textOf([monitorsItem()], signed("keyless", "https://github.com/x"));
  const unsigned = textOf([monitorsItem()]);

  expect(byKey).toContain("Signed with a key, with a trusted time.");
  expect(byKey).toContain("one run, no. 122 of stream prod");
  expect(byKey).toContain("--key signer.pub.pem");
  expect(byKey).toContain("Expected exit code 0: genuine and complete.");
  expect(keyless).toContain(
    "--identity 'https://github.com/northwind/platform/.github/workflows/e.yml@refs/heads/main'",
  );
  expect(unsigned).toContain("Not signed: nothing here proves who made this, or when.");
  expect(unsigned).not.toContain("datadog-evidence verify");
});

test("names the workflow of an enterprise with its own host and issuer", () => {
  const { run, ...rest } = evidenceOf([monitorsItem()]);
  const url = "https://octo.ghe.com/northwind/platform/actions/runs/123";
  const github = run.github && { ...run.github, url };

  const text = wordsOf(
    runHtml({ ...rest, run: { ...run, github } }, signed("keyless", "https://octo.ghe.com/x")),
  );

  expect(text).toContain(
    "--identity 'https://octo.ghe.com/northwind/platform/.github/workflows/e.yml@refs/heads/main'",
  );
  expect(text).toContain("--issuer https://token.actions.octo.ghe.com");
});

test("gives every table a caption, every heading cell a scope and every section a name", () => {
  const html = runHtml(evidenceOf());
  const ids = [...html.matchAll(/\sid="(?<id>[^"]+)"/gv)].map((match) => match.groups?.["id"]);

  expect(html.match(/<table/gv)).toHaveLength(html.match(/<table[^>]*><caption>/gv)?.length ?? 0);
  expect(html).not.toMatch(/<th(?! scope=)[\s>]/v);
  expect(html).toContain('<main id="content"');
  for (const [, id] of html.matchAll(/aria-labelledby="(?<id>[^"]+)"/gv))
    expect(html).toMatch(new RegExp(`<h[23] id="${id}">`, "v"));
  for (const [, id] of html.matchAll(/href="#(?<id>[^"]+)"/gv)) expect(html).toContain(`id="${id}"`);
  expect(new Set(ids).size).toBe(ids.length);
});

test("Markdown says all that HTML says", () => {
  const items = [signalsItem([signal()], ended("partial")), monitorsItem([], LOST), findingsItem()];
  const run = [evidenceOf(items), signed("key", HASH)] as const;
  const markdown = plainOf(runMarkdown(...run));
  const said = runHtml(...run)
    .replace(/^.*?<main/sv, "<main")
    .replaceAll(/<(?:td class="mark|a href="https).*?<\/(?:td|a)>\.?/gv, "")
    .split(/<[^>]*>|\n/v)
    .map((words) => plainOf(words.replace(/^ *· /v, "")));
  const missing = said.filter((words) => /\w/v.test(words) && !markdown.includes(words));

  expect(missing).toEqual([]);
});

function textOf(items?: readonly Item[], given?: Partial<SignedRun>): string {
  return wordsOf(runHtml(evidenceOf(items), given));
}

/** Signed with a trusted time, as run 122. */
function signed(signing: "key" | "keyless", signedBy: string): Partial<SignedRun> {
  const { statement } = signedAs({ signing, timestamp: true, log: false }, { signedBy });
  return { statement, signedBy };
}

function hostileEvidence(text: string): Evidence {
  const asked = request({ path: `/${text}`, query: { [text]: text }, body: { [text]: text } });
  const reason = { ...REASON, message: text, hint: text };
  const triage = { ...signal().triage, state: text };
  const named = {
    name: text,
    type: text,
    state: text,
    stateSince: text,
    muted: true,
    mutedUntil: text,
  };
  const items = [
    signalsItem([signal({ title: text }), signal({ id: text, title: text, triage })]),
    monitorsItem([monitor(named)]),
    findingsItem(
      [finding({ title: text, resourceType: text, muted: true, muteReason: text, firstSeen: text })],
      collection({ status: "partial", grade: null, reason, requests: [asked] }),
    ),
  ];
  for (const item of items) {
    Object.assign(item, { title: text, population: { what: text, size: null }, caveats: [text] });
  }
  const evidence = evidenceOf(items);
  return { ...evidence, source: { ...evidence.source, organization: text } };
}

/** Words without what only one notation has: entities, thin spaces, signs of Markdown, blanks. */
function plainOf(text: string): string {
  return decodeEntities(text).replaceAll(/[\s\u200a`*]+/gv, "");
}
