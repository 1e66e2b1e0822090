import { expect, test } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { readKeyFacts } from "../../src/browser/read-question.ts";
import { readKeysFile } from "../../src/verify/trust/keys-file.ts";
import { generateSigningKey, readSigningKey } from "../../src/sign/signing-key.ts";

const { privatePem, publicPem, fingerprint } = generateSigningKey(null);
const locked = generateSigningKey("open sesame");

/** What forms, editors, mail and shells make of a key that somebody pastes. */
const MANGLED: Readonly<Record<string, (pem: string) => string>> = {
  "is as it was": (pem) => pem,
  "is on one line": (pem) => pem.replaceAll("\n", " "),
  "has lost its line breaks": (pem) => pem.replaceAll("\n", ""),
  "is quoted": (pem) => `"${pem.trim()}"`,
  "has single quotes": (pem) => `'${pem.trim()}'`,
  "is indented": (pem) => pem.replaceAll(/^/gm, "    "),
  "is a quoted mail": (pem) => pem.replaceAll(/^/gm, "> "),
  "has the line breaks of Windows": (pem) => pem.replaceAll("\n", "\r\n"),
  "has the line breaks of old Macs": (pem) => pem.replaceAll("\n", "\r"),
  "has \\n written out": (pem) => pem.replaceAll("\n", "\\n"),
  "begins with a byte order mark": (pem) => `\ufeff${pem}`,
  "has zero-width characters": (pem) => pem.replaceAll("\n", "\u200b\n"),
  "has spaces at the ends of lines": (pem) => pem.replaceAll("\n", "  \n"),
  "has words around it": (pem) => `signing key:\n${pem}-- \nregards`,
};

test.each(Object.keys(MANGLED))("a key that %s is read", (how) => {
  const mangle = MANGLED[how] ?? String;

  expect(readVerifyingKey(mangle(publicPem)).fingerprint).toBe(fingerprint);
  expect(readSigningKey(mangle(privatePem), null).fingerprint).toBe(fingerprint);
  expect(readSigningKey(mangle(locked.privatePem), "open sesame").fingerprint).toBe(locked.fingerprint);
});

test("a key in base64 whose PEM was on one line is read", () => {
  const text = Buffer.from(privatePem.replaceAll("\n", " ")).toString("base64");

  expect(readSigningKey(text, null).fingerprint).toBe(fingerprint);
});

test.each([
  ["its end", privatePem.slice(0, 120)],
  ["a letter", privatePem.replace(/[a-z]/, "!")],
  ["a line", privatePem.split("\n").toSpliced(2, 1).join("\n")],
])("a key that lost %s is told to be pasted again, never to be made anew", (_, text) => {
  const failure = failureOf(() => readSigningKey(text, null));

  expect(failure).toMatchObject({ hint: expect.stringContaining("paste it again") });
  expect(failure).not.toMatchObject({ hint: expect.stringContaining("keygen") });
});

test("a public key that lost its end is told to be pasted again", () => {
  expect(failureOf(() => readVerifyingKey(publicPem.slice(0, 90)))).toMatchObject({
    hint: expect.stringContaining("the end of the key is missing; paste it again"),
  });
});

const other = generateSigningKey(null).publicPem;
const [mark = ""] = publicPem.split("\n");

test.each([
  ["two keys, one after the other", publicPem + other],
  ["a key within a key", `${mark}\n${other}-----END PUBLIC KEY-----\n`],
  ["a second BEGIN line", `${mark}\n${publicPem}`],
  ["a key on one line before another", publicPem.replaceAll("\n", "\\n") + other],
  ["a certificate before the key", `-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n${other}`],
])("a public key that is %s is refused in one sentence, by the command line and by the page", (_, text) => {
  const refusal = { code: "input", message: "the key to verify with has 2 BEGIN lines, and one key has one" };

  expect(failureOf(() => readVerifyingKey(text))).toMatchObject(refusal);
  const keys = JSON.stringify([{ name: "ours", pem: text }]);
  expect(failureOf(() => readKeysFile(Buffer.from(keys), "keys.json"))).toMatchObject({
    message: expect.stringContaining(`ours: ${refusal.message}`),
  });
});

test("the page reads several whole keys, and refuses a text in which one is not whole", () => {
  const two = readKeyFacts(publicPem + other);

  expect(two[0]?.fingerprint).toBe(fingerprint);
  expect(two).toHaveLength(2);
  for (const text of [
    `${mark}\n${other}-----END PUBLIC KEY-----\n`,
    `${mark}\n${publicPem}`,
    `${publicPem}${mark}`,
  ]) {
    expect(failureOf(() => readKeyFacts(text))).toMatchObject({
      message: "the key to verify with has 2 BEGIN lines, and one key has one",
    });
  }
});

test.each([
  ["two keys", privatePem + locked.privatePem],
  [
    "the parameters that openssl writes",
    `-----BEGIN EC PARAMETERS-----\nBggq\n-----END EC PARAMETERS-----\n${privatePem}`,
  ],
  ["two keys in base64", Buffer.from(privatePem + privatePem).toString("base64")],
])("a signing key that is %s is refused in one sentence", (_, text) => {
  expect(failureOf(() => readSigningKey(text, null))).toMatchObject({
    code: "input",
    message: "signing-key has 2 BEGIN lines, and one key has one",
  });
});

function failureOf(read: () => unknown): unknown {
  try {
    return read();
  } catch (error) {
    return error;
  }
}
