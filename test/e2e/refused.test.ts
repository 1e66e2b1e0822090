import { generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { generateSigningKey } from "../../src/sign/signing-key.ts";
import { runCli } from "../support/runner.ts";
import { collect, filesBelow, git, NO_GIT_CONFIG, repository, startWorld } from "./world.ts";

test.concurrent("everything that is wrong is said at once, before anything is asked", async () => {
  await using world = await startWorld();

  const run = await runCli(["collect", "surplus", "--deadline", "soon", "--site", "example.com"], {
    env: { DD_API_URL: "http://example.com" },
  });

  expect(run).toMatchObject({ code: 2, stdout: "" });
  for (const input of [
    "api-key",
    "app-key",
    "signing-key",
    "deadline",
    "site",
    "DD_API_URL",
    "out",
    "surplus",
  ])
    expect(run.stderr).toContain(input);
  expect(run.stderr).not.toMatch(/^ {4}at /m);
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent("keys in each other's place are noticed and not repeated", async () => {
  await using world = await startWorld();
  const { DD_API_KEY = "", DD_APP_KEY = "" } = world.env;

  const run = await collect(world, [], { env: { DD_API_KEY: DD_APP_KEY, DD_APP_KEY: DD_API_KEY } });

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("the two keys are swapped") });
  expect(run.stderr).not.toContain(DD_API_KEY);
  expect(run.stderr).not.toContain(DD_APP_KEY);
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent.each([
  "http://example.com",
  "http://127.0.0.1.evil.example",
  "http://evil.example/127.0.0.1",
  "http://127.0.0.1@evil.example",
  "file:///etc/passwd",
  "http://0.0.0.0:80",
  "127.0.0.1:80",
])("DD_API_URL %s is refused", async (url) => {
  await using world = await startWorld();

  const run = await collect(world, [], { env: { DD_API_URL: url } });

  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining("DD_API_URL") });
});

test.concurrent.each([
  [["--deadline", "10m"], {}, "deadline: must be a duration"],
  [["--deadline", "PT1S"], {}, "deadline: must be a duration"],
  [["--site", "datadoghq.com.evil.example"], {}, "site"],
  [["--stream", "../escape"], {}, "stream: must be"],
  [["--path", "../escape"], {}, "path: must be a folder inside"],
  [["--fail-on", "hope"], {}, "fail-on: must be"],
  [["--signing-key", "/nowhere/key.pem"], {}, "/nowhere/key.pem cannot be read (ENOENT)"],
  [["--signing-key=-----BEGIN PRIVATE KEY-----MIGHAgEA"], {}, "not the key itself"],
  [[], { SIGNING_KEY: "nonsense" }, "signing-key: is not a private key in PEM form"],
  [[], { SIGNING_KEY: p384() }, "signing-key: is P-384"],
  [[], { SIGNING_KEY: generateSigningKey(null).publicPem }, "is a public key or certificate"],
  [
    [],
    { SIGNING_KEY: generateSigningKey("long enough").privatePem },
    "is encrypted and there is no passphrase",
  ],
  [
    [],
    { SIGNING_KEY: generateSigningKey("long enough").privatePem, SIGNING_KEY_PASSPHRASE: "not this one" },
    "does not open with its passphrase",
  ],
  [["--api-key", "0123456789abcdef"], {}, "collect has no flag --api-key"],
  [["--bogus"], {}, "collect has no flag --bogus"],
] as const)("%j is refused before anything is asked", async (flags, env, sentence) => {
  await using world = await startWorld();

  const run = await collect(world, flags, { env });

  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
  expect(run.stderr).not.toMatch(/^ {4}at |MIGHAgEA|0123456789abcdef|not this one/m);
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent("a folder that cannot be written is refused before anything is asked", async () => {
  await using world = await startWorld();
  const file = path.join(world.folder, "file");
  await writeFile(file, "");

  const run = await runCli(["collect", "--out", path.join(file, "below")], { env: world.env });

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("out: the folder") });
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent("unsigned evidence is not meant for a repository", async () => {
  await using world = await startWorld();
  const tree = await repository(world);

  const run = await collect(world, ["--repository", tree, "--signing", "none"]);

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("never committed") });
  expect(world.datadog.requests).toEqual([]);
  expect(await filesBelow(tree)).toEqual([]);
});

test.concurrent("a repository that could not keep a commit is refused before anything is asked", async () => {
  await using world = await startWorld();
  const plain = path.join(world.folder, "plain");
  await mkdir(plain);
  const detached = await repository(world, "detached");
  await git(detached, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--allow-empty", "-qm", "first");
  await git(detached, "checkout", "--quiet", "--detach");

  const runs = await Promise.all(
    [plain, path.join(world.folder, "absent"), path.join(detached, ".git"), detached].map(async (folder) =>
      collect(world, ["--repository", folder], { env: NO_GIT_CONFIG }),
    ),
  );

  expect(runs.map(({ code }) => code)).toEqual([2, 2, 2, 2]);
  const [one, two, three, four] = runs.map(({ stderr }) => stderr);
  expect(one).toContain("is not a git work tree");
  expect(two).toContain("is not a git work tree");
  expect(three).toContain("without a work tree");
  expect(four).toContain("is detached");
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent("a repository of another user is refused with the way out", async () => {
  await using world = await startWorld();
  const tree = await repository(world);
  // The program passes no such variable on, so a git of our own sets it.
  const folder = path.join(world.folder, "bin");
  const { PATH = "" } = process.env;
  const script = `#!/bin/sh\nPATH='${PATH}' GIT_TEST_ASSUME_DIFFERENT_OWNER=1 exec git "$@"\n`;
  await mkdir(folder);
  await writeFile(path.join(folder, "git"), script, { mode: 0o755 });

  const run = await collect(world, ["--repository", tree], {
    env: { ...NO_GIT_CONFIG, PATH: `${folder}:${PATH}` },
  });

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("--add safe.directory") });
});

function p384(): string {
  return generateKeyPairSync("ec", { namedCurve: "P-384" })
    .privateKey.export({ type: "pkcs8", format: "pem" })
    .toString();
}
