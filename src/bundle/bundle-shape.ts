import { z } from "zod";

/** Bytes in base64, or a number of 64 bits: JSON of protocol buffers has strings for both. */
const Text = z.string();

const Entry = z.strictObject({
  logIndex: Text.optional(),
  logId: z.strictObject({ keyId: Text }).optional(),
  kindVersion: z.strictObject({ kind: Text, version: Text }).optional(),
  integratedTime: Text.optional(),
  inclusionPromise: z.strictObject({ signedEntryTimestamp: Text }).optional(),
  inclusionProof: z
    .strictObject({
      logIndex: Text.optional(),
      rootHash: Text,
      treeSize: Text,
      hashes: z.array(Text).optional(),
      checkpoint: z.strictObject({ envelope: Text }).optional(),
    })
    .optional(),
  canonicalizedBody: Text.optional(),
});

const Material = z
  .strictObject({
    publicKey: z.strictObject({ hint: Text.optional() }).optional(),
    certificate: z.strictObject({ rawBytes: Text }).optional(),
    x509CertificateChain: z.unknown().optional(),
    tlogEntries: z.array(Entry).optional(),
    timestampVerificationData: z
      .strictObject({ rfc3161Timestamps: z.array(z.strictObject({ signedTimestamp: Text })).optional() })
      .optional(),
  })
  .refine(
    ({ publicKey, certificate, x509CertificateChain: chain }) =>
      [publicKey, certificate, chain].filter((each) => each !== undefined).length <= 1,
  );

/**
 * The members that a bundle may have, under the one name that each has. The library passes over others, and takes
 * several names for one member, so that two readers could see two bundles.
 */
export const BundleShape = z.strictObject({
  mediaType: Text,
  verificationMaterial: Material,
  dsseEnvelope: z
    .strictObject({
      payload: Text,
      payloadType: Text,
      signatures: z.array(z.strictObject({ sig: Text, keyid: Text.optional() })),
    })
    .optional(),
  messageSignature: z.unknown().optional(),
});
