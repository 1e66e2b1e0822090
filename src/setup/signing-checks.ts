import { randomBytes } from "node:crypto";

import type { Config } from "../config/read-config.ts";
import { awaitFailure, Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";
import { checkTimestamp, signerFor } from "../run/signer.ts";
import { requestTimestamp } from "../sign/timestamp/timestamp.ts";
import { checkOf, type SetupCheck } from "./check.ts";
import type { Environment } from "../platform/environment.ts";

/** What signing needs. */
interface SigningContext {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly conceal: (secret: string) => void;
}

const SIGNING = checkOf({
  id: "signing",
  without: "a signature, the evidence stays unsigned and is not committed, and the run ends with exit 2",
});

/** Whether a run could sign, and get a trusted time. */
export async function signingChecks(
  { chosen }: Config,
  context: SigningContext,
): Promise<readonly SetupCheck[]> {
  if (chosen.by === "none") {
    return [
      SIGNING.error(
        "signing is none",
        "give signing-key (make one with: npx datadog-evidence keygen), or sign keyless in a job with permissions: id-token: write",
      ),
    ];
  }
  if (chosen.by === "keyless") return [await keylessCheck(chosen, context)];
  const key = SIGNING.ok(
    `the signing key can be read; its public key has the fingerprint ${chosen.key.fingerprint}`,
  );
  return [key, await timestampCheck(chosen.timestampUrl, context.signal)];
}

async function keylessCheck(
  chosen: Extract<Config["chosen"], { by: "keyless" }>,
  context: SigningContext,
): Promise<SetupCheck> {
  const lines: string[] = [];
  const keep = (line: string): void => void lines.push(line);
  const log: Log = { info: keep, warning: keep, debug() {}, group() {} };
  const signer = await awaitFailure(async () => signerFor(chosen, { ...context, log }));
  return signer instanceof Failure
    ? SIGNING.error(signer.message, signer.hint)
    : SIGNING.ok(lines.join("; "));
}

async function timestampCheck(url: string | null, signal: AbortSignal): Promise<SetupCheck> {
  const check = checkOf({
    id: "timestamp",
    needed: false,
    without: "a timestamp, only the signer says when the evidence was signed",
  });
  if (url === null) {
    return check.warning(
      "timestamp-url is none, so nothing proves when a run was signed",
      "leave timestamp-url out, or name an authority that your auditor accepts",
    );
  }
  // Over random bytes: the authority learns nothing.
  const answer = await awaitFailure(async () =>
    requestTimestamp(randomBytes(32), { url, check: checkTimestamp, signal }),
  );
  if (answer instanceof Failure) return check.warning(answer.message, answer.hint);
  return check.ok(`${new URL(url).host} gives timestamps; its time is ${answer.time.toISOString()}`);
}
