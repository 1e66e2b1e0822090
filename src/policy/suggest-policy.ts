import type { Evidence, Item, ItemId, MonitorsItem } from "../evidence/schema.ts";
import { MOST_PRESENT, POLICY_SCHEMA, type PolicyFile } from "./schema.ts";

/**
 * A first policy from the records of a run, as the text of a file; null where
 * no item of it is complete. It demands what most organisations want, with the
 * ids and numbers of this run, so some of it may be broken by the run itself.
 */
export function suggestPolicy({ items }: Pick<Evidence, "items">): string | null {
  const expect = items.filter(({ collection }) => collection.status === "complete").flatMap(suggestedFor);
  if (expect.length === 0) return null;
  const file: PolicyFile = { schema: POLICY_SCHEMA, expect, accept: [] };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function suggestedFor(item: Item): PolicyFile["expect"] {
  if (item.id === "compliance-monitors") return suggestedForMonitors(item);
  const { id, population } = item;
  if (id === "security-signals") {
    return [
      {
        id: "critical-24h",
        item: id,
        title: "No critical signal stays open for more than a day",
        none: { severity: "critical", "triage.state": "open" },
        olderThan: "PT24H",
      },
      ...populationDemand(population, { id: "rules-on", item: id, title: "Detection rules stay enabled" }),
    ];
  }
  return [
    {
      id: "cspm-critical",
      item: id,
      title: "No unmuted critical finding",
      none: { severity: "critical", muted: false },
    },
    ...populationDemand(population, {
      id: "accounts-covered",
      item: id,
      title: "Cloud accounts stay covered",
    }),
  ];
}

/** Demands that the population does not shrink; nothing where it is empty or has no number. */
function populationDemand(
  { size }: Item["population"],
  entry: { readonly id: string; readonly item: ItemId; readonly title: string },
): PolicyFile["expect"] {
  return size === null || size === 0 ? [] : [{ ...entry, population: { atLeast: size } }];
}

function suggestedForMonitors({ records }: MonitorsItem): PolicyFile["expect"] {
  const item = "compliance-monitors";
  const ids = Array.from(records.values().take(MOST_PRESENT), ({ id }) => id);
  const named = {
    id: "named-monitors",
    item,
    title: "The monitors of today keep their tag",
    present: ids,
  } as const;
  const clock = {
    id: "ntp-watched",
    item,
    title: "A monitor watches the clocks and passes",
    atLeast: 1,
    where: { watchesClock: true, verdict: "passing" },
  } as const;
  return [
    ...(ids.length === 0 ? [] : [named]),
    ...(records.values().some(({ watchesClock }) => watchesClock) ? [clock] : []),
    {
      id: "no-old-alert",
      item,
      title: "No monitor fails for more than four hours",
      none: { verdict: "failing" },
      olderThan: "PT4H",
    },
    {
      id: "mutes-end",
      item,
      title: "Every mute has an end",
      none: { muted: true, mutedUntil: null },
    },
  ];
}
