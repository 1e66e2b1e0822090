import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { parseInstant } from "../../src/platform/time.ts";
import { findingsItem, monitorsItem, signal, signalsItem } from "../support/evidence.ts";
import { days, evidenceAt, temporaryStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";

const ZONES = ["UTC", "America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu", "Pacific/Pago_Pago"];
const SOURCES = path.resolve("src");

/** Prints what `verify --json` would say of the folder. */
const SCRIPT = `
const { diskFiles } = await import(process.argv[1] + "/platform/disk.ts");
const { readVerifyingKey } = await import(process.argv[1] + "/bundle/public-key.ts");
const { locateStreams } = await import(process.argv[1] + "/verify/stream/find-streams.ts");
const { verifyPeriod } = await import(process.argv[1] + "/verify/period/verify-period.ts");
const { parsePeriod } = await import(process.argv[1] + "/verify/period/range.ts");
const now = new Date("2026-08-20T12:00:00Z");
const { streams } = locateStreams(diskFiles(process.argv[2]));
const trust = { keys: [readVerifyingKey(process.argv[3])], roots: [], requiresTime: false, now };
const asked = parsePeriod({ from: "2026-08-01", to: "2026-08-10" }, now);
process.stdout.write(JSON.stringify(await verifyPeriod(streams, { trust, asked, witness: null, now })));
`;

test("verify gives the same answer in every time zone, also on times without a zone", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  // Half a day from the edge of the window: inside in some zones, outside in others.
  const edge = signal({ timestamp: "2026-07-29T12:10:00" });
  const items = [signalsItem([edge]), monitorsItem(), findingsItem()];
  await stream.add(evidenceAt("2026-08-05T12:06:31Z", { items }));

  const answers = await Promise.all(
    ZONES.map(async (zone) => {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--input-type=module", "--eval", SCRIPT, SOURCES, stream.root, SIGNER.publicPem],
        { env: { ...process.env, TZ: zone } },
      );
      return stdout;
    }),
  );

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
