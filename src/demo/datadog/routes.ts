import { errorAnswer, jsonAnswer, jsonApiAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";
import { listFindings } from "./list-findings.ts";
import { listMonitors } from "./list-monitors.ts";
import type { CloudAccounts } from "../northwind/organisation.ts";
import { answerFindingSearch } from "./search-findings.ts";
import { searchMonitors } from "./search-monitors.ts";
import { answerSignalCount, answerSignalSearch } from "./search-signals.ts";

/** What an endpoint requires of its caller, and how it answers. */
export interface EmbeddedEndpoint {
  readonly keys: "api" | "both";
  /** Absent where the specification names none. */
  readonly permission?: string;
  /** Another permission that opens it, for a part of what it holds. */
  readonly partialPermission?: string;
  readonly answer: (question: EndpointCall) => EmbeddedAnswer;
}

/** The endpoints of Datadog that are embedded. All of them only read. */
export const EMBEDDED_ENDPOINTS = {
  "GET /api/v1/validate": { keys: "api", answer: () => jsonAnswer({ valid: true }) },
  "GET /api/v2/validate": { keys: "api", answer: validateV2 },
  "GET /api/v2/validate_keys": { keys: "both", answer: () => jsonAnswer({ status: "ok" }) },
  "POST /api/v2/security_monitoring/signals/search": {
    keys: "both",
    permission: "security_monitoring_signals_read",
    answer: answerSignalSearch,
  },
  "GET /api/v1/monitor": { keys: "both", permission: "monitors_read", answer: listMonitors },
  "GET /api/v1/monitor/search": { keys: "both", permission: "monitors_read", answer: searchMonitors },
  "POST /api/v2/security/findings/search": {
    keys: "both",
    permission: "security_monitoring_findings_read",
    partialPermission: "appsec_vm_read",
    answer: answerFindingSearch,
  },
  "GET /api/v2/csm/onboarding/coverage_analysis/cloud_accounts": { keys: "both", answer: cloudCoverage },
  "GET /api/v2/security_monitoring/rules": {
    keys: "both",
    permission: "security_monitoring_rules_read",
    answer: listRules,
  },
  "GET /api/v2/security_monitoring/configuration/suppressions": {
    keys: "both",
    permission: "security_monitoring_suppressions_read",
    answer: listSuppressions,
  },
  "GET /api/v2/posture_management/findings": {
    keys: "both",
    permission: "security_monitoring_findings_read",
    answer: listFindings,
  },
  "POST /api/v2/query/scalar": { keys: "both", permission: "timeseries_query", answer: answerSignalCount },
} as const satisfies Record<string, EmbeddedEndpoint>;

/** A method and a path that are embedded. */
export type EmbeddedRoute = keyof typeof EMBEDDED_ENDPOINTS;

/** Whether a method and a path are embedded. */
export function isRoute(text: string): text is EmbeddedRoute {
  return Object.hasOwn(EMBEDDED_ENDPOINTS, text);
}

function validateV2({ organisation }: EndpointCall): EmbeddedAnswer {
  const attributes = { api_key_id: organisation.apiKeyId, api_key_scopes: [], valid: true };
  return jsonAnswer({ data: { attributes, id: organisation.id, type: "validate_v2" } });
}

function cloudCoverage({ organisation }: EndpointCall): EmbeddedAnswer {
  const { aws, azure, gcp } = organisation.cloudAccounts;
  const total = {
    configured: aws.configured + azure.configured + gcp.configured,
    partially: aws.partially + azure.partially + gcp.partially,
    total: aws.total + azure.total + gcp.total,
  };
  return jsonAnswer({
    data: {
      id: organisation.id,
      type: "get_cloud_accounts_coverage_analysis_response_public_v0",
      attributes: {
        org_id: organisation.orgId,
        aws_coverage: coverageOf(aws),
        azure_coverage: coverageOf(azure),
        gcp_coverage: coverageOf(gcp),
        total_coverage: coverageOf(total),
      },
    },
  });
}

function coverageOf({ configured, partially, total }: CloudAccounts) {
  return {
    configured_resources_count: configured,
    partially_configured_resources_count: partially,
    total_resources_count: total,
    coverage: total === 0 ? 0 : configured / total,
  };
}

function listRules({ organisation, query }: EndpointCall): EmbeddedAnswer {
  const size = Number(query.get("page[size]") ?? 10);
  const page = Number(query.get("page[number]") ?? 0);
  if (!Number.isInteger(size) || size < 1 || !Number.isInteger(page) || page < 0) {
    return errorAnswer(400, "Invalid paging parameters.");
  }

  const data = organisation.rules.slice(page * size, (page + 1) * size);
  const total = organisation.rules.length;
  return jsonAnswer({ data, meta: { page: { total_count: total, total_filtered_count: total } } });
}

/** Answers all of them if no page size is given. */
function listSuppressions({ organisation, query }: EndpointCall): EmbeddedAnswer {
  const size = Number(query.get("page[size]") ?? -1);
  const page = Number(query.get("page[number]") ?? 0);
  if (!Number.isInteger(size) || size < -1 || size === 0 || !Number.isInteger(page) || page < 0) {
    return errorAnswer(400, "Invalid paging parameters.");
  }

  const all = organisation.suppressions;
  const data = size === -1 ? all : all.slice(page * size, (page + 1) * size);
  const meta = { page: { totalCount: all.length, pageSize: size, pageNumber: page } };
  return jsonApiAnswer({ data, meta });
}
