import { copyFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { SigningKey } from "../../src/attest/key.ts";
import { evidenceOf, writtenRun } from "../support/evidence.ts";
import {
  afterwards,
  altered,
  alteredBundle,
  looseBundle,
  rebundling,
  resigned,
  restating,
  SIGNER,
  statementText,
  STRANGER,
} from "../support/tampering.ts";
import type { Alter, LooseBundle } from "../support/tampering.ts";

const hintOf = ({ fingerprint }: SigningKey): string => Buffer.from(fingerprint, "hex").toString("base64");
const bundleIn = (folder: string): string => path.join(folder, "evidence.sigstore.json");
const WRONG = `the signature is wrong: the key ${SIGNER.fingerprint} did not sign this`;
const UNKNOWN = `no given key signed this: the bundle names ${STRANGER.fingerprint}, given were ${SIGNER.fingerprint}`;
const RENAMED = `the bundle names the key ${STRANGER.fingerprint}, but ${SIGNER.fingerprint} signed it`;
const UNNAMED = `the bundle names the key none, but ${SIGNER.fingerprint} signed it`;

test.each<readonly [string, Alter, sentence: string]>([
  ["the signature of another run", foreignSignature, WRONG],
  ["a signature that is none", rebundling((bundle) => (bundle.dsseEnvelope.signatures = [forged()])), WRONG],
  ["an edited statement", rebundling(editedStatement), WRONG],
  ["another key's signature under the signer's name", strangersBundle(SIGNER), WRONG],
  ["another key's signature", strangersBundle(STRANGER), UNKNOWN],
  [
    "another key's name on a good signature",
    rebundling((bundle) => rename(bundle, hintOf(STRANGER))),
    RENAMED,
  ],
  ["no name on a good signature", rebundling((bundle) => rename(bundle, "")), UNNAMED],
  ["a name of 100 kB", rebundling((bundle) => rename(bundle, "A".repeat(100_000))), UNNAMED],
  [
    "a certificate for a key",
    rebundling(certified),
    "the bundle is signed keyless, which a key cannot verify",
  ],
])("a bundle with %s is not genuine by its signature", async (_, alter, sentence) => {
  expect(await afterwards(alter)).toEqual({ check: "signature", ok: false, detail: sentence });
});

const ONE = "the bundle does not carry exactly one signature";
const OLD = "application/vnd.dev.sigstore.bundle+json;version=0.1";
const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

test.each<readonly [string, Alter, sentence: string]>([
  ["two signatures", rebundling((bundle) => bundle.dsseEnvelope.signatures.push(forged())), ONE],
  ["no signature", rebundling((bundle) => (bundle.dsseEnvelope.signatures = [])), ONE],
  ["another media type", rebundling((bundle) => (bundle.mediaType = OLD)), `not of the type ${MEDIA_TYPE}`],
  [
    "a timestamp that is none",
    rebundling(stamped),
    "timestamps or log entries, which this version cannot check",
  ],
  ["another payload type", retyped("text/plain"), 'the payload is of type "text/plain", not application/vnd'],
  ["a payload type of 100 kB", retyped("x".repeat(100_000)), `type "${"x".repeat(100)}", not application`],
  ["an envelope twice", doubled, "the bundle is damaged: it names a member twice"],
])("a bundle with %s is not genuine by its form", async (_, alter, sentence) => {
  const finding = await afterwards(alter);

  expect(finding?.check).toBe("bundle");
  expect(finding?.detail).toContain(sentence);
});

const ABSENT = `"subject":[{"name":"records-x.ndjson","digest":{"sha256":"${"0".repeat(64)}"}},`;
const TWICE = [/"subject":\[(\{.*?\}\})\]/, '"subject":[$1,$1]'] as const;

test.each<readonly [string, Alter, check: string, sentence: string]>([
  ["another predicate type", restating("evidence/v1", "evidence/v2"), "statement", "a newer version may"],
  ["an unknown field", restating("{", '{"x":1,'), "statement", "Unrecognized key"],
  [
    "a field twice",
    restating('"outcome"', '"outcome":"failed","outcome"'),
    "statement",
    "names a member twice",
  ],
  ["no JSON in it", resaying("evidence"), "statement", "the signed statement is not JSON"],
  [
    "a subject outside the folder",
    restating("evidence.json", "../evidence.json"),
    "statement",
    "subject.0.name",
  ],
  [
    "another file for a subject",
    restating("evidence.json", "x.json"),
    "subjects",
    "is not about evidence.json",
  ],
  [
    "a subject that is not there",
    restating('"subject":[', ABSENT),
    "subjects",
    "records-x.ndjson is signed but not there",
  ],
  ["a subject twice", restating(...TWICE), "subjects", "the statement names a file twice"],
  [
    "a promise of time",
    restating('"timestamp":false', '"timestamp":true'),
    "promises",
    "promised signing key, a timestamp, of which",
  ],
  [
    "a promise of a log",
    restating('"log":false', '"log":true'),
    "promises",
    "a transparency log, of which only",
  ],
  [
    "a promise of keyless",
    restating('"signing":"key"', '"signing":"keyless"'),
    "promises",
    "promised signing keyless",
  ],
  [
    "another outcome",
    restating('"complete"', '"partial"'),
    "agreement",
    "outcome is partial in the statement but complete",
  ],
  [
    "another stream",
    restating('"prod"', '"test"'),
    "agreement",
    "stream is test in the statement but prod in",
  ],
  [
    "another site",
    restating("datadoghq.eu", "datadoghq.com"),
    "agreement",
    "site is datadoghq.com in the statement",
  ],
  ["another cadence", restating("P1D", "PT1H"), "agreement", "cadence is PT1H in the statement but P1D in"],
  [
    "another time",
    restating("06:17:31Z", "06:17:32Z"),
    "agreement",
    "collectedAt is 2026-08-05T06:17:32Z in",
  ],
  [
    "another run",
    restating('"id":"123"', '"id":"124"'),
    "agreement",
    "run.id is 124 in the statement but 123 in",
  ],
  [
    "another attempt",
    restating('"attempt":1', '"attempt":2'),
    "agreement",
    "run.attempt is 2 in the statement but 1",
  ],
])("a statement signed anew with %s is not genuine", async (_, alter, check, sentence) => {
  const finding = await afterwards(alter);

  expect(finding?.check).toBe(check);
  expect(finding?.detail).toContain(sentence);
});

function forged() {
  return { sig: "MEUCIQ==", keyid: "" };
}

function rename(bundle: LooseBundle, hint: string): void {
  bundle.verificationMaterial.publicKey.hint = hint;
}

function stamped({ verificationMaterial }: LooseBundle): void {
  verificationMaterial["timestampVerificationData"] = { rfc3161Timestamps: [{ signedTimestamp: "AAAA" }] };
}

function certified(bundle: LooseBundle): void {
  Object.assign(bundle, { verificationMaterial: { certificate: { rawBytes: "AAAA" } } });
}

function editedStatement({ dsseEnvelope }: LooseBundle): void {
  const text = Buffer.from(dsseEnvelope.payload, "base64").toString();
  dsseEnvelope.payload = Buffer.from(text.replace("prod", "test")).toString("base64");
}

function resaying(payload: string): Alter {
  return async ({ folder }) => resigned(folder, SIGNER, { payload });
}

function retyped(type: string): Alter {
  return async ({ folder }) => resigned(folder, SIGNER, { payload: await statementText(folder), type });
}

async function doubled({ folder }: Parameters<Alter>[0]): Promise<void> {
  await altered(bundleIn(folder), (text) => text.replace("{", '{"dsseEnvelope":{"payload":"AAAA"},'));
}

async function foreignRun(root: string, key: SigningKey): Promise<string> {
  const evidence = evidenceOf(undefined, { collectedAt: "2026-08-06T06:17:31Z" });
  return (await writtenRun(path.join(root, "another"), key, { evidence })).folder;
}

async function foreignSignature({ folder, root }: Parameters<Alter>[0]): Promise<void> {
  const { dsseEnvelope } = await looseBundle(await foreignRun(root, SIGNER));
  await alteredBundle(folder, (bundle) => (bundle.dsseEnvelope.signatures = dsseEnvelope.signatures));
}

/** The bundle of another key, which claims to be of `named`. */
function strangersBundle(named: SigningKey): Alter {
  return async ({ folder, root }) => {
    await copyFile(bundleIn(await foreignRun(root, STRANGER)), bundleIn(folder));
    await alteredBundle(folder, (bundle) => {
      rename(bundle, hintOf(named));
      bundle["seen"] = true;
    });
  };
}
