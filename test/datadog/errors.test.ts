import { expect, test } from "vitest";

import { isLastingTrouble, refusalFailure, unreachableFailure } from "../../src/datadog/errors.ts";
import { KEYS, shown } from "./client-at.ts";
import { SecretSearch } from "../../src/platform/secrets.ts";

const PERMISSION = "security_monitoring_signals_read";

function refused(status: number, body: unknown, permission?: string) {
  const bytes = Buffer.from(typeof body === "string" ? body : JSON.stringify(body));
  const secrets = new SecretSearch(Object.values(KEYS));
  return refusalFailure({ status, bytes }, { what: "POST /x", permission, access: "keys", secrets });
}

test.for([
  {
    status: 400,
    body: { errors: ["Invalid group_state filters."] },
    code: "refused",
    message: "Datadog refused POST /x (400): Invalid group_state filters.",
  },
  {
    status: 400,
    body: { errors: [{ status: "400", title: "Bad Request", detail: "missing data" }] },
    code: "refused",
    message: "Datadog refused POST /x (400): Bad Request, missing data",
  },
  {
    status: 400,
    body: { errors: ["a", "b", "c", "d"] },
    code: "refused",
    message: "Datadog refused POST /x (400): a; b; c",
  },
  {
    status: 404,
    body: { errors: ["Not found"] },
    code: "not-available",
    message: "Datadog refused POST /x (404): Not found",
  },
  {
    status: 502,
    body: "<html>Bad gateway</html>",
    code: "server-error",
    message: "Datadog failed POST /x (502)",
  },
  { status: 500, body: "", code: "server-error", message: "Datadog failed POST /x (500)" },
  { status: 429, body: "", code: "rate-limited", message: "Datadog refused POST /x (429)" },
  {
    status: 401,
    body: { errors: ["Unauthorized"] },
    code: "refused",
    message: "Datadog refused POST /x (401): Unauthorized",
  },
  {
    status: 403,
    body: { errors: ["API key required"] },
    code: "permission",
    message: "Datadog refused POST /x (403): API key required",
  },
  { status: 302, body: "", code: "refused", message: "Datadog redirected POST /x (302)" },
  { status: 400, body: { errors: "none" }, code: "refused", message: "Datadog refused POST /x (400)" },
  { status: 400, body: null, code: "refused", message: "Datadog refused POST /x (400)" },
])("$status with $body is $code", ({ status, body, code, message }) => {
  expect(refused(status, body)).toMatchObject({ code, message });
});

test.for([
  {
    body: { errors: ["Forbidden", "Failed permission authorization checks"] },
    says: `: the application key lacks ${PERMISSION}`,
  },
  {
    body: { errors: ["Forbidden"] },
    says: `: Forbidden; most likely the application key lacks ${PERMISSION}`,
  },
  {
    body: { errors: ["Access was denied to this resource."] },
    says: `: Access was denied to this resource.; most likely the application key lacks ${PERMISSION}`,
  },
  { body: "", says: `; most likely the application key lacks ${PERMISSION}` },
])("403 with $body says: $says", ({ body, says }) => {
  expect(refused(403, body, PERMISSION)).toMatchObject({
    code: "permission",
    message: `Datadog refused POST /x (403)${says}`,
    hint: expect.stringContaining(PERMISSION),
  });
});

test.for([
  { shape: "texts", body: { errors: ["Bad"] }, says: ": Bad" },
  {
    shape: "objects",
    body: { errors: [{ title: "Bad Request", detail: "no limit" }] },
    says: ": Bad Request, no limit",
  },
  {
    shape: "one object with details",
    body: {
      error: {
        code: "InvalidArgument",
        message: "Invalid rule",
        details: [{ code: "X", message: "no query", target: "queries" }],
      },
    },
    says: ": Invalid rule, no query",
  },
  { shape: "texts by id", body: { errors: { "42": ["not found", "gone"] } }, says: ": 42: not found, gone" },
  {
    shape: "texts beside a status",
    body: { status: "error", code: 400, errors: ["Bad"], statuspage: "http://status.datadoghq.com" },
    says: ": Bad",
  },
  {
    shape: "a web page",
    body: "<html><head><title>Blocked</title></head><body><h1>Access denied</h1><p>Category: security</p></body></html>",
    says: ": Blocked, Access denied, Category: security",
  },
  { shape: "a text", body: "Header too long for this gateway", says: ": Header too long for this gateway" },
  { shape: "nothing", body: "", says: "" },
])("an error of the shape $shape keeps its words", ({ body, says }) => {
  expect(refused(400, body)).toMatchObject({
    code: "refused",
    message: `Datadog refused POST /x (400)${says}`,
  });
});

test.for([
  { status: 400, body: { errors: [{ title: "Unexpected internal error" }] } },
  { status: 404, body: { errors: [{ detail: "rpc error: code = Internal desc = stream broke" }] } },
])("trouble of Datadog that is told as $status is trouble of Datadog", ({ status, body }) => {
  expect(refused(status, body).code).toBe("server-error");
});

test("a permission that cannot be given to a role is asked for as a scope", () => {
  const { hint } = refused(403, { errors: ["Forbidden"] }, "timeseries_query");

  expect(hint).toBe("every role has timeseries_query; if the key is scoped, add that scope");
});

test("a web page that says 403 is not taken for a missing permission", () => {
  const page =
    "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";

  expect(refused(403, page, PERMISSION)).toMatchObject({
    code: "refused",
    message: "POST /x was refused (403) by a web page, not by Datadog's API: 403 Forbidden",
  });
});

test.for([
  { message: "Proxy response (407) !== 200 when HTTP Tunneling", isLasting: true },
  { message: "Proxy response (502) !== 200 when HTTP Tunneling", isLasting: false },
])("$message is lasting: $isLasting", ({ message, isLasting }) => {
  expect(isLastingTrouble(new Error(message))).toBe(isLasting);
});

test("control characters, line ends and direction marks of an answer are not repeated", () => {
  const { message } = refused(400, { errors: ["a\n::error::b\u001B[31mc\u2028d\u202Ee\u0000f"] });

  expect(message).toBe("Datadog refused POST /x (400): a ::error::b [31mc d e f");
});

test("keys and addresses that an answer repeats are not repeated by us", () => {
  const failure = refused(400, {
    errors: [`no such key ${KEYS.apiKey} or ${KEYS.appKey} of ines@northwind.example from 203.0.113.7`],
  });

  expect(failure.message).toBe(
    "Datadog refused POST /x (400): no such key *** or *** of [redacted: email] from [redacted: ip]",
  );
  expect(shown(failure)).not.toMatch(new RegExp(Object.values(KEYS).join("|")));
});

test("a sentence is not cut within a character", () => {
  expect(refused(400, { errors: ["x".repeat(499) + "😀"] }).message.isWellFormed()).toBe(true);
});

test("a key is not repeated in part where the sentence is cut", () => {
  const { message } = refused(400, { errors: [`${"x".repeat(190)} ${KEYS.appKey}`] });

  expect(message).not.toContain("ddapp");
  expect(message.length).toBeLessThan(260);
});

test.for([
  { code: "ECONNREFUSED", hint: "check the network; behind a proxy, set HTTPS_PROXY", isCertificate: false },
  { code: "ENOTFOUND", hint: "check the network; behind a proxy, set HTTPS_PROXY", isCertificate: false },
  { code: "CERT_HAS_EXPIRED", hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"), isCertificate: true },
  {
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
    hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    isCertificate: true,
  },
  {
    code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
    isCertificate: true,
  },
])("$code is named, with what to do", ({ code, hint, isCertificate }) => {
  const error = Object.assign(new Error("x"), { code });

  expect(unreachableFailure("GET /x", { error, timedOut: false, host: "api.datadoghq.eu" })).toMatchObject({
    code: "unreachable",
    message: `Datadog could not be reached for GET /x at api.datadoghq.eu (${code})`,
    hint,
    cause: error,
  });
  expect(isLastingTrouble(new Error("outer", { cause: error }))).toBe(isCertificate);
});
