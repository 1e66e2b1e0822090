import type { Evidence, ItemId } from "../../evidence/schema.ts";

/** What no run can show of an item, whatever its result. */
export const LIMITS: Readonly<Record<ItemId, readonly string[]>> = {
  "security-signals": [
    "Signals below high, and detections that a suppression silenced.",
    "That detection works on every system: a quiet week and a broken sensor can look alike.",
    "Who triaged a signal, or whether the decision was right.",
    "Triage after the time of collection; later runs carry it.",
  ],
  "compliance-monitors": [
    "The time between two runs: a monitor can fail and recover unseen.",
    "Systems that no tagged monitor watches; the tag decides the population.",
    "That an alert reaches a person.",
  ],
  "cspm-findings": [
    "Cloud accounts that are not connected to Datadog.",
    "Checks that pass or are below high: only failing ones are asked for.",
    "Whether a muted finding was rightly accepted.",
  ],
};

/** What nobody may conclude from a run. */
export function runLimits({ items }: Evidence): readonly string[] {
  const isPartlyBlind = items.some((item) => item.collection.grade !== "reconciled");
  return [
    "That a control is met. The evidence supports controls; whether they are met is for an auditor to say.",
    "That Datadog was right. It is what Datadog answered to the named keys at the named time.",
    ...(isPartlyBlind
      ? ["Silent omission by Datadog, for items that are not reconciled: it gives no total to compare with."]
      : []),
    "Anything outside the named site, organisation, queries and window, or before and after this run.",
    "That no run is missing. One run cannot show that; verify the whole stream for the period.",
    "A control marked direct is one the records themselves bear on; one marked claimed is only mapped to, so ask for more.",
  ];
}
