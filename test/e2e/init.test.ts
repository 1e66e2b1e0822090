import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { filesBelow } from "./world.ts";

const FILES = [
  ".gitattributes",
  ".github/datadog-evidence/signing-key.pub.pem",
  ".github/workflows/datadog-evidence.yml",
];

test("init writes the workflow and the key, says what is left in five acts, and keeps the private key out of git's reach", async () => {
  await using folder = await temporaryFolder();
  const [dir, home] = [path.join(folder.path, "acme"), path.join(folder.path, "home")];
  await writeInto(dir);

  const run = await runCli(["init", "--yes", "--dir", dir, "--site", "app.datadoghq.eu"], {
    cwd: folder.path,
    env: { HOME: home },
  });

  const workflow = await readFile(path.join(dir, FILES[2] ?? ""), "utf8");
  const key = path.join(home, ".datadog-evidence", "acme-prod", "signing-key.pem");
  const publicPem = await readFile(path.join(dir, FILES[1] ?? ""), "utf8");
  expect(run.code).toBe(0);
  expect(await filesBelow(dir)).toEqual([...FILES, "README.md"]);
  expect(workflow).toContain("branch: compliance-evidence");
  expect((await stat(key)).mode & 0o777).toBe(0o600);
  expect(run.stdout.match(/^\d\. /gm)).toHaveLength(5);
  for (const line of [
    "gh secret set DD_API_KEY",
    "gh secret set DD_APP_KEY",
    `gh secret set SIGNING_KEY < ${key}`,
    "gh variable set DD_SITE --body datadoghq.eu",
    readVerifyingKey(publicPem).fingerprint,
    "Security Signals Read",
  ]) {
    expect(run.stdout).toContain(line);
  }
  expect(`${run.stdout}${run.stderr}`).not.toContain("PRIVATE KEY");
});

test("init overwrites nothing, and a second time it finds all there", async () => {
  await using folder = await temporaryFolder();
  const options = { cwd: folder.path, env: { HOME: path.join(folder.path, "home") } };
  const dir = path.join(folder.path, "acme");
  await writeInto(dir);
  await writeFile(path.join(dir, ".gitattributes"), "*.png binary\n");
  const first = await runCli(["init", "--yes", "--dir", dir, "--watcher"], options);
  const before = await Promise.all(
    (await filesBelow(dir)).map(async (name) => readFile(path.join(dir, name), "utf8")),
  );

  const second = await runCli(["init", "--yes", "--dir", dir, "--watcher"], options);

  const after = await Promise.all(
    (await filesBelow(dir)).map(async (name) => readFile(path.join(dir, name), "utf8")),
  );
  expect([first.code, second.code]).toEqual([0, 0]);
  expect(after).toEqual(before);
  expect(await readFile(path.join(dir, ".gitattributes"), "utf8")).toBe("*.png binary\n");
  expect(first.stderr).toContain("compliance-evidence/** -text");
  expect(second.stderr).toContain("datadog-evidence.yml is there already");
  expect(second.stderr).toContain("signing-key.pem is there already");
});

test("a private key that does not belong to the public key in the repository is warned of", async () => {
  await using folder = await temporaryFolder();
  const initAs = async (home: string) =>
    runCli(["init", "--yes"], { cwd: folder.path, env: { HOME: path.join(folder.path, home) } });
  await initAs("one");

  const [same, other] = [await initAs("one"), await initAs("other")];

  expect(same.stderr).not.toContain("does not belong");
  expect(other.stderr.replaceAll(/\s+/g, " ")).toMatch(
    /the private key \S+other\S+ does not belong to \S*signing-key\.pub\.pem, so what it signs would not verify/,
  );
});

test("a second time it does not ask for lines of .gitattributes that are there", async () => {
  await using folder = await temporaryFolder();
  const options = { cwd: folder.path, env: { HOME: folder.path } };
  await runCli(["init", "--yes"], options);

  const second = await runCli(["init", "--yes"], options);

  expect(second.stderr).toContain(".gitattributes is there already");
  expect(second.stderr).not.toContain("add these lines");
});

test("keyless with delegated access needs no secret at all", async () => {
  await using folder = await temporaryFolder();
  await writeInto(folder.path);

  const args = ["init", "--yes", "--dir", folder.path, "--access", "delegated", "--signing", "keyless"];
  const { stdout } = await runCli(args, { cwd: folder.path, env: { HOME: folder.path } });

  expect(stdout).not.toContain("gh secret set");
  expect(stdout).toContain("gh variable set DD_ORG_ID");
  expect(await readFile(path.join(folder.path, FILES[2] ?? ""), "utf8")).not.toContain("secrets.");
});

test("init names everything that is wrong at once, and writes nothing", async () => {
  await using folder = await temporaryFolder();
  await writeInto(folder.path);
  const args = [
    "--site",
    "example.com",
    "--stream",
    "No Name",
    "--cadence",
    "weekly",
    "--keep",
    "none",
    "--watcher",
  ];

  const run = await runCli(["init", "--yes", "--dir", folder.path, ...args], { cwd: folder.path, env: {} });

  expect(run.code).toBe(2);
  for (const word of [
    "--site: is not one of",
    "--stream: must be 1 to 63 letters",
    "--cadence is one of daily, hourly",
    "--watcher",
  ]) {
    expect(run.stderr).toContain(word);
  }
  expect(await filesBelow(folder.path)).toEqual(["README.md"]);
});

async function writeInto(dir: string): Promise<void> {
  await mkdir(dir, { recursive: true });
  await writeFile(path.join(dir, "README.md"), "# Acme\n");
}
