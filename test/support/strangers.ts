import type { Item } from "../../src/evidence/schema.ts";

/** The fields of raw records whose text may stand in an item: written out, so that a new one must be asked for here. */
const ALLOWED = new Set([
  "id",
  "name",
  "type",
  "overall_state",
  "overall_state_modified",
  "modified",
  ...["timestamp", "status", "title"].map((field) => `attributes.${field}`),
  ...["attributes", "custom"].flatMap((level) =>
    [
      "title",
      "workflow.first_seen",
      "workflow.last_seen",
      "workflow.rule.id",
      "workflow.rule.name",
      "workflow.rule.type",
      "workflow.triage.state",
      "workflow.triage.archiveReason",
    ].map((field) => `attributes.${level}.${field}`),
  ),
  ...[
    "severity",
    "status",
    "title",
    "rule.id",
    "rule.name",
    "resource_type",
    "cloud_resource.cloud_provider",
    "workflow.mute.reason",
  ].map((field) => `attributes.attributes.custom.${field}`),
]);
const ALLOWED_TAG =
  /^(?:env|service|source|security|scope|tactic|technique|compliance|team|iso27001|soc2|check_status|check_type):/;

/** Texts of the raw records, long enough to be no coincidence, that stand in the item although they may not. */
export function strangers(item: Item, raw: readonly unknown[], tag = ""): string[] {
  const all = texts(raw);
  const isAllowed = ({ path, text }: Text): boolean =>
    ALLOWED.has(path) || (path.endsWith("tags") && (text === tag || ALLOWED_TAG.test(text)));
  const allowed = all.flatMap((each) => (isAllowed(each) ? [each.text] : [])).join("\n");
  const others = all.filter(({ text }) => text.length >= 6 && !allowed.includes(text));
  if (others.length < 10) throw new Error("the raw records hold too little to prove anything");
  const { records, caveats, population, result } = item;
  // Caveats name the requests that were refused, and the permissions they need.
  const shown = JSON.stringify({ records, caveats, population, result }).replaceAll(
    /\/api\/v\d\/[\w/]+|\w+_read\b/g,
    "",
  );
  return others.flatMap(({ path, text }) =>
    shown.includes(JSON.stringify(text).slice(1, -1)) ? [`${path}: ${text}`] : [],
  );
}

interface Text {
  readonly path: string;
  readonly text: string;
}

function texts(value: unknown, path = ""): Text[] {
  if (typeof value === "string") return [{ path, text: value }];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    texts(each, Array.isArray(value) ? path : `${path === "" ? "" : `${path}.`}${key}`),
  );
}
