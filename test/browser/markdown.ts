import type { ParserOptions } from "prettier";
import { parsers } from "prettier/plugins/markdown";
import { z } from "zod";

import { escapeHtml } from "../../src/report/render/markup.ts";

interface Node {
  readonly type: string;
  readonly value?: string | undefined;
  readonly url?: string | undefined;
  readonly lang?: string | null | undefined;
  readonly depth?: number | undefined;
  readonly children?: readonly Node[] | undefined;
}

const NodeSchema: z.ZodType<Node> = z.object({
  type: z.string(),
  value: z.string().optional(),
  url: z.string().optional(),
  lang: z.string().nullish(),
  depth: z.number().optional(),
  get children() {
    return z.array(NodeSchema).optional();
  },
});

const TAGS: Readonly<Record<string, string>> = {
  paragraph: "p",
  list: "ul",
  listItem: "li",
  blockquote: "blockquote",
  strong: "strong",
  emphasis: "em",
  delete: "del",
};

/** The Markdown as a page in the manner of GitHub: what a real parser takes for markup is markup. */
export async function rendered(markdown: string): Promise<string> {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Summary</title>
<meta name="viewport" content="width=device-width"><style>${STYLE}</style></head><body><main><h1>Run</h1>
${await htmlOf(markdown)}
</main></body></html>`;
}

/** The Markdown as HTML. */
export async function htmlOf(markdown: string): Promise<string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the parser of Markdown reads no option
  const parsed: unknown = await parsers.markdown.parse(markdown, {} as ParserOptions);
  return html(NodeSchema.parse(parsed));
}

/** As GitHub sets them: long words break, and a table scrolls by itself. */
const STYLE = `:root { color-scheme: light dark } body { font: 16px/1.5 sans-serif; overflow-wrap: anywhere }
.scroll { overflow-x: auto } pre { white-space: pre } td, th { min-width: 4rem }
@media (prefers-color-scheme: dark) { body { background: #0d1117; color: #f0f6fc } a { color: #4493f8 } }`;

function html(node: Node): string {
  const { type, value = "", url = "", children = [] } = node;
  const inside = children.map(html).join("");
  const tag = TAGS[type];
  if (tag !== undefined) return `<${tag}>${inside}</${tag}>\n`;
  switch (type) {
    case "root":
    case "tableRow":
    case "tableCell":
      return inside;
    case "heading":
      return `<h${node.depth ?? 1}>${inside}</h${node.depth ?? 1}>\n`;
    case "text":
    case "sentence":
    case "word":
      return escapeHtml(value);
    // What was meant as markup, and what was not: whether it is harmless is what the test is about.
    case "html":
      return value;
    case "inlineCode":
      return `<code>${escapeHtml(value)}</code>`;
    case "code":
      return `<pre class="scroll" tabindex="0"><code>${escapeHtml(value)}</code></pre>\n`;
    case "link":
      return `<a href="${escapeHtml(url)}">${inside}</a>`;
    case "image":
      return `<img src="${escapeHtml(url)}">`;
    case "table":
      return `<div class="scroll" tabindex="0" role="region" aria-label="Table"><table>${rows(children)}</table></div>\n`;
    default:
      throw new Error(`a summary has no ${type}`);
  }
}

function rows(children: readonly Node[]): string {
  return children
    .map(({ children: cells = [] }, index) => {
      const tag = index === 0 ? "th" : "td";
      return `<tr>${cells.map((cell) => `<${tag}>${(cell.children ?? []).map(html).join("")}</${tag}>`).join("")}</tr>`;
    })
    .join("\n");
}
