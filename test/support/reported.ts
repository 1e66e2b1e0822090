import type { SigningKey } from "../../src/sign/signing-key.ts";
import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { loadPeriodReport } from "../../src/report/period/load-report.ts";
import type { Collection, Evidence, FindingRecord, Item } from "../../src/evidence/schema.ts";
import type { PeriodReport } from "../../src/report/period/model.ts";
import { parsePeriod } from "../../src/verify/period/range.ts";
import { ended, finding, findingsItem, monitor, monitorsItem, signal, signalsItem } from "./evidence.ts";
import { days, evidenceAt, gapOf, streamsAt, WrittenStream } from "./stream.ts";
import { SIGNER } from "./tampering.ts";

/** Evidence of a day that is a little different from every other day. */
export function variedEvidence(
  collectedAt: string,
  number: number,
  { status = "complete", ...overrides }: Partial<Evidence> & { readonly status?: Collection["status"] } = {},
): Evidence {
  const how = ended(status);
  const signals = Array.from({ length: 3 + (number % 7) }, (_, index) =>
    signal({ id: `AQ-${number}-${index}`, severity: index < (number % 3) - 1 ? "critical" : "high" }),
  );
  const monitors = Array.from({ length: 24 }, (_, index) =>
    monitor({ id: index + 1, ...(index < (number % 17 === 0 ? 2 : 0) ? FAILING : {}) }),
  );
  const findings = Array.from(
    { length: Math.max(3, 16 - Math.floor(number / 12)) },
    (_, index): FindingRecord =>
      finding({ id: `hmac-sha256:${String(index).padStart(64, "0")}`, muted: index === 2 }),
  );
  const items: readonly Item[] =
    status === "failed"
      ? [signalsItem([], how), monitorsItem([], how), findingsItem([], how)]
      : [
          signalsItem(signals),
          monitorsItem(monitors),
          findingsItem(findings, status === "partial" ? how : undefined),
        ];
  return evidenceAt(collectedAt, { items: [...items], ...overrides });
}

const FAILING = { state: "Alert", verdict: "failing" } as const;

/**
 * A stream of that many days; of those from 2026-06-01 on one day is late, one failed, one partial, one missing,
 * and two lie in a declared gap.
 */
export async function writtenPeriod(
  root: string,
  count = 40,
  { from = "2026-06-01", by = SIGNER }: { readonly from?: string; readonly by?: SigningKey } = {},
): Promise<WrittenStream> {
  const stream = new WrittenStream(root, by);
  for (const [index, time] of days(from, count).entries()) {
    const day = time.slice(0, 10);
    if (["2026-06-21", "2026-06-27", "2026-06-28"].includes(day)) continue;
    const at = day === "2026-06-09" ? `${day}T12:58:40Z` : time;
    const status = ({ "2026-06-12": "failed", "2026-06-15": "partial" } as const)[day] ?? "complete";
    await stream.add(variedEvidence(at, index + 1, { status }));
    if (day === "2026-06-29") await stream.declare(gapOf("2026-06-27T00:00:00Z", "2026-06-29T00:00:00Z"));
  }
  return stream;
}

/** What the report on the stream at the path tells. */
export async function reportedAt(
  folder: string,
  {
    isVerified = true,
    from,
    to,
    now = "2029-12-31T00:00:00Z",
  }: {
    readonly isVerified?: boolean;
    readonly from?: string;
    readonly to?: string;
    readonly now?: string;
  } = {},
): Promise<PeriodReport> {
  return loadPeriodReport(streamsAt(folder), {
    trust: isVerified ? { keys: [readVerifyingKey(SIGNER.publicPem)] } : null,
    asked: parsePeriod({ from, to }, new Date(now)),
    witness: null,
    now: new Date(now),
    folder: "compliance-evidence/prod",
  });
}
