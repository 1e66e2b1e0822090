import * as fc from "fast-check";
import { expect, test } from "vitest";

import { fileOf } from "../../src/evidence/file.ts";
import { findLeaks } from "../../src/evidence/secret-scan.ts";
import { SecretSearch, secretForms } from "../../src/platform/secrets.ts";
import { cut } from "../support/pieces.ts";

const file = (value: unknown, name = "evidence.json") => fileOf(name, JSON.stringify(value));

test.each([
  ["a private key", "-----BEGIN EC PRIVATE KEY-----"],
  ["a Datadog key or token", `ddapp_${"a1".repeat(17)}`],
  ["a Datadog key or token", `ddpat_${"A".repeat(22)}_${"b".repeat(36)}`],
  ["a GitHub token", `ghp_${"a".repeat(36)}`],
  ["a GitHub token", `github_pat_${"a".repeat(60)}`],
  ["an AWS access key", `AKIA${"ABCD".repeat(4)}`],
  ["a Slack token", `xoxb-${"1".repeat(12)}`],
  ["a JSON Web Token", `eyJ${"a".repeat(20)}.eyJ${"b".repeat(20)}.${"c".repeat(20)}`],
])("names %s and where it stands, not what it is", (what, secret) => {
  const leaks = findLeaks(
    [file({ items: [{ records: [{ name: `do not commit ${secret} ok` }] }] })],
    new SecretSearch(),
  );

  expect(leaks).toEqual([{ where: "evidence.json items[0].records[0].name", what }]);
  expect(JSON.stringify(leaks)).not.toContain(secret);
});

test("finds a key in use in any of its forms, also in records that moved out", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[!-~]{12,60}$/), fc.nat(9), (secret, nth) => {
      const forms = secretForms([secret]);
      const form = forms[nth % forms.length] ?? secret;

      const leaks = findLeaks(
        [file({ title: `x${form}y` }, "records-security-signals.ndjson")],
        new SecretSearch([secret]),
      );

      expect(leaks.map(({ where }) => where)).toEqual(["records-security-signals.ndjson line 1.title"]);
    }),
  );
});

test("finds a key wherever the file is cut in pieces, and names the same places", () => {
  const secret = "k€y-of-14-bytes";
  const records = [{ title: "clean" }, { title: `x${secret}y` }, { tags: ["a\nb", secret] }];
  const files = [
    fileOf("evidence.json", `${JSON.stringify({ items: records }, null, 2)}\n`),
    fileOf("records-security-signals.ndjson", records.map((each) => `${JSON.stringify(each)}\n`).join("")),
  ];

  for (let length = 1; length < 200; length += 1) {
    const pieces = files.map((each) => cut(each, length));

    expect(findLeaks(pieces, new SecretSearch([secret])).map(({ where }) => where)).toEqual([
      "evidence.json items[1].title",
      "evidence.json items[2].tags[1]",
      "records-security-signals.ndjson line 2.title",
      "records-security-signals.ndjson line 3.tags[1]",
    ]);
  }
});

test("looks through a text of any length, with as many escapes as it may have", () => {
  const long = '"'.repeat(16_000_000);

  expect(findLeaks([file({ id: long })], new SecretSearch())).toEqual([]);
  expect(findLeaks([file({ id: `${long}k"y-in-use` })], new SecretSearch(['k"y-in-use']))).toEqual([
    { where: "evidence.json id", what: "a key that this run uses" },
  ]);
});

test("lets ordinary evidence pass: ids, digests, e-mail addresses, links", () => {
  const ordinary = {
    id: "AQAAAYNqUBVU4-rffwAAAABBWU5xVUJWVUFBQjJBd3ptCL3QUEm3nt2",
    sha256: "0".repeat(64),
    pseudonym: `hmac-sha256:${"ab".repeat(32)}`,
    title: "Root login by alice@example.com from 10.0.0.1",
    link: "https://app.datadoghq.com/security/signal?event=AQAAAYNq",
  };

  expect(findLeaks([file(ordinary)], new SecretSearch(["not-in-there-at-all"]))).toEqual([]);
});
