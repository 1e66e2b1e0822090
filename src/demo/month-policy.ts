import { DAY_MS, dayOf } from "../platform/time.ts";
import type { MonthDay } from "./month-story.ts";
import type { DatadogOrganisation } from "./northwind/organisation.ts";

const TAG = "compliance";
/** How many monitors carry the tag on ordinary days. */
const TAGGED = 14;
/** On these days, counted from 1, one of the named monitors lacks the tag. */
const UNTAGGED = { first: 8, last: 16 };
/** The waiver that somebody adds after two days, and that ends before the tag is back. */
const WAIVED = { first: 10, last: 14 };
/** On this day the expectation is dropped that would break on the next day. */
const DROPPED_DAY = UNTAGGED.first - 1;

/** The ids of the monitors that the policy names; the last one loses its tag for a time. */
function namedMonitors({ monitors }: DatadogOrganisation): readonly number[] {
  return monitors
    .filter(({ tags }) => tags.includes(TAG))
    .slice(0, 3)
    .map(({ id }) => id);
}

/** The organisation on a day of the month, counted from 1: for some days a named monitor lacks its tag. */
export function untaggedForDays(organisation: DatadogOrganisation, day: number): DatadogOrganisation {
  if (day < UNTAGGED.first || day > UNTAGGED.last) return organisation;
  const lost = namedMonitors(organisation).at(-1);
  return {
    ...organisation,
    monitors: organisation.monitors.map((monitor) =>
      monitor.id === lost ? { ...monitor, tags: monitor.tags.filter((tag) => tag !== TAG) } : monitor,
    ),
  };
}

/** The policy of the demo on a day of the month, counted from 1, as the text of its file. */
export function monthPolicy(organisation: DatadogOrganisation, { day, at }: MonthDay): string {
  const item = "compliance-monitors";
  const named = namedMonitors(organisation);
  const dateOf = (other: number): string => dayOf(at.getTime() + (other - day) * DAY_MS);
  const waiver = {
    id: "EX-1",
    expect: "named-monitors",
    records: named.slice(-1),
    since: dateOf(WAIVED.first),
    until: dateOf(WAIVED.last),
    why: "the monitor moves to the account of another team",
    by: "head of platform",
    ticket: "SEC-812",
  };
  const expect = [
    { id: "named-monitors", item, title: "The named monitors stay", present: named },
    {
      id: "ntp-watched",
      item,
      title: "A monitor watches the clocks",
      atLeast: 1,
      where: { watchesClock: true },
    },
    {
      id: "critical-3d",
      item: "security-signals",
      title: "No critical signal stays open for three days",
      none: { severity: "critical", "triage.state": "open" },
      olderThan: "P3D",
    },
    { id: "rules-on", item: "security-signals", title: "Rules stay enabled", population: { atLeast: 10 } },
    { id: "all-tagged", item, title: "Every monitor keeps its tag", atLeast: TAGGED },
  ].filter(({ id }) => id !== "all-tagged" || day < DROPPED_DAY);
  const accept = day < WAIVED.first ? [] : [waiver];
  return `${JSON.stringify({ schema: "datadog-evidence/policy/v1", expect, accept }, null, 2)}\n`;
}
