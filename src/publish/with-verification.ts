import { readBundle } from "../bundle/read-bundle.ts";
import type { ChainStatement } from "../bundle/statement.ts";
import { readBytes, type EvidenceFile } from "../evidence/file.ts";
import { Failure } from "../failure.ts";
import type { Attestation } from "../sign/signing.ts";
import { runFolderOf } from "../verify/run/read-folder.ts";
import { failureDetail } from "../verify/run/verdict.ts";
import { readUnverifiedRun } from "../verify/run/verify-run.ts";
import type { AttestFiles } from "./append-run.ts";
import type { SignerCheck } from "./signer-check.ts";

/** Beyond this size only the statement is checked: the digests of the files were computed as they were written. */
const LARGEST_IN_MEMORY = 32 * 1024 * 1024;

/**
 * The same signing step, which verifies what it signed before it returns. It throws a `Failure` where nobody could
 * verify that later: an exit of 0 must never stand for evidence that is not genuine.
 */
export function withVerification<Kind extends ChainStatement>(
  attest: AttestFiles<Kind>,
  check: SignerCheck,
): AttestFiles<Kind> {
  return async (files, tail) => {
    const attestation = await attest(files, tail);
    const trouble = await troubleWith(attestation, { files, check });
    if (trouble === null) return attestation;
    throw new Failure("not-signed", `the signed evidence cannot be verified: ${trouble}`, {
      hint: "this is a fault of the program or of the signing key; the evidence is kept without a signature",
    });
  };
}

/** Why the run would not verify, as a sentence; null where it does. */
async function troubleWith(
  { bundle }: Pick<Attestation<ChainStatement>, "bundle">,
  { files, check }: { files: readonly EvidenceFile[]; check: SignerCheck },
): Promise<string | null> {
  const read = await readBundle(Buffer.from(bundle));
  if ("trouble" in read) return read.trouble;
  // Of a keyless signature of our own, too, only the certificate beside it is known here.
  if (!["own", "claimed"].includes(await check(read))) return "the signature is not by the key that signs";
  const isSmall = files.reduce((sum, { size }) => sum + size, 0) <= LARGEST_IN_MEMORY;
  const contents = new Map(isSmall ? files.map((file) => [file.name, readBytes(file)]) : []);
  const verdict = await readUnverifiedRun(runFolderOf(read, contents), { mayLackEvidence: !isSmall });
  return verdict.run === null ? failureDetail(verdict) : null;
}
