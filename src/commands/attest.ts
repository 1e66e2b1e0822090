import path from "node:path";

import { attester } from "../attest/attest.ts";
import { canIdentify } from "../attest/identity-token.ts";
import { localProblems } from "../attest/instance.ts";
import { signedInWords } from "../attest/seal.ts";
import { lateness } from "../attest/time.ts";
import { signingAlone } from "../config.ts";
import { contradictionIn } from "../evidence/contradictions.ts";
import { recordsFileName } from "../evidence/files.ts";
import type { EvidenceFile } from "../evidence/files.ts";
import { ITEM_IDS } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { writeOnce } from "../publish/run-folder.ts";
import { sealingOf } from "../sealing.ts";
import type { Signing } from "../signing-inputs.ts";
import { BUNDLE_NAME, EVIDENCE_NAME, readRunFolder } from "../verify/run-folder.ts";
import { flag, oneRunFolder } from "./command.ts";
import type { Arguments, Command, Terminal } from "./command.ts";
import { evidenceOf } from "./evidence-file.ts";
import { signingKeyText } from "./signing-key.ts";

/** The inputs that say how to sign, as flags. */
const FLAGS = ["signing", "timestamp-url", "allow-public-log"] as const;

export const attest: Command = {
  summary: "sign a run folder that was left unsigned",
  synopsis: "RUN_FOLDER [--signing-key FILE] [flags]",
  flags: [
    ["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"],
    ["--signing HOW", "auto (the default), keyless or key"],
    ["--timestamp-url URL", "RFC 3161 timestamp authority, or none"],
    ["--allow-public-log true", "sign for a repository that is not public in the public Sigstore"],
  ],
  notes: `Writes ${BUNDLE_NAME} beside the evidence, which is not changed. A folder that is signed\nalready is refused. More than an hour after collecting, the statement says that it is signed late.`,
  options: Object.fromEntries(["signing-key", ...FLAGS].map((name) => [name, { type: "string" }])),

  async run(given, { environment, cancellation, conceal, log, print }) {
    const asked = oneRunFolder(given, "attest");
    const chosen = await signingAsked(given, environment);
    const folder = await readRunFolder(asked);
    const signed = new Failure("input", `${asked} is signed already`);
    if (folder.files.has(BUNDLE_NAME)) throw signed;

    const evidence = evidenceOf(folder);
    const moved = ITEM_IDS.filter((id) => folder.files.has(recordsFileName(id)));
    const against = contradictionIn(evidence, new Set(moved));
    if (against !== null) {
      throw new Failure("unreadable", `${EVIDENCE_NAME} contradicts itself: ${against}`, {
        hint: "it was changed since it was collected, so there is nothing to sign",
      });
    }
    const names = [
      EVIDENCE_NAME,
      ...[...folder.files.keys()].filter((name) => /^records-[a-z-]+\.ndjson$/.test(name)),
    ];
    const files = names.flatMap((name): readonly EvidenceFile[] => {
      const bytes = folder.files.get(name);
      return bytes === undefined ? [] : [{ name, bytes }];
    });
    const signal = cancellation();
    const sealing = await sealingOf(chosen, { environment, signal, conceal, log });
    if (sealing === null) throw new Failure("input", "signing: none signs nothing; use auto, keyless or key");
    const attested = attester(sealing(signal, lateness(evidence.collectedAt, new Date())));
    const attestation = await attested(evidence, files, null);
    if (!(await writeOnce(path.join(folder.path, BUNDLE_NAME), attestation.bundle))) throw signed;
    log.info(signedInWords(attestation));
    const { reason } = attestation.statement.predicate.assurance;
    if (reason !== undefined) log.warning(reason.message);
    print(`${folder.path}\n`);
    return 0;
  },
};

/** How to sign, as for `collect`. Throws all that speaks against it at once. */
async function signingAsked(given: Arguments, environment: Terminal["environment"]): Promise<Signing> {
  const flags = FLAGS.flatMap((name) => {
    const value = flag(given, name);
    return value ? [[name, value] as const] : [];
  });
  const inputs = {
    ...Object.fromEntries(flags),
    "signing-key": await signingKeyText(given, environment),
    "signing-key-passphrase": environment["SIGNING_KEY_PASSPHRASE"] || undefined,
  };
  return signingAlone(inputs, {
    hasIdentity: canIdentify(environment),
    otherProblems: localProblems(environment),
  });
}
