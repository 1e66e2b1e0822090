import { runPath } from "../bundle/run-path.ts";
import { Failure } from "../failure.ts";
import type { BranchHead, StoredRun } from "./branch.ts";
import {
  bySequence,
  findRun,
  isNextInChain,
  lateRunFailure,
  otherRunFailure,
  tailAfter,
} from "./chain-head.ts";
import type { ChainHead } from "./chain-head.ts";
import { commitWithRetry } from "./commit-with-retry.ts";
import type { CommitOptions, CommitPlan, CommitResult } from "./commit-with-retry.ts";
import { readContent, readSignedRun, toNewRuns, verificationProblem, type SignedRun } from "./signed-run.ts";
import { readNamedSigner, trustedSignerCheck, type SignerCheck } from "./signer-check.ts";
import type { Trust } from "../verify/trust/trust.ts";

/** A run folder on disk. */
export interface FolderToPublish {
  /** As the user gave it, for messages. */
  readonly path: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** What became of the folders, each named by its path. */
export interface PublishedFolders {
  /** Null where nothing had to be committed. */
  readonly landed: CommitResult | null;
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  /** Folders that cannot be added as they are. */
  readonly refused: readonly RefusedFolder[];
  /** What people should know, each a sentence. */
  readonly warnings: readonly string[];
}

/** A folder that was not added, and why. */
export interface RefusedFolder {
  readonly path: string;
  readonly failure: Failure;
}

/** A signed folder; its statement says where in the repository it belongs. */
interface SignedFolder {
  readonly path: string;
  readonly run: SignedRun;
}

/**
 * Commits signed run folders of any streams in one commit, each where its statement puts it. Nothing is signed here, so
 * a folder must follow the end of its stream. One that does not is refused; the others are still committed.
 */
export async function publishFolders(
  folders: readonly FolderToPublish[],
  {
    trust,
    ...rest
  }: Omit<CommitOptions, "check"> & {
    /** Whose runs are added; null: those that name the signer of the stream's last run, because nobody can be verified. */
    readonly trust: Trust | null;
  },
): Promise<PublishedFolders> {
  const check: SignerCheck = trust === null ? async () => "own" : trustedSignerCheck(trust);
  const options: CommitOptions = { ...rest, check };
  const unfit: RefusedFolder[] = [];
  const signed: SignedFolder[] = [];
  for (const folder of folders) {
    const read = await readSignedFolder(folder, { check, trust });
    if (read instanceof Failure) unfit.push({ path: folder.path, failure: read });
    else signed.push(read);
  }
  const byStream = Map.groupBy(signed, ({ run }) => run.statement.predicate.stream.name);
  const streams = [...byStream.values()].flatMap(([first]) => first?.run.statement.predicate.stream ?? []);

  const sorted = new Map<string, SortedFolders>();
  const plan: CommitPlan = {
    async addTo(chain, head) {
      const { name } = chain.stream;
      const each = await sortFolders(byStream.get(name) ?? [], chain, {
        head,
        check,
        isVerified: trust !== null,
      });
      sorted.set(name, each);
      return toNewRuns(each.runs, name);
    },
    message: (runs) => {
      const names = [...new Set(runs.map(({ stream }) => stream))].join(", ");
      const places = runs.map(({ stream, place }) => `${stream}/${place}`);
      return [`${names}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}`, "", ...places].join("\n");
    },
  };
  const landed = streams.length === 0 ? null : await commitWithRetry(streams, plan, options);
  const all = [...sorted.values()];
  return {
    landed: landed?.added.length === 0 ? null : landed,
    added: all.flatMap((each) => each.added),
    alreadyThere: all.flatMap((each) => each.alreadyThere),
    refused: [...unfit, ...all.flatMap((each) => each.refused)],
    warnings: trust !== null || landed === null || landed.added.length === 0 ? [] : [UNVERIFIED],
  };
}

async function readSignedFolder(
  { path, files }: FolderToPublish,
  { check, trust }: { check: SignerCheck; trust: Trust | null },
): Promise<SignedFolder | Failure> {
  const at: StoredRun = {
    place: path,
    isCommitted: false,
    files: new Map(
      [...files].map(([name, bytes]) => [name, { size: bytes.length, read: async () => bytes }]),
    ),
  };
  const run = await readSignedRun(at, check);
  if ("trouble" in run) {
    return new Failure("not-published", `${path} ${run.trouble}`, {
      hint: "sign it onto its chain first: npx datadog-evidence attest DIR --repository DIR",
    });
  }
  if (trust !== null) {
    const problem = await verificationProblem(run, trust);
    if (problem !== null) {
      return new Failure("not-published", `${path} does not verify: ${problem}`, {
        hint: "check whom you trust; a run that does not verify is never committed",
      });
    }
  }
  const content = await readContent(run);
  if ("trouble" in content) return new Failure("not-published", `${path} ${content.trouble}`);
  return { path, run: { ...run, at: { ...at, place: runPath(run.statement.predicate) } } };
}

const UNVERIFIED =
  "no signature was verified, because nobody was named whom to trust: the runs only name the signer of the last run of their stream; name whom you trust with --key, or --issuer and --identity";

interface SortedFolders {
  readonly runs: readonly SignedRun[];
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly refused: readonly RefusedFolder[];
}

/** Sorts the folders of one stream by what becomes of them, in the order of its chain. */
async function sortFolders(
  folders: readonly SignedFolder[],
  chain: ChainHead,
  at: { readonly head: BranchHead; readonly check: SignerCheck; readonly isVerified: boolean },
): Promise<SortedFolders> {
  let { tail } = chain;
  const last = chain.runs
    .filter(({ link }) => link !== null)
    .toSorted(bySequence)
    .at(-1);
  let signer = last === undefined ? null : await readNamedSigner(last.read);
  const runs: SignedRun[] = [];
  const added: string[] = [];
  const alreadyThere: string[] = [];
  const refused: RefusedFolder[] = [];
  for (const { path, run } of folders.toSorted((a, b) => bySequence(a.run, b.run))) {
    const { run: named } = run.statement.predicate;
    const found = await findRun(
      { run: named, place: run.at.place, contentSha256: run.contentSha256 },
      chain,
      at,
    );
    if (found !== null && found !== "other") {
      (found.at.isCommitted ? alreadyThere : added).push(path);
      continue;
    }
    const by = await readNamedSigner(run.read);
    const stranger =
      at.isVerified || signer === null || signer === by
        ? null
        : otherSignerFailure(path, { by, last: signer, stream: chain.stream.name });
    const failure =
      found === "other"
        ? nameFolder(path, otherRunFailure(chain.stream, named))
        : (stranger ?? unlinkable({ path, run }, { ...chain, tail }));
    if (failure !== null) {
      refused.push({ path, failure });
      continue;
    }
    tail = tailAfter(run, null);
    signer = by;
    runs.push(run);
    added.push(path);
  }
  return { runs, added, alreadyThere, refused };
}

/** Nobody is named whom to trust, so a stranger must not get into the chain. */
function otherSignerFailure(
  path: string,
  { by, last, stream }: { by: string; last: string; stream: string },
): Failure {
  return new Failure(
    "not-published",
    `${path} is signed by ${by}, but the last run of ${stream} by ${last}`,
    { hint: "name whom you trust, as for verify: --key PEM, or --issuer URL and --identity URI" },
  );
}

/** Why the run cannot become the end of the chain; null where it can. */
function unlinkable({ path, run }: SignedFolder, chain: ChainHead): Failure | null {
  if (run.link === null) {
    return new Failure("not-published", `${path} is signed outside of any chain`, {
      hint: "collect with the repository and commit: false, so that the run is signed for its place",
    });
  }
  const late = lateRunFailure(run.statement.predicate.collectedAt, chain);
  if (late !== null) return nameFolder(path, late);
  if (isNextInChain(chain.tail, run)) return null;
  const wants = run.link.sequence === 1 ? "to be the first run" : `to follow run ${run.link.sequence - 1}`;
  const has = chain.tail.next === 1 ? "has no run yet" : `ends with run ${chain.tail.next - 1}`;
  return new Failure(
    "not-published",
    `${path} was signed ${wants} of ${chain.stream.name}, which ${has} and another statement`,
    { hint: "publish cannot sign it again; keep the folder as a copy, and collect again" },
  );
}

function nameFolder(path: string, { code, message }: Failure): Failure {
  return new Failure(code, `${path}: ${message}`, {
    hint: "what is committed stays as it is; keep the folder as a copy",
  });
}
