import { z } from "zod";

import { checkCountRequest, countCoveredAccounts } from "../collectors/coverage.ts";
import type { Config } from "../config/read-config.ts";
import type { Datadog } from "../datadog/client.ts";
import { RequestLedger } from "../datadog/pagination.ts";
import { AUXILIARY_PATIENCE_MS } from "../datadog/retry.ts";
import type { DatadogSite } from "../datadog/sites.ts";
import { validateAccess } from "../datadog/validate-access.ts";
import { windowBefore } from "../evidence/projection/times.ts";
import { REMARKABLE_SKEW_MS } from "../evidence/rules/clock-skew.ts";
import { Failure } from "../failure.ts";
import { checkOf, type SetupCheck } from "./check.ts";
import { PERMISSIONS, type PermissionRow } from "./permissions.ts";

/**
 * What a run would meet at Datadog: access, permissions, tag, posture management, rate limits and clock. `site` is null
 * where a server on this machine answers in place of Datadog.
 */
export async function datadogChecks(
  datadog: Datadog,
  { config, site }: { readonly config: Config; readonly site: DatadogSite | null },
): Promise<readonly SetupCheck[]> {
  const owner = await validateAccess(datadog, site);
  const rows = PERMISSIONS.filter(({ item }) => config.items.includes(item));
  const access = checkOf({
    id: "access",
    without: "access to Datadog, nothing is collected and the run ends with exit 2",
  });
  if (owner instanceof Failure) {
    const refused = access.error(owner.message, owner.hint);
    const permissions = rows.map((row) =>
      checkOf(describe(row, config)).unknown(
        `${row.name} (${row.id}): not known, because Datadog was not open`,
      ),
    );
    return [refused, ...permissions, clockCheck(datadog)];
  }
  const permissions = await Promise.all(rows.map(async (row) => permissionCheck(datadog, { row, config })));
  const mayList = permissions.some(({ id, status }) => id === "monitors_read" && status === "ok");
  const [tag, cspm] = await Promise.all([
    mayList ? tagCheck(datadog, config["monitor-tag"]) : null,
    config.items.includes("cspm-findings") ? cspmCheck(datadog) : null,
  ]);
  return [
    access.ok(
      `${ACCESS_WORDS[datadog.credentials.mode]} open ${site ?? "the server of DD_API_URL"}, organisation ${owner.organizationId ?? "not named"}`,
    ),
    ...permissions,
    ...[tag, cspm].filter((check) => check !== null),
    rateLimitCheck(datadog),
    clockCheck(datadog),
  ];
}

const ACCESS_WORDS = {
  keys: "API key and application key",
  token: "the access token can",
  delegated: "the identity of this workflow can",
} as const;

async function permissionCheck(
  datadog: Datadog,
  { row, config }: { row: PermissionRow; config: Config },
): Promise<SetupCheck> {
  const about = describe(row, config);
  const check = checkOf(about);
  const { json, failure } = await firstRefusal(datadog, row);
  const title = `${row.name} (${row.id})`;
  if (failure === null) {
    const read = row.read(json);
    if (read !== null) return check.ok(`${title}: ${read}`);
    return check.unknown(`${title}: Datadog's answer is not as expected`);
  }
  const isRefused = failure.code === "permission" || failure.code === "not-available";
  if (!isRefused) return check.unknown(`${title}: ${failure.message}`, failure.hint);
  return check[about.needed ? "error" : "warning"](
    `${title}: refused (${failure.message})`,
    row.grant ?? `${GRANT} ${title}; if the key or token is scoped, add that scope too`,
  );
}

const GRANT = "in Datadog, Organization Settings > Roles, open the role of the key's owner and grant";

function describe({ id, without, isNeeded }: PermissionRow, config: Config) {
  const needed = isNeeded || (id === "security_monitoring_findings_read" && config.cspm === "required");
  return { id, permission: id, without: `the permission, ${without}`, needed };
}

/**
 * The search for findings also opens with a permission that every role has and may then hold vulnerabilities only; the
 * legacy count needs the right one.
 */
async function firstRefusal(datadog: Datadog, { id, request }: PermissionRow) {
  const patienceMs = AUXILIARY_PATIENCE_MS;
  const window = windowBefore(new Date());
  const first = await datadog.request({ ...request(window), patienceMs });
  if (first.failure !== null || id !== "security_monitoring_findings_read") return first;
  const second = await datadog.request({ ...checkCountRequest("critical", "all"), patienceMs });
  return second.failure?.code === "permission" ? second : first;
}

const MonitorPage = z.array(z.object({ id: z.int(), tags: z.array(z.string()) }));
const MONITORS_PER_PAGE = 100;
/** More monitors are not looked through for a tag that is nearly right. */
const MOST_PAGES = 50;

/** How many monitors carry the tag, and how many one that is nearly the same. */
async function tagCheck(datadog: Datadog, tag: string): Promise<SetupCheck> {
  const check = checkOf({
    id: "monitor-tag",
    without:
      "a monitor that carries it, compliance-monitors is empty and unknown, and the run ends with exit 3",
  });
  const counts = await countTags(datadog);
  if (counts instanceof Failure) {
    return check.unknown(`tag ${tag}: ${counts.message}`, counts.hint);
  }
  // `compliance:soc2`, `Compliance` and `compliances` are near `compliance`.
  const near = [...counts.monitors]
    .filter(([name]) => name !== tag && name.toLowerCase().startsWith(tag.toLowerCase()))
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5)
    .map(([name, count]) => `${name} (${count})`);
  const carried = counts.monitors.get(tag) ?? 0;
  const nearly = near.length === 0 ? "no tag is nearly the same" : `nearly the same: ${near.join(", ")}`;
  const least = counts.isWhole ? "" : "at least ";
  const found = `${least}${carried} monitors carry exactly the tag ${tag}; ${nearly}`;
  if (carried > 0) return check.ok(found);
  return check.warning(
    found,
    `add the tag ${tag} to the monitors that support a control (Monitors > Manage Monitors > Edit Tags), or set monitor-tag`,
  );
}

interface TagCounts {
  readonly monitors: ReadonlyMap<string, number>;
  /** Whether every monitor was looked at. */
  readonly isWhole: boolean;
}

/** Monitors by tag, of as many monitors as are looked through. */
async function countTags(datadog: Datadog): Promise<TagCounts | Failure> {
  const counts = new Map<string, number>();
  let after = 0;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const reply = await datadog.request({
      method: "GET",
      path: "/api/v1/monitor",
      query: { page_size: MONITORS_PER_PAGE, id_offset: after },
      permission: "monitors_read",
      patienceMs: AUXILIARY_PATIENCE_MS,
    });
    if (reply.failure !== null) return reply.failure;
    const monitors = MonitorPage.safeParse(reply.json).data;
    if (monitors === undefined) return new Failure("shape", "Datadog's list of monitors is not as expected");
    for (const { tags } of monitors) {
      for (const each of new Set(tags)) counts.set(each, (counts.get(each) ?? 0) + 1);
    }
    const last = Math.max(after, ...monitors.map(({ id }) => id));
    if (last === after) return { monitors: counts, isWhole: true };
    after = last;
  }
  return { monitors: counts, isWhole: false };
}

async function cspmCheck(datadog: Datadog): Promise<SetupCheck> {
  const check = checkOf({
    id: "cspm",
    needed: false,
    without:
      "an account, a result of no findings stays unknown, because nothing shows that anything was checked",
  });
  const accounts = await countCoveredAccounts({ datadog, ledger: new RequestLedger() });
  if (accounts === null) return check.unknown("Datadog does not say whether Cloud Security is enabled");
  if (accounts > 0) return check.ok(`Cloud Security covers ${accounts} cloud accounts`);
  return check.warning(
    "Cloud Security covers no cloud account",
    "connect the accounts in Cloud Security, or leave cspm-findings out of items",
  );
}

function rateLimitCheck(datadog: Datadog): SetupCheck {
  const check = checkOf({
    id: "rate-limits",
    needed: false,
    without: "requests left, a run waits until the limit resets, or names the limit as the reason",
  });
  const limits = datadog.remainingLimits.toSorted((a, b) => a.left - b.left);
  const [least] = limits;
  if (least === undefined) return check.unknown("Datadog named no rate limit");
  const found = `at least ${least.left} requests are left in each of ${limits.length} rate limits (least: ${least.family})`;
  if (least.left > 0) return check.ok(found);
  return check.warning(found, "run at another time, or ask Datadog to raise the limit");
}

function clockCheck({ clockSkewMs }: Datadog): SetupCheck {
  const about = {
    id: "clock",
    without: "a clock that is right, times carry a caveat, and beyond an hour every item is partial",
  };
  const check = checkOf(about);
  if (clockSkewMs === null) return checkOf({ ...about, needed: false }).unknown("no answer carried a date");
  const seconds = Math.round(Math.abs(clockSkewMs) / 1000);
  const found = `the clocks of this machine and of Datadog are ${seconds} s apart`;
  if (Math.abs(clockSkewMs) <= REMARKABLE_SKEW_MS) return check.ok(found);
  return check.warning(found, "set the clock of this machine, by NTP for instance");
}
