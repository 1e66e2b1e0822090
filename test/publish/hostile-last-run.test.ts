import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readBundle } from "../../src/bundle/read-bundle.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { makeStatement, type ChainStatement } from "../../src/bundle/statement.ts";
import { fileOf } from "../../src/evidence/file.ts";
import { diskFiles } from "../../src/platform/disk.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { readableBundles } from "../../src/publish/layout.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { withVerification } from "../../src/publish/with-verification.ts";
import { keySigner } from "../../src/sign/attest.ts";
import type { SigningKey } from "../../src/sign/signing-key.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../src/verify/run/verify-run.ts";
import { monitor, monitorsItem, newKey } from "../support/evidence.ts";
import { git, newRepository } from "../support/git.ts";
import { startGitHub } from "../support/github.ts";
import { only, verdictOver } from "../support/stream.ts";
import { attestorOf, evidenceAt, gitHubBranch, published } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();
const STRANGER = newKey();
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const SECOND = evidenceAt("2026-11-21T06:17:31Z");
const THIRD = evidenceAt("2026-11-22T06:17:31Z");
const FOURTH = evidenceAt("2026-11-23T06:17:31Z");
const PLACE = "2026/2026-11-21/061731Z-hostile-1";

type Predicate = ChainStatement["predicate"];

/** A bundle about `{}`, as whoever holds that key may write it. */
async function bundleOf(overrides: Partial<Predicate>, key: SigningKey = STRANGER): Promise<string> {
  const files = [fileOf("evidence.json", "{}\n")];
  const seal = statementSigner(keySigner(key));
  const { bundle } = await seal((assurance) => {
    const statement = makeStatement(SECOND, { files, tail: null, assurance });
    return { ...statement, predicate: { ...statement.predicate, ...overrides } };
  });
  return bundle;
}

/** The bundle, which names our key and still has a stranger's signature. */
function inOurName(bundle: string): string {
  const json = JSON.parse(bundle);
  json.verificationMaterial.publicKey.hint = Buffer.from(KEY.fingerprint, "hex").toString("base64");
  return JSON.stringify(json);
}

/** Commits a run folder of these files, as anybody may who may write the repository. */
async function planted(tree: string, files: Readonly<Record<string, string>>, place = PLACE): Promise<void> {
  const folder = path.join(tree, "prod", place);
  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  await git(tree, "add", ".");
  await git(tree, "commit", "--quiet", "-m", "hostile");
}

async function world() {
  const tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  await published(branch, FIRST, KEY);
  return { tree: tree.path, branch, [Symbol.asyncDispose]: () => tree[Symbol.asyncDispose]() };
}

/** The run that follows: it is committed, whatever the last one says, and it is genuine. */
async function followed(branch: LocalBranch, evidence = THIRD) {
  const run = await published(branch, evidence, KEY);
  expect(run.undone).toEqual([]);
  expect(run.commit).not.toBeNull();
  const trust = { keys: [readVerifyingKey(KEY.publicPem)] };
  const verdict = await verifyRun(await readRunFolder(diskFiles(run.folder)), trust);
  expect(verdict.findings.filter(({ ok }) => !ok)).toEqual([]);
  expect(verdict.isGenuine).toBe(true);
  return { ...run.attestation?.statement.predicate, warnings: run.warnings };
}

const LINK = { sequence: 1, statement: "ab".repeat(32) };

test.each<[string, () => Promise<Readonly<Record<string, string>>>, string]>([
  [
    "a number that no other one can follow",
    async () => ({
      "evidence.sigstore.json": await bundleOf({ sequence: Number.MAX_SAFE_INTEGER, previous: LINK }),
    }),
    "unreadable",
  ],
  [
    "a number above 10^9",
    async () => ({ "evidence.sigstore.json": await bundleOf({ sequence: 1_000_000_001, previous: LINK }) }),
    "unreadable",
  ],
  [
    "a site of 3 MB",
    async () => ({
      "evidence.sigstore.json": await bundleOf({
        sequence: 2,
        previous: LINK,
        stream: { name: "prod", site: "x".repeat(3_000_000) },
      }),
    }),
    "unreadable",
  ],
  [
    "a bundle of 6 MB",
    async () => ({
      "evidence.sigstore.json": await bundleOf({
        sequence: 2,
        previous: LINK,
        stream: { name: "prod", site: "x".repeat(6_000_000) },
      }),
    }),
    "too-large",
  ],
  ["a bundle of 90 MB", async () => ({ "evidence.sigstore.json": " ".repeat(90_000_000) }), "too-large"],
  [
    "a site with a text",
    async () => ({
      "evidence.sigstore.json": await bundleOf({
        sequence: 2,
        previous: LINK,
        stream: { name: "prod", site: "ghp_hostile\u001b[31m" },
      }),
    }),
    "other-stream",
  ],
  [
    "a payload of another type",
    async () => ({
      "evidence.sigstore.json": (await bundleOf({})).replace("application/vnd.in-toto+json", "ghp_hostile"),
    }),
    "unreadable",
  ],
  [
    "our key's name without its signature",
    async () => ({ "evidence.sigstore.json": inOurName(await bundleOf({ sequence: 500, previous: LINK })) }),
    "not-genuine",
  ],
  ["no signature", async () => ({ "evidence.json": "{}" }), "unreadable"],
])("a last run with %s is a restart in our own words", async (_, files, code) => {
  await using place = await world();
  await planted(place.tree, await files());

  const { restart, sequence, previous, changes } = await followed(place.branch);

  expect({ previous, changes }).toEqual({ previous: null, changes: null });
  expect(sequence).toBe(code === "other-stream" ? 3 : 2);
  expect(restart?.code).toBe(code);
  expect(restart?.message).toMatch(/^the run 2026\/2026-11-21\/061731Z [a-z ,D]+$/);
  expect(JSON.stringify(restart)).not.toContain("hostile");
});

test("a last run of another key is named by its number and digest, and nothing else of it is used", async () => {
  await using place = await world();
  await planted(place.tree, {
    "evidence.sigstore.json": await bundleOf({
      sequence: 1_000_000_000,
      previous: LINK,
      collectedAt: "2026-11-28T00:00:00Z",
      run: { id: THIRD.run.id, attempt: 1 },
    }),
    "evidence.json": " ".repeat(90_000_000),
  });

  const third = await followed(place.branch);
  const fourth = await followed(place.branch, FOURTH);

  expect(third).toMatchObject({ sequence: 1_000_000_001, restart: null, changes: null });
  expect(third.previous?.sequence).toBe(1_000_000_000);
  expect(third.warnings).toEqual([
    expect.stringMatching(/is signed by the key .*; that signature was not verified here/),
  ]);
  expect(fourth).toMatchObject({ sequence: 1_000_000_002, restart: null, warnings: [] });
  expect(fourth.changes).not.toBeNull();
});

test("folders of days that are yet to come do not hide the end of the chain", async () => {
  await using place = await world();
  const bundle = await bundleOf({ sequence: 7, previous: LINK });
  for (const day of ["9999/9999-12-30", "9999/9999-12-31"]) {
    await planted(place.tree, { "evidence.sigstore.json": bundle }, `${day}/061731Z-1-1`);
  }

  expect(await followed(place.branch)).toMatchObject({ sequence: 2, restart: null });
});

test("on GitHub a hostile last run does no more harm", async () => {
  await using github = await startGitHub({ "acme/evidence": {} });
  await using folder = await temporaryFolder();
  const branch = gitHubBranch(github);
  await published(branch, FIRST, KEY, { to: { out: folder.path } });
  const clone = path.join(folder.path, "clone");
  await git(folder.path, "clone", "--quiet", github.folder("acme/evidence"), clone);
  await planted(clone, { "evidence.sigstore.json": " ".repeat(10_000_000) });
  await git(clone, "push", "--quiet", "origin", "HEAD:main");

  const run = await published(gitHubBranch(github), THIRD, KEY, { to: { out: folder.path } });

  expect(run).toMatchObject({ undone: [], attestation: { statement: { predicate: { sequence: 2 } } } });
  expect(run.attestation?.statement.predicate.restart?.code).toBe("too-large");
  expect(github.violations).toEqual([]);
});

test("of very many bundles only the newest are read", () => {
  const bundles = Array.from({ length: 5000 }, (_, index) => ({ path: `2026/${index + 1000}`, size: 1000 }));
  const large = bundles.map((each) => ({ ...each, size: 4_000_000 }));

  expect(readableBundles(bundles)).toHaveLength(1000);
  expect(readableBundles(bundles)[0]?.path).toBe("2026/5999");
  expect(readableBundles(large)).toHaveLength(16);
});

test("whoever has both keys derives what changed across a change of keys", async () => {
  await using tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  const items = SECOND.items.map((item) =>
    item.id === "compliance-monitors" ? monitorsItem([monitor({ id: 7 })]) : item,
  );
  await published(branch, FIRST, STRANGER);
  const { attestation } = await published(branch, { ...SECOND, items }, KEY);

  const verdict = await verdictOver(tree.path, { keys: [STRANGER, KEY] });

  expect(attestation?.statement.predicate).toMatchObject({ sequence: 2, changes: null });
  expect(only(verdict).problems).toEqual([]);
  expect(only(verdict).changes).toMatchObject([{ item: "compliance-monitors", what: "gone", count: 1 }]);
});

test("what is signed and would not verify is no success", async () => {
  const attest = withVerification(async (files, tail) => {
    const attestation = await attestorOf(FIRST, KEY)(files, tail);
    return { ...attestation, bundle: await bundleOf({ sequence: 2, previous: LINK }, KEY) };
  }, signerCheck(KEY));
  const byAnother = withVerification(attestorOf(FIRST, STRANGER), signerCheck(KEY));

  await expect(attest([fileOf("evidence.json", "[]")], null)).rejects.toThrow(
    "the signed evidence cannot be verified: evidence.json was changed",
  );
  await expect(byAnother([fileOf("evidence.json", "[]")], null)).rejects.toThrow(
    "the signature is not by the key that signs",
  );
  expect(await readBundle(Buffer.from(await bundleOf({ sequence: 2 })))).toHaveProperty("payload");
});
