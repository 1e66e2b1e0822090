import { anything, assert, json, property } from "fast-check";
import { expect, test } from "vitest";

import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { catchFailure } from "../../../src/failure.ts";
import { readKeysFile, ensureDistinctKeys } from "../../../src/verify/trust/keys-file.ts";
import { SIGNER, STRANGER } from "../../support/tampering.ts";

const pem = SIGNER.publicPem;
const read = (value: unknown) => readKeysFile(Buffer.from(JSON.stringify(value)), "keys.json");
/** The keys in the bytes, or a foreseen failure. */
const judged = (bytes: Uint8Array) => catchFailure(() => readKeysFile(bytes, "keys.json"));

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
  expect(catchFailure(() => read(value))).toMatchObject({
    code: "input",
    message: expect.stringMatching(/^the keys file keys\.json cannot be used:/),
  });
  expect(() => read(value)).toThrow(sentence);
});

test("all problems of a keys file are named at once", () => {
  expect(() => read([{ pem: "x" }, { pem: "y" }])).toThrow(/key 0: [^]*key 1: /);
});

test("whatever a file holds, it is keys or a sentence", () => {
  assert(
    property(json(), (text) => {
      expect(() => judged(Buffer.from(text))).not.toThrow();
    }),
  );
  assert(
    property(anything(), (value) => {
      expect(() => judged(Buffer.from(JSON.stringify([value])))).not.toThrow();
    }),
  );
  for (const hostile of ["[".repeat(900_000), " ".repeat(1_000_001), '{"a":1,"a":2}', "\u00ff"]) {
    expect(judged(Buffer.from(hostile, "latin1"))).toMatchObject({ code: "input" });
  }
});

test("a key that is given twice is refused, for two windows could not both hold", () => {
  const key = readVerifyingKey(pem);

  expect(() => ensureDistinctKeys([key, ...read([{ pem }])])).toThrow(
    `the key ${SIGNER.fingerprint} is given twice`,
  );
});
