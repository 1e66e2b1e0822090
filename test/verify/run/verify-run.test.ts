import { readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { sha256 } from "../../../src/evidence/digest.ts";
import { evidenceOf, newKey, signal, signalsItem, writtenRun } from "../../support/evidence.ts";
import { altered, restated, SIGNER, STRANGER, verdictOn } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

test("an unsigned file beside the evidence is remarked, and not trusted", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);
  await writeFile(path.join(folder, "report.html"), "<p>all is well");
  await symlink("/etc/passwd", path.join(folder, "passwd"));

  const verdict = await verdictOn(folder, SIGNER);

  expect(verdict.isGenuine).toBe(true);
  expect(verdict.remarks).toEqual(
    expect.arrayContaining([
      "passwd in the run folder is not a regular file and was not read",
      "report.html in the run folder is not signed",
    ]),
  );
});

test("records in a file of their own are as protected as the evidence", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER, { largest: 1 });
  expect((await verdictOn(folder, SIGNER)).isGenuine).toBe(true);

  await altered(path.join(folder, "records-security-signals.ndjson"), (text) => text.replace("Root", "root"));

  const { isGenuine, findings } = await verdictOn(folder, SIGNER);
  expect(isGenuine).toBe(false);
  expect(findings.at(-1)?.detail).toContain("records-security-signals.ndjson was changed");
});

test("the signer's key is found among several", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);

  const { run } = await verdictOn(folder, STRANGER, newKey("Ed25519"), SIGNER);

  expect(run?.signedBy).toBe(SIGNER.fingerprint);
});

test.each<readonly [string, readonly string[], sentence: string]>([
  ["a record less", ["AQ-1"], "is not the file that evidence.json names"],
  ["a record twice", ["AQ-1", "AQ-1"], "security-signals has a record twice"],
  ["records out of order", ["AQ-2", "AQ-1"], "security-signals has records out of order"],
])(
  "records in a file of their own are counted again: %s is not genuine, though signed",
  async (_, ids, sentence) => {
    await using root = await temporaryFolder();
    const written = [signal({ id: "AQ-1" }), signal({ id: "AQ-2" })];
    const evidence = evidenceOf([signalsItem(written)]);
    const { folder } = await writtenRun(root.path, SIGNER, { evidence, largest: 1 });
    const records = `${ids.map((id) => JSON.stringify(signal({ id }))).join("\n")}\n`;

    await swapped(folder, records);

    const { isGenuine, findings } = await verdictOn(folder, SIGNER);
    expect(isGenuine).toBe(false);
    expect(findings.at(-1)?.detail).toContain(sentence);
  },
);

/** Puts other records in place, as the holder of the key could: whatever names their digest is changed as well. */
async function swapped(folder: string, records: string): Promise<void> {
  const name = "records-security-signals.ndjson";
  const before = sha256(await readFile(path.join(folder, name)));
  await writeFile(path.join(folder, name), records);
  const evidence = path.join(folder, "evidence.json");
  const old = sha256(await readFile(evidence));
  await altered(evidence, (text) => text.replace(before, sha256(records)));
  const now = sha256(await readFile(evidence));
  await restated(folder, SIGNER, (text) => text.replace(before, sha256(records)).replace(old, now));
}
