import { z } from "zod";

import type { Statement } from "../bundle/statement.ts";
import { readSigningKey, type SigningKey } from "../sign/signing-key.ts";
import { catchFailure, Failure, failureLine } from "../failure.ts";
import type { RawInputs } from "./flags.ts";

/** Sigstore's own authority, whose root ships with the program. It sees the digest of a signature and the client's address. */
const TIMESTAMP_URL = "https://timestamp.sigstore.dev/api/v1/timestamp";

const LEVELS = ["key", "key+time", "keyless"] as const;
/** The levels of assurance, from least to most. */
export type AssuranceLevel = (typeof LEVELS)[number];

/** The inputs that say how evidence is signed. */
export const SIGNING_INPUTS = {
  signing: z
    .enum(["auto", "keyless", "key", "none"], { error: "must be auto, keyless, key or none" })
    .default("auto")
    .meta({
      description:
        "How evidence is signed: keyless in the name of the workflow (needs permissions: id-token: write), by key with signing-key, or none, which ends with exit 2 and an artifact named UNSIGNED. auto is keyless if the job has that permission, else key. If the chosen method is not available, the run fails; there is no fallback.",
      argument: "METHOD",
    }),
  "signing-key": z.string().nullable().default(null).meta({
    description:
      "Private key to sign with: ECDSA P-256 or Ed25519 as PKCS#8 PEM. Line breaks may be written as \\n, or the whole text as base64.",
    argument: "FILE",
    variable: "SIGNING_KEY",
    isSecret: true,
  }),
  "signing-key-passphrase": z.string().nullable().default(null).meta({
    description: "Passphrase of an encrypted signing-key.",
    variable: "SIGNING_KEY_PASSPHRASE",
    isSecret: true,
  }),
  "timestamp-url": z
    .string()
    .default(TIMESTAMP_URL)
    .superRefine((url, context) => {
      const message = troubleWithUrl(url);
      if (message !== null) context.addIssue({ code: "custom", message });
    })
    .meta({
      description:
        "URL of the RFC 3161 timestamp authority used with signing: key, or none. Leave it out for keyless signing, which uses Sigstore's own.",
      argument: "URL",
    }),
  "min-assurance": z.enum(LEVELS, { error: "must be key, key+time or keyless" }).default("key").meta({
    description:
      "Minimum assurance: key, key+time or keyless. A run that reaches less is published and ends with exit 2.",
    argument: "LEVEL",
  }),
  "allow-public-log": z
    .enum(["true", "false"], { error: "must be true or false" })
    .default("false")
    .transform((text) => text === "true")
    .meta({
      description:
        "Set to true to let a repository that is not public sign in the public Sigstore, whose logs then publish its name, its workflow and when it runs.",
      argument: "BOOLEAN",
    }),
  "attestation-token": z.string().nullable().default(null).meta({
    description:
      "Token with attestations: write, such as github.token, to also store the signed statement as a GitHub attestation. Needs keyless signing.",
    isSecret: true,
  }),
};

/** How evidence will be signed, chosen once, before anything is collected. */
export type Signing =
  | { readonly by: "none" }
  | { readonly by: "key"; readonly key: SigningKey; readonly timestampUrl: string | null }
  | { readonly by: "keyless"; readonly allowPublicLog: boolean };

/** The choice, and what speaks against it; null where a problem leaves none. */
export function chooseSigning(
  given: RawInputs,
  hasIdentity: boolean,
): { readonly signing: Signing | null; readonly problems: readonly string[] } {
  const {
    signing: mode = "auto",
    "timestamp-url": url = TIMESTAMP_URL,
    "min-assurance": least = "key",
  } = given;
  if (mode === "none") {
    const problem = `min-assurance: ${least} cannot be reached with signing: none`;
    return { signing: { by: "none" }, problems: least === "key" ? [] : [problem] };
  }
  const isKeyless = mode === "keyless" || (mode === "auto" && hasIdentity);
  if (isKeyless) {
    return {
      signing: { by: "keyless", allowPublicLog: given["allow-public-log"] === "true" },
      problems: [
        ...(hasIdentity ? [] : [NO_IDENTITY]),
        ...(url === TIMESTAMP_URL ? [] : [`timestamp-url: is for signing with a key; ${OWN_TIME}`]),
      ],
    };
  }
  const { key, problem } = keyOf(given, mode);
  const timestampUrl = url === "none" ? null : url;
  return {
    signing: key === null ? null : { by: "key", key, timestampUrl },
    problems: [
      ...(problem === null ? [] : [problem]),
      ...unreachable(given, timestampUrl),
      ...(given["attestation-token"] === undefined
        ? []
        : [
            "attestation-token: GitHub only stores what is signed keyless; leave it out, or use signing: keyless",
          ]),
    ],
  };
}

const NO_IDENTITY =
  "signing: keyless needs the identity of a job of GitHub Actions, which this is not or may not ask for; give the job permissions: id-token: write";
const OWN_TIME = "keyless signing takes the time from its own Sigstore, so leave it out or use signing: key";

/** The problem of a `min-assurance` that signing with a key cannot reach; it is known before anything is collected. */
function unreachable({ "min-assurance": least }: RawInputs, timestampUrl: string | null): readonly string[] {
  if (least === "keyless") return ["min-assurance: keyless cannot be reached by signing with a key"];
  if (least === "key+time" && timestampUrl === null)
    return ["min-assurance: key+time cannot be reached with timestamp-url: none"];
  return [];
}

function keyOf(
  { "signing-key": text, "signing-key-passphrase": passphrase }: RawInputs,
  mode: string,
): { readonly key: SigningKey | null; readonly problem: string | null } {
  if (text === undefined) {
    const orKeyless = mode === "auto" ? ", or sign keyless in a job with permissions: id-token: write" : "";
    return {
      key: null,
      problem: `signing-key: is required to sign (command line: --signing-key FILE or SIGNING_KEY); make one with: npx datadog-evidence keygen${orKeyless}`,
    };
  }
  const key = catchFailure(() => readSigningKey(text, passphrase ?? null));
  return key instanceof Failure
    ? { key: null, problem: failureLine(key).replace(/^(?:signing-key )?/, "signing-key: ") }
    : { key, problem: null };
}

function troubleWithUrl(url: string): string | null {
  if (url === "none") return null;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    return "must be the http or https address of a timestamp authority, or none";
  }
  const { username, password } = new URL(url);
  return username + password === "" ? null : "must not hold a user name or a password";
}

/** The level of assurance that a statement promises; null where there is no statement. */
export function assuranceLevel(statement: Statement | null): AssuranceLevel | null {
  if (statement === null) return null;
  const { signing, timestamp } = statement.predicate.assurance;
  if (signing === "keyless") return "keyless";
  return timestamp ? "key+time" : "key";
}

/** Why less was reached than is good enough; null where it is enough, or nothing was signed. */
export function assuranceShortfall(statement: Statement | null, least: AssuranceLevel): Failure | null {
  const level = assuranceLevel(statement);
  if (level === null || LEVELS.indexOf(level) >= LEVELS.indexOf(least)) return null;
  const why = statement?.predicate.assurance.reason?.message;
  return new Failure(
    "not-signed",
    `the evidence is signed by ${level} only, and min-assurance asks for ${least}${why === undefined ? "" : `: ${why}`}`,
    { hint: "it is kept as it is; run again for evidence with what is missing" },
  );
}
