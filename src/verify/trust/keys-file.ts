import { z } from "zod";

import { readVerifyingKey } from "../../bundle/public-key.ts";
import { readJson } from "../../evidence/files/json.ts";
import { catchFailure, Failure } from "../../failure.ts";
import { asPlainUtf8 } from "../../platform/text.ts";
import type { KeyWindow, TrustedKey } from "./trust.ts";

/** More than any policy holds; a hostile file may try to be more. */
const LARGEST_FILE = 1_000_000;
const MOST_KEYS = 1000;

const Instant = z.iso
  .datetime({ error: "is not a time such as 2026-11-22T06:17:31Z" })
  .transform((text) => new Date(text));
const Entry = z.strictObject({
  /** For people. */
  name: z.string().max(200).optional(),
  owner: z.string().max(200).optional(),
  role: z.string().max(200).optional(),
  pem: z.string().max(10_000),
  "not-before": Instant.optional(),
  "not-after": Instant.optional(),
  "revoked-at": Instant.optional(),
});
const Keys = z.array(Entry).min(1).max(MOST_KEYS);

/** The keys of a `--keys` file, each with when it was in force. Throws a sentence with every problem of it. */
export function readKeysFile(bytes: Uint8Array, file: string): readonly TrustedKey[] {
  if (bytes.length > LARGEST_FILE) throw unfit(file, [`is too large (${bytes.length} bytes)`]);
  const json = readJson(asPlainUtf8(bytes));
  if ("trouble" in json) throw unfit(file, [json.trouble]);
  const entries = Keys.safeParse(json.value);
  if (!entries.success) {
    throw unfit(
      file,
      entries.error.issues.map(
        ({ path, message }) => `${path.map(String).join(".") || "the whole"}: ${message}`,
      ),
    );
  }

  const problems: string[] = [];
  const keys: TrustedKey[] = [];
  for (const [index, entry] of entries.data.entries()) {
    const { name = `key ${index}`, pem } = entry;
    const window: KeyWindow = {
      notBefore: entry["not-before"] ?? null,
      notAfter: entry["not-after"] ?? null,
      revokedAt: entry["revoked-at"] ?? null,
    };
    if (window.notBefore !== null && window.notAfter !== null && window.notBefore >= window.notAfter) {
      problems.push(`${name}: not-before is not before not-after`);
    }
    const key = catchFailure(() => readVerifyingKey(pem));
    if (key instanceof Failure) problems.push(`${name}: ${key.message}`);
    else keys.push({ ...key, window, ...aboutOf(entry) });
  }
  if (problems.length > 0) throw unfit(file, problems);
  return keys;
}

/** What people call the key, who keeps it and in which role, in one text; nothing where the file says nothing. */
function aboutOf({ name, owner, role }: z.infer<typeof Entry>): Pick<TrustedKey, "about"> {
  const said = [name, owner, role].filter((text) => text !== undefined && text !== "");
  return said.length === 0 ? {} : { about: said.join(", ") };
}

/** Throws where a key is given twice: which of two windows holds would be left to chance. */
export function ensureDistinctKeys(keys: readonly TrustedKey[]): void {
  const seen = new Set<string>();
  for (const { fingerprint } of keys) {
    if (seen.has(fingerprint)) throw new Failure("input", `the key ${fingerprint} is given twice`);
    seen.add(fingerprint);
  }
}

const MOST_PROBLEMS = 10;

function unfit(file: string, problems: readonly string[]): Failure {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length > shown.length ? [`and ${problems.length - shown.length} more`] : [];
  return new Failure("input", [`the keys file ${file} cannot be used:`, ...shown, ...more].join("\n  "), {
    hint: 'it is a list such as [{"name": "2026", "pem": "-----BEGIN PUBLIC KEY-----…", "not-after": "2027-01-01T00:00:00Z"}]',
  });
}
