import { fulcioSigner } from "./fulcio.ts";
import type { IdentityToken } from "./identity-token.ts";
import type { SigstoreInstance } from "./sigstore-instance.ts";
import { rekorWitness } from "./rekor.ts";
import { statementSigner, type StatementSigner, type Witness } from "../signing.ts";
import type { Reason } from "../../bundle/statement.ts";

/**
 * Signs in the name of the workflow. It requests a new token for each signature, because a token from before collecting
 * would have expired. All witnesses of the instance testify, or it throws.
 */
export function keylessStatementSigner({
  token,
  chooseInstance,
  timestamps,
  reason,
  signal,
}: {
  token: () => Promise<IdentityToken>;
  chooseInstance: (token: IdentityToken) => SigstoreInstance;
  timestamps: (url: string) => Witness;
  reason: Reason | null;
  signal: AbortSignal;
}): StatementSigner {
  return async (toStatement) => {
    const identity = await token();
    const { fulcio, timestamp, rekor } = chooseInstance(identity);
    const witnesses = [
      timestamps(timestamp),
      ...(rekor === null ? [] : [rekorWitness({ url: rekor, signal })]),
    ];
    return statementSigner(fulcioSigner({ url: fulcio, token: identity, signal }), { witnesses, reason })(
      toStatement,
    );
  };
}
