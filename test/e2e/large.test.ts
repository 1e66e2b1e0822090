import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { manySignals } from "../support/many-records.ts";
import { collect, evidenceIn, git, printed, repository, startWorld, verify } from "./world.ts";

const COUNT = 21_000;

test("twenty thousand signals lie beside evidence.json, signed, committed and verified, and nowhere else", async () => {
  await using world = await startWorld({
    changed: (usual) => ({ ...usual, signals: manySignals(COUNT, new Date()) }),
  });
  const tree = await repository(world);
  const temporary = path.join(world.folder, "temporary");
  await mkdir(temporary);

  const run = await collect(world, ["--repository", tree], {
    env: { TMPDIR: temporary },
    timeoutMs: 110_000,
  });

  const folder = printed(run);
  const name = "records-security-signals.ndjson";
  const text = await readFile(path.join(folder, name), "utf8");
  const records = text
    .trimEnd()
    .split("\n")
    .map((line): { id: string; timestamp: string } => JSON.parse(line));
  const { items } = await evidenceIn(folder);
  const [signals] = items;
  expect(run.code).toBe(0);
  expect((await stat(path.join(folder, "evidence.json"))).size).toBeLessThan(10_000_000);
  expect(signals?.collection).toMatchObject({ status: "complete", received: COUNT, unique: COUNT });
  expect(signals?.caveats.at(-1)).toBe(
    `the ${COUNT} records are in ${name}, sha256 ${createHash("sha256").update(text).digest("hex")}`,
  );
  expect(new Set(records.map(({ id }) => id)).size).toBe(COUNT);
  expect(records.map(({ timestamp }) => timestamp)).toEqual(
    records.map(({ timestamp }) => timestamp).toSorted(),
  );
  expect(await readdir(temporary)).toEqual([]);
  expect(await git(tree, "status", "--porcelain")).toBe("");
  expect(await git(tree, "ls-files")).toContain(name);
  expect(await verify(folder, world.key)).toMatchObject({ code: 0 });
});
