import { expect, test } from "vitest";

import { signalTimesRemark } from "../../../src/verify/run/signal-times.ts";
import { signal, signalsItem } from "../../support/evidence.ts";

const ID = "AQAAAYNqUBVU4-rffwAAAABBWU5xVUJWVUFBQjJBd3ptCL3QUEm3nt2";
const HELD = new Date(Number(Buffer.from(ID, "base64url").readBigUInt64BE(1))).toISOString();

test.each([
  ["the time that its id holds", ID, HELD, null],
  ["the same time in whole seconds", ID, HELD.replace(/\.\d+Z/, "Z"), null],
  ["another time", ID, "2026-06-01T00:00:00Z", "hold another time than their timestamp"],
  ["an id without a time", "AQ-1", "2026-06-01T00:00:00Z", null],
  ["a pseudonym", `hmac-sha256:${"1".repeat(64)}`, "2026-06-01T00:00:00Z", null],
])("a signal with %s", (_, id, timestamp, remark) => {
  const found = signalTimesRemark([signalsItem([signal({ id, timestamp })])]);

  expect(found ?? "no remark").toContain(remark ?? "no remark");
});
