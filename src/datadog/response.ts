import { createHash } from "node:crypto";

import type { Page } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { isTransientStatus } from "../platform/http.ts";
import { isLastingTrouble, refusalFailure, type RefusedRequest } from "./errors.ts";
import type { ApiResponse } from "./transport.ts";

/** The value of a good answer, or the failure. */
export function classifyResponse<Value extends object>(
  answer: ApiResponse,
  { read, ...asked }: RefusedRequest & { readonly read: (bytes: Buffer) => Value },
): Value | Failure {
  const { status, headers, bytes } = answer;
  const { what } = asked;
  if (status < 200 || status >= 300) return refusalFailure(answer, asked);

  const coding = headers.get("content-encoding")?.trim().toLowerCase() ?? "";
  if (coding !== "" && coding !== "identity") {
    return new Failure(
      "not-json",
      `Datadog's answer to ${what} is compressed (${coding.slice(0, 40)}), which was not asked for`,
      { hint: "a proxy seems to compress answers; let it pass api.<site> unchanged" },
    );
  }

  try {
    return read(bytes);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const type = headers.get("content-type") ?? "";
    if (/\bjson\b/i.test(type) || bytes.toString("utf8").trim() === "") {
      return new Failure("truncated", `Datadog's answer to ${what} is not whole JSON`, { cause: error });
    }
    return new Failure(
      "not-json",
      `Datadog answered ${what} with ${type.split(";")[0] || "an unnamed type"} instead of JSON`,
      { hint: "a proxy or a maintenance page may have answered instead of Datadog", cause: error },
    );
  }
}

/** Whether another attempt may succeed. */
export function isTransient(failure: Failure, answer: ApiResponse | null): boolean {
  if (failure.code === "truncated") return true;
  if (failure.code === "unreachable") return !isLastingTrouble(failure.cause);
  // Without an answer of this request, the failure is that of obtaining its credentials.
  if (answer === null) return failure.code === "server-error" || failure.code === "rate-limited";
  return failure.code === "server-error" || isTransientStatus(answer.status);
}

const EMPTY_SHA256 = createHash("sha256").digest("hex");

/** An answer as the evidence lists it; without one, the status is 0. */
export function pageOf(answer: ApiResponse | null, attempts: number): Page {
  return {
    status: answer?.status ?? 0,
    items: 0,
    bytes: answer?.bytes.length ?? 0,
    sha256: answer?.sha256 ?? EMPTY_SHA256,
    attempts,
  };
}
