import type { PolicyChanges } from "../evidence/comparison/policy-changes.ts";
import type { Condition, Demand, Policy, Waiver } from "./schema.ts";
import { isInForce, waiverStates, type JudgedEvidence } from "./waivers.ts";

/** The policy that a run was given; null where it was given none. */
interface PolicyOf<Judged> {
  readonly policy: Policy | null;
  readonly evidence: Judged;
}

const NONE: Policy = { expectations: [], waivers: [] };

/** How the policy changed between two runs; no policy counts as one without expectations. Null where neither had one. */
export function policyChanges(
  before: PolicyOf<Pick<JudgedEvidence, "collectedAt">>,
  now: PolicyOf<JudgedEvidence>,
): PolicyChanges | null {
  if (before.policy === null && now.policy === null) return null;
  const [earlier, later] = [before.policy ?? NONE, now.policy ?? NONE];
  const expectations = { before: earlier.expectations, now: later.expectations };
  return {
    dropped: idsMissing(expectations.before, expectations.now),
    weakened: idsChanged(
      expectations,
      (one, other) => one.item !== other.item || isWeakerDemand(one.demand, other.demand),
    ),
    added: idsMissing(expectations.now, expectations.before),
    waivers: waiverChanges({ ...before, policy: earlier }, { ...now, policy: later }),
  };
}

interface Named {
  readonly id: string;
}

/** The ids of the entries that the other list does not have. */
function idsMissing(entries: readonly Named[], other: readonly Named[]): string[] {
  const ids = new Set(other.map(({ id }) => id));
  return entries.flatMap(({ id }) => (ids.has(id) ? [] : [id]));
}

/** The ids of the entries of both lists that changed in this way. */
function idsChanged<Entry extends Named>(
  { before, now }: { readonly before: readonly Entry[]; readonly now: readonly Entry[] },
  isChanged: (one: Entry, other: Entry) => boolean,
): string[] {
  const later = new Map(now.map((entry) => [entry.id, entry]));
  return before.flatMap((one) => {
    const other = later.get(one.id);
    return other !== undefined && isChanged(one, other) ? [one.id] : [];
  });
}

/** Whether the later demand is less than the earlier one, or another. */
function isWeakerDemand(one: Demand, other: Demand): boolean {
  if (one.form === "present" && other.form === "present") {
    return !isSubset(one.ids, other.ids);
  }
  if (one.form === "atLeast" && other.form === "atLeast") {
    return other.least < one.least || !isNarrowed(one.where, other.where);
  }
  if (one.form === "none" && other.form === "none") {
    // A wider condition forbids more.
    return (other.age?.ms ?? 0) > (one.age?.ms ?? 0) || !isNarrowed(other.where, one.where);
  }
  if (one.form === "population" && other.form === "population") return other.least < one.least;
  return true;
}

/** Whether the narrower condition holds for no other record: it names at least the same fields, with no other value. */
function isNarrowed(wide: Condition, narrow: Condition): boolean {
  return [...wide].every(([field, values]) => {
    const left = narrow.get(field);
    return left !== undefined && isSubset(left, values);
  });
}

function isSubset(some: readonly unknown[], all: readonly unknown[]): boolean {
  return new Set(some).isSubsetOf(new Set(all));
}

function waiverChanges(
  before: { readonly policy: Policy; readonly evidence: Pick<JudgedEvidence, "collectedAt"> },
  now: { readonly policy: Policy; readonly evidence: JudgedEvidence },
): PolicyChanges["waivers"] {
  const waivers = { before: before.policy.waivers, now: now.policy.waivers };
  const inForce = {
    before: waivers.before.filter((waiver) => isInForce(waiver, before.evidence.collectedAt)),
    now: waivers.now.filter((waiver) => isInForce(waiver, now.evidence.collectedAt)),
  };
  return {
    new: idsMissing(waivers.now, waivers.before),
    prolonged: idsChanged(waivers, (one, other) => other.until > one.until || other.since < one.since),
    widened: idsChanged(waivers, isWider),
    ended: idsMissing(inForce.before, inForce.now),
    orphaned: waiverStates(now.policy, now.evidence).flatMap(({ waiver, state }) =>
      state === "orphaned" ? [waiver.id] : [],
    ),
  };
}

/** Whether the later waiver covers something that the earlier one did not. */
function isWider(one: Waiver, other: Waiver): boolean {
  if (one.expect !== other.expect) return true;
  return one.records === null || other.records === null
    ? one.records !== other.records
    : !isSubset(other.records, one.records);
}
