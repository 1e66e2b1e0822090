import type { EmbeddedAnswer } from "../../src/demo/datadog/answer.ts";
import type { DatadogRoute } from "./datadog-tokens.ts";

/** How a request goes wrong, or "ok" when it does not. */
export type ServerFault =
  | "ok"
  /** The connection is reset before anything is answered. */
  | "reset"
  /** Nothing is ever answered. */
  | "hang"
  /** The true answer with the true length, of which only half arrives. */
  | "truncate"
  /** An answer of one's own; without a body it is empty, text goes as it stands, anything else as JSON. */
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** The true answer after so many milliseconds. */
  | { readonly slowHead: number }
  /** The true answer, of which the second half comes after so many milliseconds. */
  | { readonly slowBody: number }
  /** The true answer with its JSON changed; refusals are left as they are. */
  | { readonly rewrite: (body: unknown) => unknown }
  /** Status 200 with this text, whatever it is. */
  | { readonly raw: string; readonly contentType: string }
  | { readonly redirect: string };

/** The faults of each route: one for each request in turn and then none, or whatever the function says, from 1. */
export type ServerFaults = Partial<
  Record<DatadogRoute, readonly ServerFault[] | ((nth: number) => ServerFault)>
>;

/** Returns the fault that meets the nth request of a route, counted from 1. */
export function faultOf(faults: ServerFaults, route: DatadogRoute, nth: number): ServerFault {
  const script = faults[route] ?? [];
  return typeof script === "function" ? script(nth) : (script[nth - 1] ?? "ok");
}

/** Returns what goes out in place of the true answer, for the faults that lie in the answer itself. */
export function applyFault(fault: ServerFault, answer: EmbeddedAnswer): EmbeddedAnswer {
  if (typeof fault === "string") return answer;
  if ("redirect" in fault) {
    return { status: 302, contentType: "text/plain", body: undefined, headers: { location: fault.redirect } };
  }
  if ("raw" in fault) return { status: 200, contentType: fault.contentType, body: Buffer.from(fault.raw) };
  if ("rewrite" in fault) {
    // A copy, so that a rewrite that changes its argument does not change the organisation.
    return answer.status === 200 ? { ...answer, body: fault.rewrite(structuredClone(answer.body)) } : answer;
  }
  if ("status" in fault) {
    const contentType = typeof fault.body === "string" ? "text/html" : "application/json";
    return { status: fault.status, contentType, body: fault.body, headers: fault.headers ?? {} };
  }
  return answer;
}
