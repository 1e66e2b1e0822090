import { expect, test } from "vitest";

import type { ServerFault } from "../../support/datadog-faults.ts";
import {
  makeNorthwind,
  type RawFinding,
  type RawMonitor,
  type RawSignal,
} from "../../../src/demo/northwind/organisation.ts";
import { manyFindings, manyMonitors, manySignals } from "../../support/many-records.ts";
import { startDatadog } from "../../support/datadog.ts";
import { ACCESS_TOKEN } from "../../support/datadog-tokens.ts";
import {
  asker,
  FINDINGS,
  findingsBody,
  monitorsIn,
  NOW,
  pagesOf,
  SCALAR,
  scalarBody,
  SIGNALS,
  signalsBody,
} from "./ask.ts";

const northwind = makeNorthwind(NOW);

test("the same moment gives the same organisation", () => {
  expect(makeNorthwind(NOW)).toEqual(northwind);
});

test("the week before holds 5 critical and 20 high signals, 7 of them open, 5 under review, 13 archived", async () => {
  await using datadog = await startDatadog(northwind);

  const pages = await pagesOf<RawSignal>(asker(datadog, northwind), SIGNALS, (page) =>
    signalsBody({ limit: 10, ...page }),
  );

  const found = pages.flatMap(({ data }) => data);
  const states = found.map(({ attributes }) => attributes.attributes.workflow.triage.state);
  expect(count(found.map(({ attributes }) => attributes.status))).toEqual({ critical: 5, high: 20 });
  expect(count(states)).toEqual({ open: 7, under_review: 5, archived: 13 });
});

test("14 monitors are tagged exactly compliance, 9 of them OK and 2 muted", async () => {
  await using datadog = await startDatadog(northwind, { searchMatchesPrefixes: false });

  const response = await asker(
    datadog,
    northwind,
  )("/api/v1/monitor?monitor_tags=compliance&with_downtimes=true");

  const found = await monitorsIn(response);
  const muted = found.filter(
    (one) => one.matching_downtimes.length + Object.keys(one.options.silenced).length > 0,
  );
  const states = { OK: 9, Alert: 1, Warn: 1, "No Data": 2, Ignored: 1 };
  expect(count(found.map((monitor) => monitor.overall_state))).toEqual(states);
  expect(muted).toHaveLength(2);
});

test("6 critical and 18 high posture checks fail, 4 of them muted", async () => {
  await using datadog = await startDatadog(northwind);

  const pages = await pagesOf<RawFinding>(asker(datadog, northwind), FINDINGS, (page) =>
    findingsBody({ limit: 10, ...page }),
  );

  const found = pages.flatMap(({ data }) => data);
  const details = found.map(({ attributes }) => attributes.attributes.custom);
  expect(count(details.map(({ severity }) => severity))).toEqual({ critical: 6, high: 18 });
  expect(details.filter(({ workflow }) => workflow.mute.is_muted)).toHaveLength(4);
});

test("signals are counted as many as are listed, unless totals are kept back", async () => {
  await using datadog = await startDatadog(northwind, { now: () => NOW });
  await using silent = await startDatadog(northwind, { now: () => NOW, omitTotals: true });

  const counted = await (await asker(datadog, northwind)(SCALAR, scalarBody())).json();
  const kept = await (await asker(silent, northwind)(SCALAR, scalarBody())).json();

  expect(counted).toMatchObject({ data: { attributes: { columns: [{ name: "a", values: [25] }] } } });
  expect(kept).toMatchObject({ data: { attributes: { columns: [] } } });
});

test("a count of nothing has no value", async () => {
  await using datadog = await startDatadog({ ...northwind, signals: [] }, { now: () => NOW });

  const counted = await (await asker(datadog, northwind)(SCALAR, scalarBody())).json();

  expect(counted).toMatchObject({ data: { attributes: { columns: [{ name: "a", values: [] }] } } });
});

test("a key that may only see vulnerabilities finds no misconfigurations, and is refused the older count", async () => {
  const permissions = new Set(["appsec_vm_read"]);
  await using datadog = await startDatadog({ ...northwind, permissions });
  const ask = asker(datadog, northwind);

  const found = await ask(FINDINGS, findingsBody());
  const counted = await ask("/api/v2/posture_management/findings");

  expect([found.status, counted.status]).toEqual([200, 403]);
  expect(await found.json()).toMatchObject({ data: [] });
});

test.each([
  { severity: "critical", total: 9 },
  { severity: "high", total: 23 },
])("$total $severity checks are evaluated, passing or not", async ({ severity, total }) => {
  await using datadog = await startDatadog(northwind);
  const filters = `filter[vulnerability_type]=misconfiguration&filter[status]=${severity}`;

  const response = await asker(
    datadog,
    northwind,
  )(`/api/v2/posture_management/findings?${filters}&page[limit]=1`);

  expect(await response.json()).toMatchObject({
    data: [{ attributes: { status: severity } }],
    meta: { page: { total_filtered_count: total } },
  });
});

test("the signals end with an empty page that has no meta", async () => {
  await using datadog = await startDatadog({ ...northwind, signals: manySignals(5, NOW) });

  const pages = await pagesOf<RawSignal>(asker(datadog, northwind), SIGNALS, (page) =>
    signalsBody({ limit: 2, ...page }),
  );

  expect(pages.map(({ data }) => data.length)).toEqual([2, 2, 1, 0]);
  expect(pages.at(-1)).toEqual({ data: [] });
});

test("signals of the same instant are neither lost nor repeated between pages", async () => {
  const bulk = manySignals(7, NOW);
  const timestamp = NOW.toISOString();
  const signals = bulk.map((one) => ({ ...one, attributes: { ...one.attributes, timestamp } }));
  await using datadog = await startDatadog({ ...northwind, signals });

  const pages = await pagesOf<RawSignal>(asker(datadog, northwind), SIGNALS, (page) =>
    signalsBody({ limit: 3, ...page }),
  );

  const ids = pages.flatMap(({ data }) => data).map(({ id }) => id);
  expect(ids.toSorted()).toEqual(bulk.map(({ id }) => id).toSorted());
});

test("monitors page by the id they come after", async () => {
  await using datadog = await startDatadog({ ...northwind, monitors: manyMonitors(5, NOW) });
  const ask = asker(datadog, northwind);
  const sizes: number[] = [];

  let offset = 0;
  for (let page: RawMonitor[] | null = null; page === null || page.length > 0;) {
    const response = await ask(`/api/v1/monitor?page_size=2&id_offset=${offset}`);
    page = await monitorsIn(response);
    sizes.push(page.length);
    offset = page.at(-1)?.id ?? offset;
  }

  expect(sizes).toEqual([2, 2, 1, 0]);
});

test.each([
  { searchMatchesPrefixes: true, total: 16 },
  { searchMatchesPrefixes: false, total: 14 },
])("list and search agree on a tag ($total)", async ({ searchMatchesPrefixes, total }) => {
  await using datadog = await startDatadog(northwind, { searchMatchesPrefixes });
  const ask = asker(datadog, northwind);

  const list = await (await ask("/api/v1/monitor?monitor_tags=compliance&page_size=1000")).json();
  const search = await (await ask("/api/v1/monitor/search?query=tag:compliance&per_page=5")).json();

  expect(list).toHaveLength(total);
  expect(search).toMatchObject({ metadata: { total_count: total, page_count: Math.ceil(total / 5) } });
});

test("monitors can be searched by several states", async () => {
  await using datadog = await startDatadog(northwind, { searchMatchesPrefixes: false });
  const query = encodeURIComponent('tag:compliance status:(Alert OR Warn OR "No Data")');

  const response = await asker(datadog, northwind)(`/api/v1/monitor/search?query=${query}`);

  expect(await response.json()).toMatchObject({ metadata: { total_count: 4 } });
});

test("tags means scope, so a monitor's own tag finds nothing", async () => {
  await using datadog = await startDatadog(northwind);

  const response = await asker(datadog, northwind)("/api/v1/monitor?tags=compliance");

  expect(await response.json()).toEqual([]);
});

test("findings come at most 150 at a time and the last page has no cursor", async () => {
  await using datadog = await startDatadog({ ...northwind, findings: manyFindings(200, NOW) });
  const ask = asker(datadog, northwind);

  const pages = await pagesOf(ask, FINDINGS, (page) => findingsBody({ limit: 150, ...page }));

  expect(pages.map(({ data }) => data.length)).toEqual([150, 50, 0]);
  expect((await ask(FINDINGS, findingsBody({ limit: 151 }))).status).toBe(400);
});

test.each([
  { what: "a signal cursor of nobody's", path: SIGNALS, body: signalsBody({ cursor: "garbage" }) },
  { what: "a signal page over 1000", path: SIGNALS, body: signalsBody({ limit: 1001 }) },
  { what: "a signal query that does not parse", path: SIGNALS, body: signalsBody({}, "status:(high OR") },
  { what: "a finding cursor of nobody's", path: FINDINGS, body: findingsBody({ cursor: "garbage" }) },
  { what: "a finding search without data", path: FINDINGS, body: { page: { limit: 1 } } },
  { what: "an unknown group state", path: "/api/v1/monitor?group_states=notagroupstate" },
  { what: "an unknown monitor status", path: "/api/v1/monitor/search?query=status:notastatus" },
])("$what is a bad request", async ({ path, body }) => {
  await using datadog = await startDatadog(northwind);

  const response = await asker(datadog, northwind)(path, body);

  expect(response.status).toBe(400);
});

const { apiKey, appKey } = northwind;
const other = (key: string) => key.replaceAll(/[0-9a-f]/g, "0");

test.each([
  { what: "no key", headers: {}, status: 403, says: "API key required" },
  { what: "another API key", headers: { "dd-api-key": other(apiKey) }, status: 403, says: "statuspage" },
  { what: "a key that is none", headers: { "dd-api-key": "not a key" }, status: 403, says: "<html>" },
  { what: "no application key", headers: { "dd-api-key": apiKey }, status: 401, says: "Unauthorized" },
  {
    what: "another application key",
    headers: { "dd-api-key": apiKey, "dd-application-key": other(appKey) },
    status: 403,
    says: '{"errors":["Forbidden"]}',
  },
])("$what is refused with $status", async ({ headers, status, says }) => {
  await using datadog = await startDatadog(northwind);

  const response = await asker(datadog, northwind)("/api/v2/validate_keys", undefined, headers);

  expect(response.status).toBe(status);
  expect(await response.text()).toContain(says);
});

test("the API key alone opens both validations", async () => {
  await using datadog = await startDatadog(northwind);
  const ask = asker(datadog, northwind);

  const answers = ["/api/v1/validate", "/api/v2/validate"].map((path) =>
    ask(path, undefined, { "dd-api-key": apiKey }),
  );

  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
});

test("a token takes the place of both keys, and opens nothing that asks for the API key alone", async () => {
  await using datadog = await startDatadog(northwind);
  const headers = { authorization: `Bearer ${ACCESS_TOKEN}` };
  const ask = asker(datadog, northwind);

  const answers = await Promise.all(
    ["/api/v2/validate_keys", "/api/v2/current_user", "/api/v1/monitor", "/api/v2/validate"].map((path) =>
      ask(path, undefined, headers),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 403]);
});

test("a token that nobody issued, and one that expired, are refused with 401", async () => {
  await using datadog = await startDatadog(northwind, { now: () => NOW });
  const ask = asker(datadog, northwind);

  const answers = await Promise.all(
    ["ddsat_nobodys", "dddlg_1_00", `dddlg_${Math.floor(NOW.getTime() / 1000) + 60}_00`].map((token) =>
      ask("/api/v1/monitor", undefined, { authorization: `Bearer ${token}` }),
    ),
  );

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
});

test.each([
  { path: SIGNALS, body: signalsBody(), permission: "security_monitoring_signals_read" },
  { path: FINDINGS, body: findingsBody(), permission: "security_monitoring_findings_read" },
  { path: "/api/v1/monitor", permission: "monitors_read" },
  { path: "/api/v1/monitor/search", permission: "monitors_read" },
  { path: "/api/v2/security_monitoring/rules", permission: "security_monitoring_rules_read" },
  {
    path: "/api/v2/security_monitoring/configuration/suppressions",
    permission: "security_monitoring_suppressions_read",
  },
  { path: "/api/v2/posture_management/findings", permission: "security_monitoring_findings_read" },
  { path: SCALAR, body: scalarBody(), permission: "timeseries_query" },
])("$path needs $permission", async ({ path, body, permission }) => {
  const permissions = new Set([...northwind.permissions].filter((name) => name !== permission));
  await using datadog = await startDatadog({ ...northwind, permissions });

  const response = await asker(datadog, northwind)(path, body);

  expect(response.status).toBe(403);
  expect(await response.json()).toEqual({ errors: ["Forbidden", "Failed permission authorization checks"] });
});

test.each(["/api/v1/monitor", "/api/v2/security/findings/mute"])("nothing is written to %s", async (path) => {
  await using datadog = await startDatadog(northwind);

  const response = await asker(datadog, northwind)(path, { name: "new" });

  expect(response.status).toBe(404);
});

test("every answer tells the rate limit and one request too many gets an empty 429", async () => {
  await using datadog = await startDatadog(northwind, {
    now: () => NOW,
    rateLimit: { limit: 2, periodSeconds: 10 },
  });
  const ask = asker(datadog, northwind);

  const answers = [await ask("/api/v1/monitor"), await ask("/api/v1/monitor"), await ask("/api/v1/monitor")];

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
  expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["1", "0", "0"]);
  expect(answers[2]?.headers.get("x-ratelimit-reset")).toBe("9");
  expect(await answers[2]?.text()).toBe("");
});

test("a skewed clock shows in the date header", async () => {
  await using datadog = await startDatadog(northwind, { now: () => NOW, clockSkewMs: 120_000 });

  const response = await asker(datadog, northwind)("/api/v1/validate");

  expect(response.headers.get("date")).toBe("Sun, 22 Nov 2026 06:19:31 GMT");
});

test("requests are recorded as they arrive", async () => {
  await using datadog = await startDatadog(northwind, { now: () => NOW });

  await asker(datadog, northwind)(`${SIGNALS}?a=1`, { page: { limit: 1 } }, { "DD-API-KEY": "0" });

  expect(datadog.requests).toMatchObject([
    { method: "POST", path: SIGNALS, query: { a: "1" }, body: { page: { limit: 1 } }, at: NOW },
  ]);
  expect(datadog.requests[0]?.headers["dd-api-key"]).toBe("0");
});

const met = async (faults: readonly ServerFault[] | ((nth: number) => ServerFault)) => {
  const datadog = await startDatadog(northwind, { faults: { "GET /api/v1/validate": faults } });
  return { ask: () => asker(datadog, northwind)("/api/v1/validate"), [Symbol.asyncDispose]: datadog.close };
};

test.each(["reset", "truncate"] as const)(
  "%s breaks the connection once and then all is well",
  async (fault) => {
    await using datadog = await met([fault]);

    const broken = datadog.ask().then((response) => response.text());
    await expect(broken).rejects.toThrow(TypeError);

    expect((await datadog.ask()).status).toBe(200);
  },
);

test("hang answers nothing, and closing does not wait for it", async () => {
  const datadog = await startDatadog(northwind, { faults: { "GET /api/v1/validate": ["hang"] } });
  const outcome = asker(
    datadog,
    northwind,
  )("/api/v1/validate").then(
    () => "answered",
    () => "broken",
  );

  await expect.poll(() => datadog.requests.length).toBe(1);
  await datadog.close();

  expect(await outcome).toBe("broken");
});

test.each([{ slowHead: 60 }, { slowBody: 60 }])("%j delays the true answer", async (fault) => {
  await using datadog = await met([fault]);
  const before = performance.now();

  const body = await (await datadog.ask()).json();

  expect(body).toEqual({ valid: true });
  expect(performance.now() - before).toBeGreaterThan(50);
});

test.each([
  {
    fault: { status: 503, headers: { "retry-after": "1" }, body: { errors: ["no"] } },
    text: '{"errors":["no"]}',
  },
  { fault: { status: 429 }, text: "" },
  { fault: { raw: '{"half":', contentType: "application/json" }, text: '{"half":' },
  { fault: { redirect: "https://example.com/" }, text: "" },
  { fault: { rewrite: () => ({ valid: null }) }, text: '{"valid":null}' },
] as const)("$fault answers just that", async ({ fault, text }) => {
  await using datadog = await met(() => fault);

  const response = await datadog.ask();

  expect(response.status).toBe("status" in fault ? fault.status : "redirect" in fault ? 302 : 200);
  expect(await response.text()).toBe(text);
});

test("a fault can depend on how often was asked", async () => {
  await using datadog = await met((nth) => (nth === 2 ? { status: 500 } : "ok"));

  const statuses = [await datadog.ask(), await datadog.ask(), await datadog.ask()].map(
    ({ status }) => status,
  );

  expect(statuses).toEqual([200, 500, 200]);
});

test("what a rewrite changes does not reach the organisation", async () => {
  await using datadog = await startDatadog(northwind, {
    faults: { "GET /api/v1/monitor": [{ rewrite: emptied }] },
  });
  const ask = asker(datadog, northwind);

  expect(await (await ask("/api/v1/monitor")).json()).toHaveLength(0);
  expect(await (await ask("/api/v1/monitor")).json()).toHaveLength(40);
});

function count(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    Map.groupBy(names, (name) => name)
      .entries()
      .map(([name, all]) => [name, all.length]),
  );
}

function emptied(body: unknown): unknown {
  if (Array.isArray(body)) body.length = 0;
  return body;
}
