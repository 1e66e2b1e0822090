import { expect, test } from "vitest";

import { findMiscount, LISTING_PATHS } from "../../../src/evidence/rules/recount.ts";
import type { Collection, Evidence, Item } from "../../../src/evidence/schema.ts";
import { evidenceOf, monitorsItem, signalsItem } from "../../support/evidence.ts";

type Request = Collection["requests"][number];

const [LISTED] = monitorsItem().collection.requests;
const page = (status: number, items: number): Request["pages"][number] => ({
  status,
  items,
  bytes: 2,
  sha256: "ab".repeat(32),
  attempts: 1,
});

/** The list of monitors, of which one is there, with these requests. */
function listedBy(requests: readonly Request[]): Evidence {
  const item: Item = monitorsItem();
  return evidenceOf([{ ...item, collection: { ...item.collection, requests: [...requests] } }]);
}

function list(pages: readonly Request["pages"][number][], drained = true): Request {
  if (LISTED === undefined) throw new Error("the list has no request");
  return { ...LISTED, drained, pages: [...pages] };
}

test.each([
  ["pages that became smaller after one that failed", [list([page(504, 0), page(200, 1)])]],
  ["a page that failed twice before smaller ones", [list([page(504, 0), page(0, 0), page(200, 1)])]],
  [
    "a control total that Datadog refused",
    [list([page(200, 1)]), { ...list([page(403, 0)], false), path: "/api/v1/monitor/search" }],
  ],
])("%s is no contradiction", (_, requests) => {
  expect(findMiscount(listedBy(requests))).toBeNull();
});

test.each([
  ["without an answer", [list([page(200, 1), page(0, 0)])], "its last page has the status 0"],
  ["without pages", [list([page(200, 1)]), list([])], "its last page has the status none"],
])("a list %s is a contradiction", (_, requests, sentence) => {
  expect(LISTING_PATHS["compliance-monitors"]).toBe(LISTED?.path);
  expect(findMiscount(listedBy(requests))).toContain(sentence);
});

test("a list of any number of requests is judged", () => {
  const item = signalsItem();
  const { requests } = item.collection;
  const empty = requests.map((request) => ({ ...request, pages: [page(200, 0)] }));
  const many = [...requests, ...Array.from({ length: 200_000 }, () => empty).flat()];

  expect(
    findMiscount(evidenceOf([{ ...item, collection: { ...item.collection, requests: many } }])),
  ).toBeNull();
});
