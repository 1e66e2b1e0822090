import { execFile } from "node:child_process";
import { cp, link, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { BUNDLE_NAME } from "../../src/evidence/files/evidence-files.ts";
import { verifyGuide } from "../../src/report/verify-guide.ts";
import { commandsIn } from "../e2e/world.ts";
import { days, evidenceAt, WrittenStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";
import { ROOT, runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";
import type { HostileEnd, HostileGroup } from "./row.ts";

const NAME = "x\u001b]0;owned\u0007\u001b[31m\u009b2J\n::error::owned\n##[error]owned";

/** Verifies a small repository, after something was done to it. */
async function verifiedAfter(change: (folder: string) => Promise<readonly string[]>): Promise<HostileEnd> {
  await using folder = await temporaryFolder();
  const here = path.join(folder.path, "here");
  const stream = new WrittenStream(path.join(here, "prod"));
  for (const day of days("2026-08-03", 3)) await stream.add(evidenceAt(day));
  const key = path.join(folder.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);
  const flags = await change(here);
  const { code, stdout, stderr } = await runCli(["verify", here, "--key", key, ...flags]);
  const said = stdout + stderr;
  const acts = /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/v.test(said) ? "acts" : "does not act";
  return { exit: code, text: `${said}\n${commandsIn(said).length} commands, ${acts}` };
}

/** Runs the command `each` of VERIFY.md, with a program that takes a file with the word for genuine. */
async function eachOfGuide(signed: Readonly<Record<string, string>>): Promise<HostileEnd> {
  await using folder = await temporaryFolder();
  const payload = JSON.stringify({ subject: Object.keys(signed).map((name) => ({ name })) });
  const dsseEnvelope = { payload: Buffer.from(payload).toString("base64") };
  const files = { ...signed, [BUNDLE_NAME]: JSON.stringify({ dsseEnvelope }) };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder.path, name), text);
  const [each = ""] = /^each\(\).*$/m.exec(verifyGuide()) ?? [];
  const script = `${each}\neach grep -l genuine && echo all genuine || { echo not genuine; exit 1; }`;
  return await new Promise((resolve) => {
    execFile("sh", ["-c", script], { cwd: folder.path }, (error, stdout) =>
      resolve({ exit: Number(error?.code ?? 0), text: stdout }),
    );
  });
}

/** What a person writes who can write to the files that are verified. */
export const FILES: HostileGroup = {
  title: "The files to verify",
  who: "A person who can write to the repository or hand over files, and has no key.",
  rows: [
    {
      input: "a folder whose name holds escapes of a terminal and commands of the runner",
      outcome: "The name is printed without them.",
      words: "0 commands, does not act",
      exit: 0,
      attempt: async () =>
        verifiedAfter(async (here) => {
          await mkdir(path.join(here, NAME));
          return [];
        }),
    },
    {
      input: "hard links of the same files as the independent copy",
      outcome: "They are recognised as the same files, and no verdict is given.",
      words: "hold the same files, so the copy is not independent",
      exit: 2,
      attempt: async () =>
        verifiedAfter(async (here) => {
          const copy = `${here}-copy`;
          await cp(here, copy, { recursive: true });
          for (const entry of await readdir(copy, { recursive: true, withFileTypes: true })) {
            if (!entry.isFile()) continue;
            const file = path.join(entry.parentPath, entry.name);
            await rm(file);
            await link(path.join(here, path.relative(copy, file)), file);
          }
          return ["--witness", copy];
        }),
    },
    {
      input: "a statement that names no file, for the commands of VERIFY.md",
      outcome: "They fail, as they verified nothing.",
      words: "not genuine",
      exit: 1,
      attempt: async () => eachOfGuide({}),
    },
    {
      input: "a file that was changed, before one that was not, for the commands of VERIFY.md",
      outcome: "They fail at the first.",
      words: "not genuine",
      exit: 1,
      attempt: async () => eachOfGuide({ "evidence.json": "changed", "policy.json": "genuine" }),
    },
    {
      input: "a file with the name --help, for the commands of VERIFY.md",
      outcome: "They verify it, and take its name for no flag.",
      words: "./--help",
      exit: 0,
      attempt: async () => eachOfGuide({ "--help": "genuine", "evidence.json": "genuine" }),
    },
  ],
};

/** What the machine lacks. */
export const MACHINE: HostileGroup = {
  title: "The machine",
  who: "A person who runs the machine, or another program on it.",
  rows: [
    {
      input: "a limit of 28 open files",
      outcome: "The program ends with a sentence, and not with a stack.",
      words: "datadog-evidence: ",
      exit: 2,
      attempt: async () => {
        await using folder = await temporaryFolder();
        const program = [process.execPath, path.join(ROOT, "dist/cli.js"), "demo"];
        return await new Promise((resolve) => {
          const args = ["-c", 'ulimit -n 28; exec "$@"', "sh", ...program];
          execFile("sh", args, { cwd: folder.path }, (error, stdout, stderr) =>
            resolve({
              exit: Number(error?.code ?? 0),
              text: /^ +at /m.test(stderr) ? "a stack" : stdout + stderr,
            }),
          );
        });
      },
    },
  ],
};
