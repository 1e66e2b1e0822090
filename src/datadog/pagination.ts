import type { Request } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import type { Datadog, ApiRequest, ApiReply } from "./client.ts";
import type { RecordRules } from "./record-parser.ts";
import { AUXILIARY_PATIENCE_MS } from "./retry.ts";

/** The requests of one item, as its evidence lists them. */
export class RequestLedger {
  readonly requests: Request[];

  constructor(requests: readonly Request[] = []) {
    this.requests = [...requests];
  }

  /** Adds an entry for a request. The cursors of later pages are not part of it. */
  open(question: ApiRequest): Request {
    const entry = newEntry(question);
    this.requests.push(entry);
    return entry;
  }
}

/** A client, and the ledger for its requests. */
export interface RecordedClient {
  readonly datadog: Datadog;
  readonly ledger: RequestLedger;
}

function newEntry({ method, path, query = {}, body = {} }: ApiRequest): Request {
  return { method, path, query: { ...query }, body: { ...body }, drained: false, pages: [] };
}

/** How to page through one endpoint, and what to keep of each record. */
export interface PagingRules<Cursor extends string | number, Kept> extends RecordRules<Kept> {
  /** Records per page, until Datadog is too slow for that many. */
  readonly pageSize: number;
  requestAfter(cursor: Cursor | null, size: number): ApiRequest;
  /** The end of a page, from a body without its records and those records; null if it is not the expected shape. */
  read(json: unknown, records: readonly Kept[]): PageEnd<Cursor> | null;
}

/** What a page says about the list, besides its records. */
export interface PageEnd<Cursor> {
  /** Where the next page begins; null after the last one. */
  readonly next: Cursor | null;
  /** Why Datadog itself says that the page may be incomplete; null if it does not. */
  readonly unfinished: string | null;
  /** Whether the answer has null in place of the list. */
  readonly isNull: boolean;
}

/** Even smaller pages do not help. */
const SMALLEST_PAGE = 25;

/** No organisation has nearly as many. More means that the pages never end. */
const MOST_PAGES = 20_000;

/** How often a page that may be incomplete is requested. */
const UNFINISHED_ATTEMPTS = 3;

/** How many empty pages in a row are followed to the next page that they name. */
const MOST_EMPTY_PAGES = 5;

/** A page as it was listed. */
export interface ListedPage<Kept> extends Pick<PageEnd<never>, "isNull"> {
  readonly records: readonly Kept[];
}

/** Takes a page. Returns whether to read the next one. */
type TakePage<Kept> = (page: ListedPage<Kept>) => boolean;

/** The pages of a listing, read in one go or in several. */
export class PageReader<Cursor extends string | number, Kept> {
  /** The listing as the ledger has it. */
  readonly entry: Request;
  readonly #datadog: Datadog;
  readonly #paging: PagingRules<Cursor, Kept>;
  readonly #seen = new Set<Cursor>();
  #size: number;
  #cursor: Cursor | null = null;
  #unfinished = 0;
  #empty = 0;
  #items = 0;

  constructor(datadog: Datadog, paging: PagingRules<Cursor, Kept>) {
    this.entry = newEntry(paging.requestAfter(null, paging.pageSize));
    this.#datadog = datadog;
    this.#paging = paging;
    this.#size = paging.pageSize;
  }

  /**
   * Reads the pages after those that were taken, until the last one or until `take` returns false. Each request goes
   * into the entry, which is drained when the last page is taken. Throws the failure that ended reading early.
   */
  async readWhile(take: TakePage<Kept>): Promise<void> {
    // One call per page, so that a page can be freed while the next one is read.
    while (await this.#next(take));
  }

  /** Reads a page. Returns whether to read the next one. */
  async #next(take: TakePage<Kept>): Promise<boolean> {
    const { method, path, pages } = this.entry;
    const what = `${method} ${path}`;
    if (pages.length >= MOST_PAGES)
      throw new Failure("cap", `${what} did not end within ${MOST_PAGES} pages`);
    this.#reportProgress();
    const request = this.#paging.requestAfter(this.#cursor, this.#size);
    const reply = await this.#datadog.requestList(request, this.#paging);
    pages.push(reply.page);
    if (reply.failure !== null) {
      if (isTooSlow(reply) && this.#shrink()) return true;
      throw reply.failure;
    }

    const { records } = reply;
    const page = this.#paging.read(reply.json, records);
    if (page === null) throw new Failure("shape", `Datadog's answer to ${what} is not the list it should be`);
    const { next, unfinished, isNull } = page;
    if (unfinished !== null && (this.#unfinished += 1) < UNFINISHED_ATTEMPTS) return true;

    pages[pages.length - 1] = { ...reply.page, items: records.length };
    this.#items += records.length;
    this.#reportProgress();
    const isLast = next === null;
    this.entry.drained = isLast && unfinished === null;
    const isWanted = take({ records, isNull });
    if (unfinished !== null) {
      throw sourceTimeout(what, `but says that its own search did not finish (${unfinished})`);
    }
    if (isLast) return false;
    this.#empty = records.length === 0 ? this.#empty + 1 : 0;
    if (this.#empty > MOST_EMPTY_PAGES) {
      throw sourceTimeout(what, `with ${this.#empty} empty pages in a row, and each names a next page`);
    }
    this.#goTo(next, what);
    return isWanted;
  }

  /** Halves the size of the next pages. Returns whether that was possible. */
  #shrink(): boolean {
    if (this.#size <= SMALLEST_PAGE) return false;
    this.#size = Math.max(SMALLEST_PAGE, Math.floor(this.#size / 2));
    return true;
  }

  #goTo(next: Cursor, what: string): void {
    if (this.#seen.has(next)) {
      throw new Failure(
        "cursor-repeated",
        `Datadog repeated a cursor of ${what}; reading on would never end`,
      );
    }
    this.#seen.add(next);
    this.#cursor = next;
    this.#unfinished = 0;
  }

  #reportProgress(): void {
    const { path, pages } = this.entry;
    this.#datadog.reportProgress({ path, pages: pages.length, items: this.#items });
  }
}

function sourceTimeout(what: string, how: string): Failure {
  return new Failure("source-timeout", `Datadog answered ${what} ${how}`, {
    hint: "the list may be short; run again when Datadog is less busy",
  });
}

/** Whether the page failed again and again, or took too long, so that a smaller one may come. */
function isTooSlow({ page, failure }: Pick<ApiReply, "page" | "failure">): boolean {
  const isTimeout = failure?.cause instanceof Error && failure.cause.name === "TimeoutError";
  return page.status >= 500 || isTimeout;
}

/** Sends one request that is not a list, such as a count, with little patience. */
export async function requestOnce(
  { datadog, ledger }: RecordedClient,
  question: ApiRequest,
): Promise<ApiReply> {
  const entry = ledger.open(question);
  datadog.reportProgress({ path: entry.path, pages: 0, items: 0 });
  const reply = await datadog.request({ patienceMs: AUXILIARY_PATIENCE_MS, ...question });
  entry.pages.push(reply.page);
  entry.drained = reply.failure === null;
  return reply;
}
