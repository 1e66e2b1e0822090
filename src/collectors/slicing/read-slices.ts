import type { Datadog } from "../../datadog/client.ts";
import { entryOf, readPages } from "../../datadog/pagination.ts";
import type { Paging } from "../../datadog/pagination.ts";
import type { Projected } from "../../evidence/projection/projection.ts";
import type { Check, Request } from "../../evidence/schema.ts";
import { seams } from "./span.ts";
import type { Span } from "./span.ts";
import { emptyBasket, fill, take, together } from "../store/batch.ts";
import type { Basket, Filing, Gathered } from "../store/batch.ts";
import { Register } from "../store/index.ts";
import type { Filed } from "../store/index.ts";
import { divided, isPowerOfTwo, prospect } from "./plan.ts";
import type { Prospect } from "./plan.ts";

/** A list in order of time, of which stretches can be asked for. */
export interface Timeline<Kept> {
  /** What the records are, in the plural. */
  readonly what: string;
  readonly whole: Span;
  /** Behind it things change while they are read; that is asked for last, and in one. */
  readonly horizon: number;
  readonly pageSize: number;
  readonly paging: (span: Span) => Paging<string, Projected<Kept>>;
  readonly filing: Filing<Kept>;
  /** Where a record stands; null when it does not say. */
  readonly timeOf: (kept: Kept) => number | null;
  /** How many there are by the source's own count, and what was asked for it; it only decides on slices. */
  readonly counted: () => Promise<Counted>;
  /** Whether what was seen once must be there again; records that may move or end need not. */
  readonly isLasting: boolean;
}

interface Counted {
  readonly requests: readonly Request[];
  /** Null where the source gives none. */
  readonly count: number | null;
}

/** A list that nobody counts. */
export const UNCOUNTED: Counted = { requests: [], count: null };

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
  const isRead = slices.every(({ basket }) => basket.stopped === null);
  const found = looks.length > 0 && isLasting && isRead ? [foundAgain(looks, slices, what)] : [];
  const result = {
    gathered: together(
      slices.map(({ basket }) => basket),
      timeline.filing,
    ),
    requests: readings.map(({ entry }) => entry),
    listings: slices.map(({ entry }) => entry),
  };
  if (looks.length === 0) return { ...result, agreements: [] };

  const spans = slices.map(({ span }) => span);
  return { ...result, agreements: [seams(spans, whole, what), ...found] };
}

/** A slice that was read, as far as it went; or a look at one, which its own slices replace. */
type Reading =
  | { readonly entry: Request; readonly span: Span; readonly basket: Basket }
  | { readonly entry: Request; readonly looked: Register };

async function read<Kept extends Filed>(
  datadog: Datadog,
  timeline: Timeline<Kept>,
  { span, isWhole, isFinal = false }: { span: Span; isWhole: boolean; isFinal?: boolean },
): Promise<readonly Reading[]> {
  const { horizon, pageSize, timeOf, filing } = timeline;
  const paging = timeline.paging(span);
  const entry = entryOf(paging.question(null));
  const basket = emptyBasket();
  const seen: { rest: Prospect | null; halfway: number | null } = { rest: null, halfway: null };
  await fill(basket, async () =>
    readPages(datadog, { entry, paging }, (page) => {
      take(basket, page, filing);
      if (isFinal || entry.drained || page.length < pageSize) return true;
      const times = (): readonly (number | null)[] =>
        page.map((each) => ("kept" in each ? timeOf(each.kept) : null));
      const pages = entry.pages.length;
      seen.rest = prospect({ span, isWhole, pages, halfway: seen.halfway, times, horizon });
      if (isPowerOfTwo(pages)) seen.halfway = times().at(-1) ?? null;
      return seen.rest === null;
    }),
  );
  const { rest } = seen;
  if (rest === null) return [{ entry, span, basket }];

  const look = { entry: asLook(entry), looked: basket.register };
  const whole = async (): Promise<readonly Reading[]> =>
    read(datadog, timeline, { span, isWhole, isFinal: true });
  const counted = isWhole ? await timeline.counted() : UNCOUNTED;
  const looks = [look, ...counted.requests.map((asked) => ({ entry: asked, looked: new Register() }))];
  const left = counted.count === null ? null : counted.count / pageSize - entry.pages.length;
  const slices = divided(rest, left);
  if (slices === null) return [...looks, ...(await whole())];
  const readings = await readAll(datadog, timeline, slices);
  if (!readings.some(isRefused) && !isForgotten(look.looked, readings)) return [...looks, ...readings];
  // Datadog took the whole, so it is the slices that it does not take, or takes for something else.
  const asked = readings.map((reading) => ({ entry: asLook(reading.entry), looked: new Register() }));
  return [...looks, ...asked, ...(await whole())];
}

/** What is open towards now comes last: a record that moves there while the others are read is met once more. */
async function readAll<Kept extends Filed>(
  datadog: Datadog,
  timeline: Timeline<Kept>,
  slices: readonly Span[],
): Promise<readonly Reading[]> {
  const closed = slices.filter(({ to }) => to !== null);
  const open = slices.filter(({ to }) => to === null);
  const readings = await Promise.all(
    closed.map(async (span) => read(datadog, timeline, { span, isWhole: false })),
  );
  for (const span of open) readings.push(await read(datadog, timeline, { span, isWhole: false }));
  return readings.flat();
}

/** It was not read to its end, and carries no records of the item: those come by its slices. */
function asLook(entry: Request): Request {
  return { ...entry, pages: entry.pages.map((page) => ({ ...page, items: 0 })) };
}

function isRefused(reading: Reading): boolean {
  return "basket" in reading && reading.entry.pages.length === 1 && reading.entry.pages[0]?.status === 400;
}

/** Records may move or end between two answers, but not most of a page: then slices do not find what is there. */
function isForgotten(looked: Register, readings: readonly Reading[]): boolean {
  const baskets = readings.flatMap((reading) => ("basket" in reading ? [reading.basket] : []));
  if (baskets.some(({ stopped }) => stopped !== null)) return false;
  return looked.foundIn(baskets.map(({ register }) => register)) * 2 < looked.size;
}

function foundAgain(
  looks: readonly { readonly looked: Register }[],
  slices: readonly { readonly basket: Basket }[],
  what: string,
): Check {
  const seen = new Register();
  for (const { looked } of looks) seen.absorb(looked);
  const actual = seen.foundIn(slices.map(({ basket }) => basket.register));
  return {
    name: `${what} of the first look that the slices gave again`,
    expected: seen.size,
    actual,
    ok: actual === seen.size,
  };
}
