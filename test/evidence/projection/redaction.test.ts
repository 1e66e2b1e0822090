import * as fc from "fast-check";
import { expect, test } from "vitest";

import { createPseudonyms } from "../../../src/evidence/projection/pseudonym.ts";
import { redactText } from "../../../src/evidence/projection/redaction.ts";

const unicode = fc.string({ unit: "grapheme" });
/** Text in which nothing can be taken for an address. */
const harmless = fc
  .string({ unit: "grapheme" })
  .filter((text) => !/[@:]|\d\.\d|http|hooks|discord|events/i.test(text));

const word = fc.string({
  unit: fc.constantFrom("a", "Z", "0", "_", "%", "+", "-", "é", "o\u0301", "漢"),
  minLength: 1,
  maxLength: 20,
});
const label = fc.string({ unit: fc.constantFrom("a", "z", "0", "é", "漢"), minLength: 1, maxLength: 20 });
const email = fc
  .tuple(word, fc.array(label, { minLength: 2, maxLength: 4 }))
  .map(([local, labels]) => `${local}@${labels.join(".")}`);
const octet = fc.integer({ min: 0, max: 255 });
const ipv4 = fc.tuple(octet, octet, octet, octet).map((octets) => octets.join("."));
const webhook = fc.tuple(
  fc.constantFrom(
    "https://hooks.slack.com/services/",
    "hooks.slack.com/services/",
    "HTTPS://HOOKS.SLACK.COM/",
    "https://discord.com/api/webhooks/",
    "https://northwind.webhook.office.com/webhookb2/",
    "https://events.pagerduty.com/integration/",
  ),
  fc.string({ unit: fc.constantFrom("a", "b", "X", "Z", "0", "9"), minLength: 12, maxLength: 12 }),
);

test("no e-mail address survives, whatever stands around it", () => {
  fc.assert(
    fc.property(unicode, email, unicode, (before, address, after) => {
      const { text, hits } = redactText(`${before}${address} ${after}`);

      expect(text).not.toContain(address);
      expect(hits).toBeGreaterThan(0);
    }),
    { numRuns: 500 },
  );
});

test("no IPv4 address survives, not even within a word", () => {
  fc.assert(
    fc.property(unicode, ipv4, unicode, (before, address, after) => {
      const head = before.replace(/\d$/, "");
      const tail = after.replace(/^\d/, "");

      const { text } = redactText(`${head}${address}${tail}`);

      expect(text).not.toContain(address);
    }),
    { numRuns: 500 },
  );
});

test("no webhook survives, nor the secret in its path", () => {
  fc.assert(
    fc.property(harmless, webhook, unicode, (before, [url, secret], after) => {
      const { text } = redactText(`${before} ${url}${secret} ${after}`);

      expect(text).not.toContain(url);
      expect(text).not.toContain(secret);
    }),
    { numRuns: 500 },
  );
});

test("text without addresses is not changed", () => {
  fc.assert(
    fc.property(harmless, (text) => {
      expect(redactText(text)).toEqual({ text, hits: 0 });
    }),
    { numRuns: 500 },
  );
});

test.each([
  ["ip_10.0.0.1 is down", "ip_[redacted: ip] is down"],
  ["host10.0.0.1", "host10.0.0.1".replace("10.0.0.1", "[redacted: ip]")],
  ["010.001.000.001", "[redacted: ip]"],
  ["2001:db8::1 and fe80:0:0:0:0:0:0:1", "[redacted: ip] and [redacted: ip]"],
  ["o'brien!@example.com", "[redacted: email]"],
  ["jose\u0301@example.com", "[redacted: email]"],
  ["release 1.2.3 at 12:34:56", "release 1.2.3 at 12:34:56"],
  ["@slack-ops about std::vector", "@slack-ops about std::vector"],
])("redacts %j as %j", (text, expected) => {
  expect(redactText(text).text).toBe(expected);
});

test("redaction of a hostile text ends", () => {
  // Backtracking over these would take longer than any test may.
  for (const part of ["a@", "a.", "1.", "a:", "webhook", "https://"])
    expect(redactText(part.repeat(20_000)).text).not.toBe("");
});

test("the same value has the same pseudonym, and another one under another label or key", () => {
  const [one, same, other] = ["first key material", "first key material", "other key material"].map(
    createPseudonyms,
  );

  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (a, b) => {
      expect(one?.of("resource", a)).toBe(same?.of("resource", a));
      expect(one?.of("resource", a)).toMatch(/^hmac-sha256:[0-9a-f]{64}$/);
      expect(one?.of("resource", a)).not.toBe(one?.of("finding", a));
      expect(one?.of("resource", a)).not.toBe(other?.of("resource", a));
      const areEqual = a.toWellFormed() === b.toWellFormed();
      expect(one?.of("resource", a) === one?.of("resource", b)).toBe(areEqual);
    }),
  );
  expect(one?.keyId).toBe(same?.keyId);
  expect(one?.keyId).not.toBe(other?.keyId);
  expect(one?.keyId).toMatch(/^[0-9a-f]{16}$/);
});
