import { expect, test } from "vitest";

import { AUXILIARY_PATIENCE_MS } from "../../src/datadog/retry.ts";
import { answering, clientAt, startOrigin } from "./client-at.ts";

const GET = { method: "GET", path: "/api/v1/monitor" } as const;
const AUXILIARY = { ...GET, patienceMs: AUXILIARY_PATIENCE_MS };

const sum = (waits: readonly number[]): number => waits.reduce((all, wait) => all + wait, 0);

test.for([
  { question: GET, from: 50_000, to: 60_000 },
  { question: AUXILIARY, from: 5000, to: 15_000 },
])("a question that keeps failing is given up within $to ms", async ({ question, from, to }) => {
  await using origin = await startOrigin(() => answering(503));
  await using client = clientAt(origin.url);

  const { failure } = await client.datadog.request(question);

  expect(failure?.code).toBe("server-error");
  expect(sum(client.clock.waits)).toBeGreaterThan(from);
  expect(sum(client.clock.waits)).toBeLessThanOrEqual(to);
  expect(client.said).toEqual([
    `Datadog failed GET /api/v1/monitor (503); trying again for up to ${to / 1000} s`,
  ]);
});

test("a question of little patience waits for a short rate limit", async () => {
  await using origin = await startOrigin((nth) =>
    nth === 1 ? answering(429, "", { "x-ratelimit-reset": "7" }) : answering(200, []),
  );
  await using client = clientAt(origin.url);

  const { json } = await client.datadog.request(AUXILIARY);

  expect(json).toEqual([]);
  expect(sum(client.clock.waits)).toBe(7000);
});

test("it does not wait for one that an answer to another question announced", async () => {
  const last = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": "300" };
  await using origin = await startOrigin(() => answering(200, [], last));
  await using client = clientAt(origin.url);
  await client.datadog.request(GET);

  const { failure } = await client.datadog.request(AUXILIARY);

  expect(failure?.message).toBe(
    "Datadog's rate limit for GET /api/v1/monitor resets in 300 s, and this request does not wait that long",
  );
  expect(client.clock.waits).toEqual([]);
});

test("it waits as long as an overloaded Datadog asks, if that is short", async () => {
  await using origin = await startOrigin((nth) =>
    nth === 1 ? answering(503, "", { "retry-after": "4" }) : answering(200, []),
  );
  await using client = clientAt(origin.url);

  const { json } = await client.datadog.request(AUXILIARY);

  expect(json).toEqual([]);
  expect(client.clock.waits).toEqual([4000]);
});

test.for(["10", "300"])("it does not wait for one that lasts, by resets of %s s", async (reset) => {
  await using origin = await startOrigin(() => answering(429, "", { "x-ratelimit-reset": reset }));
  await using client = clientAt(origin.url);

  const { failure } = await client.datadog.request(AUXILIARY);

  expect(failure?.code).toBe("rate-limited");
  expect(sum(client.clock.waits)).toBeLessThanOrEqual(AUXILIARY_PATIENCE_MS);
});

test("one attempt takes no longer than the question has patience", async () => {
  await using origin = await startOrigin(() => () => {});
  await using client = clientAt(origin.url);

  const { failure, page } = await client.datadog.request({ ...GET, patienceMs: 50 });

  expect(failure).toMatchObject({
    code: "unreachable",
    message: expect.stringContaining("no answer in time"),
  });
  expect(page.attempts).toBe(1);
});
