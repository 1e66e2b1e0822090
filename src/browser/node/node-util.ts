/**
 * Whether two values are of one kind and hold the same, as `node:util` has it. The
 * library of Sigstore asks it of timestamps: bytes, texts, and objects of them.
 */
export function isDeepStrictEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (!isObject(one) || !isObject(other)) return false;
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false;
  if (one instanceof Date && other instanceof Date) return one.getTime() === other.getTime();
  const [ours, theirs] = [Object.entries(one), new Map(Object.entries(other))];
  return (
    ours.length === theirs.size &&
    ours.every(([name, value]) => theirs.has(name) && isDeepStrictEqual(value, theirs.get(name)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

export default { isDeepStrictEqual };
