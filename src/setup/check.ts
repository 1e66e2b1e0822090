/** One line of the doctor: what was looked at, what was found, and what a run would do without it. */
export interface SetupCheck {
  /** The name of what was looked at; of a permission, its own id. */
  readonly id: string;
  readonly status: "ok" | "warning" | "error" | "unknown";
  /** Whether a run needs it. */
  readonly needed: boolean;
  /** The id of the permission in Datadog; null where the line is about something else. */
  readonly permission: string | null;
  readonly message: string;
  /** What to do; null where nothing needs to be done. */
  readonly hint: string | null;
}

/** What a line of the doctor is about. */
export interface CheckSubject {
  readonly id: string;
  /** What a run would do without it: a sentence without its first word, `without`. */
  readonly without: string;
  /** By default a run needs it. */
  readonly needed?: boolean;
  readonly permission?: string;
}

/** Makes the line of each status about one thing, from what was found and what to do. */
export type CheckMaker = Readonly<Record<SetupCheck["status"], (found: string, hint?: string) => SetupCheck>>;

/** The lines that there can be about the subject. */
export function checkOf({ id, without, needed = true, permission }: CheckSubject): CheckMaker {
  const line =
    (status: SetupCheck["status"]) =>
    (found: string, hint?: string): SetupCheck => ({
      id,
      status,
      needed,
      permission: permission ?? null,
      message: `${found}; without ${without}`,
      hint: hint ?? null,
    });
  return { ok: line("ok"), warning: line("warning"), error: line("error"), unknown: line("unknown") };
}

/** 2 where a run would fail, 3 where it would be incomplete or prove less, 0 where all is ready. */
export function exitCodeOf(checks: readonly SetupCheck[]): 0 | 2 | 3 {
  if (checks.some(({ status }) => status === "error")) return 2;
  const isLess = checks.some(
    ({ status, needed }) => status === "warning" || (status === "unknown" && needed),
  );
  return isLess ? 3 : 0;
}
