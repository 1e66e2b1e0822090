import { expect, test } from "vitest";

import { formatExactTime, formatTime } from "../../src/platform/time.ts";

test("times are in UTC and end with the second", () => {
  const time = new Date("2026-11-22T06:17:31.999Z");

  expect(formatTime(time)).toBe("2026-11-22T06:17:31Z");
  expect(formatTime(time.getTime())).toBe("2026-11-22T06:17:31Z");
});

test.each(["2026-11-22T06:17:31.25Z", "2026-11-22T06:17:31Z"])("an exact time keeps what %s has", (text) => {
  expect(formatExactTime(new Date(text))).toBe(text.replace(".25Z", ".250Z"));
});
