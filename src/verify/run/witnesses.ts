import type { LogEntry, ReadBundle } from "../../bundle/read-bundle.ts";
import type { Root } from "../trust/roots.ts";
import { timeOf } from "./timestamps.ts";

/** A time that somebody whom the caller trusts has put on the signature. */
export interface ProvenTime {
  readonly time: Date;
  readonly by: string;
}

/** What the timestamps and log entries of a bundle are worth. */
export interface Witnesses {
  /** By timestamps, the earliest first. */
  readonly times: readonly ProvenTime[];
  /** Which of the tokens prove a time, by their place in the bundle. */
  readonly proven: ReadonlySet<number>;
  /** Why a timestamp that is over this signature proves nothing. */
  readonly unproven: readonly string[];
  /** Entries of logs that the roots name; not verified yet. */
  readonly entries: readonly LogEntry[];
  /** How many entries are of other logs. */
  readonly strange: number;
}

/** Looks at each timestamp; a wrong one is trouble whatever the others say. */
export async function witnessesOf(
  { tokens, signature, entries }: ReadBundle,
  roots: readonly Root[],
): Promise<Witnesses | { readonly trouble: string }> {
  const times: ProvenTime[] = [];
  const proven = new Set<number>();
  const unproven: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const verdict = await timeOf(token, { signature, roots });
    if (verdict.kind === "wrong") return { trouble: verdict.trouble };
    if (verdict.kind === "unknown") unproven.push(verdict.trouble);
    else {
      proven.add(index);
      times.push({ time: verdict.time, by: verdict.authority });
    }
  }
  const known = entries.filter(({ logId }) =>
    roots.some(({ logs }) => logs.some(({ logID }) => logId !== undefined && logID.equals(logId.keyId))),
  );
  return {
    times: inOrder(times),
    proven,
    unproven,
    entries: known,
    strange: entries.length - known.length,
  };
}

/** When the logs took the entries in, as they promised by signature. */
export function logTimes(entries: readonly LogEntry[]): readonly ProvenTime[] {
  return inOrder(
    entries
      .filter(({ inclusionPromise }) => inclusionPromise !== undefined)
      .map(({ integratedTime }) => ({ time: new Date(Number(integratedTime) * 1000), by: "the log" })),
  );
}

function inOrder(times: readonly ProvenTime[]): readonly ProvenTime[] {
  return times.toSorted((a, b) => a.time.getTime() - b.time.getTime());
}
