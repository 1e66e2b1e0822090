/**
 * Replaces e-mail addresses, IP addresses and URLs with a secret in their path
 * inside a kept text. The text stays evidence; what identifies a person or
 * opens a door does not.
 */
const PATTERNS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: "webhook",
    pattern:
      /https?:\/\/(?:hooks\.slack\.com|[\w.-]*webhook[\w.-]*|discord(?:app)?\.com\/api\/webhooks|events\.pagerduty\.com)[^\s"'<>)]*/gi,
  },
  { what: "email", pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63})+/gu },
  { what: "ip", pattern: /\b(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)\b/g },
  {
    what: "ip",
    pattern:
      /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?![\w:])/gi,
  },
];

/** The text with `[redacted: …]` in place of what identifies somebody, and how often that was needed. */
export function redacted(text: string): { readonly text: string; readonly hits: number } {
  let hits = 0;
  let clean = text;
  for (const { what, pattern } of PATTERNS) {
    clean = clean.replace(pattern, () => {
      hits += 1;
      return `[redacted: ${what}]`;
    });
  }
  return { text: clean, hits };
}
