import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { logCommands } from "../support/commands.ts";
import { ROOT, runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import { collect, filesBelow, printed, startWorld } from "./world.ts";

const COMMANDS = [
  "collect",
  "demo",
  "verify",
  "diff",
  "report",
  "attest",
  "sample",
  "publish",
  "declare-gap",
  "keygen",
];

test.each([["--help"], ["-h"], ["help"]])("%s lists every command", async (...args) => {
  const { code, stdout, stderr } = await runCli(args);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^ {2}${command} +\\w`, "m"));
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test.each(COMMANDS)("%s --help says how, within 80 columns, and does nothing", async (command) => {
  await using folder = await temporaryFolder();

  const [asked, other] = await Promise.all([
    runCli([command, "--help"], { cwd: folder.path }),
    runCli(["help", command], { cwd: folder.path }),
  ]);

  expect(asked).toMatchObject({ code: 0, stderr: "" });
  expect(asked.stdout).toContain(`usage: datadog-evidence ${command}`);
  expect(asked.stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
  expect(other).toEqual(asked);
  expect(await filesBelow(folder.path)).toEqual([]);
});

test.each([
  [[], "no command was given"],
  [["colect"], 'there is no command "colect"; did you mean collect?'],
  [["__proto__"], 'there is no command "__proto__"'],
  [["collect", "--out"], "Option '--out <value>' argument missing"],
  [["keygen", "surplus"], 'keygen takes no "surplus"'],
  [["demo", "surplus"], 'demo takes no "surplus"'],
  [["declare-gap"], "repository: is required"],
  [["verify"], "verify takes one folder: of a run, a stream or a repository"],
  [["verify", "somewhere"], "no key was given"],
  [["diff"], "diff takes two runs"],
  [["diff", "/nowhere"], "diff takes two runs"],
  [["diff", "a", "b", "c"], "diff takes two runs"],
  [["help", "colect"], "did you mean collect?"],
  [["verify", "/nowhere", "--kye", "a.pem"], "did you mean --key?"],
  [["diff", "/nowhere", "/nowhere"], "/nowhere cannot be read as a folder (ENOENT)"],
  [["report", "/nowhere"], "/nowhere cannot be read as a folder (ENOENT)"],
  [
    ["report", "/nowhere", "--format", "pdf", "--item", "x"],
    "--format is one of html, md, csv; --item is one of",
  ],
  [["attest", "/nowhere", "--signing-key", "/nowhere.pem"], "/nowhere.pem cannot be read (ENOENT)"],
  [["attest", "/nowhere"], "signing-key: is required to sign"],
  [["publish", "/nowhere"], "publish takes one repository"],
  [["publish", "/nowhere", "--repository", "/nowhere"], "/nowhere is not a git work tree"],
  [["publish", "/nowhere", "--github", "acme"], "repository: must be owner/name"],
  [["publish", "/nowhere", "--github", "acme/evidence"], "GITHUB_TOKEN: is needed"],
])("%j is a sentence on stderr and exit 2", async (args, sentence) => {
  await using folder = await temporaryFolder();

  const run = await runCli(args, { cwd: folder.path });

  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
  expect(run.stderr).not.toMatch(/^ {4}at /m);
  expect(await filesBelow(folder.path)).toEqual([]);
});

test("keygen makes a pair but found only the owner can read the private half", async () => {
  await using folder = await temporaryFolder();

  const run = await runCli(["keygen", "--out", path.join(folder.path, "keys")]);

  expect(run).toMatchObject({ code: 0, stdout: expect.stringMatching(/^[0-9a-f]{64}\n$/) });
  const file = path.join(folder.path, "keys/signing-key.pem");
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect(run.stdout + run.stderr).not.toContain((await readFile(file, "utf8")).split("\n")[1]);
});

test.each(["signing-key.pem", "signing-key.pub.pem"])(
  "keygen leaves everything as it was when %s is there",
  async (name) => {
    await using folder = await temporaryFolder();
    await writeFile(path.join(folder.path, name), "precious");

    const run = await runCli(["keygen"], { cwd: folder.path });

    expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(`${name} already exists`) });
    expect(await filesBelow(folder.path)).toEqual([name]);
    expect(await readFile(path.join(folder.path, name), "utf8")).toBe("precious");
  },
);

test("a key with a passphrase signs with the passphrase", async () => {
  await using world = await startWorld();
  const env = { SIGNING_KEY: "", SIGNING_KEY_PASSPHRASE: "correct horse" };
  const keys = path.join(world.folder, "keys");
  await runCli(["keygen", "--out", keys], { env });

  const run = await collect(world, ["--signing-key", path.join(keys, "signing-key.pem")], { env });

  expect(run.code).toBe(0);
  const key = path.join(keys, "signing-key.pub.pem");
  expect(await runCli(["verify", printed(run), "--key", key])).toMatchObject({ code: 0 });
});

test("report prints one page that asks nothing of the network", async () => {
  await using world = await startWorld();
  const folder = printed(await collect(world));

  const { code, stdout, stderr } = await runCli(["report", folder]);

  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
  expect(stdout).toMatch(/^<!doctype html>/);
  expect(stdout).not.toMatch(/<script|src="https?:/);
});

test("report makes tables and Markdown of the same run, and writes over nothing", async () => {
  await using world = await startWorld();
  const folder = printed(await collect(world));
  const out = path.join(world.folder, "monitors.csv");

  const counts = await runCli(["report", folder, "--format", "csv"]);
  const page = await runCli(["report", folder, "--format", "md"]);
  const records = ["report", folder, "--format", "csv", "--item", "compliance-monitors", "--out", out];
  const first = await runCli(records);
  const second = await runCli(records);

  expect(counts.stdout.split("\r\n")).toHaveLength(5);
  expect(page.stdout).toMatch(/^# Compliance evidence: /);
  expect(first).toEqual({ code: 0, stdout: "", stderr: "" });
  expect((await readFile(out, "utf8")).split("\r\n")).toHaveLength(16);
  expect(second).toMatchObject({ code: 2, stderr: expect.stringContaining("already exists") });
});

test("report makes no empty table of records that were not obtained", async () => {
  await using world = await startWorld({
    changed: (northwind) => ({
      ...northwind,
      permissions: northwind.permissions.difference(new Set(["monitors_read"])),
    }),
  });
  const folder = printed(await collect(world));

  const run = await runCli(["report", folder, "--format", "csv", "--item", "compliance-monitors"]);

  expect(run).toMatchObject({
    code: 2,
    stdout: "",
    stderr: expect.stringContaining("the compliance monitors are failed and have no records"),
  });
});

test("whoever reads only the beginning of a report ends it without a word", async () => {
  await using world = await startWorld();
  const folder = printed(await collect(world));
  const child = spawn(process.execPath, [path.join(ROOT, "dist/cli.js"), "report", folder], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const stderr: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));

  child.stdout.destroy();
  const [code] = await once(child, "close");

  expect({ code, stderr: Buffer.concat(stderr).toString() }).toEqual({ code: 0, stderr: "" });
});

test("attest refuses what is not evidence", async () => {
  await using world = await startWorld();
  const folder = path.join(world.folder, "made-up");
  await mkdir(folder);
  await writeFile(path.join(folder, "evidence.json"), '{"schema":"datadog-evidence/v1"}');

  const run = await runCli(["attest", folder], { env: { SIGNING_KEY: world.privatePem } });

  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining("does not follow its schema") });
  expect(await filesBelow(folder)).toEqual(["evidence.json"]);
});

test("a command that collects nothing ends when it is interrupted", async () => {
  await using folder = await temporaryFolder();
  const key = path.join(folder.path, "never-written");
  await promisify(execFile)("mkfifo", [key]);
  const child = spawn(process.execPath, [path.join(ROOT, "dist/cli.js"), "verify", "/dev", "--key", key]);
  const ended = once(child, "exit");
  await setTimeout(500);

  child.kill("SIGINT");

  expect(await ended).toEqual([null, "SIGINT"]);
});

/** Of a file, a flag or a command: each of these would act in a terminal, or command the runner. */
const HOSTILE = "x\u001b]0;owned\u0007\u001b[31m\u009b2J\n::error::owned\n##[error]owned\u202e";

test.each([
  ["a command", [HOSTILE]],
  ["a flag", ["verify", `--${HOSTILE}`]],
  ["a folder", ["verify", HOSTILE, "--key", "package.json"]],
  ["a key", ["verify", ".", "--key", HOSTILE]],
  ["a run to compare", ["diff", HOSTILE, HOSTILE]],
  ["a folder to report", ["report", HOSTILE, "--key", HOSTILE]],
  ["a run to sign", ["attest", HOSTILE, "--signing-key", HOSTILE]],
  ["a run to publish", ["publish", HOSTILE, "--repository", HOSTILE]],
])("the name of %s reaches neither the terminal nor the runner raw", async (_, args) => {
  const { code, stdout, stderr } = await runCli(args, { cwd: ROOT });

  expect(code).toBe(2);
  expect(stdout + stderr).not.toMatch(/[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/v);
  expect(logCommands(stdout + stderr)).toEqual([]);
});

test
  .skipIf(process.platform === "win32")
  .each([["demo"], ["verify", "package.json", "--key", "package.json"], ["keygen", "--out", "x.pem"]])(
  "with few file handles %s ends with a sentence, not with a stack",
  async (...args) => {
    await using folder = await temporaryFolder();
    const program = [process.execPath, path.join(ROOT, "dist/cli.js"), ...args];

    for (const handles of [24, 28, 32]) {
      const ended = await promisify(execFile)(
        "sh",
        ["-c", `ulimit -n ${handles}; exec "$@"`, "sh", ...program],
        {
          cwd: folder.path,
        },
      ).catch((error: { readonly stderr: string }) => error);

      expect(ended.stderr).not.toMatch(/^ +at /m);
    }
  },
);
