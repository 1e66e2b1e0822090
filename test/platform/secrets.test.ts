import { generateKeyPairSync } from "node:crypto";

import * as fc from "fast-check";
import { expect, test } from "vitest";

import { SecretSearch } from "../../src/platform/secrets.ts";

const pem = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();

const secret = fc
  .string({ unit: "binary", minLength: 8, maxLength: 60 })
  .filter((text) => text.trim().length >= 8);

test("no form of a secret survives, whatever stands around it", () => {
  const around = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 3 }),
      around,
      around,
      (secrets, before, after) => {
        const written = secrets.map((each) => each.toWellFormed().trim()).flatMap(spellings);
        const text = written.map((each) => `${before}${each}${after}`).join("");

        const safe = new SecretSearch(secrets).conceal(text);

        for (const spelling of written) expect(safe).not.toContain(spelling);
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  ["as it is", pem],
  ["with \\n written out", pem.replaceAll("\n", String.raw`\n`)],
  ["with Windows line ends", pem.replaceAll("\n", "\r\n")],
  ["as base64 of the whole", Buffer.from(pem).toString("base64")],
])("no line of a PEM given %s survives", (_, given) => {
  const lines = pem.split("\n").filter((line) => line.length >= 8 && !line.startsWith("-----"));

  const safe = new SecretSearch([given]).conceal([given, pem, JSON.stringify(pem), ...lines].join(" and "));

  expect(lines.length).toBeGreaterThan(1);
  for (const line of lines) expect(safe).not.toContain(line);
});

test("what two secrets leave behind is no third one", () => {
  const secrets = new SecretSearch(["XXXXXXXX", "***abcde"]);

  expect(secrets.conceal("XXXXXXXXabcde")).toBe("***");
});

test("ordinary words and the frame of a PEM are left alone", () => {
  const secrets = new SecretSearch([pem, "short", "", null, undefined]);
  const text = "a short line with -----BEGIN PRIVATE KEY-----";

  expect(secrets.conceal(text)).toBe(text);
  expect(secrets.isIn(text)).toBe(false);
});

/** How a text may turn up elsewhere. */
function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

const KEY = "ab12CD34ef56GH78ij90KL12mn34OP56";

/** What somebody may make of a secret without losing it. */
const DISGUISES: readonly (readonly [what: string, write: (text: string) => string])[] = [
  ["in base64 of a header", (text) => base64(`x:${text}`)],
  ["in base64, one byte before it", (text) => base64(`.${text}...`)],
  ["in base64, two bytes before it", (text) => base64(`..${text}`)],
  ["in base64, in lines", (text) => base64(`.${text}`).replaceAll(/.{10}/g, "$&\n")],
  ["in base64 of UTF-16", (text) => Buffer.from(`x${text}`, "utf16le").toString("base64")],
  ["in hexadecimal", (text) => Buffer.from(text).toString("hex")],
  ["in upper hexadecimal with colons", (text) => hexPairs(text).join(":").toUpperCase()],
  [
    "in hexadecimal escapes",
    (text) =>
      hexPairs(text)
        .map((pair) => `\\x${pair}`)
        .join(""),
  ],
  [
    "wholly percent-encoded",
    (text) =>
      hexPairs(text)
        .map((pair) => `%${pair}`)
        .join(""),
  ],
  [
    "percent-encoded twice",
    (text) =>
      hexPairs(text)
        .map((pair) => `%25${pair}`)
        .join(""),
  ],
  ["in part percent-encoded", (text) => `${text.slice(0, 9)}%${hexPairs(text)[9]}${text.slice(10)}`],
  ["with zero-width spaces", (text) => Array.from(text).join("\u200b")],
  ["with soft hyphens", (text) => Array.from(text).join("\u00ad")],
  ["with blanks", (text) => text.replaceAll(/.{4}/g, "$& ")],
  ["in upper case", (text) => text.toUpperCase()],
  ["in lower case", (text) => text.toLowerCase()],
  ["in base64 of its upper case", (text) => base64(`:${text.toUpperCase()}`)],
  [
    "in full-width letters",
    (text) =>
      String.fromCharCode(...Array.from(text, (each) => each).map((each) => each.charCodeAt(0) + 0xfee0)),
  ],
  [
    "in references of HTML",
    (text) =>
      Array.from(text)
        .map((each) => `&#${each.charCodeAt(0)};`)
        .join(""),
  ],
  [
    "in escapes of JSON",
    (text) =>
      hexPairs(text)
        .map((pair) => `\\u00${pair}`)
        .join(""),
  ],
  [
    "in escapes of JSON within JSON",
    (text) =>
      hexPairs(text)
        .map((pair) => `\\\\u00${pair}`)
        .join(""),
  ],
];

test.each(DISGUISES)("a secret %s is found and hidden", (_, write) => {
  const secrets = new SecretSearch([KEY]);
  const text = `see ${write(KEY)} there`;

  expect(secrets.isIn(text)).toBe(true);
  expect(secrets.isIn(secrets.conceal(text))).toBe(false);
  expect(secrets.isIn(`see ${write("0123456789abcdef0123456789abcdef")} there`)).toBe(false);
});

test("any secret is found in any disguise, whatever stands around it", () => {
  const plain = fc.stringMatching(/^[0-9A-Za-z]{12,40}$/);
  const around = fc.stringMatching(/^[ -~]{0,20}$/);
  fc.assert(
    fc.property(plain, fc.constantFrom(...DISGUISES), around, around, (own, [, write], before, after) => {
      expect(new SecretSearch([own]).isIn(`${before} ${write(own)} ${after}`)).toBe(true);
    }),
  );
});

/** As Datadog's API and application keys, GitHub's tokens and lines of a PEM are written. */
const LONG = {
  "an API key": "0f7e5d3c1b9a8f6e4d2c0b1a9f8e7d6c",
  "an application key": "9a8b7c6d5e4f30211203f4e5d6c7b8a99a8b7c6d",
  "a token of GitHub": "ghs_16C7e42F292c6912E7710c838347Ae178B4a",
  "a line of a key": "oUQDQgAEq0mQH1q5b9cGv2n3Jr8s7T6u5V4w3X2y1Z0aBcDeFgHiJkLmNoPqRsTu",
};

// People try the program with such keys, and ids and digests hold the same signs.
test.each(["0".repeat(32), "0123456789abcdef".repeat(2), "0123456789abcdef0123456789abcdef01234567"])(
  "a key that repeats itself, %s, is found only whole",
  (key) => {
    const search = new SecretSearch([key]);

    expect(search.isIn(`AwAAAAAA${"0".repeat(16)}, 0123456789abcdef01234567`)).toBe(false);
    expect(search.isIn(`key ${key}`)).toBe(true);
  },
);

test.each(Object.entries(LONG))("%s that was cut off is found and hidden", (_, key) => {
  const search = new SecretSearch([key]);
  const letters = key.replaceAll(/[^0-9a-z]/gi, "");
  for (const text of [
    `key ${key.slice(0, 24)}…`,
    `${key.slice(-20)} is refused`,
    `"title":"leaked: ${key.slice(0, -1)}","id":1`,
    Buffer.from(`x:${key.slice(0, 24)}`).toString("base64"),
    Array.from(key.slice(0, 24)).join("\u200b"),
    letters.slice(-16).toUpperCase(),
    `***${letters.slice(0, 16)}***`,
  ]) {
    expect({ text, isFound: search.isIn(text) }).toEqual({ text, isFound: true });
    expect(search.conceal(text)).not.toContain(letters.slice(0, 16));
    expect(search.conceal(text)).not.toContain(key.slice(-16));
  }
});

test("what says too little of a secret, or the same of all of its kind, is left alone", () => {
  const jwt = `eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9.${"cGF5bG9hZA".repeat(4)}.${"c2lnbmF0dXJl".repeat(4)}`;
  const search = new SecretSearch([
    ...Object.values(LONG),
    "evidence of compliance in 2026 is ours",
    jwt,
    pem,
  ]);

  for (const text of [
    `${LONG["an API key"].slice(0, 15)}…`,
    `ends with ${LONG["an API key"].slice(-4)}`,
    LONG["an application key"].slice(8, 30),
    "the evidence of compliance in 2026",
    "a header of another: eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCJ9",
    pem.slice(0, 60),
  ]) {
    expect({ text, isFound: search.isIn(text) }).toEqual({ text, isFound: false });
    expect(search.conceal(text)).toBe(text);
  }
});

test("a secret in part in escapes is hidden as a whole, not only its beginning", () => {
  const key = LONG["a line of a key"];
  const text = `${key.slice(0, 20)}%${Buffer.from(key.slice(20, 21)).toString("hex")}${key.slice(21)}`;

  expect(new SecretSearch([key]).conceal(`first\n${text}`)).toBe("first\n***");
});

test("a secret that came up later is found from then on", () => {
  const secrets = new SecretSearch([KEY]);
  expect(secrets.isIn("token-of-a-minute")).toBe(false);

  secrets.add("token-of-a-minute");

  expect(secrets.conceal(`${KEY} token-of-a-minute`)).toBe("*** ***");
});

test("a long text of beginnings takes no time", () => {
  const secrets = new SecretSearch([KEY]);

  expect(secrets.isIn(KEY.slice(0, 15).repeat(50_000))).toBe(false);
  expect(secrets.isIn("%25".repeat(300_000))).toBe(false);
});

test("a secret inside a secret, thousands of times, is hidden in bounded time", () => {
  const search = new SecretSearch(["abcdefgh12qrstuvwx"]);
  const nested = "abcdefgh".repeat(20_000) + "12qrstuvwx".repeat(20_000);

  expect(search.conceal(nested)).toBe("***");
  expect(search.conceal("a abcdefgh abcdefgh12qrstuvwx 12qrstuvwx b")).toBe("a *** b");
});

function base64(text: string): string {
  return Buffer.from(text).toString("base64");
}

function hexPairs(text: string): readonly string[] {
  return Buffer.from(text).toString("hex").match(/../g) ?? [];
}
