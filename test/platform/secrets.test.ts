import { generateKeyPairSync } from "node:crypto";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { concealSecrets, secretForms } from "../../src/platform/secrets.ts";

const pem = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();

const secret = fc
  .string({ unit: "binary", minLength: 8, maxLength: 60 })
  .filter((text) => text.trim().length >= 8);

test("no form of a secret survives, whatever stands around it", () => {
  const around = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      around,
      around,
      (secrets, before, after) => {
        const forms = secretForms(secrets);
        const written = secrets.map((each) => each.toWellFormed().trim()).flatMap(spellings);
        const text = written.map((each) => `${before}${each}${after}`).join("");

        const safe = concealSecrets(text, forms);

        for (const spelling of written) expect(safe).not.toContain(spelling);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["as it is", pem],
  ["with \\n written out", pem.replaceAll("\n", String.raw`\n`)],
  ["with Windows line ends", pem.replaceAll("\n", "\r\n")],
  ["as base64 of the whole", Buffer.from(pem).toString("base64")],
])("no line of a PEM given %s survives", (_, given) => {
  const forms = secretForms([given]);
  const lines = pem.split("\n").filter((line) => line.length >= 8 && !line.startsWith("-----"));

  const safe = concealSecrets([given, pem, JSON.stringify(pem), ...lines].join(" and "), forms);

  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(safe).not.toContain(line);
});

test("what two secrets leave behind is no third one", () => {
  const forms = secretForms(["XXXXXXXX", "***abcde"]);

  expect(concealSecrets("XXXXXXXXabcde", forms)).toBe("***");
});

test("ordinary words and the frame of a PEM are left alone", () => {
  const forms = secretForms([pem, "short", "", null, undefined]);
  const text = "a short line with -----BEGIN PRIVATE KEY-----";

  expect(concealSecrets(text, forms)).toBe(text);
});

/** How a text may turn up elsewhere. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}
