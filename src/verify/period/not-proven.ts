import type { RunSummary } from "../stream/run-summary.ts";

/**
 * What the files alone cannot show, in words. It is on every page, so that a
 * good verdict is never read without it.
 */
export function notProvenSentences(
  runs: readonly RunSummary[],
  identicalCopies: number | null,
): readonly string[] {
  const total = runs.length;
  const count = (isMeant: (run: RunSummary) => boolean): number => runs.filter(isMeant).length;
  const withoutTime = count(({ signedAt }) => signedAt === null);
  const notChained = count(({ sequence }) => sequence === null);
  const withoutEvidence = count(({ isStatementOnly }) => isStatementOnly);
  const sentences: string[] = [];
  if (withoutEvidence > 0) {
    sentences.push(
      `for ${withoutEvidence} of ${total} runs only the signed statement is here: their evidence is not in the sample and was not checked`,
    );
  }
  if (identicalCopies === null) {
    sentences.push(
      "no independent copy was compared (--witness), so rewritten or truncated history by the key holder would not be detected",
    );
  } else if (identicalCopies < total) {
    sentences.push(
      `${total - identicalCopies} of ${total} runs have no independent copy: the holder of the key could have rewritten them`,
    );
  }
  if (withoutTime > 0) {
    const which = withoutTime === total ? "no run has a" : `${withoutTime} of ${total} runs have no`;
    sentences.push(`${which} trusted timestamp: the holder of the key could have backdated them`);
  }
  if (notChained > 0) {
    const which = notChained === total ? "no run is" : `${notChained} of ${total} runs are not`;
    sentences.push(`${which} chained: a deleted run would not be noticed`);
  }
  return sentences;
}
