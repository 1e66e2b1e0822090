import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { Evidence } from "../../../src/evidence/schema.ts";
import { datadogLink, escapeCss, escapeHtml, githubLink, name } from "../../../src/report/render/html.ts";
import { shellWord } from "../../../src/report/run/proof.ts";
import { runReport } from "../../../src/report/run/html.ts";
import { type RunReport } from "../../../src/report/run/model.ts";

const APP = "https://app.datadoghq.eu";
const RUN_URL = "https://github.com/northwind/platform/actions/runs/123";
const HASH = "ab".repeat(32);
const COMPLETE = { status: "complete", grade: "drained", reason: null };
const TIMED_OUT = {
  code: "source-timeout",
  message: "Datadog answered 200 with the status timeout",
  hint: "run again to cover the rest of the day",
};
const REFUSED = {
  code: "permission",
  message: "Datadog refused GET /api/v1/monitor (403)",
  hint: "give the application key monitors_read",
};

test("says in plain words what was collected, what it supports and what it is not", () => {
  const html = runReport(reportOf([signals(), monitors(), findings()]));

  expect(textOf(html)).toContain(
    "This run collected security signals, compliance monitors and CSPM findings completely; " +
      "it supports ISO/IEC 27001:2022 A.8.9, A.8.16, A.8.17; it is not a statement of compliance.",
  );
  expect(textOf(html)).toContain(
    "Security signals and CSPM findings need attention; compliance monitors are clear.",
  );
  expect(textOf(html)).not.toMatch(/\bcompliant\b/iv);
});

test("shows the counts, the grade and the support of a complete run without floors", () => {
  const text = textOf(runReport(reportOf([signals(), monitors(), findings()])));

  expect(text).toContain("1 critical, 1 high, 2 total, 1 open, 0 under review, 1 archived");
  expect(text).toContain("2 total, 2 passing, 0 failing, 0 not evaluated, 0 muted");
  expect(text).toContain("A.8.17 (claimed)");
  expect(text).toContain("▲attention");
  expect(text).toContain("●clear");
  expect(text).toContain("✓complete reconciled");
  expect(text).not.toContain("at least");
});

test('says "at least" before every count of a partial item', () => {
  const partial = findings({
    collection: { status: "partial", grade: null, reason: TIMED_OUT },
    state: "unknown",
  });

  const text = textOf(runReport(reportOf([partial])));

  expect(text).toContain("at least 1 critical, at least 1 high, at least 2 total, at least 1 muted");
  expect(text).toContain("critical at least 1 high at least 1");
  expect(text).toContain("2 failing checks seen; there may be more");
  expect(text).toContain("This run collected CSPM findings only in part; it supports no control; for");
  expect(text).toContain(
    "Datadog answered 200 with the status timeout. Run again to cover the rest of the day.",
  );
  expect(text).toContain("◐partial source-timeout");
});

test.each(["failed", "skipped"] as const)("never shows a zero for an item that %s", (status) => {
  const lost = monitors({
    collection: { status, grade: null, reason: REFUSED, received: 0, unique: 0, requests: [] },
    state: "unknown",
    counts: null,
    records: [],
  });

  const html = runReport(reportOf([lost]));
  const section = html.slice(html.indexOf('<section class="item'), html.indexOf('<section id="making"'));

  expect(textOf(html)).toContain("○unknown");
  expect(textOf(section)).toContain("Counts: not known.");
  expect(textOf(section)).toContain("Received not known Unique not known");
  expect(textOf(section)).toContain("No record was obtained.");
  expect(textOf(section)).not.toMatch(/(?:^|\s)0(?:\s|$)/v);
  expect(textOf(html)).toContain(
    "Datadog refused GET /api/v1/monitor (403). Give the application key monitors_read.",
  );
});

test("does not read a count of zero into an answer that was an error", () => {
  const page = { status: 503, items: 0, bytes: 12, sha256: HASH, attempts: 4 };
  const request = {
    method: "GET",
    path: "/api/v1/monitor",
    query: {},
    body: {},
    drained: false,
    pages: [page],
  };
  const failed = monitors({
    collection: { status: "failed", grade: null, reason: REFUSED, requests: [request] },
    state: "unknown",
    counts: null,
    records: [],
  });

  const text = textOf(runReport(reportOf([failed])));

  expect(text).toContain("503 not known 12 4");
  expect(text).toContain("Read to its end: request 1, GET /api/v1/monitor end not reached");
});

test("a request that a complete item does not depend on is no check that failed", () => {
  const look = { method: "GET", path: "/api/v1/monitor", query: {}, body: {}, drained: false, pages: [] };
  const complete = monitors({ collection: { status: "complete", grade: "drained", requests: [look] } });

  const html = runReport(reportOf([complete]));

  expect(textOf(html)).toContain("Read to its end: request 1, GET /api/v1/monitor not needed not reached");
  expect(html).not.toMatch(/<tr class="fails">[^\n]*request 1,/);
});

test("puts open critical signals, failing monitors and unmuted critical findings first, with links", () => {
  const failing = monitors({
    state: "attention",
    records: [monitor({ state: "Alert", verdict: "failing" })],
  });

  const html = runReport(reportOf([signals(), failing, findings()]));
  const needs = html.slice(html.indexOf('<ol class="needs">'), html.indexOf('<section id="about"'));

  expect(needs).toContain(
    `<a href="${APP}/security/signal?event=open" rel="noreferrer"><bdi>Root sign-in</bdi></a>`,
  );
  expect(needs).toContain(`<a href="${APP}/monitors/1" rel="noreferrer"><bdi>Backup is recent</bdi></a>`);
  expect(needs).toContain(
    `<a href="${APP}/security/compliance?query=1" rel="noreferrer"><bdi>Open bucket</bdi></a>`,
  );
  expect(needs).not.toContain("event=archived");
  expect(needs).not.toContain("compliance?query=2");
});

test("says so when nothing needs a person", () => {
  const text = textOf(runReport(reportOf([monitors()])));

  expect(text).toContain("Nothing in this run asks for a person.");
});

test("shows the first 500 records and says where the rest are", () => {
  const records = Array.from({ length: 1234 }, (_, id) => monitor({ id, name: `monitor no. ${id}` }));

  const html = runReport(reportOf([monitors({ records })]));

  expect(html.match(/monitor no\. \d/gv)).toHaveLength(500);
  expect(textOf(html)).toContain("The first 500 are shown. 734 more are in evidence.json.");
});

test("says that the rest is in the file that its records moved to", () => {
  const records = Array.from({ length: 501 }, (_, id) => monitor({ id }));
  const report = reportOf([monitors({ records })]);
  const file = { name: "records-compliance-monitors.ndjson", bytes: 12_345_678, sha256: HASH };

  const text = textOf(runReport({ ...report, files: [...report.files, file] }));

  expect(text).toContain("The first 500 are shown. 1 more are in records-compliance-monitors.ndjson.");
});

test("names the file that holds the records of a large item", () => {
  const report = reportOf([signals({ records: [] })]);
  const file = { name: "records-security-signals.ndjson", bytes: 12_345_678, sha256: HASH };

  const text = textOf(runReport({ ...report, files: [...report.files, file] }));

  expect(text).toContain("The records are in records-security-signals.ndjson, beside evidence.json.");
  expect(text).toContain("records-security-signals.ndjson 12\u202f345\u202f678");
});

test("carries a policy with the hash of each of its two style elements, and no script or request", () => {
  const html = runReport(reportOf([signals(), monitors(), findings()]));
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
])("keeps names inert: %s", (_, text) => {
  const html = runReport(hostileReport(text));
  const tags = new Set([...html.matchAll(/<(?<tag>[a-z][a-z0-9]*)/gv)].map((match) => match.groups?.["tag"]));

  expect(tags).toEqual(tagsOf(runReport(hostileReport("plain"))));
  expect(html).not.toContain(text);
  expect(html).not.toMatch(/<script|<img|<[^>]*\son\w+=/iv);
  expect(html).not.toMatch(/[[\p{Cc}\p{Cf}]--\n]/v);
});

test("cuts a name of 10,000 characters and says so", () => {
  const html = runReport(reportOf([monitors({ records: [monitor({ name: "W".repeat(10_000) })] })]));

  expect(html).not.toMatch(/W{201}/v);
  expect(textOf(html)).toContain("W… 9\u202f800 more characters in evidence.json");
});

test("links only to the site's own pages and to the GitHub run", () => {
  const links = ["javascript:alert(1)", "https://evil.example/x", "https://app.datadoghq.com/monitors/1"];
  const records = links.map((link, id) => monitor({ id, link }));

  const html = runReport(reportOf([signals(), monitors({ records }), findings()]));
  const anchors = [...html.matchAll(/<a (?<attributes>[^>]*)>/gv)].map(
    (match) => match.groups?.["attributes"] ?? "",
  );
  const outside = anchors.filter((attributes) => !/href="#/v.test(attributes));

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

test.each([
  ["another host", "https://app.datadoghq.eu.evil.example/monitors/1"],
  ["another scheme", "http://app.datadoghq.eu/monitors/1"],
  ["a script", "javascript:alert(1)//app.datadoghq.eu"],
  ["a name before the host", "https://app.datadoghq.eu@evil.example/"],
  ["a password for the host", "https://me:secret@app.datadoghq.eu/"],
  ["another port", "https://app.datadoghq.eu:8443/"],
  ["another site", "https://us3.datadoghq.com/monitors/1"],
  ["no address", "monitors/1"],
])("makes no link of %s", (_, href) => {
  expect(datadogLink("datadoghq.eu", { href, label: "x" })).toBe("<bdi>x</bdi>");
});

test.each([
  ["datadoghq.com", "app.datadoghq.com"],
  ["us3.datadoghq.com", "us3.datadoghq.com"],
  ["us5.datadoghq.com", "us5.datadoghq.com"],
  ["datadoghq.eu", "app.datadoghq.eu"],
  ["ap1.datadoghq.com", "ap1.datadoghq.com"],
  ["ap2.datadoghq.com", "ap2.datadoghq.com"],
  ["uk1.datadoghq.com", "uk1.datadoghq.com"],
  ["ddog-gov.com", "app.ddog-gov.com"],
  ["us2.ddog-gov.com", "us2.ddog-gov.com"],
])("links to the pages of site %s", (site, host) => {
  const link = datadogLink(site, { href: `https://${host}/monitors/1?a=1&b=2`, label: "x" });

  expect(link).toBe(`<a href="https://${host}/monitors/1?a=1&amp;b=2" rel="noreferrer"><bdi>x</bdi></a>`);
});

test("links to a run of the repository only", () => {
  const run = { url: RUN_URL, repository: "northwind/platform", id: "123" };

  expect(githubLink(run)).toContain(`<a href="${RUN_URL}" rel="noreferrer" class="address">`);
  expect(githubLink({ ...run, url: "https://github.com/somebody/else/actions/runs/123" })).not.toContain(
    "<a",
  );
  expect(
    githubLink({ ...run, url: "https://github.com/northwind/platform/actions/runs/1234" }),
  ).not.toContain("<a");
  expect(githubLink({ ...run, url: "javascript:alert(1)" })).not.toContain("<a");
});

test("escapes markup and shows what cannot be seen", () => {
  expect(escapeHtml(`<a href="x" title='y'>&`)).toBe("&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;");
  expect(escapeHtml("a\u202Eb\u0000c\u200Bd\uD800")).toBe("a⟨U+202E⟩b⟨U+0000⟩c⟨U+200B⟩d⟨U+D800⟩");
  expect(escapeHtml("two\nlines, 👩‍💻 and שלום")).toBe("two\nlines, 👩‍💻 and שלום");
  expect(name("😀".repeat(201))).toContain(`<bdi>${"😀".repeat(200)}</bdi>…`);
  expect(escapeCss(`"</style>\n\\`)).toBe(String.raw`\22 \3c \2f style\3e  \5c `);
});

test("quotes what is not plain in the commands", () => {
  expect(shellWord("prod/2026/2026-08-05/061731Z-123-1")).toBe("prod/2026/2026-08-05/061731Z-123-1");
  expect(shellWord("it's; rm -rf ~")).toBe(String.raw`'it'\''s; rm -rf ~'`);
});

test("tells how the run was signed, and how that is checked", () => {
  const report = reportOf([monitors()]);
  const attestation = { signing: "key", keyFingerprint: HASH, timestamp: true, sequence: 122 } as const;

  const byKey = textOf(runReport({ ...report, attestation }));
  const keyless = textOf(
    runReport({ ...report, attestation: { ...attestation, signing: "keyless", keyFingerprint: null } }),
  );
  const unsigned = textOf(runReport({ ...report, attestation: null }));

  expect(byKey).toContain("Signed with a key, with a trusted time.");
  expect(byKey).toContain("one run, no. 122 of stream prod");
  expect(byKey).toContain("--key signer.pub.pem");
  expect(byKey).toContain("It exits with 0: genuine and complete.");
  expect(keyless).toContain(
    "--identity 'https://github.com/northwind/platform/.github/workflows/e.yml@refs/heads/main'",
  );
  expect(unsigned).toContain("Not signed: nothing here proves who made this, or when.");
  expect(unsigned).not.toContain("datadog-evidence verify");
});

test("gives every table a caption, every heading cell a scope and every section a name", () => {
  const html = runReport(reportOf([signals(), monitors(), findings()]));

  expect(html.match(/<table/gv)).toHaveLength(html.match(/<table[^>]*><caption>/gv)?.length ?? 0);
  expect(html).not.toMatch(/<th(?! scope=)[\s>]/v);
  expect(html).toContain('<main id="content"');
  for (const [, id] of html.matchAll(/aria-labelledby="(?<id>[^"]+)"/gv))
    expect(html).toContain(`<h2 id="${id}">`);
  for (const [, id] of html.matchAll(/href="#(?<id>[^"]+)"/gv)) expect(html).toContain(`id="${id}"`);
  expect(new Set(idsOf(html)).size).toBe(idsOf(html).length);
});

interface Overrides {
  readonly collection?: object;
  readonly state?: string;
  readonly counts?: object | null;
  readonly records?: readonly object[];
  readonly title?: string;
}

function signals(overrides: Overrides = {}) {
  return {
    ...itemOf("security-signals", overrides, {
      state: "attention",
      counts: { critical: 1, high: 1, total: 2, open: 1, underReview: 0, archived: 1 },
      records: [signal("open", "critical"), signal("archived", "high")],
    }),
    window: { from: "2026-07-29T06:17:31Z", to: "2026-08-05T06:17:31Z" },
  };
}

function monitors(overrides: Overrides = {}) {
  return itemOf(
    "compliance-monitors",
    {
      ...overrides,
      collection: overrides.collection ?? { status: "complete", grade: "reconciled", sourceTotal: 2 },
    },
    {
      state: "clear",
      counts: { total: 2, passing: 2, failing: 0, notEvaluated: 0, muted: 0 },
      records: [monitor(), monitor({ id: 2 })],
    },
  );
}

function findings(overrides: Overrides = {}) {
  return itemOf("cspm-findings", overrides, {
    state: "attention",
    counts: { critical: 1, high: 1, total: 2, muted: 1 },
    records: [finding("1", { title: "Open bucket" }), finding("2", { muted: true })],
  });
}

function itemOf(
  id: string,
  overrides: Overrides,
  usual: Required<Pick<Overrides, "state" | "counts" | "records">>,
) {
  const title = overrides.title ?? "An item";
  const support = id === "compliance-monitors" ? "claimed" : "direct";
  const controlId = { "security-signals": "A.8.16", "compliance-monitors": "A.8.17" }[id] ?? "A.8.9";
  return {
    id,
    title,
    link: `${APP}/item`,
    controls: [{ framework: "ISO/IEC 27001:2022", id: controlId, title, support }],
    window: null,
    population: { what: title, size: null },
    collection: {
      ...COMPLETE,
      requests: [],
      received: 2,
      unique: 2,
      sourceTotal: null,
      checks: overrides.counts === null ? [] : [{ name: title, expected: 2, actual: 2, ok: true }],
      ...overrides.collection,
    },
    result: {
      state: overrides.state ?? usual.state,
      reason: null,
      counts: overrides.counts === undefined ? usual.counts : overrides.counts,
    },
    records: overrides.records ?? usual.records,
    caveats: [title],
  };
}

function signal(state: string, severity: string, title = "Root sign-in") {
  return {
    id: `id-${state}`,
    timestamp: "2026-08-04T21:10:07Z",
    severity,
    title,
    rule: null,
    triage: {
      state,
      changed: null,
      archiveReason: state === "archived" ? "false_positive" : null,
      assigned: false,
      incidents: 0,
    },
    firstSeen: null,
    lastSeen: null,
    tags: [],
    link: `${APP}/security/signal?event=${state}`,
  };
}

function monitor(overrides: object = {}) {
  return {
    id: 1,
    name: "Backup is recent",
    type: "metric alert",
    state: "OK",
    stateSince: "2026-05-20T00:00:00Z",
    verdict: "passing",
    muted: false,
    mutedUntil: null,
    draft: false,
    paused: false,
    watchesClock: false,
    definitionSha256: HASH,
    modified: null,
    tags: ["compliance"],
    link: `${APP}/monitors/1`,
    ...overrides,
  };
}

function finding(id: string, overrides: object = {}) {
  return {
    id: `hmac-sha256:${id.repeat(64)}`,
    severity: "critical",
    status: "open",
    title: "A muted check",
    rule: { id: "rule", name: null },
    resource: null,
    resourceType: "aws_s3_bucket",
    cloudProvider: "aws",
    muted: false,
    muteReason: null,
    muteExpires: null,
    firstSeen: "2026-06-24T00:00:00Z",
    changed: null,
    link: `${APP}/security/compliance?query=${id}`,
    ...overrides,
  };
}

function reportOf(items: readonly object[], organization = "Northwind"): RunReport {
  const evidence = Evidence.parse({
    schema: "datadog-evidence/v1",
    rules: 1,
    mapping: { version: "2026-11", sha256: HASH },
    stream: { name: "prod", cadence: "P1D" },
    startedAt: "2026-08-05T06:16:50Z",
    collectedAt: "2026-08-05T06:17:31Z",
    validUntil: "2026-08-06T18:17:31Z",
    source: {
      system: "Datadog",
      site: "datadoghq.eu",
      apiUrl: "https://api.datadoghq.eu",
      organization,
      organizationId: null,
      apiKeyId: null,
      clockSkewMs: 12,
    },
    collector: { name: "datadog-evidence", version: "1.4.0", sha256: HASH },
    run: {
      id: "123",
      attempt: 1,
      github: {
        repository: "northwind/platform",
        repositoryId: "771",
        workflowRef: "northwind/platform/.github/workflows/e.yml@refs/heads/main",
        workflowSha: "11ea89ea",
        event: "schedule",
        schedule: "17 6 * * *",
        url: RUN_URL,
      },
    },
    privacy: { level: "standard", pseudonymKeyId: "key-1" },
    outcome: "complete",
    items,
  });
  return {
    evidence,
    evidenceSha256: HASH,
    files: [{ name: "evidence.json", bytes: 48_213, sha256: HASH }],
    attestation: null,
    since: { nothing: "first run: nothing to compare with" },
    folder: "prod/2026/2026-08-05/061731Z-123-1",
  };
}

function hostileReport(text: string): RunReport {
  const pages = [{ status: 200, items: 2, bytes: 10, sha256: HASH, attempts: 1 }];
  const request = {
    method: "POST",
    path: `/${text}`,
    query: { [text]: text },
    body: { [text]: text },
    drained: true,
    pages,
  };
  const reason = { code: "shape", message: text, hint: text };
  const items = [
    signals({ title: text, records: [signal("open", "critical", text), signal(text, "high", text)] }),
    monitors({
      title: text,
      records: [
        monitor({ name: text, type: text, state: text, stateSince: text, muted: true, mutedUntil: text }),
      ],
    }),
    findings({
      title: text,
      records: [
        finding("1", { title: text, resourceType: text, muted: true, muteReason: text, firstSeen: text }),
      ],
      collection: { status: "partial", grade: null, reason, requests: [request] },
      state: "unknown",
    }),
  ];
  return reportOf(items, text);
}

/** What a reader sees: entities decoded, tags between words as spaces. */
function textOf(html: string): string {
  const entities = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&amp;": "&" };
  return html
    .replaceAll(/<style>.*?<\/style>/gsv, "")
    .replaceAll(/<\/?(?:bdi|b|i|strong|span|a|code|time|small)\b[^>]*>/gv, "")
    .replaceAll(/<[^>]*>/gv, " ")
    .replaceAll(
      /&(?:lt|gt|quot|#39|amp);/gv,
      (entity) => Object.entries(entities).find(([key]) => key === entity)?.[1] ?? entity,
    )
    .replaceAll(/[ \n]+/gv, " ");
}

function tagsOf(html: string) {
  return new Set([...html.matchAll(/<(?<tag>[a-z][a-z0-9]*)/gv)].map((match) => match.groups?.["tag"]));
}

function idsOf(html: string) {
  return [...html.matchAll(/\sid="(?<id>[^"]+)"/gv)].map((match) => match.groups?.["id"]);
}
