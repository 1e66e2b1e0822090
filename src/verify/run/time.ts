import { LONGEST_APART_MS, SIGNED_LATE, type ChainStatement } from "../../bundle/statement.ts";
import { DAY_MS, formatExactTime, HOUR_MS } from "../../platform/time.ts";
import { keyValidityProblem } from "../trust/key-validity.ts";
import type { Trust } from "../trust/trust.ts";
import type { VerifiedSignature } from "./signature.ts";
import type { CheckLog, Failed } from "./verdict.ts";

/** Checks that it was signed when it says that it was collected, and by a key that was in force. Null when so. */
export function checkTime(
  signed: VerifiedSignature,
  { collectedAt: claimed, assurance }: Pick<ChainStatement["predicate"], "collectedAt" | "assurance">,
  { trust, log }: { trust: Trust; log: CheckLog },
): Failed | null {
  const collectedAt = new Date(claimed);
  const now = trust.now ?? new Date();
  const early = checkNotInFuture(claimed, now, log);
  if (early !== null) return early;
  const apartFrom = (time: Date): number => time.getTime() - collectedAt.getTime();
  const isLate = assurance.reason?.code === SIGNED_LATE;
  for (const { time, by } of signed.times) {
    const apart = apartFrom(time);
    if (Math.abs(apart) <= LONGEST_APART_MS || (isLate && apart > 0)) continue;
    const what = `${by} saw the signature at ${formatExactTime(time)}, ${lengthOf(apart)} the time of collection ${claimed}`;
    return log.fail("time", `${apart > 0 ? "dated back" : "dated ahead"}: ${what}`);
  }
  const [first] = signed.times;
  if (first === undefined) {
    const why = signed.unproven[0] ?? "it carries no timestamp";
    log.remark(`signing time ${claimed} is not proven (${why}): it is the signer's own claim`);
  } else {
    const apart = apartFrom(first.time);
    const by = `by the clock of ${first.by}, ${lengthOf(apart)} the collection`;
    log.pass("time", `signed at ${formatExactTime(first.time)} ${by}`);
    for (const why of signed.unproven) log.remark(`one of several timestamps proves nothing: ${why}`);
    if (apart > LONGEST_APART_MS) {
      log.remark(`signed ${lengthOf(apart)} the collection: ${assurance.reason?.message ?? ""}`);
    }
  }

  if (signed.key?.window === undefined) return null;
  const proven = first?.time ?? null;
  const problem = keyValidityProblem(signed.key, { proven, claimed: collectedAt }, now);
  if (problem !== null) return log.fail("key", problem);
  const by = proven === null ? "by its own claim" : "by trusted time";
  log.pass("key", `the key was in force when it signed, ${by}`);
  return null;
}

/** Checks that the time of collection has been. Null when it has. */
export function checkNotInFuture(claimed: string, now: Date, log: CheckLog): Failed | null {
  if (Date.parse(claimed) - now.getTime() <= LONGEST_APART_MS) return null;
  return log.fail("time", `${claimed} is in the future: it is ${formatExactTime(now)} by the clock here`);
}

/** The trusted time of the signature; null where nothing proves it. */
export function signedAt({ times: [first] }: VerifiedSignature): string | null {
  return first === undefined ? null : formatExactTime(first.time);
}

/** Such as `3 min before`. */
function lengthOf(ms: number): string {
  const units = [
    [DAY_MS, "days"],
    [HOUR_MS, "h"],
    [60_000, "min"],
  ] as const;
  const length = Math.round(Math.abs(ms) / 1000) * 1000;
  const [size, unit] = units.find(([each]) => length >= 2 * each) ?? [1000, "s"];
  return `${Math.floor(length / size)} ${unit} ${ms < 0 ? "before" : "after"}`;
}
