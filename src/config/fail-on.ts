import type { z } from "zod";

import type { Changes } from "../evidence/comparison/schema.ts";
import type {
  Collection,
  Evidence,
  FindingCounts,
  ItemId,
  MonitorCounts,
  SignalCounts,
} from "../evidence/schema.ts";
import { brokenExpectations, describeResult } from "../policy/describe-result.ts";

/** A condition that makes a run fail after its evidence was collected, signed and published. */
export type Gate =
  | { readonly kind: "incomplete" }
  | { readonly kind: "attention" }
  /** An expectation of the policy is broken. */
  | { readonly kind: "expectations" }
  | {
      readonly kind: "threshold";
      readonly metric: Metric;
      readonly operator: Operator;
      readonly value: number;
    };

type Operator = ">" | ">=";

/** The counts that a metric adds up, by the item that has them. */
interface Counted {
  readonly "security-signals"?: keyof z.infer<typeof SignalCounts>;
  readonly "compliance-monitors"?: keyof z.infer<typeof MonitorCounts>;
  readonly "cspm-findings"?: keyof z.infer<typeof FindingCounts>;
}

/** The metrics that a threshold may name. */
const METRICS = {
  critical: { "security-signals": "critical", "cspm-findings": "critical" },
  high: { "security-signals": "high", "cspm-findings": "high" },
  "critical-signals": { "security-signals": "critical" },
  "high-signals": { "security-signals": "high" },
  "open-signals": { "security-signals": "open" },
  "failing-monitors": { "compliance-monitors": "failing" },
  "not-evaluated-monitors": { "compliance-monitors": "notEvaluated" },
  "muted-monitors": { "compliance-monitors": "muted" },
  "critical-findings": { "cspm-findings": "critical" },
  "high-findings": { "cspm-findings": "high" },
} as const satisfies Record<string, Counted>;
export type Metric = keyof typeof METRICS;

/** The value of a metric in the evidence; null if not known. */
export function readMetric(name: Metric, { items }: Pick<Evidence, "items">): number | null {
  const counted: Counted = METRICS[name];
  const known = items.flatMap(({ id, result: { counts } }) => {
    const count = Object.entries(counts ?? {}).find(([each]) => each === counted[id]);
    return count === undefined ? [] : [count[1]];
  });
  return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
}

/** The gates of a list such as `incomplete, critical>0`; null if a word is unknown. */
export function parseGates(list: string): readonly Gate[] | null {
  const words = splitWords(list);
  if (words.length === 0) return null;
  if (words.includes("never")) return words.length === 1 ? [] : null;
  const gates = words.map(gateOf);
  return gates.every((gate) => gate !== null) ? gates : null;
}

/** The words of a list, which commas or spaces separate. */
export function splitWords(list: string): readonly string[] {
  return list.split(/[\s,]+/).filter((word) => word !== "");
}

/** What `fail-on` accepts, for its error message. */
export const GATE_WORDS = `incomplete, expectations, attention, never, or a threshold such as critical>0 on ${Object.keys(METRICS).join(", ")}`;

function gateOf(word: string): Gate | null {
  if (word === "incomplete" || word === "attention" || word === "expectations") return { kind: word };
  const [, name, operator, digits] = /^([a-z-]+)(>=?)(\d{1,9})$/.exec(word) ?? [];
  if (name === undefined || !isMetric(name) || (operator !== ">" && operator !== ">=")) return null;
  return { kind: "threshold", metric: name, operator, value: Number(digits) };
}

function isMetric(name: string): name is Metric {
  return Object.hasOwn(METRICS, name);
}

/** How a run ends. */
export interface Exit {
  readonly code: 0 | 1 | 2 | 3;
  /** Why the code is not 0, worst first. A cause that several items share is one reason. */
  readonly reasons: readonly string[];
  /** What to do about the reasons, each advice once. */
  readonly hints: readonly string[];
}

/** Something that was not done, such as signing or publishing. */
interface Undone {
  readonly message: string;
  readonly hint?: string | null | undefined;
}

/** The exit of a run: 2 goes before 1, 1 before 3, and 3 before 0. It is decided after everything is written, signed and published. */
export function decideExit(
  evidence: Evidence,
  {
    gates,
    undone,
    changes,
  }: {
    gates: readonly Gate[];
    /** The changes since the run before; null if there is nothing to compare with. */
    changes: Changes | null;
    undone: readonly Undone[];
  },
): Exit {
  const lost = lostItems(evidence);
  const couldNot = [...(evidence.outcome === "failed" ? nothingCollected(lost) : []), ...undone];
  const content = gates.flatMap((gate) => firedReasons(gate, evidence)).map((message) => ({ message }));
  const missing = gates.some(({ kind }) => kind === "incomplete")
    ? [
        ...(evidence.outcome === "failed" ? [] : lost.map(lossOf)),
        ...untaggedMonitors(evidence),
        ...noLongerCollected(changes).map((message) => ({ message })),
      ]
    : [];
  const all: readonly Undone[] = [...couldNot, ...content, ...missing];
  const code = couldNot.length > 0 ? 2 : content.length > 0 ? 1 : missing.length > 0 ? 3 : 0;
  return {
    code,
    reasons: all.map(({ message }) => message),
    hints: [...new Set(all.flatMap(({ hint }) => hint ?? []))],
  };
}

function firedReasons(gate: Gate, evidence: Evidence): readonly string[] {
  if (gate.kind === "incomplete") return [];
  if (gate.kind === "expectations") {
    // What is unknown fires nothing here either: its item is not complete.
    return brokenExpectations(evidence).map(describeResult);
  }
  if (gate.kind === "attention") {
    return evidence.items
      .filter(({ result }) => result.state === "attention")
      .map(({ id }) => `${id} needs attention`);
  }
  const actual = readMetric(gate.metric, evidence);
  // An unknown number fires no threshold; "incomplete" covers that.
  if (actual === null) return [];
  const isOver = gate.operator === ">" ? actual > gate.value : actual >= gate.value;
  if (!isOver) return [];
  // Where an item of the metric is not complete, the number is only a minimum.
  const counted = METRICS[gate.metric];
  const isMinimum = evidence.items.some(
    ({ id, collection }) => collection.status !== "complete" && Object.hasOwn(counted, id),
  );
  const floor = isMinimum ? "at least " : "";
  return [`${gate.metric} is ${floor}${actual}, which is ${gate.operator} ${gate.value}`];
}

/** Items that are partial or failed for the same cause. */
interface Loss {
  readonly items: readonly ItemId[];
  readonly status: Collection["status"];
  readonly messages: readonly string[];
  readonly hint: string | null;
}

/** The items that are partial or failed, those with the same cause together: one advice serves them all. */
function lostItems({ items }: Evidence): readonly Loss[] {
  const lost = items.filter(({ collection: { status } }) => status === "partial" || status === "failed");
  const causes = Map.groupBy(lost, ({ collection: { status, reason } }) =>
    [status, reason?.code, reason?.hint ?? reason?.message].join(" "),
  );
  return [...causes.values()].map((members) => {
    const [first] = members;
    return {
      items: members.map(({ id }) => id),
      status: first?.collection.status ?? "failed",
      messages: [...new Set(members.map(({ collection }) => collection.reason?.message ?? "unknown reason"))],
      hint: first?.collection.reason?.hint ?? null,
    };
  });
}

function lossOf({ items, status, messages, hint }: Loss): Undone {
  const verb = items.length === 1 ? "is" : "are";
  return { message: `${items.join(", ")} ${verb} ${status}: ${messages.join("; ")}`, hint };
}

/** One cause for all is part of the first sentence; several causes are a sentence each. */
function nothingCollected(lost: readonly Loss[]): readonly Undone[] {
  const [first, ...others] = lost;
  if (first === undefined) return [{ message: "nothing could be collected" }];
  if (others.length > 0) return [{ message: "nothing could be collected" }, ...lost.map(lossOf)];
  return [{ message: `nothing could be collected: ${first.messages.join("; ")}`, hint: first.hint }];
}

function untaggedMonitors({ items }: Evidence): readonly Undone[] {
  return items.flatMap(({ id, collection, result: { reason } }) =>
    collection.status === "complete" && reason?.code === "no-monitors"
      ? [{ message: `${id}: ${reason.message}`, hint: reason.hint }]
      : [],
  );
}

/** The items that only the run before had. A failed one is already listed as incomplete. */
function noLongerCollected(changes: Changes | null): readonly string[] {
  return (changes?.nowSkipped ?? []).flatMap(({ id, now }) => {
    if (now === "failed") return [];
    return [`${id} ${now === "absent" ? "was not requested" : "is skipped"}, but the run before had it`];
  });
}
