import { DAY_MS } from "../../platform/time.ts";
import { NORTHWIND_PEOPLE } from "./people.ts";
import { stableHex, stableNumber } from "./stable.ts";

/** What type of rule looks at each source of logs and events. */
const RULE_TYPES: Readonly<Record<string, { readonly api: string; readonly title: string }>> = {
  cloudtrail: { api: "log_detection", title: "Log Detection" },
  okta: { api: "log_detection", title: "Log Detection" },
  "runtime-security-agent": { api: "workload_security", title: "Workload Security" },
  "customer-portal": { api: "application_security", title: "Application Security" },
  "tracking-api": { api: "application_security", title: "Application Security" },
};

/** The detection rules of Northwind Freight: number, severity, source, technique and name. The last one is switched off. */
export const DETECTION_RULES = {
  rootLogin: "r01 critical cloudtrail t1078-valid-accounts AWS root user logged in to the console",
  stuffing:
    "r02 critical customer-portal t1110-brute-force Credential stuffing attack succeeded on the customer portal",
  miner: "r03 critical runtime-security-agent t1496-resource-hijacking Process contacted a cryptomining pool",
  trailStopped: "r04 high cloudtrail t1562-impair-defenses AWS CloudTrail configuration modified",
  travel: "r05 high okta t1078-valid-accounts Impossible travel observed from a user",
  pam: "r06 high runtime-security-agent t1556-modify-authentication-process PAM configuration files modified",
  bucketPublic: "r07 high cloudtrail t1530-data-from-cloud-storage S3 bucket made public",
  injection:
    "r08 high tracking-api t1190-exploit-public-facing-application SQL injection attempts on the tracking API",
  mfaReset:
    "r09 medium okta t1556-modify-authentication-process Multi-factor authentication reset for a user",
  newKey: "r10 low cloudtrail t1098-account-manipulation AWS access key created by a new user",
  scanner: "r11 info customer-portal t1595-active-scanning Security scanner detected",
  tor: "r12 medium okta t1090-proxy Login from a Tor exit node",
} as const;

/** A detection rule, as the fictional signals and the list of rules use it. */
export type DetectionRule = ReturnType<typeof detectionRule>;

/** Returns the detection rule of a row of the table. */
export function detectionRule(row: string) {
  const [number = "", severity = "", source = "", technique = "", ...words] = row.split(" ");
  const type = RULE_TYPES[source] ?? { api: "", title: "" };
  const name = words.join(" ");
  return { id: `fk2-nwf-${number}`, name, severity, type, source, technique, isEnabled: number !== "r12" };
}

/** A detection rule as `GET /api/v2/security_monitoring/rules` answers it. */
export type RawRule = ReturnType<typeof rawRule>;

/** Returns the detection rules of Northwind Freight as Datadog lists them. */
export function listDetectionRules(): RawRule[] {
  return Object.values(DETECTION_RULES).map((row) => rawRule(detectionRule(row)));
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
    type: rule.type.api,
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
