import { z } from "zod";

import type { ApiRequest } from "../datadog/client.ts";
import { requestOnce, type RecordedClient } from "../datadog/pagination.ts";
import { OLDER_FINDINGS_PATH } from "../evidence/rules/states.ts";

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

/** The number of cloud accounts that Cloud Security covers; null if the key has no access. Without accounts, zero findings prove nothing. */
export async function countCoveredAccounts(client: RecordedClient): Promise<number | null> {
  const reply = await requestOnce(client, {
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
 * The number of critical and high misconfiguration checks: the failing ones, or all. Only the legacy
 * endpoint has a count. Its `status` is the severity and takes one value, so this asks twice; null
 * without both answers. Datadog plans to remove the endpoint.
 */
export async function countChecks(client: RecordedClient, which: "failing" | "all"): Promise<number | null> {
  const count = async (severity: "critical" | "high"): Promise<number | null> => {
    const { json } = await requestOnce(client, checkCountRequest(severity, which));
    return CountAnswer.safeParse(json).data?.meta.page.total_filtered_count ?? null;
  };
  const [critical, high] = await Promise.all([count("critical"), count("high")]);
  return critical === null || high === null ? null : critical + high;
}

/** The legacy count of checks of one severity, which only `security_monitoring_findings_read` gives access to. */
export function checkCountRequest(severity: "critical" | "high", which: "failing" | "all"): ApiRequest {
  return {
    method: "GET",
    path: OLDER_FINDINGS_PATH,
    query: {
      "filter[vulnerability_type]": "misconfiguration",
      "filter[status]": severity,
      ...(which === "failing" ? { "filter[evaluation]": "fail" } : {}),
      "page[limit]": 1,
    },
    permission: "security_monitoring_findings_read",
  };
}
