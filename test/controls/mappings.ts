import { MAPPING_NAME, MAPPING_VERSION, mappingDigest } from "../../src/controls/catalogue.ts";
import { withControls } from "../../src/controls/derive-controls.ts";
import type { MappingFile, OwnControl } from "../../src/controls/mapping-schema.ts";
import { readMapping } from "../../src/controls/read-mapping.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { fileOf, type EvidenceFile } from "../../src/evidence/file.ts";
import type { Evidence } from "../../src/evidence/schema.ts";
import type { Policy } from "../../src/policy/schema.ts";

/** The organisation says that its managers review the findings. */
export const RAISED: OwnControl = {
  framework: "iso27001",
  item: "cspm-findings",
  id: "A.5.36",
  support: "direct",
  why: "managers review the findings each month",
};

/** The text of a mapping with these members. */
export function mappingText(file: Partial<MappingFile> | Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({ schema: "datadog-evidence/mapping/v1", controls: [RAISED], ...file }, null, 2);
}

/** The mapping in the text; throws where it has problems. */
export function mappingIn(text: string, frameworks: readonly string[]): MappingFile {
  const read = readMapping(Buffer.from(text), { version: MAPPING_VERSION, frameworks });
  if ("problems" in read) throw new Error(JSON.stringify(read.problems));
  return read.mapping;
}

/** The evidence as a run that was given the mapping has it, and the file beside it. */
export function mappedBy(
  evidence: Evidence,
  text: string,
  policy: Policy | null = null,
): { readonly evidence: Evidence; readonly file: EvidenceFile } {
  const { frameworks } = evidence;
  const version = MAPPING_VERSION;
  const digest = mappingDigest({ version, frameworks, mapping: sha256(text) });
  return {
    evidence: withControls(
      { ...evidence, mapping: { version, sha256: digest } },
      { policy, version, frameworks, mapping: mappingIn(text, frameworks) },
    ),
    file: fileOf(MAPPING_NAME, text),
  };
}
