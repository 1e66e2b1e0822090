import { z } from "zod";

import { fingerprintFromHint } from "../bundle/public-key.ts";
import { ChainStatement, GAP_PREDICATE_TYPE, PAYLOAD_TYPE, statementOf } from "../bundle/statement.ts";
import type { Link } from "../bundle/statement.ts";
import { isSignatureBy, readPublicKey } from "../platform/crypto.ts";
import { canonical } from "../evidence/files/canonical.ts";
import { sha256 } from "../evidence/digest.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../evidence/files/evidence-files.ts";
import { Gap, GAP_NAME } from "../evidence/gap.ts";
import { readJson } from "../evidence/files/json.ts";
import { withRecords } from "../evidence/files/reassembly.ts";
import { Evidence } from "../evidence/schema.ts";
import { fileOf } from "../evidence/file.ts";
import type { NewRun, StoredRun } from "./branch.ts";

/** The key that signs now, or has signed; null where signing is keyless. */
export type SigningPublicKey = { readonly publicPem: string; readonly fingerprint: string } | null;

/** A run of the repository with what its bundle says. Nothing of it is verified yet. */
export interface SignedRun {
  readonly at: StoredRun;
  readonly statement: ChainStatement;
  /** By which the next run names this one. */
  readonly link: Link | null;
  /** `sha256` of `evidence.json` or `gap.json`, as signed. */
  readonly contentSha256: string;
  /** Fingerprint of the key that the bundle names; null where it names none, as keyless ones do. */
  readonly signedBy: string | null;
  /** Text of the bundle. */
  readonly bundle: string;
  readonly isSignedBy: (publicPem: string) => Promise<boolean>;
}

export interface Unreadable {
  readonly at: StoredRun;
  /** Why nothing is known of it, as the end of a sentence about the run. */
  readonly trouble: string;
}

/** A bundle as far as a chain needs it; verifiers ask for more. */
const Bundle = z.looseObject({
  dsseEnvelope: z.looseObject({
    payload: z.base64(),
    payloadType: z.literal(PAYLOAD_TYPE),
    signatures: z.tuple([z.looseObject({ sig: z.base64() })]),
  }),
  verificationMaterial: z.looseObject({
    publicKey: z.looseObject({ hint: z.string().optional() }).optional(),
  }),
});

/** What the bundle of a run folder says, or why it says nothing. */
export async function readSignedRun(at: StoredRun): Promise<SignedRun | Unreadable> {
  const read = at.files.get(BUNDLE_NAME);
  if (read === undefined) return { at, trouble: "is not signed" };
  const bytes = await read();
  const json = readJson(bytes);
  if ("trouble" in json) return { at, trouble: `has a bundle that ${json.trouble}` };
  const bundle = Bundle.safeParse(json.value);
  if (!bundle.success) return { at, trouble: "has a damaged bundle" };

  const { dsseEnvelope: envelope, verificationMaterial: material } = bundle.data;
  const payload = Buffer.from(envelope.payload, "base64");
  const said = readJson(payload);
  const statement = ChainStatement.safeParse("value" in said ? said.value : null);
  if (!statement.success) return { at, trouble: "has a statement of a kind that this version does not know" };
  const { sequence } = statement.data.predicate;
  return {
    at,
    statement: statement.data,
    link: sequence === null ? null : { sequence, statement: sha256(payload) },
    contentSha256:
      statement.data.subject.find(({ name }) => name === mainOf(statement.data))?.digest.sha256 ?? "",
    signedBy: fingerprintFromHint(material.publicKey?.hint ?? ""),
    bundle: bytes.toString("utf8"),
    async isSignedBy(publicPem) {
      const { dsse } = await import("@sigstore/core");
      return isSignatureBy(readPublicKey(publicPem), {
        bytes: dsse.preAuthEncoding(envelope.payloadType, payload),
        signature: Buffer.from(envelope.signatures[0].sig, "base64"),
      });
    },
  };
}

/** The runs as they are committed: the signed files and the bundle of each. */
export async function toNewRuns(runs: readonly SignedRun[], stream: string): Promise<readonly NewRun[]> {
  return Promise.all(
    runs.map(async ({ at, statement, bundle }) => {
      const files = statement.subject.map(async ({ name }) =>
        fileOf(name, (await at.files.get(name)?.()) ?? Buffer.alloc(0)),
      );
      return {
        stream,
        place: at.place,
        files: [...(await Promise.all(files)), fileOf(BUNDLE_NAME, bundle)],
      };
    }),
  );
}

/** What a run folder holds. */
export interface Content {
  /** With the records that had moved out of it; null for a declared gap. */
  readonly evidence: Evidence | null;
}

/**
 * The signed content, or why no run can be linked to this one. Signatures of
 * other keys are left to those who verify: keys change, chains go on.
 */
export async function readContent(
  run: SignedRun,
  own: SigningPublicKey,
): Promise<Content | { readonly code: string; readonly trouble: string }> {
  if (own !== null && run.signedBy === own.fingerprint && !(await run.isSignedBy(own.publicPem))) {
    return { code: "not-genuine", trouble: "was not signed by the key that it names" };
  }
  const files = new Map<string, Buffer>();
  for (const { name, digest } of run.statement.subject) {
    const bytes = await run.at.files.get(name)?.();
    if (bytes === undefined) return { code: "changed", trouble: `lacks ${name}, which is signed` };
    if (sha256(bytes) !== digest.sha256)
      return { code: "changed", trouble: `holds another ${name} than was signed` };
    files.set(name, bytes);
  }
  const main = mainOf(run.statement);
  const json = readJson(files.get(main) ?? Buffer.alloc(0));
  if ("trouble" in json) return { code: "unreadable", trouble: `has a ${main} that ${json.trouble}` };
  const read = contradicted(run.statement, json.value);
  if ("trouble" in read || read.evidence === null) return read;
  const whole = withRecords(read.evidence, files);
  return "trouble" in whole
    ? { code: "unreadable", trouble: `cannot be put together: ${whole.trouble}` }
    : whole;
}

function contradicted(
  statement: ChainStatement,
  value: unknown,
): { readonly evidence: Evidence | null } | { readonly code: string; readonly trouble: string } {
  const unknown = { code: "unreadable", trouble: "does not follow a schema that this version knows" };
  const other = { code: "not-genuine", trouble: "holds evidence that says otherwise than its statement" };
  if (statement.predicateType === GAP_PREDICATE_TYPE) {
    const gap = Gap.safeParse(value);
    if (!gap.success) return unknown;
    const { stream, run, declaredAt } = gap.data;
    const { predicate } = statement;
    const isSame =
      canonical([predicate.stream, predicate.cadence, predicate.collectedAt, predicate.run]) ===
      canonical([
        { name: stream.name, site: stream.site },
        stream.cadence,
        declaredAt,
        { id: run.id, attempt: run.attempt },
      ]);
    return isSame ? { evidence: null } : other;
  }
  const evidence = Evidence.safeParse(value);
  if (!evidence.success) return unknown;
  const { predicate } = statement;
  const { predicate: dictated } = statementOf(evidence.data, {
    files: [],
    tail: null,
    assurance: predicate.assurance,
  });
  const isSame = SAID_TWICE.every((name) => canonical(predicate[name]) === canonical(dictated[name]));
  return isSame ? { evidence: evidence.data } : other;
}

/** What statement and evidence both say. */
const SAID_TWICE = ["stream", "cadence", "collectedAt", "outcome", "run"] as const;

function mainOf({ predicateType }: ChainStatement): string {
  return predicateType === GAP_PREDICATE_TYPE ? GAP_NAME : EVIDENCE_NAME;
}
