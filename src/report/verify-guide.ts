/** Returns `VERIFY.md`: literal commands that work in any run folder, with tools that we did not write. */
export function verifyGuide(): string {
  return GUIDE;
}

const GUIDE = `# How to verify this evidence

Each run has its own folder, \`<stream>/<year>/<day>/<time>-<run>-<attempt>\`, with

- \`evidence.json\`: what Datadog said, and how completely it was collected (\`gap.json\` for a declared gap,
  which says why a run is missing);
- \`evidence.sigstore.json\`: a signed statement with the sha256 of every file of the run
  (Sigstore bundle v0.3, a DSSE envelope over an in-toto Statement v1).

A run is signed either with a key, or keyless, by the workflow that collected, with a certificate that is
valid for a few minutes. \`jq .verificationMaterial evidence.sigstore.json\` shows which: a \`publicKey\` or a \`certificate\`.

**Bring your own trust.** Get the public key, or the name of the workflow, from the people who sign, not
from this repository: a key that is stored beside the evidence proves nothing. Save the key as \`signing-key.pub.pem\`
and compare its fingerprint with the one they gave you:

\`\`\`sh
openssl pkey -pubin -in signing-key.pub.pem -outform DER | sha256sum
\`\`\`

Certificates and timestamps are checked against a trusted root, the list of authorities that you accept. With
GitHub's \`gh\`, on any machine with a network, save it once and keep it:

\`\`\`sh
gh attestation trusted-root > trusted_root.jsonl
\`\`\`

## With datadog-evidence

Offline, in the folder of a run. Signed with a key:

\`\`\`sh
npx datadog-evidence verify . --key signing-key.pub.pem
\`\`\`

Signed keyless, by a workflow of the repository with that number (\`gh api repos/OWNER/NAME --jq .id\`):

\`\`\`sh
npx datadog-evidence verify . --trusted-root trusted_root.jsonl --issuer https://token.actions.githubusercontent.com --repository-id "$REPOSITORY_ID"
\`\`\`

It also checks that the evidence follows its schema, that counts and states follow from the records, that
statement and evidence agree, that the signing time is right, that the signature has everything it promises, and
that the run is in the folder where it belongs. Exit codes: 0 genuine and complete, 1 not genuine, 2 error,
3 genuine, but the run is not complete.

## With openssl, jq and sha256sum

In the folder of a run, in one shell; \`KEY\` and \`ROOT\` are the paths of your key and your trusted
root. First take the bundle apart. The signature covers the statement with its type and length before it.

\`\`\`sh
B=evidence.sigstore.json
W=$(mktemp -d)
jq -r .dsseEnvelope.payload $B | base64 -d > "$W/payload"
T=$(jq -r .dsseEnvelope.payloadType $B)
{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < "$W/payload")"; cat "$W/payload"; } > "$W/signed"
jq -r '.dsseEnvelope.signatures[0].sig' $B | base64 -d > "$W/signature"
\`\`\`

**Signed with a key.** It prints \`Verified OK\`:

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
openssl dgst -sha256 -verify "$KEY" -signature "$W/signature" "$W/signed"
\`\`\`

With an Ed25519 key it is this instead, and prints \`Signature Verified Successfully\`:

\`\`\`sh
KEY=\${KEY:-signing-key.pub.pem}
openssl pkeyutl -verify -pubin -inkey "$KEY" -rawin -in "$W/signed" -sigfile "$W/signature"
\`\`\`

**Signed keyless.** It prints \`Verified OK\`, the workflow, its repository by number, and the run; compare
them with what the signers gave you. The step *The certificate* checks that the certificate itself is genuine.

\`\`\`sh
jq -r .verificationMaterial.certificate.rawBytes $B | base64 -d | openssl x509 -inform DER -out "$W/leaf.pem"
openssl x509 -in "$W/leaf.pem" -pubkey -noout > "$W/leaf.pub"
openssl dgst -sha256 -verify "$W/leaf.pub" -signature "$W/signature" "$W/signed"
openssl x509 -in "$W/leaf.pem" -noout -ext subjectAltName
openssl x509 -in "$W/leaf.pem" -noout -text | grep -A1 -E '57264\\.1\\.(8|15|17|21):'
\`\`\`

**The time**, where the run carries a timestamp. It prints \`Verification: OK\`, and the time of the signature:

\`\`\`sh
ROOT=\${ROOT:-trusted_root.jsonl}
pem() { while read -r der; do echo "$der" | base64 -d | openssl x509 -inform DER; done; }
jq -r '.timestampAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/clocks.pem"
jq -r '.verificationMaterial.timestampVerificationData.rfc3161Timestamps[0].signedTimestamp' $B | base64 -d > "$W/token"
SEEN=$(openssl ts -reply -in "$W/token" -text 2> "$W/log" | sed -n 's/^Time stamp: //p')
openssl ts -verify -in "$W/token" -data "$W/signature" -CAfile "$W/clocks.pem" -untrusted "$W/clocks.pem" -attime "$(date -u -d "$SEEN" +%s)"
echo "$SEEN"
\`\`\`

**The certificate**, for a keyless run. It prints \`OK\`: one of your authorities issued it, and it was valid
at the time that the step before has proven.

\`\`\`sh
jq -r '.certificateAuthorities[]?.certChain.certificates[].rawBytes' "$ROOT" | pem > "$W/authorities.pem"
openssl verify -attime "$(date -u -d "$SEEN" +%s)" -CAfile "$W/authorities.pem" -untrusted "$W/authorities.pem" -purpose any "$W/leaf.pem"
\`\`\`

**The files.** Do this only after the signature was verified. It prints one \`OK\` for each file:

\`\`\`sh
jq -r '.subject[] | "\\(.digest.sha256)  \\(.name)"' "$W/payload" | sha256sum -c -
\`\`\`

The statement says what its signature promises, such as a timestamp. A run that promises a timestamp and has
none was tampered with:

\`\`\`sh
jq .predicate.assurance "$W/payload"
\`\`\`

## With cosign 3

cosign checks one file at a time, and each file that the statement names must pass. \`each\` runs a command for every one
of them, and fails where one fails or where the statement names none:

\`\`\`sh
each() { jq -r .dsseEnvelope.payload evidence.sigstore.json | base64 -d | jq -r '.subject[].name' | (N=0; while read -r FILE; do "$@" "./$FILE" || exit 1; N=1; done; [ "$N" = 1 ]); }
\`\`\`

Signed with a key, offline. It prints \`Verified OK\` for each file:

\`\`\`sh
each cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog
\`\`\`

The same with its timestamp:

\`\`\`sh
each cosign verify-blob-attestation --key signing-key.pub.pem --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --insecure-ignore-tlog --use-signed-timestamps --trusted-root trusted_root.json
\`\`\`

Keyless on GitHub's own instance, which has no logs; without \`--insecure-ignore-tlog\` and
\`--insecure-ignore-sct\` for a public repository. cosign takes one root, so give it the line of
\`trusted_root.jsonl\` that names the authority:

\`\`\`sh
each cosign verify-blob-attestation --bundle evidence.sigstore.json --type https://datadog-evidence.github.io/evidence/v1 --trusted-root trusted_root.json --use-signed-timestamps --insecure-ignore-tlog --insecure-ignore-sct --certificate-oidc-issuer https://token.actions.githubusercontent.com --certificate-identity "$WORKFLOW"
\`\`\`

cosign needs \`--insecure-ignore-tlog\` for a signature that is in no public log. cosign 2.5 also needs
\`--new-bundle-format\`, and a \`--trusted-root\` where there is a key alone, or it asks the network for one. For a declared gap, use
\`https://datadog-evidence.github.io/gap/v1\` as the type.

## With gh

Only for keyless runs, because \`gh\` does not support keys. \`REPOSITORY\` is the repository of the workflow that
signed, such as \`acme/compliance\`. \`each\` is the command of the section before.

\`\`\`sh
each gh attestation verify --repo "$REPOSITORY" --bundle evidence.sigstore.json --predicate-type https://datadog-evidence.github.io/evidence/v1 --custom-trusted-root trusted_root.jsonl
\`\`\`

## What a good signature does not show

It does not show that no day is missing, that no holder of the key signed something false within the hour, or
that a control is met. Without a timestamp from an authority that you accept, it does not show the time either:
the time is then the signer's own claim. Evidence supports a control; the auditor judges whether it is enough.
`;
