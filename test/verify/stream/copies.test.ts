import { cp, mkdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { days, evidenceAt, only, verdictOver, WrittenStream } from "../../support/stream.ts";
import { STRANGER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const TIMES = days("2026-08-03", 5);

/** A stream of five days, and another clone of it. */
async function twice() {
  const root = await temporaryFolder();
  const [here, copies] = [path.join(root.path, "here"), path.join(root.path, "copies")];
  const stream = new WrittenStream(here);
  await stream.addAll(TIMES);
  await cp(here, copies, { recursive: true });
  return { here, copies, stream, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

test("a history that equals its copy is said to have a witness", async () => {
  await using scene = await twice();

  const verdict = only(await verdictOver(scene.here, { witness: scene.copies }));

  expect(verdict).toMatchObject({ exitCode: 0, witness: { runs: 5, same: 5 } });
  expect(verdict.notProven).toEqual([
    "no run has a trusted timestamp: the holder of the key could have backdated them",
  ]);
});

test("a copy of some runs vouches for those", async () => {
  await using scene = await twice();
  await rm(path.join(scene.copies, "prod/2026/2026-08-04"), { recursive: true });

  const verdict = only(await verdictOver(scene.here, { witness: scene.copies }));

  expect(verdict).toMatchObject({ exitCode: 0, witness: { runs: 4, same: 4 } });
  expect(verdict.notProven[0]).toContain("1 of 5 runs have no independent copy");
});

test("a copy with another statement about the same evidence is an honest lost race", async () => {
  await using scene = await twice();
  const losing = new WrittenStream(scene.copies);
  await rm(path.join(scene.copies, "prod"), { recursive: true });
  await losing.add(evidenceAt(TIMES[4] ?? ""), { ...scene.stream.tail, next: 4 });

  const verdict = only(await verdictOver(scene.here, { witness: scene.copies }));

  expect(verdict).toMatchObject({ exitCode: 0, problems: [], witness: { runs: 1, same: 1 } });
});

test("an end that was cut off is found by its copy, which proves that there was more", async () => {
  await using scene = await twice();
  await rm(path.join(scene.here, "prod/2026/2026-08-07"), { recursive: true });

  const open = await verdictOver(scene.here, { witness: scene.copies });
  const inside = only(await verdictOver(scene.here, { witness: scene.copies, to: "2026-08-07" }));
  const before = only(await verdictOver(scene.here, { witness: scene.copies, to: "2026-08-06" }));

  expect([open.exitCode, inside.exitCode]).toEqual([1, 1]);
  expect(inside.problems).toMatchObject([
    { code: "removed", run: expect.stringContaining("2026-08-07"), sequence: 5 },
  ]);
  expect(inside.problems[0]?.detail).toContain("the end was cut off, or its commit never landed");
  expect(before.exitCode).toBe(0);
});

test("a copy that does not verify is no witness, and no reproach", async () => {
  await using scene = await twice();
  await rm(path.join(scene.copies, "prod/2026/2026-08-03"), { recursive: true });
  await writeFile(
    path.join(scene.copies, "prod/2026/2026-08-04", (await names(scene, 1)) ?? "", "evidence.json"),
    "{}",
  );
  await symlink(scene.here, path.join(scene.copies, "link"));
  const foreign = new WrittenStream(path.join(scene.copies, "elsewhere"), STRANGER);
  await foreign.addAll(["2026-08-09T06:17:31Z"]);

  const verdict = await verdictOver(scene.here, { witness: scene.copies });

  expect(verdict.exitCode).toBe(0);
  expect(only(verdict).witness).toEqual({ runs: 3, same: 3 });
  expect(verdict.remarks).toHaveLength(2);
  expect(verdict.remarks[0]).toContain("was not used for comparison: no given key signed this");
});

test("a folder without any run is no witness", async () => {
  await using scene = await twice();
  await rm(path.join(scene.copies, "prod"), { recursive: true });

  await expect(verdictOver(scene.here, { witness: scene.copies })).rejects.toThrow(
    "so there is no copy to compare with",
  );
});

async function names({ stream }: { readonly stream: WrittenStream }, index: number): Promise<string> {
  return path.basename(stream.folder(index + 1));
}

test("a copy is found below a file that was put there to hide it", async () => {
  await using scene = await twice();
  for (const below of [".", "prod", "prod/2026"])
    await writeFile(path.join(scene.copies, below, "evidence.json"), "{}");

  const verdict = await verdictOver(scene.here, { witness: scene.copies });

  expect(only(verdict).witness).toEqual({ runs: 5, same: 5 });
  expect(verdict.remarks).toHaveLength(3);
});

test("a copy of a run is not excused by a folder in its place that is not genuine", async () => {
  await using scene = await twice();
  await rm(scene.stream.folder(5), { recursive: true });
  await mkdir(scene.stream.folder(5));

  const verdict = only(await verdictOver(scene.here, { witness: scene.copies }));

  expect(verdict.problems).toMatchObject([
    { code: "not-genuine", run: expect.stringContaining("2026-08-07") },
    { code: "rewritten", detail: "was rewritten: a copy of it is genuine, and the run here is not" },
  ]);
});
