import { createHash, sign } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { diskFiles } from "../../src/platform/disk.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { BUNDLE_NAME } from "../../src/evidence/files/evidence-files.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import type { RunVerdict } from "../../src/verify/run/verdict.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { newKey } from "./evidence.ts";

/** The key that signs the runs of these tests, and one that does not. */
export const SIGNER = newKey();
export const STRANGER = newKey();

/** What somebody does to a genuine run; `root` is a folder for the rest of it. */
export type Alter = (scene: { readonly folder: string; readonly root: string }) => Promise<unknown>;

/** Replaces text of the statement and signs it with the real key. */
export function restating(from: string | RegExp, to: string): Alter {
  return async ({ folder }) => restated(folder, SIGNER, (text) => text.replace(from, to));
}

/** Alters members of the bundle. */
export function rebundling(alter: (bundle: LooseBundle) => void): Alter {
  return async ({ folder }) => alteredBundle(folder, alter);
}

/** Replaces text of the evidence, as the holder of the key could: the statement names its new digest. */
export function rewriting(from: string | RegExp, to: string): Alter {
  return async ({ folder }) => {
    const file = path.join(folder, "evidence.json");
    const before = digest(await readFile(file));
    await altered(file, (text) => text.replace(from, () => to));
    const after = digest(await readFile(file));
    await restated(folder, SIGNER, (text) => text.replace(before, after));
  };
}

/** Replaces text of the policy, and of the evidence, as the holder of the key could: the statement names the new digests. */
export function repolicing(from: string | RegExp, to: string, inEvidence?: (text: string) => string): Alter {
  return async ({ folder }) => {
    const [policy, evidence] = [path.join(folder, "policy.json"), path.join(folder, "evidence.json")];
    const before = [digest(await readFile(policy)), digest(await readFile(evidence))] as const;
    await altered(policy, (text) => text.replace(from, () => to));
    const swapped = digest(await readFile(policy));
    if (inEvidence !== undefined) {
      await altered(evidence, (text) => inEvidence(text.replace(before[0], swapped)));
    }
    const after = digest(await readFile(evidence));
    await restated(folder, SIGNER, (text) => text.replace(before[0], swapped).replace(before[1], after));
  };
}

function digest(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** A bundle, as far as tests alter it. */
export interface LooseBundle {
  mediaType: string;
  verificationMaterial: { publicKey: { hint: string }; [more: string]: unknown };
  dsseEnvelope: { payload: string; payloadType: string; signatures: { sig: string; keyid: string }[] };
  [more: string]: unknown;
}

/** Rewrites a file of the run as text. */
export async function altered(file: string, alter: (text: string) => string): Promise<void> {
  const before = await readFile(file, "utf8");
  const after = alter(before);
  if (after === before) throw new Error(`${path.basename(file)} would not be altered`);
  await writeFile(file, after);
}

/** Rewrites the bundle of the run. */
export async function alteredBundle(folder: string, alter: (bundle: LooseBundle) => void): Promise<void> {
  await altered(path.join(folder, BUNDLE_NAME), (text) => {
    const bundle: LooseBundle = JSON.parse(text);
    alter(bundle);
    return JSON.stringify(bundle);
  });
}

/** Signs a payload with the real key, as somebody who holds it could. */
export async function resigned(
  folder: string,
  key: SigningKey,
  { payload, type = "application/vnd.in-toto+json" }: { readonly payload: string; readonly type?: string },
): Promise<void> {
  const bytes = Buffer.from(payload);
  const head = `DSSEv1 ${Buffer.byteLength(type)} ${type} ${bytes.length} `;
  const sig = sign("sha256", Buffer.concat([Buffer.from(head), bytes]), key.privateKey).toString("base64");
  await alteredBundle(folder, ({ dsseEnvelope }) => {
    dsseEnvelope.payload = bytes.toString("base64");
    dsseEnvelope.payloadType = type;
    dsseEnvelope.signatures = [{ sig, keyid: "" }];
  });
}

/** The bundle of the run. */
export async function looseBundle(folder: string): Promise<LooseBundle> {
  return JSON.parse(await readFile(path.join(folder, BUNDLE_NAME), "utf8"));
}

/** The text of the statement in the bundle. */
export async function statementText(folder: string): Promise<string> {
  const { dsseEnvelope } = await looseBundle(folder);
  return Buffer.from(dsseEnvelope.payload, "base64").toString();
}

/** Alters what the statement says and signs it again with the real key. */
export async function restated(
  folder: string,
  key: SigningKey,
  alter: (text: string) => string,
): Promise<void> {
  const before = await statementText(folder);
  const after = alter(before);
  if (after === before) throw new Error("the statement would not be altered");
  await resigned(folder, key, { payload: after });
}

/** What our verifier says of the folder, trusting these keys. */
export async function verdictOn(folder: string, ...keys: readonly SigningKey[]): Promise<RunVerdict> {
  return verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: keys.map(({ publicPem }) => readVerifyingKey(publicPem)),
  });
}
