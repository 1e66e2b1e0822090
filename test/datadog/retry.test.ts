import { expect, test } from "vitest";

import { GIVE_UP_AFTER_MS, reasonForStatus, retryDelay } from "../../src/datadog/retry.ts";
import { isTransientStatus } from "../../src/platform/http.ts";

test.for([
  { attempt: 1, random: 0, delay: 150 },
  { attempt: 1, random: 0.999_999, delay: 300 },
  { attempt: 2, random: 0, delay: 300 },
  { attempt: 3, random: 0.5, delay: 900 },
  { attempt: 6, random: 0, delay: 4800 },
  { attempt: 7, random: 0, delay: 5000 },
  { attempt: 2000, random: 0.999_999, delay: 10_000 },
])(
  "after failure $attempt the wait is $delay ms with the random number $random",
  ({ attempt, random, delay }) => {
    expect(retryDelay({ isTransient: true, attempt, failingForMs: 0, random })).toBe(delay);
  },
);

test.for([
  { failingForMs: GIVE_UP_AFTER_MS - 150, delay: 150 },
  { failingForMs: GIVE_UP_AFTER_MS - 149, delay: null },
  { failingForMs: GIVE_UP_AFTER_MS + 30_000, delay: null },
])("after $failingForMs ms of failures the wait is $delay", ({ failingForMs, delay }) => {
  expect(retryDelay({ isTransient: true, attempt: 1, failingForMs, random: 0 })).toBe(delay);
});

test("what will not pass is not tried again", () => {
  expect(retryDelay({ isTransient: false, attempt: 1, failingForMs: 0, random: 0 })).toBeNull();
});

test.for([
  { status: 301, isTransient: false, reason: "refused" },
  { status: 400, isTransient: false, reason: "refused" },
  { status: 401, isTransient: false, reason: "refused" },
  { status: 403, isTransient: false, reason: "permission" },
  { status: 404, isTransient: false, reason: "not-available" },
  { status: 408, isTransient: true, reason: "server-error" },
  { status: 422, isTransient: false, reason: "refused" },
  { status: 429, isTransient: true, reason: "rate-limited" },
  { status: 500, isTransient: true, reason: "server-error" },
  { status: 503, isTransient: true, reason: "server-error" },
  { status: 504, isTransient: true, reason: "server-error" },
])("$status reads as $reason", ({ status, isTransient, reason }) => {
  expect([isTransientStatus(status), reasonForStatus(status)]).toEqual([isTransient, reason]);
});
