import { spawnSync } from "node:child_process";
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { generateSigningKey, readSigningKey } from "../../src/sign/signing-key.ts";
import { Failure } from "../../src/failure.ts";
import { temporaryFolder } from "../support/temp.ts";

const pkcs8 = { type: "pkcs8", format: "pem" } as const;
const spki = { type: "spki", format: "pem" } as const;
const p256 = generateKeyPairSync("ec", { namedCurve: "P-256" });
const plain = p256.privateKey.export(pkcs8).toString();
const encrypted = p256.privateKey
  .export({ ...pkcs8, cipher: "aes-256-cbc", passphrase: "open sesame" })
  .toString();
const fingerprint = createHash("sha256")
  .update(p256.publicKey.export({ type: "spki", format: "der" }))
  .digest("hex");

test.each([
  ["as it is", plain],
  ["with blanks around it", `\n  ${plain}\n\n`],
  ["with \\n written out", plain.replaceAll("\n", String.raw`\n`)],
  ["with Windows line ends", plain.replaceAll("\n", "\r\n")],
  ["as base64 of the whole", Buffer.from(plain).toString("base64")],
  [
    "as base64 in lines",
    Buffer.from(plain)
      .toString("base64")
      .replaceAll(/(.{64})/g, "$1\n"),
  ],
  ["in SEC1 form", p256.privateKey.export({ type: "sec1", format: "pem" }).toString()],
])("a P-256 key is read %s", (_, text) => {
  expect(readSigningKey(text, null).fingerprint).toBe(fingerprint);
});

test("an Ed25519 key is read", () => {
  const pair = generateKeyPairSync("ed25519");

  const key = readSigningKey(pair.privateKey.export(pkcs8).toString(), null);

  expect(key.publicPem).toBe(pair.publicKey.export(spki).toString());
});

test("an encrypted key opens with its passphrase", () => {
  expect(readSigningKey(encrypted, "open sesame").fingerprint).toBe(fingerprint);
});

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const p384 = generateKeyPairSync("ec", { namedCurve: "P-384" });

test.each([
  ["P-384", p384.privateKey.export(pkcs8).toString(), "is P-384, which not every verifier can check"],
  ["RSA", rsa.privateKey.export(pkcs8).toString(), "is RSA, which not every verifier can check"],
  [
    "Ed448",
    generateKeyPairSync("ed448").privateKey.export(pkcs8).toString(),
    "is ED448, which not every verifier can check",
  ],
  ["a public key", p256.publicKey.export(spki).toString(), "is a public key or certificate"],
  [
    "a certificate",
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "is a public key or certificate",
  ],
  [
    "a key of cosign",
    "-----BEGIN ENCRYPTED SIGSTORE PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED SIGSTORE PRIVATE KEY-----",
    "is in cosign's own format",
  ],
  ["damaged", plain.replace(/\n[^-]{20}/, "\n"), "cannot be read"],
  ["cut off", plain.slice(0, 100), "cannot be read"],
  ["a word", "correct-horse-battery-staple", "is not a private key in PEM form"],
  ["encrypted without a passphrase", encrypted, "is encrypted and there is no passphrase"],
])("a signing key that is %s is refused in a sentence that repeats nothing of it", (_, text, sentence) => {
  const failure = refusal(() => readSigningKey(text, null));

  expect(failure.message).toBe(`signing-key ${sentence}`);
  expect(failure.hint).toBeTruthy();
  for (const line of text.split("\n").filter((each) => !each.startsWith("-----") && each.length > 8)) {
    expect(`${failure.message} ${failure.hint ?? ""}`).not.toContain(line);
  }
});

test("a wrong passphrase is named, and neither it nor the key repeated", () => {
  const failure = refusal(() => readSigningKey(encrypted, "close sesame"));

  expect(failure.message).toBe("signing-key does not open with its passphrase");
  expect(failure.hint).not.toContain("sesame");
});

test("a key in OpenSSH's own format is refused", async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, "key");
  const made = spawnSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", file]);
  const text =
    made.status === 0
      ? await readFile(file, "utf8")
      : "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk=\n-----END OPENSSH PRIVATE KEY-----\n";

  expect(refusal(() => readSigningKey(text, null)).message).toBe("signing-key is in OpenSSH's own format");
});

test.each([null, "open sesame"])("a generated key signs, its passphrase being %j", (passphrase) => {
  const made = generateSigningKey(passphrase);

  expect(made.privatePem.includes("ENCRYPTED")).toBe(passphrase !== null);
  expect(readSigningKey(made.privatePem, passphrase).fingerprint).toBe(made.fingerprint);
  expect(readVerifyingKey(made.publicPem).fingerprint).toBe(made.fingerprint);
  expect(
    createPrivateKey({ key: made.privatePem, passphrase: passphrase ?? "" }).asymmetricKeyDetails,
  ).toEqual({
    namedCurve: "prime256v1",
  });
});

test.each([
  ["a private key", plain, "the key to verify with is a private key"],
  ["no PEM", "signing-key.pub.pem", "the key to verify with is not a public key in PEM form"],
  ["nothing", "", "the key to verify with is not a public key in PEM form"],
  ["P-384", p384.publicKey.export(spki).toString(), "the key to verify with is P-384"],
  ["RSA", rsa.publicKey.export(spki).toString(), "the key to verify with is RSA"],
])("a key to verify with that is %s is refused", (_, text, sentence) => {
  expect(refusal(() => readVerifyingKey(text)).message).toContain(sentence);
});

test("the fingerprint is sha256 of the public key's DER", () => {
  const { key } = readVerifyingKey(p256.publicKey.export(spki).toString());

  expect(createPublicKey(p256.privateKey).equals(key)).toBe(true);
  expect(readVerifyingKey(p256.publicKey.export(spki).toString()).fingerprint).toBe(fingerprint);
});

function refusal(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Failure && error.code === "input") return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
