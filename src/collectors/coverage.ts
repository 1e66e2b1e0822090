import { z } from "zod";

import type { Datadog } from "../datadog/client.ts";
import { requestOnce } from "../datadog/pagination.ts";
import type { RequestLedger } from "../datadog/pagination.ts";
import { OLDER_FINDINGS_PATH } from "../evidence/rules/states.ts";

/** Where to ask, and where to write down that it was asked. */
interface Recording {
  readonly datadog: Datadog;
  readonly ledger: RequestLedger;
}

const CoverageAnswer = z.object({
  data: z.object({
    attributes: z.object({
      total_coverage: z.object({
        configured_resources_count: z.int().nonnegative(),
        partially_configured_resources_count: z.int().nonnegative().default(0),
      }),
    }),
  }),
});

/** Accounts that Cloud Security looks at; null where the key may not ask. Without any, zero findings prove nothing. */
export async function countCoveredAccounts({ datadog, ledger }: Recording): Promise<number | null> {
  const reply = await requestOnce(datadog, ledger, {
    method: "GET",
    path: "/api/v2/csm/onboarding/coverage_analysis/cloud_accounts",
  });
  const coverage = CoverageAnswer.safeParse(reply.json);
  if (!coverage.success) return null;
  const { total_coverage: total } = coverage.data.data.attributes;
  return total.configured_resources_count + total.partially_configured_resources_count;
}

const CountAnswer = z.object({
  meta: z.object({ page: z.object({ total_filtered_count: z.int().nonnegative() }) }),
});

/**
 * How many critical and high misconfiguration checks there are: those that fail,
 * or all of them, passing, failing and muted. Only the legacy endpoint counts,
 * where `status` is the severity and may be given once; it is planned to go, and
 * null without both its answers.
 */
export async function countChecks(
  { datadog, ledger }: Recording,
  which: "failing" | "all",
): Promise<number | null> {
  const counts = await Promise.all(
    ["critical", "high"].map(async (severity) => {
      const reply = await requestOnce(datadog, ledger, {
        method: "GET",
        path: OLDER_FINDINGS_PATH,
        query: {
          "filter[vulnerability_type]": "misconfiguration",
          "filter[status]": severity,
          ...(which === "failing" ? { "filter[evaluation]": "fail" } : {}),
          "page[limit]": 1,
        },
        permission: "security_monitoring_findings_read",
      });
      const counted = CountAnswer.safeParse(reply.json);
      return counted.success ? counted.data.meta.page.total_filtered_count : null;
    }),
  );
  const known = counts.filter((count) => count !== null);
  return known.length < counts.length ? null : known.reduce((sum, count) => sum + count, 0);
}
