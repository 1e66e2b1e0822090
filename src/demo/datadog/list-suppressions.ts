import { errors, JSON_API, type Answer, type Question } from "./answer.ts";

/** Answers `GET /api/v2/security_monitoring/configuration/suppressions`; without a page size all come. */
export function listSuppressions({ organisation, query, omitTotals }: Question): Answer {
  const size = Number(query.get("page[size]") ?? -1);
  const page = Number(query.get("page[number]") ?? 0);
  if (!Number.isInteger(size) || size < -1 || size === 0 || !Number.isInteger(page) || page < 0) {
    return errors(400, "Invalid paging parameters.");
  }

  const all = organisation.suppressions;
  const data = size === -1 ? all : all.slice(page * size, (page + 1) * size);
  const meta = { page: { totalCount: all.length, pageSize: size, pageNumber: page } };
  return { status: 200, contentType: JSON_API, body: omitTotals ? { data } : { data, meta } };
}
