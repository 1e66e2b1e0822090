import type { ServerResponse } from "node:http";

import type { DatadogOrganisation } from "../northwind/organisation.ts";

/** An answer of Datadog: no body, text, bytes, or JSON. */
export interface EmbeddedAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request, and the organisation that answers it. */
export interface EndpointCall {
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly organisation: DatadogOrganisation;
  /** The address of this server, for absolute links. */
  readonly url: string;
  readonly now: Date;
}

/** Returns a JSON answer. */
export function jsonAnswer(body: unknown, status = 200): EmbeddedAnswer {
  return { status, contentType: "application/json", body };
}

/** Returns an error as most endpoints write it. */
export function errorAnswer(status: number, ...messages: readonly string[]): EmbeddedAnswer {
  return jsonAnswer({ errors: messages }, status);
}

/** Returns a JSON answer of the media type that the findings and suppressions endpoints use. */
export function jsonApiAnswer(body: unknown, status = 200): EmbeddedAnswer {
  return { status, contentType: "application/vnd.api+json", body };
}

/** Returns an error as the findings endpoints write it. */
export function jsonApiError(detail: string, title?: string): EmbeddedAnswer {
  const error = { status: "400", ...(title === undefined ? {} : { title }), detail };
  return jsonApiAnswer({ errors: [error] }, 400);
}

/** Returns the bytes of the body as they are sent. */
export function encodeBody({ body, contentType }: EmbeddedAnswer): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" && !contentType.includes("json") ? body : JSON.stringify(body));
}

/** Sends the whole answer. */
export function sendAnswer(response: ServerResponse, answer: EmbeddedAnswer): void {
  const body = encodeBody(answer);
  sendHead(response, answer, body);
  response.end(body);
}

/** Sends status and headers; the length is that of the whole body. */
export function sendHead(
  response: ServerResponse,
  { status, contentType, headers = {} }: EmbeddedAnswer,
  body: Buffer,
): void {
  response.writeHead(status, {
    ...(body.length === 0 ? {} : { "content-type": contentType }),
    ...headers,
    "content-length": body.length,
  });
}
