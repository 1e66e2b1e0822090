import { errors, json, type Answer, type Question } from "./answer.ts";
import { at } from "./json.ts";
import { parseQuery, type Query } from "./query.ts";
import { fieldsOf } from "./search-signals.ts";

/** Answers `POST /api/v2/query/scalar` as far as it counts security signals. */
export function queryScalar({ organisation, body, omitTotals }: Question): Answer {
  const asked = counting(body);
  if (typeof asked === "string") return errors(400, asked);

  const { name, from, to, query } = asked;
  const found = organisation.signals.filter((signal) => {
    const time = Date.parse(signal.attributes.timestamp);
    return time >= from && time <= to && query(fieldsOf(signal));
  });
  const column = { name, type: "number", values: [found.length], meta: { unit: null } };
  return json({
    data: { id: "0", type: "scalar_response", attributes: { columns: omitTotals ? [] : [column] } },
  });
}

interface Counting {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly query: Query;
}

/** Returns what is to be counted, or what is wrong with it. */
function counting(body: unknown): Counting | string {
  const asked = at(body, "data.attributes");
  const [from, to] = [at(asked, "from"), at(asked, "to")];
  if (typeof from !== "number" || typeof to !== "number") return "from and to must be milliseconds";

  const [formula, query] = [only(at(asked, "formulas")), only(at(asked, "queries"))];
  const name = at(query, "name");
  if (typeof name !== "string" || at(formula, "formula") !== name) return "Invalid formula";
  if (at(query, "data_source") !== "security_signals") return "Invalid data_source";
  if (at(query, "compute.aggregation") !== "count") return "Invalid compute.aggregation";

  const text = at(query, "search.query");
  const parsed = typeof text === "string" ? parseQuery(text) : null;
  return parsed === null ? "Invalid search.query" : { name, from, to, query: parsed };
}

/** Returns the first of a list, or undefined where there is not exactly one. */
function only(list: unknown): unknown {
  const values: readonly unknown[] = Array.isArray(list) ? list : [];
  return values.length === 1 ? values[0] : undefined;
}
