import type { DatadogRoute } from "../support/datadog-tokens.ts";
import type { RecordedRequest } from "../support/datadog.ts";
import type { ItemId } from "../../src/evidence/schema.ts";
import { FINDINGS, MONITORS, SIGNALS } from "../collectors/collecting.ts";
import { memberAt, record } from "../collectors/json.ts";

/** The endpoint that lists the records of an item, and what may change in them. */
export interface Listing {
  readonly route: DatadogRoute;
  /** How many records the organisation has. */
  readonly size: number;
  /** Where a request reads on; null when it asks for something other than the list. */
  readonly cursorOf: (request: RecordedRequest) => string | null;
  /** A field without which a record cannot be counted. */
  readonly required: string;
  /** A field that a record can do without. */
  readonly optional: string;
  /** A field of fixed values, to which Datadog may add. */
  readonly enumerated: string;
  /** A field that changes where a record stands in the list, or what it says, and a later value. */
  readonly moving: readonly [path: string, value: unknown];
}

export const LISTINGS: Readonly<Record<ItemId, Listing>> = {
  "security-signals": {
    route: SIGNALS,
    size: 150,
    cursorOf: ({ body }) => {
      // The same endpoint also tells whether there are signals of any severity.
      if (memberAt(body, "filter.query") === "*") return null;
      return cursorIn(memberAt(body, "page"));
    },
    required: "attributes.status",
    optional: "attributes.tags",
    enumerated: "attributes.attributes.workflow.triage.state",
    moving: ["attributes.timestamp", "2026-11-22T06:17:00.000Z"],
  },
  "compliance-monitors": {
    route: MONITORS,
    size: 160,
    cursorOf: ({ query }) => query["id_offset"] ?? "",
    required: "overall_state",
    optional: "name",
    enumerated: "overall_state",
    moving: ["overall_state", "Alert"],
  },
  "cspm-findings": {
    route: FINDINGS,
    size: 170,
    cursorOf: ({ body }) => {
      const { page, filter } = record(memberAt(body, "data.attributes"));
      // The same endpoint also tells whether the key sees misconfigurations of any evaluation.
      return String(filter).includes("@compliance.evaluation:fail") ? cursorIn(page) : null;
    },
    required: "attributes.attributes.custom.severity",
    optional: "attributes.attributes.custom.title",
    enumerated: "attributes.attributes.custom.status",
    moving: ["attributes.attributes.custom.detection_changed_at", Date.parse("2026-11-22T06:17:00Z")],
  },
};

/** Empty at the beginning of a list. */
function cursorIn(page: unknown): string {
  const { cursor } = record(page);
  return typeof cursor === "string" ? cursor : "";
}
