import type { Assurance } from "../../bundle/statement.ts";
import type { Failed, Findings, GenuineRun } from "./verdict.ts";

/** Whether all was reached that the statement promises about how it is signed. More is no reproach. */
export function aboutPromises(
  promised: Assurance,
  reached: GenuineRun["reached"],
  findings: Findings,
): Failed | null {
  const missing = PARTS.filter((part) => promised[part] && !reached[part]);
  if (promised.signing !== reached.signing || missing.length > 0) {
    return findings.fails(
      "promises",
      `promised ${named(promised)}, of which only ${named(reached)} was reached`,
    );
  }
  findings.holds("promises", `promised and reached: ${named(promised)}`);
  for (const part of PARTS) {
    if (reached[part] && !promised[part])
      findings.remarks.push(`reached without being promised: ${WORDS[part]}`);
  }
  if (promised.reason !== undefined) {
    findings.remarks.push(`promised with a reason: ${promised.reason.message} (${promised.reason.code})`);
  }
  return null;
}

const PARTS = ["timestamp", "log"] as const;
const WORDS = { timestamp: "a timestamp", log: "an entry in a transparency log" } as const;

function named(assurance: GenuineRun["reached"]): string {
  const parts = PARTS.filter((part) => assurance[part]).map((part) => WORDS[part]);
  return [`signing ${assurance.signing}`, ...parts].join(", ");
}
