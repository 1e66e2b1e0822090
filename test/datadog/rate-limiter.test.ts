import { array, assert, asyncProperty, integer, nat } from "fast-check";
import { expect, test } from "vitest";

import { RateLimiter, secondsUntilReset, secondsUntilRetry } from "../../src/datadog/rate-limiter.ts";

const FAMILY = "GET /api/v1/monitor";

function limiterOf({ deadline = 600_000 } = {}) {
  let ms = 0;
  const waits: number[] = [];
  const limiter = new RateLimiter({
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
  const pass = (delay: number): void => {
    ms += delay;
  };
  return { limiter, learn, waits, pass, ms: () => ms };
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
  { status: 200, headers: { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "1" }, waits: [7000] },
  { status: 200, headers: { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "2" }, waits: [] },
  { status: 200, headers: { "x-ratelimit-reset": "7" }, waits: [] },
  { status: 429, headers: {}, waits: [] },
])("after $status with $headers the waits are $waits", async ({ status, headers, waits }) => {
  const known = limiterOf();
  known.learn(status, headers);

  await known.limiter.turn(FAMILY);
  known.learn(200, {});
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

/** As many turns as are given before any of them is answered. */
async function turnsOf(limiter: ReturnType<typeof limiterOf>["limiter"], asked: number): Promise<number> {
  let given = 0;
  for (let nth = 0; nth < asked; nth += 1) {
    const turn = async (): Promise<void> => {
      await limiter.turn(FAMILY);
      given += 1;
    };
    void turn();
  }
  await new Promise(setImmediate);
  return given;
}

test("before the first answer two go ahead, and the others wait for what it says", async () => {
  const { limiter, learn, waits } = limiterOf();

  expect(await turnsOf(limiter, 20)).toBe(2);
  learn(200, {});

  expect(await turnsOf(limiter, 0)).toBe(0);
  expect(waits).toEqual([]);
});

test.for([
  { left: 1000, more: 8 },
  { left: 8, more: 8 },
  { left: 3, more: 3 },
  { left: 1, more: 1 },
])("with $left left, $more are under way at once and no more", async ({ left, more }) => {
  const { limiter, learn, waits } = limiterOf();
  await limiter.turn(FAMILY);
  learn(200, { "x-ratelimit-reset": "7", "x-ratelimit-remaining": String(left) });

  expect(await turnsOf(limiter, 20)).toBe(more);
  expect(waits).toEqual([]);
});

test("an answer that was overtaken never makes more of what is left", async () => {
  const { limiter, learn } = limiterOf();
  await limiter.turn(FAMILY);
  await limiter.turn(FAMILY);
  learn(200, { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "2" });
  learn(200, { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "3" });

  expect(await turnsOf(limiter, 20)).toBe(2);
});

test("whoever waits for a limit waits once for all, and two go ahead after it", async () => {
  const { limiter, learn, waits } = limiterOf();
  learn(429, { "x-ratelimit-reset": "7" });

  expect(await turnsOf(limiter, 20)).toBe(2);
  expect(waits).toEqual([7000]);
});

test("what was spent without an answer is not asked for again", async () => {
  const { limiter, learn, waits } = limiterOf();
  await limiter.turn(FAMILY);
  learn(200, { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "1" });
  await limiter.turn(FAMILY);
  limiter.learn(FAMILY, null);

  await limiter.turn(FAMILY);

  expect(waits).toEqual([7000]);
});

test("an answer that does not say what is left has taken one of it", async () => {
  const { limiter, learn, waits } = limiterOf();
  await limiter.turn(FAMILY);
  learn(200, { "x-ratelimit-reset": "7", "x-ratelimit-remaining": "1" });
  await limiter.turn(FAMILY);
  learn(502, {});

  await limiter.turn(FAMILY);

  expect(waits).toEqual([7000]);
});

test("where one backs off, none of its family goes ahead", async () => {
  const { limiter, waits, ms } = limiterOf();
  limiter.hold(FAMILY, 400);

  await limiter.turn(FAMILY);

  expect(ms()).toBe(400);
  expect(waits).toEqual([]);
});

test("however answers come, what the source counts is never exceeded and all are served", async () => {
  await assert(
    asyncProperty(
      integer({ min: 1, max: 12 }),
      integer({ min: 1, max: 60 }),
      array(nat({ max: 7 }), { minLength: 1, maxLength: 20 }),
      async (limit, asked, order) => {
        const { limiter, learn, pass, ms } = limiterOf({ deadline: Infinity });
        const period = (): number => Math.floor(ms() / 10_000);
        const taken = new Map<number, number>();
        const answers: (() => void)[] = [];
        let exceeded = 0;
        const all = Array.from({ length: asked }, async () => {
          await limiter.turn(FAMILY);
          const count = (taken.get(period()) ?? 0) + 1;
          taken.set(period(), count);
          if (count > limit) exceeded += 1;
          const headers = {
            "x-ratelimit-reset": String((period() + 1) * 10 - Math.floor(ms() / 1000)),
            "x-ratelimit-remaining": String(Math.max(0, limit - count)),
          };
          answers.push(() => learn(count > limit ? 429 : 200, headers));
        });
        let answered = 0;
        for (let step = 0; answered < asked; step += 1) {
          await new Promise(setImmediate);
          pass(50);
          const [answer] = answers.splice((order[step % order.length] ?? 0) % Math.max(1, answers.length), 1);
          answer?.();
          if (answer !== undefined) answered += 1;
        }
        await Promise.all(all);

        // Before the first answer of a period nobody knows what is left.
        expect(exceeded).toBeLessThanOrEqual(limit === 1 ? taken.size : 0);
      },
    ),
    { numRuns: 100 },
  );
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
  { said: "1795328281", seconds: 30 },
  { said: "1795328281000", seconds: 30 },
  // In the past, so at once, but not without a pause.
  { said: "1795328000", seconds: 1 },
])("a reset of $said is $seconds seconds", ({ said, seconds }) => {
  expect(secondsUntilReset(new Headers({ "x-ratelimit-reset": said }), NOW)).toBe(seconds);
});

test.for([
  { headers: { "retry-after": "7" }, seconds: 7 },
  { headers: { "retry-after": "1795328281" }, seconds: 30 },
  { headers: { "retry-after": "Sun, 22 Nov 2026 06:18:31 GMT" }, seconds: 60 },
  // By a clock that is an hour behind ours.
  {
    headers: {
      "retry-after": "Sun, 22 Nov 2026 05:18:31 GMT",
      date: "Sun, 22 Nov 2026 05:17:31 GMT",
    },
    seconds: 60,
  },
  { headers: { "retry-after": "tomorrow" }, seconds: null },
  { headers: { "retry-after": "2026-11-22" }, seconds: null },
  { headers: {}, seconds: null },
])("$headers asks for a wait of $seconds seconds", ({ headers, seconds }) => {
  expect(secondsUntilRetry(new Headers(Object.entries(headers)), NOW)).toBe(seconds);
});

const NOW = Date.parse("2026-11-22T06:17:31Z");
