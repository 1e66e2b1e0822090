import { sha256 } from "../evidence/digest.ts";
import { isSameJson } from "../evidence/equal.ts";
import type { DerivedAgain } from "../evidence/rules/rules.ts";
import type { Evidence } from "../evidence/schema.ts";
import { firstProblemLine } from "../policy/read-file.ts";
import type { Policy } from "../policy/schema.ts";
import {
  DEFAULT_FRAMEWORKS,
  findCatalogue,
  isKnownVersion,
  MAPPING_NAME,
  mappingDigest,
} from "./catalogue.ts";
import type { MappingVersion } from "./catalogue.ts";
import { deriveControls } from "./derive-controls.ts";
import { readMapping } from "./read-mapping.ts";

/** The files beside evidence on which its controls depend. */
interface ControlFiles {
  readonly policy: Policy | null;
  /** The bytes of `mapping.json`; undefined where there is none. */
  readonly mapping: Uint8Array | undefined;
}

/**
 * Derives the controls again, by the version of the mapping that the evidence
 * names. The records of the evidence must be whole.
 */
export function checkControls(evidence: Evidence, files: ControlFiles): DerivedAgain {
  const { version } = evidence.mapping;
  if (!isKnownVersion(version)) return { isKnown: false };
  return { isKnown: true, trouble: controlsProblem(evidence, { version, ...files }) };
}

function controlsProblem(
  evidence: Evidence,
  { version, policy, mapping: bytes }: ControlFiles & { readonly version: MappingVersion },
): string | null {
  const { frameworks, items } = evidence;
  const other = frameworks.find((id) => findCatalogue(version, id) === null);
  if (other !== undefined) return `the mapping ${version} has no framework ${other}`;
  if (version === "2026-11" && !(isSameJson(frameworks, DEFAULT_FRAMEWORKS) && bytes === undefined)) {
    return `the mapping ${version} has the frameworks ${DEFAULT_FRAMEWORKS.join(" and ")} and nothing beside them`;
  }

  const own = bytes === undefined ? null : sha256(bytes);
  const digest = mappingDigest({ version, frameworks, mapping: own });
  if (digest !== evidence.mapping.sha256) {
    const here = own === null ? "" : ` and the ${MAPPING_NAME} that is here`;
    return `the catalogues of the mapping ${version}${here} have sha256 ${digest}, but the evidence names ${evidence.mapping.sha256}`;
  }
  const read = bytes === undefined ? { mapping: null } : readMapping(bytes, { version, frameworks });
  if ("problems" in read) return firstProblemLine(MAPPING_NAME, read.problems);
  const { mapping } = read;
  const controls = deriveControls({ evidence, policy }, { version, frameworks, mapping });
  const wrong = items.find((item) => !isSameJson(item.controls, controls(item.id)));
  return wrong === undefined ? null : `${wrong.id} claims controls that the mapping ${version} does not`;
}
