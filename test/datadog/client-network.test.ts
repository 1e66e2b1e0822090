import { createServer as createTcpServer } from "node:net";
import { once } from "node:events";

import { expect, test } from "vitest";

import { Failure } from "../../src/failure.ts";
import { answering, clientAt, startOrigin } from "./client-at.ts";
import { closedWorld } from "./closed-world.ts";

const GET = { method: "GET", path: "/api/v1/monitor" } as const;
const OK = answering(200, []);

test("connections are used again", async () => {
  const ports = new Set<number | undefined>();
  await using origin = await startOrigin(() => (request, response) => {
    ports.add(request.socket.remotePort);
    OK(request, response);
  });
  await using client = clientAt(origin.url);

  for (let nth = 0; nth < 5; nth += 1) await client.datadog.request(GET);

  expect(origin.asked).toHaveLength(5);
  // The next question may come before the connection of the last is free.
  expect(ports.size).toBeLessThanOrEqual(2);
});

test("an attempt that takes too long says so", async () => {
  await using origin = await startOrigin(() => () => {});
  const { clock } = clientAt(origin.url);
  await using client = clientAt(origin.url, { attemptTimeoutMs: 20, deadline: clock.now() });

  const { failure } = await client.datadog.request(GET);

  expect(failure?.message).toContain("(no answer in time)");
});

test.for([
  { text: "SSH-2.0-OpenSSH_9.6\r\n", code: "unreachable", says: "(HTTPParserError)" },
  { text: "HTTP/1.1 200 OK\r\ncontent-length: some\r\n\r\n", code: "unreachable", says: "(HTTPParserError)" },
  {
    text: "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n",
    code: "truncated",
    says: "broke off",
  },
])("what is no HTTP is a failure with a name: $text", async ({ text, code, says }) => {
  await using server = await startTcp(text);
  await using client = clientAt(server.url);

  const { failure } = await client.datadog.request(GET);

  expect(failure).toMatchObject({ code, message: expect.stringContaining(says) });
});

test("nobody listening is a failure with a name", async () => {
  const closed = await startTcp("");
  await closed[Symbol.asyncDispose]();
  await using client = clientAt(closed.url);

  const { failure, page } = await client.datadog.request(GET);

  expect(failure).toMatchObject({
    code: "unreachable",
    message: `Datadog could not be reached for GET /api/v1/monitor at ${new URL(closed.url).host} (ECONNREFUSED)`,
  });
  expect(page).toMatchObject({ status: 0, bytes: 0 });
});

test.for([
  "CERT_HAS_EXPIRED",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "ERR_TLS_CERT_ALTNAME_INVALID",
])("%s is met once: another attempt would end the same", async (code) => {
  using world = closedWorld();
  world
    .at("https://api.datadoghq.eu")
    .get(GET.path)
    .times(3)
    .replyWithError(Object.assign(new Error("certificate"), { code }));
  await using client = clientAt("https://api.datadoghq.eu");

  const { failure, page } = await client.datadog.request(GET);

  expect(failure).toMatchObject({
    code: "unreachable",
    hint: expect.stringContaining("NODE_EXTRA_CA_CERTS"),
  });
  expect(page.attempts).toBe(1);
});

test("an answer beyond the limit is not read on, not tried again and not taken for a list", async () => {
  await using origin = await startOrigin(() => answering(200, ["x".repeat(5000)]));
  await using client = clientAt(origin.url, { largestBody: 1000 });

  const { failure, json } = await client.datadog.request(GET);

  expect(json).toBeNull();
  expect(failure).toMatchObject({
    code: "cap",
    message: "Datadog's answer to GET /api/v1/monitor is larger than 1000 bytes",
  });
  expect(origin.asked).toHaveLength(1);
});

test.for(["hang", "stall"])("a cancelled run does not wait for an answer that would %s", async (how) => {
  const stop = new AbortController();
  await using origin = await startOrigin(() => (_request, response) => {
    if (how === "stall") response.writeHead(200, { "content-length": 100 }).write("[");
    setImmediate(() => stop.abort(new Failure("deadline", "collecting took longer than 480 s")));
  });
  await using client = clientAt(origin.url, { signal: stop.signal });

  const { failure } = await client.datadog.request(GET);
  const after = await client.datadog.request(GET);

  expect(failure).toMatchObject({ code: "deadline", message: "collecting took longer than 480 s" });
  expect(after.failure).toBe(failure);
  expect(origin.asked).toHaveLength(1);
});

test.for([
  { what: "to try again", headers: {} },
  { what: "for a rate limit", headers: { "x-ratelimit-reset": "60" } },
])("a cancelled run does not go on waiting $what", async ({ headers }) => {
  const stop = new AbortController();
  await using origin = await startOrigin(() => (request, response) => {
    answering(429, "", headers)(request, response);
    response.once("close", () => stop.abort("stopped by hand"));
  });
  const { clock } = clientAt(origin.url);
  await using client = clientAt(origin.url, {
    signal: stop.signal,
    wait: async (_ms, signal) => {
      if (!signal.aborted) await once(signal, "abort");
      throw new DOMException("aborted", "AbortError");
    },
    now: clock.now,
  });

  const { failure } = await client.datadog.request(GET);

  expect(failure).toMatchObject({
    code: "cancelled",
    message: "the run was cancelled",
    cause: "stopped by hand",
  });
});

/** A server on loopback that says the text to whoever asks. */
async function startTcp(text: string): Promise<{ url: string } & AsyncDisposable> {
  const server = createTcpServer((socket) => {
    socket.on("error", () => socket.destroy());
    socket.once("data", () => socket.end(text));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the server listens on no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    [Symbol.asyncDispose]: async () => {
      if (!server.listening) return;
      server.close();
      await once(server, "close");
    },
  };
}
