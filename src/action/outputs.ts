import type { Item, ItemId } from "../evidence/schema.ts";
import { readMetric, type Metric } from "../config/fail-on.ts";
import { brokenExpectations, resultsWorstFirst } from "../policy/describe-result.ts";
import type { RunResult } from "../run/run.ts";
import { assuranceLevel } from "../config/signing.ts";

interface Output {
  readonly description: string;
  readonly value: (ran: RunResult) => string;
}

/** The Action's outputs under their names. None holds the site, a secret, or text from Datadog. */
export const OUTPUTS = {
  outcome: {
    description: "Outcome of the collection: complete, partial or failed. Never a judgement on compliance.",
    value: ({ published }) => published.evidence.outcome,
  },
  "exit-code": {
    description: "0, 1 (a content gate fired), 2 (could not) or 3 (published, but not complete).",
    value: ({ exit }) => String(exit.code),
  },
  "security-signals-state": state("security-signals"),
  "compliance-monitors-state": state("compliance-monitors"),
  "cspm-findings-state": state("cspm-findings"),
  "critical-signals": countOutput("critical-signals", "Critical security signals of the last 7 days"),
  "high-signals": countOutput("high-signals", "High security signals of the last 7 days"),
  "failing-monitors": countOutput("failing-monitors", "Tagged monitors in Alert or Warn"),
  "critical-findings": countOutput(
    "critical-findings",
    "Failing critical posture checks, muted ones included",
  ),
  "high-findings": countOutput("high-findings", "Failing high posture checks, muted ones included"),
  expectations: {
    description:
      "The worst result of the policy: broken, unknown, accepted or met; empty where no policy is given.",
    value: ({ published }) => resultsWorstFirst(published.evidence)[0]?.result ?? "",
  },
  "broken-expectations": {
    description: "Ids of the expectations that are broken, separated by commas; empty where none is.",
    value: ({ published }) =>
      brokenExpectations(published.evidence)
        .map(({ id }) => id)
        .join(","),
  },
  "evidence-sha256": {
    description: "sha256 of evidence.json in hex.",
    value: ({ published }) => published.evidenceSha256,
  },
  assurance: {
    description: "How the evidence is signed: key, key+time (with a timestamp), keyless, or none.",
    value: ({ published }) => assuranceLevel(published.attestation?.statement ?? null) ?? "none",
  },
  "artifact-name": {
    description: "Name of the artifact; empty where there is none.",
    value: ({ published }) => published.artifact?.name ?? "",
  },
  "artifact-id": {
    description: "Id of the artifact, a number; empty where there is none.",
    value: ({ published }) => String(published.artifact?.id ?? ""),
  },
  commit: {
    description: "Commit that holds the evidence, 40 hexadecimal characters; empty where there is none.",
    value: ({ published }) => published.commit ?? "",
  },
  folder: {
    description: "Path of the run folder on the runner.",
    value: ({ published }) => published.folder,
  },
} as const satisfies Record<string, Output>;

function state(id: ItemId): Output {
  return {
    description: `State of ${id}: attention, clear or unknown; empty where it was not asked for.`,
    value: ({ published }) =>
      published.evidence.items.find((item: Item) => item.id === id)?.result.state ?? "",
  };
}

function countOutput(name: Metric, what: string): Output {
  return {
    description: `${what}, a number; a floor where the item is partial, empty where nothing is known.`,
    value: ({ published }) => String(readMetric(name, published.evidence) ?? ""),
  };
}
