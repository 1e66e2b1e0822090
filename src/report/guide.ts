/** `VERIFY.md`: literal commands that work in any run folder, with tools that we did not write. */
export function verifyGuide(): string {
  return GUIDE;
}

const GUIDE = `# How to verify this evidence

Every run lies in a folder of its own, \`<stream>/<year>/<day>/<time>-<run>-<attempt>\`, with

- \`evidence.json\`: what Datadog said, and how completely it was collected;
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

Get the public key from the people who sign, not from this repository: a key that lies beside the
evidence proves nothing. Save it as \`signing-key.pub.pem\` and compare its fingerprint with the one they gave you:

\`\`\`sh
openssl pkey -pubin -in signing-key.pub.pem -outform DER | sha256sum
\`\`\`

## With openssl, jq and sha256sum

Run this inside the folder of a run. The key lies where \`KEY\` points.

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
B=evidence.sigstore.json
W=$(mktemp -d)
jq -r .dsseEnvelope.payload $B | base64 -d > "$W/payload"
T=$(jq -r .dsseEnvelope.payloadType $B)
{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < "$W/payload")"; cat "$W/payload"; } > "$W/signed"
jq -r '.dsseEnvelope.signatures[0].sig' $B | base64 -d > "$W/signature"
openssl dgst -sha256 -verify "$KEY" -signature "$W/signature" "$W/signed" &&
  jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

It prints \`Verified OK\` and one \`OK\` for each file; the files are only compared once the signature holds. For an Ed25519 key, replace the line with \`openssl dgst\` by

\`\`\`sh
openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$W/signed" -sigfile "$W/signature" &&
\`\`\`

## With cosign 3

\`\`\`sh
cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog evidence.json
\`\`\`

## With datadog-evidence

\`\`\`sh
datadog-evidence verify . --key signing-key.pub.pem
\`\`\`

It also checks that the evidence follows its schema, that statement and evidence agree, and that the folder is
the one where the evidence belongs. Exit 0: genuine and complete. 1: not genuine. 2: could not check. 3: genuine,
but the run is not complete.

## What a good signature does not show

That the time in the evidence is true (only a trusted timestamp shows that), that no day is missing, or that a
control is met. Evidence supports a control; whether it is enough is for the auditor to judge.
`;
