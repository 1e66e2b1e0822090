import { z } from "zod";

const Ids = z.array(z.string().max(64)).max(1000);

/** How the policy changed since the run before: ids in the order of the earlier file, new ones in the order of the later file. */
export const PolicyChanges = z.strictObject({
  /** Expectations that are no longer there. */
  dropped: Ids,
  /** Expectations that now ask less, or something else. */
  weakened: Ids,
  added: Ids,
  waivers: z.strictObject({
    new: Ids,
    /** In force for more days. */
    prolonged: Ids,
    /** They cover more. */
    widened: Ids,
    /** In force at the run before, and no longer. */
    ended: Ids,
    /** In force, and nothing needs them. */
    orphaned: Ids,
  }),
});
export type PolicyChanges = z.infer<typeof PolicyChanges>;

/** One kind of change of the policy. */
interface PolicyChangeKind {
  /** What reports say before the ids. */
  readonly words: string;
  /** Whether it asks less of the evidence than before, which a person should review. */
  readonly isLoosening: boolean;
  readonly read: (changes: PolicyChanges) => readonly string[];
}

/** The kinds by the name that a verdict gives them, in the order of reports: loosening first. */
const POLICY_CHANGES: Readonly<Record<string, PolicyChangeKind>> = {
  dropped: { words: "expectations dropped", isLoosening: true, read: ({ dropped }) => dropped },
  weakened: { words: "expectations weakened", isLoosening: true, read: ({ weakened }) => weakened },
  "waivers-new": { words: "new waivers", isLoosening: true, read: ({ waivers }) => waivers.new },
  "waivers-prolonged": {
    words: "waivers prolonged",
    isLoosening: true,
    read: ({ waivers }) => waivers.prolonged,
  },
  "waivers-widened": { words: "waivers widened", isLoosening: true, read: ({ waivers }) => waivers.widened },
  added: { words: "expectations added", isLoosening: false, read: ({ added }) => added },
  "waivers-ended": { words: "waivers ended", isLoosening: false, read: ({ waivers }) => waivers.ended },
  "waivers-orphaned": {
    words: "waivers in force that nothing needs",
    isLoosening: false,
    read: ({ waivers }) => waivers.orphaned,
  },
};

/** A kind of change of the policy that occurred, and the ids of its expectations or waivers. */
export interface ListedPolicyChange extends Omit<PolicyChangeKind, "read"> {
  readonly name: string;
  readonly ids: readonly string[];
}

/** The changes of the policy that occurred, loosening first. */
export function listedPolicyChanges(changes: PolicyChanges | null): readonly ListedPolicyChange[] {
  if (changes === null) return [];
  return Object.entries(POLICY_CHANGES).flatMap(([name, { words, isLoosening, read }]) => {
    const ids = read(changes);
    return ids.length === 0 ? [] : [{ name, words, isLoosening, ids }];
  });
}

/** What a change of the policy means, by the name that a verdict gives it. */
export function policyChangeWords(name: string): string {
  return POLICY_CHANGES[name]?.words ?? name;
}
