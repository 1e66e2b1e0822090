import { dayOf } from "../../platform/time.ts";
import { organizationTitle, type Report } from "../render/page.ts";
import { code, phrase } from "../render/phrases.ts";
import { changesSection } from "./changes.ts";
import { controlsSection } from "./controls.ts";
import { expectationsSection } from "./expectations.ts";
import { itemSection } from "./item.ts";
import { limitsSection } from "./limits.ts";
import { runFacts, type SignedRun } from "./model.ts";
import { needsReviewSection } from "./needs-review.ts";
import { aboutSection, itemsTable, runMasthead } from "./overview.ts";
import { filesSection, makingSection, verificationSection } from "./proof.ts";
import { RUN_STYLE } from "./style.ts";

/** The report of one run, for either notation. */
export function runReport(run: SignedRun): Report {
  const report = runFacts(run);
  const { evidence, evidenceSha256, attestation } = report;
  const { stream, source, collectedAt, outcome, items, collector } = evidence;
  const organization = organizationTitle(source.organization);
  const sequence = attestation?.sequence ?? null;
  const called = sequence === null ? `run ${evidence.run.id}` : `run no. ${sequence}`;
  return {
    title: `${dayOf(collectedAt)} · ${stream.name} · ${outcome} — evidence, ${organization}`,
    running: {
      left: `${organization} · stream ${stream.name} · ${called}`,
      right: collectedAt,
      foot: `evidence.json sha256 ${evidenceSha256}`,
    },
    style: RUN_STYLE,
    masthead: runMasthead(report),
    content: [
      ...expectationsSection(report),
      itemsTable(report),
      needsReviewSection(report),
      changesSection(report.since, evidence),
      aboutSection(report),
      ...items.map((item) => itemSection(item, report)),
      ...controlsSection(report),
      makingSection(report),
      filesSection(report),
      verificationSection(report),
      limitsSection(report),
    ],
    foot: phrase`Made by datadog-evidence ${collector.version} from one ${code("evidence.json")}.`,
  };
}
