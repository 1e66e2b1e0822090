import type { TransparencyLogEntry } from "@sigstore/bundle";
import { z } from "zod";

import { sha256 } from "../../evidence/digest.ts";
import { parseJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import type { SignedStatement, Witness } from "../signing.ts";
import { withinTimeLeft, serviceProblem, SERVICE_OPTIONS } from "./service-options.ts";

/**
 * Makes a witness of the public transparency log, which stores digests, the signature and the certificate, but not the
 * statement. It uses version 1 of the log: for version 2 the library writes entries that verifiers written in Go refuse.
 */
export function rekorWitness({ url, signal }: { url: string; signal: AbortSignal }): Witness {
  const name = `Rekor (${new URL(url).host})`;
  return {
    gives: "log",
    async testify(signed) {
      const { RekorWitness } = await import("@sigstore/sign");
      const rekor = new RekorWitness({ rekorBaseURL: url, entryType: "dsse", ...SERVICE_OPTIONS });
      const { envelope: dsseEnvelope, signature } = signed;
      const certificate = "certificate" in signature.by ? signature.by.certificate : Buffer.alloc(0);
      const pem = `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replaceAll(/.{64}(?!$)/g, "$&\n")}\n-----END CERTIFICATE-----\n`;
      const testimony = rekor.testify({ $case: "dsseEnvelope", dsseEnvelope }, pem);
      const entry = await uploadEntry(testimony, { name, signal });
      if (!isAbout(entry, signed)) throw notLogged(name, "returned an entry for another signature");
      return { entry };
    },
  };
}

async function uploadEntry(
  testimony: Promise<{ tlogEntries: TransparencyLogEntry[] }>,
  { name, signal }: { name: string; signal: AbortSignal },
): Promise<TransparencyLogEntry | undefined> {
  try {
    return (await withinTimeLeft(testimony, { name, signal })).tlogEntries[0];
  } catch (error) {
    if (error instanceof Failure) throw error;
    // The library does not check the response, so it throws errors of many kinds.
    throw notLogged(name, serviceProblem(error));
  }
}

function notLogged(name: string, problem: string): Failure {
  return new Failure("not-signed", `${name} added no entry to its log: it ${problem}`, {
    hint: "run again, or sign later with: npx datadog-evidence attest",
  });
}

const EntryBody = z.object({
  kind: z.literal("dsse"),
  spec: z.object({
    payloadHash: z.object({ algorithm: z.literal("sha256"), value: z.string() }),
    signatures: z.tuple([z.object({ signature: z.string() })]),
  }),
});

/** Whether the entry is about our statement and signature, and proves that it is in the log. */
function isAbout(
  entry: TransparencyLogEntry | undefined,
  { envelope, signature }: SignedStatement,
): entry is TransparencyLogEntry {
  if (entry?.inclusionPromise === undefined || entry.inclusionProof === undefined) return false;
  const body = parseJson(entry.canonicalizedBody, EntryBody);
  return (
    body?.spec.payloadHash.value === sha256(envelope.payload) &&
    body.spec.signatures[0].signature === signature.bytes.toString("base64")
  );
}
