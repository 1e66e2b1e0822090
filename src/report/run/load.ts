import type { Statement } from "../../bundle/statement.ts";
import type { EvidenceFile } from "../../evidence/file.ts";
import { runFolder } from "../../bundle/run-path.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { runMarkdown } from "./markdown.ts";
import { runReport } from "./html.ts";
import type { RunReport } from "./model.ts";
import { sinceLastRun } from "../changes-in-words.ts";

/** A run as it was signed; `statement` is null where it was not. */
interface SignedRun {
  readonly evidence: Evidence;
  /** `evidence.json` first. */
  readonly files: readonly EvidenceFile[];
  readonly statement: Statement | null;
  /** Fingerprint of the key, or identity of the workflow. */
  readonly signedBy: string | null;
}

/** The HTML report of a run. */
export function reportOfRun(run: SignedRun): string {
  return runReport(reported(run));
}

/** The same in Markdown. */
export function markdownOfRun(run: SignedRun): string {
  return runMarkdown(reported(run));
}

function reported(of: SignedRun): RunReport {
  const { evidence, statement, signedBy } = of;
  const files = of.files.map(({ name, size, sha256 }) => ({ name, bytes: size, sha256 }));
  return {
    evidence,
    evidenceSha256: files[0]?.sha256 ?? "",
    files,
    attestation:
      statement === null
        ? null
        : {
            signing: statement.predicate.assurance.signing,
            timestamp: statement.predicate.assurance.timestamp,
            sequence: statement.predicate.sequence,
            keyFingerprint: statement.predicate.assurance.signing === "key" ? signedBy : null,
          },
    since: sinceLastRun(statement),
    folder: `${evidence.stream.name}/${runFolder(evidence)}`,
  };
}
