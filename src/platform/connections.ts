import { Agent, EnvHttpProxyAgent, errors, type Dispatcher } from "undici";

import { Failure } from "../failure.ts";
import type { Environment } from "./environment.ts";

/**
 * Connections to the origin, through the proxy that the environment names; never through one to our own machine.
 * Throws where the address of the proxy is malformed.
 */
export function dispatcherFor(origin: string): Dispatcher {
  return isLoopback(origin) ? new Agent(CONNECTIONS) : throughProxy();
}

/**
 * Throws where the address of the proxy is malformed: for libraries that make their own connections, which throw
 * errors of any kind, some of them with the proxy's password.
 */
export function ensureProxy(origin: string): void {
  dispatcherFor(origin);
}

/**
 * Whether Node accepts any certificate here, by NODE_TLS_REJECT_UNAUTHORIZED: then any server may pose as Datadog or
 * GitHub, and gets our keys.
 */
export function isTlsUnverified(environment: Environment): boolean {
  return environment["NODE_TLS_REJECT_UNAUTHORIZED"] === "0";
}

/** Enough for two lists that are read in slices and all other requests, so that none waits for a socket. */
const CONNECTIONS = { connections: 24, keepAliveTimeout: 30_000, connect: { timeout: 10_000 } } as const;

/** Connections through the proxy that the environment names, if any. */
function throughProxy(): Dispatcher {
  try {
    return new EnvHttpProxyAgent(CONNECTIONS);
  } catch (error) {
    const isForeseen = [TypeError, URIError, errors.InvalidArgumentError].some(
      (kind) => error instanceof kind,
    );
    if (!isForeseen) throw error;
    // Without the cause, which contains the address and with it the proxy's password.
    throw new Failure("input", "HTTPS_PROXY or HTTP_PROXY is not the address of a proxy", {
      hint: "write it as http://proxy.example:8080",
    });
  }
}

/** Whether the address is on this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

/** Whether a token may be sent there: to this machine, or by https. */
export function isSafeForTokens(url: string): boolean {
  return URL.canParse(url) && (new URL(url).protocol === "https:" || isLoopback(url));
}

/** Whether the error is one of sockets, DNS, TLS or time-outs. An invalid argument is a bug of ours. */
export function isTransportError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === "AbortError" || error.name === "TimeoutError") return true;
  if (!("code" in error) || error.code === "UND_ERR_INVALID_ARG") return false;
  // Not every INVALID is an argument: a certificate of another name is ERR_TLS_CERT_ALTNAME_INVALID.
  return !String(error.code).startsWith("ERR_INVALID_");
}
