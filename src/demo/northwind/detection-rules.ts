import { DAY_MS } from "../../platform/time.ts";
import { NORTHWIND_PEOPLE } from "./people.ts";
import { stableHex, stableNumber } from "./stable.ts";

/** How severe a signal is, in Datadog's words. */
export type SignalSeverity = "critical" | "high" | "medium" | "low" | "info";

/** A detection rule, as the fictional signals and the list of rules draw on it. */
export interface DetectionRule {
  readonly id: string;
  readonly name: string;
  readonly severity: SignalSeverity;
  readonly type: "log_detection" | "workload_security" | "application_security";
  readonly source: string;
  readonly technique: string;
  readonly isEnabled: boolean;
}

const detectionRule = (
  id: string,
  severity: SignalSeverity,
  name: string,
  from: Pick<DetectionRule, "type" | "source" | "technique"> & { isEnabled?: boolean },
): DetectionRule => ({ isEnabled: true, ...from, id, severity, name });

/** The detection rules of Northwind Freight. */
export const DETECTION_RULES = {
  rootLogin: detectionRule("fk2-nwf-r01", "critical", "AWS root user logged in to the console", {
    type: "log_detection",
    source: "cloudtrail",
    technique: "t1078-valid-accounts",
  }),
  stuffing: detectionRule(
    "fk2-nwf-r02",
    "critical",
    "Credential stuffing attack succeeded on the customer portal",
    {
      type: "application_security",
      source: "customer-portal",
      technique: "t1110-brute-force",
    },
  ),
  miner: detectionRule("fk2-nwf-r03", "critical", "Process contacted a cryptomining pool", {
    type: "workload_security",
    source: "runtime-security-agent",
    technique: "t1496-resource-hijacking",
  }),
  trailStopped: detectionRule("fk2-nwf-r04", "high", "AWS CloudTrail configuration modified", {
    type: "log_detection",
    source: "cloudtrail",
    technique: "t1562-impair-defenses",
  }),
  travel: detectionRule("fk2-nwf-r05", "high", "Impossible travel observed from a user", {
    type: "log_detection",
    source: "okta",
    technique: "t1078-valid-accounts",
  }),
  pam: detectionRule("fk2-nwf-r06", "high", "PAM configuration files modified", {
    type: "workload_security",
    source: "runtime-security-agent",
    technique: "t1556-modify-authentication-process",
  }),
  bucketPublic: detectionRule("fk2-nwf-r07", "high", "S3 bucket made public", {
    type: "log_detection",
    source: "cloudtrail",
    technique: "t1530-data-from-cloud-storage",
  }),
  injection: detectionRule("fk2-nwf-r08", "high", "SQL injection attempts on the tracking API", {
    type: "application_security",
    source: "tracking-api",
    technique: "t1190-exploit-public-facing-application",
  }),
  mfaReset: detectionRule("fk2-nwf-r09", "medium", "Multi-factor authentication reset for a user", {
    type: "log_detection",
    source: "okta",
    technique: "t1556-modify-authentication-process",
  }),
  newKey: detectionRule("fk2-nwf-r10", "low", "AWS access key created by a new user", {
    type: "log_detection",
    source: "cloudtrail",
    technique: "t1098-account-manipulation",
  }),
  scanner: detectionRule("fk2-nwf-r11", "info", "Security scanner detected", {
    type: "application_security",
    source: "customer-portal",
    technique: "t1595-active-scanning",
  }),
  tor: detectionRule("fk2-nwf-r12", "medium", "Login from a Tor exit node", {
    type: "log_detection",
    source: "okta",
    technique: "t1090-proxy",
    isEnabled: false,
  }),
} as const;

/** A detection rule as `GET /api/v2/security_monitoring/rules` answers it. */
export type RawRule = ReturnType<typeof rawRule>;

/** Returns the detection rules of Northwind Freight as Datadog lists them. */
export function listDetectionRules(): RawRule[] {
  return Object.values(DETECTION_RULES).map(rawRule);
}

function rawRule(rule: DetectionRule) {
  const createdAt = Date.UTC(2024, 1, 5) + stableNumber(`${rule.id} created`, 200) * DAY_MS;
  const tags = [`source:${rule.source}`, "security:attack", `technique:${rule.technique}`];
  return {
    id: rule.id,
    version: 3,
    name: rule.name,
    createdAt,
    creationAuthorId: 0,
    updateAuthorId: 0,
    updatedAt: createdAt + 40 * DAY_MS,
    isDefault: true,
    isPartner: false,
    isEnabled: rule.isEnabled,
    isBeta: false,
    isDeleted: false,
    isDeprecated: false,
    queries: [
      {
        query: `source:${rule.source}`,
        groupByFields: ["@usr.id"],
        hasOptionalGroupByFields: false,
        distinctFields: [],
        aggregation: "count",
        name: "a",
      },
    ],
    options: {
      keepAlive: 21_600,
      maxSignalDuration: 86_400,
      detectionMethod: "threshold",
      evaluationWindow: 7_200,
    },
    cases: [{ name: "", status: rule.severity, notifications: [], condition: "a > 0" }],
    message: `## Goal\nDetect: ${rule.name}.`,
    tags,
    defaultTags: tags,
    hasExtendedTitle: true,
    type: rule.type,
    filters: [],
  };
}

/** A suppression rule as `GET …/configuration/suppressions` answers it. */
export type RawSuppression = ReturnType<typeof rawSuppression>;

/** Returns the suppression rules of Northwind Freight: one in force, one switched off. */
export function listSuppressionRules(): RawSuppression[] {
  return [
    rawSuppression("Penetration test in staging", { enabled: true, query: "env:staging" }),
    rawSuppression("Migration of the customs gateway", { enabled: false, query: "service:customs-gateway" }),
  ];
}

function rawSuppression(name: string, { enabled, query }: { enabled: boolean; query: string }) {
  const created = Date.UTC(2025, 5, 2) + stableNumber(`${name} created`, 300) * DAY_MS;
  const author = { handle: NORTHWIND_PEOPLE.mei.handle, name: NORTHWIND_PEOPLE.mei.name };
  return {
    id: [stableHex(name, 3), stableHex(`${name} 2`, 3), stableHex(`${name} 3`, 3)].join("-"),
    type: "suppressions",
    attributes: {
      creation_date: created,
      creator: author,
      data_exclusion_query: "",
      description: `Agreed with ${author.name}`,
      editable: true,
      enabled,
      name,
      rule_query: "type:log_detection",
      suppression_query: query,
      tags: ["team:platform-security"],
      update_date: created,
      updater: author,
      version: 1,
    },
  };
}
