import type { ServerResponse } from "node:http";

import { encoded, type Answer } from "./answer.ts";
import type { Fault } from "./faults.ts";

/** Sends the answer, in the way that the fault has it. */
export function deliver(response: ServerResponse, answer: Answer, fault: Fault): void {
  if (fault === "hang") return;
  if (fault === "reset") {
    response.socket?.resetAndDestroy();
    return;
  }
  const body = encoded(answer);
  if (typeof fault === "object" && "slowHead" in fault) {
    later(response, fault.slowHead, () => whole(response, answer, body));
    return;
  }
  if (fault === "truncate") {
    half(response, answer, body, () => response.socket?.destroy());
    return;
  }
  if (typeof fault === "object" && "slowBody" in fault) {
    const rest = body.subarray(Math.floor(body.length / 2));
    half(response, answer, body, () => later(response, fault.slowBody, () => response.end(rest)));
    return;
  }
  whole(response, answer, body);
}

function whole(response: ServerResponse, answer: Answer, body: Buffer): void {
  head(response, answer, body);
  response.end(body);
}

function half(response: ServerResponse, answer: Answer, body: Buffer, then: () => void): void {
  head(response, answer, body);
  response.flushHeaders();
  response.write(body.subarray(0, Math.floor(body.length / 2)), then);
}

function head(response: ServerResponse, { status, contentType, headers = {} }: Answer, body: Buffer): void {
  response.writeHead(status, {
    ...(body.length === 0 ? {} : { "content-type": contentType }),
    ...headers,
    "content-length": body.length,
  });
}

/** A client that gave up must not keep the process alive. */
function later(response: ServerResponse, delayMs: number, then: () => void): void {
  if (response.destroyed) return;
  const timer = setTimeout(then, delayMs);
  response.once("close", () => clearTimeout(timer));
}
