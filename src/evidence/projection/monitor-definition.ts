import { z } from "zod";

import { sha256 } from "../digest.ts";
import { canonicalJson } from "../files/canonical.ts";
import { optionalText } from "./projection.ts";

/** The options that decide whether a monitor alerts, and when and whom it tells. Mutes are in the record itself. */
export const DEFINING_OPTIONS = [
  "thresholds",
  "threshold_windows",
  "notify_no_data",
  "no_data_timeframe",
  "on_missing_data",
  "new_host_delay",
  "new_group_delay",
  "evaluation_delay",
  "group_retention_duration",
  "require_full_window",
  "timeout_h",
  "min_failure_duration",
  "min_location_failed",
  "aggregation",
  "groupby_simple_monitor",
  "variables",
  "scheduling_options",
  "synthetics_check_id",
  "device_ids",
  "notify_by",
  "notify_audit",
  "notification_preset_name",
  "renotify_interval",
  "renotify_occurrences",
  "renotify_statuses",
] as const;

/** The parts of a monitor that define it. */
export const MonitorDefinition = z.object({
  type: z.string(),
  query: optionalText,
  message: optionalText,
});

type DefinedMonitor = z.infer<typeof MonitorDefinition> & {
  readonly options?: Readonly<Record<string, unknown>> | null | undefined;
};

/**
 * The digest of what decides whether the monitor alerts, and when and whom it tells: type, query with its
 * scopes, thresholds, missing data, delays, schedule and recipients. The wording of messages is not part of it.
 */
export function digestDefinition({ type, query, message, options }: DefinedMonitor): string {
  const defining = DEFINING_OPTIONS.map((name) => [name, options?.[name] ?? null]);
  const { escalation_message: escalation } = options ?? {};
  return sha256(
    canonicalJson({
      type,
      query: query ?? "",
      options: Object.fromEntries(defining),
      recipients: recipientsIn(message ?? ""),
      escalation: recipientsIn(typeof escalation === "string" ? escalation : ""),
    }),
  );
}

/** The handles in the message, and the conditions that they are under, such as `{{#is_alert}}`. */
function recipientsIn(message: string): string[] {
  const found = message.match(/\{\{[#^/][^{}]*\}\}|@[^\s,;(){}<>"'`]*/g) ?? [];
  const recipients = found.map((each) => {
    if (each.startsWith("{")) return each;
    // A sentence may go on directly after a handle.
    let end = each.length;
    while (end > 0 && !/[\w-]/.test(each.charAt(end - 1))) end -= 1;
    return each.slice(0, end);
  });
  return recipients.filter((each) => each.length > 1);
}
