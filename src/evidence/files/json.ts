import type { z } from "zod";

/** The value of a JSON text, or why it cannot be used, as the end of a sentence about the file. */
export type ReadJson = { readonly value: unknown } | { readonly trouble: string };

/** Evidence is far less nested. More would exhaust the stack of a recursive parser. */
const MOST_LEVELS = 64;
/** Evidence is smaller than 10 MB, and a string cannot hold much more than this. */
const LARGEST_JSON = 256 * 1024 * 1024;

/**
 * Reads JSON that every parser reads in the same way: UTF-8 without a byte order mark, no member twice, not
 * too deep. Never throws, and never quotes the text.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  if (bytes.length > LARGEST_JSON) return { trouble: `is too large (${bytes.length} bytes)` };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { trouble: "is not text in UTF-8" };
  }

  const written = structureOf(bytes);
  if (written.depth > MOST_LEVELS) return { trouble: `is nested more than ${MOST_LEVELS} levels deep` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's message would quote the file.
    return { trouble: "is not JSON" };
  }
  // If two members share a name, parsers disagree on which one counts.
  if (membersOf(value) !== written.members) return { trouble: "names a member twice" };
  return { value };
}

/** The value of a JSON text that follows the schema; null for any other text. Never throws. */
export function parseJson<Value>(bytes: Uint8Array, schema: z.ZodType<Value>): Value | null {
  const json = readJson(bytes);
  return "trouble" in json ? null : (schema.safeParse(json.value).data ?? null);
}

/** Whether the JSON value is an object with named members. */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const QUOTE_BYTE = 0x22;
const BACKSLASH_BYTE = 0x5c;
const COLON_BYTE = 0x3a;
const BRACKET_BYTES = { "[": 0x5b, "]": 0x5d, "{": 0x7b, "}": 0x7d } as const;

/**
 * The depth and the number of members of the text: outside of strings, each colon belongs to one member.
 * Reading bytes is twice as fast as characters, and no byte of a longer character looks like these.
 */
function structureOf(text: Uint8Array): { readonly depth: number; readonly members: number } {
  const { length } = text;
  let level = 0;
  let depth = 0;
  let members = 0;
  for (let at = 0; at < length; at += 1) {
    const byte = text[at] ?? 0;
    // White space, which is a large part of a file.
    if (byte < QUOTE_BYTE) continue;
    if (byte === QUOTE_BYTE) {
      at += 1;
      while (at < length && text[at] !== QUOTE_BYTE) at += text[at] === BACKSLASH_BYTE ? 2 : 1;
    } else if (byte === COLON_BYTE) members += 1;
    else if (byte === BRACKET_BYTES["{"] || byte === BRACKET_BYTES["["]) {
      level += 1;
      if (level > depth) depth = level;
    } else if (byte === BRACKET_BYTES["}"] || byte === BRACKET_BYTES["]"]) level -= 1;
  }
  return { depth, members };
}

function membersOf(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const inside: readonly unknown[] = Object.values(value);
  let members = Array.isArray(value) ? 0 : inside.length;
  for (const each of inside) members += membersOf(each);
  return members;
}
