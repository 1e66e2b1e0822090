import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { mappingText } from "../controls/mappings.ts";
import { runCli } from "../support/runner.ts";
import { collect, evidenceIn, filesBelow, printed, repository, startWorld, verify } from "./world.ts";

test("a run of other frameworks and an own mapping is signed with the mapping, verified again and sampled", async () => {
  await using world = await startWorld();
  const file = path.join(world.folder, "controls.json");
  await writeFile(file, mappingText());
  const flags = ["--frameworks", "iso27001,nist-csf,dora", "--mapping", file];
  const repo = await repository(world);

  const run = await collect(world, ["--repository", repo, "--stream", "prod", ...flags]);

  const folder = printed(run);
  const evidence = await evidenceIn(folder);
  expect(evidence.frameworks).toEqual(["iso27001", "nist-csf", "dora"]);
  expect(await readFile(path.join(folder, "mapping.json"), "utf8")).toBe(mappingText());
  expect(evidence.items.flatMap(({ controls }) => controls)).toContainEqual(
    expect.objectContaining({ id: "A.5.36", support: "direct", organisation: expect.anything() }),
  );
  const verified = await verify(folder, world.key);
  expect(verified.code).toBe(0);
  expect(verified.stdout.replaceAll(/\s+/g, " ")).toContain("2026-12 and mapping.json, by its sha256");

  const sample = path.join(world.folder, "sample");
  const day = evidence.collectedAt.slice(0, 10);
  const drawn = await runCli([
    "sample",
    path.join(repo, "prod"),
    "--dates",
    day,
    "--out",
    sample,
    "--key",
    world.key,
  ]);
  expect(drawn.stderr).toBe("");
  expect((await filesBelow(sample)).map((name) => path.basename(name))).toContain("mapping.json");
});

test("a mapping and frameworks that cannot be used stop the run before anything is asked", async () => {
  await using world = await startWorld();
  const file = path.join(world.folder, "controls.json");
  await writeFile(file, mappingText().replace('"direct"', '"certain"'));

  const run = await collect(world, ["--mapping", file, "--frameworks", "iso"]);

  expect(run).toMatchObject({ code: 2, stdout: "" });
  expect(run.stderr).toContain('frameworks: "iso" is not known');
  expect(run.stderr).toContain("controls.json:8: A.5.36: support must be direct or claimed");
  expect(world.datadog.requests).toEqual([]);
});
