import { sentenceCase } from "../../failure.ts";
import { digestSha256 } from "../../platform/crypto.ts";
import { escapeCss, escapeHtml, joinMarkup, markup, type Markup } from "./markup.ts";
import { htmlOf, markdownOf, phrase, strong, type Phrase, type Words } from "./phrases.ts";
import { paragraph, stackHtml, stackMarkdown, type Block } from "./renderer.ts";

/** A report, ready to be written in either notation. */
export interface Report {
  readonly title: string;
  /** Titles that run along on paper. */
  readonly running: { readonly left: string; readonly right: string; readonly foot: string };
  readonly style: string;
  /** Drawings that others refer to, before everything and unseen. */
  readonly symbols?: Markup;
  readonly masthead: Masthead;
  readonly content: readonly Block[];
  /** What the report was made by and from. */
  readonly foot: Phrase;
}

/** What a report is about, and what to think of it. */
export interface Masthead {
  /** What kind of report it is, of which stream. */
  readonly what: Words;
  readonly title: Words;
  /** The time or the period. */
  readonly when: Words;
  readonly leads: readonly Words[];
  readonly verdict: { readonly kind: string; readonly word: string; readonly sentences: readonly Words[] };
}

const DISCLAIMERS = [
  "It says “supports”; it does not say that a control is met.",
  "Not affiliated with or endorsed by Datadog, ISO, IEC, AICPA or the publisher of any other framework. The titles of controls are our own short words.",
] as const;

const LONGEST_TITLE = /^.{0,80}/sv;

/** Text for a title, cut when it is too long for one. */
export function shortTitle(text: string): string {
  const start = LONGEST_TITLE.exec(text)?.[0] ?? "";
  return start.length === text.length ? text : `${start}…`;
}

/** The organisation as a title names it. */
export function organizationTitle(organization: string | null): string {
  return shortTitle(organization ?? "Datadog");
}

/** The report as a self-contained page with a policy that allows nothing but its two style elements. */
export function reportHtml({ title, running, style, symbols, masthead, content, foot }: Report): string {
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
${symbols?.toString() ?? ""}${mastheadHtml(masthead).toString()}
<main id="content" tabindex="-1">
${joinMarkup(content, "\n\n").toString()}
</main>
<footer class="foot">
<p>${htmlOf(foot).toString()} ${DISCLAIMERS[0]}</p>
<p>${DISCLAIMERS[1]}</p>
</footer>
</div>
</body>
</html>
`;
}

/** The report in Markdown, for people without a browser. Nothing that somebody else named becomes markup. */
export function reportMarkdown({ masthead, content, foot }: Report): string {
  const { what, title, when, leads, verdict } = masthead;
  const opening = [
    `# Compliance evidence: ${markdownOf(title)}`,
    `${sentenceCase(markdownOf(what))}, ${markdownOf(when)}.`,
    [markdownOf(strong(`${verdict.word}.`)), ...verdict.sentences.map(markdownOf)].join(" "),
    ...leads.map(markdownOf),
  ];
  const closing = [markdownOf(phrase`${foot} ${DISCLAIMERS[0]}`), markdownOf(DISCLAIMERS[1])];
  return `${[...opening, stackMarkdown(content), "---", ...closing].join("\n\n")}\n`;
}

function mastheadHtml({ what, title, when, leads, verdict }: Masthead): Markup {
  const { kind, word, sentences } = verdict;
  return markup`<header>
<div class="masthead"><span><b>Compliance evidence</b> from Datadog</span><span>${htmlOf(what)}</span></div>
<div class="cover cols">
<div>
<h1>${htmlOf(title)}</h1>
<p class="sub">${htmlOf(when)}</p>
${stackHtml(leads.map((lead) => paragraph(lead, "lead")))}
</div>
<div class="verdict ${kind}">
<p class="word">${word}</p>
${stackHtml(sentences.map((sentence) => paragraph(sentence)))}
</div>
</div>
</header>`;
}

function policy(styles: readonly string[]): string {
  const hashes = styles.map((style) => `'sha256-${digestSha256(style, "base64")}'`);
  return `default-src 'none'; style-src ${hashes.join(" ")}; img-src data:; base-uri 'none'; form-action 'none'`;
}
