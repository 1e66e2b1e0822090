import { z } from "zod";

import { readJson } from "./json.ts";
import { parseKnown } from "./parse-known.ts";

/** A document, or why it cannot be used, as the end of a sentence about it. */
export type ReadDocument<Document> =
  | { readonly value: Document }
  | {
      readonly trouble: string;
      /** Whether it has a type that this version does not know. */
      readonly isOther: boolean;
    };

const Members = z.record(z.string(), z.unknown());

/** Reads JSON that follows a schema. `types` has the known types for each member that names a type. */
export function readDocument<Document>(
  bytes: Uint8Array,
  { schema, types }: { schema: z.ZodType<Document>; types: Readonly<Record<string, readonly string[]>> },
): ReadDocument<Document> {
  const json = readJson(bytes);
  if ("trouble" in json) return { trouble: json.trouble, isOther: false };
  const named = Members.safeParse(json.value);
  for (const [member, known] of Object.entries(types)) {
    const type = named.data?.[member];
    if (typeof type === "string" && !known.includes(type))
      return { trouble: "is of a type that this version cannot check; a newer version may", isOther: true };
  }
  const read = parseKnown(schema, json.value);
  if (read.success) return { value: read.data };
  return { trouble: `does not follow its schema: ${firstIssue(read.error)}`, isOther: false };
}

function firstIssue({ issues: [first] }: z.ZodError): string {
  if (first === undefined) return "unknown";
  return first.path.length === 0 ? first.message : `${first.path.map(String).join(".")}: ${first.message}`;
}
