import { expect, test } from "vitest";

import { resetLimiter, secondsUntilReset } from "../../src/datadog/limiter.ts";

const FAMILY = "GET /api/v1/monitor";

function limiterOf({ deadline = 600_000 } = {}) {
  let ms = 0;
  const waits: number[] = [];
  const limiter = resetLimiter({
    now: () => ms,
    deadline,
    wait: async (delay) => {
      ms += delay;
      return Promise.resolve();
    },
    onWait: (family, delay) => waits.push(family === FAMILY ? delay : Number.NaN),
  });
  const learn = (status: number, headers: Record<string, string>): void =>
    limiter.learn(FAMILY, { status, headers: new Headers(headers) });
  return { limiter, learn, waits };
}

test("nobody waits before a limit is known", async () => {
  const { limiter, waits } = limiterOf();

  await limiter.turn(FAMILY);

  expect(waits).toEqual([]);
});

test.for([
  { status: 429, headers: { "x-ratelimit-reset": "7" }, waits: [7000] },
  { status: 429, headers: { "retry-after": "3" }, waits: [3000] },
  { status: 429, headers: { "x-ratelimit-reset": "0.2" }, waits: [1000] },
  { status: 429, headers: { "x-ratelimit-reset": "5", "x-ratelimit-remaining": "9" }, waits: [5000] },
  { status: 200, headers: { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "0" }, waits: [7000] },
  { status: 200, headers: { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "1" }, waits: [] },
  { status: 200, headers: { "x-ratelimit-reset": "7" }, waits: [] },
  { status: 429, headers: {}, waits: [] },
])("after $status with $headers the waits are $waits", async ({ status, headers, waits }) => {
  const known = limiterOf();
  known.learn(status, headers);

  await known.limiter.turn(FAMILY);
  await known.limiter.turn(FAMILY);

  expect(known.waits).toEqual(waits);
});

test("an earlier reset never shortens a later one", async () => {
  const { limiter, learn, waits } = limiterOf();
  learn(429, { "x-ratelimit-reset": "9" });
  learn(429, { "x-ratelimit-reset": "2" });

  await limiter.turn(FAMILY);

  expect(waits).toEqual([9000]);
});

test("endpoints wait for their own limits only", async () => {
  const { limiter, learn, waits } = limiterOf();
  learn(429, { "x-ratelimit-reset": "9" });

  await limiter.turn("GET /api/v1/monitor/search");

  expect(waits).toEqual([]);
});

test("a reset after the deadline is not waited for", async () => {
  const { limiter, learn, waits } = limiterOf({ deadline: 7000 });
  learn(429, { "x-ratelimit-reset": "7" });

  await expect(limiter.turn(FAMILY)).rejects.toMatchObject({
    name: "Failure",
    code: "rate-limited",
    message: "Datadog's rate limit for GET /api/v1/monitor resets in 7 s, after the deadline of this run",
  });
  expect(waits).toEqual([]);
});

test.for([
  { said: "", seconds: null },
  { said: "0", seconds: null },
  { said: "-3", seconds: null },
  { said: "soon", seconds: null },
  { said: "Sun, 22 Nov 2026 06:17:31 GMT", seconds: null },
  { said: "Infinity", seconds: null },
  { said: "3600", seconds: 3600 },
  { said: "999999999", seconds: 86_400 },
])("a reset of $said is $seconds seconds", ({ said, seconds }) => {
  expect(secondsUntilReset(new Headers({ "x-ratelimit-reset": said }))).toBe(seconds);
});
