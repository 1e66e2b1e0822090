import { createHash, generateKeyPairSync, sign } from "node:crypto";

import { assert, nat, property, tuple } from "fast-check";
import { expect, test } from "vitest";

import { blockReader } from "../../../src/browser/files/block-reader.ts";
import * as page from "../../../src/browser/node/node-crypto.ts";

const BYTES = new Uint8Array(Buffer.from("what was signed"));

test("a digest that the browser took in advance is the one of these bytes, alone or with others", async () => {
  const bytes = new Uint8Array(Buffer.from("evidence"));
  await page.digestAhead(bytes);

  expect(digestOf(bytes)).toBe(createHash("sha256").update("evidence").digest("hex"));
  expect(digestOf(bytes, "more")).toBe(createHash("sha256").update("evidencemore").digest("hex"));
  expect(digestOf("more", bytes)).toBe(createHash("sha256").update("moreevidence").digest("hex"));
  expect(digestOf(bytes, bytes)).toBe(createHash("sha256").update("evidenceevidence").digest("hex"));
  expect(page.hash("sha384", bytes)).toBe(createHash("sha384").update("evidence").digest("hex"));
});

function digestOf(...parts: readonly (string | Uint8Array)[]): unknown {
  const digest = page.createHash("sha256");
  for (const part of parts) digest.update(part);
  return digest.digest("hex");
}

test.for(["P-256", "P-384", "P-521"])(
  "verifying in advance changes no answer about a signature of %s",
  async (curve) => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
    const key = page.createPublicKey(publicKey.export({ type: "spki", format: "pem" }).toString());
    // The first number begins with a zero byte, and so has one byte less, in one of 256 signatures.
    const signatures = Array.from({ length: 40 }, () => sign("sha256", BYTES, privateKey));
    const [right = Buffer.alloc(0)] = signatures;
    const [changed, tooLong] = [Buffer.from(right), Buffer.concat([right, Buffer.from([0])])];
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    // One zero more before the first number, as a signature of P-256 or P-384 has the length in its second byte.
    const padded = Buffer.concat([
      Buffer.from([0x30, (right[1] ?? 0) + 1, 2, (right[3] ?? 0) + 1, 0]),
      right.subarray(4),
    ]);
    const other = sign("sha256", Buffer.from("something else"), privateKey);
    const asked = [...signatures, changed, tooLong, padded, other, Buffer.alloc(0), right.subarray(0, 20)];
    const answers = (): readonly boolean[] =>
      asked.map((signature) => page.verify("sha256", BYTES, key, signature));

    const before = answers();
    await Promise.all(asked.map(async (signature) => page.verifyAhead(key, { bytes: BYTES, signature })));

    expect(answers()).toEqual(before);
    expect(before).toEqual(asked.map((_, index) => index < signatures.length));
  },
);

test("a signature that was verified in advance counts for its key and its bytes only", async () => {
  const [one, two] = [newPair(), newPair()];
  const signature = sign("sha256", BYTES, one.privateKey);
  await page.verifyAhead(one.key, { bytes: BYTES, signature });

  expect(page.verify("sha256", BYTES, one.key, signature)).toBe(true);
  expect(page.verify("sha256", BYTES, two.key, signature)).toBe(false);
  expect(page.verify("sha256", Buffer.from("something else"), one.key, signature)).toBe(false);
  expect(page.verify("sha384", BYTES, one.key, signature)).toBe(false);
});

function newPair() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey,
    key: page.createPublicKey(publicKey.export({ type: "spki", format: "pem" }).toString()),
  };
}

test("parts that are read from blocks are the parts of the file", () => {
  const block = 1024 * 1024;
  const bytes = new Uint8Array(5 * block + 700).map((_, index) => (index * 7 + (index >> 11)) % 251);
  const file = new Blob([bytes]);
  const starts = new Map<Blob, Uint8Array<ArrayBuffer>>();
  const slice = file.slice.bind(file);
  file.slice = (start = 0, end = bytes.length) => {
    const part = slice(start, end);
    starts.set(part, bytes.slice(start, end));
    return part;
  };
  const readPart = blockReader(file, (part) => starts.get(part) ?? new Uint8Array());
  const place = nat(bytes.length);

  assert(
    property(tuple(place, place), ([one, other]) => {
      const [start, end] = [Math.min(one, other), Math.max(one, other)];
      for (const last of [end, Math.min(start + 300, end), end + 100]) {
        expect(Buffer.compare(readPart(start, last), bytes.subarray(start, last))).toBe(0);
      }
    }),
    { numRuns: 50 },
  );
});
