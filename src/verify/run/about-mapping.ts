import { controlsOf, publishedMapping } from "../../controls/catalogue.ts";
import { isSameJson } from "../../evidence/equal.ts";
import type { Evidence, Item } from "../../evidence/schema.ts";
import type { Failed, Findings } from "./verdict.ts";

/** Whether the controls are those of the mapping that the evidence names, as it was published. Null when they are. */
export function aboutMapping({ mapping, items }: Evidence, findings: Findings): Failed | null {
  const published = publishedMapping(mapping.version);
  if (published === null) {
    findings.remarks.push(
      `the mapping ${mapping.version} is not known here, so what the items support is as written`,
    );
    return null;
  }
  if (published.sha256 !== mapping.sha256) {
    return findings.fails(
      "mapping",
      `the mapping ${mapping.version} was published with sha256 ${published.sha256}, not ${mapping.sha256}`,
    );
  }
  const other = items.find((item) => !isSameJson(item.controls, controlsIn(item)));
  if (other !== undefined) {
    return findings.fails(
      "mapping",
      `${other.id} claims controls that the mapping ${mapping.version} does not`,
    );
  }
  findings.holds("mapping", `the controls are those of the mapping ${mapping.version}, by its sha256`);
  return null;
}

function controlsIn(item: Item) {
  const watchesClock =
    item.id === "compliance-monitors" && item.records.values().some((each) => each.watchesClock);
  return controlsOf(item.id, { watchesClock });
}
