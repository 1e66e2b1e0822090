import { redactText } from "../evidence/projection/redaction.ts";
import { Failure, type Code } from "../failure.ts";
import type { AccessMode } from "../evidence/schema.ts";
import type { SecretSearch } from "../platform/secrets.ts";
import { REFUSAL_WORDS } from "./credentials.ts";
import { reasonForStatus } from "./retry.ts";

/**
 * An error status as a failure. Datadog answers errors in three shapes: JSON
 * with strings, JSON:API with objects, and HTML from its front door.
 */
export function refusalFailure(answer: {
  readonly what: string;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly bytes: Buffer;
  readonly permission: string | undefined;
  readonly access: AccessMode;
  /** What must not be repeated, should the answer hold it. */
  readonly secrets: SecretSearch;
}): Failure {
  const { what, status, permission } = answer;
  const { subject, grant, unauthorized } = REFUSAL_WORDS[answer.access];
  const said = errorSentences(answer.bytes, answer.secrets);
  const details = said.length === 0 ? "" : `: ${said.join("; ")}`;

  if (status >= 300 && status < 400) {
    return new Failure("refused", `Datadog redirected ${what} (${status})`, {
      hint: "redirects are not followed, because keys would travel with them; check for a proxy in between",
    });
  }
  if (status === 403 && isWebPage(answer.bytes)) {
    return new Failure("refused", `${what} was refused (403) by a web page, not by Datadog's API`, {
      hint: "Datadog's front door refuses a malformed key so, and a proxy what it blocks",
    });
  }
  if (status === 403 && permission !== undefined) {
    return new Failure("permission", `Datadog refused ${what} (403): ${subject} lacks ${permission}`, {
      hint: grant(permission),
    });
  }
  if (status === 401) {
    return new Failure("refused", `Datadog refused ${what} (401)${details}`, {
      hint: unauthorized,
    });
  }
  const code = reasonForStatus(status);
  return new Failure(
    code,
    `Datadog ${code === "server-error" ? "failed" : "refused"} ${what} (${status})${details}`,
    {
      hint: REFUSAL_HINTS[code],
    },
  );
}

const REFUSAL_HINTS: Partial<Record<Code, string>> = {
  "not-available": "the product may not be enabled for this organisation, or not on this site",
  "rate-limited": "run less often, or ask Datadog to raise the limit",
  "server-error": "see https://status.datadoghq.com and run again",
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

/** TLS does not mend itself: the certificate is wrong now and will be in a minute. */
export function isCertificateTrouble(error: unknown): boolean {
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|PRX_TLS/.test(errorNameOf(error))) return true;
  return error instanceof Error && error.cause !== undefined && isCertificateTrouble(error.cause);
}

/** The proxy's answer to CONNECT reaches us only as a sentence of undici's. */
function refusalByProxy(error: unknown): string | null {
  const status = error instanceof Error ? /^Proxy response \((\d{3})\)/.exec(error.message)?.[1] : undefined;
  return status === undefined ? null : `the proxy answered ${status}`;
}

function hintFor(error: unknown): string {
  if (isCertificateTrouble(error)) {
    return "a proxy seems to break TLS open; give Node its certificate by NODE_EXTRA_CA_CERTS";
  }
  if (refusalByProxy(error) !== null) {
    return "ask whoever runs the proxy in HTTPS_PROXY to let api.<site> through; a user and password go into its address";
  }
  return "check the network; behind a proxy, set HTTPS_PROXY";
}

function errorNameOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown error";
  if ("code" in error && typeof error.code === "string") return error.code;
  return error.cause instanceof Error ? errorNameOf(error.cause) : error.name;
}

const LONGEST_SENTENCE = 200;

function isWebPage(bytes: Buffer): boolean {
  return /^\s*</.test(bytes.subarray(0, 100).toString("utf8"));
}

/** What the error body says, at most three sentences, without control characters, keys and addresses. */
function errorSentences(bytes: Buffer, secrets: SecretSearch): readonly string[] {
  const text = bytes.subarray(0, 10_000).toString("utf8");
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // An HTML page says nothing that the status does not.
    return [];
  }
  if (typeof parsed !== "object" || parsed === null || !("errors" in parsed) || !Array.isArray(parsed.errors))
    return [];
  const errors: readonly unknown[] = parsed.errors;
  return errors.flatMap((error) => sentencesIn(error, secrets)).slice(0, 3);
}

function sentencesIn(error: unknown, secrets: SecretSearch): readonly string[] {
  const words =
    typeof error === "object" && error !== null
      ? Object.entries(error).flatMap(([key, value]) =>
          (key === "title" || key === "detail") && typeof value === "string" ? [value] : [],
        )
      : [String(error)];
  const said = [...new Set(words)]
    .join(", ")
    .replaceAll(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();
  const safe = redactText(secrets.conceal(said)).text;
  return safe === "" ? [] : [safe.slice(0, LONGEST_SENTENCE)];
}
