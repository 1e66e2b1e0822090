import type { Evidence } from "../../evidence/schema.ts";
import { dayOf } from "../../platform/time.ts";
import { shortTitle, type Report } from "../render/page.ts";
import { code, phrase } from "../render/phrases.ts";
import { changesSection } from "./changes.ts";
import { controlsSection } from "./controls.ts";
import { expectationsSection } from "./expectations.ts";
import { itemSection } from "./item.ts";
import { runFacts, type RunReport, type SignedRun } from "./model.ts";
import { needsReviewSection } from "./needs-review.ts";
import { aboutSection, itemsTable, runMasthead } from "./overview.ts";
import { filesSection, limitsSection, makingSection, verificationSection } from "./proof.ts";
import { RUN_STYLE } from "./style.ts";

/** The report of one run, for either notation. */
export function runReport(run: SignedRun): Report {
  const report = runFacts(run);
  const { evidence } = report;
  return {
    title: titleOf(evidence),
    running: runningTitles(report),
    style: RUN_STYLE,
    masthead: runMasthead(report),
    content: [
      ...expectationsSection(report),
      itemsTable(report),
      needsReviewSection(report),
      changesSection(report.since, evidence),
      aboutSection(report),
      ...evidence.items.map((item) => itemSection(item, report)),
      ...controlsSection(report),
      makingSection(report),
      filesSection(report),
      verificationSection(report),
      limitsSection(report),
    ],
    foot: phrase`Made by datadog-evidence ${evidence.collector.version} from one ${code("evidence.json")}.`,
  };
}

function titleOf(evidence: Evidence): string {
  const organization = shortTitle(evidence.source.organization ?? "Datadog");
  return `${dayOf(evidence.collectedAt)} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}

function runningTitles({ evidence, evidenceSha256, attestation }: RunReport) {
  const sequence = attestation?.sequence ?? null;
  const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
  return {
    left: `${shortTitle(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`,
    right: evidence.collectedAt,
    foot: `evidence.json sha256 ${evidenceSha256}`,
  };
}
