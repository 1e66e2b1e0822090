import { errorAnswer, jsonAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import { orderBy, pageAfter, placeOfCursor, type PagePlace } from "./paging.ts";
import { parseQuery, searchableTexts, tagValues, valueAtPath } from "./query.ts";
import type { RecordFields, RecordQuery } from "./query.ts";
import type { RawSignal } from "../northwind/signals.ts";

const SIGNALS_ROUTE = "/api/v2/security_monitoring/signals";
const MOST_SIGNALS = 1000;

const byTimestamp = orderBy((signal: RawSignal) => ({
  key: Date.parse(signal.attributes.timestamp),
  id: signal.id,
}));

/** Answers `POST /api/v2/security_monitoring/signals/search`. */
export function answerSignalSearch(question: EndpointCall): EmbeddedAnswer {
  const asked = parseSignalsSearch(question);
  if (typeof asked === "string") return errorAnswer(400, asked);

  const { query, from, to, limit, sort } = asked;
  const page = pageAfter(byTimestamp(question.organisation.signals), {
    ...asked,
    descending: sort.startsWith("-"),
    matches: ({ item, place }) => place.key >= from && place.key <= to && query(signalFields(item)),
  });

  // A page that is not full still carries a cursor; the end is a page without `meta`.
  if (page.after === null) return jsonAnswer({ data: [] });
  const next = new URL(SIGNALS_ROUTE, question.url);
  next.search = new URLSearchParams({
    sort,
    "filter[query]": asked.text,
    "filter[from]": new Date(from).toISOString(),
    "filter[to]": new Date(to).toISOString(),
    "page[cursor]": page.after,
    "page[limit]": String(limit),
  }).toString();
  return jsonAnswer({ meta: { page: { after: page.after } }, links: { next: next.href }, data: page.items });
}

interface SignalsSearch {
  readonly query: RecordQuery;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly limit: number;
  readonly sort: string;
  readonly after: PagePlace | null;
}

/** Returns the search that the body asks for, or what is wrong with it. */
function parseSignalsSearch({ body, now }: EndpointCall): SignalsSearch | string {
  const from = parseTime(valueAtPath(body, "filter.from"), now.getTime() - 15 * 60_000);
  const to = parseTime(valueAtPath(body, "filter.to"), now.getTime());
  if (Number.isNaN(from) || Number.isNaN(to)) return "Invalid time in filter.from or filter.to";

  const limit = valueAtPath(body, "page.limit") ?? 10;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_SIGNALS) {
    return `page.limit must be between 1 and ${MOST_SIGNALS}`;
  }

  const sort = valueAtPath(body, "sort") ?? "timestamp";
  if (sort !== "timestamp" && sort !== "-timestamp") return "sort must be timestamp or -timestamp";

  const after = placeOfCursor(valueAtPath(body, "page.cursor"));
  if (after === undefined) return "Invalid page.cursor";

  const text = valueAtPath(body, "filter.query") ?? "*";
  const query = typeof text === "string" ? parseQuery(text) : null;
  return typeof text !== "string" || query === null
    ? "Invalid filter.query"
    : { query, text, from, to, limit, sort, after };
}

/** NaN unless it is an ISO instant: date math is not in the specification. */
function parseTime(value: unknown, otherwise: number): number {
  if (value === undefined) return otherwise;
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) ? Date.parse(value) : Number.NaN;
}

/** A signal as a query sees it. */
function signalFields({ attributes }: RawSignal): RecordFields {
  return (name) => {
    if (name.startsWith("@")) return searchableTexts(valueAtPath(attributes.attributes, name.slice(1)));
    if (name === "status" || name === "host" || name === "service") return searchableTexts(attributes[name]);
    return tagValues(attributes.tags, name);
  };
}

/** Answers `POST /api/v2/query/scalar` as far as it counts security signals. */
export function answerSignalCount({ organisation, body }: EndpointCall): EmbeddedAnswer {
  const asked = parseCount(body);
  if (typeof asked === "string") return errorAnswer(400, asked);

  const { name, from, to, query } = asked;
  const found = organisation.signals.filter((signal) => {
    const time = Date.parse(signal.attributes.timestamp);
    // Unlike the search, the count ends before `to`.
    return time >= from && time < to && query(signalFields(signal));
  });
  const values = found.length === 0 ? [] : [found.length];
  const column = { name, type: "number", values, meta: { unit: null } };
  return jsonAnswer({
    data: { id: "0", type: "scalar_response", attributes: { columns: [column] } },
  });
}

interface CountQuery {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly query: RecordQuery;
}

/** Returns the count that the body asks for, or what is wrong with it. */
function parseCount(body: unknown): CountQuery | string {
  const asked = valueAtPath(body, "data.attributes");
  const [from, to] = [valueAtPath(asked, "from"), valueAtPath(asked, "to")];
  if (typeof from !== "number" || typeof to !== "number") return "from and to must be milliseconds";

  const [formula, query] = [
    onlyValue(valueAtPath(asked, "formulas")),
    onlyValue(valueAtPath(asked, "queries")),
  ];
  const name = valueAtPath(query, "name");
  if (typeof name !== "string" || valueAtPath(formula, "formula") !== name) return "Invalid formula";
  if (valueAtPath(query, "data_source") !== "security_signals") return "Invalid data_source";
  if (valueAtPath(query, "compute.aggregation") !== "count") return "Invalid compute.aggregation";

  const text = valueAtPath(query, "search.query");
  const parsed = typeof text === "string" ? parseQuery(text) : null;
  return parsed === null ? "Invalid search.query" : { name, from, to, query: parsed };
}

/** Returns the first of a list, or undefined where there is not exactly one. */
function onlyValue(list: unknown): unknown {
  const values: readonly unknown[] = Array.isArray(list) ? list : [];
  return values.length === 1 ? values[0] : undefined;
}
