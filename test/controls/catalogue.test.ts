import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import {
  catalogueText,
  DEFAULT_FRAMEWORKS,
  findCatalogue,
  FRAMEWORK_IDS,
  MAPPING_VERSION,
  mappingDigest,
} from "../../src/controls/catalogue.ts";
import type { FrameworkId } from "../../src/controls/catalogue.ts";
import { canonicalJson } from "../../src/evidence/files/canonical.ts";
import { ITEM_IDS } from "../../src/evidence/schema.ts";
import { ROOT } from "../support/runner.ts";
import { mappingIn } from "./mappings.ts";

const FOLDER = path.join(ROOT, "src/controls/catalogues");

function digestOf(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The rows of an item in the first version of the mapping, as its digest covered them. */
function firstRowsOf(item: string) {
  return DEFAULT_FRAMEWORKS.flatMap((id) => {
    const { framework, controls } = findCatalogue("2026-11", id) ?? { framework: "", controls: [] };
    return controls
      .filter((row) => row.item === item)
      .map((row) => ({ framework, id: row.id, title: row.title }));
  });
}

/** How each framework writes the numbers of its controls. */
const ID_PATTERNS: Readonly<Record<FrameworkId, RegExp>> = {
  iso27001: /^A\.[5-8]\.[1-9]\d?$/,
  soc2: /^(?:CC[1-9]|A1|C1|PI1|P[1-8])\.[1-9]$/,
  "nist-csf": /^(?:GV|ID|PR|DE|RS|RC)\.[A-Z]{2}-\d\d$/,
  "nist-800-53":
    /^(?:AC|AT|AU|CA|CM|CP|IA|IR|MA|MP|PE|PL|PM|PS|PT|RA|SA|SC|SI|SR)-[1-9]\d?(?:\([1-9]\d?\))?$/,
  "pci-dss": /^(?:[1-9]|1[0-2])\.[1-9]\d?\.[1-9]\d?(?:\.[1-9]\d?)?$/,
  hipaa: /^164\.3(?:0[68]|1[0246])\([a-e]\)(?:\([1-8]\)(?:\((?:i|ii|iii|iv)\)(?:\([A-D]\))?)?)?$/,
  nis2: /^21\(2\)\([a-j]\)$/,
  "nis2-2024-2690": /^(?:[1-9]|1[0-3])\.[1-9]\d?(?:\.[1-9])?$/,
  dora: /^(?:[5-9]|[1-5]\d|6[0-4])\([1-9]\d?\)$/,
  "dora-2024-1774": /^(?:[1-9]|[1-3]\d|4[0-2])\([1-9]\)(?:\([a-z]\))?$/,
  cis: /^(?:[1-9]|1[0-8])\.[1-9]\d?$/,
  c5: /^(?:OIS|SP|HR|AM|PS|OPS|IDM|CRY|COM|PI|COS|DEV|SSO|SIM|BCM|INQ|PSS)-\d\d$/,
  secnumcloud: /^(?:[5-9]|1\d)\.[1-9]\d?(?:\.[a-z])?$/,
  "fedramp-20x": /^KSI-(?:CMT|CNA|CED|IAM|INR|MLA|PIY|RPL|SCR|SVC|TPR)-[A-Z]{3}$/,
};

test.each(FRAMEWORK_IDS)(
  "the catalogue of %s has ids as its framework writes them, each once for an item",
  (id) => {
    const { controls, framework, version } = findCatalogue(MAPPING_VERSION, id) ?? {};

    expect(version).toBe(MAPPING_VERSION);
    expect(controls?.filter((control) => !ID_PATTERNS[id].test(control.id))).toEqual([]);
    expect(controls?.map((control) => control.item)).toEqual(expect.arrayContaining([...ITEM_IDS]));
    const places = controls?.map((control) => `${control.item} ${control.id}`);
    expect(new Set(places).size).toBe(places?.length);
    const titles = new Map(controls?.map((control) => [control.id, control.title]));
    expect(controls?.filter((control) => titles.get(control.id) !== control.title)).toEqual([]);
    expect(controls?.filter(({ title }) => title.length > 70 || /[.;]/.test(title))).toEqual([]);
    expect(framework?.length).toBeLessThan(40);
  },
);

test("no two catalogues are of a framework of the same name", () => {
  const names = FRAMEWORK_IDS.map((id) => findCatalogue(MAPPING_VERSION, id)?.framework);

  expect(new Set(names).size).toBe(FRAMEWORK_IDS.length);
});

test("every catalogue file is loaded, and its text is what the digest covers", async () => {
  const files = globSync("*/*.json", { cwd: FOLDER });

  expect(files).toHaveLength(FRAMEWORK_IDS.length + 2);
  for (const file of files) {
    const [version = "", id = ""] = file.replace(/\.json$/, "").split(path.sep);
    if (version !== "2026-11" && version !== "2026-12") throw new Error(`${version} is not known`);
    expect(catalogueText(version, id)).toBe(await readFile(path.join(FOLDER, file), "utf8"));
  }
});

test("the digest of the mapping is that of what sha256sum prints of the files, the own mapping too", async () => {
  const lines = await Promise.all(
    ["iso27001", "dora"].map(async (id) => {
      const bytes = await readFile(path.join(FOLDER, MAPPING_VERSION, `${id}.json`));
      return `${digestOf(bytes)}  ${id}.json\n`;
    }),
  );
  const own = "ab".repeat(32);
  const loaded = { version: MAPPING_VERSION, frameworks: ["iso27001", "dora"] } as const;

  expect(mappingDigest({ ...loaded, mapping: null })).toBe(digestOf(lines.join("")));
  expect(mappingDigest({ ...loaded, mapping: own })).toBe(
    digestOf(`${lines.join("")}${own}  mapping.json\n`),
  );
});

test("the version before keeps the digest by which its runs name it", () => {
  const items = Object.fromEntries(ITEM_IDS.map((item) => [item, firstRowsOf(item)]));
  const published = createHash("sha256")
    .update(canonicalJson({ version: "2026-11", items }))
    .digest("hex");

  expect(mappingDigest({ version: "2026-11", frameworks: DEFAULT_FRAMEWORKS, mapping: null })).toBe(
    published,
  );
});

test.each([
  ["security-signals", "iso27001", "A.8.16"],
  ["security-signals", "iso27001", "A.5.25"],
  ["security-signals", "soc2", "CC7.2"],
  ["compliance-monitors", "iso27001", "A.8.16"],
  ["compliance-monitors", "iso27001", "A.8.17"],
  ["compliance-monitors", "soc2", "CC7.1"],
  ["cspm-findings", "iso27001", "A.8.9"],
  ["cspm-findings", "iso27001", "A.5.36"],
  ["cspm-findings", "soc2", "CC7.1"],
])("without a choice of frameworks, %s names %s %s", (item, framework, id) => {
  expect(DEFAULT_FRAMEWORKS).toContain(framework);
  expect(findCatalogue(MAPPING_VERSION, framework)?.controls).toContainEqual(
    expect.objectContaining({ item, id }),
  );
});

test.each([
  ["cspm-findings", "iso27001", "A.5.36", "direct", ["review"]],
  ["security-signals", "iso27001", "A.5.25", "direct", ["judged-triage"]],
  ["compliance-monitors", "iso27001", "A.8.17", "direct", ["clock-monitor"]],
  ["compliance-monitors", "soc2", "CC7.1", "claimed", []],
  ["compliance-monitors", "soc2", "CC7.2", "direct", []],
  ["security-signals", "pci-dss", "10.4.1", "direct", ["daily-cadence", "judged-triage"]],
  ["cspm-findings", "nist-800-53", "RA-5", "claimed", []],
])("%s supports %s %s as an auditor would accept it: %s", (item, framework, id, support, needs) => {
  expect(findCatalogue(MAPPING_VERSION, framework)?.controls).toContainEqual(
    expect.objectContaining({ item, id, support, needs }),
  );
});

test("a monitor is never said to support availability by itself", () => {
  const ids = findCatalogue(MAPPING_VERSION, "fedramp-20x")?.controls.map(({ id }) => id);

  expect(ids).not.toContain("KSI-CNA-OFA");
});

test("docs/controls.md has an example that is a mapping, and a command that gives the digest", async () => {
  const page = await readFile(path.join(ROOT, "docs/controls.md"), "utf8");
  const [, example = ""] = /```json\n([^`]*)```/.exec(page) ?? [];
  const [, command = ""] = /```sh\n([^`]*)```/.exec(page) ?? [];

  expect(mappingIn(example, DEFAULT_FRAMEWORKS).controls).toHaveLength(2);
  const { stdout } = await promisify(execFile)("sh", ["-c", command], { cwd: ROOT });
  expect(stdout.slice(0, 64)).toBe(
    mappingDigest({ version: MAPPING_VERSION, frameworks: DEFAULT_FRAMEWORKS, mapping: null }),
  );
});
