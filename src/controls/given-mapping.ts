import { fileOf, type EvidenceFile } from "../evidence/file.ts";
import { problemLines, type UserFile } from "../policy/read-file.ts";
import { MAPPING_NAME, MAPPING_VERSION } from "./catalogue.ts";
import type { MappingFile } from "./mapping-schema.ts";
import { readMapping } from "./read-mapping.ts";

/** A mapping as a run is given it. */
export interface GivenMapping {
  readonly mapping: MappingFile;
  /** Its exact bytes, as the run folder holds them. */
  readonly file: EvidenceFile;
}

/** The mapping that the file holds, or everything that is wrong with it, each as a line. */
export function givenMappingOf(
  { name, bytes }: UserFile,
  frameworks: readonly string[],
): { readonly given: GivenMapping | null; readonly problems: readonly string[] } {
  const read = readMapping(bytes, { version: MAPPING_VERSION, frameworks });
  return "mapping" in read
    ? { given: { mapping: read.mapping, file: fileOf(MAPPING_NAME, bytes) }, problems: [] }
    : { given: null, problems: problemLines(name, read.problems) };
}
