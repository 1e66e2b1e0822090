import path from "node:path";

import { attester, keySigner } from "../attest/attest.ts";
import { signingKey } from "../attest/key.ts";
import { contradictionIn } from "../evidence/contradictions.ts";
import { recordsFileName } from "../evidence/files.ts";
import type { EvidenceFile } from "../evidence/files.ts";
import { ITEM_IDS } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { writeOnce } from "../publish/run-folder.ts";
import { BUNDLE_NAME, EVIDENCE_NAME, readRunFolder } from "../verify/run-folder.ts";
import { oneRunFolder } from "./command.ts";
import type { Command, Terminal } from "./command.ts";
import { evidenceOf } from "./evidence-file.ts";
import { signingKeyText } from "./signing-key.ts";

export const attest: Command = {
  summary: "sign a run folder that was left unsigned",
  synopsis: "RUN_FOLDER [--signing-key FILE]",
  flags: [["--signing-key FILE", "private key, PKCS#8 PEM (or SIGNING_KEY)"]],
  notes: `Writes ${BUNDLE_NAME} beside the evidence, which is not changed. A folder that is signed\nalready is refused.`,
  options: { "signing-key": { type: "string" } },

  async run(given, { environment, log, print }) {
    const asked = oneRunFolder(given, "attest");
    const key = keyOf(await signingKeyText(given, environment), environment);
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
    const { bundle } = await attester(keySigner(key))(evidence, files, null);
    if (!(await writeOnce(path.join(folder.path, BUNDLE_NAME), bundle))) throw signed;
    log.info(`signed by the key ${key.fingerprint}`);
    print(`${folder.path}\n`);
    return 0;
  },
};

function keyOf(text: string | undefined, environment: Terminal["environment"]) {
  if (text === undefined) {
    throw new Failure("input", "no key to sign with was given", {
      hint: "name it by --signing-key FILE or SIGNING_KEY",
    });
  }
  return signingKey(text, environment["SIGNING_KEY_PASSPHRASE"] || null);
}
