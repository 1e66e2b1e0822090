import { createHash } from "node:crypto";

import { expect, test } from "vitest";

import { answering, clientAt, KEYS, shown, startOrigin } from "./client-at.ts";
import { closedWorld } from "./closed-world.ts";

const API = "https://api.datadoghq.eu";
const GET = { method: "GET", path: "/api/v1/monitor" } as const;

test("a question goes out with both keys, its parameters and its body", async () => {
  using world = closedWorld();
  const api = world
    .at(API, {
      reqheaders: {
        "dd-api-key": KEYS.apiKey,
        "dd-application-key": KEYS.appKey,
        "user-agent": "datadog-evidence/test",
        accept: "application/json",
        "content-type": "application/json",
      },
    })
    .post("/api/v2/security/findings/search", { data: { attributes: { filter: "ünï" } } })
    .query({ "page[size]": "2", text: "a b&c=d" })
    .reply(200, { data: [] });
  await using client = clientAt(API);

  const reply = await client.datadog.request({
    method: "POST",
    path: "/api/v2/security/findings/search",
    query: { "page[size]": 2, text: "a b&c=d" },
    body: { data: { attributes: { filter: "ünï" } } },
  });

  expect(reply.json).toEqual({ data: [] });
  expect(api.isDone()).toBe(true);
});

test("the ledger's page holds status, size and digest of the body as it came", async () => {
  using world = closedWorld();
  const body = '{"data": ["é"]}';
  world.at(API).get(GET.path).reply(200, body, { "content-type": "application/json" });
  await using client = clientAt(API);

  const { page, failure } = await client.datadog.request(GET);

  expect(failure).toBeNull();
  expect(page).toEqual({
    status: 200,
    items: 0,
    bytes: Buffer.byteLength(body),
    sha256: createHash("sha256").update(body).digest("hex"),
    attempts: 1,
  });
  expect(client.debugged).toEqual(["GET /api/v1/monitor 200, attempt 1"]);
});

const html = { "content-type": "text/html; charset=utf-8" };
const json = { "content-type": "application/json" };

test.for([
  {
    what: "a web page",
    body: "<html></html>",
    headers: html,
    code: "not-json",
    says: "text/html instead of JSON",
  },
  {
    what: "text without a type",
    body: "hello",
    headers: {},
    code: "not-json",
    says: "an unnamed type instead of JSON",
  },
  { what: "JSON cut short", body: '{"data":[', headers: json, code: "truncated", says: "is not whole JSON" },
  { what: "nothing", body: "", headers: json, code: "truncated", says: "is not whole JSON" },
  { what: "nothing, and no type", body: "", headers: {}, code: "truncated", says: "is not whole JSON" },
  { what: "blanks", body: " \n", headers: html, code: "truncated", says: "is not whole JSON" },
])("a 200 with $what is a failure and never an empty list", async ({ body, headers, code, says }) => {
  using world = closedWorld();
  world.at(API).get(GET.path).times(100).reply(200, body, headers);
  await using client = clientAt(API);

  const { failure, json: parsed, page } = await client.datadog.request(GET);

  expect(parsed).toBeNull();
  expect(failure).toMatchObject({ code, message: expect.stringContaining(says) });
  expect(page.attempts > 1).toBe(code === "truncated");
});

test.for([
  { status: 400, body: { errors: ["no"] }, code: "refused" },
  { status: 401, body: { errors: ["no"] }, code: "refused" },
  { status: 403, body: { errors: ["Forbidden"] }, code: "permission" },
  { status: 403, body: "<html>Forbidden</html>", code: "refused" },
  { status: 404, body: { errors: ["Not found"] }, code: "not-available" },
  { status: 410, body: "", code: "refused" },
])("a $status is asked for once and reads as $code", async ({ status, body, code }) => {
  using world = closedWorld();
  world.at(API).get(GET.path).times(2).reply(status, body);
  await using client = clientAt(API);

  const { failure, page } = await client.datadog.request({ ...GET, permission: "monitors_read" });

  expect(failure?.code).toBe(code);
  expect(page).toMatchObject({ status, attempts: 1 });
  expect(client.clock.waits).toEqual([]);
});

test.for([301, 302, 303, 307, 308])(
  "a %i is not followed, so no key reaches the other host",
  async (status) => {
    await using elsewhere = await startOrigin(() => answering(200, { data: [] }));
    await using origin = await startOrigin(() =>
      answering(status, "", { location: `${elsewhere.url}/api/v1/monitor` }),
    );
    await using client = clientAt(origin.url);

    const { failure, page } = await client.datadog.request(GET);

    expect(failure).toMatchObject({
      code: "refused",
      message: `Datadog redirected GET /api/v1/monitor (${status})`,
    });
    expect(page).toMatchObject({ status, attempts: 1 });
    expect(elsewhere.asked).toEqual([]);
  },
);

test("an answer that repeats the keys gives them to nobody", async () => {
  await using origin = await startOrigin(() =>
    answering(500, { errors: [`bad keys ${KEYS.apiKey} ${KEYS.appKey}`] }),
  );
  await using client = clientAt(origin.url);

  const { failure } = await client.datadog.request(GET);

  const everything = [shown(failure), JSON.stringify(failure), ...client.said, ...client.debugged].join("\n");
  expect(everything).toContain("bad keys *** ***");
  expect(Object.values(KEYS).filter((key) => everything.includes(key))).toEqual([]);
});

test("the difference of the clocks is measured once, on the first answer with a date", async () => {
  const date = "Sun, 22 Nov 2026 06:18:31 GMT";
  await using origin = await startOrigin((nth) => answering(200, {}, { date: nth === 1 ? "no date" : date }));
  await using client = clientAt(origin.url);

  await client.datadog.request(GET);
  const before = client.datadog.clockSkewMs;
  await client.datadog.request(GET);

  expect(before).toBeNull();
  // Half a second for what the header cuts off.
  expect(client.datadog.clockSkewMs).toBe(60_500);
});
