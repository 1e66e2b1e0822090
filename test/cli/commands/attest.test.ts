import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runPath } from "../../../src/bundle/run-path.ts";
import { attestCommand } from "../../../src/cli/commands/attest.ts";
import { evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../../src/evidence/schema.ts";
import { Failure } from "../../../src/failure.ts";
import { evidenceAt } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

const GOOD = evidenceAt("2026-06-01T06:17:31Z");

test.each<readonly [string, Evidence, string]>([
  ["rules that this version does not know", { ...GOOD, rules: 99 }, "does not know version 99 of the rules"],
  [
    "a mapping that this version does not know",
    { ...GOOD, mapping: { ...GOOD.mapping, version: "2031-01" } },
    "does not know the mapping 2031-01",
  ],
  ["a wrong outcome", { ...GOOD, outcome: "partial" }, "the outcome is partial, but its items give complete"],
  ["a time that has not been", evidenceAt("2999-06-01T06:17:31Z"), "is in the future"],
])("evidence of %s is not signed", async (_, evidence, sentence) => {
  await using root = await temporaryFolder();
  const folder = await unsigned(root.path, evidence);

  const refused = attested(folder);

  await expect(refused).rejects.toThrow(Failure);
  await expect(refused).rejects.toThrow(sentence);
});

test("a run in the folder of another is not signed", async () => {
  await using root = await temporaryFolder();
  const folder = await unsigned(root.path, GOOD);
  const other = folder.replace("061731Z", "070000Z");
  await rename(folder, other);

  await expect(attested(other)).rejects.toThrow("the run is in");
});

test("evidence that verifies is signed", async () => {
  await using root = await temporaryFolder();

  expect(await attested(await unsigned(root.path, GOOD))).toBe(0);
});

async function unsigned(root: string, evidence: Evidence): Promise<string> {
  const folder = path.join(root, "prod", runPath(evidence));
  await mkdir(folder, { recursive: true });
  for (const file of evidenceFiles(evidence)) await writeFile(path.join(folder, file.name), file.pieces());
  return folder;
}

async function attested(folder: string): Promise<number> {
  const terminal = new KeptTerminal({
    SIGNING_KEY: SIGNER.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  });
  return attestCommand.run({ words: [folder], flags: { "timestamp-url": "none" } }, terminal);
}
