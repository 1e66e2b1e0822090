import { copyFile, mkdir, rename, rm, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { serialized } from "../../src/evidence/canonical.ts";
import {
  evidenceOf,
  findingsItem,
  monitorsItem,
  newKey,
  signalsItem,
  writtenRun,
} from "../support/evidence.ts";
import {
  afterwards,
  altered,
  restated,
  rewriting,
  SIGNER,
  STRANGER,
  verdictOn,
} from "../support/tampering.ts";
import type { Alter } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

const evidenceIn = (folder: string): string => path.join(folder, "evidence.json");
const bundleIn = (folder: string): string => path.join(folder, "evidence.sigstore.json");
const editing = (alter: (text: string) => string): Alter => {
  return async ({ folder }) => altered(evidenceIn(folder), alter);
};
const withoutSignal = evidenceOf([signalsItem([]), monitorsItem(), findingsItem()]);
const deep = `"query": {"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;

test.each<readonly [string, Alter]>([
  ["one character changed", editing((text) => text.replace("Root", "root"))],
  ["a newline more", editing((text) => `${text}\n`)],
  ["a record removed", async ({ folder }) => writeFile(evidenceIn(folder), serialized(withoutSignal))],
  ["its bundle from another run", foreignBundle],
])("evidence with %s is not genuine", async (_, alter) => {
  const finding = await afterwards(alter);

  expect(finding?.check).toBe("subjects");
  expect(finding?.detail).toMatch(
    /^evidence\.json was changed: signed sha256 [0-9a-f]{64}, found [0-9a-f]{64}$/,
  );
});

test.each<readonly [string, Alter, check: string, sentence: string]>([
  ["no evidence", removing(evidenceIn), "subjects", "evidence.json is signed but not there"],
  ["a link for evidence", linking(evidenceIn), "subjects", "evidence.json is signed but is no regular file"],
  ["no bundle", removing(bundleIn), "bundle", "is missing: this evidence is not signed"],
  ["a link for a bundle", linking(bundleIn), "bundle", "evidence.sigstore.json is no regular file"],
  ["a folder for a bundle", foldering(bundleIn), "bundle", "evidence.sigstore.json is no regular file"],
])("a run with %s is not genuine", async (_, alter, check, sentence) => {
  const finding = await afterwards(alter);

  expect(finding?.check).toBe(check);
  expect(finding?.detail).toContain(sentence);
});

const CLEAR = "security-signals has the state clear, but by its records it is attention";

test.each<readonly [string, Alter, check: string, sentence: string]>([
  ["a state its records deny", rewriting('"attention"', '"clear"'), "agreement", CLEAR],
  [
    "counts its records deny",
    rewriting('"critical": 1', '"critical": 0'),
    "agreement",
    "has counts that its",
  ],
  ["an unknown field", rewriting("{", '{ "compliant": true,'), "evidence", "does not follow its schema"],
  ["a field twice", rewriting('"rules": 1', '"rules": 1, "rules": 1'), "evidence", "names a member twice"],
  ["no JSON", rewriting(/[^]*/, "none"), "evidence", "evidence.json is not JSON"],
  ["a byte order mark", rewriting("{", "\ufeff{"), "evidence", "evidence.json is not JSON"],
  ["a depth without end", rewriting('"query": {}', deep), "evidence", "nested more than 64 levels"],
])(
  "evidence signed anew by the holder of the key with %s is not genuine",
  async (_, alter, check, sentence) => {
    const finding = await afterwards(alter);

    expect(finding?.check).toBe(check);
    expect(finding?.detail).toContain(sentence);
  },
);

test("an outcome edited in evidence and statement and signed anew is not genuine", async () => {
  const finding = await afterwards(async (scene) => {
    await rewriting('"outcome": "complete"', '"outcome": "failed"')(scene);
    await restatedOutcome(scene);
  });

  expect(finding?.check).toBe("agreement");
  expect(finding?.detail).toBe("the outcome is failed, but by its items it is complete");
});

test("what lies beside the evidence unsigned is remarked, not trusted", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);
  await writeFile(path.join(folder, "report.html"), "<p>all is well");
  await symlink("/etc/passwd", path.join(folder, "passwd"));

  const verdict = await verdictOn(folder, SIGNER);

  expect(verdict.isGenuine).toBe(true);
  expect(verdict.remarks.toSorted()).toEqual([
    "passwd in the run folder is no regular file and was not read",
    "report.html in the run folder is not signed",
  ]);
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

test("another key than the signer's is a sentence of its own, and names both", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);

  const { findings } = await verdictOn(folder, STRANGER);

  expect(findings).toEqual([
    {
      check: "signature",
      ok: false,
      detail: `no given key signed this: the bundle names ${SIGNER.fingerprint}, given were ${STRANGER.fingerprint}`,
    },
  ]);
});

test("the signer's key is found among several", async () => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);

  const { run } = await verdictOn(folder, STRANGER, newKey("Ed25519"), SIGNER);

  expect(run?.signedBy).toBe(SIGNER.fingerprint);
});

async function foreignBundle({ folder, root }: Parameters<Alter>[0]): Promise<void> {
  const evidence = evidenceOf(undefined, { collectedAt: "2026-08-06T06:17:31Z" });
  const other = await writtenRun(root, SIGNER, { evidence });
  await copyFile(bundleIn(other.folder), bundleIn(folder));
}

async function restatedOutcome({ folder }: Parameters<Alter>[0]): Promise<void> {
  await restated(folder, SIGNER, (text) => text.replace('"outcome":"complete"', '"outcome":"failed"'));
}

function removing(file: (folder: string) => string): Alter {
  return async ({ folder }) => rm(file(folder));
}

function foldering(file: (folder: string) => string): Alter {
  return async ({ folder }) => {
    await rm(file(folder));
    await mkdir(file(folder));
  };
}

function linking(file: (folder: string) => string): Alter {
  return async ({ folder, root }) => {
    await rename(file(folder), path.join(root, "target"));
    await symlink(path.join(root, "target"), file(folder));
  };
}
