import { errors, json, type Answer, type Question } from "./answer.ts";
import { scopesOf } from "./list-monitors.ts";
import type { RawMonitor } from "../northwind/monitors.ts";
import { parseQuery, type Fields, type Query } from "./query.ts";

const STATUSES: ReadonlySet<string> = new Set([
  "alert",
  "ignored",
  "no data",
  "ok",
  "skipped",
  "unknown",
  "warn",
]);

/** Answers `GET /api/v1/monitor/search`. */
export function searchMonitors(question: Question): Answer {
  const { query, organisation, searchMatchesPrefixes, omitTotals } = question;
  const matches = parsed(query.get("query") ?? "");
  if (typeof matches === "string") return errors(400, matches);

  const perPage = Number(query.get("per_page") ?? 30);
  const page = Number(query.get("page") ?? 0);
  if (!Number.isInteger(perPage) || perPage < 1 || !Number.isInteger(page) || page < 0) {
    return errors(400, "Invalid paging parameters.");
  }

  const found = organisation.monitors.filter((monitor) => matches(fieldsOf(monitor, searchMatchesPrefixes)));
  const totals = omitTotals
    ? {}
    : { total_count: found.length, page_count: Math.ceil(found.length / perPage) };
  return json({
    counts: {
      status: facet(found.map((monitor) => monitor.overall_state)),
      muted: facet(found.map(isMuted)),
      tag: facet(found.flatMap((monitor) => monitor.tags)),
      type: facet(found.map(classification)),
    },
    monitors: found.slice(page * perPage, (page + 1) * perPage).map(searched),
    metadata: { ...totals, page, per_page: perPage },
  });
}

function parsed(text: string): Query | string {
  const asked = /\bstatus:(\([^)]*\)|"[^"]*"|\S+)/.exec(text)?.[1] ?? "";
  const names = asked.replaceAll(/[()"]/g, "").split(" OR ");
  const unknown = names.find((name) => name !== "" && !STATUSES.has(name.trim().toLowerCase()));
  if (unknown !== undefined) return `Query parsing error: '${unknown}' is not a valid monitor status`;

  return parseQuery(text) ?? "Query parsing error";
}

function fieldsOf(monitor: RawMonitor, orPrefix: boolean): Fields {
  return (name) => {
    if (name === "tag") {
      // Datadog does not say whether tag:compliance also finds compliance:soc2, so the double can do both.
      const keys = monitor.tags.map((tag) => tag.split(":")[0] ?? tag);
      return orPrefix ? [...monitor.tags, ...keys] : monitor.tags;
    }
    if (name === "status") return [monitor.overall_state, monitor.overall_state.toLowerCase()];
    if (name === "muted") return [String(isMuted(monitor))];
    if (name === "type") return [classification(monitor)];
    if (name === "metric") return metricsOf(monitor);
    if (name === "scope") return scopesOf(monitor);
    return monitor.tags.filter((tag) => tag.startsWith(`${name}:`)).map((tag) => tag.slice(name.length + 1));
  };
}

/** A monitor as the search shows it: other names and other forms than in the list. */
function searched(monitor: RawMonitor) {
  const changed = monitor.overall_state_modified;
  const seconds = changed === null ? null : Math.floor(Date.parse(changed) / 1000);
  const failing = monitor.overall_state === "Alert" || monitor.overall_state === "Warn";
  return {
    id: monitor.id,
    org_id: monitor.org_id,
    name: monitor.name,
    type: monitor.type,
    classification: classification(monitor),
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

function classification({ type }: RawMonitor): string {
  if (type === "service check") return "custom";
  return type.replace(/ alert$/, "").replace("query", "metric");
}

function metricsOf({ query }: RawMonitor): readonly string[] {
  const metric = /(?:avg|sum|min|max):([\w.]+)\{/.exec(query)?.[1] ?? /^"([\w.]+)"/.exec(query)?.[1];
  return metric === undefined ? [] : [metric];
}

function facet<Name extends string | boolean>(names: readonly Name[]): { count: number; name: Name }[] {
  const counts = new Map<Name, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ count, name })).toSorted((a, b) => b.count - a.count);
}
