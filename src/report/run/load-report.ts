import { PREDICATE_TYPE } from "../../bundle/statement.ts";
import { fileOf } from "../../evidence/file.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { shownPolicy } from "../../policy/derive-policy.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import { readEvidenceFile, type RunFolder } from "../../verify/run/read-folder.ts";
import type { SignedRun } from "./model.ts";

/** What the report of a run shows, read and not verified. Throws a `Failure` where the evidence cannot be used. */
export function loadSignedRun(folder: RunFolder): SignedRun {
  const files = [...folder.files]
    .flatMap(([name, bytes]) => (name === BUNDLE_NAME ? [] : [fileOf(name, bytes)]))
    .toSorted((a, b) => Number(b.name === EVIDENCE_NAME) - Number(a.name === EVIDENCE_NAME));
  const evidence = readEvidenceFile(folder);
  const policy = shownPolicy(evidence, folder.files.get(POLICY_NAME));
  return { evidence, files, policy, ...signedPart(folder) };
}

/** What a bundle says of itself, not verified: for showing only. A damaged one says nothing; verify reports that. */
function signedPart({ bundle }: RunFolder): Pick<SignedRun, "statement" | "signedBy"> {
  if (bundle === null || "trouble" in bundle || "trouble" in bundle.statement) {
    return { statement: null, signedBy: null };
  }
  const { value } = bundle.statement;
  return {
    statement: value.predicateType === PREDICATE_TYPE ? value : null,
    signedBy: bundle.signer.kind === "key" ? bundle.signer.fingerprint : null,
  };
}
