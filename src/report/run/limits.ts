import type { ItemId } from "../../evidence/schema.ts";
import { bullets, section, type Block } from "../render/renderer.ts";
import type { RunReport } from "./model.ts";

/** What no run can show about an item, whatever its result. */
export const LIMITS: Readonly<Record<ItemId, readonly string[]>> = {
  "security-signals": [
    "Signals below high, and detections that a suppression rule silenced.",
    "That detection works on every system: a quiet week and a broken sensor can look alike.",
    "Who triaged a signal, or whether the decision was right.",
    "Triage after the time of collection; later runs show it.",
  ],
  "compliance-monitors": [
    "The time between two runs: a monitor can fail and recover unseen.",
    "Systems that no tagged monitor watches; the tag decides the population.",
    "That an alert reaches a person.",
  ],
  "cspm-findings": [
    "Cloud accounts that are not connected to Datadog.",
    "Checks that pass or are below high: the query asks only for failing ones.",
    "Whether a muted finding was rightly accepted.",
  ],
};

/** What a run does not prove. */
export function limitsSection({ evidence }: RunReport): Block {
  const isPartlyBlind = evidence.items.some((item) => item.collection.grade !== "reconciled");
  const limits = [
    "That a control is met. The evidence supports controls; an auditor decides whether they are met.",
    "That Datadog was right. The evidence is what Datadog answered to the named keys at the named time.",
    ...(isPartlyBlind
      ? [
          "That Datadog left nothing out, for items that are not reconciled: it gives no count to compare with.",
        ]
      : []),
    "Anything outside the named site, organisation, queries and window, or before or after this run.",
    "That no run is missing. One run cannot show that; verify the whole stream for the period.",
    "That the records support a control marked claimed: the control is only mapped to the item, so ask for other evidence. Records do support a control marked direct.",
  ];
  return section({ id: "limits", title: "What this evidence does not show" }, [bullets(limits)]);
}
