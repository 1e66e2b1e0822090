import { createPublicKey, generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";

import { readPublicKeyInfo } from "../../src/browser/der.ts";

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

function outcomeOf(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
