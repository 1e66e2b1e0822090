import { canonical } from "../evidence/files/canonical.ts";
import { sha256 } from "../evidence/digest.ts";
import type { Control, ItemId } from "../evidence/schema.ts";

/**
 * What each item supports. ISO titles are the standard's own short titles; SOC 2
 * labels are our own words. Evidence supports a control; it never shows that one
 * is met.
 */
const CATALOGUE = {
  version: "2026-11",
  items: {
    "security-signals": [
      iso("A.8.16", "Monitoring activities"),
      iso("A.5.25", "Assessment and decision on information security events"),
      soc2("CC7.2", "Watching systems for anomalies and analysing them"),
    ],
    "compliance-monitors": [
      iso("A.8.16", "Monitoring activities"),
      iso("A.8.17", "Clock synchronization"),
      soc2("CC7.1", "Detecting configuration changes and new weaknesses"),
    ],
    "cspm-findings": [
      iso("A.8.9", "Configuration management"),
      iso("A.5.36", "Compliance with policies, rules and standards for information security"),
      soc2("CC7.1", "Detecting configuration changes and new weaknesses"),
    ],
  },
} as const satisfies { version: string; items: Record<ItemId, readonly Named[]> };

type Named = Omit<Control, "support">;

/** The mapping in force, as the evidence names it. */
export const MAPPING = { version: CATALOGUE.version, sha256: sha256(canonical(catalogueAsJson())) };

/**
 * A mapping as it was published; null where this program does not know that
 * version. One that is replaced stays here beside the new one.
 */
export function publishedMapping(version: string): typeof MAPPING | null {
  return version === MAPPING.version ? MAPPING : null;
}

/**
 * The controls that an item supports. Clock synchronization is directly
 * supported only by a monitor that watches clocks; any other claims it.
 */
export function controlsOf(item: ItemId, { watchesClock }: { readonly watchesClock: boolean }): Control[] {
  return CATALOGUE.items[item].map((control) => ({
    ...control,
    support: control.id === "A.8.17" && !watchesClock ? "claimed" : "direct",
  }));
}

function iso(id: string, title: string): Named {
  return { framework: "ISO/IEC 27001:2022", id, title };
}

function soc2(id: string, title: string): Named {
  return { framework: "SOC 2", id, title };
}

function catalogueAsJson() {
  const items = Object.entries(CATALOGUE.items).map(([item, controls]) => [
    item,
    controls.map(({ framework, id, title }) => ({ framework, id, title })),
  ]);
  return { version: CATALOGUE.version, items: Object.fromEntries(items) };
}
