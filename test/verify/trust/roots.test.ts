import { assert, asyncProperty, integer, json, nat } from "fast-check";
import { expect, test } from "vitest";

import { awaitFailure } from "../../../src/failure.ts";
import { loadPublicGoodRoots, readTrustedRoots } from "../../../src/verify/trust/roots.ts";
import { sigstoreWorld } from "../../support/sigstore-world.ts";

const WORLD = await sigstoreWorld({ isPublic: true });
const read = async (text: string) => readTrustedRoots(Buffer.from(text), "roots.json");
/** The roots in the bytes, or a foreseen failure. */
const judged = async (bytes: Buffer) => awaitFailure(async () => readTrustedRoots(bytes, "roots.json"));

test("the snapshot that ships names Sigstore's own authorities", async () => {
  const [root] = await loadPublicGoodRoots();

  expect(root?.certificateAuthorities.map(({ name }) => name)).toContain("https://fulcio.sigstore.dev");
  expect(root?.timestampAuthorities.map(({ name }) => name)).toEqual([
    "https://timestamp.sigstore.dev/api/v1/timestamp",
  ]);
  expect(root?.certificateAuthorities.map(({ organisation }) => organisation)).toEqual([
    "sigstore.dev",
    "sigstore.dev",
  ]);
});

test("a file holds one root, as it is printed for people, or several, one a line", async () => {
  const pretty = JSON.stringify(JSON.parse(WORLD.trustedRoot), null, 2);

  expect(await read(pretty)).toHaveLength(1);
  expect(await read(WORLD.trustedRoot)).toHaveLength(1);
  expect(await read(`${WORLD.trustedRoot}\n${WORLD.trustedRoot}\n`)).toHaveLength(2);
  expect(await read(`${WORLD.trustedRoot}\n${WORLD.trustedRoot}`)).toHaveLength(2);
});

const altered = (alter: (root: Record<string, unknown[]>) => unknown): string => {
  const root = JSON.parse(WORLD.trustedRoot);
  alter(root);
  return JSON.stringify(root);
};

test.each<readonly [string, string | Buffer, sentence: string]>([
  ["nothing", "", "is not JSON"],
  ["a list", "[]", "is not a Sigstore trusted root"],
  [
    "a bundle",
    '{"mediaType":"application/vnd.dev.sigstore.bundle.v0.3+json"}',
    "is not a Sigstore trusted root",
  ],
  [
    "no authority",
    altered((root) => Object.assign(root, { certificateAuthorities: [], timestampAuthorities: [] })),
    "names no authority",
  ],
  ["a member twice", WORLD.trustedRoot.replace("{", '{"tlogs":[],'), "names a member twice"],
  [
    "an authority without a certificate",
    altered((root) => root["certificateAuthorities"]?.push({})),
    "names an authority without a certificate",
  ],
  [
    "a certificate that is none",
    altered((root) =>
      root["certificateAuthorities"]?.push({ certChain: { certificates: [{ rawBytes: "AAAA" }] } }),
    ),
    "is a damaged Sigstore trusted root",
  ],
  [
    "a log key that is none",
    altered((root) => root["tlogs"]?.push({ publicKey: { rawBytes: "AAAA" }, logId: { keyId: "AAAA" } })),
    "is a damaged Sigstore trusted root",
  ],
  [
    "a hundred authorities",
    altered((root) => (root["tlogs"] = Array.from({ length: 100 }, () => root["tlogs"]?.[0]))),
    "names more than 32 authorities",
  ],
  ["a line that is none", `${WORLD.trustedRoot}\n{`, "has a line 2 that is not JSON"],
  ["invalid UTF-8", Buffer.from([0x7b, 0xff, 0x7d]), "is not text in UTF-8"],
  ["a megabyte and more", " ".repeat(1_000_001), "is too large"],
  ["a depth without end", "[".repeat(900_000), "nested more than 64 levels"],
])("a trusted root that is %s is refused with a sentence", async (_, text, sentence) => {
  expect(await judged(Buffer.from(text))).toMatchObject({
    code: "input",
    message: expect.stringContaining(sentence),
    hint: expect.stringContaining("gh attestation trusted-root"),
  });
});

test("whatever a file holds, it is roots or a sentence", async () => {
  await assert(
    asyncProperty(json(), async (text) => {
      await expect(judged(Buffer.from(text))).resolves.toBeDefined();
    }),
  );
  const genuine = Buffer.from(WORLD.trustedRoot);
  await assert(
    asyncProperty(nat({ max: genuine.length - 1 }), integer({ min: 1, max: 255 }), async (at, by) => {
      const bytes = Buffer.from(genuine);
      bytes[at] = (bytes[at] ?? 0) ^ by;
      await expect(judged(bytes)).resolves.toBeDefined();
    }),
    { numRuns: 500 },
  );
});
