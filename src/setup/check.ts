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

/** What was found, as its parts. */
interface Finding {
  readonly id: string;
  readonly found: string;
  /** What a run would do otherwise: a sentence without its first word, `without`. */
  readonly without: string;
  readonly needed?: boolean;
  readonly permission?: string | null;
  readonly hint?: string | null | undefined;
}

/** A line of the given status. A line is about something that a run needs, unless it says otherwise. */
export function setupCheck(
  status: SetupCheck["status"],
  { id, found, without, needed = true, permission = null, hint = null }: Finding,
): SetupCheck {
  return { id, status, needed, permission, message: `${found}; without ${without}`, hint };
}

/** 2 where a run would fail, 3 where it would be incomplete or prove less, 0 where all is ready. */
export function exitCodeOf(checks: readonly SetupCheck[]): 0 | 2 | 3 {
  if (checks.some(({ status }) => status === "error")) return 2;
  const isLess = checks.some(
    ({ status, needed }) => status === "warning" || (status === "unknown" && needed),
  );
  return isLess ? 3 : 0;
}
