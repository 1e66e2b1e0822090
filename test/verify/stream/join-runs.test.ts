import path from "node:path";

import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { locateStreams } from "../../../src/verify/stream/find-streams.ts";
import { joinRuns, runsOf, verifyRuns, verifyStreamRuns } from "../../../src/verify/stream/verify-stream.ts";
import { monitor, monitorsItem } from "../../support/evidence.ts";
import { days, evidenceAt, gapOf, WrittenStream } from "../../support/stream.ts";
import { altered, restated, SIGNER, STRANGER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const TRUST = { keys: [readVerifyingKey(SIGNER.publicPem)] };

/** A stream with a gap, a race, a run of somebody else, one that was changed, and two that name wrong changes. */
async function eventfulStream(root: string): Promise<void> {
  const stream = new WrittenStream(root);
  const muted = { items: [monitorsItem([monitor({ muted: true })])] };
  const [first = "", second = "", ...more] = days("2026-08-01", 12);
  await stream.addAll([first, second, "2026-08-02T04:00:00Z", ...more.slice(0, 2)]);
  await stream.declare(gapOf("2026-08-05T00:00:00Z", "2026-08-06T00:00:00Z"));
  await stream.addAll(["2026-08-06T10:17:31Z"]);
  await stream.add(evidenceAt("2026-08-07T06:17:31Z", muted));
  await stream.addAll(more.slice(5, 9));
  await stream.add(evidenceAt("2026-08-12T06:17:31Z", muted));
  for (const number of [8, 13]) {
    await restated(stream.folder(number), SIGNER, (text) =>
      text.replace('"muted":{"count":1', '"muted":{"count":0'),
    );
  }
  await restated(stream.folder(9), STRANGER, (text) => text.replace("{", "{ "));
  await altered(path.join(stream.folder(10), "evidence.json"), (text) => text.replace("prod", "Prod"));
}

test("wherever a stream is divided among threads, what comes of it is the same", async () => {
  await using root = await temporaryFolder();
  await eventfulStream(root.path);
  const located = locateStreams(diskFiles(root.path));
  const [stream] = located.kind === "streams" ? located.streams : [];
  if (stream === undefined) throw new Error("there is no stream");
  const inTurn = runsOf(stream);

  const whole = await verifyStreamRuns(stream, TRUST);

  expect(new Set(whole.problems.map(({ code }) => code))).toEqual(new Set(["not-genuine", "changes"]));
  for (let at = 1; at < inTurn.runs.length; at += 1) {
    for (const other of [at, Math.min(at + 2, inTurn.runs.length)]) {
      const divided = [inTurn.runs.slice(0, at), inTurn.runs.slice(at, other), inTurn.runs.slice(other)];
      const parts = await Promise.all(
        divided.map(async (runs) => structuredClone(await verifyRuns({ ...inTurn, runs }, TRUST))),
      );

      expect(await joinRuns(parts, { stream, trust: TRUST })).toEqual(whole);
    }
  }
});
