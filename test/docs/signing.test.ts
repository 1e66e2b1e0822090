import { execFile } from "node:child_process";
import { createPublicKey, sign } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { dsse } from "@sigstore/core";
import { expect, test } from "vitest";

import { diskFiles } from "../../src/platform/disk.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { Statement, makeStatement } from "../../src/bundle/statement.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { evidenceOf, newKey, writtenRun } from "../support/evidence.ts";
import { ROOT } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";

const PAGE = path.join(ROOT, "docs/signing.md");

test.each([
  ["one file", undefined],
  ["records beside it", 2000],
])(
  "the statement that the page has jq write for a vault is the one that we would sign, with %s",
  async (_, largest) => {
    await using root = await temporaryFolder();
    const evidence = evidenceOf();
    const { folder } = await writtenRun(root.path, newKey(), {
      evidence,
      ...(largest === undefined ? {} : { largest }),
    });
    await promisify(execFile)("sh", ["-euc", (await script()) ?? "exit 9"], { cwd: folder });

    const written = JSON.parse(await readFile(path.join(folder, "statement.json"), "utf8"));
    const assurance = { signing: "key", timestamp: false, log: false } as const;
    const files = evidenceFiles(evidence, largest);
    const { subject, ...rest } = makeStatement(evidence, { files, tail: null, assurance });
    // In which order the files stand does not matter to anybody.
    expect(Statement.parse(written)).toEqual({ subject: subject.toSorted(byName), ...rest });
  },
);

function byName(one: { readonly name: string }, other: { readonly name: string }): number {
  return one.name < other.name ? -1 : 1;
}

test("what a vault signs of it verifies as any other run", async () => {
  await using root = await temporaryFolder();
  const key = newKey();
  const { folder } = await writtenRun(root.path, newKey());
  await promisify(execFile)("sh", ["-euc", (await script()) ?? "exit 9"], { cwd: folder });
  const statement = path.join(folder, "statement.json");

  await writeFile(path.join(folder, BUNDLE_NAME), signedElsewhere(await readFile(statement), key));
  await rm(statement);

  const trusted = { key: createPublicKey(key.publicPem), fingerprint: key.fingerprint };
  const { isGenuine, findings } = await verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [trusted],
  });
  expect(findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(isGenuine).toBe(true);
});

/** A bundle over these very bytes, as cosign writes it. */
function signedElsewhere(statement: Buffer, { privateKey, fingerprint }: SigningKey): string {
  const payloadType = "application/vnd.in-toto+json";
  const signature = sign("sha256", dsse.preAuthEncoding(payloadType, statement), privateKey);
  return JSON.stringify({
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: Buffer.from(fingerprint, "hex").toString("base64") } },
    dsseEnvelope: {
      payload: statement.toString("base64"),
      payloadType,
      signatures: [{ sig: signature.toString("base64") }],
    },
  });
}

/** The script that writes the statement. */
async function script(): Promise<string | undefined> {
  return (await blocks()).find((block) => block.startsWith("for F") && block.includes("statement.json"));
}

async function blocks(): Promise<readonly string[]> {
  const page = await readFile(PAGE, "utf8");
  return [...page.matchAll(/^```sh\n(.*?)^```$/gms)].map(([, block = ""]) => block);
}
