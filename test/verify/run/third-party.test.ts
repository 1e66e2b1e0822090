import { execFile } from "node:child_process";
import { appendFile, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { describe, expect, test, type TestContext } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { keySigner } from "../../../src/sign/attest.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { statementSigner } from "../../../src/sign/signing.ts";
import { verifyGuide } from "../../../src/report/verify-guide.ts";
import { readRunFolder } from "../../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { cosignFolder } from "../../support/cosign.ts";
import { evidenceOf, newKey, writtenRun } from "../../support/evidence.ts";
import { clock, evidenceAt, sealedRun, WORKFLOW, workflowSigner } from "../../support/sealed-run.ts";
import { sigstoreWorld } from "../../support/sigstore-world.ts";
import { rebundling } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const KINDS = ["P-256", "Ed25519"] as const;
const WORLD = await sigstoreWorld();
const GIVEN = "given by others";

test.each(KINDS)("the literal commands of VERIFY.md confirm a run signed by a %s key", async (kind) => {
  await using root = await temporaryFolder();
  const key = newKey(kind);
  const { folder } = await writtenRun(root.path, key, { largest: 1 });

  const { code, output } = await byKey(folder, { kind, pem: key.publicPem, root: root.path });

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
  await edited(folder);

  const { code, output } = await byKey(folder, { kind, pem: key.publicPem, root: root.path });

  expect(code).not.toBe(0);
  expect(output).toContain("evidence.json: FAILED");
});

test.each(KINDS)("the literal commands of VERIFY.md deny a run of another %s key", async (kind) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, newKey(kind));

  const { code, output } = await byKey(folder, { kind, pem: newKey(kind).publicPem, root: root.path });

  expect(code).not.toBe(0);
  expect(output).not.toContain("evidence.json: OK");
});

test("the literal commands of VERIFY.md confirm when a key signed", async () => {
  await using root = await temporaryFolder();
  const key = newKey();
  const folder = await sealedRun(
    root.path,
    evidenceAt(WORLD.now),
    statementSigner(keySigner(key), { witnesses: [clock(WORLD)] }),
  );

  const { code, output } = await commands([TAKEN_APART, TIME, FILES], { folder, root: root.path });

  expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("Verification: OK") });
  expect(Date.parse(output.split("\n").find((line) => line.endsWith("GMT")) ?? "")).toBe(WORLD.now.getTime());
});

test("the literal commands of VERIFY.md deny the time of another signature, and of another authority", async () => {
  await using root = await temporaryFolder();
  const other = await sigstoreWorld();
  const seal = statementSigner(keySigner(newKey()), { witnesses: [clock(other)] });
  const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);
  const foreign = await commands([TAKEN_APART, TIME], { folder, root: root.path });
  await rebundling(({ verificationMaterial }) => {
    verificationMaterial["timestampVerificationData"] = { rfc3161Timestamps: [{ signedTimestamp: TOKEN }] };
  })({ folder, root: root.path });

  const moved = await commands([TAKEN_APART, TIME], { folder, root: root.path });

  for (const { code, output } of [foreign, moved]) {
    expect(code).not.toBe(0);
    expect(output).not.toContain("Verification: OK");
  }
});

const TOKEN = (await WORLD.stamp(Buffer.from("another signature"))).toString("base64");

test("the literal commands of VERIFY.md confirm a keyless run, by certificate and time", async () => {
  await using root = await temporaryFolder();
  const seal = statementSigner(workflowSigner(WORLD), { witnesses: [clock(WORLD)] });
  const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);

  const { code, output } = await commands([TAKEN_APART, KEYLESS, TIME, CERTIFICATE, FILES], {
    folder,
    root: root.path,
  });

  expect({ code, output }).toMatchObject({ code: 0 });
  for (const shown of [
    "Verified OK",
    `URI:${WORKFLOW.identity}`,
    WORKFLOW.repositoryId,
    WORKFLOW.run,
    "leaf.pem: OK",
  ]) {
    expect(output).toContain(shown);
  }
  expect(output).toContain("evidence.json: OK");
});

test("the literal commands of VERIFY.md deny a certificate of somebody else's authority, or after its minutes", async () => {
  await using root = await temporaryFolder();
  const [forger, late] = [await sigstoreWorld(), new Date(WORLD.now.getTime() + 20 * 60_000)];
  const seals = [
    statementSigner(workflowSigner(forger), { witnesses: [clock(WORLD)] }),
    statementSigner(workflowSigner(WORLD), { witnesses: [clock(WORLD, late)] }),
  ];

  for (const [index, seal] of seals.entries()) {
    const folder = await sealedRun(path.join(root.path, `${index}`), evidenceAt(WORLD.now), seal);
    const { code, output } = await commands([TAKEN_APART, KEYLESS, TIME, CERTIFICATE], {
      folder,
      root: root.path,
    });
    expect(code).not.toBe(0);
    expect(output).not.toContain("leaf.pem: OK");
  }
});

test.each(KINDS)("our verifier confirms the same run of a %s key", async (kind) => {
  await using root = await temporaryFolder();
  const key = newKey(kind);
  const { folder } = await writtenRun(root.path, key, { largest: 1 });

  const verdict = await verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [readVerifyingKey(key.publicPem)],
  });

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

const TAMPERED = ["as it is", "with another records file"] as const;

describe.for(["3", "2.5"] as const)("cosign %s", (version) => {
  /** What 2.5 needs beside it, as the guide says. */
  const forThis = (block: string): string =>
    version === "3"
      ? block
      : block.replace(
          "verify-blob-attestation",
          block.includes("--trusted-root")
            ? "verify-blob-attestation --new-bundle-format"
            : "verify-blob-attestation --new-bundle-format --trusted-root trusted_root.json",
        );

  test.for(TAMPERED)(
    "checks every file of a run by the commands of VERIFY.md, %s",
    async (state, context) => {
      const cosign = await needsCosign(version, context);
      await using root = await temporaryFolder();
      const key = newKey();
      const { folder } = await writtenRun(root.path, key, { largest: 1 });
      await writeFile(path.join(folder, "signing-key.pub.pem"), key.publicPem);
      await writeFile(path.join(folder, "trusted_root.json"), WORLD.trustedRoot);
      const names = (await readdir(folder)).filter((name) => name.startsWith("records-"));
      expect(names.length).toBeGreaterThan(0);
      if (state !== "as it is") await appendFile(path.join(folder, names[0] ?? ""), "\n");

      const command = `${blockWith("each()")}${forThis(blockWith("--insecure-ignore-tlog\n"))}`;
      const { code, output } = await shell(command, { cwd: folder, env: cosign });

      const isSound = state === "as it is";
      const verified = output.match(/Verified OK/g)?.length ?? 0;
      expect([code === 0, verified === names.length + 1]).toEqual([isSound, isSound]);
    },
  );

  test("confirms a run and its timestamp by the commands of VERIFY.md", async (context) => {
    const cosign = await needsCosign(version, context);
    await using root = await temporaryFolder();
    const key = newKey();
    const seal = statementSigner(keySigner(key), { witnesses: [clock(WORLD)] });
    const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);
    await writeFile(path.join(folder, "signing-key.pub.pem"), key.publicPem);
    await writeFile(path.join(folder, "trusted_root.json"), WORLD.trustedRoot);

    const command = `${blockWith("each()")}${forThis(blockWith("--use-signed-timestamps --trusted-root trusted_root.json\n"))}`;
    const { code, output } = await shell(command, { cwd: folder, env: cosign });

    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("Verified OK") });
  });

  test("confirms a keyless run by the commands of VERIFY.md", async (context) => {
    const cosign = await needsCosign(version, context);
    await using root = await temporaryFolder();
    const seal = statementSigner(workflowSigner(WORLD), { witnesses: [clock(WORLD)] });
    const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);
    await writeFile(path.join(folder, "trusted_root.json"), WORLD.trustedRoot);

    const command = `${blockWith("each()")}${forThis(blockWith("--certificate-identity"))}`;
    const { code, output } = await shell(command, {
      cwd: folder,
      env: { ...cosign, WORKFLOW: WORKFLOW.identity },
    });

    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("Verified OK") });
  });
});

/** The surroundings with that cosign first. Skips where it cannot be had. */
async function needsCosign(
  version: "3" | "2.5",
  { skip }: TestContext,
): Promise<Readonly<Record<string, string>>> {
  const folder = await cosignFolder(version);
  if (folder !== null) return { PATH: `${folder}:${process.env["PATH"] ?? ""}`, HOME: folder };
  process.stderr.write(`skipped: cosign ${version} cannot be had here\n`);
  return skip(`cosign ${version} cannot be had here`);
}

interface Shell {
  readonly code: number;
  readonly output: string;
}

/** A word of each block of the guide, in its order. */
const TAKEN_APART = "DSSEv1";
const SIGNED = { "P-256": '-verify "$KEY"', Ed25519: "pkeyutl" } as const;
const KEYLESS = "leaf.pub";
const TIME = "openssl ts";
const CERTIFICATE = "authorities.pem";
const FILES = "sha256sum -c";

/** The blocks of the guide with these words, in one shell that ends where one of them fails. */
async function commands(
  words: readonly string[],
  {
    folder,
    root,
    env = {},
  }: { readonly folder: string; readonly root: string; readonly env?: Record<string, string> },
): Promise<Shell> {
  const trusted = path.join(root, "trusted roots.jsonl");
  await writeFile(trusted, `${WORLD.trustedRoot}\n`);
  const script = ["set -eo pipefail", ...words.map(blockWith)].join("\n");
  return shell(script, { cwd: folder, env: { ROOT: trusted, ...env } });
}

async function byKey(
  folder: string,
  { kind, pem, root }: { readonly kind: (typeof KINDS)[number]; readonly pem: string; readonly root: string },
): Promise<Shell> {
  const key = path.join(root, `${GIVEN}.pem`);
  await writeFile(key, pem);
  return commands([TAKEN_APART, SIGNED[kind], FILES], { folder, root, env: { KEY: key } });
}

async function edited(folder: string): Promise<void> {
  const file = path.join(folder, "evidence.json");
  await writeFile(file, (await readFile(file, "utf8")).replace('"critical"', '"high"'));
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
