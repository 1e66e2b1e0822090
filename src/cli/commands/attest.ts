import path from "node:path";

import { diskFiles } from "../../platform/disk.ts";
import { runAttester } from "../../sign/attest.ts";
import { describeSignature } from "../../sign/signing.ts";
import { lateSigningReason } from "../../sign/timestamp/timestamp.ts";
import { fileOf } from "../../evidence/file.ts";
import { findLeaks } from "../../evidence/secret-scan.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import type { Evidence } from "../../evidence/schema.ts";
import type { Tail } from "../../bundle/statement.ts";
import { Failure } from "../../failure.ts";
import { MAPPING_NAME } from "../../controls/catalogue.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { writeOnce } from "../../publish/write-folder.ts";
import { signerCheck, type SignerCheck } from "../../publish/signer-check.ts";
import { withVerification } from "../../publish/with-verification.ts";
import { lateRunFailure, readChainHead, type ChainHead } from "../../publish/chain-head.ts";
import { signAfterChain } from "../../publish/sign-after-chain.ts";
import { signerFor } from "../../run/signer.ts";
import { checkFolder } from "../../verify/run/consistency.ts";
import { checkDerived } from "../../verify/run/content.ts";
import { readRunFolder, readWholeEvidence, type RunFolder } from "../../verify/run/read-folder.ts";
import { checkNotInFuture } from "../../verify/run/time.ts";
import { CheckLog, failureDetail } from "../../verify/run/verdict.ts";
import { flagText } from "../../config/flags.ts";
import type { Arguments, Command } from "../command.ts";
import { SIGNING_FLAGS, signingFrom } from "../options/signing.ts";

export const attestCommand: Command = {
  summary: "sign a run folder that has no signature yet",
  synopsis: "RUN_FOLDER [--signing-key FILE] [flags]",
  words: { what: "one run folder", count: 1 },
  flags: {
    repository: {
      argument: "DIR",
      description: "Link the run to the last run of its stream in this git work tree, for publish.",
    },
    path: {
      argument: "PATH",
      description: "Folder of the work tree that contains the streams (default: its top).",
    },
    ...SIGNING_FLAGS,
  },
  notes: [
    `Writes ${BUNDLE_NAME} beside the evidence and does not change the evidence. A folder that is already signed is refused. More than an hour after collecting, the statement says that it was signed late.`,
  ],

  async run(given, { environment, cancellation, conceal, secrets, log, print }) {
    const [asked = ""] = given.words;
    const chosen = await signingFrom(given, { environment, secrets });
    const folder = await readRunFolder(diskFiles(asked));
    const signed = new Failure("input", `${asked} is already signed`);
    if (folder.files.has(BUNDLE_NAME)) throw signed;

    const evidence = readWholeEvidence(folder);
    const now = new Date();
    const refusal = refusalOf(evidence, folder, now);
    if (refusal !== null) {
      throw new Failure("unreadable", `${EVIDENCE_NAME} would not verify: ${refusal}`, {
        hint: "sign the folder as it was collected, with the version that collected it; else collect again",
      });
    }
    const check = signerCheck(chosen.by === "key" ? chosen.key : null);
    const chain = await chainIn(given, evidence, check);
    const names = [
      EVIDENCE_NAME,
      ...[...folder.files.keys()].filter((name) => /^records-[a-z-]+\.ndjson$/.test(name)),
      POLICY_NAME,
      MAPPING_NAME,
    ];
    const files = names.flatMap((name) => {
      const bytes = folder.files.get(name);
      return bytes === undefined ? [] : [fileOf(name, bytes)];
    });
    const [leak] = findLeaks(files, secrets);
    if (leak !== undefined) {
      throw new Failure("input", `nothing was signed: ${leak.where} holds ${leak.what}`, {
        hint: "replace that secret, take it out of the name or tag in Datadog, and collect again",
      });
    }
    const signal = cancellation();
    const makeSigner = await signerFor(chosen, { environment, signal, conceal, log });
    if (makeSigner === null)
      throw new Failure("input", "signing: none does not sign; use auto, keyless or key");
    const attested = runAttester(makeSigner(signal, lateSigningReason(evidence.collectedAt, now)), secrets);
    const attest = withVerification(async (some, end) => attested(evidence, some, end), check);
    const sign = async (tail: Tail | null) => attest(files, tail);
    const after = chain === null ? null : await signAfterChain(chain, { sign });
    const attestation = after?.signed ?? (await sign(null));
    for (const warning of after?.chain.warnings ?? []) log.warning(warning);
    if (!(await writeOnce(path.join(folder.path, BUNDLE_NAME), attestation.bundle))) throw signed;
    log.info(describeSignature(attestation));
    const { reason } = attestation.statement.predicate.assurance;
    if (reason !== undefined) log.warning(reason.message);
    print(`${folder.path}\n`);
    return 0;
  },
};

/** Why `verify` would not call the evidence genuine under any signature; null if it would. */
function refusalOf(evidence: Evidence, { files, path: folder }: RunFolder, now: Date): string | null {
  const log = new CheckLog();
  const derived = checkDerived(evidence, (name) => files.get(name), log);
  const failed =
    "ok" in derived
      ? derived
      : (checkFolder(folder, evidence, log) ?? checkNotInFuture(evidence.collectedAt, now, log));
  return failed === null ? null : failureDetail(log);
}

/** The end of the stream's chain in the repository; null if no repository was given. */
async function chainIn(given: Arguments, evidence: Evidence, check: SignerCheck): Promise<ChainHead | null> {
  const repository = flagText(given, "repository");
  if (!repository) return null;
  await ensureWorkTree(repository);
  const branch = new LocalBranch({ folder: path.resolve(repository), path: flagText(given, "path") || "." });
  const { stream, source } = evidence;
  const chain = await readChainHead(await branch.head(), { name: stream.name, site: source.site }, check);
  const late = lateRunFailure(evidence.collectedAt, chain);
  if (late !== null) throw late;
  return chain;
}
