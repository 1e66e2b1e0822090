import { createHash } from "node:crypto";

import type { Evidence } from "../evidence/schema.ts";
import { brief, escapeCss, escapeHtml } from "./html.ts";
import { changesSection } from "./run-changes.ts";
import { itemSection } from "./run-item.ts";
import { needs } from "./run-needs.ts";
import { about, masthead, overview } from "./run-overview.ts";
import { filesSection, limits, making, verification } from "./run-proof.ts";
import type { Since } from "./since.ts";
import { STYLE } from "./style.ts";

/** How a run says it was signed; a report does not verify it. */
export interface Attestation {
  readonly signing: "key" | "keyless";
  readonly keyFingerprint: string | null;
  readonly timestamp: boolean;
  readonly sequence: number | null;
}

/** A run as it lies in its folder. */
export interface RunReport {
  readonly evidence: Evidence;
  readonly evidenceSha256: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[];
  /** `null` when the run is not signed. */
  readonly attestation: Attestation | null;
  readonly since: Since;
  /** As it stands in commands, relative to the repository. */
  readonly folder: string;
}

/** One run as a self-contained page: no script, and no request to anywhere. */
export function runReport(report: RunReport): string {
  const { evidence } = report;
  const titles = runningTitles(report);
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
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, STYLE])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(pageTitle(evidence))}</title>
<style>${titles}</style>
<style>${STYLE}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
${masthead(report)}
<main id="content" tabindex="-1">
${sections.join("\n\n")}
</main>
<footer class="foot">
<p>Made by datadog-evidence ${escapeHtml(evidence.collector.version)} from one <code>evidence.json</code>. It says “supports”; it does not say that a control is met.</p>
<p>Not affiliated with or endorsed by ISO, IEC, AICPA or Datadog. Control titles are cited for reference; SOC 2 labels are our own words.</p>
</footer>
</div>
</body>
</html>
`;
}

function policy(styles: readonly string[]): string {
  const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}

function pageTitle(evidence: Evidence): string {
  const day = evidence.collectedAt.slice(0, "2026-11-22".length);
  const organization = brief(evidence.source.organization ?? "Datadog");
  return `${day} · ${evidence.stream.name} · ${evidence.outcome} — evidence, ${organization}`;
}

function runningTitles({ evidence, evidenceSha256, attestation }: RunReport): string {
  const sequence = attestation?.sequence ?? null;
  const run = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
  const title = `${brief(evidence.source.organization ?? "Datadog")} · stream ${evidence.stream.name} · ${run}`;
  const foot = `evidence.json sha256 ${evidenceSha256}`;
  return `:root { --running: "${escapeCss(title)}"; --running-right: "${escapeCss(evidence.collectedAt)}"; --running-foot: "${escapeCss(foot)}"; }`;
}
