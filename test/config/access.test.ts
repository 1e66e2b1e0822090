import { expect, test } from "vitest";

import type { RawInputs } from "../../src/config/flags.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { catchFailure, Failure } from "../../src/failure.ts";
import type { Environment } from "../../src/platform/environment.ts";

const API_KEY = "0123456789abcdef0123456789abcdef";
const APP_KEY = "0123456789abcdef0123456789abcdef01234567";
const TOKEN = "ddsat_0123456789abcdefABCDEF_0123456789abcdefghijklmnopqrstuvwxyz";
const ORG_ID = "8b6e2f0c-1d3a-4c59-9f11-2a7e6d5c4b3a";
/** A job that may prove which workflow it runs. */
const JOB = { ACTIONS_ID_TOKEN_REQUEST_URL: "https://oidc.invalid", ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x" };
const KEYS = { "api-key": API_KEY, "app-key": APP_KEY };

function read(given: RawInputs, environment: Environment = JOB) {
  return readConfig({ signing: "none", ...given }, { environment });
}

function refusal(given: RawInputs, environment: Environment = JOB): string {
  const failure = catchFailure(() => read(given, environment));
  if (failure instanceof Failure) return failure.message;
  throw new Error("the inputs were taken");
}

test.for<readonly [given: RawInputs, access: object]>([
  [KEYS, { by: "keys", apiKey: API_KEY, appKey: APP_KEY }],
  [{ "access-token": TOKEN }, { by: "token", token: TOKEN }],
  [{ "org-id": ORG_ID }, { by: "delegated", organizationId: ORG_ID }],
  [{ "org-id": ORG_ID.toUpperCase() }, { by: "delegated", organizationId: ORG_ID }],
])("one of the three ways of access is chosen: %o", ([given, access]) => {
  expect(read(given).access).toEqual(access);
});

test.for<readonly [given: RawInputs, sentence: string]>([
  [{ ...KEYS, "access-token": TOKEN }, "api-key with app-key and access-token: give one of them"],
  [{ "app-key": APP_KEY, "org-id": ORG_ID }, "api-key with app-key and org-id: give one of them"],
  [{ "access-token": TOKEN, "org-id": ORG_ID }, "access-token and org-id: give one of them"],
  [{ "api-key": API_KEY }, "app-key: is required"],
  [{ "app-key": APP_KEY }, "api-key: is required"],
  [{}, "access-token, org-id: one of them can replace the two keys"],
  [{ "org-id": "acme" }, "org-id: must be the public id of the organisation"],
  [{ "access-token": "two words" }, "access-token: does not look like a token: it holds spaces"],
  [{ "access-token": APP_KEY }, "access-token: this is a key, not a token"],
  [{ "access-token": API_KEY }, "access-token: this is a key, not a token"],
  [{ "access-token": `ddapp_${"a1".repeat(17)}` }, "access-token: this is a key, not a token"],
])("%o is refused, and no secret is repeated", ([given, sentence]) => {
  const message = refusal(given);

  expect(message).toContain(sentence);
  for (const secret of [API_KEY, APP_KEY, TOKEN, "two words"]) expect(message).not.toContain(secret);
});

test("org-id needs a job that may prove which workflow it runs", () => {
  expect(refusal({ "org-id": ORG_ID }, {})).toMatch(/^org-id: needs the identity of a job .*id-token: write/);
});

test.each([
  "<your-key>",
  "YOUR_API_KEY",
  "xxxxxxxxxxxxxxxx",
  "changeme",
  "DD_API_KEY",
  "${DD_API_KEY}",
  "...",
  "insert-key",
])("the placeholder %s is refused before it is sent", (placeholder) => {
  expect(refusal({ ...KEYS, "api-key": placeholder })).toContain("api-key: is the placeholder of an example");
});

test.each([`"${API_KEY}"`, `'${API_KEY}'`])("a key in quotes is refused with what to do: %s", (quoted) => {
  expect(refusal({ ...KEYS, "api-key": quoted })).toContain("api-key: is in quotes; give it without them");
});

test.each([API_KEY, "a".repeat(32), "0".repeat(32), "x1".repeat(8)])(
  "%s may be a key, and is taken",
  (key) => {
    expect(read({ ...KEYS, "api-key": key }).access).toMatchObject({ apiKey: key });
  },
);
