import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { Ajv, type ValidateFunction } from "ajv";
import addFormats from "ajv-formats";

import { valueAtPath, isRecord } from "../../../src/demo/datadog/query.ts";
import { SHARED } from "../../support/shared.ts";

/** A recorded answer of Datadog. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

/** Returns every recorded answer whose body is JSON. */
export function recordings(): Recorded[] {
  return filesOf("recordings", ".har").flatMap((text) => {
    const entries = valueAtPath(JSON.parse(text), "log.entries");
    return (Array.isArray(entries) ? entries : []).flatMap(recorded);
  });
}

/** Returns the check that the specification makes of an answer, or null where it says nothing. */
export function schemaOf(exchange: {
  method: string;
  path: string;
  status: number;
}): ValidateFunction | null {
  for (const text of filesOf("openapi", ".json")) {
    const document: unknown = JSON.parse(text);
    const paths = valueAtPath(document, "paths");
    const operation = isRecord(paths)
      ? valueAtPath(paths[exchange.path], exchange.method.toLowerCase())
      : undefined;
    const response = resolved(document, valueAtPath(operation, `responses.${exchange.status}`));
    const content = valueAtPath(response, "content");
    const [media] = isRecord(content) ? Object.values(content) : [];
    const schema = valueAtPath(media, "schema");
    if (isRecord(schema)) return compiled({ ...schema, components: valueAtPath(document, "components") });
  }
  return null;
}

function filesOf(folder: string, extension: string): string[] {
  const within = path.join(SHARED, folder);
  const names = readdirSync(within).filter((name) => name.endsWith(extension));
  return names.map((name) => readFileSync(path.join(within, name), "utf8"));
}

function recorded(entry: unknown): Recorded[] {
  const text = valueAtPath(entry, "response.content.text");
  const status = valueAtPath(entry, "response.status");
  const type = valueAtPath(entry, "response.content.mimeType");
  const method = valueAtPath(entry, "request.method");
  const url = valueAtPath(entry, "request.url");
  if (typeof text !== "string" || typeof status !== "number" || typeof type !== "string") return [];
  if (typeof method !== "string" || typeof url !== "string" || !type.includes("json")) return [];

  return [{ method, path: new URL(url).pathname, status, body: JSON.parse(text) }];
}

function resolved(document: unknown, value: unknown): unknown {
  const reference = valueAtPath(value, "$ref");
  return typeof reference === "string"
    ? valueAtPath(document, reference.slice(2).replaceAll("/", "."))
    : value;
}

function compiled(schema: unknown): ValidateFunction {
  const ajv = new Ajv({
    strict: false,
    allErrors: true,
    formats: { int32: true, int64: true, double: true },
  });
  addFormats.default(ajv, ["date-time", "uuid", "email", "uri"]);
  return ajv.compile(JSON.parse(JSON.stringify(schema), nullable));
}

/** OpenAPI 3.0 says `nullable` where JSON Schema says a list of types. */
function nullable(_key: string, value: unknown): unknown {
  if (!isRecord(value) || value["nullable"] !== true || typeof value["type"] !== "string") return value;
  const { nullable: _nullable, enum: allowed, ...rest } = value;
  const values = Array.isArray(allowed) ? { enum: [...allowed, null] } : {};
  return { ...rest, type: [value["type"], "null"], ...values };
}

/** Returns the key paths of a JSON value with the type of what lies there, array indices erased. */
export function shapeOf(value: unknown, here = ""): Set<string> {
  const shape = new Set([`${here} ${typeName(value)}`]);
  const members: [string, unknown][] = Array.isArray(value)
    ? value.map((item) => [`${here}[]`, item])
    : isRecord(value)
      ? Object.entries(value).map(([key, item]) => [`${here}.${key}`, item])
      : [];
  for (const [where, item] of members) for (const line of shapeOf(item, where)) shape.add(line);
  return shape;
}

function typeName(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}
