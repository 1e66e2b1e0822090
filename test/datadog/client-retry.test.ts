import { expect, test } from "vitest";

import { answering, clientAt, startOrigin, virtualClock } from "./client-at.ts";

const GET = { method: "GET", path: "/api/v1/monitor" } as const;
const OK = answering(200, []);

const limited = (reset?: string) =>
  answering(429, "", reset === undefined ? {} : { "x-ratelimit-reset": reset });

test("a rate limit is waited for exactly as long as it says, and then answered", async () => {
  await using origin = await startOrigin((nth) => (nth < 3 ? limited(nth === 1 ? "7" : "2") : OK));
  await using client = clientAt(origin.url);

  const { json, page } = await client.datadog.request(GET);

  expect(json).toEqual([]);
  expect(page).toMatchObject({ status: 200, attempts: 3 });
  expect(client.clock.waits).toEqual([7000, 2000]);
  expect(client.said).toEqual(["waiting 7 s for Datadog's rate limit on GET /api/v1/monitor"]);
});

test("a limit that repeats is one line a minute", async () => {
  await using origin = await startOrigin((nth) => (nth <= 19 ? limited("10") : OK));
  await using client = clientAt(origin.url);

  await client.datadog.request(GET);

  // 190 s of waiting: lines after 0, 60, 120 and 180 s.
  expect(client.clock.waits).toHaveLength(19);
  expect(client.said).toHaveLength(4);
});

test.for([
  { what: "in seconds", after: "150" },
  { what: "as a date", after: "Sun, 22 Nov 2026 06:20:01 GMT" },
])("503 with Retry-After $what is waited for, also for longer than a minute", async ({ after }) => {
  const busy = answering(503, "", { "retry-after": after, date: "Sun, 22 Nov 2026 06:17:31 GMT" });
  await using origin = await startOrigin((nth) => (nth < 3 ? busy : OK));
  await using client = clientAt(origin.url);

  const { failure, page } = await client.datadog.request(GET);

  expect(failure).toBeNull();
  expect(page.attempts).toBe(3);
  expect(client.clock.waits).toEqual([150_000, 150_000]);
  expect(client.said[0]).toBe("Datadog failed GET /api/v1/monitor (503); waiting 150 s, as the answer says");
});

test("503 that asks to wait beyond the deadline is given up at once", async () => {
  await using origin = await startOrigin(() => answering(503, "", { "retry-after": "3600" }));
  await using client = clientAt(origin.url);

  const { failure } = await client.datadog.request(GET);

  expect(failure?.code).toBe("server-error");
  expect(client.clock.waits).toEqual([]);
  expect(origin.asked).toHaveLength(1);
});

test("answers are asked for as they are, and one that is coded all the same is named as that", async () => {
  await using origin = await startOrigin(() => answering(200, "x", { "content-encoding": "gzip" }));
  await using client = clientAt(origin.url);

  const { failure } = await client.datadog.request(GET);

  expect(origin.asked[0]?.headers["accept-encoding"]).toBe("identity");
  expect(failure).toMatchObject({
    code: "not-json",
    message: "Datadog's answer to GET /api/v1/monitor is compressed (gzip), which was not asked for",
  });
  expect(origin.asked).toHaveLength(1);
});

test("a rate limit that resets after the deadline ends the question at once", async () => {
  await using origin = await startOrigin(() => limited("3600"));
  await using client = clientAt(origin.url);

  const { failure, page } = await client.datadog.request(GET);

  expect(failure).toMatchObject({
    code: "rate-limited",
    message: "Datadog's rate limit for GET /api/v1/monitor resets in 3600 s, after the deadline of this run",
  });
  expect(page).toMatchObject({ status: 429, attempts: 1 });
  expect(client.clock.waits).toEqual([]);
  expect(origin.asked).toHaveLength(1);
});

test("a rate limit that never lifts ends at the deadline, not later", async () => {
  await using origin = await startOrigin(() => limited("10"));
  await using client = clientAt(origin.url);

  const { failure, page } = await client.datadog.request(GET);

  expect(failure?.code).toBe("rate-limited");
  expect(page).toMatchObject({ status: 429, attempts: 48 });
  expect(origin.asked).toHaveLength(48);
  expect(client.clock.waits).toEqual(Array.from({ length: 47 }, () => 10_000));
});

test("a spent limit is waited for before the next question", async () => {
  await using origin = await startOrigin(() =>
    answering(200, [], { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4" }),
  );
  await using client = clientAt(origin.url);

  await client.datadog.request(GET);
  const before = [...client.clock.waits];
  await client.datadog.request(GET);

  expect(before).toEqual([]);
  expect(client.clock.waits).toEqual([4000]);
});

test("a rate limit without a reset backs off longer and longer", async () => {
  await using origin = await startOrigin((nth) => (nth <= 4 ? limited() : OK));
  await using client = clientAt(origin.url);

  const { json, page } = await client.datadog.request(GET);

  expect(json).toEqual([]);
  expect(page.attempts).toBe(5);
  expect(client.clock.waits).toEqual([225, 450, 900, 1800]);
});

test("a wait for a rate limit begins the backing off anew", async () => {
  const script = [500, 500, 429, 500, 200];
  await using origin = await startOrigin((nth) => {
    const status = script[nth - 1] ?? 200;
    return answering(status, [], status === 429 ? { "x-ratelimit-reset": "50" } : {});
  });
  await using client = clientAt(origin.url);

  await client.datadog.request(GET);

  expect(client.clock.waits).toEqual([225, 450, 50_000, 225]);
});

test.for([
  { status: 408, code: "server-error" },
  { status: 429, code: "rate-limited" },
  { status: 503, code: "server-error" },
])("a $status that stays is given up within a minute", async ({ status, code }) => {
  await using origin = await startOrigin(() => answering(status, ""));
  await using client = clientAt(origin.url);
  const began = client.clock.now();

  const { failure, page } = await client.datadog.request(GET);

  expect(failure?.code).toBe(code);
  expect(page).toMatchObject({ status, attempts: origin.asked.length });
  expect(client.clock.now() - began).toBeGreaterThan(45_000);
  expect(client.clock.now() - began).toBeLessThanOrEqual(60_000);
  expect(client.said).toHaveLength(1);
});

test("backing off never goes past the deadline, and the failure stays what it was", async () => {
  const clock = virtualClock();
  await using origin = await startOrigin(() => answering(503, ""));
  await using client = clientAt(origin.url, { ...clock, deadline: clock.now() + 1000 });
  const began = clock.now();

  const { failure } = await client.datadog.request(GET);

  expect(failure?.code).toBe("server-error");
  expect(clock.now() - began).toBeLessThan(1000);
});
