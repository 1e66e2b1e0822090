import { z } from "zod";

import { isJsonObject } from "../files/json.ts";
import type { MonitorRecord } from "../schema.ts";
import { formatInstant, rawTime, readSeconds } from "./instants.ts";

const Scope = z
  .union([z.array(z.string()), z.string().transform((scope) => [scope])])
  .nullish()
  .catch(null);

/** A downtime that cannot be read counts as a mute without an end, of a scope that is not known. */
const MonitorDowntime = z
  .object({ active: z.boolean().nullish().catch(null), end: rawTime, scope: Scope })
  .catch({ end: null });

/** By scope, when the mute ends. Not a record of zod, which leaves out a scope that is named `__proto__`. */
const Silenced = z.custom<Readonly<Record<string, unknown>>>(isJsonObject);

/** The parts of a monitor that mute it. */
export const Mutes = z.object({
  matching_downtimes: z.array(MonitorDowntime).nullish(),
  options: z.looseObject({ silenced: Silenced.nullish() }).nullish(),
});

/** The mutes of a monitor, summed up. */
interface MuteState {
  /** Whether all of the monitor is muted or a part of it; null if Datadog does not say. */
  readonly scope: "all" | "part" | null;
  /** When the last mute ends; null if one has no end that can be read. */
  readonly until: MonitorRecord["mutedUntil"];
}

interface Mute {
  readonly scope: MuteState["scope"];
  readonly end: number | null;
}

/** Reads the mutes that are in force. Returns null if there is none. A mute whose end has passed is none. */
export function readMutes(monitor: z.infer<typeof Mutes>, now: number): MuteState | null {
  const downtimes = (monitor.matching_downtimes ?? []).flatMap(({ active, end, scope }): readonly Mute[] =>
    active === false ? [] : [{ scope: scopeOf(scope ?? []), end: readSeconds(end) }],
  );
  const silenced = Object.entries(monitor.options?.silenced ?? {}).map(([scope, end]): Mute => ({
    scope: scopeOf([scope]),
    end: readSeconds(end),
  }));
  const inForce = [...downtimes, ...silenced].filter(({ end }) => end === null || end > now);
  if (inForce.length === 0) return null;

  const whole = inForce.filter(({ scope }) => scope === "all");
  const isKnown = inForce.every(({ scope }) => scope !== null);
  const scope = whole.length > 0 ? "all" : isKnown ? "part" : null;
  const deciding = whole.length > 0 ? whole : inForce;
  const ends = deciding.flatMap(({ end }) => (end === null ? [] : [end]));
  const isEndless = ends.length < deciding.length;
  const until = isEndless ? null : formatInstant(ends.reduce((last, end) => Math.max(last, end)));
  return { scope, until };
}

/** `*` is all of the monitor. Any other scope, such as `host:a`, may be a part of it only. */
function scopeOf(scopes: readonly string[]): Mute["scope"] {
  if (scopes.length === 0) return null;
  return scopes.every((scope) => scope.trim() === "*") ? "all" : "part";
}
