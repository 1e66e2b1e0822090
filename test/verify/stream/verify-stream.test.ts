import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { runSummarizer, type ReportedRun } from "../../../src/report/period/reported-run.ts";
import { judgeStreams } from "../../../src/verify/period/verify-period.ts";
import { locateStreams, type StreamFolder } from "../../../src/verify/stream/find-streams.ts";
import { verifyStreamRuns } from "../../../src/verify/stream/verify-stream.ts";
import { variedEvidence } from "../../support/reported.ts";
import { days, WrittenStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const TRUST = { keys: [readVerifyingKey(SIGNER.publicPem)], now: new Date("2026-12-31T00:00:00Z") };
/** Room for names, digests and times of a run, and for nothing that grows with what it lists. */
const LITTLE = 3000;

async function streamOf(root: string): Promise<StreamFolder> {
  const written = new WrittenStream(root);
  for (const [index, at] of days("2026-08-03", 5).entries()) await written.add(variedEvidence(at, index));
  const found = locateStreams(diskFiles(root));
  if (found.kind === "run" || found.streams[0] === undefined) throw new Error(`${root} holds no stream`);
  return found.streams[0];
}

test("of a run a period keeps no record, and little else", async () => {
  await using root = await temporaryFolder();
  const stream = await streamOf(root.path);
  const reported = runSummarizer();
  const kept: ReportedRun[] = [];

  const { genuine } = await verifyStreamRuns(
    stream,
    TRUST,
    (place, run) => void kept.push(reported(place, run)),
  );

  expect(genuine).toHaveLength(5);
  expect(kept).toHaveLength(5);
  for (const run of [...genuine, ...kept]) {
    const text = JSON.stringify(run);
    expect(text).not.toMatch(/"records"|"requests"|AQ-\d|hmac-sha256/);
    expect(text.length).toBeLessThan(LITTLE);
  }
});

test("what runs have in common is kept once, and says the same of each", async () => {
  await using root = await temporaryFolder();
  const stream = await streamOf(root.path);
  const reported = runSummarizer();
  const kept: ReportedRun[] = [];

  const { genuine } = await verifyStreamRuns(
    stream,
    TRUST,
    (place, run) => void kept.push(reported(place, run)),
  );

  const [first, ...others] = genuine;
  for (const { collected } of others) expect(collected?.items).toBe(first?.collected?.items);
  const [one, ...more] = kept;
  for (const { source, items } of more) {
    expect(source).toBe(one?.source);
    for (const [index, item] of items.entries()) expect(item.controls).toBe(one?.items[index]?.controls);
  }
  expect(kept.map(({ items }) => items[0]?.counts?.["total"])).toEqual([3, 4, 5, 6, 7]);
});

test("a period that nobody verified keeps no record either", async () => {
  await using root = await temporaryFolder();
  const stream = await streamOf(root.path);
  const reported = runSummarizer();
  const kept: ReportedRun[] = [];

  await judgeStreams([stream], {
    trust: null,
    asked: { from: null, to: null },
    now: TRUST.now,
    visit: (place, run) => void kept.push(reported(place, run)),
  });

  expect(kept).toHaveLength(5);
  for (const run of kept) expect(JSON.stringify(run).length).toBeLessThan(LITTLE);
});
