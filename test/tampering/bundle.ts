import path from "node:path";

import { formatTime } from "../../src/platform/time.ts";
import { keySigner } from "../../src/sign/attest.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { evidenceAt, sealedRun } from "../support/sealed-run.ts";
import { altered, alteredBundle, looseBundle, rebundling, SIGNER, STRANGER } from "../support/tampering.ts";
import type { Alter, LooseBundle } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { alteredRow, attempt, PRIVATE, SCENES } from "./scenes.ts";

const WRONG = "the signature is wrong: the key";
const ONE = "the bundle does not carry exactly one signature";
const MEMBER = "it has a member that no bundle of its type has";
const BASE64 = "a part of it is not the base64";

export const BUNDLE: Group = {
  title: "The signature",
  attacker:
    "The attacker can write to the evidence and does not have the signing key, but perhaps another one.",
  rows: [
    alteredRow("take the signature of another run", foreignSignature, ["signature", WRONG]),
    alteredRow("take a signature that is none", signatures(forged()), ["signature", WRONG]),
    alteredRow("edit the statement", rebundling(editedStatement), ["signature", WRONG]),
    sealed("sign with another key under the name of the real one", SIGNER, ["signature", WRONG]),
    sealed("sign with another key", STRANGER, ["signature", "no given key signed this: the bundle names"]),
    alteredRow("give a good signature another key's name", renaming(hintOf(STRANGER)), [
      "signature",
      "the bundle names the key",
    ]),
    alteredRow("take the key's name from a good signature", renaming(""), [
      "signature",
      "the bundle names the key none, but",
    ]),
    alteredRow("name a key by 100 kB", renaming("A".repeat(100_000)), [
      "signature",
      "the bundle names the key none, but",
    ]),
    alteredRow("put a certificate in place of the key", rebundling(certified), [
      "signature",
      "signed keyless, which a key cannot",
    ]),
    alteredRow("add a second signature", signatures(null, forged()), ["bundle", ONE]),
    alteredRow("take the signature out", signatures(), ["bundle", ONE]),
    alteredRow(
      "call the bundle an older one",
      rebundling((bundle) => (bundle.mediaType = OLD)),
      ["bundle", "not of the type application/vnd.dev.sigstore.bundle.v0.3+json"],
    ),
    alteredRow(
      "add a member that no bundle has",
      rebundling((bundle) => (bundle["comment"] = "reviewed")),
      ["bundle", MEMBER],
    ),
    alteredRow(
      "write a member in snake case as well",
      rebundling((bundle) => (bundle["dsse_envelope"] = bundle.dsseEnvelope)),
      ["bundle", MEMBER],
    ),
    alteredRow("write the members in snake case", rebundling(snaked), ["bundle", "is not a Sigstore bundle"]),
    alteredRow(
      "name a key and a certificate",
      rebundling(({ verificationMaterial }) => {
        verificationMaterial["certificate"] = { rawBytes: "AAAA" };
      }),
      ["bundle", MEMBER],
    ),
    alteredRow(
      "put the payload in a list",
      rebundling(({ dsseEnvelope }) => {
        Object.assign(dsseEnvelope, { payload: [dsseEnvelope.payload] });
      }),
      ["bundle", "the bundle is damaged"],
    ),
    alteredRow(
      "put the envelope in a list",
      rebundling((bundle) => {
        Object.assign(bundle, { verificationMaterial: [bundle.verificationMaterial] });
      }),
      ["bundle", "the bundle is damaged"],
    ),
    alteredRow("write the envelope twice", doubled, ["bundle", "names a member twice"]),
    alteredRow(
      "write base64 that decoders read differently",
      signing((sig) => `${sig}#`),
      ["bundle", BASE64],
    ),
    alteredRow(
      "write base64 for URLs",
      signing((sig) => `-${sig.slice(1)}`),
      ["bundle", BASE64],
    ),
  ],
};

const OLD = "application/vnd.dev.sigstore.bundle+json;version=0.1";

function forged() {
  return { sig: "MEUCIQ==", keyid: "" };
}

function hintOf({ fingerprint }: SigningKey): string {
  return Buffer.from(fingerprint, "hex").toString("base64");
}

/** The signatures in place of the one; null stands for that one. */
function signatures(...wanted: readonly (ReturnType<typeof forged> | null)[]): Alter {
  return rebundling(({ dsseEnvelope }) => {
    const [own] = dsseEnvelope.signatures;
    dsseEnvelope.signatures = wanted.flatMap((each) => each ?? own ?? []);
  });
}

function signing(change: (sig: string) => string): Alter {
  return rebundling(({ dsseEnvelope }) => {
    dsseEnvelope.signatures = dsseEnvelope.signatures.map(({ sig, keyid }) => ({ sig: change(sig), keyid }));
  });
}

function renaming(hint: string): Alter {
  return rebundling((bundle) => rename(bundle, hint));
}

function rename({ verificationMaterial }: LooseBundle, hint: string): void {
  verificationMaterial.publicKey.hint = hint;
}

function certified(bundle: LooseBundle): void {
  Object.assign(bundle, { verificationMaterial: { certificate: { rawBytes: "AAAA" } } });
}

function snaked(bundle: LooseBundle): void {
  const { mediaType: media_type, verificationMaterial: verification_material } = bundle;
  Object.assign(bundle, { media_type, verification_material });
  Reflect.deleteProperty(bundle, "verificationMaterial");
}

function editedStatement({ dsseEnvelope }: LooseBundle): void {
  const text = Buffer.from(dsseEnvelope.payload, "base64").toString();
  dsseEnvelope.payload = Buffer.from(text.replace("prod", "test")).toString("base64");
}

async function doubled({ folder }: Parameters<Alter>[0]): Promise<void> {
  const file = path.join(folder, "evidence.sigstore.json");
  await altered(file, (text) => text.replace("{", '{"dsseEnvelope":{"payload":"AAAA"},'));
}

async function foreignSignature({ folder, root }: Parameters<Alter>[0]): Promise<void> {
  const collectedAt = formatTime(new Date(PRIVATE.now.getTime() + 1000));
  const other = await sealedRun(root, { ...evidenceAt(PRIVATE.now), collectedAt }, SCENES["a key"].seal);
  const { dsseEnvelope } = await looseBundle(other);
  await alteredBundle(folder, (bundle) => (bundle.dsseEnvelope.signatures = dsseEnvelope.signatures));
}

/** A run that a stranger signed, whose bundle names this key. */
function sealed(attack: string, named: SigningKey, [check, sentence]: readonly [string, string]): Row {
  const seal = statementSigner(keySigner(STRANGER));
  const alter: Alter = async ({ folder }) => {
    if (named !== STRANGER) await alteredBundle(folder, (bundle) => rename(bundle, hintOf(named)));
  };
  return { attack, check, sentence, exit: 1, attempt: attempt("a key", { seal, alter }) };
}
