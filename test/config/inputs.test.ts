import { generateKeyPairSync } from "node:crypto";

import { expect, test } from "vitest";

import type { RawInputs } from "../../src/config/flags.ts";
import { readConfig, readSigning, type Config } from "../../src/config/read-config.ts";
import { DATADOG_SITES } from "../../src/datadog/sites.ts";
import { catchFailure, Failure } from "../../src/failure.ts";
import type { Environment } from "../../src/platform/environment.ts";

const API_KEY = "0123456789abcdef0123456789abcdef";
const APP_KEY = "0123456789abcdef0123456789abcdef01234567";
const pem = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .privateKey.export({ type: "pkcs8", format: "pem" })
  .toString();
const GOOD = { "api-key": API_KEY, "app-key": APP_KEY, "signing-key": pem };

test("what is left out has the defaults of the contract", () => {
  const { access, chosen, "signing-key": text, ...config } = readConfig(GOOD);

  expect(access).toEqual({ by: "keys", apiKey: API_KEY, appKey: APP_KEY });

  expect(chosen).toEqual({
    by: "key",
    key: expect.objectContaining({ fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }),
    timestampUrl: "https://timestamp.sigstore.dev/api/v1/timestamp",
  });
  expect(text).toBe(pem.trim());
  expect(config).toEqual({
    "api-key": API_KEY,
    "app-key": APP_KEY,
    "access-token": null,
    "org-id": null,
    site: "datadoghq.com",
    stream: "default",
    cadence: "P1D",
    policy: null,
    givenPolicy: null,
    mapping: null,
    givenMapping: null,
    frameworks: ["iso27001", "soc2"],
    items: ["security-signals", "compliance-monitors", "cspm-findings"],
    cspm: "auto",
    "monitor-tag": "compliance",
    organization: null,
    signing: "auto",
    "signing-key-passphrase": null,
    "timestamp-url": "https://timestamp.sigstore.dev/api/v1/timestamp",
    "min-assurance": "key",
    "allow-public-log": false,
    "attestation-token": null,
    "pseudonym-key": null,
    privacy: "standard",
    "raw-pages": false,
    "fail-on": [{ kind: "incomplete" }, { kind: "expectations" }],
    deadline: 600_000,
    repository: null,
    "repository-token": null,
    branch: null,
    seed: false,
    commit: true,
    path: ".",
    check: false,
    "allow-public": false,
    "allow-unverified-tls": false,
    isTlsUnverified: false,
    "retention-days": null,
  });
});

test("an empty input is an absent one", () => {
  const empty = Object.fromEntries(Object.keys(readConfig(GOOD)).map((name) => [name, "  "]));
  for (const name of ["chosen", "access", "givenPolicy", "givenMapping", "isTlsUnverified"])
    delete empty[name];

  expect(readConfig({ ...empty, ...GOOD })).toMatchObject({ site: "datadoghq.com", cadence: "P1D" });
});

test("every problem is told at once, those found elsewhere too", () => {
  const { message } = refusal({ site: "datadog.example", cadence: "weekly", deadline: "10" }, [
    "out: the folder cannot be written",
  ]);

  expect(message.split("\n")).toEqual([
    "8 inputs need attention:",
    "  api-key: is required: give it as a secret (command line: DD_API_KEY)",
    "  app-key: is required: give it as a secret (command line: DD_APP_KEY)",
    expect.stringMatching(/^ {2}access-token, org-id: one of them can replace the two keys/),
    expect.stringMatching(/^ {2}site: is not one of Datadog's\. Use one of /),
    "  cadence: must be one of PT1H, PT6H, PT12H, P1D, hourly, daily",
    "  deadline: must be a duration such as PT10M, from PT10S to PT6H",
    expect.stringMatching(/^ {2}signing-key: is required to sign/),
    "  out: the folder cannot be written",
  ]);
});

test("one problem is one sentence", () => {
  expect(refusal({ ...GOOD, cspm: "maybe" }).message).toBe("cspm: must be auto or required");
});

test("an unknown site gets the nine, and is not repeated", () => {
  const { message } = refusal({ ...GOOD, site: "datadoghq.example" });

  expect(DATADOG_SITES).toHaveLength(9);
  for (const site of DATADOG_SITES) expect(message).toContain(site);
  expect(message).not.toContain("example");
});

test.each([
  ["both", APP_KEY, API_KEY, "api-key, app-key: the two keys are swapped"],
  [
    "both, of the new form",
    "ddapp_0123456789abcdefXYZ",
    API_KEY,
    "api-key, app-key: the two keys are swapped",
  ],
  [
    "a prefixed application key twice",
    `ddapp_${"a1".repeat(17)}`,
    `ddapp_${"a1".repeat(17)}`,
    "api-key: this is an application key",
  ],
])("swapped keys are told apart: %s", (_, api, app, sentence) => {
  const { message } = refusal({ ...GOOD, "api-key": api, "app-key": app });

  expect(message).toContain(sentence);
  expect(message).not.toContain(api);
  expect(message).not.toContain(app);
});

test.each(["api-key", "app-key"])("an %s with characters that no key has is never repeated", (name) => {
  for (const value of ["secret key with spaces", "secret\u0007bell", "secret\nline", "sécrète-clé"]) {
    const { message } = refusal({ ...GOOD, [name]: value });

    expect(message).toContain(`${name}: does not look like a key`);
    expect(message).not.toMatch(/secret|crète|tiny/);
  }
});

test.each<readonly [name: string, values: readonly string[], sentence: string]>([
  [
    "deadline",
    ["10", "10m", "PT", "P", "PT9S", "PT7H", "P1D", "PT-5M", "PT1.5H", "PT1e3S"],
    "must be a duration",
  ],
  [
    "retention-days",
    ["0", "401", "-1", "1.5", "1e2", "ten", "0x10", "9999"],
    "must be a whole number from 1 to 400",
  ],
  ["stream", ["../prod", "a/b", ".prod", "a b", "x".repeat(64), "é"], "must be 1 to 63 letters"],
  [
    "path",
    ["../x", "/abs", "a//b", "a/../b", String.raw`a\b`, "a/.git"],
    "must be a folder inside the repository",
  ],
  ["items", [","], "must be one or more of security-signals"],
  ["items", ["all", "security-signals,all"], '"all" is not known; must be one or more of security-signals'],
  ["monitor-tag", ["a b", "a,b", 'a"b', "x".repeat(201)], "must be one tag without spaces"],
  [
    "fail-on",
    ["critical", "critical>-1", "never,attention", "critical>1.5", "criticals>0"],
    "must be incomplete",
  ],
  ["organization", ["a\u0007b", "a\u202eb"], "must not hold control characters"],
  ["pseudonym-key", ["too short"], "must be at least 16 characters"],
  ["allow-public", ["yes", "1", "TRUE"], "must be true or false"],
  ["privacy", ["none"], "must be standard or minimal"],
  [
    "repository",
    ["acme", "acme/a/b", "https://github.com/acme/a", "-a/b", "acme/..", "a b/c"],
    "must be owner/name",
  ],
  ["branch", ["refs//heads", "a..b", "-x", "a b", "main/", "x.lock"], "must be the name of a branch"],
  ["seed", ["yes"], "must be true or false"],
  ["commit", ["no"], "must be true or false"],
  ["signing", ["kms"], "must be auto, keyless, key or none"],
  ["timestamp-url", ["tsa.example", "ftp://tsa.example", "tsa"], "must be the http or https address of"],
  ["timestamp-url", ["https://me:secret@tsa.example", "http://me@tsa.example/"], "must not hold a user name"],
  ["min-assurance", ["time", "key + time"], "must be key, key+time or keyless"],
  ["allow-public-log", ["yes"], "must be true or false"],
])("%s refuses what it cannot read", (name, values, sentence) => {
  for (const value of values)
    expect(refusal({ ...GOOD, [name]: value }).message).toContain(`${name}: ${sentence}`);
});

test("a repository needs a token, and the sentence says which", () => {
  const { message } = refusal({ ...GOOD, repository: "acme/compliance-evidence" });

  expect(message).toMatch(
    /^repository-token: is required with repository: use \$\{\{ github\.token \}\}.* GitHub App/,
  );
});

test.each<readonly [name: string, value: string, read: unknown]>([
  ["deadline", "PT1H30M", 5_400_000],
  ["deadline", "PT10S", 10_000],
  ["retention-days", "90", 90],
  ["items", "cspm-findings security-signals", ["security-signals", "cspm-findings"]],
  ["site", "https://app.datadoghq.eu/monitors", "datadoghq.eu"],
  ["path", "evidence/datadog", "evidence/datadog"],
  ["fail-on", "never", []],
  ["allow-public", "true", true],
] satisfies (readonly [keyof Config, string, unknown])[])("%s reads %s", (name, value, read) => {
  expect(readConfig({ ...GOOD, [name]: value })).toMatchObject({ [name]: read });
});

test.each([
  [
    "P-384",
    generateKeyPairSync("ec", { namedCurve: "P-384" }),
    "is P-384, which not every verifier can check",
  ],
  ["RSA", generateKeyPairSync("rsa", { modulusLength: 2048 }), "is RSA, which not every verifier can check"],
])("a %s key to sign with is a problem like any other", (_, { privateKey }, sentence) => {
  const text = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  const { message } = refusal({ "signing-key": text, "api-key": API_KEY });

  expect(message).toContain(`  signing-key: ${sentence}. Use ECDSA P-256 or Ed25519`);
  expect(message).toContain("  app-key: is required");
  expect(message).not.toContain(text.split("\n")[1]);
});

test("unsigned is only what was asked for in so many words", () => {
  const { "api-key": api, "app-key": app } = GOOD;

  expect(readConfig({ "api-key": api, "app-key": app, signing: "none" }).chosen).toEqual({ by: "none" });
  expect(refusal({ "api-key": api, "app-key": app }).message).toContain("signing-key: is required to sign");
  expect(refusal({ "api-key": api, "app-key": app, signing: "key" }).message).toContain(
    "is required to sign",
  );
});

test("an input that is not there is named, its value not", () => {
  const { message } = refusal({ ...GOOD, "aip-key": "secret-value" });

  expect(message).toBe("aip-key: there is no such input");
});

test("white space belongs to a passphrase and a pseudonym key, not to other inputs", () => {
  const config = readConfig({ ...GOOD, site: " datadoghq.eu\n", "pseudonym-key": " sixteen letters " });

  expect(config.site).toBe("datadoghq.eu");
  expect(config["pseudonym-key"]).toBe(" sixteen letters ");
});

function refusal(
  raw: RawInputs,
  otherProblems: readonly string[] = [],
  { environment = {} }: { readonly environment?: Environment } = {},
): Failure {
  const failure = catchFailure(() => readConfig(raw, { otherProblems, environment }));
  if (failure instanceof Failure && failure.code === "input") return failure;
  throw new Error("nothing was refused");
}

const JOB = {
  environment: {
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://oidc.invalid",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x",
  },
};
const NO_KEY = { "api-key": API_KEY, "app-key": APP_KEY };

test("auto signs keyless where the job has an identity, whatever key there is, else by key", () => {
  expect(readConfig(GOOD, JOB).chosen).toEqual({ by: "keyless", allowPublicLog: false });
  expect(readConfig(NO_KEY, JOB).chosen).toEqual({ by: "keyless", allowPublicLog: false });
  expect(readConfig(GOOD).chosen).toMatchObject({ by: "key" });
  expect(readConfig({ ...GOOD, signing: "key" }, JOB).chosen).toMatchObject({ by: "key" });
});

test("auto with neither key nor identity names both ways", () => {
  expect(refusal(NO_KEY).message).toBe(
    "signing-key: is required to sign (command line: --signing-key FILE or SIGNING_KEY); make one with: npx datadog-evidence keygen, or sign keyless in a job with permissions: id-token: write",
  );
});

test("keyless without an identity is refused, although there is a key", () => {
  expect(refusal({ ...GOOD, signing: "keyless" }).message).toBe(
    "signing: keyless needs the identity of a job of GitHub Actions, which this is not or may not ask for; give the job permissions: id-token: write",
  );
});

test.each([
  [{ signing: "keyless", "timestamp-url": "none" }, "timestamp-url: is for signing with a key"],
  [{ signing: "auto", "timestamp-url": "http://tsa.example" }, "timestamp-url: is for signing with a key"],
  [{ signing: "key", "min-assurance": "keyless" }, "min-assurance: keyless cannot be reached by signing"],
  [
    { signing: "key", "min-assurance": "key+time", "timestamp-url": "none" },
    "min-assurance: key+time cannot be reached with timestamp-url: none",
  ],
  [{ signing: "key", "attestation-token": "ghs_0123456789" }, "attestation-token: GitHub only stores what"],
])("%j asks for what cannot be, and is refused before anything is collected", (asked, sentence) => {
  expect(refusal({ ...GOOD, ...asked }, [], JOB).message).toContain(sentence);
});

test.each(["stream", "path", "organization", "monitor-tag"])(
  "a secret in %s is refused, and not repeated",
  (name) => {
    const { message } = refusal({ ...GOOD, [name]: API_KEY });

    expect(message).toContain(`${name}: contains a secret of this run`);
    expect(message).not.toContain(API_KEY);
  },
);

test("what is not to be signed cannot be asked to be signed well", () => {
  const { message } = refusal({ ...GOOD, signing: "none", "min-assurance": "key+time" });

  expect(message).toContain("min-assurance: key+time cannot be reached with signing: none");
});

test("where no certificate is checked nothing begins, unless that is allowed by name", () => {
  const unverified = { environment: { NODE_TLS_REJECT_UNAUTHORIZED: "0" } };

  expect(() => readConfig(GOOD, unverified)).toThrow(
    /NODE_TLS_REJECT_UNAUTHORIZED: 0 .* allow-unverified-tls: true$/,
  );
  expect(() => readSigning({ "signing-key": GOOD["signing-key"] }, unverified)).toThrow(
    "NODE_TLS_REJECT_UNAUTHORIZED: 0",
  );
  expect(readConfig({ ...GOOD, "allow-unverified-tls": "true" }, unverified).isTlsUnverified).toBe(true);
});
