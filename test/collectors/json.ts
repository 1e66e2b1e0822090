/** The members of a JSON object; none of anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The records of a search's answer. */
export function list(body: unknown): unknown[] {
  const { data } = record(body);
  return Array.isArray(data) ? data : [];
}
