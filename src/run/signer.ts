import { keySigner } from "../sign/attest.ts";
import { embeddedCertificateProblem } from "../sign/timestamp/embedded-certificate.ts";
import { canRequestIdentityToken, requestIdentityToken } from "../sign/keyless/identity-token.ts";
import type { IdentityToken } from "../sign/keyless/identity-token.ts";
import { sigstoreInstanceFor, type SigstoreInstance } from "../sign/keyless/sigstore-instance.ts";
import { keylessStatementSigner } from "../sign/keyless/keyless.ts";
import type { StatementSigner } from "../sign/signing.ts";
import type { Reason } from "../bundle/statement.ts";
import { keyStatementSigner, timestampWitness, type CheckTimestamp } from "../sign/timestamp/timestamp.ts";
import { Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";
import type { Signing } from "../config/signing.ts";
import { readTimestamp } from "../bundle/sigstore.ts";
import { loadPublicGoodRoots } from "../verify/trust/roots.ts";
import { verifyToken } from "../verify/run/timestamps.ts";
import type { Environment } from "../platform/environment.ts";

const SIGSTORE_AUDIENCE = "sigstore";

/** Makes the signer that was chosen, with a signal and the reason for less assurance; null where evidence stays unsigned. */
export type SignerFactory = ((signal: AbortSignal, reason?: Reason | null) => StatementSigner) | null;

/**
 * Prepares to sign in the way that was chosen; there is no fallback. Throws where that cannot work here, before anything
 * is collected. A service that is down now may be back when there is something to sign.
 */
export async function signerFor(
  signing: Signing,
  context: {
    readonly environment: Environment;
    readonly signal: AbortSignal;
    readonly conceal: (secret: string) => void;
    readonly log: Log;
  },
): Promise<SignerFactory> {
  if (signing.by === "none") return null;
  if (signing.by === "key") {
    const { key, timestampUrl } = signing;
    return (signal, reason = null) => {
      const witness =
        timestampUrl === null ? null : timestampWitness({ url: timestampUrl, check: checkTimestamp, signal });
      return keyStatementSigner(keySigner(key), { witness, reason });
    };
  }

  const { environment, conceal, log } = context;
  const { allowPublicLog } = signing;
  const chooseInstance = (token: IdentityToken): SigstoreInstance =>
    sigstoreInstanceFor(token, { allowPublicLog, environment });
  const chosen = await requestInstance(chooseInstance, context);
  if (chosen !== null) announceInstance(chosen, log);
  return (signal, reason = null) =>
    keylessStatementSigner({
      token: async () => requestIdentityToken(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }),
      chooseInstance: (token) => ensureSameInstance(chooseInstance(token), chosen),
      timestamps: (url) => timestampWitness({ url, check: checkTimestamp, signal }),
      reason,
      signal,
    });
}

/** The instance for a token requested now; null where GitHub's OIDC service is down. */
async function requestInstance(
  chooseInstance: (token: IdentityToken) => SigstoreInstance,
  {
    environment,
    signal,
    conceal,
    log,
  }: {
    environment: Environment;
    signal: AbortSignal;
    conceal: (secret: string) => void;
    log: Log;
  },
): Promise<SigstoreInstance | null> {
  if (!canRequestIdentityToken(environment))
    throw new Error("keyless was chosen in a job that has no identity");
  try {
    return chooseInstance(
      await requestIdentityToken(environment, { audience: SIGSTORE_AUDIENCE, signal, conceal }),
    );
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "not-signed") throw error;
    log.warning(`${error.message}; the run tries again when it signs`);
    return null;
  }
}

function announceInstance({ kind, fulcio, isLocal }: SigstoreInstance, log: Log): void {
  log.info(
    kind === "public-good"
      ? "signing keyless with the public Sigstore: the names of repository and workflow and the time of the run become public"
      : `signing keyless with ${new URL(fulcio).host}; nothing becomes public`,
  );
  if (isLocal)
    log.warning("signing with a Sigstore on this machine (SIGSTORE_…_URL), which no verifier trusts");
}

/** Throws where the instance changed: what becomes public was decided before collecting. */
function ensureSameInstance(instance: SigstoreInstance, chosen: SigstoreInstance | null): SigstoreInstance {
  if (chosen === null || chosen.kind === instance.kind) return instance;
  throw new Failure("not-signed", "the visibility of this repository changed while evidence was collected", {
    hint: "run again",
  });
}

/** Checks as `verify` does; a token of an authority that the shipped root does not name must agree with its own certificate. */
export const checkTimestamp: CheckTimestamp = async (token, { signature }) => {
  const verdict = await verifyToken(token, { signature, roots: await loadPublicGoodRoots() });
  if (verdict.kind === "proven") return { ok: true, time: verdict.time, authority: verdict.authority };
  if (verdict.kind === "wrong") return { ok: false, trouble: verdict.trouble };
  const problem = await embeddedCertificateProblem(token, signature);
  if (problem !== null) return { ok: false, trouble: `the timestamp ${problem}` };
  return { ok: true, time: (await readTimestamp(token)).signingTime, authority: null };
};
