import type { ServerFault } from "../support/datadog-faults.ts";

/** The members of a JSON object; none of anything else. */
export function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

/** The value of the member at a path; undefined where there is none. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split(".").reduce((within: unknown, name) => record(within)[name], value);
}

/** The records of an answer, whether it is the list or holds it. */
export function recordsOf(answer: unknown): readonly unknown[] {
  if (Array.isArray(answer)) return answer;
  const { data } = record(answer);
  return Array.isArray(data) ? data : [];
}

/** The value with the member at a path set, or left out where it is undefined. */
export function changed(value: unknown, path: string, to: unknown): unknown {
  const [name = "", ...rest] = path.split(".");
  const { [name]: old, ...others } = record(value);
  const member = rest.length === 0 ? to : changed(old, rest.join("."), to);
  return member === undefined ? others : { ...others, [name]: member };
}

/** An answer with the records of its list changed; as it is where it has no list. */
export function rewriteRecords(change: (records: readonly unknown[]) => readonly unknown[]): ServerFault {
  return {
    rewrite: (body) => {
      if (Array.isArray(body)) return change(body);
      const { data } = record(body);
      return Array.isArray(data) ? { ...record(body), data: change(data) } : body;
    },
  };
}

/** An answer with a field of every record set. */
export function rewriteField(path: string, value: unknown): ServerFault {
  return rewriteRecords((records) => records.map((each) => changed(each, path, value)));
}

/** An answer with other members beside its list. */
export function rewriteMembers(members: object): ServerFault {
  return { rewrite: (body) => ({ ...record(body), ...members }) };
}
