import { changed, recordsOf, rewriteField, rewriteMembers, rewriteRecords } from "../collectors/json.ts";
import { all, EXACT, failed, once, partial, UNSEEN } from "./row.ts";
import type { Asked, Group, ListingRow, Outcomes } from "./row.ts";

const TIMED_OUT = rewriteMembers({ meta: { status: "timeout" } });

/** A page without records that says where the list goes on. */
const emptyNaming = (cursor: string) => ({
  status: 200,
  body: { data: [], meta: { page: { after: cursor } } },
});

/** An empty page comes where that page should, and names a place where it is. */
const emptyBefore =
  (nth: number): ListingRow["script"] =>
  ({ page, truth }) => {
    if (page === nth) return emptyNaming("a place behind nothing");
    return page === nth + 1 ? { status: 200, body: truth[nth - 1] } : "ok";
  };

/** The list of monitors has no place where it could say so. */
const SEARCHES_SHORT: Outcomes = [partial("source-timeout"), null, partial("source-timeout")];

/** Monitors are counted by another endpoint; without one, nobody could tell. */
const COUNTED: Outcomes = [UNSEEN, partial("count-mismatch"), UNSEEN];

/** Changes the records of that page. */
const onPage =
  (
    nth: number,
    change: (records: readonly unknown[], asked: Asked) => readonly unknown[],
  ): ListingRow["script"] =>
  (asked) =>
    asked.page === nth ? rewriteRecords((records) => change(records, asked)) : "ok";

/** Sets a field of every record of every page. */
const everyRecord =
  (pathOf: (asked: Asked) => string, value: unknown): ListingRow["script"] =>
  (asked) =>
    rewriteField(pathOf(asked), value);

/** Lists that do not hold still, and records of another shape. */
export const LISTS: readonly Group[] = [
  {
    title: "Paging",
    rows: [
      {
        what: "page 1 comes again and again",
        script: ({ truth }) => ({ status: 200, body: truth[0] }),
        outcomes: all(partial("cursor-repeated")),
      },
      {
        what: "a record comes twice",
        script: onPage(2, (records, { truth }) => [...recordsOf(truth[0]).slice(-1), ...records]),
        outcomes: all(EXACT),
      },
      {
        what: "a record changes and moves to the end",
        script: onPage(2, (records, { truth, listing }) => [
          ...records,
          changed(recordsOf(truth[0])[0], ...listing.moving),
        ]),
        outcomes: all(EXACT),
      },
      {
        what: "an empty page before page 2 names it",
        script: emptyBefore(2),
        outcomes: [EXACT, null, EXACT],
      },
      {
        what: "an empty page before page 1 names it",
        script: emptyBefore(1),
        outcomes: [EXACT, null, EXACT],
      },
      {
        what: "empty pages that name a next one, for ever",
        script: ({ page }) => emptyNaming(`after ${page}`),
        outcomes: SEARCHES_SHORT,
      },
      {
        what: "empty pages that name a next one, from page 2 on",
        script: ({ page }) => (page === 1 ? "ok" : emptyNaming(`after ${page}`)),
        outcomes: SEARCHES_SHORT,
      },
      {
        what: "null in place of the list",
        script: ({ listing }) => ({
          status: 200,
          body: listing.route.startsWith("GET") ? null : { data: null },
        }),
        outcomes: all(failed("count-mismatch")),
      },
      {
        what: "the search says timeout, once",
        script: once(TIMED_OUT),
        outcomes: [EXACT, null, EXACT],
      },
      {
        what: "the search says timeout, for ever",
        script: () => TIMED_OUT,
        outcomes: SEARCHES_SHORT,
      },
      {
        what: "the search says timeout, and finds nothing",
        script: () => ({ status: 200, body: { data: [], meta: { status: "timeout" } } }),
        outcomes: SEARCHES_SHORT,
      },
      {
        what: "the search says timeout, from page 2 on",
        script: ({ page }) => (page === 1 ? "ok" : TIMED_OUT),
        outcomes: SEARCHES_SHORT,
      },
      {
        what: "an error beside an empty list",
        script: () => ({ status: 200, body: { data: [], errors: ["backend unavailable"] } }),
        outcomes: [partial("source-timeout"), failed("shape"), partial("source-timeout")],
      },
    ],
  },
  {
    title: "Omissions without a word",
    rows: [
      {
        what: "one record is left out",
        script: onPage(2, (records) => records.slice(0, -2).concat(records.slice(-1))),
        outcomes: COUNTED,
      },
      {
        what: "the list ends after page 1",
        script: ({ page, listing }) =>
          page === 1 ? "ok" : { rewrite: () => (listing.route.startsWith("GET") ? [] : { data: [] }) },
        outcomes: COUNTED,
      },
      {
        what: "the list is empty",
        script: ({ listing }) => ({ rewrite: () => (listing.route.startsWith("GET") ? [] : { data: [] }) }),
        // None at all is the one number of findings that is compared with a count.
        outcomes: [UNSEEN, partial("count-mismatch"), partial("count-mismatch")],
      },
    ],
  },
  {
    title: "Another shape",
    rows: [
      {
        what: "fields that nobody knows",
        script: everyRecord(() => "added_in_2031", { nested: ["value", { deep: true }] }),
        outcomes: all(EXACT),
      },
      {
        what: "a record lacks what counts it",
        script: onPage(1, ([first, ...rest], { listing }) => [
          changed(first, listing.required, undefined),
          ...rest,
        ]),
        names: ({ required }) => `1 of the records lack a usable ${required}`,
        outcomes: all(partial("shape")),
      },
      {
        what: "every record lacks what counts it",
        script: everyRecord(({ listing }) => listing.required, undefined),
        names: ({ required, size }) => `${size} of the records lack a usable ${required}`,
        outcomes: all(partial("shape")),
      },
      {
        what: "a record is no object",
        script: onPage(2, (records) => [...records.slice(1), 7]),
        outcomes: all(partial("shape")),
      },
      {
        what: "another type where we can do without",
        script: everyRecord(({ listing }) => listing.optional, 7),
        outcomes: all(EXACT),
      },
      {
        what: "a value that no document names",
        script: everyRecord(({ listing }) => listing.enumerated, "brand-new"),
        outcomes: all(EXACT),
      },
      {
        what: "not a list",
        script: () => ({ status: 200, body: { result: "fine" } }),
        outcomes: all(failed("shape")),
      },
      {
        what: "not a list, from page 2 on",
        script: ({ page }) => (page === 1 ? "ok" : { status: 200, body: { result: "fine" } }),
        outcomes: all(partial("shape")),
      },
    ],
  },
];
