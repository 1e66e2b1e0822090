import { errorAnswer, jsonAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import { scopesOf } from "./list-monitors.ts";
import type { RawMonitor } from "../northwind/monitors.ts";
import { parseQuery, tagValues, type RecordFields, type RecordQuery } from "./query.ts";

const MONITOR_STATUSES: ReadonlySet<string> = new Set(
  "alert,ignored,no data,ok,skipped,unknown,warn".split(","),
);

/** Answers `GET /api/v1/monitor/search`. */
export function searchMonitors(question: EndpointCall): EmbeddedAnswer {
  const { query, organisation } = question;
  const matches = parseMonitorQuery(query.get("query") ?? "");
  if (typeof matches === "string") return errorAnswer(400, matches);

  const perPage = Number(query.get("per_page") ?? 30);
  const page = Number(query.get("page") ?? 0);
  if (!Number.isInteger(perPage) || perPage < 1 || !Number.isInteger(page) || page < 0) {
    return errorAnswer(400, "Invalid paging parameters.");
  }

  const found = organisation.monitors.filter((monitor) => matches(monitorFields(monitor)));
  return jsonAnswer({
    counts: {
      status: countFacet(found.map((monitor) => monitor.overall_state)),
      muted: countFacet(found.map(isMuted)),
      tag: countFacet(found.flatMap((monitor) => monitor.tags)),
      type: countFacet(found.map(classificationOf)),
    },
    monitors: found.slice(page * perPage, (page + 1) * perPage).map(searchedMonitor),
    metadata: {
      total_count: found.length,
      page_count: Math.ceil(found.length / perPage),
      page,
      per_page: perPage,
    },
  });
}

function parseMonitorQuery(text: string): RecordQuery | string {
  const asked = /\bstatus:(\([^()]*\)|"[^"]*"|\S+)/.exec(text)?.[1] ?? "";
  const names = asked.replaceAll(/[()"]/g, "").split(" OR ");
  const unknown = names.find((name) => name !== "" && !MONITOR_STATUSES.has(name.trim().toLowerCase()));
  if (unknown !== undefined) return `Query parsing error: '${unknown}' is not a valid monitor status`;

  return parseQuery(text) ?? "Query parsing error";
}

function monitorFields(monitor: RawMonitor): RecordFields {
  return (name) => {
    if (name === "tag") {
      // Datadog does not say whether tag:compliance also finds compliance:soc2; here it does.
      const keys = monitor.tags.map((tag) => tag.split(":")[0] ?? tag);
      return [...monitor.tags, ...keys];
    }
    if (name === "status") return [monitor.overall_state, monitor.overall_state.toLowerCase()];
    if (name === "muted") return [String(isMuted(monitor))];
    if (name === "type") return [classificationOf(monitor)];
    if (name === "metric") return metricsOf(monitor);
    if (name === "scope") return scopesOf(monitor);
    return tagValues(monitor.tags, name);
  };
}

/** A monitor as the search shows it, with other names and forms than in the list. */
function searchedMonitor(monitor: RawMonitor) {
  const changed = monitor.overall_state_modified;
  const seconds = changed === null ? null : Math.floor(Date.parse(changed) / 1000);
  const failing = monitor.overall_state === "Alert" || monitor.overall_state === "Warn";
  return {
    id: monitor.id,
    org_id: monitor.org_id,
    name: monitor.name,
    type: monitor.type,
    classification: classificationOf(monitor),
    query: monitor.query,
    status: monitor.overall_state,
    overall_state_modified: seconds,
    last_triggered_ts: failing ? seconds : null,
    muted_until_ts: monitor.matching_downtimes[0]?.end ?? null,
    tags: monitor.tags,
    scopes: scopesOf(monitor),
    metrics: metricsOf(monitor),
    notifications: [...monitor.message.matchAll(/@([\w.@-]+)/g)].map(([, handle]) => ({
      handle,
      name: handle,
    })),
    priority: monitor.priority,
    restricted_roles: monitor.restricted_roles ?? [],
    creator: { id: monitor.creator.id, handle: monitor.creator.handle, name: monitor.creator.name },
  };
}

function isMuted(monitor: RawMonitor): boolean {
  return monitor.matching_downtimes.length > 0 || Object.keys(monitor.options.silenced).length > 0;
}

function classificationOf({ type }: RawMonitor): string {
  if (type === "service check") return "custom";
  return type.replace(/ alert$/, "").replace("query", "metric");
}

function metricsOf({ query }: RawMonitor): readonly string[] {
  const metric = /(?:avg|sum|min|max):([\w.]+)\{/.exec(query)?.[1] ?? /^"([\w.]+)"/.exec(query)?.[1];
  return metric === undefined ? [] : [metric];
}

function countFacet<Name extends string | boolean>(names: readonly Name[]): { count: number; name: Name }[] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ count, name })).toSorted((a, b) => b.count - a.count);
}
