import {
  collected,
  LEGACY_FINDINGS,
  MONITORS,
  northwind,
  NOW,
  SCALAR,
  SIGNALS,
  FINDINGS,
} from "../collectors/collecting.ts";
import type { World } from "../collectors/collecting.ts";
import { rewriteField } from "../collectors/json.ts";
import { decideExit, parseGates } from "../../src/config/fail-on.ts";
import type { Item, ItemId } from "../../src/evidence/schema.ts";
import type { ServerFault } from "../support/datadog-faults.ts";
import { manyFindings, manyMonitors, manySignals } from "../support/many-records.ts";

/** A kind of answer that is easily taken for more than it proves, and how the item is read. */
export interface Kind {
  readonly what: string;
  readonly item: ItemId;
  readonly world: World;
  /** Status, grade or reason, count, state and why. */
  readonly read: string;
  readonly exit: number;
}

const isPassing = ({ attributes }: ReturnType<typeof northwind>["findings"][number]): boolean =>
  attributes.attributes.custom.compliance?.evaluation === "pass";
const PASSING = northwind({ findings: northwind().findings.filter(isPassing) });
const VULNERABILITIES_ONLY = northwind({
  permissions: new Set(
    [...northwind().permissions, "appsec_vm_read"].filter(
      (name) => name !== "security_monitoring_findings_read",
    ),
  ),
});
const UNTAGGED = northwind({ monitors: [] });
const QUIET = northwind({ signals: [] });
const TWENTY = northwind({ signals: manySignals(20, NOW), monitors: manyMonitors(20, NOW) });
const MANY = northwind({ signals: manySignals(130, NOW), findings: manyFindings(130, NOW) });
/** A request gives up after a minute, which is thirteen attempts. */
const slowPages = (nth: number): ServerFault => (nth > 1 && nth <= 1 + 2 * 13 ? { status: 504 } : "ok");
const EMPTY_PAGE = { status: 200, body: { data: [], meta: { page: { after: "more" } } } } as const;

const counting = (values: readonly (number | null)[]) => ({
  status: 200,
  body: { data: { attributes: { columns: [{ values }] } } },
});
const refused = { status: 403, body: { errors: ["Forbidden"] } };

/** The kinds, in the order of the page. */
export const KINDS: readonly Kind[] = [
  {
    what: "no failing check, and passing ones are in sight",
    item: "cspm-findings",
    world: { organisation: PASSING },
    read: "complete, reconciled, 0, clear",
    exit: 0,
  },
  {
    what: "no failing check, because the key may only see vulnerabilities",
    item: "cspm-findings",
    world: { organisation: VULNERABILITIES_ONLY },
    read: "complete, drained, 0, unknown: permission",
    exit: 0,
  },
  {
    what: "no failing check, and an older count is refused",
    item: "cspm-findings",
    world: { organisation: PASSING, faults: { [LEGACY_FINDINGS]: () => refused } },
    read: "complete, drained, 0, unknown: permission",
    exit: 0,
  },
  {
    what: "no failing check, and an older count does not exist (404)",
    item: "cspm-findings",
    world: { organisation: PASSING, faults: { [LEGACY_FINDINGS]: () => ({ status: 404 }) } },
    read: "complete, drained, 0, clear",
    exit: 0,
  },
  {
    what: "the search does not exist (404), although accounts are covered",
    item: "cspm-findings",
    world: { faults: { [FINDINGS]: () => ({ status: 404 }) } },
    read: "skipped, not-available, none, unknown: not-available",
    exit: 0,
  },
  {
    what: "an empty page names the next one, and no other comes",
    item: "security-signals",
    world: { organisation: TWENTY, faults: { [SIGNALS]: () => EMPTY_PAGE } },
    read: "partial, cursor-repeated, 0+, unknown: cursor-repeated",
    exit: 3,
  },
  {
    what: "null in place of the list, and Datadog counts none",
    item: "compliance-monitors",
    world: { organisation: UNTAGGED, faults: { [MONITORS]: () => ({ status: 200, body: null }) } },
    read: "complete, reconciled, 0, unknown: no-monitors",
    exit: 3,
  },
  {
    what: "null in place of the list, and Datadog counts some",
    item: "compliance-monitors",
    world: { organisation: TWENTY, faults: { [MONITORS]: () => ({ status: 200, body: null }) } },
    read: "failed, count-mismatch, none, unknown: count-mismatch",
    exit: 3,
  },
  ...[[], [null]].map((values) => ({
    what: `no signal, and Datadog's count has the values ${JSON.stringify(values)}`,
    item: "security-signals" as const,
    world: { organisation: QUIET, faults: { [SCALAR]: () => counting(values) } },
    read: "complete, reconciled, 0, clear",
    exit: 0,
  })),
  {
    what: "signals, and Datadog's count has the values []",
    item: "security-signals",
    world: { organisation: TWENTY, faults: { [SCALAR]: () => counting([]) } },
    read: "partial, count-mismatch, 20+, unknown: count-mismatch",
    exit: 3,
  },
  {
    what: "a count that lags behind the list for a moment",
    item: "security-signals",
    world: { organisation: TWENTY, faults: { [SCALAR]: [counting([19])] } },
    read: "complete, reconciled, 20, attention",
    exit: 0,
  },
  {
    what: "the time of signals has no zone",
    item: "security-signals",
    world: {
      organisation: TWENTY,
      faults: { [SIGNALS]: () => rewriteField("attributes.timestamp", "2026-11-20T10:00:00") },
    },
    read: "partial, shape, 0+, unknown: shape",
    exit: 3,
  },
  {
    what: "the time of signals is in seconds",
    item: "security-signals",
    world: {
      organisation: TWENTY,
      faults: { [SIGNALS]: () => rewriteField("attributes.timestamp", 1_795_000_000) },
    },
    read: "partial, shape, 0+, unknown: shape",
    exit: 3,
  },
  {
    what: "an optional time has no zone",
    item: "compliance-monitors",
    world: {
      organisation: TWENTY,
      faults: { [MONITORS]: () => rewriteField("overall_state_modified", "2026-11-20T10:00:00") },
    },
    read: "complete, reconciled, 20, clear",
    exit: 0,
  },
  {
    what: "monitors are muted for one host",
    item: "compliance-monitors",
    world: {
      organisation: TWENTY,
      faults: { [MONITORS]: () => rewriteField("options.silenced", { "host:a": null }) },
    },
    read: "complete, reconciled, 20, attention",
    exit: 0,
  },
  {
    what: "the mute of monitors has ended",
    item: "compliance-monitors",
    world: {
      organisation: TWENTY,
      faults: { [MONITORS]: () => rewriteField("options.silenced", { "*": 1_600_000_000 }) },
    },
    read: "complete, reconciled, 20, clear",
    exit: 0,
  },
  ...(["security-signals", "cspm-findings"] as const).map((item) => ({
    what: "pages of 100 end with 504 for two minutes, and smaller ones do not",
    item,
    world: { organisation: MANY, faults: { [item === "security-signals" ? SIGNALS : FINDINGS]: slowPages } },
    read: `complete, ${item === "security-signals" ? "reconciled" : "drained"}, 130, attention`,
    exit: 0,
  })),
  {
    what: "403 that names the missing permission",
    item: "security-signals",
    world: {
      organisation: TWENTY,
      faults: {
        [SIGNALS]: () => ({ status: 403, body: { errors: ["Failed permission authorization checks"] } }),
      },
    },
    read: "failed, permission, none, unknown: permission",
    exit: 3,
  },
  {
    what: "403 that does not say why",
    item: "security-signals",
    world: { organisation: TWENTY, faults: { [SIGNALS]: () => refused } },
    read: "failed, permission, none, unknown: permission",
    exit: 3,
  },
];

/** What a run reads of the kind, and how it exits, beside items that are well. */
export async function readKind({
  item: id,
  world,
}: Kind): Promise<{ readonly read: string; readonly exit: number }> {
  const { evidence, item } = await collected(world);
  const { code } = decideExit(evidence, { gates: parseGates("incomplete") ?? [], undone: [], changes: null });
  return { read: inWords(item(id)), exit: code };
}

function inWords({ collection, result }: Item): string {
  const total = result.counts?.total ?? null;
  const count = total === null ? "none" : `${total}${collection.status === "partial" ? "+" : ""}`;
  const state = [result.state, ...(result.reason === null ? [] : [result.reason.code])].join(": ");
  return [collection.status, collection.grade ?? collection.reason?.code ?? "?", count, state].join(", ");
}

/** The kinds as a part of the page for people. */
export function kindsTable(): string {
  const rows = KINDS.map(({ what, item, read, exit }) => `| ${what} | \`${item}\` | ${read} | ${exit} |`);
  return [
    "## Answers that prove less than they seem to",
    "",
    "Each row is one run of the tests, with an organisation that is well but for this. An empty list, a time or a mute is read",
    "as what it surely is. The last column is the exit code of the run with the default `fail-on`.",
    "",
    "| What Datadog answers | Item | Read as | Exit |",
    "| --- | --- | --- | --- |",
    ...rows,
    "",
  ].join("\n");
}
