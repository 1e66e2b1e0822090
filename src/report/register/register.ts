import { formatTime } from "../../platform/time.ts";
import { VERSION } from "../../platform/version.ts";
import type { Collection, Control, Evidence, Item, ItemId, State } from "../../evidence/schema.ts";
import { nextDue } from "../../verify/period/next-due.ts";
import { worstExitCode, type StreamVerdict } from "../../verify/period/verdict.ts";
import { judgeStreams } from "../../verify/period/verify-period.ts";
import type { StreamFolder } from "../../verify/stream/find-streams.ts";
import type { GenuineRun } from "../../verify/run/verdict.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { countsInWords } from "../words.ts";

/** An item of a stream as the newest run has it that collected it or tried to. */
export interface RegisterItem {
  readonly id: ItemId;
  readonly state: State;
  /** Null where none is known; floors where the item is partial. */
  readonly counts: Readonly<Record<string, number>> | null;
  /** The counts in words, which say of floors that they are. */
  readonly counted: string;
  readonly controls: readonly Control[];
  readonly status: Collection["status"];
  readonly collectedAt: string;
  readonly validUntil: string;
  readonly nextDue: string;
  /** The same query in Datadog's own user interface. */
  readonly link: string;
  /** `missing`: the newest run could not collect it. */
  readonly freshness: "fresh" | "stale" | "missing";
}

/** A stream with its items. */
export interface RegisterStream {
  readonly name: string;
  /** Below the path that was named. */
  readonly folder: string;
  readonly site: string | null;
  /** As the user declares it, else its id. */
  readonly organization: string | null;
  /** Whether its runs were verified and are genuine. */
  readonly verified: boolean;
  readonly verdict: StreamVerdict;
  readonly items: readonly RegisterItem[];
}

/** Every item of every stream, and whether its evidence is fresh. */
export interface Register {
  readonly streams: readonly RegisterStream[];
  /** Whether trust was given to verify with. */
  readonly isVerified: boolean;
  /** 0 all fresh; 1 and 2 as verify; 3 something is stale or missing. */
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly madeAt: string;
  readonly version: string;
}

/** Reads every run of the streams, and verifies them where something to trust is given. */
export async function loadRegister(
  streams: readonly StreamFolder[],
  { trust, now }: { trust: Trust | null; now: Date },
): Promise<Register> {
  const newest = new NewestItems();
  const asked = { from: null, to: null };
  const verdicts = await judgeStreams(streams, { trust, asked, now, visit: newest.visit });
  return registerOf(streams, { verdicts, newest, isVerified: trust !== null, now });
}

/** The register of streams whose runs were visited, with the verdicts on them in the same order. */
export function registerOf(
  streams: readonly StreamFolder[],
  {
    verdicts,
    newest,
    isVerified,
    now,
  }: { verdicts: readonly StreamVerdict[]; newest: NewestItems; isVerified: boolean; now: Date },
): Register {
  const rows = streams.flatMap((stream, index): RegisterStream[] => {
    const verdict = verdicts[index];
    if (verdict === undefined) return [];
    const verified = isVerified && verdict.exitCode !== 1 && verdict.exitCode !== 2;
    const { source, items } = newest.of(stream, now);
    return [
      {
        name: stream.name,
        folder: stream.folder,
        site: source?.site ?? verdict.site,
        organization: source?.organization ?? source?.organizationId ?? verdict.organization,
        verified,
        verdict,
        items,
      },
    ];
  });
  const codes = rows.flatMap(({ verdict, items }) => {
    const isFresh = items.length > 0 && items.every(({ freshness }) => freshness === "fresh");
    return [
      ...(isVerified && (verdict.exitCode === 1 || verdict.exitCode === 2) ? [verdict.exitCode] : []),
      ...(isFresh ? [] : [3 as const]),
    ];
  });
  return {
    streams: rows,
    isVerified,
    exitCode: worstExitCode(codes),
    madeAt: formatTime(now),
    version: VERSION,
  };
}

type ReadItem = Omit<RegisterItem, "freshness">;

interface NewestOfStream {
  source: { readonly at: number; readonly value: Evidence["source"] } | null;
  readonly items: Map<ItemId, ReadItem>;
}

/** Keeps the newest of each item while runs are visited, and lets the rest go. */
export class NewestItems {
  readonly #streams = new Map<StreamFolder, NewestOfStream>();

  /** Takes a run in. */
  readonly visit = (_runPath: string, { evidence }: GenuineRun, stream: StreamFolder): void => {
    if (evidence === null) return;
    const known = this.#streams.get(stream) ?? { source: null, items: new Map() };
    this.#streams.set(stream, known);
    const at = Date.parse(evidence.collectedAt);
    if (known.source === null || at >= known.source.at) known.source = { at, value: evidence.source };
    for (const item of evidence.items) {
      const before = known.items.get(item.id);
      if (before === undefined || at >= Date.parse(before.collectedAt)) {
        known.items.set(item.id, readItem(item, evidence));
      }
    }
  };

  /** The newest source and items of the stream, as they are at that time. */
  of(
    stream: StreamFolder,
    now: Date,
  ): { readonly source: Evidence["source"] | null; readonly items: readonly RegisterItem[] } {
    const known = this.#streams.get(stream);
    const items = [...(known?.items.values() ?? [])].map((item): RegisterItem =>
      Object.assign({ freshness: freshnessOf(item, now) }, item),
    );
    return { source: known?.source?.value ?? null, items };
  }
}

function readItem(item: Item, evidence: Evidence): ReadItem {
  const { id, collection, result, controls, link } = item;
  return {
    id,
    state: result.state,
    counts: result.counts,
    counted: countsInWords(item),
    controls,
    status: collection.status,
    collectedAt: evidence.collectedAt,
    validUntil: evidence.validUntil,
    nextDue: formatTime(nextDue(evidence)),
    link,
  };
}

function freshnessOf({ status, validUntil }: ReadItem, now: Date): RegisterItem["freshness"] {
  if (Date.parse(validUntil) < now.getTime()) return "stale";
  return status === "failed" ? "missing" : "fresh";
}
