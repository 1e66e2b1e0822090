import type { ChainStatement, Tail } from "../bundle/statement.ts";
import type { Attestation } from "../sign/signing.ts";
import { withoutComparison, type ChainHead } from "./chain-head.ts";
import type { SignedRun } from "./signed-run.ts";
import { isOfSameWorkflow } from "./signer-check.ts";

/** What was signed for the end of a chain. */
export interface SignedAfterChain<Kind extends ChainStatement> {
  readonly signed: Attestation<Kind>;
  /** The chain as it was used. */
  readonly chain: ChainHead;
  /** The run that only claimed to be ours, so that nothing of it was compared; null where there was none. */
  readonly stranger: SignedRun | null;
}

/**
 * Signs for the end of the chain. Where somebody else made that end, or the evidence before it, the second signature is
 * without a comparison: only our own certificate shows who certifies us. Throws what signing throws.
 */
export async function signAfterChain<Kind extends ChainStatement>(
  chain: ChainHead,
  {
    sign,
    isStranger = () => false,
  }: {
    readonly sign: (tail: Tail) => Promise<Attestation<Kind>>;
    /** Whether the run is known to be of somebody else, so that nobody is asked twice. */
    readonly isStranger?: (run: SignedRun) => boolean;
  },
): Promise<SignedAfterChain<Kind>> {
  // A comparison trusts these runs although they only claim to be ours: the end, and the run whose evidence is compared.
  const trusted = chain.tail.evidence === null ? [] : [chain.end, chain.compared];
  const claimed = trusted.filter((run) => run !== null).filter(({ signer }) => signer === "claimed");
  let stranger = claimed.find(isStranger) ?? null;
  if (stranger === null) {
    const signed = await sign(chain.tail);
    stranger = claimed.find(({ read }) => !isOfSameWorkflow(read, signed)) ?? null;
    if (stranger === null) return { signed, chain, stranger };
  }
  const safe = withoutComparison(chain, stranger);
  return { signed: await sign(safe.tail), chain: safe, stranger };
}
