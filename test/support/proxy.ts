import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import {
  createServer,
  request as send,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { Socket } from "node:net";
import path from "node:path";
import type { Duplex } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createSecureContext, TLSSocket } from "node:tls";
import { promisify } from "node:util";

import { listening } from "./listening.ts";
import { temporaryFolder } from "./temp.ts";

export interface Proxy extends AsyncDisposable {
  /** What makes a child process go through the proxy and believe its certificates. */
  environment(): {
    readonly HTTPS_PROXY: string;
    readonly NODE_EXTRA_CA_CERTS: string;
    readonly NO_PROXY: string;
  };
  /** The hosts that were asked for, in order, one entry for each connection. */
  readonly connects: readonly string[];
  /** Those of them that are not in our world; they were answered with 502. */
  readonly refused: readonly string[];
  close(): Promise<void>;
}

/**
 * Starts a world in which `https://<host>` is one of our http servers, so that an Action which talks to fixed https
 * hosts can be tested as it is: a proxy on loopback that ends TLS with a throw-away authority's certificate and passes
 * each request on, resets and cut-off bodies included. `origins` maps a host to the origin that answers for it.
 */
export async function startProxy(origins: Readonly<Record<string, string>>): Promise<Proxy> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const secureContext = createSecureContext(await certificate(folder.path, Object.keys(origins)));

  const connects: string[] = [];
  const refused: string[] = [];
  const tunnels = new WeakMap<Socket, Tunnel>();
  const open = new Set<Duplex>();

  const server = createServer((request, response) => {
    const tunnel = tunnels.get(request.socket);
    if (tunnel === undefined) response.writeHead(502).end("this proxy passes on https only");
    else void forward(request, response, tunnel);
  });

  server.on("connect", (request, socket, head) => {
    const { hostname, port } = new URL(`https://${request.url}`);
    connects.push(hostname);
    socket.on("error", () => socket.destroy());
    const origin = origins[hostname];
    if (origin === undefined || port !== "") {
      refused.push(hostname);
      socket.end("HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n");
      return;
    }

    open.add(socket);
    socket.on("close", () => open.delete(socket));
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    if (head.length > 0) socket.unshift(head);
    const secure = new TLSSocket(socket, { isServer: true, secureContext, ALPNProtocols: ["http/1.1"] });
    secure.on("error", () => secure.destroy());
    tunnels.set(secure, { origin, cut: () => reset(socket) });
    server.emit("connection", secure);
  });

  const { url, close } = await listening(server);
  stack.defer(async () => {
    // The server has handed these over and does not close them itself.
    for (const socket of open) socket.destroy();
    await close();
  });
  const disposables = stack.move();

  return {
    environment: () => ({
      HTTPS_PROXY: url,
      NODE_EXTRA_CA_CERTS: path.join(folder.path, "authority.pem"),
      NO_PROXY: "127.0.0.1,localhost",
    }),
    connects,
    refused,
    close: () => disposables.disposeAsync(),
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

interface Tunnel {
  readonly origin: string;
  /** Ends the connection below TLS without a goodbye, as a broken network would. */
  cut(): void;
}

function reset(socket: Duplex): void {
  if ("resetAndDestroy" in socket && typeof socket.resetAndDestroy === "function") socket.resetAndDestroy();
  else socket.destroy();
}

async function forward(request: IncomingMessage, response: ServerResponse, tunnel: Tunnel) {
  // No connection is used twice: one that the origin has just closed would look like a reset.
  const upstream = send(new URL(request.url ?? "/", tunnel.origin), {
    method: request.method,
    headers: endToEnd(request.headers),
    agent: false,
  });
  response.on("close", () => upstream.destroy());

  const { promise: answered, resolve, reject } = Promise.withResolvers<IncomingMessage>();
  upstream.on("response", resolve);
  upstream.on("error", reject);
  try {
    request.pipe(upstream);
    const answer = await answered;
    response.writeHead(answer.statusCode ?? 502, answer.statusMessage, endToEnd(answer.headers));
    response.flushHeaders();
    await pipeline(answer, response);
  } catch {
    tunnel.cut();
  }
}

/** The headers that concern the request and not the connection it came by. */
function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(
    Object.entries(headers).filter(([name]) => name !== "connection" && name !== "keep-alive"),
  );
}

/**
 * Makes an authority and a certificate of it for the hosts, with the system's openssl: Node can read certificates but
 * not issue them. The authority's own is left in the folder as `authority.pem`.
 */
async function certificate(folder: string, hosts: readonly string[]): Promise<{ key: string; cert: string }> {
  const openssl = (...args: string[]) => promisify(execFile)("openssl", args, { cwd: folder });
  await writeFile(path.join(folder, "openssl.cnf"), configuration(hosts));
  for (const name of ["authority", "host"]) {
    await openssl("ecparam", "-name", "prime256v1", "-genkey", "-noout", "-out", `${name}.key`);
    await openssl(
      "req",
      "-new",
      "-key",
      `${name}.key`,
      "-subj",
      `/CN=throw-away ${name}`,
      "-config",
      "openssl.cnf",
      "-out",
      `${name}.csr`,
    );
  }
  const extensions = ["-days", "2", "-sha256", "-extfile", "openssl.cnf", "-extensions"];
  await openssl(
    "x509",
    "-req",
    "-in",
    "authority.csr",
    "-signkey",
    "authority.key",
    ...extensions,
    "authority",
    "-out",
    "authority.pem",
  );
  await openssl(
    "x509",
    "-req",
    "-in",
    "host.csr",
    "-CA",
    "authority.pem",
    "-CAkey",
    "authority.key",
    "-set_serial",
    "2",
    ...extensions,
    "host",
    "-out",
    "host.pem",
  );

  const [key, cert] = await Promise.all(
    ["host.key", "host.pem"].map((file) => readFile(path.join(folder, file), "utf8")),
  );
  return { key: key ?? "", cert: cert ?? "" };
}

function configuration(hosts: readonly string[]): string {
  return `
[req]
distinguished_name = name
[name]
[authority]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[host]
basicConstraints = critical, CA:false
extendedKeyUsage = serverAuth
subjectAltName = ${hosts.map((host) => `DNS:${host}`).join(", ")}
`;
}
