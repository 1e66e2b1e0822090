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

test.each([
  "2001:db8::1",
  "2001:DB8::1",
  "2001:0db8:0000:0000:0000:0000:0000:0001",
  "::1",
  "fe80::",
  "2001:db8::",
  "::ffff:10.0.0.1",
  "::ffff:a00:1",
  "64:ff9b::192.0.2.33",
  "1:2:3:4:5:6:192.0.2.33",
  "fe80::1%eth0",
  "fe80::1%25en0",
  "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa",
  "2001-db8--1.ipv6-literal.net",
  "ip-10-0-0-1",
  "10.0.0.1",
  "１０.0.0.1",
  "10。0。0。1",
  "10.0.\u200b0.1",
])("the address %s is redacted whatever stands around it", (address) => {
  for (const [before, after] of [
    ["", ""],
    ["[", "]:8080"],
    ["https://[", "]/x"],
    ["ip=", "/64"],
    ["from ", ": refused"],
    ["(", ")"],
    ["ip_", ""],
    ["„", "“"],
    ["x: ", ", y"],
  ] as const) {
    const { text } = redactText(`${before}${address}${after}`);

    expect(text).toBe(`${before}[redacted: ip]${after}`);
  }
});

test.each(["host2001:db8::1", "at2001:db8::1x", "2001:db8::1:"])(
  "the address in %s is redacted within a word, too",
  (text) => {
    expect(redactText(text).text).not.toMatch(/2001|db8/);
  },
);

test.each([
  "std::deque and Foo::bar",
  "arn:aws:iam::123456789012:role/x",
  "arn:aws:s3:::bucket",
  "12:34:56",
  "00:1a:2b:3c:4d:5e",
  "service:web env:prod",
  "sha256:0123456789abcdef",
])("%s holds no address", (text) => {
  expect(redactText(text)).toEqual({ text, hits: 0 });
});

test.each([
  "https://hooks.slack.com/services/T0/B0/x",
  "https://hooks.slack-gov.com/services/T0/B0/x",
  "hooks.slack.com/workflows/T0/A0/1/x",
  "https%3A%2F%2Fhooks.slack.com%2Fservices%2FT0%2FB0%2Fx",
  "https://discord.com/api/webhooks/1/x",
  "https://discord.com/api/v10/webhooks/1/x",
  "https://canary.discordapp.com/api/webhooks/1/x",
  "https://northwind.webhook.office.com/webhookb2/1@2/IncomingWebhook/3/4",
  "https://outlook.office365.com/webhook/1@2/IncomingWebhook/3/4",
  "https://prod-12.westeurope.logic.azure.com:443/workflows/1/triggers/manual/paths/invoke?sig=x",
  "https://default1.2.environment.api.powerplatform.com/powerautomate/automations/direct/x",
  "https://events.eu.pagerduty.com/integration/x/enqueue",
  "https://chat.googleapis.com/v1/spaces/x/messages?key=y&token=z",
  "https://alert.victorops.com/integrations/generic/1/alert/x/y",
  "https://api.telegram.org/bot1:x/sendMessage",
  "https://hooks.zapier.com/hooks/catch/1/x",
  "https://maker.ifttt.com/trigger/x/with/key/y",
  "https://hook.eu2.make.com/x",
  "https://mattermost.northwind.example/hooks/x",
  "HTTPS://NORTHWIND.EXAMPLE/WEBHOOK?token=x",
])("the webhook %s is redacted", (address) => {
  const { text } = redactText(`Post to ${address} now`);

  expect(text).toMatch(/^Post to (?:https?%3A%2F%2F)?(?:[\w.-]+\.)?\[redacted: webhook\] now$/);
});

test.each([
  "ines@northwind.example",
  '"Ines O. Vega"@northwind.example',
  "ines%40northwind.example",
  "ines%2540northwind.example",
  "ines&#64;northwind.example",
  "ines&#x40;northwind&#46;example",
  "ines&commat;northwind.example",
  String.raw`ines\u0040northwind.example`,
  "ines=40northwind.example",
  "ines@\u200bnorthwind.example",
  "in\u00ades@north\u2060wind.example",
  "ines\uff20northwind.example",
  "ines [at] northwind.example",
  "ines(at)northwind(dot)example",
  "ines@[10.0.0.1]",
  "ines+tag@mail.northwind.example",
  "инес@северный.рф",
])("the e-mail address %s is redacted", (address) => {
  expect(redactText(`tell ${address} now`)).toEqual({ text: "tell [redacted: email] now", hits: 1 });
});

test.each([
  [
    "a private key",
    "-----BEGIN EC PRIVATE KEY-----\nMHcC\n-----END EC PRIVATE KEY-----",
    "[redacted: private key]",
  ],
  ["a private key without its end", "-----BEGIN PRIVATE KEY-----\nMHcC", "[redacted: private key]"],
  ["a Datadog key", `ddapp_${"a1".repeat(17)}`, "[redacted: token]"],
  ["a GitHub token", `ghp_${"a".repeat(36)}`, "[redacted: token]"],
  ["a GitHub token with invisible characters", `g\u200bhp_${"a\u200b".repeat(36)}`, "[redacted: token]"],
  ["a GitLab token", `glpat-${"a".repeat(20)}`, "[redacted: token]"],
  ["an AWS key", `AKIA${"ABCD".repeat(4)}`, "[redacted: token]"],
  ["a Slack token", `xoxb-${"1".repeat(12)}`, "[redacted: token]"],
  ["a Google key", `AIza${"a".repeat(35)}`, "[redacted: token]"],
  ["a JSON Web Token", `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(20)}`, "[redacted: token]"],
])("%s is redacted", (_, token, redacted) => {
  expect(redactText(`use ${token}`).text).toBe(`use ${redacted}`);
});

test("what a text holds is found whether or not something beside it asks for a closer look", () => {
  const parts =
    "0 a f : :: . - % ip ip6.arpa .ipv6-literal.net ec2-10-0-0-1 10.0.0.1 discord.com/api/ webhooks " +
    "chat.googleapis.com/v1/ spaces environment.api.gov .powerplatform logic.azure .us .cn " +
    "hook.eu1.make.com api.telegram.org /bot https:// /hooks/ = eyJ aaaaaaaaaaaa AKIA " +
    "ABCDABCDABCDABCD ghp_ &#64; [at] -----BEGIN PRIVATE KEY";
  const part = fc.constantFrom(" ", ...parts.split(" "));
  fc.assert(
    fc.property(fc.array(part, { maxLength: 9 }), (chosen) => {
      const text = chosen.join("");
      // A sign with nothing before it is no address, but makes every kind be looked for.
      expect(redactText(text).hits).toBe(redactText(`${text}\n@ `).hits);
    }),
    { numRuns: 3000 },
  );
});

test("redaction of a hostile text ends", () => {
  // Backtracking over these would take longer than any test may.
  for (const part of [
    "a@",
    "a.",
    "1.",
    "a:",
    "webhook",
    "https://",
    "-eyJ",
    "%40",
    "=40",
    '"@',
    "[at]",
    "::",
    "0:",
    "hooks.slack.com",
    "-----BEGIN PRIVATE KEY",
    "\u200b@",
    "eyJaaaaaaaaaa.",
  ])
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
