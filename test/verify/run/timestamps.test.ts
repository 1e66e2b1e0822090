import { assert, asyncProperty, integer, nat, uint8Array } from "fast-check";
import { expect, test } from "vitest";

import { loadPublicGoodRoots, readTrustedRoots } from "../../../src/verify/trust/roots.ts";
import { verifyToken } from "../../../src/verify/run/timestamps.ts";
import { rootsOf, sigstoreWorld } from "../../support/sigstore-world.ts";

const SIGNATURE = Buffer.from("a signature");

test("a token of an authority that the root names proves the time", async () => {
  const world = await sigstoreWorld();

  const verdict = await verifyToken(await world.stamp(SIGNATURE), {
    signature: SIGNATURE,
    roots: await rootsOf(world),
  });

  expect(verdict).toEqual({ kind: "proven", time: world.now, authority: "https://tsa.sigstore.mock" });
});

test("a token of an authority that no root names proves nothing and is no reproach", async () => {
  const world = await sigstoreWorld();

  const verdict = await verifyToken(await world.stamp(SIGNATURE), {
    signature: SIGNATURE,
    roots: await loadPublicGoodRoots(),
  });

  expect(verdict).toEqual({
    kind: "unknown",
    trouble: "the timestamp is of an authority that no given root names",
  });
});

test("a token over another signature is wrong, whoever gave it", async () => {
  const [world, stranger] = [await sigstoreWorld(), await sigstoreWorld()];
  const roots = await rootsOf(world);

  for (const each of [world, stranger]) {
    const verdict = await verifyToken(await each.stamp(Buffer.from("another")), {
      signature: SIGNATURE,
      roots,
    });
    expect(verdict).toEqual({ kind: "wrong", trouble: "the timestamp is over another signature" });
  }
});

test("a token that somebody else signed in the name of a known authority is wrong", async () => {
  // Issuer and serial number of the two worlds are the same; their keys are not.
  const [world, forger] = [await sigstoreWorld(), await sigstoreWorld()];
  const own = await rootsOf(world);

  const verdict = await verifyToken(await forger.stamp(SIGNATURE), { signature: SIGNATURE, roots: own });

  expect(verdict).toEqual({
    kind: "wrong",
    trouble: "the timestamp names https://tsa.sigstore.mock, but its signature or certificate is wrong",
  });
});

test("a token from outside the window of its authority proves nothing", async () => {
  const world = await sigstoreWorld();
  const root = JSON.parse(world.trustedRoot);
  root.timestampAuthorities[0].validFor.end = world.now.toISOString();
  const roots = await readTrustedRoots(Buffer.from(JSON.stringify(root)), "trusted_root.json");
  const later = new Date(world.now.getTime() + 5000);

  const verdict = await verifyToken(await world.stamp(SIGNATURE, later), { signature: SIGNATURE, roots });

  expect(verdict).toMatchObject({ kind: "unknown" });
});

test("a token from outside the validity of its authority's certificate says so", async () => {
  const world = await sigstoreWorld();
  const longAgo = new Date("2001-01-01T00:00:00Z");
  const root = JSON.parse(world.trustedRoot);
  root.timestampAuthorities[0].validFor.start = longAgo.toISOString();

  const verdict = await verifyToken(await world.stamp(SIGNATURE, longAgo), {
    signature: SIGNATURE,
    roots: await readTrustedRoots(Buffer.from(JSON.stringify(root)), "trusted_root.json"),
  });

  expect(verdict).toEqual({
    kind: "wrong",
    trouble:
      "the timestamp is of https://tsa.sigstore.mock, whose certificate was not valid at 2001-01-01T00:00:00.000Z",
  });
});

test("no altered byte of a token proves a time other than the one that was stamped", async () => {
  const world = await sigstoreWorld();
  const roots = await rootsOf(world);
  const token = await world.stamp(SIGNATURE);

  await assert(
    asyncProperty(nat({ max: token.length - 1 }), integer({ min: 1, max: 255 }), async (at, by) => {
      const altered = Buffer.from(token);
      altered[at] = (altered[at] ?? 0) ^ by;
      const verdict = await verifyToken(altered, { signature: SIGNATURE, roots });
      // What is not signed may differ; the time may not.
      expect(verdict.kind === "proven" ? verdict.time : world.now).toEqual(world.now);
    }),
    { numRuns: 300 },
  );
});

test("bytes that are no token are refused in bounded time", async () => {
  const roots = await loadPublicGoodRoots();
  const refusal = { kind: "wrong" };

  await assert(
    asyncProperty(uint8Array({ maxLength: 2000 }), async (bytes) => {
      expect(await verifyToken(bytes, { signature: SIGNATURE, roots })).toMatchObject(refusal);
    }),
  );
  for (const hostile of [Buffer.alloc(32_768, 0x30), Buffer.alloc(32_768, 0x24), Buffer.alloc(10_000_000)]) {
    expect(await verifyToken(hostile, { signature: SIGNATURE, roots })).toMatchObject(refusal);
  }
});
