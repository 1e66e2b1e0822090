import { expect, test } from "vitest";

import { diskFiles } from "../../../src/platform/disk.ts";
import { keySigner } from "../../../src/sign/attest.ts";
import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { statementSigner, type StatementSigner } from "../../../src/sign/signing.ts";
import { exitCodeOf, type RunVerdict } from "../../../src/verify/run/verdict.ts";
import { readRunFolder } from "../../../src/verify/run/read-folder.ts";
import type { KeyWindow, Trust } from "../../../src/verify/trust/trust.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { clock, evidenceAt, logOf, promising, sealedRun } from "../../support/sealed-run.ts";
import { rootsOf, sigstoreWorld } from "../../support/sigstore-world.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const HOUR = 3_600_000;
const WORLD = await sigstoreWorld({ isPublic: true });
const OTHER = await sigstoreWorld();
const KEY = readVerifyingKey(SIGNER.publicPem);
const iso = (date: Date): string => date.toISOString().replace(".000Z", "Z");
const at = (ms: number): Date => new Date(WORLD.now.getTime() + ms);

async function verdictOn(seal: StatementSigner, trust: Partial<Trust> = {}): Promise<RunVerdict> {
  await using root = await temporaryFolder();
  const folder = await sealedRun(root.path, evidenceAt(WORLD.now), seal);
  return await verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [KEY],
    roots: await rootsOf(WORLD),
    ...trust,
  });
}

const stamped = (moment?: Date): StatementSigner =>
  statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD, moment)] });
const LATE = { code: "signed-late", message: "the key was not there when it was collected" };

test("a timestamp of a known authority proves when a key signed", async () => {
  const { run, remarks } = await verdictOn(stamped());

  expect(run).toMatchObject({
    signedAt: iso(WORLD.now),
    reached: { signing: "key", timestamp: true, log: false },
  });
  expect(remarks).toEqual([]);
});

test("a timestamp of an unknown authority proves no time, is a remark, and keeps the promise", async () => {
  const { isGenuine, run, remarks } = await verdictOn(stamped(), { roots: [] });

  expect(isGenuine).toBe(true);
  expect(run).toMatchObject({ signedAt: null, reached: { timestamp: true } });
  expect(remarks).toEqual([
    expect.stringMatching(
      /^signing time .* is not proven \(the timestamp is of an authority that no given root names\)/,
    ),
  ]);
});

test("a timestamp up to an hour from the collection is of the same run", async () => {
  expect((await verdictOn(stamped(at(HOUR)))).isGenuine).toBe(true);
  expect((await verdictOn(stamped(at(HOUR + 1000)))).isGenuine).toBe(false);
});

test("who signs what was left unsigned may be late, and verify says how late", async () => {
  const late = statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD, at(50 * HOUR))], reason: LATE });

  const verdict = await verdictOn(late);
  const { isGenuine, run, remarks } = verdict;

  expect(isGenuine).toBe(true);
  expect(exitCodeOf(verdict)).toBe(3);
  expect(run?.signedAt).toBe(iso(at(50 * HOUR)));
  expect(remarks).toEqual([
    `signed 2 days after the collection: ${LATE.message}`,
    `promised with a reason: ${LATE.message} (signed-late)`,
  ]);
});

test("who calls a run late and proves no time does not get exit 0 either", async () => {
  const verdict = await verdictOn(statementSigner(keySigner(SIGNER), { reason: LATE }));

  expect(verdict.isGenuine).toBe(true);
  expect(exitCodeOf(verdict)).toBe(3);
});

test("a run of up to an hour from now is a clock that goes wrong, one of later is in the future", async () => {
  expect((await verdictOn(statementSigner(keySigner(SIGNER)), { now: at(-HOUR) })).isGenuine).toBe(true);

  const { findings } = await verdictOn(statementSigner(keySigner(SIGNER)), { now: at(-HOUR - 1000) });

  expect(findings.at(-1)).toMatchObject({
    check: "time",
    detail: expect.stringContaining("is in the future"),
  });
});

test("another reason excuses no delay", async () => {
  const reason = { code: "timestamp-unavailable", message: "the authority stayed away" };
  const seal = statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD, at(3 * HOUR))], reason });

  expect((await verdictOn(seal)).findings.at(-1)).toMatchObject({ check: "time", ok: false });
});

test("a timestamp and a log entry that were not promised are reached all the same", async () => {
  const seal = statementSigner(keySigner(SIGNER), { witnesses: [clock(WORLD), logOf(WORLD)] });

  const { isGenuine, run, remarks } = await verdictOn(promising(seal, { timestamp: false, log: false }));

  expect(isGenuine).toBe(true);
  expect(run?.reached).toEqual({ signing: "key", timestamp: true, log: true });
  expect(remarks).toEqual([
    "found without being promised: a timestamp",
    "found without being promised: an entry in a transparency log",
  ]);
});

test("a log entry of a log that nobody named keeps no promise", async () => {
  const seal = statementSigner(keySigner(SIGNER), { witnesses: [logOf(OTHER)] });

  const { isGenuine, findings, remarks } = await verdictOn(seal);

  expect(isGenuine).toBe(false);
  expect(findings.at(-1)).toMatchObject({ check: "promises" });
  expect(remarks).toContain("log entries not checked, because no given root names their log: 1");
});

test("a key that has ended, or was revoked, still counts for what it is proven to have signed before", async () => {
  const window: KeyWindow = { notBefore: at(-HOUR), notAfter: at(HOUR), revokedAt: at(HOUR) };
  const keys = [{ ...KEY, window }];
  const later = at(100 * HOUR);

  expect((await verdictOn(stamped(), { keys, now: later })).isGenuine).toBe(true);
  expect((await verdictOn(statementSigner(keySigner(SIGNER)), { keys, now: later })).isGenuine).toBe(false);
});
