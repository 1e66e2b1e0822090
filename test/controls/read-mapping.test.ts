import { expect, test } from "vitest";

import { findCatalogue, FRAMEWORK_IDS, MAPPING_VERSION } from "../../src/controls/catalogue.ts";
import { looksOfId } from "../../src/controls/look-alikes.ts";
import { readMapping } from "../../src/controls/read-mapping.ts";
import { problemLine } from "../../src/policy/read-file.ts";
import { mappingText, RAISED } from "./mappings.ts";

function problemsOf(text: string | Buffer): readonly string[] {
  const terms = { version: MAPPING_VERSION, frameworks: ["iso27001", "soc2"] };
  const read = readMapping(Buffer.from(text), terms);
  return "problems" in read ? read.problems.map((problem) => problemLine("mapping.json", problem)) : [];
}

/** A control that no catalogue has. */
const own = (id: string, framework = "acme") => ({
  framework,
  item: "security-signals",
  id,
  title: "Ours",
  support: "direct",
});

/** A mapping with a framework of that name. */
const named = (name: string, controls: readonly object[] = [own("1")]): string =>
  mappingText({ frameworks: [{ id: "acme", name }], controls });

test("a mapping that adds and raises has no problem", () => {
  expect(problemsOf(mappingText())).toEqual([]);
  expect(problemsOf(named("ACME standard", [RAISED, own("4.2")]))).toEqual([]);
});

test("every problem is named at once, each with its line", () => {
  const text = `{
  "schema": "datadog-evidence/mapping/v1",
  "frameworks": [
    { "id": "dora", "name": "Our DORA" },
    { "id": "acme", "name": "soc 2" }
  ],
  "controls": [
    { "framework": "iso27001", "item": "cspm-findings", "id": "A.5.36", "support": "certain" },
    { "framework": "iso27001", "item": "findings", "id": "A.8.9" },
    { "framework": "pci-dss", "item": "cspm-findings", "id": "2.2.1", "support": "direct" },
    { "framework": "iso-27001", "item": "cspm-findings", "id": "A.8.9" },
    { "framework": "soc2", "item": "cspm-findings", "id": "CC8.1" },
    { "framework": "soc2", "item": "cspm-findings", "id": "CC7.1", "needs": ["clocks"], "weight": 2 },
    { "framework": "soc2", "item": "cspm-findings", "id": "CC7.1" }
  ]
}`;

  expect(problemsOf(text)).toEqual([
    'mapping.json:4: dora: id "dora" is a framework of this program',
    'mapping.json:5: acme: name "soc 2" is a framework of this program, or looks like one',
    "mapping.json:8: A.5.36: support must be direct or claimed",
    "mapping.json:9: A.8.9: item must be one of security-signals, compliance-monitors, cspm-findings",
    "mapping.json:9: A.8.9: title is missing, which a control that no catalogue has for the item needs",
    "mapping.json:9: A.8.9: support is missing, which a control that no catalogue has for the item needs",
    'mapping.json:10: 2.2.1: framework "pci-dss" is not among the frameworks of this run; add it to the input frameworks',
    expect.stringMatching(
      /^mapping\.json:11: A\.8\.9: framework "iso-27001" is not known; use one of iso27001, soc2, .*, or name your own under frameworks$/,
    ),
    "mapping.json:12: CC8.1: title is missing, which a control that no catalogue has for the item needs",
    "mapping.json:12: CC8.1: support is missing, which a control that no catalogue has for the item needs",
    "mapping.json:13: CC7.1: needs[0] must be one of clock-monitor, judged-triage, daily-cadence, review",
    "mapping.json:13: CC7.1: weight is not known; check its spelling",
    "mapping.json:14: CC7.1: is the same control of the same item as an entry above, or looks like it",
  ]);
});

test.each([
  [
    "another schema",
    mappingText({ schema: "x" }),
    'mapping.json:2: schema must be "datadog-evidence/mapping/v1"',
  ],
  ["no control", mappingText({ controls: [] }), "mapping.json:3: controls must not be empty"],
  [
    "an id with a line break",
    mappingText({ controls: [{ ...RAISED, id: "A\n::error::" }] }),
    "controls[0]: id must be one line of text, 64 characters at most, such as A.5.36",
  ],
  [
    "a reason with a control character",
    mappingText({ controls: [{ ...RAISED, why: "a\u001b[31m" }] }),
    "why must be one line of text, 500 characters at most",
  ],
  ["a list", "[]", "mapping.json:1: the file must be an object"],
])("a mapping of %s is refused", (_, text, sentence) => {
  expect(problemsOf(text).join("\n")).toContain(sentence);
});

/** What a reader cannot tell from the framework, written with other letters. */
test.each([
  ["a Cyrillic letter", "\u0406SO/IEC 27001:2022"],
  ["Cyrillic letters alone", "\u0406\u0405\u041E/\u0406\u0415\u0421 27001:2022"],
  ["letters of Lisu", "\uA4F2\uA4E2\uA4F3/\uA4F2\uA4F0\uA4DA 27001:2022"],
  ["a small L", "lSO/IEC 27001:2022"],
  ["a zero", "S0C 2"],
  ["full width", "\uFF33\uFF2F\uFF23 2"],
  ["another slash", "ISO\u2215IEC 27001:2022"],
  ["another blank", "SOC\u00A02"],
  ["no blank", "SOC2"],
  ["a mark", "SOC\u0332 2"],
  ["what nobody sees", "SOC\u3164 2"],
  ["zeros of Thai", "ISO/IEC 27\u0E50\u0E501:2022"],
  ["zeros of Devanagari", "ISO/IEC 27\u0966\u09661:2022"],
  ["zeros of Han", "ISO/IEC 27\u3007\u30071:2022"],
  ["a small capital", "\u026ASO/IEC 27001:2022"],
  ["another small capital", "S\u1D0FC 2"],
  ["a capital S in small", "PCI D\uA731S 4.0.1"],
  ["an i without a dot", "PC\u0131 DSS 4.0.1"],
  ["a letter like a digit", "SOC \u01A7"],
])("a framework with the name of one of ours, with %s, is refused", (_, name) => {
  expect(problemsOf(named(name)).join("\n")).toMatch(/looks like one|look like others/);
});

test.each([
  ["a Cyrillic letter", "\u0410.5.36"],
  ["a Greek letter", "\u0391.5.36"],
  ["a small L", "A.8.l6"],
  ["full width", "\uFF21.8.16"],
  ["a small letter", "a.8.16"],
  ["a variation that nobody sees", "A.8.16\uFE0F"],
  ["letters of Cherokee", "\u13AA.8.16"],
  ["a small capital", "\u1D00.8.16"],
  ["a digit of Arabic", "A.8.1\u0666"],
  ["dots in the middle", "A\u00B78\u00B716"],
  ["a one dot leader", "A\u20248.16"],
  ["a full stop of Arabic", "A\u06D48.16"],
  ["a dot at the end", "A.8.16."],
  ["two dots", "A..8.16"],
  ["a blank", "A .8.16"],
  ["a dash", "A\u20138.16"],
  ["a minus", "A.8\u221216"],
])("a control with the id of one of the catalogue, with %s, is refused", (_, id) => {
  const problems = problemsOf(mappingText({ controls: [own(id, "iso27001")] }));

  expect(problems.join("\n")).toMatch(/looks like A\.|look like others/);
});

test.each([
  ["SOC", "2 CC7.2"],
  ["SOC 2 CC", "7.2"],
  ["ISO/IEC", "27001:2022 A.8.16"],
])("a framework %s with the control %s, which together read like one of ours, is refused", (name, id) => {
  expect(problemsOf(named(name, [own(id)])).join("\n")).toMatch(
    /read together look like (?:SOC 2 CC7\.2|ISO\/IEC 27001:2022 A\.8\.16);/,
  );
});

test("two entries that look the same are refused", () => {
  const frameworks = [
    { id: "acme", name: "ACME" },
    { id: "acne", name: "\u0410\u0421\u041C\u0415" },
  ];

  const problems = problemsOf(mappingText({ frameworks, controls: [own("O.1"), own("0.1")] }));

  expect(problems).toEqual([
    expect.stringContaining("is the same control of the same item as an entry above, or looks like it"),
    expect.stringContaining("name is the same as that of an entry above, or looks like it"),
  ]);
});

test.each(["ГОСТ Р 57580.1", "社内基準 A", "Règlement général", "Πρότυπο 4", "معيار", "§ 30 BSIG"])(
  "a framework may be named %s",
  (name) => {
    expect(problemsOf(named(name, [own("Art. 5 § 2")]))).toEqual([]);
  },
);

test("no two controls of a catalogue look the same", () => {
  for (const framework of FRAMEWORK_IDS) {
    const ids = new Set(findCatalogue(MAPPING_VERSION, framework)?.controls.map(({ id }) => id));
    expect(new Set(Array.from(ids, looksOfId)).size).toBe(ids.size);
  }
});
