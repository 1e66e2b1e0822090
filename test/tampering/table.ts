import { BUNDLE } from "./bundle.ts";
import { FILES } from "./files.ts";
import { KEYLESS } from "./keyless.ts";
import { EVIDENCE, STATEMENT } from "./resigned.ts";
import type { Group } from "./row.ts";
import { MAPPING } from "./mapping.ts";
import { POLICY } from "./policy.ts";
import { TIME } from "./time.ts";

/** Every attack that is tried. */
export const GROUPS: readonly Group[] = [FILES, BUNDLE, STATEMENT, EVIDENCE, POLICY, MAPPING, TIME, KEYLESS];
