import type { Datadog } from "../datadog/client.ts";
import { entryOf, pages } from "../datadog/pages.ts";
import type { Paging } from "../datadog/pages.ts";
import type { Projected } from "../evidence/projection.ts";
import type { Check, Request } from "../evidence/schema.ts";
import { seams } from "../evidence/spans.ts";
import type { Span } from "../evidence/spans.ts";
import { emptyBasket, reasonFor, take, together } from "./gather.ts";
import type { Basket, Filed, Gathered } from "./gather.ts";
import { divided } from "./slices.ts";

/** A list in order of time, of which stretches can be asked for. */
export interface Timeline<Kept> {
  /** What the records are, in the plural. */
  readonly what: string;
  readonly whole: Span;
  /** Behind it things change while they are read; that is asked for last, and in one. */
  readonly horizon: number;
  readonly pageSize: number;
  readonly paging: (span: Span) => Paging<string, Projected<Kept>>;
  /** Where a record stands; null when it does not say. */
  readonly timeOf: (kept: Kept) => number | null;
  /** Whether what was seen once must be there again; records that may move or end need not. */
  readonly isLasting: boolean;
}

/** What came of a timeline: the records, and how they were asked for. */
export interface Sliced<Kept> {
  readonly gathered: Gathered<Kept>;
  /** In the order of time, whatever was answered first. */
  readonly requests: readonly Request[];
  /** Those of them that list records; the others were a look and were asked again in slices. */
  readonly listings: readonly Request[];
  readonly agreements: readonly Check[];
}

/**
 * Reads a timeline to its end or to its failure: in one where it is short, else in
 * slices at the same time, each with a ledger entry of its own. One slice's
 * failure never loses the others.
 */
export async function gatherSliced<Kept extends Filed>(
  datadog: Datadog,
  timeline: Timeline<Kept>,
): Promise<Sliced<Kept>> {
  const { what, whole, isLasting } = timeline;
  const readings = await read(datadog, timeline, { span: whole, isWhole: true });
  const slices = readings.flatMap((reading) => ("basket" in reading ? [reading] : []));
  const looks = readings.flatMap((reading) => ("looked" in reading ? [reading] : []));
  const all = together(slices.map(({ basket }) => basket));
  const result = {
    gathered: all,
    requests: readings.map(({ entry }) => entry),
    listings: slices.map(({ entry }) => entry),
  };
  if (looks.length === 0) return { ...result, agreements: [] };

  const spans = slices.map(({ span }) => span);
  const found = isLasting && all.stopped === null ? [foundAgain(looks, slices, what)] : [];
  return { ...result, agreements: [seams(spans, whole, what), ...found] };
}

/** A slice that was read, as far as it went; or a look at one, which its own slices replace. */
type Reading<Kept> =
  | { readonly entry: Request; readonly span: Span; readonly basket: Basket<Kept> }
  | { readonly entry: Request; readonly looked: ReadonlySet<string> };

async function read<Kept extends Filed>(
  datadog: Datadog,
  timeline: Timeline<Kept>,
  { span, isWhole, isFinal = false }: { span: Span; isWhole: boolean; isFinal?: boolean },
): Promise<readonly Reading<Kept>[]> {
  const { horizon, pageSize, timeOf } = timeline;
  const paging = timeline.paging(span);
  const entry = entryOf(paging.question(null));
  const basket = emptyBasket<Kept>();
  let slices: readonly Span[] | null = null;
  try {
    for await (const page of pages(datadog, entry, paging)) {
      take(basket, page);
      if (isFinal || entry.drained || page.length < pageSize) continue;
      const look = {
        span,
        isWhole,
        pages: entry.pages.length,
        times: () => page.map((each) => ("kept" in each ? timeOf(each.kept) : null)),
        horizon,
      };
      slices = divided(look);
      if (slices !== null) break;
    }
  } catch (error) {
    basket.stopped = reasonFor(error);
  }
  if (slices === null) return [{ entry, span, basket }];

  const look = { entry: { ...asLook(entry), drained: true }, looked: new Set(basket.byId.keys()) };
  const readings = await readAll(datadog, timeline, slices);
  if (!readings.some(isRefused)) return [look, ...readings];
  // Datadog took the whole, so it is the slices that it does not take.
  const asked = readings.map((reading) => ({ entry: asLook(reading.entry), looked: new Set<string>() }));
  return [look, ...asked, ...(await read(datadog, timeline, { span, isWhole, isFinal: true }))];
}

/** What is open towards now comes last: a record that moves there while the others are read is met once more. */
async function readAll<Kept extends Filed>(
  datadog: Datadog,
  timeline: Timeline<Kept>,
  slices: readonly Span[],
): Promise<readonly Reading<Kept>[]> {
  const closed = slices.filter(({ to }) => to !== null);
  const open = slices.filter(({ to }) => to === null);
  const readings = await Promise.all(
    closed.map(async (span) => read(datadog, timeline, { span, isWhole: false })),
  );
  for (const span of open) readings.push(await read(datadog, timeline, { span, isWhole: false }));
  return readings.flat();
}

/** As a control total, it carries no records of the item: its slices bring them, and it was read as far as was asked. */
function asLook(entry: Request): Request {
  return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
}

function isRefused<Kept>(reading: Reading<Kept>): boolean {
  return "basket" in reading && reading.entry.pages.length === 1 && reading.entry.pages[0]?.status === 400;
}

function foundAgain<Kept>(
  looks: readonly { readonly looked: ReadonlySet<string> }[],
  slices: readonly { readonly basket: Basket<Kept> }[],
  what: string,
): Check {
  const seen = new Set(looks.flatMap(({ looked }) => [...looked]));
  const missed = seen.difference(new Set(slices.flatMap(({ basket }) => [...basket.byId.keys()])));
  const actual = seen.size - missed.size;
  return {
    name: `${what} of the first look that the slices gave again`,
    expected: seen.size,
    actual,
    ok: missed.size === 0,
  };
}
