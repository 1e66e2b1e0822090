/** What JSON text says, or why it cannot be relied on, as the end of a sentence about the file. */
export type ReadJson = { readonly value: unknown } | { readonly trouble: string };

/** Evidence is far less nested; a parser that walks by recursion would run out of stack. */
const DEEPEST = 64;
/** Evidence stays under 10 MB, so this is no evidence, and one text in memory could not hold much more. */
const LARGEST = 256 * 1024 * 1024;

/**
 * Reads JSON as every parser would: UTF-8 without a mark, no member named
 * twice, no hostile depth. Never throws, and never repeats what it read.
 */
export function readJson(bytes: Uint8Array): ReadJson {
  if (bytes.length > LARGEST) return { trouble: `is too large (${bytes.length} bytes)` };
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { trouble: "is not text in UTF-8" };
  }

  const written = structureOf(text);
  if (written.depth > DEEPEST) return { trouble: `is nested more than ${DEEPEST} levels deep` };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // The parser's own words quote the file.
    return { trouble: "is not JSON" };
  }
  // Where two members share a name, parsers differ on which one counts.
  if (membersOf(value) !== written.members) return { trouble: "names a member twice" };
  return { value };
}

/** Depth and members as they stand in the text: outside of strings, each colon belongs to one member. */
function structureOf(text: string): { readonly depth: number; readonly members: number } {
  let level = 0;
  let depth = 0;
  let members = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '"') at = endOfString(text, at);
    else if (character === ":") members += 1;
    else if (character === "{" || character === "[") depth = Math.max(depth, (level += 1));
    else if (character === "}" || character === "]") level -= 1;
  }
  return { depth, members };
}

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at;
}

function membersOf(value: unknown): number {
  if (value === null || typeof value !== "object") return 0;
  const inside = Object.values(value).reduce<number>((sum, each) => sum + membersOf(each), 0);
  return Array.isArray(value) ? inside : inside + Object.keys(value).length;
}
