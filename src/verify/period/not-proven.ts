import type { RunSummary } from "../stream/run-summary.ts";

/**
 * What the files alone cannot show, in words. It stands on every page: who
 * reads only that all is well shall read this too.
 */
export function notProven(runs: readonly RunSummary[], witnessed: number | null): readonly string[] {
  const untimed = runs.filter(({ signedAt }) => signedAt === null).length;
  const notChained = runs.filter(({ sequence }) => sequence === null).length;
  const of = (count: number, none: string, some: string): string =>
    count === runs.length ? none : `${count} of ${runs.length} runs ${some}`;
  const sealed = runs.filter(({ isSealed }) => isSealed).length;
  return [
    ...(sealed === 0
      ? []
      : [
          `of ${sealed} of ${runs.length} runs only what was signed is here: their evidence is not in the sample and was not checked`,
        ]),
    ...withoutCopies(runs.length, witnessed),
    ...(untimed === 0
      ? []
      : [
          `${of(untimed, "no run carries a", "carry no")} trusted timestamp: the holder of the key could have dated them back`,
        ]),
    ...(notChained === 0
      ? []
      : [`${of(notChained, "no run is", "are not")} chained: a deleted run would not be noticed`]),
  ];
}

function withoutCopies(runs: number, witnessed: number | null): readonly string[] {
  if (witnessed === null) {
    return [
      "no independent copy was compared (--witness): a history that the holder of the key wrote anew, or whose end was cut off, would look the same",
    ];
  }
  if (witnessed >= runs) return [];
  return [
    `${runs - witnessed} of ${runs} runs have no independent copy: written anew by the holder of the key they would look the same`,
  ];
}
