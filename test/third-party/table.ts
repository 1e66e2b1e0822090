import { execFile } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder } from "@sigstore/sign";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import { PAYLOAD_TYPE, type ChainStatement } from "../../src/bundle/statement.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { runAttester } from "../../src/sign/attest.ts";
import { readTrustedRoots } from "../../src/verify/trust/roots.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";
import { cosignFolder } from "../support/cosign.ts";
import { newKey } from "../support/evidence.ts";
import { startOpensslTsa, type TsaKind } from "../support/openssl-tsa.ts";
import {
  clock,
  evidenceAt,
  IDENTITY,
  logOf,
  sealedRun,
  WORKFLOW,
  workflowSigner,
} from "../support/sealed-run.ts";
import { rememberRootText } from "../support/second-verifier.ts";
import { rootsOf, sigstoreWorld, type AuthorityCurve } from "../support/sigstore-world.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { SIGNER } from "../support/tampering.ts";
import { signerFor } from "../../src/run/signer.ts";

const run = promisify(execFile);

/** A run with a bundle that another tool made, or that rests on authorities of another kind, and what verify answers. */
export interface ThirdPartyRow {
  /** Unique: the tool, and what it made. */
  readonly made: string;
  readonly exit: 0 | 1 | 2;
  /** Part of what verify prints. */
  readonly words: string;
  /** Makes the run in an empty folder; null where the tool cannot be had here. */
  readonly make: (root: string) => Promise<Trust | null>;
}

const GENUINE = { exit: 0, words: "Genuine and complete" } as const;

export const THIRD_PARTY: readonly ThirdPartyRow[] = [
  {
    made: "a statement that cosign 3 signed by a key",
    ...GENUINE,
    make: async (root) =>
      byCosign(root, { version: "3", command: ["attest-blob", "--statement", "statement.json"] }),
  },
  {
    made: "a blob that cosign 3 signed by a key",
    exit: 1,
    words: "the bundle carries no DSSE envelope",
    make: async (root) => byCosign(root, { version: "3", command: ["sign-blob"] }),
  },
  {
    made: "a statement of the first version, which cosign 2.5 writes",
    exit: 2,
    words: "Not checked in full",
    make: async (root) =>
      byCosign(root, {
        version: "2.5",
        command: [
          "attest-blob",
          "--predicate",
          "predicate.json",
          "--type",
          "https://datadog-evidence.github.io/evidence/v1",
        ],
      }),
  },
  {
    made: "a statement that openssl signed by a key of P-256",
    ...GENUINE,
    make: async (root) => byOpenssl(root, "P-256"),
  },
  {
    made: "a statement that openssl signed by a key of Ed25519",
    ...GENUINE,
    make: async (root) => byOpenssl(root, "Ed25519"),
  },
  ...(["P-256", "P-384", "P-521"] as const).flatMap((curve): readonly ThirdPartyRow[] => [
    {
      made: `a bundle of sigstore-js, by an authority of ${curve}`,
      ...GENUINE,
      make: async (root) => bySigstoreJs(root, curve),
    },
    {
      made: `a workflow's run in the logs of an instance of ${curve}`,
      ...GENUINE,
      make: async (root) => byInstance(root, curve),
    },
  ]),
  ...(["EC", "RSA-SHA256"] as const).map((kind): ThirdPartyRow => ({
    made: `a timestamp of openssl with a key of ${kind}`,
    exit: GENUINE.exit,
    words: GENUINE.words,
    make: async (root) => stampedByOpenssl(root, kind),
  })),
];

/** The files of a run of now below `root`, and the statement about them; the bundle is left to somebody else. */
async function unsignedRun(root: string, evidence: Evidence) {
  const files = evidenceFiles(evidence);
  const statements: ChainStatement[] = [];
  await runAttester(async (toStatement) => {
    const statement = toStatement({ signing: "key", timestamp: false, log: false });
    statements.push(statement);
    return { statement, bundle: "", signedBy: "", issuer: null, signedAt: null };
  })(evidence, files, null);
  const folder = path.join(root, evidence.stream.name, runPath(evidence));
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(path.join(folder, file.name), file.pieces());
  return { folder, bundle: path.join(folder, BUNDLE_NAME), statement: JSON.stringify(statements[0]) };
}

const newEvidence = (): Evidence => evidenceAt(new Date(Math.floor(Date.now() / 1000) * 1000));

async function byCosign(
  root: string,
  { version, command }: { readonly version: "3" | "2.5"; readonly command: readonly string[] },
): Promise<Trust | null> {
  const [bin, importer] = [await cosignFolder(version), await cosignFolder("3")];
  if (bin === null || importer === null) return null;
  const key = newKey();
  const { bundle, folder, statement } = await unsignedRun(root, newEvidence());
  const own = `${root}-cosign`;
  await mkdir(own);
  await writeFile(path.join(own, "key.pem"), key.privateKey.export({ type: "pkcs8", format: "pem" }));
  await writeFile(path.join(own, "statement.json"), statement);
  await writeFile(path.join(own, "predicate.json"), JSON.stringify(JSON.parse(statement).predicate));
  const options = { cwd: own, env: { ...process.env, COSIGN_PASSWORD: "x", HOME: own } };
  await run(path.join(importer, "cosign"), ["import-key-pair", "--key", "key.pem"], options);
  const flags = ["--key", "import-cosign.key", "--new-bundle-format", "--tlog-upload=false", "--yes"];
  if (version === "3") flags.push("--use-signing-config=false");
  const words = [...command, ...flags, "--bundle", bundle, path.join(folder, "evidence.json")];
  await run(path.join(bin, "cosign"), words, options);
  return { keys: [readVerifyingKey(key.publicPem)] };
}

async function byOpenssl(root: string, kind: "P-256" | "Ed25519"): Promise<Trust> {
  const key = newKey(kind);
  const { bundle, statement } = await unsignedRun(root, newEvidence());
  const own = `${root}-openssl`;
  await mkdir(own);
  await writeFile(path.join(own, "key.pem"), key.privateKey.export({ type: "pkcs8", format: "pem" }));
  const size = Buffer.byteLength(statement);
  await writeFile(
    path.join(own, "bytes"),
    `DSSEv1 ${PAYLOAD_TYPE.length} ${PAYLOAD_TYPE} ${size} ${statement}`,
  );
  const words =
    kind === "P-256"
      ? ["dgst", "-sha256", "-sign", "key.pem", "-out", "signature", "bytes"]
      : ["pkeyutl", "-sign", "-rawin", "-inkey", "key.pem", "-in", "bytes", "-out", "signature"];
  await run("openssl", words, { cwd: own });
  const sig = (await readFile(path.join(own, "signature"))).toString("base64");
  const written = {
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { publicKey: { hint: Buffer.from(key.fingerprint, "hex").toString("base64") } },
    dsseEnvelope: {
      payload: Buffer.from(statement).toString("base64"),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig, keyid: "" }],
    },
  };
  await writeFile(bundle, JSON.stringify(written));
  return { keys: [readVerifyingKey(key.publicPem)] };
}

/** A run signed by the certificate of a workflow, in a bundle that the library of Sigstore put together by itself. */
async function bySigstoreJs(root: string, curve: AuthorityCurve): Promise<Trust> {
  const world = await sigstoreWorld({ curve });
  const evidence = evidenceAt(world.now);
  const { bundle, statement } = await unsignedRun(root, evidence);
  const promised = JSON.parse(statement);
  promised.predicate.assurance = { signing: "keyless", timestamp: true, log: false };
  const signer = workflowSigner(world);
  const builder = new DSSEBundleBuilder({
    signer: {
      async sign(bytes) {
        const { bytes: signature, by } = await signer.sign(bytes);
        if (!("certificate" in by)) throw new Error("a workflow signs by a certificate");
        return { signature, key: { $case: "x509Certificate", certificate: pem(by.certificate) } };
      },
    },
    witnesses: [
      {
        async testify(content) {
          if (content.$case !== "dsseEnvelope") throw new Error("a statement is in an envelope");
          const [signed] = content.dsseEnvelope.signatures;
          return {
            rfc3161Timestamps: [{ signedTimestamp: await world.stamp(signed?.sig ?? Buffer.alloc(0)) }],
          };
        },
      },
    ],
  });
  const built = await builder.create({ data: Buffer.from(JSON.stringify(promised)), type: PAYLOAD_TYPE });
  await writeFile(bundle, JSON.stringify(bundleToJSON(built)));
  return { keys: [], identity: IDENTITY, roots: await rootsOf(world) };
}

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`;
}

async function byInstance(root: string, curve: AuthorityCurve): Promise<Trust> {
  const world = await sigstoreWorld({ isPublic: true, curve });
  const seal = statementSigner(workflowSigner(world, WORKFLOW), { witnesses: [clock(world), logOf(world)] });
  await sealedRun(root, evidenceAt(world.now), seal);
  return { keys: [], identity: IDENTITY, roots: await rootsOf(world) };
}

const quiet = (): void => {};

async function stampedByOpenssl(root: string, kind: TsaKind): Promise<Trust> {
  await using tsa = await startOpensslTsa(kind);
  const signal = AbortSignal.timeout(60_000);
  const seal = await signerFor(
    { by: "key", key: SIGNER, timestampUrl: tsa.url },
    {
      environment: {},
      signal,
      conceal: quiet,
      log: { info: quiet, warning: quiet, debug: quiet, group: quiet },
    },
  );
  if (seal === null) throw new Error("there is nothing to sign with");
  await sealedRun(root, newEvidence(), seal(signal, null));
  const roots = await readTrustedRoots(Buffer.from(tsa.trustedRoot), "trusted_root.json");
  return {
    keys: [readVerifyingKey(SIGNER.publicPem)],
    roots: rememberRootText(roots, tsa.trustedRoot),
    requiresTime: true,
  };
}
