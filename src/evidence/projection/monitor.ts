import { z } from "zod";

import { digestDefinition, MonitorDefinition } from "./monitor-definition.ts";
import { readMutes, Mutes } from "./mutes.ts";
import { newTimeKeeper, rawTime } from "./instants.ts";
import { newTextKeeper, firstBadField, idOfUnusable, optionalText } from "./projection.ts";
import type { ProjectedRecord, ProjectionOptions } from "./projection.ts";
import type { MonitorRecord } from "../schema.ts";

/** The keys of the tags that are kept of a monitor. */
export const MONITOR_TAGS = new Set([
  "compliance",
  "env",
  "service",
  "team",
  "iso27001",
  "soc2",
  "check_status",
  "check_type",
]);

const RawMonitor = z.object({
  ...MonitorDefinition.shape,
  ...Mutes.shape,
  id: z.int(),
  name: optionalText,
  tags: z.array(z.string()),
  overall_state: z.string(),
  overall_state_modified: rawTime,
  modified: rawTime,
  draft_status: optionalText,
});

/** Projects a monitor. It is kept if it has exactly the tag, not only a longer one. */
export function projectMonitor(
  raw: unknown,
  { privacy, secrets, links, tag, now }: ProjectionOptions & { readonly tag: string },
): ProjectedRecord<MonitorRecord> {
  const parsed = RawMonitor.safeParse(raw);
  if (!parsed.success) return { misshapen: firstBadField(parsed.error), id: idOfUnusable(raw, secrets) };
  const found = parsed.data;
  if (!found.tags.includes(tag))
    return { excluded: `it does not have exactly the tag ${tag}`, id: String(found.id) };

  const keep = newTextKeeper({ privacy, secrets });
  const times = newTimeKeeper(now);
  const mute = readMutes(found, now);
  const paused = found.tags.includes("check_status:paused");
  const draft = found.draft_status === "draft";

  return keep.result(
    {
      id: keep.id("id", found.id),
      name: keep.text("name", found.name),
      type: keep.word("type", found.type),
      state: keep.word("state", found.overall_state),
      stateSince: times.optional(found.overall_state_modified),
      verdict: monitorVerdict(found.overall_state),
      muted: mute !== null,
      mutedScope: mute?.scope ?? null,
      mutedUntil: mute?.until ?? null,
      draft,
      paused,
      watchesClock: /\bntp\.(?:in_sync|offset)\b/.test(found.query ?? ""),
      definitionSha256: digestDefinition(found),
      modified: times.optional(found.modified),
      tags: privacy === "minimal" ? [tag] : keep.tags(found.tags, MONITOR_TAGS, tag),
      link: links.monitor(found.id),
    },
    {
      "muted-monitor": mute?.scope === "all",
      "muted-in-part": mute?.scope === "part",
      "muted-somewhere": mute?.scope === null,
      "mute-without-expiry": mute?.until === null,
      draft,
      paused,
      "never-evaluated": found.overall_state_modified === null || found.overall_state_modified === undefined,
      "unusable-time": times.hasUnusable(),
    },
  );
}

/** Datadog documents Alert, Warn, No Data and OK. Any other state counts as not evaluated. */
export function monitorVerdict(state: string): MonitorRecord["verdict"] {
  if (state === "OK") return "passing";
  return state === "Alert" || state === "Warn" ? "failing" : "notEvaluated";
}
