import type { Item, Page, Request } from "../../evidence/schema.ts";
import { digest, escapeHtml, number, soft, table } from "../render/html.ts";
import { ITEM_NAMES } from "../words.ts";

/** More pages than this nobody reads; evidence.json has them all. */
const PAGES_SHOWN = 200;

const REQUESTS_SHOWN = 50;

/** Every request of an item with the digest of every answer, folded away. */
export function ledger(item: Item): string {
  const { requests } = item.collection;
  if (requests.length === 0) return "<p>No request was made for this item.</p>";
  const shown = requests.slice(0, REQUESTS_SHOWN);
  const label = `${number(requests.length)} ${requests.length === 1 ? "request" : "requests"}, with the digest of each answer`;
  return `<details><summary>${label}</summary>
${shown.map((request, index) => entry({ item, request, position: index + 1 })).join("\n")}${rest(requests.length - shown.length, "requests")}
</details>`;
}

/** How a request reads in the ledger and among the checks, for instance "request 2, GET /api/v1/monitor". */
export function requestName(request: Request, position: number): string {
  return `request ${position}, ${request.method} ${request.path}`;
}

function entry(parts: { readonly item: Item; readonly request: Request; readonly position: number }): string {
  const { item, request, position } = parts;
  const label = `Pages of request ${position} for ${ITEM_NAMES[item.id]}`;
  const shown = request.pages.slice(0, PAGES_SHOWN);
  const pages = table({
    html: {
      caption: `Pages ${soft("· SHA-256 of each answer as it arrived")}`,
      rows: shown.map((page, index) => pageRow(page, index + 1)).join("\n"),
    },
    columns: ["Page", "Status", "Items", "Bytes", "Attempts", "SHA-256"],
    kind: "numeric",
  });
  const end = request.drained ? "Read to its end." : "Not read to its end.";
  return `<div class="ledger"><h3>Request ${position} ${soft(`· ${end}`)}</h3>
<p><code>${escapeHtml(`${request.method} ${request.path}${queryString(request)}`)}</code></p>
${body(request)}<div class="scroll" role="region" tabindex="0" aria-label="${label}">${pages}</div>${rest(request.pages.length - shown.length, "pages")}</div>`;
}

function pageRow(page: Page, position: number): string {
  const isAnswer = page.status >= 200 && page.status < 300;
  const cells = [
    page.status === 0 ? "no answer" : String(page.status),
    // An error carries no items; a zero would say that there were none to carry.
    isAnswer ? number(page.items) : "not known",
    number(page.bytes),
    number(page.attempts),
    digest(page.sha256),
  ];
  return `<tr${isAnswer ? "" : ' class="fails"'}><th scope="row">${position}</th>${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
}

function queryString(request: Request): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query)) {
    query.append(key, typeof value === "string" ? value : JSON.stringify(value));
  }
  return query.size === 0 ? "" : `?${query.toString()}`;
}

function body(request: Request): string {
  if (Object.keys(request.body).length === 0) return "";
  return `<pre>${escapeHtml(JSON.stringify(request.body, null, 2))}</pre>\n`;
}

function rest(count: number, what: string): string {
  return count <= 0
    ? ""
    : `\n<p class="more">${number(count)} more ${what} are in <code>evidence.json</code>.</p>`;
}
