import type { ItemId } from "../evidence/schema.ts";
import type { Condition, Expectation } from "./schema.ts";

const RECORDS = {
  "security-signals": ["signal", "signals"],
  "compliance-monitors": ["monitor", "monitors"],
  "cspm-findings": ["finding", "findings"],
} as const satisfies Record<ItemId, readonly [one: string, many: string]>;

/** What `population` counts, which of signals is what would raise them. */
const POPULATION_WORDS = {
  "security-signals": "enabled detection rules",
  "compliance-monitors": "monitors in the organisation",
  "cspm-findings": "configuration checks or covered cloud accounts",
} as const satisfies Record<ItemId, string>;

/** What the expectation demands, as a sentence without its end, such as `no signal with severity critical, older than PT24H`. */
export function describeExpectation({ item, demand }: Expectation): string {
  const [one, many] = RECORDS[item];
  const of = (count: number): string => `${count} ${count === 1 ? one : many}`;
  if (demand.form === "present") {
    return `${of(demand.ids.length)} by id ${demand.ids.length === 1 ? "is" : "are"} there`;
  }
  if (demand.form === "atLeast") return `at least ${of(demand.least)}${describeCondition(demand.where)}`;
  if (demand.form === "population") return `at least ${demand.least} ${POPULATION_WORDS[item]}`;
  const age = demand.age === null ? "" : `, older than ${demand.age.text}`;
  return `no ${one}${describeCondition(demand.where)}${age}`;
}

function describeCondition(where: Condition): string {
  if (where.size === 0) return "";
  return ` with ${[...where].map(([field, values]) => `${field} ${values.map(String).join(" or ")}`).join(", ")}`;
}
