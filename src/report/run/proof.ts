import type { Evidence } from "../../evidence/schema.ts";
import {
  bullets,
  digest,
  escapeHtml,
  facts,
  githubLink,
  name,
  number,
  section,
  soft,
  table,
} from "../render/html.ts";
import { runLimits } from "./limits.ts";
import type { Attestation, RunReport } from "./model.ts";

export interface SignedReport extends RunReport {
  readonly attestation: Attestation;
}

/** Which code made the evidence, and what it was allowed to keep. */
export function making({ evidence }: RunReport): string {
  const { collector, mapping, privacy } = evidence;
  const right = facts([
    ["Collector", `${collector.name} ${name(collector.version)} ${digest(collector.sha256)}`],
    ["Control mapping", `${name(mapping.version)} ${digest(mapping.sha256)}`],
    ["Rules", `version ${number(evidence.rules)}, schema ${evidence.schema}`],
    [
      "Privacy",
      `${privacy.level}: allow-listed fields only; pseudonyms by key ${name(privacy.pseudonymKeyId)}`,
    ],
  ]);
  return section({
    id: "making",
    title: "How it was made",
    html: `<div class="two">\n${facts(origin(evidence))}\n${right}\n</div>`,
  });
}

/** The files of the run with their digests. */
export function filesSection({ files, folder }: RunReport): string {
  const rows = files.map(
    (file) =>
      `<tr><th scope="row">${name(file.name)}</th><td>${number(file.bytes)}</td><td>${digest(file.sha256)}</td></tr>`,
  );
  return section({
    id: "files",
    title: "Files",
    html: table({
      html: { caption: `Files of the run ${soft(`· in ${folder}`)}`, rows: rows.join("\n") },
      columns: ["File", "Bytes", "SHA-256"],
      kind: "files",
    }),
  });
}

/** The commands that check the run offline. */
export function verification(report: RunReport): string {
  const { attestation } = report;
  const lead =
    "Offline, with tools we did not write. This page is only a way to read evidence.json; where the two differ, the file is right.";
  const html = attestation === null ? unsigned(report) : signed({ ...report, attestation });
  return section({ id: "verify", title: "Verify it yourself", lead, html });
}

/** What nobody may conclude from the run. */
export function limits({ evidence }: RunReport): string {
  return section({
    id: "limits",
    title: "What this evidence does not show",
    html: bullets(runLimits(evidence)),
  });
}

/** Text as one word of a shell command. */
export function shellWord(text: string): string {
  if (/^[\w.\/][\w.\/\-]*$/v.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

function origin({ run }: Evidence): readonly (readonly [string, string])[] {
  if (run.github === null)
    return [["Run", `${name(run.id)}, attempt ${number(run.attempt)}, outside GitHub Actions`]];
  const { github } = run;
  return [
    ["Repository", `${name(github.repository)} ${soft(`id ${github.repositoryId}`)}`],
    ["Workflow", name(github.workflowRef)],
    ["Workflow commit", digest(github.workflowSha)],
    [
      "Run",
      `${githubLink({ url: github.url, repository: github.repository, id: run.id })}, attempt ${number(run.attempt)}`,
    ],
    [
      "Started by",
      `${name(github.event)}${github.schedule === null ? "" : `, <code>${escapeHtml(github.schedule)}</code>`}`,
    ],
  ];
}

function unsigned({ folder, evidenceSha256 }: RunReport): string {
  return `<p><strong>This run is not signed</strong>, so there is no signature to check: only that the file is the one this page was made from.</p>
${commands([`cd ${shellWord(folder)}`, `echo '${evidenceSha256}  evidence.json' | sha256sum -c -`])}
<p>It can be signed later; the timestamp then shows when.</p>
${commands([`datadog-evidence attest ${shellWord(folder)}`])}`;
}

function signed(report: SignedReport): string {
  const { attestation, evidenceSha256 } = report;
  return `<div class="cols"><div>
<h3>With our verifier</h3>
${commands(verifierCommands(report))}
<p>It exits with ${report.evidence.outcome === "complete" ? "0: genuine and complete" : "3: genuine, but not complete"}. 1 would be: not genuine; 2: could not be checked.</p>
<h3>With openssl, jq and coreutils</h3>
${commands(opensslCommands(report))}
</div>
<div class="notes">
<h3>What to compare</h3>
${identity(attestation)}
<p>SHA-256 of <code>evidence.json</code></p>
<p>${digest(evidenceSha256)}</p>
<p>More ways, among them the trusted time, are in <code>VERIFY.md</code>.</p>
</div></div>`;
}

function identity({ signing, keyFingerprint }: Attestation): string {
  if (signing === "keyless") {
    return "<p>The workflow and the repository must be the ones you expect: what this page says of them is not proof.</p>";
  }
  const fingerprint = keyFingerprint === null ? "" : `\n<p>${digest(keyFingerprint)}</p>`;
  return `<p>The public key must come from its owner by another way than this repository. SHA-256 of its DER form:</p>${fingerprint}`;
}

/** The command that verifies the run with this program. */
export function verifierCommands({ evidence, attestation, folder }: SignedReport): readonly string[] {
  const verify = `datadog-evidence verify ${shellWord(folder)}`;
  if (attestation.signing === "key") {
    const time = attestation.timestamp ? ["--trusted-root trusted_root.jsonl --require-time"] : [];
    return [[verify, "--key signer.pub.pem", ...time].join(" \\\n  ")];
  }
  const { github } = evidence.run;
  const expected =
    github === null
      ? []
      : [
          `--identity ${shellWord(`https://github.com/${github.workflowRef}`)}`,
          "--issuer https://token.actions.githubusercontent.com",
          `--repository-id ${shellWord(github.repositoryId)}`,
        ];
  return [[verify, "--trusted-root trusted_root.jsonl", ...expected].join(" \\\n  ")];
}

function opensslCommands({ attestation, folder }: SignedReport): readonly string[] {
  const key =
    attestation.signing === "key"
      ? []
      : [
          'jq -r .verificationMaterial.certificate.rawBytes "$B" | base64 -d \\',
          "  | openssl x509 -inform DER -pubkey -noout > signer.pub.pem",
        ];
  return [
    `D=${shellWord(folder)}`,
    'B="$D/evidence.sigstore.json"',
    ...key,
    'jq -r .dsseEnvelope.payload "$B" | base64 -d > payload.bin',
    'T=$(jq -r .dsseEnvelope.payloadType "$B")',
    `{ printf 'DSSEv1 %d %s %d ' "\${#T}" "$T" "$(wc -c < payload.bin)"`,
    "  cat payload.bin; } > pae.bin",
    `jq -r '.dsseEnvelope.signatures[0].sig' "$B" | base64 -d > sig.bin`,
    "openssl dgst -sha256 -verify signer.pub.pem -signature sig.bin pae.bin",
    "# or, with an Ed25519 key: openssl pkeyutl -verify -pubin \\",
    "#   -inkey signer.pub.pem -rawin -in pae.bin -sigfile sig.bin",
    String.raw`jq -r '.subject[] | "\(.digest.sha256)  \(.name)"' payload.bin |`,
    '  (cd "$D" && sha256sum -c -)',
  ];
}

function commands(lines: readonly string[]): string {
  return `<pre>${escapeHtml(lines.join("\n"))}</pre>`;
}
