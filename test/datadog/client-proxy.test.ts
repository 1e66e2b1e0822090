import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { startProxy } from "../support/proxy.ts";
import { ROOT } from "../support/runner.ts";
import { answering, clientAt, KEYS, startOrigin } from "./client-at.ts";

const HOST = "api.datadoghq.eu";

/** A world that Datadog is not part of. */
const ELSEWHERE = { "elsewhere.example": "http://127.0.0.1:1" };

test("behind a proxy, Datadog is asked by way of it", async () => {
  await using origin = await startOrigin(() => answering(200, { valid: true }));
  await using proxy = await startProxy({ [HOST]: origin.url });

  const reply = await asked(proxy.environment());

  expect(reply).toMatchObject({ json: { valid: true }, failure: null, page: { status: 200, attempts: 1 } });
  expect(proxy.connects).toEqual([HOST]);
  expect(origin.asked.map(({ headers }) => headers["dd-api-key"])).toEqual([KEYS.apiKey]);
});

test("a proxy that breaks TLS open is met once, with what to do about it", async () => {
  await using origin = await startOrigin(() => answering(200, { valid: true }));
  await using proxy = await startProxy({ [HOST]: origin.url });
  const { NODE_EXTRA_CA_CERTS: _, ...unbelieving } = proxy.environment();

  const reply = await asked(unbelieving);

  expect(reply).toMatchObject({
    json: null,
    failure: { code: "unreachable", hint: expect.stringContaining("NODE_EXTRA_CA_CERTS") },
    page: { status: 0, attempts: 1 },
  });
  expect(origin.asked).toEqual([]);
});

test("a proxy that refuses is named as what refused", async () => {
  await using proxy = await startProxy(ELSEWHERE);

  const reply = await asked(proxy.environment());

  expect(reply).toMatchObject({
    failure: {
      code: "unreachable",
      message: `Datadog could not be reached for GET /api/v1/validate at ${HOST} (the proxy answered 502)`,
      hint: expect.stringContaining("HTTPS_PROXY"),
    },
  });
});

test("what is on this machine is asked without the proxy", async () => {
  await using origin = await startOrigin(() => answering(200, { valid: true }));
  await using proxy = await startProxy(ELSEWHERE);

  const reply = await asked(
    { ...proxy.environment(), HTTP_PROXY: proxy.environment().HTTPS_PROXY, NO_PROXY: "" },
    origin.url,
  );

  expect(reply).toMatchObject({ json: { valid: true } });
  expect(proxy.connects).toEqual([]);
});

test.for(["user:secret@proxy", "http://user:se%cret@proxy:1/", "gopher://user:secret@proxy:1"])(
  "a proxy's address that is none is a failure that does not repeat it: %s",
  (address) => {
    const before = process.env["HTTPS_PROXY"];
    process.env["HTTPS_PROXY"] = address;
    try {
      expect(() => clientAt(`https://${HOST}`)).toThrow(
        expect.objectContaining({ code: "input", message: expect.stringContaining("HTTPS_PROXY") }),
      );
      expect(() => clientAt(`https://${HOST}`)).not.toThrow(/secret|se%cret/);
    } finally {
      if (before === undefined) Reflect.deleteProperty(process.env, "HTTPS_PROXY");
      else process.env["HTTPS_PROXY"] = before;
    }
  },
);

const CLIENT = `
import { Datadog } from "./src/datadog/client.ts";
import { keyCredentials } from "./src/datadog/credentials.ts";
const [apiUrl, keys] = process.argv.slice(1);
let ms = 0;
const datadog = new Datadog({
  apiUrl,
  credentials: keyCredentials(JSON.parse(keys)),
  signal: new AbortController().signal,
  deadline: 480_000,
  userAgent: "test",
  now: () => ms,
  wait: async (delay) => void (ms += delay),
});
const { page, json, failure } = await datadog.request({ method: "GET", path: "/api/v1/validate" });
const { code, message, hint } = failure ?? {};
console.log(JSON.stringify({ page, json, failure: failure && { code, message, hint } }));
await datadog[Symbol.asyncDispose]();
`;

/** Asks from a process of its own: Node reads NODE_EXTRA_CA_CERTS only when it starts. */
async function asked(
  environment: Readonly<Record<string, string>>,
  apiUrl = `https://${HOST}`,
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", CLIENT, "--", apiUrl, JSON.stringify(KEYS)],
    { cwd: ROOT, env: { ...environment } },
  );
  return JSON.parse(stdout);
}
