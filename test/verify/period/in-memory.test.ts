import { expect, test } from "vitest";

import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { diskFiles } from "../../../src/platform/disk.ts";
import type { Files } from "../../../src/platform/files.ts";
import { parsePeriod } from "../../../src/verify/period/range.ts";
import { verifyPeriod } from "../../../src/verify/period/verify-period.ts";
import { readRunFolder } from "../../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { readCopies } from "../../../src/verify/stream/copies.ts";
import { locateStreams } from "../../../src/verify/stream/find-streams.ts";
import { copyToMemory } from "../../support/memory-files.ts";
import { days, temporaryStream } from "../../support/stream.ts";
import { altered, SIGNER } from "../../support/tampering.ts";

const now = new Date("2026-12-31T00:00:00Z");
const trust = { keys: [readVerifyingKey(SIGNER.publicPem)], now };

test("files in memory get the verdict that the same files on a disk get", async () => {
  await using stream = await temporaryStream(days("2026-08-01", 4));
  await altered(`${stream.folder(3)}/evidence.json`, (text) => text.replace("Root", "root"));

  const [inMemory, onDisk] = await Promise.all(
    [copyToMemory, diskFiles].map(async (files) => verdictOf(files(stream.root))),
  );

  expect(inMemory).toEqual(onDisk);
  expect(inMemory).toMatchObject({
    exitCode: 1,
    streams: [{ stream: "prod", runs: { found: 4, genuine: 3 } }],
  });
  const { isGenuine } = await verifyRun(await readRunFolder(copyToMemory(stream.folder(1))), trust);
  expect(isGenuine).toBe(true);
});

async function verdictOf(files: Files) {
  const found = locateStreams(files);
  if (found.kind === "run") throw new Error("this is a run folder");
  return verifyPeriod(found.streams, {
    trust,
    asked: parsePeriod({ from: undefined, to: undefined }, now),
    witness: await readCopies(files, trust),
    now,
  });
}
