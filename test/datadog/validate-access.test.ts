import { expect, test } from "vitest";

import { keyCredentials, tokenCredentials } from "../../src/datadog/credentials.ts";
import { siteAt } from "../../src/datadog/sites.ts";
import { validateAccess } from "../../src/datadog/validate-access.ts";
import { makeNorthwind } from "../../src/demo/northwind/organisation.ts";
import { startDatadog, type DatadogOptions } from "../support/datadog.ts";
import { ACCESS_TOKEN } from "../support/datadog-tokens.ts";
import { clientAt } from "./client-at.ts";

const NOW = new Date("2026-11-22T06:17:31Z");
const northwind = makeNorthwind(NOW);
const { apiKey, appKey } = northwind;

const V1 = "GET /api/v1/validate";
const V2 = "GET /api/v2/validate";
const BOTH = "GET /api/v2/validate_keys";

async function checked(
  keys: { apiKey?: string; appKey?: string } = {},
  faults: DatadogOptions["faults"] = {},
) {
  await using server = await startDatadog(northwind, { faults, now: () => NOW });
  // Only a server that is made to hang is not waited for: a busy machine takes its time.
  const attemptTimeoutMs = Object.keys(faults).length === 0 ? 30_000 : 100;
  await using client = clientAt(server.url, {
    credentials: keyCredentials({ apiKey, appKey, ...keys }),
    attemptTimeoutMs,
  });
  const owner = await validateAccess(client.datadog, "datadoghq.eu");
  return { owner, asked: server.requests.map(({ method, path }) => `${method} ${path}`) };
}

test("keys that work name their organisation", async () => {
  const { owner, asked } = await checked();

  expect(owner).toEqual({ organizationId: northwind.id, apiKeyId: northwind.apiKeyId });
  expect(asked).toEqual([BOTH, V2]);
});

test("a server in place of Datadog is not called by the name of one of its sites", async () => {
  await using server = await startDatadog(northwind, { now: () => NOW });
  await using client = clientAt(server.url, {
    credentials: keyCredentials({ apiKey: "f".repeat(32), appKey }),
  });

  expect(await validateAccess(client.datadog, siteAt(server.url, "datadoghq.eu"))).toMatchObject({
    message: "the API key is not valid on the server of DD_API_URL",
    hint: "either DD_API_KEY (input api-key) is wrong or revoked, or DD_API_URL names the wrong server",
  });
});

test.for([
  {
    what: "a wrong API key",
    keys: { apiKey: "f".repeat(32) },
    message: "the API key is not valid on datadoghq.eu",
    hint: "another site",
  },
  {
    what: "a wrong application key",
    keys: { appKey: "f".repeat(40) },
    message: "the application key is not valid on datadoghq.eu, although the API key is",
    hint: "DD_APP_KEY",
  },
  {
    what: "no application key",
    keys: { appKey: "" },
    message: "the application key is not valid on datadoghq.eu, although the API key is",
    hint: "DD_APP_KEY",
  },
  {
    what: "a malformed API key",
    keys: { apiKey: "not-a-key" },
    message: "a web page refused the API key before datadoghq.eu could look at it",
    hint: "32 hexadecimal characters",
  },
])("$what has a sentence of its own", async ({ keys, message, hint }) => {
  const { owner, asked } = await checked(keys);

  expect(owner).toMatchObject({
    name: "Failure",
    code: "refused",
    message,
    hint: expect.stringContaining(hint),
  });
  expect(asked).toEqual([BOTH, V1]);
});

test.for([
  { what: "does not exist", fault: { status: 404, body: { errors: ["Not found"] } } },
  { what: "answers with a web page", fault: { raw: "<html></html>", contentType: "text/html" } },
  { what: "fails", fault: { status: 500 } },
])("where validate_keys $what, the items are asked all the same", async ({ fault }) => {
  const { owner } = await checked({}, { [BOTH]: () => fault });

  expect(owner).toEqual({ organizationId: northwind.id, apiKeyId: northwind.apiKeyId });
});

test.for([
  { what: "does not exist", fault: { status: 404 } },
  { what: "says something else", fault: { status: 200, body: { data: {} } } },
  { what: "refuses", fault: { status: 403, body: { errors: ["Forbidden"] } } },
])("where v2/validate $what, the organisation is unknown and nothing else", async ({ fault }) => {
  const { owner } = await checked({}, { [V2]: () => fault });

  expect(owner).toEqual({ organizationId: null, apiKeyId: null });
});

test.for([
  {
    what: "nobody answers",
    fault: "reset",
    code: "unreachable",
    message: /^Datadog could not be reached for GET \/api\/v2\/validate_keys at /,
  },
  {
    what: "a redirect answers",
    fault: { redirect: "http://127.0.0.1:1/" },
    code: "refused",
    message: /^Datadog redirected GET \/api\/v2\/validate_keys \(302\)$/,
  },
] as const)("where $what, nothing more is asked", async ({ fault, code, message }) => {
  const { owner, asked } = await checked({}, { [BOTH]: () => fault });

  expect(owner).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(new Set(asked)).toEqual(new Set([BOTH]));
});

test("where the API key cannot be tested either, that is what is said", async () => {
  const { owner } = await checked({ appKey: "f".repeat(40) }, { [V1]: () => "reset" });

  expect(owner).toMatchObject({ code: "unreachable", message: expect.stringContaining(V1) });
});

const USER = "GET /api/v2/current_user";

async function checkedToken(token = ACCESS_TOKEN, faults: DatadogOptions["faults"] = {}) {
  await using server = await startDatadog(northwind, { faults, now: () => NOW });
  await using client = clientAt(server.url, { credentials: tokenCredentials(token) });
  const owner = await validateAccess(client.datadog, "datadoghq.eu");
  return { owner, asked: server.requests.map(({ method, path }) => `${method} ${path}`) };
}

test("a token that works names its organisation, and there is no API key", async () => {
  const { owner, asked } = await checkedToken();

  expect(owner).toEqual({ organizationId: northwind.id, apiKeyId: null });
  expect(asked).toEqual([USER]);
});

test("a token that is not valid has a sentence of its own", async () => {
  const { owner } = await checkedToken("ddsat_another-token");

  expect(owner).toMatchObject({
    code: "refused",
    message: "the access token is not valid on datadoghq.eu",
    hint: expect.stringMatching(/DD_ACCESS_TOKEN .* another site/),
  });
});

test.for([
  { what: "may not read its user", fault: { status: 403, body: { errors: ["Forbidden"] } } },
  { what: "gets another answer", fault: { status: 200, body: { data: {} } } },
  { what: "gets no such page", fault: { status: 404 } },
])("where a token $what, the organisation is unknown and nothing else", async ({ fault }) => {
  const { owner } = await checkedToken(ACCESS_TOKEN, { [USER]: () => fault });

  expect(owner).toEqual({ organizationId: null, apiKeyId: null });
});
