import { errors, json, type Answer, type Question } from "./answer.ts";
import { at, searchable } from "./json.ts";
import { ordering, pageAfter, placeOfCursor, type Place } from "./paging.ts";
import { parseQuery, type Fields, type Query } from "./query.ts";
import type { RawSignal } from "../northwind/signals.ts";

const GET_PATH = "/api/v2/security_monitoring/signals";
const MOST = 1000;

const byTimestamp = ordering(({ id, attributes }: RawSignal) => ({
  key: Date.parse(attributes.timestamp),
  id,
}));

/** Answers `POST /api/v2/security_monitoring/signals/search`. */
export function searchSignals(question: Question): Answer {
  const asked = search(question);
  if (typeof asked === "string") return errors(400, asked);

  const { query, from, to, limit, sort } = asked;
  const page = pageAfter(byTimestamp(question.organisation.signals), {
    ...asked,
    descending: sort.startsWith("-"),
    matches: ({ item, place }) => place.key >= from && place.key <= to && query(fieldsOf(item)),
  });

  // A page that is not full still carries a cursor; the end is a page without `meta`.
  if (page.after === null) return json({ data: [] });
  const next = new URL(GET_PATH, question.url);
  next.search = new URLSearchParams({
    sort,
    "filter[query]": asked.text,
    "filter[from]": new Date(from).toISOString(),
    "filter[to]": new Date(to).toISOString(),
    "page[cursor]": page.after,
    "page[limit]": String(limit),
  }).toString();
  return json({ meta: { page: { after: page.after } }, links: { next: next.href }, data: page.items });
}

interface Search {
  readonly query: Query;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly sort: string;
  readonly after: Place | null;
}

/** Returns what is searched for, or what is wrong with it. */
function search({ body, now }: Question): Search | string {
  const from = instant(at(body, "filter.from"), now.getTime() - 15 * 60_000);
  const to = instant(at(body, "filter.to"), now.getTime());
  if (Number.isNaN(from) || Number.isNaN(to)) return "Invalid time in filter.from or filter.to";

  const limit = at(body, "page.limit") ?? 10;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return `page.limit must be between 1 and ${MOST}`;
  }

  const sort = at(body, "sort") ?? "timestamp";
  if (sort !== "timestamp" && sort !== "-timestamp") return "sort must be timestamp or -timestamp";

  const after = placeOfCursor(at(body, "page.cursor"));
  if (after === undefined) return "Invalid page.cursor";

  const text = at(body, "filter.query") ?? "*";
  const query = typeof text === "string" ? parseQuery(text) : null;
  return typeof text !== "string" || query === null
    ? "Invalid filter.query"
    : { query, text, from, to, limit, sort, after };
}

/** NaN unless it is an ISO instant: date math is not in the specification. */
function instant(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
}

/** Returns a signal as a query sees it. */
export function fieldsOf({ attributes }: RawSignal): Fields {
  return (name) => {
    if (name.startsWith("@")) return searchable(at(attributes.attributes, name.slice(1)));
    if (name === "tag") return attributes.tags;
    if (name === "status" || name === "host" || name === "service") return searchable(attributes[name]);
    return attributes.tags
      .filter((tag) => tag.startsWith(`${name}:`))
      .map((tag) => tag.slice(name.length + 1));
  };
}
