/** Equal values that follow one another: where the first of them is, and how many they are. */
export interface Stretch<Value> {
  readonly value: Value;
  readonly at: number;
  readonly length: number;
}

/** The values as stretches, in their order. */
export function stretchesOf<Value>(values: readonly Value[]): readonly Stretch<Value>[] {
  const stretches: { value: Value; at: number; length: number }[] = [];
  for (const [at, value] of values.entries()) {
    const last = stretches.at(-1);
    if (last !== undefined && last.value === value) last.length += 1;
    else stretches.push({ value, at, length: 1 });
  }
  return stretches;
}
