import type { PeriodVerdict, StreamVerdict } from "./verdict.ts";

const VERDICTS = { broken: 1, unchecked: 2, absent: 3, stale: 3, missing: 3, weak: 3, fresh: 0 } as const;

/** Something about a stream that a person must look at. */
export interface FreshnessFinding {
  readonly stream: string;
  readonly verdict: Exclude<keyof typeof VERDICTS, "fresh">;
  readonly words: string;
}

/** What a watcher found, the worst first. */
export interface FreshnessReport {
  readonly verdict: keyof typeof VERDICTS;
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly findings: readonly FreshnessFinding[];
  readonly streams: readonly StreamVerdict[];
  /** When the newest evidence was collected, of the stream that is the furthest behind. */
  readonly newest: string | null;
}

/** What is wrong with the streams that must be there: absent, broken, stale, or with a slot that has no evidence. */
export function freshnessFindings(
  { streams }: PeriodVerdict,
  { names, now }: { names: readonly string[]; now: Date },
): readonly FreshnessFinding[] {
  const absent = names.filter((name) => streams.every(({ stream }) => stream !== name));
  const found = [
    ...absent.map((stream): FreshnessFinding => {
      const words = "is not here: it never ran, or none of its runs was committed";
      return { stream, verdict: "absent", words };
    }),
    ...streams.flatMap((stream) => findingsIn(stream, now)),
  ];
  const order = Object.keys(VERDICTS);
  return found.toSorted((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict));
}

/** The worst of them. */
export function worstFinding([first]: readonly FreshnessFinding[]): Pick<
  FreshnessReport,
  "verdict" | "exitCode"
> {
  const verdict = first?.verdict ?? "fresh";
  return { verdict, exitCode: VERDICTS[verdict] };
}

function findingsIn(of: StreamVerdict, now: Date): readonly FreshnessFinding[] {
  const { stream, problems, unchecked, newest, slots, sample, weaknesses } = of;
  const finding = (verdict: FreshnessFinding["verdict"], words: string): FreshnessFinding => ({
    stream,
    verdict,
    words,
  });
  const [problem] = problems;
  const [doubt] = unchecked;
  const isStale = newest === null || Date.parse(newest.validUntil) < now.getTime();
  const staleness =
    newest === null
      ? "holds no genuine evidence"
      : `has no evidence newer than ${newest.collectedAt}, which was valid until ${newest.validUntil}`;
  const without = slots.missing + slots.failed;
  return [
    ...(problem === undefined ? [] : [finding("broken", `${problem.run} ${problem.detail}`)]),
    // A repository is never a sample, so evidence was taken away and the rest called one.
    ...(sample === null
      ? []
      : [finding("broken", `holds the evidence of ${sample.runs} of ${sample.of} runs, as a sample does`)]),
    ...(doubt === undefined ? [] : [finding("unchecked", `${doubt.run}: ${doubt.why}`)]),
    ...(isStale ? [finding("stale", staleness)] : []),
    ...weaknesses.map((words) => finding("weak", words)),
    ...(without === 0
      ? []
      : [finding("missing", `${without} of ${slots.due - slots.notCovered} slots have no evidence`)]),
  ];
}
