import { digest, escapeHtml, name, number, soft, time } from "./html.ts";
import type { Notation } from "./notation.ts";

/** Sentences as HTML. */
export const HTML: Notation = {
  name,
  time,
  number,
  digest,
  soft,
  code: (text) => `<code>${escapeHtml(text)}</code>`,
  strong: (text) => `<strong>${escapeHtml(text)}</strong>`,
  link: (anchor, words) => `<a href="#${anchor}">${words}</a>`,
  // Days and hours break between them, never within.
  span: (text) =>
    text
      .split(" to ")
      .map((part) => `<span class="nowrap">${escapeHtml(part)}</span>`)
      .join(" to "),
};
