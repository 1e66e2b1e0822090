import { errorAnswer, jsonAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import type { RawMonitor } from "../northwind/monitors.ts";

const GROUP_STATES: ReadonlySet<string> = new Set(["all", "alert", "warn", "no data", "ok"]);
const MOST_MONITORS = 1000;

/** Answers `GET /api/v1/monitor`. */
export function listMonitors({ query, organisation }: EndpointCall): EmbeddedAnswer {
  const groupStates = query.get("group_states")?.split(",") ?? [];
  if (groupStates.some((state) => !GROUP_STATES.has(state.trim()))) {
    return errorAnswer(400, "Invalid group_state filters.");
  }

  const size = numberParameter(query, "page_size", 100);
  const page = numberParameter(query, "page", 0);
  const offset = numberParameter(query, "id_offset", 0);
  if (size === null || size < 1 || size > MOST_MONITORS || page === null || offset === null) {
    return errorAnswer(400, "Invalid paging parameters.");
  }

  const tags = listParameter(query, "monitor_tags");
  const scopes = listParameter(query, "tags");
  const name = query.get("name") ?? "";
  // Datadog does not document whether a tag with that key counts too. Here it does.
  const found = organisation.monitors
    .filter(({ id }) => id > offset)
    .filter((monitor) =>
      tags.every((tag) => monitor.tags.some((own) => own === tag || own.startsWith(`${tag}:`))),
    )
    .filter((monitor) => scopes.every((scope) => scopesOf(monitor).includes(scope)))
    .filter((monitor) => monitor.name.includes(name))
    .toSorted((a, b) => a.id - b.id);

  // Without a paging parameter Datadog answers everything at once, which times out in large organisations.
  const paged = ["page", "page_size", "id_offset"].some((parameter) => query.has(parameter));
  const shown = paged ? found.slice(page * size, (page + 1) * size) : found;
  const withDowntimes = query.get("with_downtimes") === "true";
  return jsonAnswer(withDowntimes ? shown : shown.map(withoutDowntimes));
}

function withoutDowntimes(monitor: RawMonitor): RawMonitor {
  return { ...monitor, matching_downtimes: [] };
}

/** Returns what the monitor's query is limited to, such as `env:prod`. */
export function scopesOf({ query }: RawMonitor): readonly string[] {
  const braces = /\{([^{}]*)\}/.exec(query)?.[1];
  if (braces !== undefined) return braces.split(",");
  const over = /\.over\("([^"]*)"\)/.exec(query)?.[1];
  return over === undefined ? [] : [over];
}

function listParameter(query: URLSearchParams, name: string): string[] {
  return (query.get(name) ?? "").split(",").filter((value) => value !== "");
}

function numberParameter(query: URLSearchParams, name: string, otherwise: number): number | null {
  const text = query.get(name);
  if (text === null) return otherwise;
  return /^\d+$/.test(text) ? Number(text) : null;
}
