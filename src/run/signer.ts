import { keySigner } from "../sign/attest.ts";
import { embeddedCertificateProblem } from "../sign/timestamp/embedded-certificate.ts";
import { canRequestIdentityToken, requestIdentityToken } from "../sign/keyless/identity-token.ts";
import type { IdentityToken } from "../sign/keyless/identity-token.ts";
import { sigstoreInstanceFor } from "../sign/keyless/sigstore-instance.ts";
import type { SigstoreInstance } from "../sign/keyless/sigstore-instance.ts";
import { keylessStatementSigner } from "../sign/keyless/keyless.ts";
import type { StatementSigner } from "../sign/signing.ts";
import type { Reason } from "../bundle/statement.ts";
import { keyStatementSigner, timestampWitness } from "../sign/timestamp/timestamp.ts";
import type { CheckTimestamp } from "../sign/timestamp/timestamp.ts";
import { Failure } from "../failure.ts";
import type { Log } from "../platform/log.ts";
import type { Signing } from "../config/signing.ts";
import { loadPublicGoodRoots } from "../verify/trust/roots.ts";
import { verifyToken } from "../verify/run/timestamps.ts";

const AUDIENCE = "sigstore";

/** The way of signing that was chosen, ready to be used; null where evidence stays unsigned. */
export type SignerFactory = ((signal: AbortSignal, reason?: Reason | null) => StatementSigner) | null;

/**
 * Makes ready to sign in the way that was chosen, and in no other. Throws where that cannot work here, before
 * anything is collected; a service that is only away may be back by the time there is something to sign.
 */
export async function signerFor(
  signing: Signing,
  around: {
    readonly environment: Readonly<Record<string, string | undefined>>;
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

  const { environment, conceal, log } = around;
  const { allowPublicLog } = signing;
  const fitting = (token: IdentityToken): SigstoreInstance =>
    sigstoreInstanceFor(token, { allowPublicLog, environment });
  const chosen = await instanceNow(fitting, around);
  if (chosen !== null) announce(chosen, log);
  return (signal, reason = null) =>
    keylessStatementSigner({
      token: async () => requestIdentityToken(environment, { audience: AUDIENCE, signal, conceal }),
      instanceOf: (token) => unchanged(fitting(token), chosen),
      timestamps: (url) => timestampWitness({ url, check: checkTimestamp, signal }),
      reason,
      signal,
    });
}

/** Null where GitHub's OIDC service is away. */
async function instanceNow(
  fitting: (token: IdentityToken) => SigstoreInstance,
  {
    environment,
    signal,
    conceal,
    log,
  }: {
    readonly environment: Readonly<Record<string, string | undefined>>;
    readonly signal: AbortSignal;
    readonly conceal: (secret: string) => void;
    readonly log: Log;
  },
): Promise<SigstoreInstance | null> {
  if (!canRequestIdentityToken(environment))
    throw new Error("keyless was chosen in a job that has no identity");
  try {
    return fitting(await requestIdentityToken(environment, { audience: AUDIENCE, signal, conceal }));
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "not-signed") throw error;
    log.warning(`${error.message}; it is asked again when there is something to sign`);
    return null;
  }
}

function announce({ kind, fulcio, isLocal }: SigstoreInstance, log: Log): void {
  log.info(
    kind === "public-good"
      ? "signing keyless in the public Sigstore: names of the repository and workflow, and when it runs, become public"
      : `signing keyless by ${new URL(fulcio).host}; nothing of it becomes public`,
  );
  if (isLocal)
    log.warning("signing with a Sigstore on this machine (SIGSTORE_…_URL), which nobody else trusts");
}

/** What becomes public was decided before collecting. */
function unchanged(instance: SigstoreInstance, chosen: SigstoreInstance | null): SigstoreInstance {
  if (chosen === null || chosen.kind === instance.kind) return instance;
  throw new Failure("not-signed", "whether this repository is public changed while evidence was collected", {
    hint: "run again",
  });
}

/** As `verify` does it; an authority that the shipped root does not name must at least bear out its own token. */
const checkTimestamp: CheckTimestamp = async (token, { signature }) => {
  const verdict = await verifyToken(token, { signature, roots: await loadPublicGoodRoots() });
  if (verdict.kind === "proven") return { ok: true, time: verdict.time, authority: verdict.authority };
  if (verdict.kind === "wrong") return { ok: false, trouble: verdict.trouble };
  const unborne = await embeddedCertificateProblem(token, signature);
  if (unborne !== null) return { ok: false, trouble: `the timestamp ${unborne}` };
  const { RFC3161Timestamp } = await import("@sigstore/core");
  return { ok: true, time: RFC3161Timestamp.parse(Buffer.from(token)).signingTime, authority: null };
};
