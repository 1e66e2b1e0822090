import type { BundleWithDsseEnvelope } from "@sigstore/bundle";
import { z } from "zod";

import { BundleShape } from "./bundle-shape.ts";
import { fingerprintFromHint } from "./public-key.ts";
import {
  ChainStatement,
  GAP_PREDICATE_TYPE,
  PAYLOAD_TYPE,
  PREDICATE_TYPE,
  STATEMENT_TYPE,
} from "./statement.ts";
import { readJson } from "../evidence/files/json.ts";
import { parseKnown } from "../evidence/files/parse-known.ts";
import { readDocument, type ReadDocument } from "../evidence/files/read-document.ts";
import { sigstoreBundle } from "./sigstore.ts";

const MEDIA_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";
/** A bundle of ours is a few kilobytes; a hostile one may try to be more. */
export const LARGEST_BUNDLE = 5_000_000;
/** Of timestamps, and of log entries. Our program writes one of each at most. */
const MOST_TIMESTAMPS = 4;
/** What a parser or a log's arithmetic would work on for long. */
const LARGEST_CERTIFICATE = 16_384;
const LARGEST_ENTRY = 65_536;
const LARGEST_CHECKPOINT = 8_192;
const LONGEST_PROOF = 64;

export type LogEntry = BundleWithDsseEnvelope["verificationMaterial"]["tlogEntries"][number];

/** A bundle of the kind that we write. Nothing of it is verified. */
export interface ReadBundle {
  readonly bundle: BundleWithDsseEnvelope;
  /** The fingerprint of the key that it names, null where it names none; or its certificate. */
  readonly signer:
    | { readonly kind: "key"; readonly fingerprint: string | null }
    | { readonly kind: "certificate"; readonly der: Buffer };
  readonly payload: Buffer;
  /** What the payload says. */
  readonly statement: ReadDocument<ChainStatement>;
  readonly signature: Buffer;
  /** RFC 3161 tokens. */
  readonly tokens: readonly Buffer[];
  readonly entries: readonly LogEntry[];
}

interface Trouble {
  readonly trouble: string;
}

/** The bundle, or why it is none of ours, as a sentence. */
export async function readBundle(bytes: Buffer): Promise<ReadBundle | Trouble> {
  if (bytes.length > LARGEST_BUNDLE) return not(`the bundle is too large (${bytes.length} bytes)`);
  const json = readJson(bytes);
  if ("trouble" in json) return not(`the bundle is damaged: it ${json.trouble}`);
  const parsed = await parseBundle(json.value);
  if ("trouble" in parsed) return parsed;

  const { bundle } = parsed;
  const { payload, signatures } = bundle.content.dsseEnvelope;
  const { content, tlogEntries, timestampVerificationData } = bundle.verificationMaterial;
  if (content.$case === "x509CertificateChain") return not("the bundle carries a chain of certificates");
  const tokens = timestampVerificationData?.rfc3161Timestamps ?? [];
  const der = content.$case === "certificate" ? content.certificate.rawBytes : Buffer.alloc(0);
  if (der.length > LARGEST_CERTIFICATE) return not(`the certificate is too large (${der.length} bytes)`);
  if (tokens.length > MOST_TIMESTAMPS || tlogEntries.length > MOST_TIMESTAMPS) {
    return not(`the bundle carries more than ${MOST_TIMESTAMPS} timestamps or log entries`);
  }
  if (!tlogEntries.every(isBounded)) return not("the bundle carries a log entry larger than any of ours");
  return {
    bundle,
    signer:
      content.$case === "certificate"
        ? { kind: "certificate", der }
        : { kind: "key", fingerprint: fingerprintFromHint(content.publicKey.hint) },
    payload,
    statement: readDocument(payload, {
      schema: ChainStatement,
      types: { _type: [STATEMENT_TYPE], predicateType: [PREDICATE_TYPE, GAP_PREDICATE_TYPE] },
    }),
    signature: signatures[0]?.sig ?? Buffer.alloc(0),
    tokens: tokens.map(({ signedTimestamp }) => signedTimestamp),
    entries: tlogEntries,
  };
}

/** Reads the bundle with the library, and checks that the library passed over nothing in it. */
async function parseBundle(value: unknown): Promise<Pick<ReadBundle, "bundle"> | Trouble> {
  const { bundleFromJSON, bundleToJSON, isBundleWithDsseEnvelope } = await sigstoreBundle();
  let bundle: ReturnType<typeof bundleFromJSON>;
  let again: unknown;
  try {
    bundle = bundleFromJSON(value);
    again = bundleToJSON(bundle);
  } catch {
    // The library refuses in its own words, which quote the file, and calls another number of signatures invalid.
    const signatures = SignedEnvelope.safeParse(value).data?.dsseEnvelope.signatures ?? null;
    return not(
      signatures !== null && signatures.length !== 1
        ? "the bundle does not carry exactly one signature"
        : "the bundle is damaged: it is not a Sigstore bundle",
    );
  }
  if (bundle.mediaType !== MEDIA_TYPE) return not(`the bundle is not of the type ${MEDIA_TYPE}`);
  if (!isBundleWithDsseEnvelope(bundle)) return not("the bundle carries no DSSE envelope");
  const { payloadType } = bundle.content.dsseEnvelope;
  if (payloadType !== PAYLOAD_TYPE) {
    return not(`the payload is of type ${JSON.stringify(payloadType.slice(0, 100))}, not ${PAYLOAD_TYPE}`);
  }
  if (isReadOtherwise(value, again)) {
    return not("the bundle is damaged: a part of it is not the base64 or the number that it should be");
  }
  return parseKnown(BundleShape, value).success
    ? { bundle }
    : not("the bundle is damaged: it has a member that no bundle of its type has, or one in another form");
}

function not(trouble: string): Trouble {
  return { trouble };
}

const SignedEnvelope = z.object({ dsseEnvelope: z.object({ signatures: z.array(z.unknown()) }) });

/** Whether a text differs from what the library, which is lenient, read in it. */
function isReadOtherwise(said: unknown, read: unknown): boolean {
  if (typeof read === "string") return typeof said === "string" && said !== read;
  if (typeof read !== "object" || read === null || typeof said !== "object" || said === null) return false;
  const members = new Map(Object.entries(said));
  return Object.entries(read).some(([name, value]) => isReadOtherwise(members.get(name), value));
}

function isBounded({ canonicalizedBody, inclusionProof }: LogEntry): boolean {
  return (
    canonicalizedBody.length <= LARGEST_ENTRY &&
    (inclusionProof?.hashes.length ?? 0) <= LONGEST_PROOF &&
    (inclusionProof?.checkpoint?.envelope.length ?? 0) <= LARGEST_CHECKPOINT
  );
}
