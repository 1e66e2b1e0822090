import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { statementSigner } from "../../../src/sign/signing.ts";
import type { StatementSigner, Witness } from "../../../src/sign/signing.ts";
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
import { rootsOf, sigstoreWorld } from "../../support/sigstore-world.ts";
import type { SigstoreWorld } from "../../support/sigstore-world.ts";
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

test("what the root's logs must hold is not for the bundle to leave out", async () => {
  const verdict = await verdictOn(PUBLIC, keyless(PUBLIC, [clock(PUBLIC)]));

  expect(failed(verdict)).toMatchObject({ check: "log", detail: expect.stringContaining("is in no log") });
});

test("without a time that is proven, a certificate proves nothing", async () => {
  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, []));

  expect(failed(verdict)).toMatchObject({ check: "time" });
  expect(verdict.isUnchecked).toBe(false);
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
  ["another issuer", { issuer: "https://gitlab.com" }, "the issuer is https://token.actions"],
  [
    "an identity that matches only as a pattern",
    { identity: WORKFLOW.identity.replace("e.yml", "..yml") },
    "the identity is https://github.com/northwind",
  ],
  ["a part of the identity", { identity: "https://github.com/northwind/" }, "the identity is https"],
  ["another repository", { repositoryId: "772" }, "the repository id is 771, not 772"],
  ["another owner", { ownerId: "9" }, "the owner id is 99, not 9"],
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
  [
    "another run",
    { run: WORKFLOW.run.replace("123", "124") },
    "runs/124/attempts/1, not of /actions/runs/123",
  ],
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

test("a certificate that somebody issued in the name of a known authority is not genuine", async () => {
  const forger = await sigstoreWorld();
  const world = { ...forger, stamp: PRIVATE.stamp.bind(PRIVATE), now: PRIVATE.now };

  const verdict = await verdictOn(PRIVATE, keyless(world, [clock(world)]));

  expect(failed(verdict)).toMatchObject({
    check: "certificate",
    detail: expect.stringContaining("was not issued by the authority that it names"),
  });
});

test("a certificate is refused when it was used after its minutes", async () => {
  const late = new Date(PRIVATE.now.getTime() + 20 * 60_000);

  const verdict = await verdictOn(PRIVATE, keyless(PRIVATE, [clock(PRIVATE, late)]));

  expect(failed(verdict)).toMatchObject({ check: "certificate" });
});

test("a keyless run is not verified by keys alone", async () => {
  await using root = await temporaryFolder();
  const folder = await sealedRun(root.path, evidenceAt(PRIVATE.now), keyless(PRIVATE, [clock(PRIVATE)]));

  const verdict = await verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [],
    roots: await rootsOf(PRIVATE),
  });

  expect(failed(verdict)?.detail).toBe("the bundle is signed keyless, which a key cannot verify");
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
