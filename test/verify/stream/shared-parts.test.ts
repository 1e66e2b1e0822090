import { expect, test } from "vitest";

import { sharedParts } from "../../../src/verify/stream/shared-parts.ts";
import { signal } from "../../support/evidence.ts";

test("equal parts become one, and nothing says anything else than before", () => {
  const share = sharedParts();
  const [one, other, third] = [
    signal({ id: "a" }),
    signal({ id: "b" }),
    signal({ id: "c", tags: ["env:test"] }),
  ];
  const before = structuredClone([one, other, third]);

  const shared = [one, other, third].map((record) => share(record));

  expect(shared).toEqual(before);
  expect(other?.rule).toBe(one?.rule);
  expect(other?.tags).toBe(one?.tags);
  expect(third?.tags).not.toBe(one?.tags);
});
