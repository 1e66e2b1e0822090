import { formatExactTime } from "../../platform/time.ts";
import type { TrustedKey } from "./trust.ts";

/** When something was signed, as far as that is known. */
interface Signing {
  /** By a trusted timestamp or log; null where none proves it. */
  readonly proven: Date | null;
  /** As the statement says, which its signer was free to write. */
  readonly claimed: Date;
}

/**
 * Why the key may not have signed then, as a sentence; null where it may. Only a
 * trusted time shows that a signature is older than the end of its key: the
 * holder of a key can date back, so a key that has ended proves nothing by itself.
 */
export function keyValidityProblem(
  { fingerprint, window }: TrustedKey,
  { proven, claimed }: Signing,
  now: Date,
): string | null {
  if (window === undefined) return null;
  const { notBefore, notAfter, revokedAt } = window;
  const key = `the key ${fingerprint}`;
  if (proven === null) {
    if (revokedAt !== null && revokedAt <= now) {
      return `${key} was revoked at ${formatExactTime(revokedAt)}, and no trusted time shows that it signed before`;
    }
    if (notAfter !== null && notAfter < now) {
      return `${key} ended at ${formatExactTime(notAfter)}, and no trusted time shows that it signed before`;
    }
  }
  const at = proven ?? claimed;
  const when = `${proven === null ? "which claims" : "which was signed at"} ${formatExactTime(at)}`;
  if (revokedAt !== null && at >= revokedAt)
    return `${key} was revoked at ${formatExactTime(revokedAt)}, before this run, ${when}`;
  if (notAfter !== null && at > notAfter)
    return `${key} was in force until ${formatExactTime(notAfter)}, not for this run, ${when}`;
  if (notBefore !== null && at < notBefore)
    return `${key} is in force from ${formatExactTime(notBefore)}, not for this run, ${when}`;
  return null;
}
