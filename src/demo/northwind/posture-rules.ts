/** A cloud posture rule, and what it looks at. */
export interface PostureRule {
  readonly id: string;
  readonly name: string;
  readonly severity: string;
  readonly provider: "aws" | "azure" | "gcp";
  readonly resourceType: string;
  readonly category: string;
}

const rule = (
  id: string,
  severity: string,
  resource: `${PostureRule["provider"]}_${string}`,
  name: string,
): PostureRule => ({
  id,
  name,
  severity,
  provider: resource.startsWith("aws") ? "aws" : resource.startsWith("gcp") ? "gcp" : "azure",
  resourceType: resource,
  category: resource.includes("bucket") || resource.includes("storage") ? "storage" : "identity",
});

/** The cloud posture rules that Northwind Freight is measured by. */
export const POSTURE_RULES = {
  rootKey: rule("def-nwf-p01", "critical", "aws_iam_account", "Root account should have no access keys"),
  publicBucket: rule("def-nwf-p02", "critical", "aws_s3_bucket", "S3 bucket should not allow public write"),
  openDatabase: rule(
    "def-nwf-p03",
    "critical",
    "aws_rds_instance",
    "RDS instance should not be reachable publicly",
  ),
  mfa: rule("def-nwf-p04", "high", "aws_iam_user", "Console users should have multi-factor authentication"),
  flowLogs: rule("def-nwf-p05", "high", "aws_vpc", "VPC flow logs should be enabled"),
  blobPublic: rule("def-nwf-p06", "high", "azure_storage_account", "Blob public access should be disabled"),
  serviceKey: rule("def-nwf-p07", "high", "gcp_service_account", "Service accounts should have no user keys"),
  logBucket: rule("def-nwf-p08", "high", "aws_s3_bucket", "Log bucket should have object lock"),
  tagging: rule("def-nwf-p09", "medium", "aws_s3_bucket", "Bucket should log access requests"),
} as const;
