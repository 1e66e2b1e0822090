import { z } from "zod";

import { CADENCES, RunIdentity, StreamName } from "./schema.ts";

/** Text that people write into a declaration or a policy: one line, no control characters. */
export const DeclarationText = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^\p{C}]+$/u);

/**
 * The contract of `gap.json`, version 1: somebody says why runs are missing. It
 * explains a gap and never fills it.
 */
export const Gap = z.strictObject({
  schema: z.literal("datadog-evidence-gap/v1"),
  stream: z.strictObject({ name: StreamName, site: z.string(), cadence: z.enum(CADENCES) }),
  declaredAt: z.iso.datetime(),
  /** Half open: slots that lie wholly in it are declared. */
  range: z.strictObject({ from: z.iso.datetime(), to: z.iso.datetime() }),
  cause: DeclarationText,
  /** Where the incident or decision is recorded; null where there is no such place. */
  ticket: DeclarationText.nullable(),
  /** The role of the person who declares it, never a name. */
  role: DeclarationText,
  run: RunIdentity,
});
export type Gap = z.infer<typeof Gap>;

/** The name of the file that holds a declaration in its run folder. */
export const GAP_NAME = "gap.json";
