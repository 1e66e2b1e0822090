import type { Request } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import type { Datadog, ListReply, Question, Reply } from "./client.ts";
import type { Keeping } from "./records.ts";
import { AUXILIARY_PATIENCE_MS } from "./retry.ts";

/** The requests of one item, as they go into its evidence. */
export class Ledger {
  readonly requests: Request[];

  constructor(requests: readonly Request[] = []) {
    this.requests = [...requests];
  }

  /** A new entry; a cursor in later pages is not part of it. */
  open(question: Question): Request {
    const entry = entryOf(question);
    this.requests.push(entry);
    return entry;
  }
}

/** An entry in no ledger yet, for what is read beside others and finds its place in the end. */
export function entryOf({ method, path, query = {}, body = {} }: Question): Request {
  return { method, path, query: { ...query }, body: { ...body }, drained: false, pages: [] };
}

/** How to page through one endpoint, and what to keep of each record. */
export interface Paging<Cursor extends string | number, Kept> extends Keeping<Kept> {
  question(cursor: Cursor | null): Question;
  /** What to ask next, after a body without its records and those records; null when it is not the expected shape. */
  read(
    json: unknown,
    records: readonly Kept[],
  ): {
    readonly next: Cursor | null;
    /** Why the source itself says that the page may be short; null when it does not. */
    readonly unfinished: string | null;
  } | null;
  /** Asks for smaller pages from now on, where that can be done between two pages; whether it did. */
  shrink?(): boolean;
}

/** Far beyond any organisation; reaching it means that the pages never end. */
const MOST_PAGES = 20_000;

/** A page that says that it may be short is asked for this often. */
const UNFINISHED_ATTEMPTS = 3;

/**
 * The pages of a listing, until the source has no more. Each exchange goes into
 * the entry. Throws the failure that ended reading early.
 */
export async function* pages<Cursor extends string | number, Kept>(
  datadog: Datadog,
  entry: Request,
  paging: Paging<Cursor, Kept>,
): AsyncGenerator<readonly Kept[], void, undefined> {
  const seen = new Set<Cursor>();
  let cursor: Cursor | null = null;
  let unfinished = 0;
  let items = 0;

  while (entry.pages.length < MOST_PAGES) {
    const question = paging.question(cursor);
    datadog.fetched({ path: entry.path, pages: entry.pages.length, items });
    const reply: ListReply<Kept> = await datadog.list(question, paging);
    entry.pages.push(reply.page);
    if (reply.failure !== null) {
      if (isTooSlow(reply) && paging.shrink?.() === true) continue;
      throw reply.failure;
    }

    const what = `${question.method} ${question.path}`;
    const { records } = reply;
    const page = paging.read(reply.json, records);
    if (page === null) throw new Failure("shape", `Datadog's answer to ${what} is not the list it should be`);
    if (page.unfinished !== null && (unfinished += 1) < UNFINISHED_ATTEMPTS) continue;

    entry.pages[entry.pages.length - 1] = { ...reply.page, items: records.length };
    const isLast = page.next === null || records.length === 0;
    entry.drained = isLast && page.unfinished === null;
    items += records.length;
    datadog.fetched({ path: entry.path, pages: entry.pages.length, items });
    yield records;
    if (page.unfinished !== null) {
      throw new Failure(
        "source-timeout",
        `Datadog answered ${what} but says that its own search did not finish (${page.unfinished})`,
        { hint: "the list may be short; run again when Datadog is less busy" },
      );
    }

    if (page.next === null || records.length === 0) return;
    if (seen.has(page.next) || page.next === cursor) {
      throw new Failure(
        "cursor-repeated",
        `Datadog repeated a cursor of ${what}; reading on would never end`,
      );
    }
    seen.add(page.next);
    cursor = page.next;
    unfinished = 0;
  }
  throw new Failure("cap", `${entry.method} ${entry.path} did not end within ${MOST_PAGES} pages`);
}

/** Whether a shorter page might have come in time. */
function isTooSlow({ page, failure }: Pick<Reply, "page" | "failure">): boolean {
  const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
  return page.status === 504 || isTimeout;
}

/** One question with one answer: a control total or a probe, not a list. It is not waited for long. */
export async function single(datadog: Datadog, ledger: Ledger, question: Question): Promise<Reply> {
  const entry = ledger.open(question);
  datadog.fetched({ path: entry.path, pages: 0, items: 0 });
  const reply = await datadog.ask({ patienceMs: AUXILIARY_PATIENCE_MS, ...question });
  entry.pages.push(reply.page);
  entry.drained = reply.failure === null;
  return reply;
}
