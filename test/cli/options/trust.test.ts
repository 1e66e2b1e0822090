import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { keySigner } from "../../../src/sign/attest.ts";
import { statementSigner, type StatementSigner } from "../../../src/sign/signing.ts";
import { verifyCommand } from "../../../src/cli/commands/verify.ts";
import { parseArguments } from "../../../src/cli/parse-arguments.ts";
import { loadTrust } from "../../../src/config/trust.ts";
import { Failure } from "../../../src/failure.ts";
import { clock, evidenceAt, sealedRun, WORKFLOW, workflowSigner } from "../../support/sealed-run.ts";
import { sigstoreWorld } from "../../support/sigstore-world.ts";
import { SIGNER, STRANGER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

const WORLD = await sigstoreWorld();
const BY_KEY = statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD)] });
const BY_WORKFLOW = statementSigner(workflowSigner(WORLD), { witnesses: [clock(WORLD)] });
const ISSUER = ["--issuer", WORKFLOW.issuer];

/** What `verify` prints and how it ends, over a run so signed and flags that may name files of the auditor. */
async function verified(seal: StatementSigner, flags: readonly string[]) {
  await using root = await temporaryFolder();
  const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);
  const given = await auditorsFiles(root.path);
  const args = [folder, ...flags.map((flag) => given.get(flag) ?? flag)];

  const terminal = new KeptTerminal();
  const code = await verifyCommand.run(parseArguments("verify", { command: verifyCommand, args }), terminal);
  return { code, printed: terminal.printed, remarks: terminal.remarks.join("\n") };
}

/** Files as an auditor keeps them, by the name that a test gives them. */
async function auditorsFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const contents = {
    "signer.pem": SIGNER.publicPem,
    "stranger.pem": STRANGER.publicPem,
    "keys.json": JSON.stringify([{ pem: SIGNER.publicPem, "not-after": "2020-01-01T00:00:00Z" }]),
    "roots.jsonl": `${WORLD.trustedRoot}\n`,
    // As Windows writes them.
    "windows.pem": utf16(SIGNER.publicPem.replaceAll("\n", "\r\n")),
    "windows.json": utf16(JSON.stringify([{ pem: SIGNER.publicPem }])),
    "windows.jsonl": utf16(`${WORLD.trustedRoot}\r\n`),
    "marked.pem": `\ufeff${SIGNER.publicPem}`,
    "marked.jsonl": `\ufeff${WORLD.trustedRoot}\n`,
  };
  for (const [name, text] of Object.entries(contents)) await writeFile(path.join(root, name), text);
  return new Map(Object.keys(contents).map((name) => [name, path.join(root, name)]));
}

test("a key and its trusted root show a run to be genuine, and when it was signed", async () => {
  const { code, printed, remarks } = await verified(BY_KEY, [
    "--key",
    "signer.pem",
    "--trusted-root",
    "roots.jsonl",
  ]);

  expect(code).toBe(0);
  expect(printed).toMatch(/✓ time {8}signed at .* by the clock of https:\/\/tsa\.sigstore\.mock, 0 s after/);
  expect(remarks).toBe("");
});

test.each([
  ["--key", "windows.pem", "windows.jsonl"],
  ["--keys", "windows.json", "windows.jsonl"],
  ["--key", "marked.pem", "marked.jsonl"],
])("%s %s and the root %s are read as Windows writes them", async (flag, key, root) => {
  const { code, remarks } = await verified(BY_KEY, [flag, key, "--trusted-root", root]);

  expect([code, remarks]).toEqual([0, ""]);
});

test("a run that was signed late says so, and when, and is not exit 0", async () => {
  const reason = { code: "signed-late", message: "the key was not there" };
  const later = new Date(WORLD.now.getTime() + 50 * 3_600_000);
  const late = statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD, later)], reason });
  const trust = ["--key", "signer.pem", "--trusted-root", "roots.jsonl"];

  const { code, printed } = await verified(late, trust);
  const json = await verified(late, [...trust, "--json"]);

  const when = `${later.toISOString().slice(0, 19)}Z`;
  expect(code).toBe(3);
  expect(printed).toContain(`Genuine, but signed late, at ${when}: evidence of stream prod`);
  expect(JSON.parse(json.printed)).toMatchObject({ exitCode: 3, signedLate: true, signedAt: when });
});

test("a late run whose time nobody proves is signed late by its own word", async () => {
  const reason = { code: "signed-late", message: "the key was not there" };

  const { code, printed } = await verified(statementSigner(keySigner(SIGNER), { reason }), [
    "--key",
    "signer.pem",
  ]);

  expect(code).toBe(3);
  expect(printed).toContain("Genuine, but signed late, at a time that nothing proves: evidence");
});

test("without a root that knows the clock, time is not proven, and may be required", async () => {
  const lenient = await verified(BY_KEY, ["--key", "signer.pem"]);
  const strict = await verified(BY_KEY, ["--key", "signer.pem", "--require-time"]);

  expect(lenient.code).toBe(0);
  expect(lenient.remarks).toContain("is not proven (the timestamp is of an authority that no given");
  expect(strict.code).toBe(2);
  expect(strict.printed).toContain("Not checked: neither genuine nor a forgery, for the reason above.");
});

test("a keys file says when its keys were in force", async () => {
  const { code, printed } = await verified(BY_KEY, ["--keys", "keys.json", "--trusted-root", "roots.jsonl"]);

  expect(code).toBe(1);
  expect(printed).toMatch(/× key {9}the key [0-9a-f]{64} was in force until 2020-01-01T00:00:00Z/);
});

test.each([
  [["--repository-id", WORKFLOW.repositoryId], 0],
  [["--owner-id", WORKFLOW.ownerId], 0],
  [["--identity", WORKFLOW.identity], 0],
  [["--identity", ".*"], 1],
  [["--repository-id", "7"], 1],
])("a keyless run is held against %j, exit %i", async (flags, exit) => {
  const { code } = await verified(BY_WORKFLOW, [...ISSUER, ...flags, "--trusted-root", "roots.jsonl"]);

  expect(code).toBe(exit);
});

test("the verdict as JSON tells who signed, when, and what was reached", async () => {
  const flags = [
    ...ISSUER,
    "--repository-id",
    WORKFLOW.repositoryId,
    "--trusted-root",
    "roots.jsonl",
    "--json",
  ];

  const { printed } = await verified(BY_WORKFLOW, flags);

  expect(JSON.parse(printed)).toMatchObject({
    verdict: "genuine",
    exitCode: 0,
    signedBy: WORKFLOW.identity,
    signedAt: WORLD.now.toISOString().replace(".000Z", "Z"),
    assurance: { signing: "keyless", timestamp: true, log: false },
    evidenceSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
    statementSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
});

test.each<readonly [readonly string[], sentence: string]>([
  [[], "no key was given, and no identity either"],
  [["--trusted-root", "/nowhere"], "no key was given, and no identity either"],
  [["--key", "/nowhere"], "the key /nowhere cannot be read (ENOENT)"],
  [["--keys", "/nowhere"], "the keys file /nowhere cannot be read (ENOENT)"],
  [[...ISSUER, "--owner-id", "1", "--trusted-root", "/nowhere"], "the trusted root /nowhere cannot be read"],
  [ISSUER, "--issuer alone would trust every workflow of everybody"],
  [["--identity", WORKFLOW.identity], "a keyless identity was given without --issuer"],
  [["--issuer", "", "--identity", "x"], "an empty --issuer, --identity"],
  [[...ISSUER, "--owner-id", ""], "an empty --issuer, --identity"],
])("%j trusts nobody, or by halves, which is a sentence", async (args, sentence) => {
  const given = parseArguments("verify", { command: verifyCommand, args: ["folder", ...args] });

  const outcome = await loadTrust(given).catch((error: unknown) => error);

  expect(outcome).toBeInstanceOf(Failure);
  expect(outcome).toMatchObject({ message: expect.stringContaining(sentence) });
});

test("a key that is given twice is refused", async () => {
  await expect(verified(BY_KEY, ["--key", "signer.pem", "--keys", "keys.json"])).rejects.toThrow(
    "is given twice",
  );
});

/** Text in the UTF-16 of Windows, with its mark. */
function utf16(text: string): Buffer {
  return Buffer.from(`\ufeff${text}`, "utf16le");
}
