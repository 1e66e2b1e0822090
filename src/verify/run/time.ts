import { formatExactTime } from "../../platform/time.ts";
import { LONGEST_APART_MS, SIGNED_LATE } from "../../bundle/statement.ts";
import type { Assurance } from "../../bundle/statement.ts";
import { keyTrouble } from "../trust/key-validity.ts";
import type { Signed } from "./signature.ts";
import type { Trust } from "../trust/trust.ts";
import type { Failed, Findings } from "./verdict.ts";

/** Whether it was signed when it says that it was collected, and by a key that was in force. Null when all holds. */
export function aboutTime(
  signed: Signed,
  said: { readonly collectedAt: string; readonly assurance: Assurance },
  { trust, findings }: { readonly trust: Trust; readonly findings: Findings },
): Failed | null {
  const collectedAt = new Date(said.collectedAt);
  const now = trust.now ?? new Date();
  if (collectedAt.getTime() - now.getTime() > LONGEST_APART_MS) {
    return findings.fails(
      "time",
      `${said.collectedAt} is yet to come: it is ${formatExactTime(now)} by the clock here`,
    );
  }
  const isLate = said.assurance.reason?.code === SIGNED_LATE;
  for (const { time, by } of signed.times) {
    const apart = time.getTime() - collectedAt.getTime();
    const isTolerated = Math.abs(apart) <= LONGEST_APART_MS || (isLate && apart > 0);
    if (isTolerated) continue;
    const what = `${by} saw the signature at ${formatExactTime(time)}, ${lengthOf(apart)} the time of collection ${said.collectedAt}`;
    return findings.fails("time", apart > 0 ? `dated back: ${what}` : `dated ahead: ${what}`);
  }
  const [first] = signed.times;
  if (first === undefined) {
    const why = signed.unproven[0] ?? "it carries no timestamp";
    findings.remarks.push(
      `time not proven: ${why}; that it was signed at ${said.collectedAt} is the signer's word`,
    );
  } else {
    const apart = first.time.getTime() - collectedAt.getTime();
    const detail = `signed at ${formatExactTime(first.time)} by the clock of ${first.by}, ${lengthOf(apart)} the collection`;
    findings.holds("time", detail);
    for (const why of signed.unproven)
      findings.remarks.push(`of several timestamps one proves nothing: ${why}`);
    if (apart > LONGEST_APART_MS) {
      findings.remarks.push(
        `signed ${lengthOf(apart)} the collection: ${said.assurance.reason?.message ?? ""}`,
      );
    }
  }

  if (signed.key?.window === undefined) return null;
  const when = { proven: first?.time ?? null, claimed: collectedAt };
  const trouble = keyTrouble(signed.key, when, now);
  if (trouble !== null) return findings.fails("key", trouble);
  const by = when.proven === null ? "by its own word" : "by trusted time";
  findings.holds("key", `the key was in force when it signed, ${by}`);
  return null;
}

/** The trusted time of the signature; null where none proves it. */
export function signedAt({ times: [first] }: Signed): string | null {
  return first === undefined ? null : formatExactTime(first.time);
}

/** Such as `3 min before`. */
function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const units = [
    [86_400, "days"],
    [3600, "h"],
    [60, "min"],
  ] as const;
  const [length, unit] = units.find(([size]) => seconds >= 2 * size) ?? [1, "s"];
  return `${Math.floor(seconds / length)} ${unit} ${ms < 0 ? "before" : "after"}`;
}
