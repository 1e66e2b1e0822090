import { JSON_API, jsonApiError, type Answer, type Question } from "./answer.ts";
import type { RawFinding } from "../northwind/findings.ts";
import { at, isRecord, searchable } from "./json.ts";
import { ordering, pageAfter, placeOfCursor, type Place } from "./paging.ts";
import { parseQuery, type Fields, type Query } from "./query.ts";
import { hex } from "../northwind/stable.ts";

const GET_PATH = "/api/v2/security/findings";
const MOST = 150;

const byChange = ordering(({ id, attributes }: RawFinding) => ({ key: attributes.timestamp, id }));

/** Answers `POST /api/v2/security/findings/search`. */
export function searchFindings({ organisation, body }: Question): Answer {
  const asked = search(body);
  if ("status" in asked) return asked;

  const { query, text, limit, sort } = asked;
  const page = pageAfter(byChange(organisation.findings), {
    ...asked,
    descending: sort.startsWith("-"),
    matches: ({ item }) => query(fieldsOf(item)),
  });

  const meta = { elapsed: 120, request_id: `pddv1${hex(`${text} ${page.after}`, 40)}`, status: "done" };
  if (page.after === null) return answer({ data: [], meta });
  const next = new URLSearchParams({
    "filter[query]": text,
    "page[cursor]": page.after,
    "page[limit]": String(limit),
    sort,
  });
  return answer({
    data: page.items,
    meta: { ...meta, page: { after: page.after } },
    links: { next: `${GET_PATH}?${next.toString()}` },
  });
}

interface Search {
  readonly query: Query;
  readonly text: string;
  readonly limit: number;
  readonly sort: string;
  readonly after: Place | null;
}

/** Returns what is searched for, or the answer that says what is wrong with it. */
function search(body: unknown): Search | Answer {
  if (!isRecord(body) || !("data" in body)) {
    return jsonApiError(
      'document is missing required top-level members; must have one of: "data", "meta", "errors"',
      "Bad Request",
    );
  }
  const asked = at(body, "data.attributes");

  const limit = at(asked, "page.limit") ?? 10;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST) {
    return jsonApiError(`page limit must be between 1 and ${MOST}`, "Bad Request");
  }

  const sort = at(asked, "sort") ?? "-@detection_changed_at";
  if (sort !== "@detection_changed_at" && sort !== "-@detection_changed_at") {
    return jsonApiError("invalid sort", "Bad Request");
  }

  const after = placeOfCursor(at(asked, "page.cursor"));
  const text = at(asked, "filter") ?? "*";
  const query = typeof text === "string" ? parseQuery(text) : null;
  return after === undefined || typeof text !== "string" || query === null
    ? jsonApiError("Invalid filters")
    : { query, text, limit, sort, after };
}

function answer(body: unknown): Answer {
  return { status: 200, contentType: JSON_API, body };
}

function fieldsOf({ attributes }: RawFinding): Fields {
  return (name) => {
    if (name.startsWith("@")) return searchable(at(attributes.attributes.custom, name.slice(1)));
    if (name === "tag") return attributes.tags;
    return attributes.tags
      .filter((tag) => tag.startsWith(`${name}:`))
      .map((tag) => tag.slice(name.length + 1));
  };
}
