import { z } from "zod";

import { anyFindingRequest } from "../collectors/cspm.ts";
import { rulesPage, signalCountRequest, SUPPRESSIONS_REQUEST } from "../collectors/detection.ts";
import { signalSearchRequest, SIGNALS_QUERY } from "../collectors/signals.ts";
import type { ApiRequest } from "../datadog/client.ts";
import { PERMISSION_NAMES } from "../datadog/permission-names.ts";
import type { ItemId, Window } from "../evidence/schema.ts";

/** A permission in Datadog, and what a run uses it for. */
export interface PermissionRow {
  /** As Datadog's API names it. */
  readonly id: string;
  /** As the page of a role shows it. */
  readonly name: string;
  readonly item: ItemId;
  readonly isNeeded: boolean;
  /** The end of a sentence that begins with `without the permission`. */
  readonly without: string;
  /** Where to grant it, where that is not the role. */
  readonly grant?: string;
  /** The smallest request that Datadog refuses without the permission. */
  readonly request: (window: Window) => ApiRequest;
  /** What the answer shows, in words; null where nothing more can be read in it. */
  readonly read: (json: unknown) => string | null;
}

const Total = z.object({ meta: z.object({ page: z.object({ total_count: z.int() }) }) });
const Suppressions = z.object({ data: z.array(z.unknown()).nullable() });
const SignalCount = z.object({
  data: z.object({
    attributes: z.object({ columns: z.array(z.object({ values: z.array(z.number().nullable()) })) }),
  }),
});

/** Every permission that a run uses, needed ones first. */
export const PERMISSIONS: readonly PermissionRow[] = [
  {
    id: "security_monitoring_signals_read",
    name: PERMISSION_NAMES.security_monitoring_signals_read,
    item: "security-signals",
    isNeeded: true,
    without: "security-signals fails and the run ends with exit 3",
    request: (window) => signalSearchRequest(SIGNALS_QUERY, window, { limit: 1 }),
    read: () => "the list of security signals can be read",
  },
  {
    id: "monitors_read",
    name: PERMISSION_NAMES.monitors_read,
    item: "compliance-monitors",
    isNeeded: true,
    without: "compliance-monitors fails and the run ends with exit 3",
    request: () => ({
      method: "GET",
      path: "/api/v1/monitor",
      query: { page_size: 1, id_offset: 0 },
      permission: "monitors_read",
    }),
    read: () => "the list of monitors can be read",
  },
  {
    id: "security_monitoring_findings_read",
    name: PERMISSION_NAMES.security_monitoring_findings_read,
    item: "cspm-findings",
    isNeeded: false,
    without: "cspm-findings is skipped (with cspm: required it fails, exit 3)",
    request: anyFindingRequest,
    read: () => "posture findings can be read",
  },
  {
    id: "timeseries_query",
    name: PERMISSION_NAMES.timeseries_query,
    item: "security-signals",
    isNeeded: false,
    without: "the number of signals is not compared with Datadog's own count: drained, not reconciled",
    grant: "every role has it, so add the scope timeseries_query to the key or token",
    request: (window) => signalCountRequest(SIGNALS_QUERY, window),
    read(json) {
      const columns = SignalCount.safeParse(json).data?.data.attributes.columns;
      // Where nothing matches, the column is empty.
      return columns === undefined
        ? null
        : `Datadog counts ${columns[0]?.values[0] ?? 0} critical and high signals of the last 7 days`;
    },
  },
  {
    id: "security_monitoring_rules_read",
    name: PERMISSION_NAMES.security_monitoring_rules_read,
    item: "security-signals",
    isNeeded: false,
    without: "a week without signals stays unknown, because nothing shows that detection is alive",
    request: () => rulesPage(0),
    read(json) {
      const total = Total.safeParse(json).data?.meta.page.total_count;
      return total === undefined ? null : `${total} security rules are in sight`;
    },
  },
  {
    id: "security_monitoring_suppressions_read",
    name: PERMISSION_NAMES.security_monitoring_suppressions_read,
    item: "security-signals",
    isNeeded: false,
    without: "the evidence does not say how many suppressions silence detections",
    request: () => SUPPRESSIONS_REQUEST,
    read(json) {
      const { data: answer } = Suppressions.safeParse(json);
      return answer === undefined ? null : `${answer.data?.length ?? 0} suppression rules are in sight`;
    },
  },
];
