import { execFile } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { listening } from "./listening.ts";
import { startProxy } from "./proxy.ts";
import { ROOT } from "./runner.ts";

test("what a fixed https host is asked reaches our http server, and its answer comes back", async () => {
  await using origin = await startOrigin(({ method, url, headers }, response) => {
    response.writeHead(201, { "x-answer": "yes" }).end(JSON.stringify({ method, url, host: headers.host }));
  });
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });

  const answer = await ask(proxy.environment(), "https://api.datadoghq.com/api/v2/x?page=2", "hello");

  expect(answer).toEqual({
    status: 201,
    header: "yes",
    body: JSON.stringify({
      method: "POST",
      url: "/api/v2/x?page=2",
      host: "api.datadoghq.com",
    }),
  });
  expect(proxy.connects).toEqual(["api.datadoghq.com"]);
  expect(proxy.refused).toEqual([]);
});

test("the body of a request arrives", async () => {
  await using origin = await startOrigin((request, response) => request.pipe(response));
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });

  const answer = await ask(proxy.environment(), "https://api.datadoghq.com/", "hello");

  expect(answer).toMatchObject({ status: 200, body: "hello" });
});

test("a host outside the world is refused, and it is known who was asked for", async () => {
  await using origin = await startOrigin((_request, response) => response.end());
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });

  const answer = await ask(proxy.environment(), "https://evil.example/", "hello");

  expect(answer).toMatchObject({ failed: expect.stringContaining("502") });
  expect(proxy.refused).toEqual(["evil.example"]);
});

test("a connection that the server resets is reset for the client too", async () => {
  await using origin = await startOrigin((request) => request.socket.resetAndDestroy());
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });

  const answer = await ask(proxy.environment(), "https://api.datadoghq.com/", "hello");

  expect(answer).toEqual({ failed: "ECONNRESET" });
});

test("a body that is cut off stays cut off", async () => {
  await using origin = await startOrigin((request, response) => {
    response.writeHead(200, { "content-length": "100" });
    response.write("only this", () => request.socket.destroy());
  });
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });

  const answer = await ask(proxy.environment(), "https://api.datadoghq.com/", "hello");

  expect(answer).toEqual({ failed: "UND_ERR_SOCKET" });
});

test("a client without the authority does not believe the certificate", async () => {
  await using origin = await startOrigin((_request, response) => response.end());
  await using proxy = await startProxy({ "api.datadoghq.com": origin.url });
  const { NODE_EXTRA_CA_CERTS: _, ...unbelieving } = proxy.environment();

  const answer = await ask(unbelieving, "https://api.datadoghq.com/", "hello");

  expect(answer).toMatchObject({ failed: expect.stringMatching(/CERT|SELF_SIGNED|UNABLE/) });
});

test("closing does not wait for a request that is never answered", async () => {
  const { promise: asked, resolve } = Promise.withResolvers<void>();
  await using origin = await startOrigin(() => resolve());
  const proxy = await startProxy({ "api.datadoghq.com": origin.url });
  const answer = ask(proxy.environment(), "https://api.datadoghq.com/", "hello");
  await asked;

  await proxy.close();

  expect(await answer).toMatchObject({ failed: expect.any(String) });
});

async function startOrigin(listener: RequestListener): Promise<{ url: string } & AsyncDisposable> {
  const { url, close } = await listening(createServer(listener));
  return { url, [Symbol.asyncDispose]: close };
}

const CLIENT = `
import { EnvHttpProxyAgent, request } from "undici";
const [url, body] = process.argv.slice(1);
try {
  const answer = await request(url, { method: "POST", body, dispatcher: new EnvHttpProxyAgent() });
  const text = await answer.body.text();
  console.log(JSON.stringify({ status: answer.statusCode, header: answer.headers["x-answer"], body: text }));
} catch (error) {
  const { message, code, cause } = error;
  console.log(JSON.stringify({ failed: /502/.test(message + cause?.message) ? "502" : (cause?.code ?? code) }));
}
process.exit();
`;

/** Posts from a process of its own, because Node reads NODE_EXTRA_CA_CERTS only when it starts. */
async function ask(
  environment: Readonly<Record<string, string>>,
  url: string,
  body: string,
): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", CLIENT, "--", url, body],
    { cwd: ROOT, env: { ...environment } },
  );
  return JSON.parse(stdout);
}
