import { readFileSync } from "node:fs";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

import { readSigningKey } from "../../src/sign/signing-key.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { filesIn, git, gitBytes, newRepository, statementsIn } from "./git.ts";
import { brokenLinks, committer, keyFile } from "./races.ts";
import { evidenceAt, published } from "./streams.ts";
import { temporaryFolder } from "./temp.ts";

/** What was left by processes that were killed while they committed, one after the other, to one repository. */
export interface Killed {
  readonly kills: number;
  /** Runs that a process had reported as committed before it was killed. */
  readonly reported: number;
  /** Of those, the ones that the repository does not hold. */
  readonly lost: number;
  /** Run folders in the repository that lack a file or hold another one than was signed. */
  readonly halfWritten: readonly string[];
  readonly brokenLinks: number;
  /** What the run after each kill could not do. */
  readonly undone: readonly string[];
  /** What git says of the work tree at the end, but for the drafts that a killed process leaves. */
  readonly status: string;
  readonly fsck: string;
}

/** Kills a committing process that often, each time after another part of a second, and every other time after a commit. */
export async function killing(kills: number): Promise<Killed> {
  await using tree = await newRepository();
  await using keys = await temporaryFolder();
  const key = await keyFile(keys.path);
  const own = readSigningKey(readFileSync(key, "utf8"), null);
  const reported: string[] = [];
  const undone: string[] = [];
  let hour = Date.parse("2026-01-01T00:00:00Z");
  const next = (): string => new Date((hour += 3_600_000)).toISOString().replace(".000Z", "Z");

  for (let nth = 0; nth < kills; nth += 1) {
    const order = { folder: tree.path, url: null, stream: "prod", from: next(), runs: 1000, key };
    const { child, go, said, ended } = await committer(order);
    go();
    // On a busy machine a process may be killed before its first commit; every other one is not.
    const fewest = nth % 2;
    while (said.length < fewest && child.exitCode === null) await setTimeout(20);
    await setTimeout(600 * Math.random());
    child.kill("SIGKILL");
    await ended;
    reported.push(...said.flatMap(({ commit }) => (commit === null ? [] : [commit])));
    undone.push(...said.flatMap((run) => run.undone));

    const after = await published(new LocalBranch({ folder: tree.path, path: "." }), evidenceAt(next()), own);
    undone.push(...after.undone.map(({ message }) => message), ...after.warnings);
  }

  const held = new Set((await git(tree.path, "rev-list", "main")).split("\n"));
  const status = (await git(tree.path, "status", "--porcelain", "--untracked-files=all")).split("\n");
  return {
    kills,
    reported: reported.length,
    lost: reported.filter((commit) => !held.has(commit)).length,
    halfWritten: await halfWritten(tree.path),
    brokenLinks: brokenLinks(await statementsIn(tree.path, "prod", "main")),
    undone,
    status: status.filter((line) => !/^\?\? .*\/\.[^/]+\/[^/]+$/.test(line)).join("\n"),
    fsck: await git(tree.path, "fsck", "--strict", "--no-dangling"),
  };
}

async function halfWritten(folder: string): Promise<readonly string[]> {
  const files = (await filesIn(folder, "main")).filter(
    (name) => !["VERIFY.md", ".gitattributes"].includes(path.basename(name)),
  );
  const runs = Map.groupBy(files, (name) => path.dirname(name));
  const wrong: string[] = [];
  for (const [run, names] of runs) {
    const bundle = names.find((name) => name.endsWith("evidence.sigstore.json"));
    const evidence = names.find((name) => name.endsWith("evidence.json"));
    if (bundle === undefined || evidence === undefined) {
      wrong.push(run);
      continue;
    }
    const { dsseEnvelope } = JSON.parse(await git(folder, "show", `main:${bundle}`));
    const { subject } = JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString());
    const bytes = await gitBytes(folder, ["cat-file", "blob", `main:${evidence}`]);
    if (subject[0].digest.sha256 !== sha256(bytes)) wrong.push(run);
  }
  return wrong;
}
