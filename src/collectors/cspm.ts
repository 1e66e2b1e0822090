import { LISTING_PATHS } from "../evidence/rules/recount.ts";
import { HOUR_MS } from "../platform/time.ts";
import type { ApiRequest } from "../datadog/client.ts";
import { RequestLedger, requestOnce, type RecordedClient } from "../datadog/pagination.ts";
import { recordCaveats } from "../evidence/projection/caveats.ts";
import { checkAtLeastOne, type ObservedListing } from "../evidence/rules/completeness.ts";
import { NOT_MISCONFIGURATION, projectFinding } from "../evidence/projection/finding.ts";
import { RECORD_SCHEMAS } from "../evidence/schema.ts";
import type {
  Check,
  Collection,
  FindingRecord,
  FindingsItem,
  Population,
  Reason,
} from "../evidence/schema.ts";
import type { TimeSpan } from "./slicing/plan.ts";
import { ACCOUNTS_COVERED, FINDINGS_SEEN, findingsResult } from "../evidence/rules/states.ts";
import { NO_REQUESTS, type ItemCollector, type CollectorScope } from "./collector.ts";
import { countChecks, countCoveredAccounts } from "./coverage.ts";
import {
  collectionOf,
  countListed,
  noRecords,
  type CollectedRecords,
  type ObservedRequests,
} from "./store/batch.ts";
import { readSearchPage } from "./search-page.ts";
import { readTimeline, NO_COUNT, type RecordTimeline } from "./slicing/read-slices.ts";

const FINDINGS_QUERY =
  "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
/** The same without the failing part. */
const ANY_FINDINGS_QUERY = FINDINGS_QUERY.replace(" @compliance.evaluation:fail", "");
const FINDINGS_PERMISSION = "security_monitoring_findings_read";

/** Failing critical and high posture checks, muted ones included. */
export const findingsCollector = {
  id: "cspm-findings",

  async collect(scope: CollectorScope): Promise<FindingsItem> {
    const { datadog } = scope;
    const { collected, readAgain: _, ...read } = await readTimeline(datadog, findingsTimeline(scope));
    const ledger = new RequestLedger(read.requests);
    const { stopped } = collected;
    const isRefused = stopped?.code === "permission" || stopped?.code === "not-available";
    const [accounts, checks, sight] = await Promise.all([
      stopped === null || isRefused ? countCoveredAccounts({ datadog, ledger }) : null,
      stopped === null ? countChecks({ datadog, ledger }, "all") : null,
      stopped === null && collected.records.length === 0 ? proveSight(scope, ledger) : [],
    ]);
    const listed = countListed(collected);
    const isDoubtful = stopped === null && (listed === 0 || collected.nullLists > 0);
    const total = isDoubtful ? await confirmCount({ datadog, ledger }, listed) : null;
    const proofs = [...(accounts === null ? [] : [checkAtLeastOne(ACCOUNTS_COVERED, accounts)]), ...sight];
    return findingsItem(scope, collected, {
      how: { ...read, requests: ledger.requests, total, proofs },
      accounts,
      checks,
    });
  },

  failed: (scope: CollectorScope, reason: Reason) =>
    findingsItem(scope, noRecords(scope.spool, reason), { how: NO_REQUESTS, accounts: null, checks: null }),
} as const satisfies ItemCollector;

function findingsItem(
  { links, cspmRequired }: CollectorScope,
  collected: CollectedRecords<FindingRecord>,
  found: {
    readonly how: ObservedRequests;
    readonly accounts: number | null;
    readonly checks: number | null;
  },
): FindingsItem {
  const { records } = collected;
  const observed = collectionOf(collected, found.how);
  const collection = cspmRequired ? observed : skippedWhereMissing(observed, found.accounts);
  return {
    id: "cspm-findings",
    title: "Failing critical and high cloud posture checks",
    link: links.findings(FINDINGS_QUERY),
    controls: [],
    window: null,
    population: populationOf(found, records.length),
    collection,
    result: findingsResult(collection, records),
    records,
    caveats: [
      ...recordCaveats({ what: "findings", ...collected }),
      ...(found.how.total === null
        ? ["Datadog gives no count of findings to compare with: an omission by its search would not show"]
        : []),
    ],
  };
}

/**
 * The legacy count, if the search finds no failing check or ends with null: it must agree. Other numbers are
 * not compared, because the two count closed checks differently.
 */
async function confirmCount(client: RecordedClient, listed: number): Promise<ObservedListing["total"]> {
  const failing = await countChecks(client, "failing");
  const where = listed === 0 ? "finds none" : "ends with null";
  const name = `failing checks by the legacy count, where the search ${where}`;
  return failing === null ? null : { name, expected: failing, actual: listed };
}

/**
 * Whether the key can see misconfigurations at all. The search also opens with
 * `appsec_vm_read`, which every role has, and then may hold vulnerabilities only.
 */
async function proveSight(
  { datadog, projection }: CollectorScope,
  ledger: RequestLedger,
): Promise<readonly Check[]> {
  const reply = await requestOnce({ datadog, ledger }, anyFindingRequest());
  const page = readSearchPage(reply.json);
  if (page === null) return [];
  const misconfigurations = page.records
    .map((raw) => projectFinding(raw, projection))
    .filter((seen) => ("excluded" in seen ? seen.excluded !== NOT_MISCONFIGURATION : "kept" in seen));
  return [checkAtLeastOne(FINDINGS_SEEN, misconfigurations.length)];
}

/** The population. The legacy count is not used if it is smaller than the number of failing checks. */
function populationOf(
  { accounts, checks }: { readonly accounts: number | null; readonly checks: number | null },
  failing: number,
): Population {
  return checks === null || checks === 0 || checks < failing
    ? { what: "cloud accounts covered by Cloud Security", size: accounts }
    : { what: "critical and high misconfiguration checks, passing, failing and muted", size: checks };
}

/**
 * A finding that changes moves to the end of the list. A change during the run has a time after its start,
 * and the clocks may differ by this much, so the newest stretch is a slice that is read last.
 */
const UNSETTLED_MS = HOUR_MS;

function findingsTimeline({
  window,
  pageSize,
  projection,
  spool,
}: CollectorScope): RecordTimeline<FindingRecord> {
  return {
    what: "findings",
    whole: { from: null, to: null },
    horizon: Date.parse(window.to) - UNSETTLED_MS,
    countRecords: async () => NO_COUNT,
    isLasting: false,
    storage: { spool, shape: RECORD_SCHEMAS["cspm-findings"] },
    pagingFor: (span) => ({
      pageSize,
      requestAfter: (cursor, limit) =>
        findingSearchRequest(span, { limit, ...(cursor === null ? {} : { cursor }) }),
      keep: (raw) => projectFinding(raw, projection),
      read: readSearchPage,
    }),
    timeOf: ({ changed }) => (changed === null ? null : Date.parse(changed)),
  };
}

/**
 * The request for a stretch. It uses a bound and its negation: each finding matches one of the two, even
 * one that has no time, and however Datadog reads the bound.
 */
function findingSearchRequest({ from, to }: TimeSpan, page: object): ApiRequest {
  const bounds = [
    ...(from === null ? [] : [`-@detection_changed_at:<${from}`]),
    ...(to === null ? [] : [`@detection_changed_at:<${to}`]),
  ];
  return postSearch([FINDINGS_QUERY, ...bounds].join(" "), page);
}

/** One critical or high misconfiguration, passing or failing. */
export function anyFindingRequest(): ApiRequest {
  return postSearch(ANY_FINDINGS_QUERY, { limit: 1 });
}

function postSearch(filter: string, page: object): ApiRequest {
  return {
    method: "POST",
    path: LISTING_PATHS["cspm-findings"],
    body: { data: { attributes: { filter, page, sort: "@detection_changed_at" } } },
    permission: FINDINGS_PERMISSION,
  };
}

/**
 * An organisation without Cloud Security answers 403 or 404: the item is skipped, not failed. If accounts
 * are covered, the product is there and the permission is missing.
 */
function skippedWhereMissing(collection: Collection, accounts: number | null): Collection {
  const { status, reason } = collection;
  if (status !== "failed" || (reason?.code !== "permission" && reason?.code !== "not-available"))
    return collection;
  // A 404 is never about a permission.
  if (accounts !== null && accounts > 0) return { ...collection, status: "skipped", reason };
  return {
    ...collection,
    status: "skipped",
    reason: {
      code: "not-available",
      message: `${reason.message}, or Cloud Security is not enabled`,
      hint: `enable Cloud Security, give the application key ${FINDINGS_PERMISSION}, or leave cspm-findings out of the items`,
    },
  };
}
