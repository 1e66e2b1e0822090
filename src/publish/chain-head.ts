import type { Tail, Why } from "../bundle/statement.ts";
import { canonical } from "../evidence/files/canonical.ts";
import type { Head } from "./branch.ts";
import { contentOf, signedRun } from "./signed-run.ts";
import type { Content, OwnKey, SignedRun, Unreadable } from "./signed-run.ts";

/** Where a stream's chain ends in a repository. */
export interface StreamEnd {
  readonly tail: Tail;
  /** When the newest run was collected; null where there is none. */
  readonly newest: string | null;
  /** The signed runs of the latest days, those that wait included. */
  readonly runs: readonly SignedRun[];
  /** Runs that lie in the work tree, signed and linked, and go into the next commit. */
  readonly waiting: readonly SignedRun[];
  /** What people should look at, each a sentence. */
  readonly warnings: readonly string[];
}

/** Which stream: a name of ours, and the site whose organisation it is about. */
export interface StreamId {
  readonly name: string;
  readonly site: string;
}

/**
 * The end of the stream's chain at that head. A last run that is missing its
 * bundle, was changed or is another stream's is never passed over in silence:
 * the chain begins anew after it, and the statement says why.
 */
export async function streamEnd(head: Head, stream: StreamId, own: OwnKey): Promise<StreamEnd> {
  const at = await head.latest(stream.name);
  const read = await Promise.all(at.map(signedRun));
  const committed = read.filter(({ at: { isCommitted } }) => isCommitted);
  const end = await committedEnd(committed, stream, own);
  return withWaiting(end, read.filter(isWaiting), own);
}

/** A run that waits to be committed in the work tree, signed; what is not signed waits for `attest`. */
function isWaiting(run: SignedRun | Unreadable): run is SignedRun {
  return !run.at.isCommitted && "statement" in run;
}

async function committedEnd(
  read: readonly (SignedRun | Unreadable)[],
  stream: StreamId,
  own: OwnKey,
): Promise<StreamEnd> {
  const runs = read.filter((run) => "statement" in run);
  const chained = runs.filter(({ link }) => link !== null).toSorted(bySequence);
  const last = chained.at(-1);
  const newest = newestOf(chained);
  const next = (last?.link?.sequence ?? 0) + 1;
  const begun = (restart: Why | null): StreamEnd => ({
    tail: { next, last: null, restart, evidence: null },
    newest,
    runs,
    waiting: [],
    warnings: restart === null ? [] : [`the chain of ${stream.name} begins anew: ${restart.message}`],
  });

  const broken = read.find((run) => "trouble" in run && (last === undefined || run.at.place > last.at.place));
  if (broken !== undefined && "trouble" in broken) {
    return begun({ code: "unreadable", message: `the run ${broken.at.place} ${broken.trouble}` });
  }
  if (last === undefined) return begun(null);
  const { name, site } = last.statement.predicate.stream;
  if (name !== stream.name || site !== stream.site) {
    return begun({ code: "other-stream", message: `the run ${last.at.place} is of ${name} on ${site}` });
  }
  const content = await contentOf(last, own);
  if ("trouble" in content) {
    return begun({ code: content.code, message: `the run ${last.at.place} ${content.trouble}` });
  }
  return {
    ...begun(null),
    tail: {
      next,
      last: last.link,
      restart: null,
      evidence: await evidenceBefore(last, content, chained, own),
    },
    warnings: otherSigner(last, own),
  };
}

/** Puts those that wait behind the end, one after the other, as long as each names the one before. */
async function withWaiting(end: StreamEnd, waiting: readonly SignedRun[], own: OwnKey): Promise<StreamEnd> {
  let { tail } = end;
  const linked: SignedRun[] = [];
  const warnings = [...end.warnings];
  for (const run of waiting.toSorted(bySequence)) {
    const content = follows(tail, run) ? await contentOf(run, own) : null;
    if (run.link === null || content === null || "trouble" in content) {
      warnings.push(
        `the run ${run.at.place} lies in the work tree, is not committed and does not follow the end of the chain`,
      );
      continue;
    }
    const evidence = await evidenceBefore(run, content, [...end.runs, ...linked], own);
    tail = { next: run.link.sequence + 1, last: run.link, restart: null, evidence };
    linked.push(run);
  }
  return {
    tail,
    newest: newestOf([...end.runs.filter(({ link }) => link !== null), ...linked]),
    runs: [...end.runs, ...linked],
    waiting: linked,
    warnings,
  };
}

/** Whether the run was signed for that end. */
export function follows(tail: Tail, { statement }: Pick<SignedRun, "statement">): boolean {
  const { sequence, previous } = statement.predicate;
  return sequence === tail.next && canonical(previous) === canonical(linkOf(tail));
}

function linkOf({ last }: Tail) {
  return last === null ? null : { sequence: last.sequence, statement: last.statement };
}

/** What was collected last: the run's own evidence, or that of the run before a declared gap. */
async function evidenceBefore(
  run: SignedRun,
  { evidence }: Content,
  runs: readonly SignedRun[],
  own: OwnKey,
): Promise<Tail["evidence"]> {
  if (evidence !== null) return { evidence, sha256: run.contentSha256 };
  const { previous } = run.statement.predicate;
  const before = runs.find(({ link }) => link !== null && link.statement === previous?.statement);
  if (before === undefined) return null;
  const content = await contentOf(before, own);
  return "trouble" in content ? null : evidenceBefore(before, content, runs, own);
}

function otherSigner({ at, signedBy }: SignedRun, own: OwnKey): readonly string[] {
  if (signedBy === (own?.fingerprint ?? null)) return [];
  const whom = signedBy === null ? "keyless" : `by the key ${signedBy}`;
  return [`the run ${at.place} is signed ${whom}, which was not verified here; the chain goes on from it`];
}

function newestOf(runs: readonly SignedRun[]): string | null {
  return (
    runs
      .map(({ statement }) => statement.predicate.collectedAt)
      .toSorted()
      .at(-1) ?? null
  );
}

/** The later folder last, where two claim the same place in the chain; whoever verifies finds both. */
function bySequence(a: SignedRun, b: SignedRun): number {
  const difference = (a.link?.sequence ?? 0) - (b.link?.sequence ?? 0);
  if (difference !== 0) return difference;
  return a.at.place < b.at.place ? -1 : 1;
}
