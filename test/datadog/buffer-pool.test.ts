import { array, assert, boolean, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";

import { BufferPool } from "../../src/datadog/buffer-pool.ts";

test("what is lent is large enough, and nobody else's until it comes back", () => {
  const steps = array(tuple(integer({ min: 0, max: 300_000 }), boolean()), { maxLength: 100 });
  assert(
    property(steps, (all) => {
      const bodies = new BufferPool();
      const lent: Buffer[] = [];
      for (const [size, isBack] of all) {
        const body = bodies.lend(size);
        expect(body.length).toBeGreaterThanOrEqual(size);
        expect(lent.map(({ buffer }) => buffer)).not.toContain(body.buffer);
        lent.push(body);
        // An answer is only a part of what it was read into.
        const oldest = isBack ? lent.shift() : undefined;
        if (oldest !== undefined) bodies.takeBack(oldest.subarray(0, 1));
      }
    }),
  );
});

test("memory is lent again, the smallest that is large enough", () => {
  const bodies = new BufferPool();
  const [large, small] = [bodies.lend(500_000), bodies.lend(100_000)];
  bodies.takeBack(large);
  bodies.takeBack(small);

  expect(bodies.lend(90_000).buffer).toBe(small.buffer);
  expect(bodies.lend(90_000).buffer).toBe(large.buffer);
});

test("what many small answers share is never lent to a large one", () => {
  const bodies = new BufferPool();
  bodies.takeBack(Buffer.from("an answer in memory that it shares"));

  expect(bodies.lend(10).buffer.byteLength).toBeGreaterThanOrEqual(65_536);
});
