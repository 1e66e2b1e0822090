import { cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test, vi } from "vitest";

import { gapAttester, keySigner } from "../../src/sign/attest.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import { publishGap } from "../../src/publish/publish-gap.ts";
import { newKey } from "../support/evidence.ts";
import { filesIn, git, statementsIn } from "../support/git.ts";
import { gapOf } from "../support/stream.ts";
import { attestorOf, evidenceAt, localRepository, NEVER, published, racing } from "../support/streams.ts";
import { temporaryFolder } from "../support/temp.ts";

const KEY = newKey();
const FIRST = evidenceAt("2026-11-20T06:17:31Z");
const SECOND = evidenceAt("2026-11-21T06:17:31Z");
const THIRD = evidenceAt("2026-11-22T06:17:31Z");

test("each run names the statement of the one before", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;

  for (const evidence of [FIRST, SECOND, THIRD]) {
    const { undone, warnings, signatures, retries } = await published(branch, evidence, KEY);
    expect({ undone, warnings, signatures, retries }).toEqual({
      undone: [],
      warnings: [],
      signatures: 1,
      retries: 0,
    });
  }

  const [first, second, third] = await statementsIn(tree, "prod");
  expect(first).toMatchObject({ sequence: 1, previous: null });
  expect(second).toMatchObject({
    sequence: 2,
    previous: { sequence: 1, statement: sha256(first?.payload ?? "") },
  });
  expect(third).toMatchObject({
    sequence: 3,
    previous: { sequence: 2, statement: sha256(second?.payload ?? "") },
  });
  expect(await git(tree, "status", "--porcelain")).toBe("");
  expect(await filesIn(tree)).toHaveLength(8);
});

test("another stream that was faster costs another try, and no signature", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const stage = evidenceAt("2026-11-21T06:00:00Z", { stream: "stage" });

  const one = await published(
    racing(branch, async () => published(branch, stage, KEY)),
    SECOND,
    KEY,
  );

  expect(one).toMatchObject({ undone: [], signatures: 1, retries: 1 });
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
  expect((await statementsIn(tree, "stage")).map(({ sequence }) => sequence)).toEqual([1]);
});

test("the stream itself that went on is linked and signed again, and the losing bundle is nowhere", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);

  const late = await published(
    racing(branch, async () => published(branch, SECOND, KEY)),
    THIRD,
    KEY,
  );

  const statements = await statementsIn(tree, "prod");
  expect(late).toMatchObject({ undone: [], signatures: 2, retries: 1 });
  expect(statements.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(statements[2]?.previous?.statement).toBe(sha256(statements[1]?.payload ?? ""));
  expect(late.attestation?.statement.predicate).toMatchObject({ sequence: 3 });
  const bundle = await readFile(path.join(late.folder, "evidence.sigstore.json"), "utf8");
  expect(bundle).toBe(late.attestation?.bundle);
});

test("the same run with the same evidence is there already", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  const first = await published(branch, FIRST, KEY);

  const again = await published(branch, FIRST, KEY);

  expect(again).toMatchObject({ undone: [], signatures: 0, commit: first.commit });
  expect(again.attestation?.bundle).toBe(first.attestation?.bundle);
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
});

test("the same run with other evidence is refused, and kept signed outside of the chain", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const other = { ...FIRST, collectedAt: "2026-11-20T06:17:32Z" };

  const refused = await published(branch, other, KEY);

  expect(refused.undone.map(({ message }) => message)).toEqual([
    `the stream prod already has other evidence of the run ${FIRST.run.id}, attempt 1`,
  ]);
  expect(refused).toMatchObject({ commit: null, isWritten: true });
  expect(refused.attestation?.statement.predicate).toMatchObject({ sequence: null, previous: null });
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("1");
});

test("evidence from long before the last run is refused", async () => {
  await using repository = await localRepository();
  const { branch } = repository;
  await published(branch, SECOND, KEY);

  const late = await published(branch, evidenceAt("2026-11-21T00:17:31Z"), KEY);
  const tooLate = await published(branch, evidenceAt("2026-11-21T00:17:30Z"), KEY);

  expect(late).toMatchObject({ undone: [], attestation: { statement: { predicate: { sequence: 2 } } } });
  expect(tooLate.undone.map(({ message }) => message)).toEqual([
    "the stream prod already has newer evidence (2026-11-21T06:17:31Z) than this run (2026-11-21T00:17:30Z)",
  ]);
});

test("a run that was committed late, by its folder of the day before, is the end of the chain", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  for (const at of ["2026-11-21T22:00:00Z", "2026-11-22T01:00:00Z", "2026-11-21T23:00:00Z"]) {
    await published(branch, evidenceAt(at), KEY);
  }

  await published(branch, evidenceAt("2026-11-22T02:00:00Z"), KEY);

  const [, , third, fourth] = await statementsIn(tree, "prod");
  expect(fourth?.previous?.statement).toBe(sha256(third?.payload ?? ""));
});

test("a last run signed by another key is linked to, with a warning", async () => {
  await using repository = await localRepository();
  const { branch } = repository;
  await published(branch, FIRST, newKey());

  const next = await published(branch, SECOND, KEY);

  expect(next.attestation?.statement.predicate).toMatchObject({ sequence: 2, restart: null });
  expect(next.warnings).toEqual([
    expect.stringMatching(/is signed by the key [0-9a-f]{64}; that signature was not/),
  ]);
});

test.each<[string, string, (folder: string) => Promise<void>, string]>([
  [
    "without its bundle",
    "unreadable",
    async (folder) => rm(path.join(folder, "evidence.sigstore.json")),
    "has no signature or no content that can be read",
  ],
  [
    "with a damaged bundle",
    "unreadable",
    async (folder) => writeFile(path.join(folder, "evidence.sigstore.json"), "{}"),
    "has no signature or no content that can be read",
  ],
  [
    "whose evidence was changed",
    "changed",
    async (folder) => writeFile(path.join(folder, "evidence.json"), "{}"),
    "does not have the files that were signed",
  ],
  [
    "whose evidence is gone",
    "changed",
    async (folder) => rm(path.join(folder, "evidence.json")),
    "does not have the files that were signed",
  ],
  [
    "whose statement was changed",
    "not-genuine",
    async (folder) => {
      const file = path.join(folder, "evidence.sigstore.json");
      const bundle = JSON.parse(await readFile(file, "utf8"));
      const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString();
      const forged = payload.replace('"attempt":1', '"attempt":2');
      bundle.dsseEnvelope.payload = Buffer.from(forged).toString("base64");
      await writeFile(file, JSON.stringify(bundle));
    },
    "was not signed by the key that it names, or contradicts itself",
  ],
])("a last run %s is never healed: the chain restarts and says why", async (_, code, tamper, why) => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const { folder } = await published(branch, SECOND, KEY);
  await tamper(folder);
  await git(tree, "commit", "--quiet", "--all", "--message", "tampered");

  const next = await published(branch, THIRD, KEY);

  const { sequence, previous, restart } = next.attestation?.statement.predicate ?? {};
  // What is not ours tells no sequence.
  expect({ sequence, previous }).toEqual({ sequence: code === "changed" ? 3 : 2, previous: null });
  expect(restart).toEqual({ code, message: `the run 2026/2026-11-21/061731Z ${why}` });
  expect(next.warnings.join()).toContain("the chain of prod restarts");
});

test("a stream that changed its site begins a new chain", async () => {
  await using repository = await localRepository();
  const { branch } = repository;
  await published(branch, FIRST, KEY);

  const next = await published(
    branch,
    { ...SECOND, source: { ...SECOND.source, site: "datadoghq.com" } },
    KEY,
  );

  expect(next.attestation?.statement.predicate.restart).toEqual({
    code: "other-stream",
    message: "the run 2026/2026-11-20/061731Z is of another stream or another Datadog site",
  });
});

test("a run that could not be committed waits in the work tree and goes into the next commit", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const merge = path.join(tree, ".git/MERGE_HEAD");
  await writeFile(merge, `${await git(tree, "rev-parse", "HEAD")}\n`);

  const waiting = await published(branch, SECOND, KEY);
  await rm(merge);
  const next = await published(branch, THIRD, KEY);

  expect(waiting).toMatchObject({ commit: null, isWritten: true });
  expect(waiting.undone.map(({ message }) => message)).toEqual([expect.stringContaining("not finished")]);
  expect(next).toMatchObject({ undone: [], warnings: [] });
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
  expect(await git(tree, "rev-list", "--count", "HEAD")).toBe("2");
  expect(await git(tree, "log", "-1", "--format=%b")).toContain(runPath(SECOND));
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

test("the same run that waits in the work tree is committed without another signature", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  const merge = path.join(tree, ".git/MERGE_HEAD");
  await published(branch, FIRST, KEY);
  await writeFile(merge, `${await git(tree, "rev-parse", "HEAD")}\n`);
  await published(branch, SECOND, KEY);
  await rm(merge);

  const again = await published(branch, SECOND, KEY);

  expect(again).toMatchObject({ undone: [], signatures: 0, isWritten: true });
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2]);
});

test("a run in the work tree that does not follow the end is not committed, and people are told", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await using elsewhere = await localRepository();
  await published(branch, FIRST, KEY);
  const { folder } = await published(elsewhere.branch, SECOND, KEY);
  const target = path.join(tree, path.relative(elsewhere.tree, folder));
  await cp(folder, target, { recursive: true });

  const next = await published(branch, THIRD, KEY);

  expect(next.attestation?.statement.predicate).toMatchObject({ sequence: 2 });
  expect(next.warnings).toEqual([expect.stringContaining("does not follow the end of the chain")]);
  expect(await git(tree, "status", "--porcelain")).toMatch(/^\?\? prod\/2026\/2026-11-21\/$/);
});

test("after a declared gap the run names the gap, and is compared with the run before it", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const gap = gapOf("2026-11-21T00:00:00Z", "2026-11-22T00:00:00Z", { declaredAt: "2026-11-22T05:00:00Z" });
  const options = { branch, check: signerCheck(KEY), verifyInstructions: "", signal: NEVER };
  await publishGap(gap, gapAttester(keySigner(KEY)), options);
  const tails: unknown[] = [];
  const attest = attestorOf(THIRD, KEY);

  await published(branch, THIRD, KEY, {
    attest: async (files, tail) => {
      tails.push(tail);
      return attest(files, tail);
    },
  });

  expect(tails).toMatchObject([{ next: 3, last: { sequence: 2 }, evidence: { evidence: FIRST } }]);
  expect((await statementsIn(tree, "prod")).map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("a run that leaves the commit to somebody else is signed for its place in the chain", async () => {
  await using out = await temporaryFolder();
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);

  const run = await published(branch, SECOND, KEY, {
    commits: false,
    to: { out: out.path },
  });

  expect(run).toMatchObject({ undone: [], commit: null, isWritten: true });
  expect(run.attestation?.statement.predicate).toMatchObject({ sequence: 2, previous: { sequence: 1 } });
  expect(await git(tree, "status", "--porcelain")).toBe("");
});

test("a commit that never ends leaves the evidence signed, and says so", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  await writeFile(path.join(tree, ".git/refs/heads/main.lock"), "");

  const time = new AbortController();
  const slower = racing(
    branch,
    async () => {},
    async () => time.abort(),
  );
  const run = await published(slower, SECOND, KEY, { signal: time.signal });

  expect(run).toMatchObject({ commit: null, isWritten: true, signatures: 1 });
  expect(run.retries).toBeGreaterThan(0);
  expect(run.undone.map(({ message }) => message)).toEqual([expect.stringContaining("git could not commit")]);
});

test("a repository that is damaged costs the commit and not the evidence", async () => {
  await using repository = await localRepository();
  const { tree, branch } = repository;
  await published(branch, FIRST, KEY);
  const lost = await git(tree, "rev-parse", `HEAD:prod/${runPath(FIRST)}/evidence.sigstore.json`);
  await rm(path.join(tree, ".git/objects", lost.slice(0, 2), lost.slice(2)));

  const run = await published(new LocalBranch({ folder: tree, path: "." }), SECOND, KEY);

  expect(run.undone.map(({ message }) => message)).toEqual([expect.stringContaining("is damaged")]);
  expect(run).toMatchObject({ commit: null, isWritten: true, signatures: 1 });
});

test.each([
  [
    "a tree is gone",
    (tree: string) => rm(path.join(tree, ".git/objects"), { recursive: true }),
    "cannot be read",
  ],
  ["the disk takes no temporary file", async () => vi.stubEnv("TMPDIR", "/dev/null"), "git could not commit"],
])(
  "where %s the evidence is kept, and the sentence is git's or the system's",
  async (_, break_, sentence) => {
    await using repository = await localRepository();
    const { tree } = repository;
    await published(repository.branch, FIRST, KEY);
    await break_(tree);

    const run = await published(new LocalBranch({ folder: tree, path: "." }), SECOND, KEY);
    vi.unstubAllEnvs();

    expect(run.undone.map(({ message }) => message)).toEqual([expect.stringContaining(sentence)]);
    expect(run).toMatchObject({ commit: null, isWritten: true, signatures: 1 });
  },
);
