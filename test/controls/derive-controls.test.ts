import { expect, test } from "vitest";

import { FRAMEWORK_IDS, MAPPING_VERSION } from "../../src/controls/catalogue.ts";
import { deriveControls } from "../../src/controls/derive-controls.ts";
import type { OwnControl } from "../../src/controls/mapping-schema.ts";
import type { Evidence, ItemId } from "../../src/evidence/schema.ts";
import { readPolicy } from "../../src/policy/read-policy.ts";
import { policyText } from "../policy/policies.ts";
import { ended, evidenceOf, monitor, monitorsItem, signal, signalsItem } from "../support/evidence.ts";
import { judgedBy } from "../support/stream.ts";
import { mappingIn, mappingText, RAISED } from "./mappings.ts";

const CLOCK = monitor({ id: 7, watchesClock: true });

/** The support of a control of an item in a run; null where it is not named. */
function supportIn(
  evidence: Evidence,
  [item, id]: readonly [ItemId, string],
  { policy = null, own }: { readonly policy?: string | null; readonly own?: readonly OwnControl[] } = {},
) {
  const read = policy === null ? null : readPolicy(Buffer.from(policy), null);
  const controls = deriveControls(
    { evidence, policy: read !== null && "policy" in read ? read.policy : null },
    {
      version: MAPPING_VERSION,
      frameworks: FRAMEWORK_IDS,
      mapping: own === undefined ? null : mappingIn(mappingText({ controls: [...own] }), FRAMEWORK_IDS),
    },
  );
  return controls(item).find((control) => control.id === id) ?? null;
}

test.each([
  ["without a monitor that watches clocks", [monitor()], "claimed", null],
  ["with one", [CLOCK], "direct", "claimed"],
  ["with one that is muted", [{ ...CLOCK, muted: true }], "claimed", null],
])("%s, clocks are supported as far as that shows", (_, records, support, named) => {
  const evidence = evidenceOf([monitorsItem(records)]);

  for (const id of ["A.8.17", "AU-8", "10.6.1", "8.4", "12.8", "3.2.6", "12(2)(f)"]) {
    expect([id, supportIn(evidence, ["compliance-monitors", id])?.support]).toEqual([id, support]);
  }
  // What is only claimed with a clock monitor is not named without one.
  expect(supportIn(evidence, ["compliance-monitors", "SC-45"])?.support ?? null).toBe(named);
});

const JUDGED = {
  id: "triage",
  item: "security-signals",
  none: { "triage.state": "open" },
  olderThan: "PT24H",
};
const CALM = [signalsItem([signal({ triage: { ...signal().triage, state: "archived" } })])];

test.each<readonly [string, Evidence["items"], object, string]>([
  ["met", CALM, JUDGED, "direct"],
  ["broken", [signalsItem([signal({ timestamp: "2026-08-01T00:00:00Z" })])], JUDGED, "claimed"],
  ["unknown, as the item is partial", [signalsItem([], ended("partial"))], JUDGED, "claimed"],
  ["without an age", CALM, { ...JUDGED, olderThan: undefined }, "claimed"],
  ["on something else than triage", CALM, { ...JUDGED, none: { severity: "critical" } }, "claimed"],
  ["of another form", CALM, { id: "rules", item: "security-signals", population: { atLeast: 1 } }, "claimed"],
])("where the expectation of triage is %s, deciding on events is %4$s", (_, items, expectation, support) => {
  const policy = policyText({ expect: [expectation] });
  const evidence = judgedBy(evidenceOf(items), policy);

  for (const id of ["A.5.25", "CC7.3", "DE.AE-02", "10.4.1", "16.3", "KSI-MLA-RVL"]) {
    expect([id, supportIn(evidence, ["security-signals", id], { policy })?.support]).toEqual([id, support]);
  }
});

test("without a policy, triage is not judged", () => {
  expect(supportIn(evidenceOf(CALM), ["security-signals", "A.5.25"])?.support).toBe("claimed");
});

test("a review is nothing that a run can show of itself", () => {
  expect(supportIn(evidenceOf(), ["cspm-findings", "A.5.36"])?.support).toBe("claimed");
  expect(supportIn(evidenceOf(), ["security-signals", "AU-6"])?.support).toBe("claimed");
});

test("controls stand by framework, those of an own framework last", () => {
  const text = mappingText({
    frameworks: [{ id: "acme", name: "ACME standard" }],
    controls: [
      { framework: "acme", item: "cspm-findings", id: "4.2", title: "Hardening", support: "claimed" },
    ],
  });
  const frameworks = ["iso27001", "soc2"];
  const mapping = mappingIn(text, frameworks);

  const controls = deriveControls(
    { evidence: evidenceOf(), policy: null },
    { version: MAPPING_VERSION, frameworks, mapping },
  )("cspm-findings");

  expect(controls.map(({ framework, id }) => `${framework} ${id}`)).toEqual([
    "ISO/IEC 27001:2022 A.8.9",
    "ISO/IEC 27001:2022 A.5.36",
    "ISO/IEC 27001:2022 A.5.33",
    "SOC 2 CC7.1",
    "ACME standard 4.2",
  ]);
});

const ROW = { framework: "iso27001", item: "cspm-findings" } as const;

test.each<readonly [string, OwnControl, string, object]>([
  [
    "raises a claim",
    RAISED,
    "A.5.36",
    { support: "direct", organisation: { did: "raised", why: RAISED.why } },
  ],
  [
    "lowers direct support",
    { ...ROW, id: "A.8.9", support: "claimed" },
    "A.8.9",
    { support: "claimed", organisation: { did: "lowered", why: null } },
  ],
  [
    "puts a condition on direct support",
    { ...ROW, id: "A.8.9", needs: ["review"] },
    "A.8.9",
    { support: "claimed", organisation: { did: "lowered", why: null } },
  ],
  [
    "adds a control",
    { ...ROW, id: "A.8.32", title: "Change management", support: "direct" },
    "A.8.32",
    { title: "Change management", support: "direct", organisation: { did: "added", why: null } },
  ],
  [
    "renames a control",
    { ...ROW, id: "A.8.9", title: "Our baselines" },
    "A.8.9",
    { title: "Our baselines", support: "direct", organisation: { did: "renamed", why: null } },
  ],
])("a mapping that %s says so at the control", (_, row, id, expected) => {
  expect(supportIn(evidenceOf(), ["cspm-findings", id], { own: [row] })).toMatchObject(expected);
});

test("a mapping that says what the catalogue says changes nothing", () => {
  const own = [{ ...ROW, id: "A.8.9", support: "direct" as const }];

  expect(supportIn(evidenceOf(), ["cspm-findings", "A.8.9"], { own })).not.toHaveProperty("organisation");
});
