import { cp, link, mkdir, readdir, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { execFile } from "node:child_process";

import { expect, test } from "vitest";

import { sampleCommand } from "../../../src/cli/commands/sample.ts";
import { verifyCommand } from "../../../src/cli/commands/verify.ts";
import { days, evidenceAt, WrittenStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

/** Two streams, a copy of both, and the key that signed them. */
async function repository() {
  const root = await temporaryFolder();
  const [here, copies] = [path.join(root.path, "here"), path.join(root.path, "copies")];
  await new WrittenStream(here).addAll(days("2026-08-03", 2));
  const stream = { name: "staging", cadence: "P1D" } as const;
  const staging = new WrittenStream(here);
  for (const time of days("2026-08-03", 2)) await staging.add(evidenceAt(time, { stream }));
  await cp(here, copies, { recursive: true });
  const key = path.join(root.path, "key.pub.pem");
  await writeFile(key, SIGNER.publicPem);
  return { root: root.path, here, copies, key, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

/** What `verify --json` says of the folder. */
async function verified(
  { key }: { readonly key: string },
  folder: string,
  flags: Readonly<Record<string, string>> = {},
) {
  const terminal = new KeptTerminal();
  const code = await verifyCommand.run(
    { words: [folder], flags: { key: [key], json: true, ...flags } },
    terminal,
  );
  return { code, warnings: terminal.warnings, ...JSON.parse(terminal.printed) };
}

test("a stream that only a witness holds was removed, where the repository is asked for", async () => {
  await using scene = await repository();
  await rm(path.join(scene.here, "staging"), { recursive: true });

  const whole = await verified(scene, scene.here, { witness: scene.copies });
  const before = await verified(scene, scene.here, { witness: scene.copies, to: "2026-08-02" });
  const one = await verified(scene, path.join(scene.here, "prod"), { witness: scene.copies });

  const remark = "the copies also hold runs of stream staging of the site datadoghq.eu, which is not here";
  expect(whole).toMatchObject({ code: 1, remarks: [] });
  expect(whole.streams).toMatchObject([
    { stream: "prod", exitCode: 0 },
    { stream: "staging", exitCode: 1, problems: [{ code: "removed" }, { code: "removed" }] },
  ]);
  expect(before).toMatchObject({ code: 2, remarks: [remark] });
  expect(one).toMatchObject({ code: 0, remarks: [remark] });
});

test("what is skipped while streams are looked for is named", async () => {
  await using scene = await repository();
  await symlink(scene.copies, path.join(scene.here, "linked"));
  await mkdir(path.join(scene.here, "a/b/c/d/prod"), { recursive: true });
  await writeFile(path.join(scene.here, "notes.txt"), "");
  await writeFile(path.join(scene.here, "VERIFY.md"), "");

  expect(await verified(scene, scene.here)).toMatchObject({
    code: 0,
    remarks: ["a/b/c/d", "linked", "notes.txt"].map((name) => `${name} was not searched for streams`),
  });
});

test.each([".git", "node_modules", "__MACOSX", "a/.git"])("a stream in %s is named", async (hiding) => {
  await using scene = await repository();
  await mkdir(path.join(scene.here, "a"));
  await cp(path.join(scene.here, "prod"), path.join(scene.here, hiding, "us"), { recursive: true });

  expect(await verified(scene, scene.here)).toMatchObject({
    remarks: [`${hiding} holds runs, which were not verified`],
  });
});

test("runs that an archiver's folder within a stream holds are named", async () => {
  await using scene = await repository();
  const day = path.join(scene.here, "prod/2026/2026-08-03");
  await cp(day, path.join(scene.here, "prod/__MACOSX"), { recursive: true });

  const { streams } = await verified(scene, scene.here);

  expect(streams[0].remarks).toContain("__MACOSX is not part of a stream and was not read");
});

test("what git and archivers keep for themselves is not named", async () => {
  await using scene = await repository();
  await promisify(execFile)("git", ["init", "--quiet", scene.here]);
  await promisify(execFile)("git", ["-C", scene.here, "add", "."]);
  await mkdir(path.join(scene.here, "__MACOSX/prod"), { recursive: true });
  await writeFile(path.join(scene.here, "__MACOSX/prod/._evidence.json"), "");

  expect(await verified(scene, scene.here)).toMatchObject({ code: 0, remarks: [] });
});

test("what is verified is no independent copy of itself, nor what lies in it or holds it", async () => {
  await using scene = await repository();
  const prod = path.join(scene.here, "prod");
  const linked = path.join(scene.root, "linked");
  await symlink(scene.here, linked);

  for (const [folder, witness] of [
    [scene.here, scene.here],
    [scene.here, prod],
    [prod, scene.here],
    [prod, linked],
    [scene.here, scene.root],
  ] as const) {
    await expect(verified(scene, folder, { witness })).rejects.toMatchObject({
      code: "input",
      message: expect.stringContaining("hold the same files, so the copy is not independent"),
    });
  }
  expect(await verified(scene, scene.here, { witness: scene.copies })).toMatchObject({ code: 0 });
});

test("a day of a sample that is outside of the named period is refused, not left out", async () => {
  await using scene = await repository();
  const sample = path.join(scene.root, "sample");
  const flags = { out: sample, dates: "2026-08-03", key: [scene.key] };
  await sampleCommand.run({ words: [path.join(scene.here, "prod")], flags }, new KeptTerminal());

  const within = await verified(scene, sample, { dates: "2026-08-03", from: "2026-08-03", to: "2026-08-04" });
  const outside = verified(scene, sample, { dates: "2026-08-03", from: "2026-08-04" });

  expect(within.exitCode).toBe(0);
  await expect(outside).rejects.toThrow("dates: outside of --from and --to: 2026-08-03");
});

test("a key that lies in the evidence is warned of", async () => {
  await using scene = await repository();
  const key = path.join(scene.here, "key.pub.pem");
  await cp(scene.key, key);

  const inside = await verified({ key }, scene.here);
  const outside = await verified(scene, scene.here);

  expect(inside.warnings).toEqual([expect.stringContaining("key.pub.pem is inside the evidence")]);
  expect(outside.warnings).toEqual([]);
});

test("a copy of hard links is the same files, and no independent copy", async () => {
  await using scene = await repository();
  const copy = path.join(scene.root, "copy");
  await cp(scene.here, copy, { recursive: true });
  await expect(verified(scene, scene.here, { witness: copy })).resolves.toMatchObject({ code: 0 });
  const entries = await readdir(copy, { recursive: true, withFileTypes: true });
  const linked = entries.find((entry) => entry.isFile() && entry.name === "evidence.json");
  const file = path.join(linked?.parentPath ?? "", "evidence.json");

  await rm(file);
  await link(path.join(scene.here, path.relative(copy, file)), file);

  await expect(verified(scene, scene.here, { witness: copy })).rejects.toThrow(
    "hold the same files, so the copy is not independent",
  );
});
