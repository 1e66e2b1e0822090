import { z } from "zod";

import { DeclarationText } from "../evidence/gap.ts";
import { ITEM_IDS } from "../evidence/schema.ts";

const MAPPING_SCHEMA = "datadog-evidence/mapping/v1";
const MOST_FRAMEWORKS = 20;
const MOST_CONTROLS = 500;

const FRAMEWORK_ID = "must be lower-case letters, digits and hyphens, 63 characters at most, such as acme";
const OwnFrameworkId = z
  .string({ error: FRAMEWORK_ID })
  .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: FRAMEWORK_ID });

const CONTROL_ID = "must be one line of text, 64 characters at most, such as A.5.36";
const ControlId = z
  .string({ error: CONTROL_ID })
  .max(64, { error: CONTROL_ID })
  .regex(/^[^\p{C}\p{Z}](?:[^\p{C}]*[^\p{C}\p{Z}])?$/u, { error: CONTROL_ID });

const Title = DeclarationText.max(200).describe("one line of text");
const Words = DeclarationText.describe("one line of text, 500 characters at most");

/** The conditions that the organisation can put on support. */
export const OWN_NEEDS = ["clock-monitor", "judged-triage", "daily-cadence", "review"] as const;

const OwnFramework = z.strictObject({ id: OwnFrameworkId, name: Title });

const OwnControl = z.strictObject({
  /** The id of a framework of the run, or of one in `frameworks` of this file. */
  framework: z.string({ error: "must be the id of a framework" }),
  item: z.enum(ITEM_IDS, { error: `must be one of ${ITEM_IDS.join(", ")}` }),
  id: ControlId,
  title: Title.optional(),
  support: z.enum(["direct", "claimed"], { error: "must be direct or claimed" }).optional(),
  needs: z
    .array(z.enum(OWN_NEEDS, { error: `must be one of ${OWN_NEEDS.join(", ")}` }))
    .max(OWN_NEEDS.length)
    .optional(),
  why: Words.optional(),
});
export type OwnControl = z.infer<typeof OwnControl>;

/**
 * The shape of `mapping.json`, version 1: controls that the organisation adds to the catalogues, or sees
 * differently. The JSON Schema in `schemas/` is generated from it.
 */
export const MappingFile = z.strictObject({
  schema: z.literal(MAPPING_SCHEMA, { error: `must be "${MAPPING_SCHEMA}"` }),
  /** Frameworks that there is no catalogue of. */
  frameworks: z.array(OwnFramework).max(MOST_FRAMEWORKS).optional(),
  controls: z.array(OwnControl).min(1).max(MOST_CONTROLS),
});
export type MappingFile = z.infer<typeof MappingFile>;
