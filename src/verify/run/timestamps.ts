import type { RFC3161Timestamp } from "@sigstore/core";

import type { LogEntry, ReadBundle } from "../../bundle/read-bundle.ts";
import { unsupportedTimestamp, readTimestamp } from "../../bundle/sigstore.ts";
import type { Root, TimeAuthority } from "../trust/roots.ts";

/** A time that an authority, whom the caller trusts, has put on the signature. */
export interface ProvenTime {
  readonly time: Date;
  readonly by: string;
}

/** What the timestamps and log entries of a bundle prove. */
export interface VerifiedTimestamps {
  /** By timestamps, the earliest first. */
  readonly times: readonly ProvenTime[];
  /** Which of the tokens prove a time, by their place in the bundle. */
  readonly proven: ReadonlySet<number>;
  /** Why a timestamp that is over this signature proves nothing. */
  readonly unproven: readonly string[];
  /** Entries of logs that the roots name; not verified yet. */
  readonly entries: readonly LogEntry[];
  /** How many entries are of other logs. */
  readonly otherEntries: number;
}

/** Verifies each timestamp of the bundle; one that is wrong is trouble whatever the others say. */
export async function verifyTimestamps(
  { tokens, signature, entries }: ReadBundle,
  roots: readonly Root[],
): Promise<VerifiedTimestamps | { readonly trouble: string }> {
  const times: ProvenTime[] = [];
  const proven = new Set<number>();
  const unproven: string[] = [];
  for (const [index, token] of tokens.entries()) {
    const verdict = await verifyToken(token, { signature, roots });
    if (verdict.kind === "wrong") return { trouble: verdict.trouble };
    if (verdict.kind === "unknown") unproven.push(verdict.trouble);
    else {
      proven.add(index);
      times.push({ time: verdict.time, by: verdict.authority });
    }
  }
  const known = entries.filter(({ logId }) =>
    roots.some(({ logs }) => logs.some(({ logID }) => logID !== undefined && logID.equals(logId.keyId))),
  );
  return {
    times: times.toSorted(byTime),
    proven,
    unproven,
    entries: known,
    otherEntries: entries.length - known.length,
  };
}

/** When the logs accepted the entries, by their signed promises; the earliest first. */
export function logTimes(entries: readonly LogEntry[]): readonly ProvenTime[] {
  return entries
    .filter(({ inclusionPromise }) => inclusionPromise !== undefined)
    .map(({ integratedTime }) => ({ time: new Date(Number(integratedTime) * 1000), by: "the log" }))
    .toSorted(byTime);
}

function byTime(a: ProvenTime, b: ProvenTime): number {
  return a.time.getTime() - b.time.getTime();
}

/** What an RFC 3161 token proves. */
export type TokenVerdict =
  | { readonly kind: "proven"; readonly time: Date; readonly authority: string }
  /** Of an authority that no root names: it proves nothing, and is not held against the run. */
  | { readonly kind: "unknown"; readonly trouble: string }
  /** Not over this signature, damaged, or not what the authority it names would give. */
  | { readonly kind: "wrong"; readonly trouble: string };

/** A token is a kilobyte, or six with its certificates; a parser would work for long on a large one. */
const LARGEST_TOKEN = 32_768;
/** Granted, and granted with changes. */
const GRANTED: ReadonlySet<bigint> = new Set([0n, 1n]);

/** The time at which an authority that the roots name saw the signature. Never throws. */
export async function verifyToken(
  token: Uint8Array,
  { signature, roots }: { readonly signature: Buffer; readonly roots: readonly Root[] },
): Promise<TokenVerdict> {
  if (token.length > LARGEST_TOKEN) return provesNothing("wrong", `is too large (${token.length} bytes)`);
  let stamp: RFC3161Timestamp;
  let signedBy: Pick<RFC3161Timestamp, "signerIssuer" | "signerSerialNumber">;
  let time: Date;
  try {
    stamp = await readTimestamp(token);
    if (!GRANTED.has(stamp.status)) return provesNothing("wrong", "is a refusal of the authority");
    time = stamp.signingTime;
    if (Number.isNaN(time.getTime())) return provesNothing("wrong", "cannot be read");
    signedBy = { signerIssuer: stamp.signerIssuer, signerSerialNumber: stamp.signerSerialNumber };
  } catch {
    // The library reads a damaged token into errors of every kind.
    return provesNothing("wrong", "cannot be read");
  }
  if (!isOver(stamp, signature)) return provesNothing("wrong", "is over another signature");

  const known = roots.flatMap(({ timestampAuthorities }) =>
    timestampAuthorities.filter((authority) => isIssuedTo(authority, signedBy)),
  );
  const [first] = known;
  if (first === undefined) return provesNothing("unknown", "is of an authority that no given root names");
  const inForce = known.filter(
    ({ authority: { validFor } }) => validFor.start <= time && time <= validFor.end,
  );
  if (inForce.length === 0) {
    return provesNothing(
      "unknown",
      `is of ${first.name}, which the root does not trust at ${time.toISOString()}`,
    );
  }
  const unsupported = unsupportedTimestamp(stamp);
  if (unsupported !== null) return provesNothing("unknown", `of ${first.name} ${unsupported}`);
  const giver = inForce.find(({ check }) => check.holds(stamp, signature));
  if (giver !== undefined) return { kind: "proven", time, authority: giver.name };
  return provesNothing(
    "wrong",
    inForce.some(({ check }) => check.isValidAt(time))
      ? `names ${first.name}, but its signature or certificate is wrong`
      : `is of ${first.name}, whose certificate was not valid at ${time.toISOString()}`,
  );
}

function provesNothing(kind: "wrong" | "unknown", trouble: string): TokenVerdict {
  return { kind, trouble: `the timestamp ${trouble}` };
}

function isOver(stamp: RFC3161Timestamp, signature: Buffer): boolean {
  try {
    stamp.tstInfo.verify(signature);
    return true;
  } catch {
    return false;
  }
}

function isIssuedTo(
  { authority }: TimeAuthority,
  { signerIssuer, signerSerialNumber }: Pick<RFC3161Timestamp, "signerIssuer" | "signerSerialNumber">,
): boolean {
  const [leaf] = authority.certChain;
  return (
    leaf !== undefined && leaf.issuer.equals(signerIssuer) && leaf.serialNumber.equals(signerSerialNumber)
  );
}
