import { z } from "zod";

import { canonicalJson } from "../files/canonical.ts";
import { sha256 } from "../digest.ts";
import { newTextKeeper, optionalTime, firstBadField, optionalText } from "./projection.ts";
import type { ProjectedRecord, ProjectionOptions } from "./projection.ts";
import type { MonitorRecord } from "../schema.ts";

const MONITOR_TAGS = new Set([
  "compliance",
  "env",
  "service",
  "team",
  "iso27001",
  "soc2",
  "check_status",
  "check_type",
]);

/** A downtime that cannot be read counts as a mute without an end. */
const MonitorDowntime = z
  .object({ active: z.boolean().nullish().catch(null), end: z.number().nullish().catch(null) })
  .catch({});

const RawMonitor = z.object({
  id: z.int(),
  name: optionalText,
  type: z.string(),
  query: optionalText,
  tags: z.array(z.string()),
  overall_state: z.string(),
  overall_state_modified: optionalTime,
  modified: optionalTime,
  draft_status: optionalText,
  matching_downtimes: z.array(MonitorDowntime).nullish(),
  options: z
    .object({
      thresholds: z.json().nullish().catch(null),
      silenced: z.record(z.string(), z.number().nullable().catch(null)).nullish(),
    })
    .nullish(),
});

/** Projects a monitor. It is kept if it has exactly the tag, not only a longer one. */
export function projectMonitor(
  raw: unknown,
  { privacy, secrets, links, tag }: ProjectionOptions & { readonly tag: string },
): ProjectedRecord<MonitorRecord> {
  const parsed = RawMonitor.safeParse(raw);
  if (!parsed.success) return { misshapen: firstBadField(parsed.error) };
  const found = parsed.data;
  if (!found.tags.includes(tag))
    return { excluded: `it does not have exactly the tag ${tag}`, id: String(found.id) };

  const keep = newTextKeeper({ privacy, secrets });
  const mutes = [
    ...(found.matching_downtimes ?? [])
      .filter(({ active }) => active !== false)
      .map(({ end }) => end ?? null),
    ...Object.values(found.options?.silenced ?? {}),
  ];
  const query = found.query ?? "";
  const paused = found.tags.includes("check_status:paused");
  const draft = found.draft_status === "draft";
  const stateSince = found.overall_state_modified ?? null;

  return keep.result(
    {
      id: keep.id("id", found.id),
      name: keep.text("name", found.name),
      type: keep.word("type", found.type),
      state: keep.word("state", found.overall_state),
      stateSince,
      verdict: monitorVerdict(found.overall_state),
      muted: mutes.length > 0,
      mutedUntil: lastEnd(mutes),
      draft,
      paused,
      watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(query),
      definitionSha256: sha256(
        canonicalJson({ type: found.type, query, thresholds: found.options?.thresholds ?? null }),
      ),
      modified: found.modified ?? null,
      tags: privacy === "minimal" ? [tag] : keep.tags(found.tags, MONITOR_TAGS, tag),
      link: links.monitor(found.id),
    },
    [
      ...(mutes.length > 0 ? (["muted-monitor"] as const) : []),
      ...(mutes.includes(null) ? (["mute-without-expiry"] as const) : []),
      ...(draft ? (["draft"] as const) : []),
      ...(paused ? (["paused"] as const) : []),
      ...(stateSince === null ? (["never-evaluated"] as const) : []),
    ],
  );
}

/** Datadog documents Alert, Warn, No Data and OK. Any other state counts as not evaluated. */
export function monitorVerdict(state: string): MonitorRecord["verdict"] {
  if (state === "OK") return "passing";
  return state === "Alert" || state === "Warn" ? "failing" : "notEvaluated";
}

/** When the last mute ends; null if one has no end or there is none. */
function lastEnd(ends: readonly (number | null)[]): string | null {
  const known = ends.filter((end) => end !== null && Math.abs(end) <= 8.64e12).map(Number);
  if (known.length === 0 || known.length < ends.length) return null;
  return new Date(Math.max(...known) * 1000).toISOString();
}
