/** What somebody puts in place of `evidence.sigstore.json`. */
export const HOSTILE_BUNDLES: readonly (readonly [what: string, bytes: string | Buffer])[] = [
  ["nothing", ""],
  ["null", "null"],
  ["a number", "1e999"],
  ["a list", "[]"],
  ["an empty object", "{}"],
  ["__proto__", '{"__proto__":{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}}'],
  ["a million brackets", "[".repeat(1_000_000)],
  ["a million objects", '{"dsseEnvelope":'.repeat(1_000_000)],
  ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0x7d])],
  ["more than five megabytes", " ".repeat(5_000_001)],
  ["wrong types", '{"mediaType":1,"verificationMaterial":[],"dsseEnvelope":{"signatures":{"length":1}}}'],
  [
    "a message signature",
    JSON.stringify({
      mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
      verificationMaterial: { publicKey: { hint: "" } },
      messageSignature: { messageDigest: { algorithm: "SHA2_256", digest: "AAAA" }, signature: "AAAA" },
    }),
  ],
];

/** What a file of JSON may hold. */
export type Json = null | boolean | number | string | Json[] | { [member: string]: Json };

/** The places in a value, each as the way to it. */
export function placesIn(
  value: Json,
  way: readonly (string | number)[] = [],
): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [way];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [way, ...inside.flatMap(([name, each]) => placesIn(each, [...way, name]))].filter(
    ({ length }) => length > 0,
  );
}

/** The value with what is at the end of the way replaced, or taken out where that is undefined. */
export function replacedAt(
  value: Json,
  [name, ...rest]: readonly (string | number)[],
  by: Json | undefined,
): Json {
  if (name === undefined) return by ?? null;
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value ?? {});
  const changed = entries.flatMap(([each, inside]) => {
    if (String(each) !== String(name)) return [[each, inside] as const];
    if (rest.length === 0) return by === undefined ? [] : [[each, by] as const];
    return [[each, replacedAt(inside, rest, by)] as const];
  });
  return Array.isArray(value) ? changed.map(([, inside]) => inside) : Object.fromEntries(changed);
}

/** What somebody writes in place of a member of a bundle. */
export const HOSTILE_MEMBERS: readonly (Json | undefined)[] = [
  undefined,
  null,
  true,
  -1,
  1e308,
  "",
  "AAAA",
  "A".repeat(100_000),
  "\u0000",
  [],
  [[]],
  {},
  { __proto__: null },
  Array.from({ length: 1000 }, () => ({})),
];
