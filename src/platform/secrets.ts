/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;

/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
export function secretForms(secrets: readonly (string | null | undefined)[]): readonly string[] {
  const forms = secrets.flatMap((secret) => {
    if (secret === null || secret === undefined) return [];
    // The environment of some systems holds halves of characters, which no URL can encode.
    const plain = secret.toWellFormed().trim();
    return [plain, ...linesOf(plain), ...linesOf(wrappedPem(plain))].flatMap(encodings);
  });
  // Longest first, so that a part never leaves the rest of the whole behind.
  return [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
}

function linesOf(text: string): readonly string[] {
  const lines = text.split(/\r?\n|\\r|\\n/).map((line) => line.trim());
  return lines.filter((line) => !line.startsWith("-----"));
}

/** A PEM may be given as base64 of the whole; what it unwraps to is as secret. Empty for anything else. */
function wrappedPem(text: string): string {
  const decoded = Buffer.from(text, "base64").toString("utf8");
  return decoded.includes("-----BEGIN") ? decoded : "";
}

function encodings(text: string): readonly string[] {
  const bytes = Buffer.from(text);
  return [
    text,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(text),
    JSON.stringify(text).slice(1, -1),
  ];
}

/** The text with every form of a secret replaced. */
export function concealSecrets(text: string, forms: readonly string[]): string {
  const once = forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
  // What was left and right of a secret may make another one; each round is shorter, so this ends.
  return once === text ? text : concealSecrets(once, forms);
}
