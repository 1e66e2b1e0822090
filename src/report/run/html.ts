import type { RunReport } from "./model.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { brief, escapeHtml } from "../render/html.ts";
import { page } from "../render/page.ts";
import { changesSection } from "./changes.ts";
import { itemSection } from "./item.ts";
import { needs } from "./needs.ts";
import { about, masthead, overview } from "./overview.ts";
import { filesSection, limits, making, verification } from "./proof.ts";
import { RUN_STYLE } from "./style.ts";

/** One run as a self-contained page: no script, and no request to anywhere. */
export function runReport(report: RunReport): string {
  const { evidence } = report;
  const sections = [
    overview(report),
    needs(evidence),
    changesSection(report.since, evidence),
    about(report),
    ...evidence.items.map((item) => itemSection(item, { evidence, files: report.files })),
    making(report),
    filesSection(report),
    verification(report),
    limits(report),
  ];
  return page({
    title: pageTitle(evidence),
    running: runningTitles(report),
    style: RUN_STYLE,
    html: {
      header: masthead(report),
      main: sections.join("\n\n"),
      foot: `Made by datadog-evidence ${escapeHtml(evidence.collector.version)} from one <code>evidence.json</code>.`,
    },
  });
}

function pageTitle(evidence: Evidence): string {
  const day = evidence.collectedAt.slice(0, "2026-11-22".length);
  const organization = brief(evidence.source.organization ?? "Datadog");
  return `${day} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}

function runningTitles({ evidence, evidenceSha256, attestation }: RunReport) {
  const sequence = attestation?.sequence ?? null;
  const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
  return {
    left: `${brief(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`,
    right: evidence.collectedAt,
    foot: `evidence.json sha256 ${evidenceSha256}`,
  };
}
