import { anything, assert, json, property } from "fast-check";
import { expect, test } from "vitest";

import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { Failure } from "../../../src/failure.ts";
import { readKeysFile, ensureDistinctKeys } from "../../../src/verify/trust/keys-file.ts";
import { SIGNER, STRANGER } from "../../support/tampering.ts";

const pem = SIGNER.publicPem;
const read = (value: unknown) => readKeysFile(Buffer.from(JSON.stringify(value)), "keys.json");

function failureOf(step: () => unknown): Failure {
  try {
    step();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error("nothing failed");
}

test("a keys file names keys, each with the time in which it was in force", () => {
  const keys = read([
    { pem },
    {
      name: "2025",
      pem: STRANGER.publicPem,
      "not-before": "2025-01-01T00:00:00Z",
      "not-after": "2026-01-01T00:00:00Z",
      "revoked-at": "2025-06-01T00:00:00Z",
    },
  ]);

  expect(keys.map(({ fingerprint, window }) => ({ fingerprint, window }))).toEqual([
    { fingerprint: SIGNER.fingerprint, window: { notBefore: null, notAfter: null, revokedAt: null } },
    {
      fingerprint: STRANGER.fingerprint,
      window: {
        notBefore: new Date("2025-01-01T00:00:00Z"),
        notAfter: new Date("2026-01-01T00:00:00Z"),
        revokedAt: new Date("2025-06-01T00:00:00Z"),
      },
    },
  ]);
});

test.each<readonly [string, unknown, sentence: string]>([
  ["no list", { pem }, "the whole: "],
  ["no key", [], "the whole: "],
  ["an unknown member", [{ pem, "valid-until": "2026-01-01T00:00:00Z" }], "valid-until"],
  ["a day for an instant", [{ pem, "not-after": "2026-01-01" }], "0.not-after: is not a time such as"],
  ["another zone", [{ pem, "not-after": "2026-01-01T00:00:00+01:00" }], "0.not-after: is not a time such as"],
  ["a time that is none", [{ pem, "not-after": "soon" }], "0.not-after: is not a time such as"],
  [
    "no PEM",
    [{ pem: "signing-key.pub.pem" }],
    "key 0: the key to verify with is not a public key in PEM form",
  ],
  [
    "a private key",
    [{ pem: "-----BEGIN PRIVATE KEY-----" }],
    "key 0: the key to verify with is a private key",
  ],
  [
    "a window that ends before it begins",
    [{ name: "old", pem, "not-before": "2026-01-01T00:00:00Z", "not-after": "2025-01-01T00:00:00Z" }],
    "old: not-before is not before not-after",
  ],
])("a keys file with %s is refused", (_, value, sentence) => {
  const { code, message } = failureOf(() => read(value));

  expect(code).toBe("input");
  expect(message).toContain("the keys file keys.json cannot be used:");
  expect(message).toContain(sentence);
});

test("all problems of a keys file are told at once", () => {
  const { message } = failureOf(() => read([{ pem: "x" }, { pem: "y" }]));

  expect(message).toMatch(/key 0: [^]*key 1: /);
});

/** Whether it is keys or a foreseen failure. */
function isJudged(bytes: Uint8Array): boolean {
  try {
    return readKeysFile(bytes, "keys.json").length > 0;
  } catch (error) {
    return error instanceof Failure;
  }
}

test("whatever a file holds, it is keys or a sentence", () => {
  assert(
    property(json(), (text) => {
      expect(isJudged(Buffer.from(text))).toBe(true);
    }),
  );
  assert(
    property(anything(), (value) => {
      expect(isJudged(Buffer.from(JSON.stringify([value])))).toBe(true);
    }),
  );
  for (const hostile of ["[".repeat(900_000), " ".repeat(1_000_001), '{"a":1,"a":2}', "\u00ff"]) {
    expect(failureOf(() => readKeysFile(Buffer.from(hostile, "latin1"), "keys.json")).code).toBe("input");
  }
});

test("a key that is given twice is refused, for two windows could not both hold", () => {
  const key = readVerifyingKey(pem);

  expect(failureOf(() => ensureDistinctKeys([key, ...read([{ pem }])])).message).toBe(
    `the key ${SIGNER.fingerprint} is given twice`,
  );
});
