import { isAnswered } from "../../evidence/rules/recount.ts";
import type { Item, Page, Request } from "../../evidence/schema.ts";
import { moreIn } from "../render/more.ts";
import { code, digest, phrase, soft } from "../render/phrases.ts";
import { box, commands, details, heading, paragraph, table } from "../render/renderer.ts";
import type { Block, Row } from "../render/renderer.ts";
import { ITEM_NAMES, quantityOf } from "../words.ts";

/** A longer list is not read; evidence.json has all pages. */
const PAGES_SHOWN = 200;

const REQUESTS_SHOWN = 50;

/** Every request of an item with the digest of every answer, folded away. */
export function requestLedger(item: Item): Block {
  const { requests } = item.collection;
  if (requests.length === 0) return paragraph("No request was made for this item.");
  const shown = requests.slice(0, REQUESTS_SHOWN);
  return details(`${quantityOf(requests.length, "request")}, with the digest of each answer`, [
    ...shown.map((request, index) => requestEntry(request, { item, position: index + 1 })),
    ...moreIn(code("evidence.json"), { more: requests.length - shown.length, what: "requests" }),
  ]);
}

/** What a request is called in the ledger and among the checks, for instance "request 2, GET /api/v1/monitor". */
export function requestName({ method, path }: Request, position: number): string {
  return `request ${position}, ${method} ${path}`;
}

function requestEntry(request: Request, { item, position }: { item: Item; position: number }): Block {
  const shown = request.pages.slice(0, PAGES_SHOWN);
  const end = request.drained ? "read to its end" : "not read to its end";
  return box("ledger", [
    heading(phrase`Request ${position} ${soft(end)}`, { level: 4 }),
    paragraph(code(`${request.method} ${request.path}${queryInWords(request)}`)),
    ...(Object.keys(request.body).length === 0 ? [] : [commands([JSON.stringify(request.body, null, 2)])]),
    table({
      caption: "Pages",
      aside: "SHA-256 of each answer as it arrived",
      columns: ["Page", "Status", "Items", "Bytes", "Attempts", "SHA-256"],
      rows: shown.map((page, index) => pageRow(page, index + 1)),
      kind: "numeric",
      scroll: `Pages of request ${position} for ${ITEM_NAMES[item.id]}`,
    }),
    ...moreIn(code("evidence.json"), { more: request.pages.length - shown.length, what: "pages" }),
  ]);
}

function pageRow(page: Page, position: number): Row {
  const isAnswer = isAnswered(page.status);
  return {
    cells: [
      position,
      page.status === 0 ? "no answer" : page.status,
      // An error carries no items; a zero would say that there were none to carry.
      isAnswer ? page.items : "not known",
      page.bytes,
      page.attempts,
      digest(page.sha256),
    ],
    kind: isAnswer ? "" : "fails",
  };
}

function queryInWords(request: Request): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(request.query)) {
    query.append(key, typeof value === "string" ? value : JSON.stringify(value));
  }
  return query.size === 0 ? "" : `?${query.toString()}`;
}
