import { DAY_MS } from "../../platform/time.ts";
import type { POSTURE_RULES } from "./posture-rules.ts";

/** One resource measured by one rule; without more, the check fails and is open. */
export interface Posture {
  readonly rule: keyof typeof POSTURE_RULES;
  readonly resource: string;
  readonly type?: string;
  readonly evaluation?: "pass" | "fail";
  readonly status?: "open" | "muted" | "in-progress" | "auto_closed" | "resolved";
  readonly mute?: { readonly reason: string; readonly days?: number };
  /** When it was found; long ago without it. */
  readonly since?: number;
}

/** How long a kiosk stays without multi-factor authentication until it is resolved, and another one is found. */
const KIOSK_MS = 14 * DAY_MS;

const each = (
  resources: readonly string[],
  rule: Posture["rule"],
  more: Omit<Posture, "rule" | "resource"> = {},
): Posture[] => resources.map((resource) => ({ rule, resource, ...more }));

const failing: readonly Posture[] = [
  ...each(["northwind-root"], "rootKey"),
  ...each(["nwf-marketing-assets", "nwf-driver-photos"], "publicBucket"),
  ...each(["nwf-public-downloads"], "publicBucket", { status: "muted", mute: { reason: "RISK_ACCEPTED" } }),
  ...each(["orders-replica", "reporting"], "openDatabase"),
  ...each(["bi.contractor", "legacy.deploy", "night.shift"], "mfa"),
  ...each(["break.glass"], "mfa", { status: "muted", mute: { reason: "RISK_ACCEPTED", days: 90 } }),
  ...each(["vpc-warehouse", "vpc-office"], "flowLogs"),
  ...each(["vpc-peering"], "flowLogs", { status: "in-progress" }),
  ...each(["nwfinvoices", "nwftelemetry", "nwfscratch"], "blobPublic"),
  ...each(["nwfpublicsite"], "blobPublic", { status: "muted", mute: { reason: "FALSE_POSITIVE" } }),
  ...each(["route-planner", "map-tiles", "etl-loader"], "serviceKey"),
  ...each(["ci-runner"], "serviceKey", { status: "muted", mute: { reason: "PENDING_FIX", days: 14 } }),
  ...each(["nwf-access-logs", "nwf-audit-logs"], "logBucket"),
];

const others: readonly Posture[] = [
  ...each(["nwf-orders", "nwf-invoices", "nwf-customs"], "publicBucket", { evaluation: "pass" }),
  ...each(["ines.okafor", "tomas.lindqvist", "mei.castellanos"], "mfa", { evaluation: "pass" }),
  ...each(["vpc-production", "vpc-staging"], "flowLogs", { evaluation: "pass" }),
  ...each(["nwf-orders", "nwf-invoices", "nwf-customs", "nwf-website", "nwf-archive", "nwf-maps"], "tagging"),
  ...each(["nwf-old-exports", "nwf-trial"], "publicBucket", { status: "auto_closed" }),
  ...each(["former.employee"], "mfa", { status: "resolved" }),
  ...each(["tracking-api", "portal", "billing", "routing"], "openDatabase", {
    type: "library_vulnerability",
  }),
  ...each(["warehouse-gateway"], "flowLogs", { type: "host_and_container_vulnerability" }),
  ...each(["admin-role"], "mfa", { type: "identity_risk" }),
];

/**
 * The cloud posture of Northwind Freight. Failing misconfigurations that are
 * still open: 6 critical (1 muted) and 18 high (3 muted); the others are what a
 * question for those must leave out.
 */
export function postures(now: Date): Posture[] {
  const nth = Math.floor(now.getTime() / KIOSK_MS);
  const kiosk = (number: number): Posture => ({
    rule: "mfa",
    resource: `depot.kiosk-${number}`,
    since: number * KIOSK_MS,
  });
  return [...failing, kiosk(nth), ...others, { ...kiosk(nth - 1), status: "resolved" }];
}
