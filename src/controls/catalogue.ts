import { z } from "zod";

import { sha256 } from "../evidence/digest.ts";
import { ITEM_IDS, type ItemId } from "../evidence/schema.ts";
import { CATALOGUE_FILES } from "./catalogue-files.ts";
import { NEEDS, type Need } from "./conditions.ts";

/** The frameworks that there are catalogues of, in the order in which an item names their controls. */
export const FRAMEWORK_IDS = [
  "iso27001",
  "soc2",
  "nist-csf",
  "nist-800-53",
  "pci-dss",
  "hipaa",
  "nis2",
  "nis2-2024-2690",
  "dora",
  "dora-2024-1774",
  "cis",
  "c5",
  "secnumcloud",
  "fedramp-20x",
] as const;
export type FrameworkId = (typeof FRAMEWORK_IDS)[number];

/** The frameworks of a run that chooses none. */
export const DEFAULT_FRAMEWORKS = ["iso27001", "soc2"] as const satisfies readonly FrameworkId[];

/** The versions of the mapping that this program knows, the newest last. */
const VERSIONS = ["2026-11", "2026-12"] as const;
export type MappingVersion = (typeof VERSIONS)[number];

/** The version of the mapping that a run uses. */
export const MAPPING_VERSION: MappingVersion = "2026-12";

/** One row of a catalogue: an item supports a control. */
const CatalogueRow = z.strictObject({
  item: z.enum(ITEM_IDS),
  /** As the framework writes it. */
  id: z.string(),
  /** In our own words. */
  title: z.string(),
  /** `direct`: the item shows the control, or a part of it, at work. `claimed`: it contributes, and somebody must argue it. */
  support: z.enum(["direct", "claimed"]),
  /** Without all of these, direct support is only claimed, and claimed support is not named. */
  needs: z.array(z.enum(NEEDS)).default([]),
});
export type CatalogueRow = z.infer<typeof CatalogueRow>;

/** The shape of a catalogue file: which item supports which control of one framework. */
export const Catalogue = z.strictObject({
  /** As evidence names it. */
  framework: z.string(),
  edition: z.string(),
  version: z.enum(VERSIONS),
  licence: z.string(),
  controls: z.array(CatalogueRow),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** Whether this program knows that version of the mapping. */
export function isKnownVersion(version: string): version is MappingVersion {
  return VERSIONS.some((each) => each === version);
}

/** The catalogue of a framework in a version of the mapping; null where that version has none. */
export function findCatalogue(version: MappingVersion, framework: string): Catalogue | null {
  return knownCatalogue(version, framework)?.catalogue ?? null;
}

/** The edition of a framework by the name that evidence gives it; null where there is no catalogue of it. */
export function editionOf(framework: string): string | null {
  return catalogueNamed(framework)?.edition ?? null;
}

/** What direct support of a control by an item needs, as the newest catalogues say. */
export function conditionsOf({
  framework,
  item,
  id,
}: {
  readonly framework: string;
  readonly item: ItemId;
  readonly id: string;
}): readonly Need[] {
  const row = catalogueNamed(framework)?.controls.find((each) => each.item === item && each.id === id);
  return row?.support === "direct" ? row.needs : [];
}

function catalogueNamed(framework: string): Catalogue | undefined {
  return FRAMEWORK_IDS.map((id) => findCatalogue(MAPPING_VERSION, id))
    .filter((catalogue) => catalogue !== null)
    .find((catalogue) => catalogue.framework === framework);
}

/**
 * The `sha256` by which evidence names the files that its controls come from:
 * of the lines that `sha256sum` prints of the catalogues, and of `mapping.json` where there is one.
 */
export function mappingDigest({
  version,
  frameworks,
  mapping,
}: {
  readonly version: MappingVersion;
  readonly frameworks: readonly string[];
  /** `sha256` of the organisation's own file. */
  readonly mapping: string | null;
}): string {
  // This version had one digest for both of its catalogues, and no file of the organisation.
  if (version === "2026-11") return "ae0f4a68bf0da074c0ef6da81334789234534cd55ffb13a1b9b2df7ab63e5b79";
  const loaded = frameworks.map((id) => [
    knownCatalogue(version, id)?.sha256 ?? sha256(catalogueText(version, id)),
    `${id}.json`,
  ]);
  const lines = [...loaded, ...(mapping === null ? [] : [[mapping, MAPPING_NAME]])];
  return sha256(lines.map(([digest, name]) => `${digest}  ${name}\n`).join(""));
}

/** The name of the organisation's own mapping in a run folder. */
export const MAPPING_NAME = "mapping.json";

/** The text of a catalogue file, byte by byte. */
export function catalogueText(version: MappingVersion, framework: string): string {
  return `${JSON.stringify(fileOf(version, framework), null, 2)}\n`;
}

const KNOWN = new Map<string, { readonly catalogue: Catalogue; readonly sha256: string }>();

/** A catalogue and the digest of its file, worked out once: thousands of runs name the same. */
function knownCatalogue(version: MappingVersion, framework: string) {
  const file = fileOf(version, framework);
  if (file === null) return null;
  const name = `${version} ${framework}`;
  const known = KNOWN.get(name);
  if (known !== undefined) return known;
  const made = { catalogue: Catalogue.parse(file), sha256: sha256(catalogueText(version, framework)) };
  KNOWN.set(name, made);
  return made;
}

function fileOf(version: MappingVersion, framework: string): object | null {
  const files: Readonly<Record<string, object>> = CATALOGUE_FILES[version];
  return Object.hasOwn(files, framework) ? (files[framework] ?? null) : null;
}
