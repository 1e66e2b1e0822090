import { DAY_MS } from "../../platform/time.ts";

/** A cloud posture rule, from a row: its number, severity and type of resource, and its name. */
function postureRule(row: `p${number} ${string} ${string}_${string}`, name: string) {
  const [number = "", severity = "", resourceType = ""] = row.split(" ");
  const [provider = ""] = resourceType.split("_");
  const category = /bucket|storage/.test(resourceType) ? "storage" : "identity";
  return { id: `def-nwf-${number}`, name, severity, provider, resourceType, category };
}

/** The cloud posture rules that Northwind Freight is measured by. */
export const POSTURE_RULES = {
  rootKey: postureRule("p01 critical aws_iam_account", "Root account should have no access keys"),
  publicBucket: postureRule("p02 critical aws_s3_bucket", "S3 bucket should not allow public write"),
  openDatabase: postureRule("p03 critical aws_rds_instance", "RDS instance should not be reachable publicly"),
  mfa: postureRule("p04 high aws_iam_user", "Console users should have multi-factor authentication"),
  flowLogs: postureRule("p05 high aws_vpc", "VPC flow logs should be enabled"),
  blobPublic: postureRule("p06 high azure_storage_account", "Blob public access should be disabled"),
  serviceKey: postureRule("p07 high gcp_service_account", "Service accounts should have no user keys"),
  logBucket: postureRule("p08 high aws_s3_bucket", "Log bucket should have object lock"),
  tagging: postureRule("p09 medium aws_s3_bucket", "Bucket should log access requests"),
} as const;

/** One resource measured by one rule. By default the check fails and is open. */
export interface ResourcePosture {
  readonly rule: keyof typeof POSTURE_RULES;
  readonly resource: string;
  readonly type?: string;
  readonly evaluation?: "pass" | "fail";
  readonly status?: "open" | "muted" | "in-progress" | "auto_closed" | "resolved";
  readonly mute?: { readonly reason: string; readonly days?: number };
  /** When it was found. Long ago if absent. */
  readonly since?: number;
}

/** How long a kiosk stays without multi-factor authentication. Then it is resolved and another one is found. */
const KIOSK_MS = 14 * DAY_MS;

const posturesOf = (
  resources: readonly string[],
  rule: ResourcePosture["rule"],
  more: Omit<ResourcePosture, "rule" | "resource"> = {},
): ResourcePosture[] => resources.map((resource) => ({ rule, resource, ...more }));

const failingPostures: readonly ResourcePosture[] = [
  ...posturesOf(["northwind-root"], "rootKey"),
  ...posturesOf(["nwf-marketing-assets", "nwf-driver-photos"], "publicBucket"),
  ...posturesOf(["nwf-public-downloads"], "publicBucket", {
    status: "muted",
    mute: { reason: "RISK_ACCEPTED" },
  }),
  ...posturesOf(["orders-replica", "reporting"], "openDatabase"),
  ...posturesOf(["bi.contractor", "legacy.deploy", "night.shift"], "mfa"),
  ...posturesOf(["break.glass"], "mfa", { status: "muted", mute: { reason: "RISK_ACCEPTED", days: 90 } }),
  ...posturesOf(["vpc-warehouse", "vpc-office"], "flowLogs"),
  ...posturesOf(["vpc-peering"], "flowLogs", { status: "in-progress" }),
  ...posturesOf(["nwfinvoices", "nwftelemetry", "nwfscratch"], "blobPublic"),
  ...posturesOf(["nwfpublicsite"], "blobPublic", { status: "muted", mute: { reason: "FALSE_POSITIVE" } }),
  ...posturesOf(["route-planner", "map-tiles", "etl-loader"], "serviceKey"),
  ...posturesOf(["ci-runner"], "serviceKey", { status: "muted", mute: { reason: "PENDING_FIX", days: 14 } }),
  ...posturesOf(["nwf-access-logs", "nwf-audit-logs"], "logBucket"),
];

const otherPostures: readonly ResourcePosture[] = [
  ...posturesOf(["nwf-orders", "nwf-invoices", "nwf-customs"], "publicBucket", { evaluation: "pass" }),
  ...posturesOf(["ines.okafor", "tomas.lindqvist", "mei.castellanos"], "mfa", { evaluation: "pass" }),
  ...posturesOf(["vpc-production", "vpc-staging"], "flowLogs", { evaluation: "pass" }),
  ...posturesOf(
    ["nwf-orders", "nwf-invoices", "nwf-customs", "nwf-website", "nwf-archive", "nwf-maps"],
    "tagging",
  ),
  ...posturesOf(["nwf-old-exports", "nwf-trial"], "publicBucket", { status: "auto_closed" }),
  ...posturesOf(["former.employee"], "mfa", { status: "resolved" }),
  ...posturesOf(["tracking-api", "portal", "billing", "routing"], "openDatabase", {
    type: "library_vulnerability",
  }),
  ...posturesOf(["warehouse-gateway"], "flowLogs", { type: "host_and_container_vulnerability" }),
  ...posturesOf(["admin-role"], "mfa", { type: "identity_risk" }),
];

/**
 * Returns the cloud posture of Northwind Freight. 6 critical (1 muted) and 18 high (3 muted)
 * misconfigurations fail and are open. A query for those must leave out the others.
 */
export function makePostures(now: Date): ResourcePosture[] {
  const nth = Math.floor(now.getTime() / KIOSK_MS);
  const kiosk = (number: number): ResourcePosture => ({
    rule: "mfa",
    resource: `depot.kiosk-${number}`,
    since: number * KIOSK_MS,
  });
  return [...failingPostures, kiosk(nth), ...otherPostures, { ...kiosk(nth - 1), status: "resolved" }];
}
