import type { Evidence } from "../evidence/schema.ts";
import type { PolicyTerms } from "./check-rules.ts";

/** What a run kept of tags, as its evidence says; the usual tag where monitors were not asked for. */
export function policyTermsOf({ privacy, items }: Pick<Evidence, "privacy" | "items">): PolicyTerms {
  const monitors = items.find(({ id }) => id === "compliance-monitors");
  const tags = (monitors?.collection.requests ?? []).flatMap(({ query }) => query["monitor_tags"] ?? []);
  const tag = tags.find((each) => typeof each === "string");
  return { privacy: privacy.level, monitorTag: tag ?? "compliance" };
}
