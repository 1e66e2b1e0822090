import { expect, test } from "vitest";

import { readConfig } from "../../src/config/read-config.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { mappingText, RAISED } from "../controls/mappings.ts";

const GOOD = { "api-key": "0".repeat(32), "app-key": "f".repeat(40), signing: "none" };

function configWith(text: string | null, inputs: Readonly<Record<string, string>> = {}) {
  return readConfig(
    { ...GOOD, ...inputs },
    { mapping: text === null ? null : { name: "controls.json", bytes: Buffer.from(text) } },
  );
}

test("a run has the mapping and its exact bytes", () => {
  const { givenMapping } = configWith(`${mappingText()}\n`);

  expect(givenMapping?.mapping.controls).toEqual([RAISED]);
  expect(givenMapping?.file).toMatchObject({ name: "mapping.json", sha256: sha256(`${mappingText()}\n`) });
});

test("frameworks are taken in the order of the catalogues, each once", () => {
  expect(configWith(null, { frameworks: "dora soc2, dora" }).frameworks).toEqual(["soc2", "dora"]);
});

test("what is wrong with frameworks and mapping is named at once, with all other problems", () => {
  const text = mappingText({
    controls: [
      { ...RAISED, framework: "isO" },
      { ...RAISED, support: "sure" },
    ],
  });

  expect(() => configWith(text, { frameworks: "soc2,nist", cadence: "weekly" })).toThrow(
    new RegExp(
      [
        "^4 inputs need attention:",
        "  cadence: must be one of PT1H, PT6H, PT12H, P1D, hourly, daily",
        '  frameworks: "nist" is not known; must be one or more of iso27001, .*, fedramp-20x',
        '  mapping: controls\\.json:5: A\\.5\\.36: framework "isO" is not known; use one of .*',
        "  mapping: controls\\.json:15: A\\.5\\.36: support must be direct or claimed$",
      ].join("\n"),
    ),
  );
});

test("a mapping of a framework that the run does not choose is refused", () => {
  expect(() => configWith(mappingText(), { frameworks: "soc2" })).toThrow(
    'framework "iso27001" is not among the frameworks of this run',
  );
});
