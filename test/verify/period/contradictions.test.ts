import { cp } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { findingsItem, monitorsItem, signalsItem } from "../../support/evidence.ts";
import { days, evidenceAt, only, temporaryStream, verdictOver, WrittenStream } from "../../support/stream.ts";
import { temporaryFolder } from "../../support/temp.ts";

/** Five days; the period that is asked for ends with the third. */
const TIMES = days("2026-06-01", 5);
const ASKED = { from: "2026-06-01", to: "2026-06-03" };

test("a run that was written again is found from the run after it, also where that one is after the period", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(path.join(root.path, "kept"));
  const other = new WrittenStream(path.join(root.path, "other"));
  await stream.addAll(TIMES);
  await other.addAll(TIMES.slice(0, 2));
  const again = evidenceAt(TIMES[2] ?? "");
  await other.add({ ...again, source: { ...again.source, clockSkewMs: 7 } });
  await cp(other.folder(3), stream.folder(3), { recursive: true });

  const found = only(await verdictOver(stream.root, ASKED));

  expect(found).toMatchObject({ exitCode: 1, problems: [{ code: "broken-link" }] });
});

test("a run that is there twice is found in a period that holds the first of the two", async () => {
  await using stream = await temporaryStream(TIMES.slice(0, 4));
  const { run } = evidenceAt(TIMES[0] ?? "");
  await stream.add(evidenceAt(TIMES[4] ?? "", { run }));

  const found = only(await stream.verdict(ASKED));

  expect(found).toMatchObject({ exitCode: 1, problems: [{ code: "duplicate" }] });
});

test("what a restart after the period may hide is a problem of the period", async () => {
  await using stream = await temporaryStream(TIMES.slice(0, 3));
  const restart = { code: "unreadable", message: "the chain began again" } as const;
  await stream.add(evidenceAt(TIMES[3] ?? ""), { next: 1, last: null, restart, evidence: null });

  const found = only(await stream.verdict(ASKED));

  expect(found).toMatchObject({ exitCode: 1, problems: [{ code: "restart" }] });
});

test("a run that was dated back is found by its copy in both periods", async () => {
  await using root = await temporaryFolder();
  const [stream, copies] = [path.join(root.path, "here"), path.join(root.path, "copies")].map(
    (folder) => new WrittenStream(folder),
  );
  if (stream === undefined || copies === undefined) throw new Error("two streams were made");
  const { run } = evidenceAt(TIMES[3] ?? "");
  await stream.addAll(TIMES.slice(0, 2));
  await stream.add(evidenceAt(TIMES[2] ?? "", { run }));
  await copies.addAll(TIMES.slice(0, 2));
  await copies.add(evidenceAt(TIMES[3] ?? ""));

  const found = only(await verdictOver(stream.root, { ...ASKED, witness: copies.root }));

  expect(found.exitCode).toBe(1);
  expect(found.problems.map(({ code }) => code)).toContain("rewritten");
});

test("changes that do not follow are found in a period that holds the first of the two runs", async () => {
  await using stream = await temporaryStream(TIMES.slice(0, 3));
  const { evidence, ...tail } = stream.tail;
  if (evidence === null) throw new Error("there is a run before");
  const other = evidenceAt(TIMES[2] ?? "", { items: [signalsItem([]), monitorsItem([]), findingsItem([])] });
  await stream.add(evidenceAt(TIMES[3] ?? ""), { ...tail, evidence: { ...evidence, evidence: other } });

  const found = only(await stream.verdict(ASKED));

  expect(found).toMatchObject({ exitCode: 1, problems: [{ code: "changes" }] });
});
