import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { joinPath, type FileEntry, type Files } from "../../../src/platform/files.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { parsePeriod } from "../../../src/verify/period/range.ts";
import { verifyPeriod } from "../../../src/verify/period/verify-period.ts";
import { readCopies } from "../../../src/verify/stream/copies.ts";
import { locateStreams } from "../../../src/verify/stream/find-streams.ts";
import { days, evidenceAt, WrittenStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const MANY = 200_000;
const NOW = new Date("2026-12-31T00:00:00Z");
const TRUST = { keys: [readVerifyingKey(SIGNER.publicPem)], now: NOW };

/** The same files, with many empty folders in one of them. */
function withEmptyFolders(files: Files, at: string, name: (nth: number) => string): Files {
  const added = Array.from({ length: MANY }, (_, nth): FileEntry => ({ name: name(nth), kind: "folder" }));
  const paths = new Set(added.map((each) => joinPath(at, each.name)));
  return {
    ...files,
    list: (path) => {
      if (paths.has(path)) return [];
      const entries = files.list(path);
      return path === at ? [...entries, ...added].toSorted((a, b) => (a.name < b.name ? -1 : 1)) : entries;
    },
    read: (path, most) => files.read(path, most),
  };
}

const six = (nth: number): string => String(nth).padStart(6, "0");

test.each<readonly [where: string, at: (run: string) => string, name: (nth: number) => string]>([
  ["beside the streams", () => "", (nth) => `x${six(nth)}`],
  ["beside the years", () => "prod", (nth) => `x${six(nth)}`],
  ["beside the days", () => "prod/2026", (nth) => `x${six(nth)}`],
  ["named as runs of a day", () => "prod/2026/2026-08-03", (nth) => `${six(nth % 240_000)}Z-${nth}-1`],
  ["in a run", (run) => run, (nth) => `x${six(nth)}`],
])("200,000 empty folders %s end in a verdict", async (_, at, name) => {
  await using root = await temporaryFolder();
  const written = new WrittenStream(`${root.path}/prod`);
  for (const day of days("2026-08-03", 3)) await written.add(evidenceAt(day));
  const [first] = written.runs;
  const run = (first?.folder ?? "").slice(root.path.length + 1);
  const files = withEmptyFolders(diskFiles(root.path), at(run), name);

  const found = locateStreams(files);
  const streams = found.kind === "run" ? [] : found.streams;
  const verdict = await verifyPeriod(streams, {
    trust: TRUST,
    asked: parsePeriod({ from: undefined, to: undefined }, NOW),
    witness: await readCopies(files, TRUST),
    now: NOW,
    selection: null,
    requiresExpectations: false,
  });

  expect(verdict).toMatchObject({ exitCode: 0, streams: [{ problems: [] }] });
});
