import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";

import { VERSION } from "../src/platform/version.ts";
import { STYLE } from "../src/report/render/style.ts";

const browser = path.resolve(import.meta.dirname, "..", "src", "browser");

/**
 * The page with its two programs. Written as browsers write HTML, so that the
 * page can take the digest of its own file from what the browser read.
 */
export async function pageHtml({
  worker,
  page,
}: {
  readonly worker: string;
  readonly page: string;
}): Promise<string> {
  const [html, css] = await Promise.all([textOf("page.html"), textOf("page.css")]);
  const style = `${STYLE}${css}`;
  const script = page.trim();
  if (/<\/(?:script|style)|<!--/i.test(`${script}${style}`))
    throw new Error("a text would end its own element");
  const parts: Readonly<Record<string, string>> = {
    policy: policyOf({ script, style }),
    style,
    version: VERSION,
    // A data block: it is no script until the page makes a worker of it.
    worker: JSON.stringify(worker).replaceAll("<", String.raw`\u003c`),
    script,
  };
  return html.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`page.html names ${name}, which nobody gives`);
    return part;
  });
}

function policyOf({ script, style }: { readonly script: string; readonly style: string }): string {
  return [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

function hashOf(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

async function textOf(name: string): Promise<string> {
  return readFile(path.join(browser, name), "utf8");
}
