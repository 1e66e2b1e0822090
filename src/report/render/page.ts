import { createHash } from "node:crypto";

import { escapeCss, escapeHtml } from "./html.ts";

/** What a report is made of; `html` is markup, the rest is text. */
interface Page {
  readonly title: string;
  /** Titles that run along on paper. */
  readonly running: { readonly left: string; readonly right: string; readonly foot: string };
  readonly style: string;
  readonly html: {
    /** Before everything, unseen. */
    readonly before?: string;
    readonly header: string;
    readonly main: string;
    readonly foot: string;
  };
}

/** A self-contained page with a policy that lets nothing in but its two style elements. */
export function page({ title, running, style, html }: Page): string {
  const titles = `:root { --running: "${escapeCss(running.left)}"; --running-right: "${escapeCss(running.right)}"; --running-foot: "${escapeCss(running.foot)}"; }`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy([titles, style])}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title>
<style>${titles}</style>
<style>${style}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<div class="page">
${html.before ?? ""}${html.header}
<main id="content" tabindex="-1">
${html.main}
</main>
<footer class="foot">
<p>${html.foot} It says “supports”; it does not say that a control is met.</p>
<p>Not affiliated with or endorsed by ISO, IEC, AICPA or Datadog. Control titles are cited for reference; SOC 2 labels are our own words.</p>
</footer>
</div>
</body>
</html>
`;
}

function policy(styles: readonly string[]): string {
  const hashes = styles.map((style) => `'sha256-${createHash("sha256").update(style).digest("base64")}'`);
  return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}
