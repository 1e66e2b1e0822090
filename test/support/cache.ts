import path from "node:path";

/** What tests keep from one run of the suite to the next; never committed. */
export const CACHE = path.resolve(import.meta.dirname, "../../node_modules/.cache/datadog-evidence");

/** Lets a process take programs as an earlier one compiled them: that is most of the time of a short process. */
export const COMPILED = { NODE_COMPILE_CACHE: path.join(CACHE, "compiled") } as const;
