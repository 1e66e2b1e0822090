import { z } from "zod";

import { controlsOf } from "../controls/catalogue.ts";
import { Ledger, pages, single } from "../datadog/pages.ts";
import type { Paging } from "../datadog/pages.ts";
import { caveats } from "../evidence/caveats.ts";
import { atLeastOne } from "../evidence/completeness.ts";
import { finding } from "../evidence/projection.ts";
import type { Collection, FindingRecord, FindingsItem, Reason } from "../evidence/schema.ts";
import { COVERED, findingsResult } from "../evidence/states.ts";
import { NOT_ASKED, PAGE_SIZE } from "./collector.ts";
import type { Collector, Scope } from "./collector.ts";
import { collectionOf, gather, nothing } from "./gather.ts";
import type { Gathered } from "./gather.ts";
import { searchPage } from "./search-page.ts";

const QUERY =
  "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";
const PATH = "/api/v2/security/findings/search";
const COVERAGE_PATH = "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts";
const PERMISSION = "security_monitoring_findings_read";

const Coverage = z.object({
  data: z.object({
    attributes: z.object({
      total_coverage: z.object({
        configured_resources_count: z.int().nonnegative(),
        partially_configured_resources_count: z.int().nonnegative().default(0),
      }),
    }),
  }),
});

/** Failing critical and high posture checks, muted ones included. */
export const cspm = {
  id: "cspm-findings",
  title: "Failing critical and high cloud posture checks",

  async collect(scope: Scope): Promise<FindingsItem> {
    const { datadog, projection } = scope;
    const ledger = new Ledger();
    const listing = ledger.open(paging.question(null));
    const gathered = await gather(pages(datadog, listing, paging), (raw) => finding(raw, projection));

    const accounts = isAnswering(gathered.stopped) ? await coveredAccounts({ datadog, ledger }) : null;
    const proofs = accounts === null ? [] : [atLeastOne(COVERED, accounts)];
    return itemOf(scope, gathered, {
      how: { requests: ledger.requests, listings: [listing], total: null, proofs },
      accounts,
    });
  },

  failed: (scope: Scope, reason: Reason) =>
    itemOf(scope, nothing(reason), { how: NOT_ASKED, accounts: null }),
} as const satisfies Collector;

function itemOf(
  { links, cspmRequired }: Scope,
  gathered: Gathered<FindingRecord>,
  found: { readonly how: Parameters<typeof collectionOf>[1]; readonly accounts: number | null },
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
    population: { what: "cloud accounts covered by Cloud Security", size: found.accounts },
    collection,
    result: findingsResult(collection, records),
    records,
    caveats: [
      ...caveats({ what: "findings", ...gathered, duplicates: received - unique }),
      "Datadog gives no count of findings to compare with: what its search silently left out would not show",
    ],
  };
}

/** Whether Datadog answers at all: by a list, or by refusing it. */
function isAnswering(stopped: Reason | null): boolean {
  return stopped === null || stopped.code === "permission" || stopped.code === "not-available";
}

const paging: Paging<string> = {
  question: (cursor) => ({
    method: "POST",
    path: PATH,
    body: {
      data: {
        attributes: {
          filter: QUERY,
          page: { limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) },
          sort: "@detection_changed_at",
        },
      },
    },
    permission: PERMISSION,
  }),
  read: searchPage,
};

/** Accounts that Cloud Security looks at; null where the key may not ask. Without any, zero findings prove nothing. */
async function coveredAccounts({
  datadog,
  ledger,
}: Pick<Scope, "datadog"> & { readonly ledger: Ledger }): Promise<number | null> {
  const reply = await single(datadog, ledger, { method: "GET", path: COVERAGE_PATH });
  const coverage = Coverage.safeParse(reply.json);
  if (!coverage.success) return null;
  const { total_coverage: total } = coverage.data.data.attributes;
  return total.configured_resources_count + total.partially_configured_resources_count;
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
