import { expect, test } from "vitest";

import { MAPPING_VERSION, mappingDigest } from "../../src/controls/catalogue.ts";
import { withControls } from "../../src/controls/derive-controls.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import { periodHtml, periodMarkdown } from "../../src/report/period/document.ts";
import { slotsCsv } from "../../src/report/period/csv.ts";
import { runCsv } from "../../src/report/run/csv.ts";
import { keySigner } from "../../src/sign/attest.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { mappedBy, mappingText } from "../controls/mappings.ts";
import { evidenceOf } from "../support/evidence.ts";
import { reportedAt } from "../support/reported.ts";
import { runHtml, runMarkdown, runOf, wordsOf } from "../support/reports.ts";
import { sealedRun } from "../support/sealed-run.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

const RAISED = mappedBy(evidenceOf(), mappingText()).evidence;

/** The evidence of a run that chooses these frameworks. */
function choosing(frameworks: string[]): Evidence {
  const sources = { version: MAPPING_VERSION, frameworks, mapping: null };
  const mapping = { version: MAPPING_VERSION, sha256: mappingDigest(sources) };
  return withControls({ ...evidenceOf(), frameworks, mapping }, { ...sources, policy: null });
}

test("a run report has a sheet for each framework of the run, in both notations", () => {
  const evidence = choosing(["nist-800-53", "pci-dss"]);
  const [html, markdown] = [wordsOf(runHtml(evidence)), runMarkdown(evidence)];

  for (const text of [html, markdown]) {
    expect(text).toContain("Edition: Revision 5, release 5.2.0.");
    expect(text).toContain("Edition: 4.0.1, June 2024.");
    expect(text).not.toContain("ISO/IEC 27001:2022");
  }
  expect(markdown).toContain("### NIST SP 800-53 Rev. 5");
  expect(markdown).toMatch(/\| SI-4 \| System monitoring \| Security signals \| .*attention.* \| direct \|/);
  expect(html).toContain("direct only with a tagged monitor that watches clocks and is not muted");
});

test("what the organisation raised is printed as raised by the organisation, with its reason", () => {
  for (const text of [wordsOf(runHtml(RAISED)), runMarkdown(RAISED)]) {
    expect(text).toMatch(
      /direct, raised by the organisation\W+because managers review the findings each month/,
    );
  }
});

test("the CSV of runs has the controls of each item with their support", () => {
  const text = runCsv(runOf(RAISED));

  expect(text.split("\r\n")[0]).toContain("controls");
  expect(text).toContain("ISO/IEC 27001:2022 A.5.36 (direct, raised by the organisation)");
  expect(text).toContain("SOC 2 CC7.1 (claimed)");
});

test("the report of a period has sheets of frameworks, and says what the organisation raised and how often", async () => {
  await using root = await temporaryFolder();
  await sealedRun(root.path, evidenceOf(), statementSigner(keySigner(SIGNER)), { mapping: mappingText() });
  const report = await reportedAt(root.path);
  const [html, markdown] = [wordsOf(periodHtml(report)), periodMarkdown(report)];

  expect(report.verdict.problems).toEqual([]);
  for (const text of [html, markdown]) {
    expect(text).toContain("Edition: 2022, Annex A, with Amendment 1:2024.");
    expect(text).toContain(
      "On 1 of them the control was raised by the organisation: managers review the findings each month",
    );
  }
  expect(markdown).toMatch(
    /\| A\.5\.36 \| Checking conformity with own rules \| CSPM findings \| 1 \| 0 \| raised 1 \|/,
  );
  expect(slotsCsv(report)).toContain("A.5.36 (direct, raised by the organisation)");
});
