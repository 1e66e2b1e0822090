import { createPublicKey, generateKeyPairSync, sign, X509Certificate } from "node:crypto";

import { expect, test } from "vitest";

import { readPublicKeyInfo } from "../../../src/browser/node/der.ts";
import {
  createPublicKey as createPageKey,
  verify,
  X509Certificate as PageCertificate,
} from "../../../src/browser/node/node-crypto.ts";
import { sigstoreWorld } from "../../support/sigstore-world.ts";

const ED25519 = generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "der" });
const P256 = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey.export({
  type: "spki",
  format: "der",
});

/** The key with its outer members changed, the outer length as it then is. */
function spki(algorithm: string, rest: string): Buffer {
  const inside = Buffer.from(algorithm + rest, "hex");
  return Buffer.concat([Buffer.from([0x30, inside.length]), inside]);
}

const BITS = ED25519.toString("hex").slice(-70);

test.each([
  ["an Ed25519 key", ED25519, true],
  ["a P-256 key", P256, true],
  ["an Ed25519 key with parameters of NULL", spki("300706032b65700500", BITS), false],
  ["an Ed25519 key with a member more", spki("300506032b6570", `${BITS}0500`), false],
  ["bytes after the key", Buffer.concat([ED25519, Buffer.from([0])]), false],
  [
    "a length that is written too long",
    Buffer.concat([Buffer.from([0x30, 0x81]), ED25519.subarray(1)]),
    false,
  ],
])("the page takes a key only in the one form of it: %s", (_, der, isKey) => {
  const read = (): unknown => readPublicKeyInfo(der);
  const readByNode = (): unknown => createPublicKey({ key: der, format: "der", type: "spki" });

  expect(outcomeOf(read)).toBe(isKey);
  // Node takes what follows a key and a long length, and writes the key in its own way again.
  expect(outcomeOf(readByNode) || !isKey).toBe(true);
});

/** An element of DER that is long. */
function element(tag: number, content: Uint8Array): Buffer {
  const lengthBytes = content.length < 0x1_0000 ? 2 : 3;
  const head = Buffer.alloc(2 + lengthBytes);
  head.writeUInt8(tag, 0);
  head.writeUInt8(0x80 + lengthBytes, 1);
  head.writeUIntBE(content.length, 2, lengthBytes);
  return Buffer.concat([head, content]);
}

/** An RSA key of numbers of so many bytes. */
function rsaKey(modulus: number, exponent: number): Buffer {
  const number = (bytes: number): Buffer => element(2, Buffer.alloc(bytes, 0x7f));
  const numbers = element(0x30, Buffer.concat([number(modulus), number(exponent)]));
  const algorithm = Buffer.from("300d06092a864886f70d0101010500", "hex");
  return element(0x30, Buffer.concat([algorithm, element(3, Buffer.concat([Buffer.alloc(1), numbers]))]));
}

/** The certificate of a test's own authority, and the same with another tag around what it signs. */
const { rootCertificate: ROOT } = (await sigstoreWorld()).authorities.ca;

test.each([
  ["whole", 0, 0x30],
  ["signed part", 4, 0x30],
])("a certificate whose %s has another tag is none, as in Node", (_, at, tag) => {
  const der = Buffer.from(new Uint8Array(ROOT.buffer, ROOT.byteOffset, ROOT.byteLength));
  expect(der[at]).toBe(tag);
  expect(outcomeOf(() => new PageCertificate(der))).toBe(true);
  expect(outcomeOf(() => new X509Certificate(der))).toBe(true);

  der[at] = 0x31;

  expect(outcomeOf(() => new PageCertificate(der))).toBe(false);
  expect(outcomeOf(() => new X509Certificate(der))).toBe(false);
});

test.each([
  ["modulus", 200_000, 70_000],
  ["exponent", 2000, 70_000],
])("a certificate's key with a huge %s does not keep the page busy", (_, modulus, exponent) => {
  const key = createPageKey({ key: rsaKey(modulus, exponent), format: "der", type: "spki" });

  expect(verify("sha256", Buffer.from("x"), key, Buffer.alloc(modulus, 1))).toBe(false);
});

test("an RSA key of a real authority verifies as in Node", () => {
  const pair = generateKeyPairSync("rsa", { modulusLength: 4096 });
  const signature = sign("sha256", Buffer.from("x"), pair.privateKey);
  const key = createPageKey(pair.publicKey.export({ type: "spki", format: "pem" }).toString());

  expect(verify("sha256", Buffer.from("x"), key, signature)).toBe(true);
  expect(verify("sha256", Buffer.from("y"), key, signature)).toBe(false);
});

function outcomeOf(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
