import { INPUTS, NAMES } from "./collected.ts";
import { REPOSITORY } from "./published.ts";
import type { HostileGroup } from "./row.ts";
import { FILES, MACHINE } from "./verified.ts";

/** Every hostile input that is tried. */
export const HOSTILE: readonly HostileGroup[] = [NAMES, INPUTS, REPOSITORY, FILES, MACHINE];
