import { randomBytes } from "node:crypto";

import type { Config } from "../config/read-config.ts";
import { Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";
import { checkTimestamp, signerFor } from "../run/signer.ts";
import { requestTimestamp } from "../sign/timestamp/timestamp.ts";
import { setupCheck, type SetupCheck } from "./check.ts";
import type { Environment } from "../platform/environment.ts";

/** What signing needs. */
interface SigningContext {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly conceal: (secret: string) => void;
}

const WITHOUT_SIGNATURE =
  "a signature, the evidence stays unsigned and is not committed, and the run ends with exit 2";

/** Whether a run could sign, and get a trusted time. */
export async function signingChecks(
  { chosen }: Config,
  context: SigningContext,
): Promise<readonly SetupCheck[]> {
  if (chosen.by === "none") {
    return [
      setupCheck("error", {
        id: "signing",
        found: "signing is none",
        without: WITHOUT_SIGNATURE,
        hint: "give signing-key (make one with: datadog-evidence keygen), or sign keyless in a job with permissions: id-token: write",
      }),
    ];
  }
  if (chosen.by === "keyless") return [await keylessCheck(chosen, context)];
  const key = setupCheck("ok", {
    id: "signing",
    found: `the signing key can be read; its public key has the fingerprint ${chosen.key.fingerprint}`,
    without: WITHOUT_SIGNATURE,
  });
  return [key, await timestampCheck(chosen.timestampUrl, context.signal)];
}

async function keylessCheck(
  chosen: Extract<Config["chosen"], { by: "keyless" }>,
  context: SigningContext,
): Promise<SetupCheck> {
  const lines: string[] = [];
  const keep = (line: string): void => void lines.push(line);
  const log: Log = { info: keep, warning: keep, debug() {}, group() {} };
  try {
    await signerFor(chosen, { ...context, log });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return setupCheck("error", {
      id: "signing",
      found: error.message,
      without: WITHOUT_SIGNATURE,
      hint: error.hint,
    });
  }
  return setupCheck("ok", { id: "signing", found: lines.join("; "), without: WITHOUT_SIGNATURE });
}

async function timestampCheck(url: string | null, signal: AbortSignal): Promise<SetupCheck> {
  const about = {
    id: "timestamp",
    needed: false,
    without: "a timestamp, only the signer says when the evidence was signed",
  };
  if (url === null) {
    return setupCheck("warning", {
      ...about,
      found: "timestamp-url is none, so nothing proves when a run was signed",
      hint: "leave timestamp-url out, or name an authority that your auditor accepts",
    });
  }
  const { host } = new URL(url);
  try {
    // Over random bytes: the authority learns nothing.
    const { time } = await requestTimestamp(randomBytes(32), { url, check: checkTimestamp, signal });
    return setupCheck("ok", {
      ...about,
      found: `${host} gives timestamps; its time is ${time.toISOString()}`,
    });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return setupCheck("warning", { ...about, found: error.message, hint: error.hint });
  }
}
