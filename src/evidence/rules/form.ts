import type { Evidence } from "../schema.ts";

/** The mapping of version 0.1.0, which wrote evidence by version 1 of the rules and by no other. */
const FIRST_MAPPING = "2026-11";

/**
 * What does not belong to evidence of the rules that it names, as a sentence; null where all does. Members that
 * came with version 2 may be absent from evidence of version 1 alone, and evidence of today is not judged by older
 * rules.
 */
export function findFormProblem({ rules, mapping, source, policy, items }: Evidence): string | null {
  const monitors = items.find((item) => item.id === "compliance-monitors")?.records ?? [];
  if (rules > 1) {
    if (source.access === undefined) return "the evidence does not say how Datadog was asked";
    for (const { id, muted, mutedScope } of monitors) {
      const monitor = `compliance-monitors has monitor ${id}`;
      if (mutedScope === undefined) return `${monitor} without the scope of its mute`;
      if (!muted && mutedScope !== null)
        return `${monitor} not muted, but its mute has the scope ${mutedScope}`;
    }
    return null;
  }
  const isLater =
    mapping.version !== FIRST_MAPPING ||
    source.access !== undefined ||
    policy !== null ||
    monitors.values().some(({ mutedScope }) => mutedScope !== undefined);
  return isLater ? "the evidence names version 1 of the rules, but has members that came later" : null;
}
