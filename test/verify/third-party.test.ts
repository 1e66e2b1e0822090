import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { publicKey } from "../../src/attest/key.ts";
import { verifyGuide } from "../../src/report/guide.ts";
import { readRunFolder } from "../../src/verify/run-folder.ts";
import { verifyRun } from "../../src/verify/verify-run.ts";
import { evidenceOf, newKey, writtenRun } from "../support/evidence.ts";
import { temporaryFolder } from "../support/temp.ts";

const KINDS = ["P-256", "Ed25519"] as const;

test.each(KINDS)("the literal commands of VERIFY.md confirm a run signed by a %s key", async (kind) => {
  await using root = await temporaryFolder();
  const key = newKey(kind);
  const { folder } = await writtenRun(root.path, key, { largest: 1 });

  const { code, output } = await commandsOfTheGuide(folder, { kind, pem: key.publicPem, root: root.path });

  expect(output).not.toContain("FAILED");
  expect(code).toBe(0);
  expect(output).toMatch(kind === "P-256" ? /^Verified OK$/m : /^Signature Verified Successfully$/m);
  expect(output).toContain("evidence.json: OK");
  expect(output).toContain("records-security-signals.ndjson: OK");
});

test.each(KINDS)("the literal commands of VERIFY.md deny evidence changed under a %s key", async (kind) => {
  await using root = await temporaryFolder();
  const key = newKey(kind);
  const { folder } = await writtenRun(root.path, key);
  const file = path.join(folder, "evidence.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"critical"', '"high"'));

  const { code, output } = await commandsOfTheGuide(folder, { kind, pem: key.publicPem, root: root.path });

  expect(code).not.toBe(0);
  expect(output).toContain("evidence.json: FAILED");
});

test.each(KINDS)("the literal commands of VERIFY.md deny a run of another %s key", async (kind) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, newKey(kind));

  const { code, output } = await commandsOfTheGuide(folder, {
    kind,
    pem: newKey(kind).publicPem,
    root: root.path,
  });

  expect(code).not.toBe(0);
  expect(output).not.toContain("evidence.json: OK");
});

test.each(KINDS)("our verifier confirms the same run of a %s key", async (kind) => {
  await using root = await temporaryFolder();
  const key = newKey(kind);
  const { folder } = await writtenRun(root.path, key, { largest: 1 });

  const verdict = await verifyRun(await readRunFolder(folder), { keys: [publicKey(key.publicPem)] });

  expect(verdict.findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(verdict.isGenuine).toBe(true);
  expect(verdict.run?.signedBy).toBe(key.fingerprint);
  expect(verdict.run?.evidence?.collectedAt).toBe(evidenceOf().collectedAt);
});

test("the fingerprint that the guide prints is the one that keygen prints", async () => {
  await using root = await temporaryFolder();
  const key = newKey();
  await writeFile(path.join(root.path, "signing-key.pub.pem"), key.publicPem);

  const { output } = await shell(blockWith("outform DER"), { cwd: root.path, env: {} });

  expect(output).toContain(key.fingerprint);
});

test("cosign confirms a run by the command of VERIFY.md", async ({ skip }) => {
  const cosign = await shell("cosign version", { cwd: ".", env: {} });
  if (cosign.code !== 0) skip("cosign is not installed");
  await using root = await temporaryFolder();
  const key = newKey();
  const { folder } = await writtenRun(root.path, key);
  await writeFile(path.join(folder, "signing-key.pub.pem"), key.publicPem);

  const { code, output } = await shell(blockWith("cosign "), { cwd: folder, env: {} });

  expect(output).toContain("Verified OK");
  expect(code).toBe(0);
});

interface Shell {
  readonly code: number;
  readonly output: string;
}

/** The block of the guide with openssl; for Ed25519 with the line replaced as it says. */
async function commandsOfTheGuide(
  folder: string,
  { kind, pem, root }: { readonly kind: (typeof KINDS)[number]; readonly pem: string; readonly root: string },
): Promise<Shell> {
  const key = path.join(root, "given by the signer.pem");
  await writeFile(key, pem);
  const block = blockWith("DSSEv1");
  const lines = block.split("\n");
  const replaced = lines.map((line) => (line.includes("openssl dgst") ? blockWith("pkeyutl").trim() : line));
  return shell((kind === "P-256" ? lines : replaced).join("\n"), { cwd: folder, env: { KEY: key } });
}

function blockWith(command: string): string {
  const blocks = Array.from(verifyGuide().matchAll(/```sh\n([\s\S]*?)```/g), ([, block = ""]) => block);
  const found = blocks.find((block) => block.includes(command));
  if (found === undefined) throw new Error(`the guide has no block with ${command}`);
  return found;
}

async function shell(
  script: string,
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Shell> {
  return new Promise((resolve) => {
    const child = execFile(
      "bash",
      ["-c", script],
      { cwd, env: { ...process.env, ...env } },
      (_, stdout, stderr) => resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    );
  });
}
