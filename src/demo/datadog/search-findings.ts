import { jsonApiAnswer, jsonApiError, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import type { RawFinding } from "../northwind/findings.ts";
import { orderBy, pageAfter, placeOfCursor, type PagePlace } from "./paging.ts";
import { isRecord, parseQuery, searchableTexts, tagValues, valueAtPath } from "./query.ts";
import type { RecordFields, RecordQuery } from "./query.ts";
import { stableHex } from "../northwind/stable.ts";

const FINDINGS_ROUTE = "/api/v2/security/findings";
const MOST_FINDINGS = 150;

const byChange = orderBy(({ id, attributes }: RawFinding) => ({ key: attributes.timestamp, id }));

/** Answers `POST /api/v2/security/findings/search`. */
export function answerFindingSearch({ organisation, body }: EndpointCall): EmbeddedAnswer {
  const asked = parseSearch(body);
  if ("status" in asked) return asked;

  const { query, text, limit, sort } = asked;
  // A key that only has `appsec_vm_read` sees no misconfigurations.
  const seesAll = organisation.permissions.has("security_monitoring_findings_read");
  const page = pageAfter(byChange(organisation.findings), {
    ...asked,
    descending: sort.startsWith("-"),
    matches: ({ item }) =>
      (seesAll || item.attributes.attributes.custom.finding_type !== "misconfiguration") &&
      query(findingFields(item)),
  });

  const meta = { elapsed: 120, request_id: `pddv1${stableHex(`${text} ${page.after}`, 40)}`, status: "done" };
  if (page.after === null) return jsonApiAnswer({ data: [], meta });
  const next = new URLSearchParams({
    "filter[query]": text,
    "page[cursor]": page.after,
    "page[limit]": String(limit),
    sort,
  });
  return jsonApiAnswer({
    data: page.items,
    meta: { ...meta, page: { after: page.after } },
    links: { next: `${FINDINGS_ROUTE}?${next.toString()}` },
  });
}

interface FindingsSearch {
  readonly query: RecordQuery;
  readonly text: string;
  readonly limit: number;
  readonly sort: string;
  readonly after: PagePlace | null;
}

/** Returns the search that the body asks for, or the error to answer. */
function parseSearch(body: unknown): FindingsSearch | EmbeddedAnswer {
  if (!isRecord(body) || !("data" in body)) {
    return jsonApiError(
      'document is missing required top-level members; must have one of: "data", "meta", "errors"',
      "Bad Request",
    );
  }
  const asked = valueAtPath(body, "data.attributes");

  const limit = valueAtPath(asked, "page.limit") ?? 10;
  if (typeof limit !== "number" || !Number.isInteger(limit) || limit < 1 || limit > MOST_FINDINGS) {
    return jsonApiError(`page limit must be between 1 and ${MOST_FINDINGS}`, "Bad Request");
  }

  const sort = valueAtPath(asked, "sort") ?? "-@detection_changed_at";
  if (sort !== "@detection_changed_at" && sort !== "-@detection_changed_at") {
    return jsonApiError("invalid sort", "Bad Request");
  }

  const after = placeOfCursor(valueAtPath(asked, "page.cursor"));
  const text = valueAtPath(asked, "filter") ?? "*";
  const query = typeof text === "string" ? parseQuery(text) : null;
  return after === undefined || typeof text !== "string" || query === null
    ? jsonApiError("Invalid filters")
    : { query, text, limit, sort, after };
}

function findingFields({ attributes }: RawFinding): RecordFields {
  return (name) => {
    if (name.startsWith("@"))
      return searchableTexts(valueAtPath(attributes.attributes.custom, name.slice(1)));
    return tagValues(attributes.tags, name);
  };
}
