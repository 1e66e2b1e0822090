/** Whether the value is a JSON object, so that its members can be looked at. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Returns what lies at a dotted path such as `workflow.rule.type`, or undefined. */
export function valueAt(value: unknown, path: string): unknown {
  let here = value;
  for (const key of path.split(".")) {
    if (!isRecord(here)) return undefined;
    here = here[key];
  }
  return here;
}

/** Returns a value as a search compares it: each scalar as text, nothing for objects and gaps. */
export function searchableTexts(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(searchableTexts);
  if (typeof value === "string") return [value];
  return typeof value === "number" || typeof value === "boolean" ? [String(value)] : [];
}
