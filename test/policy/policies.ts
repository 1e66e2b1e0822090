import { readPolicy } from "../../src/policy/read-policy.ts";
import type { PolicyTerms } from "../../src/policy/check-rules.ts";
import type { Policy } from "../../src/policy/schema.ts";

export const TERMS: PolicyTerms = { privacy: "standard", monitorTag: "compliance" };

/** The text of a policy file. */
export function policyText({ expect, accept }: { expect: readonly object[]; accept?: readonly object[] }) {
  return JSON.stringify({ schema: "datadog-evidence/policy/v1", expect, ...(accept && { accept }) }, null, 2);
}

/** A policy that is right; throws where it is not. */
export function policyOf(...[file]: Parameters<typeof policyText>): Policy {
  const read = readPolicy(Buffer.from(policyText(file)), TERMS);
  if ("problems" in read) throw new Error(JSON.stringify(read.problems, null, 2));
  return read.policy;
}

/** The example of the documentation. */
export const EXAMPLE = {
  expect: [
    {
      id: "ntp-watched",
      item: "compliance-monitors",
      atLeast: 1,
      where: { watchesClock: true, verdict: "passing" },
    },
    { id: "named-monitors", item: "compliance-monitors", present: [41201096, 41201097] },
    { id: "no-old-alert", item: "compliance-monitors", none: { verdict: "failing" }, olderThan: "PT4H" },
    { id: "mutes-end", item: "compliance-monitors", none: { muted: true, mutedUntil: null } },
    {
      id: "critical-24h",
      item: "security-signals",
      none: { severity: "critical", "triage.state": "open" },
      olderThan: "PT24H",
    },
    { id: "rules-on", item: "security-signals", population: { atLeast: 10 } },
    { id: "cspm-critical", item: "cspm-findings", none: { severity: "critical", muted: false } },
  ],
  accept: [
    {
      id: "EX-12",
      expect: "cspm-critical",
      records: [`hmac-sha256:${"0".repeat(64)}`],
      since: "2026-11-01",
      until: "2026-12-31",
      why: "public bucket of the web site, no customer data",
      by: "head of platform",
      ticket: "SEC-812",
    },
  ],
};
