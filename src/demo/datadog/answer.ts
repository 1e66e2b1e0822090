import type { Organisation } from "../northwind/organisation.ts";

/** What Datadog says: nothing, text or bytes as they stand, or JSON. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What was asked, and the world that it is asked of. */
export interface Question {
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly organisation: Organisation;
  /** Of this server, for absolute links. */
  readonly url: string;
  readonly now: Date;
  readonly searchMatchesPrefixes: boolean;
  readonly omitTotals: boolean;
}

/** The media type of the findings endpoints. */
export const JSON_API = "application/vnd.api+json";

/** The recorded answer to one request too many has no body at all. */
export const TOO_MANY: Answer = { status: 429, contentType: "application/json", body: undefined };

/** Returns a JSON answer. */
export function json(body: unknown, status = 200): Answer {
  return { status, contentType: "application/json", body };
}

/** Returns an error as most endpoints write it. */
export function errors(status: number, ...messages: readonly string[]): Answer {
  return json({ errors: messages }, status);
}

/** Returns an error as the findings endpoints write it. */
export function jsonApiError(detail: string, title?: string): Answer {
  const error = { status: "400", ...(title === undefined ? {} : { title }), detail };
  return { status: 400, contentType: JSON_API, body: { errors: [error] } };
}

/** Returns the text of an answer as it goes over the wire. */
export function encoded({ body, contentType }: Answer): Buffer {
  if (body === undefined) return Buffer.alloc(0);
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === "string" && !contentType.includes("json") ? body : JSON.stringify(body));
}
