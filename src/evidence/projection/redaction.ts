/**
 * Replaces e-mail addresses, IP addresses and URLs with a secret in their path inside a kept text. What
 * identifies a person or gives access does not stay.
 */
const REDACTION_PATTERNS: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  {
    what: "webhook",
    pattern:
      /(?:https?:\/\/[\w.-]*webhook[\w.-]*|(?:https?:\/\/)?(?:hooks\.slack\.com|discord(?:app)?\.com\/api\/webhooks|events\.pagerduty\.com))[^\s"'<>)]*/gi,
  },
  {
    what: "email",
    pattern: /[^\s@<>()[\]",;:\\]{1,64}@[\p{L}\p{M}\p{N}_-]+(?:\.[\p{L}\p{M}\p{N}_-]+)+/gu,
  },
  // Not by word boundaries: `ip_10.0.0.1` and `host10.0.0.1` name a machine as well.
  {
    what: "ip",
    pattern: /(?<!\d)(?:(?:25[0-5]|2[0-4]\d|[01]?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d?\d)(?!\d)/g,
  },
  {
    what: "ip",
    pattern:
      /(?<![\w:])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,6}(?::[0-9a-f]{1,4}){1,6}|(?:[0-9a-f]{1,4}:){2,7}:)(?![\w:])/gi,
  },
];

/** The text with `[redacted: …]` in place of personal data and secrets, and the number of redactions. */
export function redactText(text: string): { readonly text: string; readonly hits: number } {
  let hits = 0;
  let clean = text;
  for (const { what, pattern } of REDACTION_PATTERNS) {
    clean = clean.replace(pattern, () => {
      hits += 1;
      return `[redacted: ${what}]`;
    });
  }
  return { text: clean, hits };
}
