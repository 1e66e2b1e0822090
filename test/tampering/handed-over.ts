import type { HandedOverGroup } from "./row.ts";
import { SAMPLES } from "./samples.ts";
import { STREAMS } from "./streams.ts";
import { WEAKER } from "./weaker.ts";

/** Every attack on what an auditor is given that no single run shows. */
export const HANDED_OVER: readonly HandedOverGroup[] = [SAMPLES, STREAMS, WEAKER];
