import { expect, test } from "vitest";

import { mappingDigest } from "../../src/controls/catalogue.ts";
import { givenMappingOf } from "../../src/controls/read-mapping.ts";
import { mappingText, RAISED } from "../controls/mappings.ts";
import { collected } from "./collecting.ts";

test("a run names the controls of the frameworks that it chooses, and no others", async () => {
  const frameworks = ["soc2", "dora"] as const;

  const { evidence } = await collected({ assignment: { frameworks } });

  expect(evidence.frameworks).toEqual(frameworks);
  expect(evidence.mapping).toEqual({
    version: "2026-12",
    sha256: mappingDigest({ version: "2026-12", frameworks, mapping: null }),
  });
  const named = evidence.items.flatMap(({ controls }) => controls.map(({ framework }) => framework));
  expect(new Set(named)).toEqual(new Set(["SOC 2", "DORA"]));
});

test("a run that is given a mapping says what the organisation raised", async () => {
  const bytes = Buffer.from(mappingText());
  const { given } = givenMappingOf({ name: "controls.json", bytes }, ["iso27001", "soc2"]);

  const { evidence, item } = await collected({ assignment: { mapping: given } });

  expect(evidence.mapping.sha256).toBe(
    mappingDigest({
      version: "2026-12",
      frameworks: ["iso27001", "soc2"],
      mapping: given?.file.sha256 ?? null,
    }),
  );
  expect(item("cspm-findings").controls).toContainEqual({
    framework: "ISO/IEC 27001:2022",
    id: "A.5.36",
    title: "Checking conformity with own rules",
    support: "direct",
    organisation: { did: "raised", why: RAISED.why },
  });
});
