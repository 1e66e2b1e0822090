import { runFolder } from "../bundle/run-path.ts";
import { Failure } from "../failure.ts";
import type { Addition, Branch, Head, NewRun, RunAt } from "./branch.ts";
import { grown } from "./commit-loop.ts";
import type { Grown } from "./commit-loop.ts";
import { newRunOf, refuseLate } from "./append-run.ts";
import { contentOf, signedRun } from "./signed-run.ts";
import type { SignedRun } from "./signed-run.ts";
import { follows, streamEnd } from "./chain-head.ts";
import type { StreamEnd } from "./chain-head.ts";

/** A run folder on disk. */
export interface BroughtFolder {
  /** As it was given, for sentences. */
  readonly path: string;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** What became of the folders, each told by its path. */
export interface PublishedFolders {
  /** Null where nothing had to be committed. */
  readonly landed: Grown | null;
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  /** Folders that cannot be added as they are. */
  readonly refused: readonly RefusedFolder[];
}

/** A folder that was not added, and why. */
export interface RefusedFolder {
  readonly path: string;
  readonly why: Failure;
}

/** GitHub takes 100 requests at once, and other jobs ask too. */
const STREAMS_AT_ONCE = 10;

/** A signed folder with its place: a statement says where it belongs. */
interface Brought {
  readonly path: string;
  readonly run: SignedRun;
}

/**
 * Commits signed run folders of any streams in one commit, each where its
 * statement puts it. Nothing is signed here, so a folder must follow the end of
 * its stream; one that does not is refused and keeps no other from its place.
 */
export async function publishFolders(
  branch: Branch,
  folders: readonly BroughtFolder[],
  { guide, signal }: { readonly guide: string; readonly signal: AbortSignal },
): Promise<PublishedFolders> {
  const unfit: RefusedFolder[] = [];
  const brought: Brought[] = [];
  for (const folder of folders) {
    const read = await broughtFrom(folder);
    if (read instanceof Failure) unfit.push({ path: folder.path, why: read });
    else brought.push(read);
  }
  const streams = Map.groupBy(brought, ({ run }) => run.statement.predicate.stream.name);
  const groups = [...streams.values()];

  let sorted: Sorted = { runs: [], added: [], alreadyThere: [], refused: [] };
  const plan = async (head: Head): Promise<Addition | null> => {
    const each: Sorted[] = [];
    for (let at = 0; at < groups.length; at += STREAMS_AT_ONCE) {
      const some = groups.slice(at, at + STREAMS_AT_ONCE);
      each.push(...(await Promise.all(some.map(async (runs) => sortedInto(head, runs)))));
    }
    sorted = {
      runs: each.flatMap(({ runs }) => runs),
      added: each.flatMap(({ added }) => added),
      alreadyThere: each.flatMap(({ alreadyThere }) => alreadyThere),
      refused: each.flatMap(({ refused }) => refused),
    };
    if (sorted.runs.length === 0) return null;
    return { runs: sorted.runs, guide: head.hasGuide ? null : guide, message: messageOf(sorted.runs) };
  };
  const grew =
    streams.size === 0 ? null : await grown(branch, { streams: [...streams.keys()], plan, signal });
  const { runs, added, alreadyThere, refused } = sorted;
  return { landed: runs.length === 0 ? null : grew, added, alreadyThere, refused: [...unfit, ...refused] };
}

async function broughtFrom({ path, files }: BroughtFolder): Promise<Brought | Failure> {
  const at: RunAt = {
    place: path,
    isCommitted: false,
    files: new Map([...files].map(([name, bytes]) => [name, async () => bytes])),
  };
  const run = await signedRun(at);
  if ("trouble" in run) {
    return new Failure("not-published", `${path} ${run.trouble}`, {
      hint: "sign it onto its chain first: datadog-evidence attest DIR --repository DIR",
    });
  }
  const content = await contentOf(run, null);
  if ("trouble" in content) return new Failure("not-published", `${path} ${content.trouble}`);
  const { predicate } = run.statement;
  const place = runFolder(predicate);
  return { path, run: { ...run, at: { ...at, place } } };
}

interface Sorted {
  readonly runs: readonly NewRun[];
  readonly added: readonly string[];
  readonly alreadyThere: readonly string[];
  readonly refused: readonly RefusedFolder[];
}

/** The runs of one stream, in the order of its chain. */
async function sortedInto(head: Head, brought: readonly Brought[]): Promise<Sorted> {
  const [first] = brought;
  if (first === undefined) return { runs: [], added: [], alreadyThere: [], refused: [] };
  const { stream } = first.run.statement.predicate;
  const end = await streamEnd(head, stream, null);
  const waiting = await Promise.all(end.waiting.map(async (run) => newRunOf(run, stream.name)));

  let { tail } = end;
  const runs: NewRun[] = [];
  const added: string[] = [];
  const alreadyThere: string[] = [];
  const refused: RefusedFolder[] = [];
  for (const { path, run } of brought.toSorted(bySequence)) {
    const there = await foundIn(end, head, run);
    if (there === "same") {
      (isWaiting(end, run) ? added : alreadyThere).push(path);
      continue;
    }
    const why = there === "other" ? otherThere(path, run) : unlinkable({ path, run }, { ...end, tail });
    if (why !== null || run.link === null) {
      refused.push({ path, why: why ?? unchained(path) });
      continue;
    }
    tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence: null };
    runs.push(await newRunOf(run, stream.name));
    added.push(path);
  }
  return { runs: [...waiting, ...runs], added, alreadyThere, refused };
}

function isWaiting({ waiting }: StreamEnd, { contentSha256 }: SignedRun): boolean {
  return waiting.some((each) => each.contentSha256 === contentSha256);
}

/** Whether the repository holds this run, or another one by its name. */
async function foundIn(end: StreamEnd, head: Head, run: SignedRun): Promise<"same" | "other" | null> {
  const { predicate } = run.statement;
  const isNamed = (each: SignedRun): boolean =>
    each.statement.predicate.run.id === predicate.run.id &&
    each.statement.predicate.run.attempt === predicate.run.attempt;
  const named = end.runs.find(isNamed);
  if (named !== undefined) return isSame(named, run) ? "same" : "other";
  const placed = await head.runAt(predicate.stream.name, run.at.place);
  if (placed === null) return null;
  const there = await signedRun(placed);
  return "statement" in there && isSame(there, run) ? "same" : "other";
}

function isSame(one: SignedRun, other: SignedRun): boolean {
  return one.contentSha256 === other.contentSha256;
}

function unlinkable({ path, run }: Brought, end: StreamEnd): Failure | null {
  if (run.link === null) return unchained(path);
  const { stream, collectedAt } = run.statement.predicate;
  try {
    refuseLate({ collectedAt, stream }, end);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  if (follows(end.tail, run)) return null;
  const wants = run.link.sequence === 1 ? "to be the first run" : `to follow run ${run.link.sequence - 1}`;
  const has = end.tail.next === 1 ? "has no run yet" : `ends with run ${end.tail.next - 1}`;
  return new Failure(
    "not-published",
    `${path} was signed ${wants} of ${stream.name}, which ${has} and another statement`,
    {
      hint: "publish cannot sign it again; keep the folder as a witness, and collect again",
    },
  );
}

function unchained(path: string): Failure {
  return new Failure("not-published", `${path} is signed outside of any chain`, {
    hint: "collect with the repository and commit: false, so that the run is signed for its place",
  });
}

function otherThere(path: string, { statement: { predicate } }: SignedRun): Failure {
  const { stream, run } = predicate;
  return new Failure(
    "not-published",
    `${path}: ${stream.name} holds other evidence of the run ${run.id}, attempt ${run.attempt} already`,
    { hint: "what is committed stays; keep the folder as a witness" },
  );
}

function messageOf(runs: readonly NewRun[]): string {
  const streams = [...new Set(runs.map(({ stream }) => stream))].join(", ");
  const places = runs.map(({ stream, place }) => `${stream}/${place}`);
  return [`${streams}: ${runs.length} ${runs.length === 1 ? "run" : "runs"}`, "", ...places].join("\n");
}

function bySequence(a: Brought, b: Brought): number {
  return (a.run.link?.sequence ?? 0) - (b.run.link?.sequence ?? 0);
}
