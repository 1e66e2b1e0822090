import { expect, test, vi } from "vitest";

import { parseInstant } from "../../src/platform/time.ts";
import { findingsItem, monitorsItem, signal, signalsItem } from "../support/evidence.ts";
import { days, evidenceAt, temporaryStream } from "../support/stream.ts";

const ZONES = ["UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "Pacific/Pago_Pago"];

test("verify gives the same answer in every time zone, also on times without a zone", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  // Half a day from the edge of the window: inside in some zones, outside in others.
  const edge = signal({ timestamp: "2026-07-29T12:10:00" });
  const items = [signalsItem([edge]), monitorsItem(), findingsItem()];
  await stream.add(evidenceAt("2026-08-05T12:06:31Z", { items }));

  const asked = { from: "2026-08-01", to: "2026-08-10", now: "2026-08-20T12:00:00Z" };
  const answers: string[] = [];
  const offsets = new Set<number>();
  for (const zone of ZONES) {
    vi.stubEnv("TZ", zone);
    offsets.add(new Date(asked.now).getTimezoneOffset());
    answers.push(JSON.stringify(await stream.verdict(asked)));
  }
  vi.unstubAllEnvs();

  expect(offsets.size).toBe(ZONES.length);
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('"exitCode"');
});

test.each([
  ["2026-07-29T12:00:00Z", true],
  ["2026-07-29T12:00:00.123+02:00", true],
  ["2026-07-29", true],
  ["2026-07-29T12:00:00", false],
  ["July 29, 2026", false],
])("%s is a certain time: %s", (text, isCertain) => {
  expect(Number.isNaN(parseInstant(text))).toBe(!isCertain);
});
