import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runPath } from "../../../src/bundle/run-path.ts";
import { readBundle } from "../../../src/bundle/read-bundle.ts";
import { attestCommand } from "../../../src/cli/commands/attest.ts";
import { sha256 } from "../../../src/evidence/digest.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../../src/evidence/files/evidence-files.ts";
import type { Evidence } from "../../../src/evidence/schema.ts";
import { Failure } from "../../../src/failure.ts";
import { runAttester } from "../../../src/sign/attest.ts";
import { WORKFLOW, workflowSigner } from "../../support/sealed-run.ts";
import { sigstoreWorld } from "../../support/sigstore-world.ts";
import { startSigstore, WORKFLOW as IDENTITY } from "../../support/sigstore.ts";
import { evidenceAt } from "../../support/stream.ts";
import { localRepository, published } from "../../support/streams.ts";
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

/** The last run of the stream, at the end of its chain, by a workflow of our name. */
const LAST = evidenceAt("2026-05-31T06:17:31Z");

test.each([
  ["our own workflow signed", "ours", { isCompared: true, warnings: 0 }],
  ["another authority certified under our workflow's name", "another's", { isCompared: false, warnings: 1 }],
])(
  "after a keyless run that %s, --repository links the run and compares with nothing of a stranger",
  async (_, authority, { isCompared, warnings }) => {
    await using sigstore = await startSigstore();
    await using repository = await localRepository();
    const world = authority === "ours" ? sigstore.world : await sigstoreWorld();
    const attest = runAttester(workflowSigner(world, { ...WORKFLOW, identity: IDENTITY }));
    const last = await published(repository.branch, LAST, null, {
      attest: async (files, tail) => attest(LAST, files, tail),
    });
    await using root = await temporaryFolder();
    const folder = await unsigned(root.path, GOOD);
    const terminal = new KeptTerminal(sigstore.environment);

    const given = { words: [folder], flags: { repository: repository.tree, signing: "keyless" } };
    expect(await attestCommand.run(given, terminal)).toBe(0);

    const read = await readBundle(await readFile(path.join(folder, BUNDLE_NAME)));
    if ("trouble" in read || "trouble" in read.statement) throw new Error("the bundle cannot be read");
    expect(read.statement.value.predicate).toMatchObject({
      sequence: 2,
      previous: { sequence: 1, statement: sha256(JSON.stringify(last.attestation?.statement)) },
      restart: null,
      changes: isCompared ? { comparedWith: last.evidenceSha256 } : null,
    });
    const unverified = terminal.warnings.filter((line) =>
      line.includes("continues after it without a comparison"),
    );
    expect(unverified).toHaveLength(warnings);
    // A signature that compares with a stranger's run is never kept, and no other one is asked for without need.
    expect(sigstore.asked.filter(({ service }) => service === "fulcio")).toHaveLength(isCompared ? 1 : 2);
  },
);

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
