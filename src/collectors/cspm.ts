import { HOUR_MS } from "../platform/time.ts";
import { controlsOf } from "../controls/catalogue.ts";
import type { Question } from "../datadog/client.ts";
import { Ledger } from "../datadog/pagination.ts";
import { caveats } from "../evidence/projection/caveats.ts";
import { atLeastOne } from "../evidence/rules/completeness.ts";
import { finding } from "../evidence/projection/finding.ts";
import { RECORDS } from "../evidence/schema.ts";
import type { Collection, FindingRecord, FindingsItem, Population, Reason } from "../evidence/schema.ts";
import type { Span } from "./slicing/span.ts";
import { COVERED, findingsResult } from "../evidence/rules/states.ts";
import { NOT_ASKED } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { countedChecks, coveredAccounts } from "./coverage.ts";
import { collectionOf, nothing } from "./store/batch.ts";
import type { Gathered } from "./store/batch.ts";
import { searchPage } from "./search-page.ts";
import { gatherSliced, UNCOUNTED } from "./slicing/read-slices.ts";
import type { Timeline } from "./slicing/read-slices.ts";

const QUERY =
  "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
const PATH = "/api/v2/security/findings/search";
const PERMISSION = "security_monitoring_findings_read";

/** Failing critical and high posture checks, muted ones included. */
export const cspm = {
  id: "cspm-findings",
  title: "Failing critical and high cloud posture checks",

  async collect(scope: Scope): Promise<FindingsItem> {
    const { datadog } = scope;
    const { gathered, ...read } = await gatherSliced(datadog, timelineOf(scope));
    const ledger = new Ledger(read.requests);
    const [accounts, checks] = await Promise.all([
      isAnswering(gathered.stopped) ? coveredAccounts({ datadog, ledger }) : null,
      gathered.stopped === null ? countedChecks({ datadog, ledger }, "all") : null,
    ]);
    const isZero = gathered.stopped === null && gathered.records.length + gathered.misshapen.length === 0;
    const total = isZero ? await zeroTotal({ datadog, ledger }) : null;
    const proofs = accounts === null ? [] : [atLeastOne(COVERED, accounts)];
    return itemOf(scope, gathered, {
      how: { ...read, requests: ledger.requests, total, proofs },
      accounts,
      checks,
    });
  },

  failed: (scope: Scope, reason: Reason) =>
    itemOf(scope, nothing(reason), { how: NOT_ASKED, accounts: null, checks: null }),
} as const satisfies Collector;

function itemOf(
  { links, cspmRequired }: Scope,
  gathered: Gathered<FindingRecord>,
  found: {
    readonly how: Parameters<typeof collectionOf>[1];
    readonly accounts: number | null;
    readonly checks: number | null;
  },
): FindingsItem {
  const { records, received, unique } = gathered;
  const observed = collectionOf(gathered, found.how);
  const collection = cspmRequired ? observed : skippedWhereMissing(observed, found.accounts);
  return {
    id: "cspm-findings",
    title: cspm.title,
    link: links.findings(QUERY),
    controls: controlsOf("cspm-findings", { watchesClock: false }),
    window: null,
    population: populationOf(found, records.length),
    collection,
    result: findingsResult(collection, records),
    records,
    caveats: [
      ...caveats({ what: "findings", ...gathered, duplicates: received - unique }),
      ...(found.how.total === null
        ? [
            "Datadog gives no count of findings to compare with: what its search silently left out would not show",
          ]
        : []),
    ],
  };
}

/**
 * None failing is too good to take on the word of one search: the legacy count
 * must say so too. Other numbers are not compared, because the two count
 * differently what is closed.
 */
async function zeroTotal(
  asking: Parameters<typeof countedChecks>[0],
): Promise<{ readonly name: string; readonly expected: number; readonly actual: number } | null> {
  const failing = await countedChecks(asking, "failing");
  return failing === null
    ? null
    : {
        name: "failing checks by the legacy count, where the search finds none",
        expected: failing,
        actual: 0,
      };
}

/** Whether Datadog answers at all: by a list, or by refusing it. */
function isAnswering(stopped: Reason | null): boolean {
  return stopped === null || stopped.code === "permission" || stopped.code === "not-available";
}

/** The legacy count is no denominator where it knows of fewer checks than fail. */
function populationOf(
  { accounts, checks }: { readonly accounts: number | null; readonly checks: number | null },
  failing: number,
): Population {
  return checks === null || checks === 0 || checks < failing
    ? { what: "cloud accounts covered by Cloud Security", size: accounts }
    : { what: "critical and high misconfiguration checks, passing, failing and muted", size: checks };
}

/**
 * Findings move in time: a detection that changes goes to the end of the list.
 * What changes while slices are read has a time after the start of the run, and
 * clocks may be this far apart, so the time since is a slice that is read last.
 */
const UNSETTLED_MS = HOUR_MS;

function timelineOf({ window, pageSize, projection, spool }: Scope): Timeline<FindingRecord> {
  return {
    what: "findings",
    whole: { from: null, to: null },
    horizon: Date.parse(window.to) - UNSETTLED_MS,
    pageSize,
    counted: async () => UNCOUNTED,
    isLasting: false,
    filing: { spool, shape: RECORDS["cspm-findings"] },
    paging: (span) => ({
      question: (cursor) => search(span, { limit: pageSize, ...(cursor === null ? {} : { cursor }) }),
      keep: (raw) => finding(raw, projection),
      read: searchPage,
    }),
    timeOf: ({ changed }) => (changed === null ? null : Date.parse(changed)),
  };
}

/**
 * A bound and its negation: whatever Datadog makes of the bound, and also where a
 * finding lacks the time, each finding matches one of the two.
 */
function search({ from, to }: Span, page: object): Question {
  const bounds = [
    ...(from === null ? [] : [`-@detection_changed_at:<${from}`]),
    ...(to === null ? [] : [`@detection_changed_at:<${to}`]),
  ];
  return {
    method: "POST",
    path: PATH,
    body: {
      data: {
        attributes: { filter: [QUERY, ...bounds].join(" "), page, sort: "@detection_changed_at" },
      },
    },
    permission: PERMISSION,
  };
}

/**
 * An organisation without Cloud Security answers 403 or 404. That is skipped,
 * not failed; where accounts are covered the product is there, so it is the
 * permission that is missing.
 */
function skippedWhereMissing(collection: Collection, accounts: number | null): Collection {
  const { status, reason } = collection;
  if (status !== "failed" || (reason?.code !== "permission" && reason?.code !== "not-available"))
    return collection;
  if (accounts !== null && accounts > 0) {
    return { ...collection, status: "skipped", reason: { ...reason, code: "permission" } };
  }
  return {
    ...collection,
    status: "skipped",
    reason: {
      code: "not-available",
      message: `${reason.message}, or Cloud Security is not enabled`,
      hint: `enable Cloud Security, give the application key ${PERMISSION}, or leave cspm-findings out of the items`,
    },
  };
}
