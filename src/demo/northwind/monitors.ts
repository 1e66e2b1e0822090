import { DAY_MS, HOUR_MS } from "../../platform/time.ts";
import { MONITOR_ROSTER, type MonitorDraft } from "./monitor-roster.ts";
import { NORTHWIND_STAFF } from "./people.ts";
import { stablePick, stableNumber } from "./stable.ts";

/** A monitor as `GET /api/v1/monitor` answers it. */
export type RawMonitor = ReturnType<typeof rawMonitor>;

/** The organisation's number in Datadog's older endpoints. */
export const ORG_ID = 1_200_417;

const FIRST_ID = 41_200_000;
/** How long a monitor alerts before another one does. */
const SEASON_MS = 10 * DAY_MS;
/** How long a definition lasts before somebody changes it. */
const PERIOD_MS = 28 * DAY_MS;

/** Returns the monitors of Northwind Freight, ascending by id. */
export function makeMonitors(now: Date): RawMonitor[] {
  return MONITOR_ROSTER.map((draft, index) => rawMonitor(applySeason(draft, now), { index, now }));
}

/** The draft as it is at that moment. */
function applySeason(draft: MonitorDraft, now: Date): MonitorDraft {
  const season = Math.floor(now.getTime() / SEASON_MS) % 2 === 0 ? "even" : "odd";
  const isChanged = Math.floor(now.getTime() / PERIOD_MS) % 2 === 1;
  return {
    ...draft,
    ...(draft.alertsIn === season ? { state: "Alert" } : {}),
    ...(draft.otherQuery !== undefined && isChanged ? { query: draft.otherQuery } : {}),
  };
}

/** A monitor of the draft, as the list answers it. */
export function rawMonitor(draft: MonitorDraft, { index, now }: { index: number; now: Date }) {
  const id = FIRST_ID + index * 137;
  const label = `monitor ${id}`;
  const created = new Date(Date.UTC(2024, 2, 4, 9, 12) + index * 3 * DAY_MS);
  const modified = new Date(
    draft.otherQuery === undefined
      ? created.getTime() + stableNumber(`${label} modified`, 200) * DAY_MS
      : lastBegin(now, PERIOD_MS),
  );
  const changed = new Date(
    draft.alertsIn === undefined
      ? modified.getTime() +
          (draft.otherQuery === undefined ? stableNumber(`${label} changed`, 100 * 24) * HOUR_MS : 0)
      : lastBegin(now, SEASON_MS),
  );
  const { name, handle, id: author } = stablePick(`${label} creator`, NORTHWIND_STAFF);
  const synthetic = draft.type === "synthetics alert";

  return {
    id,
    org_id: ORG_ID,
    type: draft.type,
    name: draft.name,
    message: `${draft.name.split("\n")[0]}. Notify @slack-platform-oncall and @${handle}`,
    tags: draft.tags,
    query: draft.query,
    options: {
      ...(synthetic ? {} : { thresholds: monitorThresholds(draft) }),
      silenced: draft.mutedBy === "silenced" ? { "*": null } : {},
      notify_no_data: draft.type === "service check",
      notify_audit: false,
      include_tags: true,
      new_host_delay: 300,
      ...(synthetic ? { synthetics_check_id: "nwf-dem-001" } : {}),
    },
    multi: /\bby\b/.test(draft.query),
    created_at: created.getTime(),
    created: offsetIso(created, ".418291"),
    modified: offsetIso(modified, ".418291"),
    deleted: null,
    restricted_roles: null,
    priority: index % 3 === 0 ? 2 : null,
    draft_status: draft.draft === true ? "draft" : "published",
    overall_state: draft.state,
    overall_state_modified: draft.neverEvaluated === true ? null : offsetIso(changed, ""),
    creator: { id: author, name, handle, email: handle },
    matching_downtimes: draft.mutedBy === "downtime" ? [rawDowntime(id, now)] : [],
  };
}

/** The monitor in another state since that moment. */
export function changeState(
  monitor: RawMonitor,
  { state, since }: { readonly state: string; readonly since: Date },
): RawMonitor {
  return { ...monitor, overall_state: state, overall_state_modified: offsetIso(since, "") };
}

/** When the season or period of that moment began. */
function lastBegin(now: Date, length: number): number {
  return Math.floor(now.getTime() / length) * length;
}

/** It has no entry in `silenced`: a reader of only one of the two places misses a mute. */
function rawDowntime(monitorId: number, now: Date) {
  const start = lastBegin(now, PERIOD_MS) / 1000;
  return {
    id: 2_942_900_000 + (monitorId % 100_000),
    active: true,
    monitor_id: monitorId,
    start,
    end: start + (2 * PERIOD_MS) / 1000,
    scope: ["*"],
    groups: ["total"],
  };
}

function monitorThresholds(draft: MonitorDraft): Readonly<Record<string, number>> {
  if (draft.type === "service check") return { ok: 1, warning: 1, critical: 1 };
  const critical = Number(/[<>]=? (\d+(?:\.\d+)?)$/.exec(draft.query)?.[1] ?? 1);
  return draft.state === "Warn" ? { critical, warning: critical * 2 } : { critical };
}

/** Datadog writes the offset and six decimals where JavaScript writes a Z and three. */
function offsetIso(date: Date, decimals: string): string {
  return `${date.toISOString().slice(0, 19)}${decimals}+00:00`;
}
