import { createHash, createPublicKey } from "node:crypto";

import { expect, test } from "vitest";
import { z } from "zod";

import { runAttester, keySigner } from "../../src/sign/attest.ts";
import { PREDICATE_TYPE, Statement, makeStatement } from "../../src/bundle/statement.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { evidenceOf, newKey } from "../support/evidence.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

const Bundle = z.strictObject({
  mediaType: z.literal("application/vnd.dev.sigstore.bundle.v0.3+json"),
  verificationMaterial: z.looseObject({ publicKey: z.strictObject({ hint: z.string() }) }),
  dsseEnvelope: z.strictObject({
    payload: z.base64(),
    payloadType: z.literal("application/vnd.in-toto+json"),
    signatures: z.tuple([z.strictObject({ sig: z.base64(), keyid: z.string() })]),
  }),
});
const assurance = { signing: "key", timestamp: false, log: false } as const;

test.each(["P-256", "Ed25519"] as const)(
  "a bundle of a %s key has an empty keyid and the hint that cosign writes",
  async (kind) => {
    const key = newKey(kind);

    const { bundle } = await runAttester(keySigner(key))(evidenceOf(), evidenceFiles(evidenceOf()), null);

    const { verificationMaterial, dsseEnvelope } = Bundle.parse(JSON.parse(bundle));
    const der = createPublicKey(key.publicPem).export({ type: "spki", format: "der" });
    expect(dsseEnvelope.signatures[0].keyid).toBe("");
    expect(verificationMaterial.publicKey.hint).toBe(createHash("sha256").update(der).digest("base64"));
    expect(bundle).toMatch(/[^\n]\n$/);
  },
);

test("the bundle carries the statement, byte for byte", async () => {
  const { bundle, statement } = await runAttester(keySigner(newKey()))(
    evidenceOf(),
    evidenceFiles(evidenceOf()),
    null,
  );

  const { dsseEnvelope } = Bundle.parse(JSON.parse(bundle));
  expect(Buffer.from(dsseEnvelope.payload, "base64").toString()).toBe(JSON.stringify(statement));
});

test("the statement says what the contract names, in its order", () => {
  const files = evidenceFiles(evidenceOf());
  const content = Buffer.concat(files.flatMap((file) => [...file.pieces()]));

  const statement = makeStatement(evidenceOf(), { files, tail: null, assurance });

  expect(JSON.stringify(statement)).toBe(
    JSON.stringify({
      _type: "https://in-toto.io/Statement/v1",
      subject: [{ name: "evidence.json", digest: { sha256: sha256(content) } }],
      predicateType: PREDICATE_TYPE,
      predicate: {
        stream: { name: "prod", site: "datadoghq.eu" },
        sequence: null,
        previous: null,
        restart: null,
        cadence: "P1D",
        collectedAt: "2026-08-05T06:17:31Z",
        outcome: "complete",
        run: { id: "123", attempt: 1 },
        assurance,
        changes: null,
      },
    }),
  );
});

test("a statement names the one before it and counts on", () => {
  const previous = { sequence: 41, statement: "cd".repeat(32) };

  const { predicate } = makeStatement(evidenceOf(), {
    files: evidenceFiles(evidenceOf()),
    tail: { next: 42, last: previous, restart: null, evidence: null },
    assurance,
  });

  expect(predicate.sequence).toBe(42);
  expect(predicate.previous).toEqual(previous);
});

test.each(["../evidence.json", "a/b", "/etc/passwd", ".hidden", "", "a\\b", "a\nb", "é.json"])(
  "a statement about a file named %j is not accepted",
  (name) => {
    const statement = makeStatement(evidenceOf(), {
      files: [fileOf(name, "x")],
      tail: null,
      assurance,
    });

    expect(Statement.safeParse(statement).success).toBe(false);
  },
);

test("a statement that holds a secret of the run is not signed", async () => {
  const secret = "a-passphrase-of-20-x";
  const restart = { code: "changed", message: `the last run says ${Buffer.from(secret).toString("hex")}` };
  const tail = { next: 2, last: null, restart, evidence: null };
  const attest = runAttester(keySigner(newKey()), new SecretSearch([secret]));

  const attested = attest(evidenceOf(), evidenceFiles(evidenceOf()), tail);

  await expect(attested).rejects.toThrow(
    "nothing was signed: the statement predicate.restart.message holds a key that this run uses",
  );
});
