import { expect, test } from "vitest";

import { mappedBy, mappingText } from "../controls/mappings.ts";
import { withControls } from "../../src/controls/derive-controls.ts";
import { mappingDigest } from "../../src/controls/catalogue.ts";
import { keySigner } from "../../src/sign/attest.ts";
import { statementSigner } from "../../src/sign/signing.ts";
import { exitCodeOf } from "../../src/verify/run/verdict.ts";
import { evidenceOf, monitor, monitorsItem, signalsItem, writtenRun } from "../support/evidence.ts";
import { sealedRun } from "../support/sealed-run.ts";
import { SIGNER, verdictOn } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";
import type { Evidence } from "../../src/evidence/schema.ts";

test("a run that was given a mapping is genuine, and its controls follow from the mapping", async () => {
  await using root = await temporaryFolder();
  const folder = await sealedRun(root.path, evidenceOf(), statementSigner(keySigner(SIGNER)), {
    mapping: mappingText(),
  });

  const verdict = await verdictOn(folder, SIGNER);

  expect(exitCodeOf(verdict)).toBe(0);
  expect(verdict.run?.statement.subject.map(({ name }) => name)).toEqual(["evidence.json", "mapping.json"]);
  expect(verdict.findings).toContainEqual({
    check: "mapping",
    ok: true,
    detail: "the controls are those of the mapping 2026-12 and mapping.json, by its sha256",
  });
  expect(verdict.run?.evidence?.items[2]?.controls).toContainEqual(
    expect.objectContaining({
      id: "A.5.36",
      support: "direct",
      organisation: { did: "raised", why: "managers review the findings each month" },
    }),
  );
});

test("a mapping that is not signed with the run changes nothing", async () => {
  await using root = await temporaryFolder();
  const { evidence } = mappedBy(evidenceOf(), mappingText());
  const { folder } = await writtenRun(root.path, SIGNER, { evidence });

  const { findings } = await verdictOn(folder, SIGNER);

  expect(findings.at(-1)).toMatchObject({ check: "mapping", ok: false });
});

/** The evidence as the first version of the mapping had it. */
function ofFirstVersion(evidence: Evidence): Evidence {
  const sources = { version: "2026-11", frameworks: ["iso27001", "soc2"], mapping: null } as const;
  const mapping = { version: "2026-11", sha256: mappingDigest(sources) };
  return withControls({ ...evidence, mapping }, { ...sources, policy: null });
}

test("a run of an old version of the mapping is derived again by that version", async () => {
  await using root = await temporaryFolder();
  const muted = monitor({ watchesClock: true, muted: true });
  const evidence = ofFirstVersion(evidenceOf([signalsItem(), monitorsItem([muted])]));

  const verdict = await verdictOn((await writtenRun(root.path, SIGNER, { evidence })).folder, SIGNER);

  expect(exitCodeOf(verdict)).toBe(0);
  expect(
    verdict.run?.evidence?.items.map(({ controls }) => controls.map((each) => `${each.id} ${each.support}`)),
  ).toEqual([
    ["A.8.16 direct", "A.5.25 direct", "CC7.2 direct"],
    ["A.8.16 direct", "A.8.17 direct", "CC7.1 direct"],
  ]);
});

test("a run that chooses other frameworks is genuine", async () => {
  await using root = await temporaryFolder();
  const frameworks = ["iso27001", "nist-800-53", "pci-dss"];
  const sources = { version: "2026-12", frameworks, mapping: null } as const;
  const mapping = { version: "2026-12", sha256: mappingDigest(sources) };
  const evidence = withControls({ ...evidenceOf(), frameworks, mapping }, { ...sources, policy: null });

  const verdict = await verdictOn((await writtenRun(root.path, SIGNER, { evidence })).folder, SIGNER);

  expect(exitCodeOf(verdict)).toBe(0);
});
