import { assert, date, option, property, record } from "fast-check";
import { expect, test } from "vitest";

import { readVerifyingKey } from "../../../src/bundle/public-key.ts";
import { keyValidityProblem } from "../../../src/verify/trust/key-validity.ts";
import type { KeyWindow } from "../../../src/verify/trust/trust.ts";
import { SIGNER } from "../../support/tampering.ts";

const KEY = readVerifyingKey(SIGNER.publicPem);
const day = (number: number): Date => new Date(Date.UTC(2026, 0, number));
const NONE: KeyWindow = { notBefore: null, notAfter: null, revokedAt: null };

test.each<readonly [string, Partial<KeyWindow>, proven: Date | null, claimed: Date, now: Date, boolean]>([
  ["a key without limits", {}, null, day(5), day(9), true],
  ["within its window, by its word", { notBefore: day(1), notAfter: day(9) }, null, day(5), day(6), true],
  ["within its window, proven", { notBefore: day(1), notAfter: day(9) }, day(5), day(5), day(20), true],
  ["within its window by its word, once that is over", { notAfter: day(9) }, null, day(5), day(20), false],
  ["before its window", { notBefore: day(6) }, null, day(5), day(7), false],
  ["proven before its window, whatever it claims", { notBefore: day(6) }, day(5), day(7), day(8), false],
  ["proven after its window, whatever it claims", { notAfter: day(6) }, day(7), day(5), day(8), false],
  ["proven before it was revoked", { revokedAt: day(6) }, day(5), day(5), day(20), true],
  ["proven at the moment of its revocation", { revokedAt: day(6) }, day(6), day(5), day(20), false],
  ["before it was revoked, by its word", { revokedAt: day(6) }, null, day(5), day(20), false],
  ["before it will be revoked, by its word", { revokedAt: day(6) }, null, day(4), day(5), true],
])("%s: %j", (_, window, proven, claimed, now, isFine) => {
  const trouble = keyValidityProblem({ ...KEY, window: { ...NONE, ...window } }, { proven, claimed }, now);

  expect(trouble === null).toBe(isFine);
  expect(trouble ?? KEY.fingerprint).toContain(KEY.fingerprint);
});

test("no claim of its holder ever makes a key stand that has ended", () => {
  const moment = date({ noInvalidDate: true });
  const windows = record({
    notBefore: option(moment, { nil: null }),
    notAfter: option(moment, { nil: null }),
    revokedAt: option(moment, { nil: null }),
  });

  assert(
    property(windows, moment, moment, (window, claimed, now) => {
      const isOver =
        (window.notAfter !== null && window.notAfter < now) ||
        (window.revokedAt !== null && window.revokedAt <= now);
      const trouble = keyValidityProblem({ ...KEY, window }, { proven: null, claimed }, now);
      expect(isOver && trouble === null).toBe(false);
    }),
  );
});
