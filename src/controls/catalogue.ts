import { canonicalJson } from "../evidence/files/canonical.ts";
import { sha256 } from "../evidence/digest.ts";
import type { Control, ItemId } from "../evidence/schema.ts";

/**
 * What each item supports. ISO titles are the standard's own short titles; SOC 2
 * labels are our own words. Evidence supports a control; it never shows that one
 * is met.
 */
const CONTROL_CATALOGUE = {
  version: "2026-11",
  items: {
    "security-signals": [
      isoControl("A.8.16", "Monitoring activities"),
      isoControl("A.5.25", "Assessment and decision on information security events"),
      soc2Control("CC7.2", "Watching systems for anomalies and analysing them"),
    ],
    "compliance-monitors": [
      isoControl("A.8.16", "Monitoring activities"),
      isoControl("A.8.17", "Clock synchronization"),
      soc2Control("CC7.1", "Detecting configuration changes and new weaknesses"),
    ],
    "cspm-findings": [
      isoControl("A.8.9", "Configuration management"),
      isoControl("A.5.36", "Compliance with policies, rules and standards for information security"),
      soc2Control("CC7.1", "Detecting configuration changes and new weaknesses"),
    ],
  },
} as const satisfies { version: string; items: Record<ItemId, readonly ControlName[]> };

type ControlName = Omit<Control, "support">;

/** The mapping in force, as the evidence names it. */
export const CURRENT_MAPPING = {
  version: CONTROL_CATALOGUE.version,
  sha256: sha256(canonicalJson(catalogueAsJson())),
};

/**
 * A mapping as it was published; null where this program does not know that
 * version. One that is replaced stays here beside the new one.
 */
export function publishedMapping(version: string): typeof CURRENT_MAPPING | null {
  return version === CURRENT_MAPPING.version ? CURRENT_MAPPING : null;
}

/**
 * The controls that an item supports. Clock synchronization is directly
 * supported only by a monitor that watches clocks; any other claims it.
 */
export function controlsOf(item: ItemId, { watchesClock }: { readonly watchesClock: boolean }): Control[] {
  return CONTROL_CATALOGUE.items[item].map((control) => ({
    ...control,
    support: control.id === "A.8.17" && !watchesClock ? "claimed" : "direct",
  }));
}

function isoControl(id: string, title: string): ControlName {
  return { framework: "ISO/IEC 27001:2022", id, title };
}

function soc2Control(id: string, title: string): ControlName {
  return { framework: "SOC 2", id, title };
}

function catalogueAsJson() {
  const items = Object.entries(CONTROL_CATALOGUE.items).map(([item, controls]) => [
    item,
    controls.map(({ framework, id, title }) => ({ framework, id, title })),
  ]);
  return { version: CONTROL_CATALOGUE.version, items: Object.fromEntries(items) };
}
