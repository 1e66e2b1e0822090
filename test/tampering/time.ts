import { keySigner } from "../../src/sign/attest.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import type { KeyWindow, Trust } from "../../src/verify/trust/trust.ts";
import { sigstoreWorld } from "../support/sigstore-world.ts";
import { clock } from "../support/sealed-run.ts";
import { rebundling, SIGNER, type Alter, type LooseBundle } from "../support/tampering.ts";
import type { Group, Row } from "./row.ts";
import { attempt, PRIVATE } from "./scenes.ts";

const HOUR = 3_600_000;
const now = PRIVATE.now.getTime();
const STAMPED = "a key and a timestamp";
const FORGER = await sigstoreWorld();

export const TIME: Group = {
  title: "Time",
  attacker: "The attacker has the signing key, now or later, and claims another time of signing.",
  rows: [
    row("date a run back by three hours", sealing(3 * HOUR), [
      "time",
      "dated back: https://tsa.sigstore.mock saw the",
    ]),
    row("date a run ahead of today", { trust: { now: at(-2 * HOUR) } }, ["time", "is in the future"]),
    row("take the timestamp out", { alter: rebundling((bundle) => stamps(bundle)) }, [
      "promises",
      "promised signing key, a timestamp, but found only signing key",
    ]),
    row("take the timestamp of another signature", { alter: foreign }, [
      "time",
      "the timestamp is over another signature",
    ]),
    row("damage the timestamp", { alter: rebundling((bundle) => stamps(bundle, "AAAA")) }, [
      "time",
      "the timestamp cannot be read",
    ]),
    row(
      "forge a timestamp in the name of a known authority",
      { seal: statementSigner(keySigner(SIGNER), { witnesses: [clock(FORGER)] }) },
      ["time", "but its signature or certificate is wrong"],
    ),
    unproven("use a timestamp of an authority that nobody knows, where time is required", {
      trust: { roots: [], requiresTime: true },
    }),
    keyed("sign with a key after it was revoked", { revokedAt: at(-HOUR) }, "was revoked at"),
    keyed("sign with a key after it ended", { notAfter: at(-HOUR) }, "was in force until"),
    keyed("sign with a key before it began", { notBefore: at(HOUR) }, "is in force from"),
    leaked(
      "date back with a leaked key, without a timestamp",
      { revokedAt: at(HOUR) },
      at(2 * HOUR),
      "was revoked at",
    ),
    leaked(
      "date back with a key that has ended, without a timestamp",
      { notAfter: at(HOUR) },
      at(2 * HOUR),
      "ended at",
    ),
  ],
};

function at(ms: number): Date {
  return new Date(now + ms);
}

function row(
  attack: string,
  change: Parameters<typeof attempt>[1],
  [check, sentence]: readonly [string, string],
): Row {
  return { attack, check, sentence, exit: 1, attempt: attempt(STAMPED, change) };
}

function unproven(attack: string, change: Parameters<typeof attempt>[1]): Row {
  const sentence = "no trusted time proves when this was signed, and one is required";
  return { attack, check: "time", sentence, exit: 2, attempt: attempt(STAMPED, change) };
}

/** Signed and stamped so much later than it says. */
function sealing(later: number): Parameters<typeof attempt>[1] {
  return { seal: statementSigner(keySigner(SIGNER), { witnesses: [clock(PRIVATE, at(later))] }) };
}

function withWindow(window: Partial<KeyWindow>, moment: Date): Partial<Trust> {
  const whole = { notBefore: null, notAfter: null, revokedAt: null, ...window };
  return { keys: [{ ...readVerifyingKey(SIGNER.publicPem), window: whole }], now: moment };
}

function keyed(attack: string, window: Partial<KeyWindow>, sentence: string): Row {
  return row(attack, { trust: withWindow(window, at(0)) }, ["key", sentence]);
}

/** Only the word of the signer says when it was signed; the auditor verifies later. */
function leaked(attack: string, window: Partial<KeyWindow>, moment: Date, sentence: string): Row {
  const change = { trust: withWindow(window, moment) };
  return { attack, check: "key", sentence, exit: 1, attempt: attempt("a key", change) };
}

function stamps({ verificationMaterial }: LooseBundle, ...tokens: readonly string[]): void {
  const rfc3161Timestamps = tokens.map((signedTimestamp) => ({ signedTimestamp }));
  verificationMaterial["timestampVerificationData"] = { rfc3161Timestamps };
}

async function foreign(scene: Parameters<Alter>[0]): Promise<void> {
  const token = await PRIVATE.stamp(Buffer.from("the signature of another run"));
  await rebundling((bundle) => stamps(bundle, token.toString("base64")))(scene);
}
