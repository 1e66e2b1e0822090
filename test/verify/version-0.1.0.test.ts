import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { diskFiles } from "../../src/platform/disk.ts";
import { verifyPeriod } from "../../src/verify/period/verify-period.ts";
import { locateStreams } from "../../src/verify/stream/find-streams.ts";

/** Two runs as the program of version 0.1.0 wrote and signed them, byte for byte. */
const FOLDER = path.join(import.meta.dirname, "version-0.1.0");

test("evidence that version 0.1.0 signed is genuine for ever", async () => {
  const found = locateStreams(diskFiles(path.join(FOLDER, "demo")));
  if (found.kind !== "streams") throw new Error("the fixture holds no stream");
  const pem = await readFile(path.join(FOLDER, "signing-key.pub.pem"), "utf8");

  const { exitCode, streams } = await verifyPeriod(found.streams, {
    trust: { keys: [readVerifyingKey(pem)] },
    asked: { from: null, to: null },
    witness: null,
    now: new Date("2026-12-01T00:00:00Z"),
  });

  expect(exitCode).toBe(0);
  expect(streams[0]).toMatchObject({
    problems: [],
    unchecked: [],
    runs: { found: 2, genuine: 2, complete: 2 },
    chain: { from: 1, to: 2 },
    rules: [{ value: "1" }],
  });
});
