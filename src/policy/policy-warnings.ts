import type { Evidence } from "../evidence/schema.ts";
import type { GivenPolicy } from "./given-policy.ts";
import { waiversEndingSoon, waiverStates } from "./waivers.ts";

/** What people should know about the waivers of a run's policy, each a sentence; it decides nothing. */
export function policyWarnings(given: GivenPolicy | null, evidence: Evidence): readonly string[] {
  if (given === null) return [];
  const { policy } = given;
  const ending = waiversEndingSoon(policy, evidence.collectedAt).map(
    ({ waiver, days }) =>
      `the waiver ${waiver.id} of ${waiver.expect} ends on ${waiver.until}, in ${days} ${days === 1 ? "day" : "days"}`,
  );
  const orphaned = waiverStates(policy, evidence).flatMap(({ waiver, state }) => {
    if (state !== "orphaned") return [];
    const item = policy.expectations.find(({ id }) => id === waiver.expect)?.item;
    const hint =
      item === "cspm-findings"
        ? "remove it, or check the pseudonym key: with another key a finding has another id"
        : "remove it";
    return [`nothing of ${waiver.expect} needs the waiver ${waiver.id} any more; ${hint}`];
  });
  return [...ending, ...orphaned];
}
