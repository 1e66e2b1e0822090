import { dayOf } from "../../platform/time.ts";
import { Failure } from "../../failure.ts";
import { httpRequest } from "../../platform/http.ts";
import { statementSigner, type StatementSigner, type Signer, type Witness } from "../signing.ts";
import { LONGEST_APART_MS, SIGNED_LATE, type ChainStatement, type Reason } from "../../bundle/statement.ts";
import { timestampRequest, timestampResponseProblem } from "./request.ts";

/** Checks a token as a verifier will. `authority` is null where only the embedded certificate confirms the token. */
export type CheckTimestamp = (
  token: Buffer,
  of: { readonly signature: Buffer },
) => Promise<
  | { readonly ok: true; readonly time: Date; readonly authority: string | null }
  | { readonly ok: false; readonly trouble: string }
>;

const TIMESTAMP_UNAVAILABLE = "timestamp-unavailable";

/** Makes a witness that requests a timestamp (RFC 3161) and checks it at once. An auditor would find a bad one too late. */
export function timestampWitness({
  url,
  check,
  signal,
}: {
  url: string;
  check: CheckTimestamp;
  signal: AbortSignal;
}): Witness {
  return {
    gives: "timestamp",
    async testify({ statement, signature }) {
      const { timestamp, time } = await requestTimestamp(signature.bytes, { url, check, signal });
      refuseDistantTime(statement, { host: new URL(url).host, time });
      return { timestamp, time };
    },
  };
}

/** Requests a timestamp over the bytes and checks it. The authority sees only their digest. Throws where there is none. */
export async function requestTimestamp(
  bytes: Buffer,
  { url, check, signal }: { url: string; check: CheckTimestamp; signal: AbortSignal },
): Promise<{ readonly timestamp: Buffer; readonly time: Date }> {
  const { host } = new URL(url);
  const name = `the timestamp authority ${host}`;
  const query = timestampRequest(bytes);
  const response = await httpRequest(
    {
      method: "POST",
      url,
      headers: { "content-type": "application/timestamp-query", accept: "application/timestamp-reply" },
      body: query.der,
    },
    signal,
  );
  if (!response.ok) throw noTimestamp(`${name} ${response.reason}`);
  if (response.status < 200 || response.status > 299) {
    throw noTimestamp(`${name} refused (HTTP status ${response.status})`);
  }
  const trouble = await timestampResponseProblem(response.bytes, query);
  if (trouble !== null) throw noTimestamp(`${name} ${trouble}`);
  const checked = await check(response.bytes, { signature: bytes });
  if (!checked.ok) throw noTimestamp(`the timestamp of ${host} cannot be used: ${checked.trouble}`);
  return { timestamp: response.bytes, time: checked.time };
}

function noTimestamp(message: string): Failure {
  return new Failure("no-timestamp", message, {
    hint: "run again, or name another authority as timestamp-url",
  });
}

/** Throws where the timestamp is far from the time of collecting, unless the statement says that it is signed late. */
function refuseDistantTime(
  { predicate }: ChainStatement,
  { host, time }: { host: string; time: Date },
): void {
  const lateMs = time.getTime() - Date.parse(predicate.collectedAt);
  const isDeclared = predicate.assurance.reason?.code === SIGNED_LATE && lateMs > 0;
  if (isDeclared || Math.abs(lateMs) <= LONGEST_APART_MS) return;
  throw new Failure(
    "not-signed",
    `the time of ${host} (${time.toISOString()}) is more than an hour from the time of collecting (${predicate.collectedAt})`,
    {
      hint: "set the clock of this machine; sign older evidence with: npx datadog-evidence attest",
    },
  );
}

/** Returns the reason that a statement gives for evidence that was collected more than an hour ago; null for newer evidence. */
export function lateSigningReason(collectedAt: string, now: Date): Reason | null {
  if (now.getTime() - Date.parse(collectedAt) <= LONGEST_APART_MS) return null;
  return {
    code: SIGNED_LATE,
    message: `signed on ${dayOf(now)}, more than an hour after it was collected`,
  };
}

/**
 * Signs with a key, and with a timestamp where an authority is given. If the authority gives no timestamp, it signs a
 * statement that promises none and says why.
 */
export function keyStatementSigner(
  signer: Signer,
  { witness, reason }: { witness: Witness | null; reason: Reason | null },
): StatementSigner {
  if (witness === null) return statementSigner(signer, { reason });
  const timed = statementSigner(signer, { witnesses: [witness], reason });
  return async (toStatement) => {
    try {
      return await timed(toStatement);
    } catch (error) {
      if (!(error instanceof Failure) || error.code !== "no-timestamp") throw error;
      // Signing late stays the code, because verify never calls such evidence good, with or without a timestamp.
      const why: Reason =
        reason === null
          ? { code: TIMESTAMP_UNAVAILABLE, message: error.message }
          : { code: reason.code, message: `${reason.message}; ${error.message}` };
      return statementSigner(signer, { reason: why })(toStatement);
    }
  };
}
