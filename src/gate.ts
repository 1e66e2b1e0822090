import type { Evidence, Item } from "./evidence/schema.ts";

/** What makes a run fail although its evidence was collected, signed and published. */
export type Gate =
  | { readonly kind: "incomplete" }
  | { readonly kind: "attention" }
  | {
      readonly kind: "threshold";
      readonly metric: Metric;
      readonly operator: Operator;
      readonly value: number;
    };

type Operator = ">" | ">=";

export type Metric =
  | "critical"
  | "high"
  | "critical-signals"
  | "high-signals"
  | "open-signals"
  | "failing-monitors"
  | "not-evaluated-monitors"
  | "muted-monitors"
  | "critical-findings"
  | "high-findings";

/** What a threshold may be set on, and how it reads from the items. Null where nothing is known. */
const METRICS: Record<Metric, (items: readonly Item[]) => number | null> = {
  critical: (items) => sum([signals(items)?.critical, findings(items)?.critical]),
  high: (items) => sum([signals(items)?.high, findings(items)?.high]),
  "critical-signals": (items) => signals(items)?.critical ?? null,
  "high-signals": (items) => signals(items)?.high ?? null,
  "open-signals": (items) => signals(items)?.open ?? null,
  "failing-monitors": (items) => monitors(items)?.failing ?? null,
  "not-evaluated-monitors": (items) => monitors(items)?.notEvaluated ?? null,
  "muted-monitors": (items) => monitors(items)?.muted ?? null,
  "critical-findings": (items) => findings(items)?.critical ?? null,
  "high-findings": (items) => findings(items)?.high ?? null,
};

/** The number that the evidence gives for a metric; null where it gives none. */
export function metric(name: Metric, evidence: Pick<Evidence, "items">): number | null {
  return METRICS[name](evidence.items);
}

/** The gates that a list such as `incomplete, critical>0` names; null when a word is unknown. */
export function gatesOf(list: string): readonly Gate[] | null {
  const words = list.split(/[\s,]+/).filter((word) => word !== "");
  if (words.length === 0) return null;
  if (words.includes("never")) return words.length === 1 ? [] : null;
  const gates = words.map(gateOf);
  return gates.every((gate) => gate !== null) ? gates : null;
}

/** What `fail-on` accepts, for the sentence when it does not. */
export const GATE_WORDS = `incomplete, attention, never, or a threshold such as critical>0 on ${Object.keys(METRICS).join(", ")}`;

function gateOf(word: string): Gate | null {
  if (word === "incomplete" || word === "attention") return { kind: word };
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
  /** Why it is not 0, worst first. */
  readonly reasons: readonly string[];
}

/** The exit of a run; the worst wins: 2, 1, 3, 0. Decided after everything is written, signed and published. */
export function exitOf(
  evidence: Evidence,
  {
    gates,
    undone,
  }: {
    readonly gates: readonly Gate[];
    /** What could not be done: not signed, not published. */
    readonly undone: readonly string[];
  },
): Exit {
  const could = [...(evidence.outcome === "failed" ? ["nothing could be collected"] : []), ...undone];
  const content = gates.flatMap((gate) => fired(gate, evidence));
  const missing = gates.some(({ kind }) => kind === "incomplete") ? incomplete(evidence) : [];
  const reasons = [...could, ...content, ...missing];
  if (could.length > 0) return { code: 2, reasons };
  if (content.length > 0) return { code: 1, reasons };
  return { code: missing.length > 0 ? 3 : 0, reasons };
}

function fired(gate: Gate, evidence: Evidence): readonly string[] {
  if (gate.kind === "incomplete") return [];
  if (gate.kind === "attention") {
    return evidence.items
      .filter(({ result }) => result.state === "attention")
      .map(({ id }) => `${id} needs attention`);
  }
  const actual = metric(gate.metric, evidence);
  // An unknown number fires nothing here: that it is unknown is what "incomplete" is for.
  if (actual === null) return [];
  const isOver = gate.operator === ">" ? actual > gate.value : actual >= gate.value;
  return isOver ? [`${gate.metric} is ${actual}, which is ${gate.operator} ${gate.value}`] : [];
}

/** Items that are partial or failed, and a tag that no monitor carries. */
function incomplete({ items }: Evidence): readonly string[] {
  return items.flatMap(({ id, collection, result }) => {
    if (collection.status === "partial" || collection.status === "failed") {
      return [`${id} is ${collection.status}: ${collection.reason?.message ?? "unknown reason"}`];
    }
    return result.reason?.code === "no-monitors" ? [`${id}: ${result.reason.message}`] : [];
  });
}

function signals(items: readonly Item[]) {
  return items.find((item) => item.id === "security-signals")?.result.counts ?? null;
}

function monitors(items: readonly Item[]) {
  return items.find((item) => item.id === "compliance-monitors")?.result.counts ?? null;
}

function findings(items: readonly Item[]) {
  return items.find((item) => item.id === "cspm-findings")?.result.counts ?? null;
}

/** Of what is known; null when nothing is. */
function sum(numbers: readonly (number | undefined)[]): number | null {
  const known = numbers.filter((number) => number !== undefined);
  return known.length === 0 ? null : known.reduce((total, number) => total + number, 0);
}
