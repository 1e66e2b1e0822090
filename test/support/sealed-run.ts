import { createHash, generateKeyPairSync, sign } from "node:crypto";
import path from "node:path";

import { z } from "zod";

import { formatTime } from "../../src/platform/time.ts";
import { runAttester } from "../../src/sign/attest.ts";
import type { StatementSigner, Signer, Witness } from "../../src/sign/signing.ts";
import type { Assurance } from "../../src/bundle/statement.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import type { TrustedIdentity } from "../../src/verify/trust/trust.ts";
import { evidenceOf, writeRun } from "./evidence.ts";
import type { SigstoreWorld } from "./sigstore-world.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { POLICY_NAME } from "../../src/policy/schema.ts";
import { judgedBy } from "./stream.ts";
import { mappedBy } from "../controls/mappings.ts";

/** What Fulcio certifies of a workflow of GitHub, as far as we look at it. */
export interface Workflow {
  readonly identity: string;
  readonly issuer: string;
  readonly repositoryId: string;
  readonly ownerId: string;
  /** Of the run and its attempt. */
  readonly run: string;
  readonly repository: string;
  readonly workflow: string;
  readonly workflowSha: string;
  readonly event: string;
}

/** The workflow that collects the evidence of these tests. */
export const WORKFLOW: Workflow = {
  identity: "https://github.com/northwind/platform/.github/workflows/e.yml@refs/heads/main",
  issuer: "https://token.actions.githubusercontent.com",
  repositoryId: "771",
  ownerId: "99",
  run: "https://github.com/northwind/platform/actions/runs/123/attempts/1",
  repository: "https://github.com/northwind/platform",
  workflow: "https://github.com/northwind/platform/.github/workflows/e.yml@refs/heads/main",
  workflowSha: "11ea89ea",
  event: "schedule",
};

/** Whom an auditor trusts who knows that workflow. */
export const IDENTITY: TrustedIdentity = {
  issuer: WORKFLOW.issuer,
  identity: WORKFLOW.identity,
  repositoryId: WORKFLOW.repositoryId,
  ownerId: WORKFLOW.ownerId,
};

/** Evidence collected at that time, which certificates of a world of now need. */
export function evidenceAt(now: Date): Evidence {
  return evidenceOf(undefined, {
    startedAt: formatTime(new Date(now.getTime() - 40_000)),
    collectedAt: formatTime(now),
    validUntil: formatTime(new Date(now.getTime() + 36 * 3_600_000)),
  });
}

/** Signs with a key that lives as long as its certificate. */
export function workflowSigner({ authorities }: SigstoreWorld, workflow: Workflow = WORKFLOW): Signer {
  return {
    signing: "keyless",
    async sign(bytes) {
      const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const certificate = await authorities.ca.issueCertificate({
        publicKey: pair.publicKey.export({ format: "der", type: "spki" }),
        subjectAltName: workflow.identity,
        extensions: [
          { oid: "1.3.6.1.4.1.57264.1.8", value: workflow.issuer },
          { oid: "1.3.6.1.4.1.57264.1.12", value: workflow.repository },
          { oid: "1.3.6.1.4.1.57264.1.18", value: workflow.workflow },
          { oid: "1.3.6.1.4.1.57264.1.19", value: workflow.workflowSha },
          { oid: "1.3.6.1.4.1.57264.1.20", value: workflow.event },
          { oid: "1.3.6.1.4.1.57264.1.15", value: workflow.repositoryId },
          { oid: "1.3.6.1.4.1.57264.1.17", value: workflow.ownerId },
          { oid: "1.3.6.1.4.1.57264.1.21", value: workflow.run },
        ],
      });
      return {
        bytes: sign("sha256", bytes, pair.privateKey),
        by: { certificate: bytesOf(certificate), issuer: bytesOf(authorities.ca.rootCertificate) },
        signedBy: workflow.identity,
      };
    },
  };
}

/** The clock of the world, or of another time in it. */
export function clock(world: SigstoreWorld, at?: Date): Witness {
  return {
    gives: "timestamp",
    testify: async ({ signature }) => ({
      timestamp: await world.stamp(signature.bytes, at),
      time: at ?? world.now,
    }),
  };
}

/** The log of the world. */
export function logOf({ authorities }: SigstoreWorld): Witness {
  return {
    gives: "log",
    async testify({ envelope, signature }) {
      const answer = await authorities.tlog.log({
        apiVersion: "0.0.1",
        kind: "dsse",
        spec: {
          envelopeHash: hash(JSON.stringify(envelope)),
          payloadHash: hash(envelope.payload),
          signatures: [{ signature: signature.bytes.toString("base64"), verifier: "" }],
        },
      });
      const [entry] = Object.values(Answer.parse(answer));
      if (entry === undefined) throw new Error("the log gave no entry");
      const { inclusionProof: proof, signedEntryTimestamp } = entry.verification;
      return {
        entry: {
          logIndex: String(entry.logIndex),
          logId: { keyId: Buffer.from(entry.logID, "hex") },
          kindVersion: { kind: "dsse", version: "0.0.1" },
          integratedTime: String(entry.integratedTime),
          inclusionPromise: { signedEntryTimestamp: Buffer.from(signedEntryTimestamp, "base64") },
          inclusionProof: {
            logIndex: String(proof.logIndex),
            rootHash: Buffer.from(proof.rootHash, "hex"),
            treeSize: String(proof.treeSize),
            hashes: [],
            checkpoint: { envelope: proof.checkpoint },
          },
          canonicalizedBody: Buffer.from(entry.body, "base64"),
        },
      };
    },
  };
}

function hash(bytes: string | Uint8Array) {
  return { algorithm: "sha256", value: createHash("sha256").update(bytes).digest("hex") };
}

const Answer = z.record(
  z.string(),
  z.object({
    body: z.string(),
    integratedTime: z.int(),
    logID: z.string(),
    logIndex: z.int(),
    verification: z.object({
      signedEntryTimestamp: z.string(),
      inclusionProof: z.object({
        logIndex: z.int(),
        rootHash: z.string(),
        treeSize: z.int(),
        checkpoint: z.string(),
      }),
    }),
  }),
);

/** The seal, with a statement that promises something else than it reaches. */
export function promising(seal: StatementSigner, change: Partial<Assurance>): StatementSigner {
  return async (say) => seal((promise) => say({ ...promise, ...change }));
}

/** What a run of these tests is given: the text of a policy, and of a mapping. */
export interface GivenTexts {
  readonly policy?: string;
  readonly mapping?: string;
}

/** A run folder below `root`, where the evidence says, with such a seal and what it is given. */
export async function sealedRun(
  root: string,
  collected: Evidence,
  seal: StatementSigner,
  { policy, mapping }: GivenTexts = {},
): Promise<string> {
  const judged = policy === undefined ? collected : judgedBy(collected, policy);
  const mapped = mapping === undefined ? null : mappedBy(judged, mapping);
  const evidence = mapped?.evidence ?? judged;
  const files = [
    ...evidenceFiles(evidence),
    ...(policy === undefined ? [] : [fileOf(POLICY_NAME, policy)]),
    ...(mapped === null ? [] : [mapped.file]),
  ];
  const { bundle } = await runAttester(seal)(evidence, files, null);
  const folder = path.join(root, evidence.stream.name, runPath(evidence));
  await writeRun(folder, files, bundle);
  return folder;
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
