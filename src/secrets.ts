/** Short values are no secrets of ours, and hiding them would hide ordinary words. */
const SHORTEST = 8;

/**
 * The forms in which a secret may turn up: as it is, line by line, in base64, in
 * a URL, inside JSON. The frame of a PEM is no secret.
 */
export function formsOf(secrets: readonly (string | null | undefined)[]): readonly string[] {
  const forms = secrets.flatMap((secret) => {
    if (secret === null || secret === undefined) return [];
    const plain = secret.trim();
    const lines = plain.split(/\r?\n|\\n/).map((line) => line.trim());
    return [plain, ...lines.filter((line) => !line.startsWith("-----"))].flatMap(encodings);
  });
  // Longest first, so that a part never leaves the rest of the whole behind.
  return [...new Set(forms)]
    .filter((form) => form.length >= SHORTEST)
    .toSorted((a, b) => b.length - a.length);
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
export function concealed(text: string, forms: readonly string[]): string {
  return forms.reduce((rest, form) => rest.replaceAll(form, "***"), text);
}
