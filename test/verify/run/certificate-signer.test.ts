import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { statementSigner, type StatementSigner, type Witness } from "../../../src/sign/signing.ts";
import { loadPublicGoodRoots, readTrustedRoots } from "../../../src/verify/trust/roots.ts";
import { readRunFolder } from "../../../src/verify/run/read-folder.ts";
import type { Trust, TrustedIdentity } from "../../../src/verify/trust/trust.ts";
import type { RunVerdict } from "../../../src/verify/run/verdict.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import {
  clock,
  evidenceAt,
  IDENTITY,
  logOf,
  sealedRun,
  WORKFLOW,
  workflowSigner,
} from "../../support/sealed-run.ts";
import { rootsOf, sigstoreWorld, type SigstoreWorld } from "../../support/sigstore-world.ts";
import { temporaryFolder } from "../../support/temp.ts";

const PRIVATE = await sigstoreWorld();
const PUBLIC = await sigstoreWorld({ isPublic: true });

async function verdictOn(
  world: SigstoreWorld,
  seal: StatementSigner,
  trust: Partial<Trust> = {},
): Promise<RunVerdict> {
  await using root = await temporaryFolder();
  const folder = await sealedRun(root.path, evidenceAt(world.now), seal);
  const roots = await rootsOf(world);
  return await verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [],
    identity: IDENTITY,
    roots,
    ...trust,
  });
}

function keyless(world: SigstoreWorld, witnesses: readonly Witness[], workflow = WORKFLOW): StatementSigner {
  return statementSigner(workflowSigner(world, workflow), { witnesses });
}

function failed({ findings }: RunVerdict) {
  return findings.find(({ ok }) => !ok);
}

test("a run signed like on GitHub's own instance is genuine by certificate and timestamp", async () => {
  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(PRIVATE)]));

  expect(failed(verdict)).toBeUndefined();
  expect(verdict.findings.map(({ check }) => check)).toEqual([
    "signature",
    "certificate",
    "identity",
    "statement",
    "time",
    "subjects",
    "evidence",
    "agreement",
    "derivation",
    "mapping",
    "run",
    "folder",
    "promises",
  ]);
  expect(verdict.run).toMatchObject({
    signedBy: WORKFLOW.identity,
    reached: { signing: "keyless", timestamp: true, log: false },
    signedAt: PRIVATE.now.toISOString().replace(".000Z", "Z"),
  });
});

test("a run signed like on the public-good instance is genuine by certificate, both logs and timestamp", async () => {
  const verdict = await verdictOn(PUBLIC, keyless(PUBLIC, [clock(PUBLIC), logOf(PUBLIC)]));

  expect(failed(verdict)).toBeUndefined();
  expect(verdict.run?.reached).toEqual({ signing: "keyless", timestamp: true, log: true });
});

test("on the public-good instance the time of the log will do", async () => {
  const verdict = await verdictOn(PUBLIC, keyless(PUBLIC, [logOf(PUBLIC)]));

  expect(failed(verdict)).toBeUndefined();
  expect(verdict.run).toMatchObject({
    reached: { timestamp: false, log: true },
    signedAt: expect.any(String),
  });
});

test("a timestamp of an authority that is not known leaves a certificate unchecked", async () => {
  const other = await sigstoreWorld();
  const root = JSON.parse(PRIVATE.trustedRoot);
  root.timestampAuthorities = [];
  const roots = await readTrustedRoots(Buffer.from(JSON.stringify(root)), "trusted_root.json");

  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(other)]), { roots });

  expect(verdict).toMatchObject({ isGenuine: false, isUnchecked: true });
  expect(failed(verdict)).toMatchObject({
    check: "time",
    detail: expect.stringContaining("no given root names"),
  });
});

test.each<readonly [string, Partial<TrustedIdentity>, sentence: string]>([
  [
    "an identity that matches only as a pattern",
    { identity: WORKFLOW.identity.replace("e.yml", "..yml") },
    "the identity is https://github.com/northwind",
  ],
  ["a part of the identity", { identity: "https://github.com/northwind/" }, "the identity is https"],
])("a certificate is refused where the auditor asked for %s", async (_, change, sentence) => {
  const identity = { ...IDENTITY, ...change };

  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(PRIVATE)]), { identity });

  expect(failed(verdict)).toMatchObject({ check: "identity", detail: expect.stringContaining(sentence) });
});

test("one of the numbers is enough", async () => {
  const identity = { ...IDENTITY, identity: null, repositoryId: null };

  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(PRIVATE)]), { identity });

  expect(verdict.isGenuine).toBe(true);
});

test.each([
  ["another repository", { repositoryId: "5" }, "repository 5, but the run says that it is of 771"],
  ["another attempt", { run: WORKFLOW.run.replace("attempts/1", "attempts/2") }, "not of /actions/runs/123"],
])("a certificate of %s than the evidence names is not genuine", async (_, change, sentence) => {
  const seal = keyless(PRIVATE, [clock(PRIVATE)], { ...WORKFLOW, ...change });

  const verdict = await verdictOn(PRIVATE, seal, { identity: { ...IDENTITY, repositoryId: null } });

  expect(failed(verdict)).toMatchObject({ check: "run", detail: expect.stringContaining(sentence) });
});

test("a certificate of an authority that the root does not name is not genuine", async () => {
  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(PRIVATE)]), {
    roots: await loadPublicGoodRoots(),
  });

  expect(failed(verdict)).toMatchObject({
    check: "certificate",
    detail: "no given root issued the certificate, which names sigstore.mock",
  });
});

test.each([
  ["signed-late", true],
  ["timestamp-unavailable", false],
])("another run may sign what was left unsigned, for the reason %s: %s", async (code, isGenuine) => {
  const other = { ...WORKFLOW, run: WORKFLOW.run.replace("123", "124") };
  const reason = { code, message: "for a reason" };
  const seal = statementSigner(workflowSigner(PRIVATE, other), { witnesses: [clock(PRIVATE)], reason });

  const verdict = await verdictOn(PRIVATE, seal);

  expect(verdict.isGenuine).toBe(isGenuine);
  expect(failed(verdict)?.check ?? "run").toBe("run");
});
