import type { Item } from "../../evidence/schema.ts";
import {
  byFinding,
  byMonitor,
  bySignal,
  findingName,
  leading,
  monitorName,
  signalName,
} from "../record-order.ts";
import { absence, holderOf } from "./records.ts";
import { isFloor } from "../words.ts";
import { prose } from "../render/sanitize.ts";

/** More rows than this nobody reads; the evidence has them all. */
const ROWS_SHOWN = 500;

/** The records of an item as a Markdown table, what asks for attention first, or a sentence on why there is none. */
export function recordTable(item: Item, files: readonly { readonly name: string }[]): readonly string[] {
  if (item.records.length === 0) return [absence(item, files)];
  const { head, rows } = listing(item);
  const total = item.records.length;
  const more = total - rows.length;
  return [
    `${total} ${total === 1 ? "record" : "records"}${isFloor(item) ? " seen; there may be more" : ""}:`,
    "",
    `| ${head.join(" | ")} |`,
    `| ${head.map(() => "---").join(" | ")} |`,
    ...rows.map((cells) => `| ${cells.map((cell) => prose(cell)).join(" | ")} |`),
    ...(more > 0
      ? ["", `The first ${ROWS_SHOWN} are shown. ${more} more are in ${holderOf(item, files)}.`]
      : []),
  ];
}

function listing(item: Item): {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  if (item.id === "security-signals") {
    return {
      head: ["Severity", "Signal", "Time", "Triage"],
      rows: leading(item.records, ROWS_SHOWN, bySignal).map((each) => [
        each.severity,
        signalName(each),
        each.timestamp,
        each.triage.state,
      ]),
    };
  }
  if (item.id === "compliance-monitors") {
    return {
      head: ["State", "Monitor", "Since", "Muted"],
      rows: leading(item.records, ROWS_SHOWN, byMonitor).map((each) => [
        each.state,
        monitorName(each),
        each.stateSince ?? "not known",
        each.muted ? "muted" : "",
      ]),
    };
  }
  return {
    head: ["Severity", "Check", "Resource type", "First seen", "Muted"],
    rows: leading(item.records, ROWS_SHOWN, byFinding).map((each) => [
      each.severity,
      findingName(each),
      each.resourceType ?? "not known",
      each.firstSeen ?? "not known",
      each.muted ? "muted" : "",
    ]),
  };
}
