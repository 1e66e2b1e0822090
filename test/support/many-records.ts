import { rawFinding, type RawFinding } from "../../src/demo/northwind/findings.ts";
import { rawMonitor, type RawMonitor } from "../../src/demo/northwind/monitors.ts";
import { rawSignal, type RawSignal } from "../../src/demo/northwind/signals.ts";
import { HOUR_MS } from "../../src/platform/time.ts";

/** Many failing misconfigurations, every fourth critical and the others high, none muted. */
export function manyFindings(count: number, now: Date): RawFinding[] {
  return Array.from({ length: count }, (_, index) =>
    rawFinding({ rule: index % 4 === 0 ? "publicBucket" : "mfa", resource: `bulk-resource-${index}` }, now),
  );
}

/**
 * Many critical and high signals spread evenly over the six days before now, the
 * first of them the oldest; every third is archived.
 */
export function manySignals(count: number, now: Date): RawSignal[] {
  const step = (6 * 24 * HOUR_MS) / count;
  return Array.from({ length: count }, (_, index) =>
    rawSignal({
      rule: index % 5 === 0 ? "rootLogin" : "travel",
      triage: index % 3 === 0 ? "archived:remediated" : "open",
      at: new Date(Math.floor(now.getTime() - (count - index) * step)),
      label: `bulk signal ${index}`,
      title: null,
    }),
  );
}

/** Many monitors tagged exactly `compliance`, ascending by id, all of them OK. */
export function manyMonitors(count: number, now: Date): RawMonitor[] {
  return Array.from({ length: count }, (_, index) =>
    rawMonitor(
      {
        name: `Free space on volume ${index}`,
        type: "metric alert",
        query: `avg(last_5m):min:system.disk.free{volume:${index}} by {host} < 1000000000`,
        tags: ["compliance", "team:platform"],
        state: "OK",
      },
      { index, now },
    ),
  );
}
