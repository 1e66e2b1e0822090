/** Why an item is not complete or its state unknown, as the evidence file names it. */
export const REASON_CODES = [
  "refused",
  "permission",
  "not-available",
  "unreachable",
  "rate-limited",
  "server-error",
  "not-json",
  "shape",
  "truncated",
  "source-timeout",
  "cursor-repeated",
  "cap",
  "deadline",
  "cancelled",
  "count-mismatch",
  "clock-skew",
  "no-monitors",
  "no-liveness",
  "no-coverage",
  "withheld",
] as const;

export type ReasonCode = (typeof REASON_CODES)[number];

/** Codes of a step that failed. The evidence never has one as the reason of an item. */
export const STEP_CODES = [
  "input",
  "not-signed",
  "no-timestamp",
  "not-published",
  "not-genuine",
  "unreadable",
] as const;

/** A reason of the evidence file, or the step that failed. */
export type Code = ReasonCode | (typeof STEP_CODES)[number];

/**
 * A failure we foresaw. The message says what happened; the hint says what the
 * reader can do about it. Anything else that is thrown is a bug.
 */
export class Failure extends Error {
  override readonly name = "Failure";
  readonly code: Code;
  readonly hint: string | undefined;

  constructor(code: Code, message: string, details: { hint?: string | undefined; cause?: unknown } = {}) {
    super(message, { cause: details.cause });
    this.code = code;
    this.hint = details.hint;
  }
}

/** The result of the step, or the failure that it throws. Throws what was not foreseen. */
export function catchFailure<T>(step: () => T): T | Failure {
  try {
    return step();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** The result of a step that takes its time, or the failure with which it ends. Throws what was not foreseen. */
export async function awaitFailure<T>(step: () => Promise<T>): Promise<T | Failure> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

/** What an entry prints of an error: a foreseen failure reads as a sentence, a bug keeps its stack. */
export function explainError(error: unknown): string {
  if (error instanceof Failure)
    return [error.message, sentenceCase(error.hint ?? "")].filter(Boolean).join("\n");
  if (!(error instanceof Error)) return String(error);
  return systemRefusal(error) ?? error.stack ?? error.message;
}

/** What the system does not allow, as a sentence: that is no bug of ours. Null for any other error. */
function systemRefusal(error: Error): string | null {
  if (!("syscall" in error) || !("code" in error) || typeof error.code !== "string") return null;
  const hint =
    SYSTEM_HINTS.get(error.code) ?? "check the limits, the disk and the permissions of this machine";
  return [`the system does not allow ${String(error.syscall)} (${error.code})`, sentenceCase(hint)].join(
    "\n",
  );
}

/** What happened, and as a second sentence what to do about it, on one line. */
export function failureLine({
  message,
  hint,
}: {
  readonly message: string;
  readonly hint?: string | null | undefined;
}): string {
  if (!hint) return message;
  return `${message}${/[.!?]$/v.test(message) ? "" : "."} ${sentenceCase(hint)}`;
}

/** Text with a capital. */
export function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const SYSTEM_HINTS: ReadonlyMap<string, string> = new Map([
  ["EMFILE", "this process may not open more files; raise the limit (ulimit -n)"],
  ["ENFILE", "this machine has no file handles left; close other programs"],
  ["ENOSPC", "the disk is full; make room and run again"],
  ["ENOMEM", "this machine has no memory left"],
]);

/** The code of an error of the system, such as `ENOENT`; `unknown error` where it has none. */
export function errorCode(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "unknown error";
}

/** Whether an evidence file may contain the code. */
export function isReasonCode(code: Code): code is ReasonCode {
  return REASON_CODES.some((known) => known === code);
}
