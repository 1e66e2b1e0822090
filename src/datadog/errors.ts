import { z } from "zod";

import { redactText } from "../evidence/projection/redaction.ts";
import { Failure, type Code } from "../failure.ts";
import type { AccessMode } from "../evidence/schema.ts";
import type { SecretSearch } from "../platform/secrets.ts";
import { cutText } from "../platform/text.ts";
import { REFUSAL_WORDS } from "./credentials.ts";
import { reasonForStatus } from "./retry.ts";

/** A request to Datadog, for the sentence about its refusal. */
export interface RefusedRequest {
  /** Method and path. */
  readonly what: string;
  readonly permission: string | undefined;
  readonly access: AccessMode;
  /** What must not be repeated, should the answer hold it. */
  readonly secrets: SecretSearch;
}

/**
 * An error status as a failure. Recorded errors have seven shapes: a list of texts, alone or beside a status, a list
 * of JSON:API objects, lists of texts by id, one object with details, HTML from what stands before the API, and nothing.
 */
export function refusalFailure(
  { status, bytes }: { readonly status: number; readonly bytes: Buffer },
  { what, permission, access, secrets }: RefusedRequest,
): Failure {
  const { subject, grant, unauthorized } = REFUSAL_WORDS[access];
  const said = errorSentences(bytes, secrets);
  const details = said.length === 0 ? "" : `: ${said.join("; ")}`;

  if (status >= 300 && status < 400) {
    return new Failure("refused", `Datadog redirected ${what} (${status})`, {
      hint: "redirects are not followed, because keys would travel with them; check for a proxy in between",
    });
  }
  if (status === 403 && isWebPage(bytes.toString("utf8", 0, 100))) {
    return new Failure("refused", `${what} was refused (403) by a web page, not by Datadog's API${details}`, {
      hint: "Datadog answers a malformed key like this, and so does a proxy that blocks the request",
    });
  }
  if (status === 403 && permission !== undefined) {
    const lack = `${subject} lacks ${permission}`;
    const isCertain = said.some((sentence) => sentence.includes(LACKS_PERMISSION));
    const why = isCertain ? `: ${lack}` : `${details}; most likely ${lack}`;
    return new Failure("permission", `Datadog refused ${what} (403)${why}`, { hint: grant(permission) });
  }
  const isTrouble = status !== 401 && said.some((sentence) => TROUBLE.test(sentence));
  const code = isTrouble ? "server-error" : reasonForStatus(status);
  const verb = code === "server-error" ? "failed" : "refused";
  return new Failure(code, `Datadog ${verb} ${what} (${status})${details}`, {
    hint: status === 401 ? unauthorized : FAILURE_HINTS[code],
  });
}

/** The only words of a 403 that are about a permission. "Forbidden" alone has several causes. */
const LACKS_PERMISSION = "Failed permission authorization checks";

/** Datadog reports some faults of its own as 400 or 404. */
const TROUBLE =
  /\bUnexpected internal error\b|\brpc error: code = (?:Internal|Unavailable|DeadlineExceeded|Unknown|ResourceExhausted|Aborted)\b/i;

/** What to do about a failure, for the codes that have one cure. */
export const FAILURE_HINTS: Partial<Record<Code, string>> = {
  "not-available": "the product may not be enabled for this organisation, or not on this site",
  "rate-limited": "run less often, or ask Datadog to raise the limit",
  "server-error": "see https://status.datadoghq.com and run again",
  unreachable: "check the network; behind a proxy, set HTTPS_PROXY",
};

/** The answer never came. */
export function unreachableFailure(
  what: string,
  { error, timedOut, host }: { readonly error: unknown; readonly timedOut: boolean; readonly host: string },
): Failure {
  const why = timedOut ? "no answer in time" : (refusalByProxy(error) ?? errorNameOf(error));
  return new Failure("unreachable", `Datadog could not be reached for ${what} at ${host} (${why})`, {
    hint: hintFor(error),
    cause: error,
  });
}

/** Whether the error is about a certificate, which will still be wrong in a minute. */
function isCertificateTrouble(error: unknown): boolean {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|PRX_TLS/.test(errorNameOf(error))) return true;
  return error instanceof Error && error.cause !== undefined && isCertificateTrouble(error.cause);
}

/** Whether the same request will be refused again: a certificate stays wrong, and so does a proxy's user or password. */
export function isLastingTrouble(error: unknown): boolean {
  return isCertificateTrouble(error) || proxyStatus(error) === "407";
}

/** The proxy's answer to CONNECT reaches us only as a sentence of undici's. */
function proxyStatus(error: unknown): string | null {
  return error instanceof Error ? (/^Proxy response \((\d{3})\)/.exec(error.message)?.[1] ?? null) : null;
}

function refusalByProxy(error: unknown): string | null {
  const status = proxyStatus(error);
  return status === null ? null : `the proxy answered ${status}`;
}

function hintFor(error: unknown): string | undefined {
  if (isCertificateTrouble(error)) {
    return "a proxy seems to intercept TLS; name its certificate in NODE_EXTRA_CA_CERTS";
  }
  if (refusalByProxy(error) !== null) {
    return "ask whoever runs the proxy in HTTPS_PROXY to let api.<site> through; a user and password go into its address";
  }
  return FAILURE_HINTS.unreachable;
}

function errorNameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause instanceof Error ? errorNameOf(error.cause) : error.name;
}

const LONGEST_SENTENCE = 500;

function isWebPage(text: string): boolean {
  return /^\s*</.test(text);
}

/** What the error body says, at most three sentences, without control characters, keys and addresses. */
function errorSentences(bytes: Buffer, secrets: SecretSearch): readonly string[] {
  const text = bytes.subarray(0, 10_000).toString("utf8");
  return wordsIn(text)
    .flatMap((words) => sentenceOf(words, secrets))
    .slice(0, 3);
}

const ErrorObject = z.object({
  title: z.string().optional().catch(undefined),
  detail: z.string().optional().catch(undefined),
  message: z.string().optional().catch(undefined),
  details: z
    .array(z.object({ message: z.string() }))
    .optional()
    .catch(undefined),
});

const ErrorBody = z.object({
  errors: z
    .union([z.array(z.unknown()), z.record(z.string(), z.array(z.string()))])
    .optional()
    .catch(undefined),
  error: z.unknown().optional(),
});

/** The words of each error in the body, in any of the recorded shapes. */
function wordsIn(text: string): readonly (readonly string[])[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    if (!isWebPage(text)) return [[text]];
    // The title and headings of a page, as proxies write them.
    const found = text.matchAll(/<(title|h1|h2|p)\b[^<>]{0,200}>([^<]*)/gi);
    return [Array.from(found, ([, , words = ""]) => words)];
  }
  const body = ErrorBody.safeParse(parsed);
  if (!body.success) return [];
  const { errors, error } = body.data;
  const one = error === undefined ? [] : [objectWords(error)];
  if (errors === undefined) return one;
  if (Array.isArray(errors)) return [...one, ...errors.map(objectWords)];
  return [...one, ...Object.entries(errors).map(([id, words]) => [`${id}: ${words.join(", ")}`])];
}

function objectWords(error: unknown): readonly string[] {
  if (typeof error !== "object" || error === null) return [String(error)];
  const { data } = ErrorObject.safeParse(error);
  const { title, detail, message, details = [] } = data ?? {};
  return [title, detail, message, ...details.map((each) => each.message)].filter(
    (word) => word !== undefined,
  );
}

function sentenceOf(words: readonly string[], secrets: SecretSearch): readonly string[] {
  const said = [...new Set(words)]
    .join(", ")
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const safe = redactText(secrets.conceal(said)).text;
  return safe === "" ? [] : [cutText(safe, LONGEST_SENTENCE)];
}
