import type { Evidence } from "../../evidence/schema.ts";
import { githubLink } from "../render/links.ts";
import { code, digest, name, phrase, soft, strong } from "../render/phrases.ts";
import { box, columns, commands, facts, heading, paragraph, section, table } from "../render/renderer.ts";
import type { Block, Facts } from "../render/renderer.ts";
import { shellWord, workflowFlags } from "../render/shell.ts";
import type { Attestation, RunReport } from "./model.ts";

interface SignedReport extends RunReport {
  readonly attestation: Attestation;
}

/** Which code made the evidence, and what it was allowed to keep. */
export function makingSection({ evidence }: RunReport): Block {
  const { collector, mapping, privacy, rules, schema } = evidence;
  const right = facts([
    ["Collector", phrase`${collector.name} ${name(collector.version)} ${digest(collector.sha256)}`],
    ["Control mapping", phrase`${name(mapping.version)} ${digest(mapping.sha256)}`],
    ["Rules", phrase`version ${rules}, schema ${schema}`],
    [
      "Privacy",
      phrase`${privacy.level}: allow-listed fields only; pseudonyms by key ${name(privacy.pseudonymKeyId)}`,
    ],
  ]);
  return section({ id: "making", title: "How it was made" }, [
    box("two", [facts(originFacts(evidence)), right]),
  ]);
}

/** The files of the run with their digests. */
export function filesSection({ files, folder }: RunReport): Block {
  return section({ id: "files", title: "Files" }, [
    table({
      caption: "Files of the run",
      aside: `in ${folder}`,
      columns: ["File", "Bytes", "SHA-256"],
      rows: files.map((file) => [name(file.name), file.size, digest(file.sha256)]),
      kind: "files",
    }),
  ]);
}

/** The commands that check the run offline. */
export function verificationSection(report: RunReport): Block {
  const { attestation } = report;
  const lead =
    "Offline, with our program or with tools that others wrote. This page is only a way to read evidence.json; where the two differ, the file is right.";
  const content =
    attestation === null ? unsignedVerification(report) : [signedVerification({ ...report, attestation })];
  return section({ id: "verify", title: "Verify it yourself", lead }, content);
}

function originFacts({ run }: Evidence): Facts {
  const { github, id, attempt } = run;
  if (github === null) return [["Run", phrase`${name(id)}, attempt ${attempt}, outside GitHub Actions`]];
  const { repository, repositoryId, schedule, event, url } = github;
  return [
    ["Repository", phrase`${name(repository)} ${soft(`id ${repositoryId}`)}`],
    ["Workflow", name(github.workflowRef)],
    ["Workflow commit", digest(github.workflowSha)],
    ["Run", phrase`${githubLink({ url, repository, id })}, attempt ${attempt}`],
    ["Started by", schedule === null ? name(event) : phrase`${name(event)}, ${code(schedule)}`],
  ];
}

function unsignedVerification({ folder, evidenceSha256 }: RunReport): readonly Block[] {
  return [
    paragraph(
      phrase`${strong("This run is not signed")}, so there is no signature to check. The first command only checks that the file is the one this page was made from.`,
    ),
    commands([`cd ${shellWord(folder)}`, `echo '${evidenceSha256}  evidence.json' | sha256sum -c -`]),
    paragraph("You can sign it later; the timestamp then shows when."),
    commands([`npx datadog-evidence attest ${shellWord(folder)}`]),
  ];
}

function signedVerification(report: SignedReport): Block {
  const { attestation, evidenceSha256, evidence } = report;
  const expected =
    evidence.outcome === "complete" ? "0: genuine and complete" : "3: genuine, but not complete";
  return columns(
    [
      heading("With our verifier"),
      commands(verifierCommands(report)),
      paragraph(`Expected exit code ${expected}. 1 means not genuine, 2 means that it could not be checked.`),
      heading("With openssl, jq and coreutils"),
      commands(opensslCommands(report)),
    ],
    [
      heading("What to compare"),
      ...identityBlocks(attestation),
      paragraph(phrase`SHA-256 of ${code("evidence.json")}`),
      paragraph(digest(evidenceSha256)),
      paragraph(phrase`${code("VERIFY.md")} has more ways, for instance how to check the trusted time.`),
    ],
  );
}

function identityBlocks({ signing, keyFingerprint }: Attestation): readonly Block[] {
  if (signing === "keyless") {
    return [
      paragraph(
        "The workflow and the repository must be the ones you expect. What this page says about them is not proof.",
      ),
    ];
  }
  return [
    paragraph(
      "Get the public key from its owner by another way than this repository. SHA-256 of its DER form:",
    ),
    ...(keyFingerprint === null ? [] : [paragraph(digest(keyFingerprint))]),
  ];
}

/** The command that verifies the run with this program. */
function verifierCommands({ evidence, attestation, folder }: SignedReport): readonly string[] {
  const verify = `npx datadog-evidence verify ${shellWord(folder)}`;
  if (attestation.signing === "key") {
    const time = attestation.timestamp ? ["--trusted-root trusted_root.jsonl --require-time"] : [];
    return [[verify, "--key signer.pub.pem", ...time].join(" \\\n  ")];
  }
  const { github } = evidence.run;
  const expected =
    github === null
      ? []
      : [
          ...workflowFlags(`${URL.parse(github.url)?.origin ?? "https://github.com"}/${github.workflowRef}`),
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
