import { expect, test } from "vitest";

import {
  expectedStreams,
  publishStatuses,
  exitCodeOf,
  describeShortfalls,
} from "../../../src/cli/commands/publish-status.ts";
import { Failure } from "../../../src/failure.ts";
import type { FolderToPublish, PublishedFolders } from "../../../src/publish/publish-folders.ts";
import { publishSummary } from "../../../src/report/job-summary/publish.ts";

/** A folder of that stream, as far as a roll call reads it. */
function brought(stream: string, outcome = "complete"): FolderToPublish {
  const evidence = { stream: { name: stream, cadence: "P1D" }, outcome };
  return {
    path: `artifacts/${stream}`,
    files: new Map([["evidence.json", Buffer.from(JSON.stringify(evidence))]]),
  };
}

function publishedAs(
  added: readonly FolderToPublish[],
  { refused = [] }: { refused?: readonly FolderToPublish[] } = {},
): PublishedFolders {
  return {
    landed: null,
    warnings: [],
    added: added.map(({ path }) => path),
    alreadyThere: [],
    refused: refused.map(({ path }) => ({
      path,
      failure: new Failure("not-published", `${path} is not signed`),
    })),
  };
}

function called(
  folders: readonly FolderToPublish[],
  published: PublishedFolders | Failure,
  expected: readonly string[] = [],
) {
  return publishStatuses(folders, { published, unreadable: [], expected });
}

test.each([
  ["all are there and complete", [brought("prod"), brought("stage")], 0],
  ["one is partial", [brought("prod"), brought("stage", "partial")], 3],
  ["of one nothing could be collected", [brought("prod", "partial"), brought("stage", "failed")], 2],
  ["one that was expected is not there", [brought("prod", "partial")], 2],
] as const)("the worst stream decides the exit: %s", (_, folders, exit) => {
  const lines = called(folders, publishedAs(folders), ["prod", "stage"]);

  expect(exitCodeOf(lines)).toBe(exit);
});

test("the worst stand first, those of which nothing came before all others", () => {
  const [good, partial, failed, unsigned] = [
    brought("a"),
    brought("b", "partial"),
    brought("c", "failed"),
    brought("d"),
  ];
  const lines = called(
    [good, partial, failed, unsigned],
    publishedAs([good, partial, failed], { refused: [unsigned] }),
    ["a", "b", "c", "d", "e"],
  );

  expect(lines.map(({ stream, became }) => [stream, became])).toEqual([
    ["e", "none came"],
    ["d", "not published"],
    ["c", "committed"],
    ["b", "committed"],
    ["a", "committed"],
  ]);
  expect(describeShortfalls(lines)).toEqual([
    "e: no run came, its job left no evidence",
    "c: the collection is failed",
    "b: the collection is partial",
  ]);
});

test("where nothing could be published, every stream says why", () => {
  const lines = called([brought("prod")], new Failure("not-published", "GitHub is away"), ["prod", "stage"]);

  expect(lines).toMatchObject([
    { stream: "stage", became: "none came" },
    { stream: "prod", became: "not published", why: "GitHub is away" },
  ]);
  expect(exitCodeOf(lines)).toBe(2);
});

test("a folder that does not say whose it is stands for no stream", () => {
  const strange = { path: "artifacts/x", files: new Map([["evidence.json", Buffer.from("{")]]) };
  const lines = called([strange], publishedAs([], { refused: [strange] }), ["x"]);

  expect(lines).toMatchObject([
    { stream: "x", became: "none came" },
    { stream: null, folder: "artifacts/x", became: "not published" },
  ]);
});

test("a folder that cannot be read is named, and decides the exit", () => {
  const unreadable = [
    { path: "artifacts/prod", failure: new Failure("unreadable", "evidence.json is gone") },
  ];
  const lines = publishStatuses([], { published: publishedAs([]), unreadable, expected: [] });

  expect(lines).toMatchObject([{ folder: "artifacts/prod", why: "evidence.json is gone" }]);
  expect(exitCodeOf(lines)).toBe(2);
});

test.each([
  ["prod,stage", ["prod", "stage"]],
  [" prod , stage,prod,", ["prod", "stage"]],
])("expected streams are parted by commas: %j", (text, names) => {
  expect(expectedStreams(text)).toEqual(names);
});

test("expecting is a choice", () => {
  expect(expectedStreams(undefined)).toBeNull();
});

test.each(["", ",", "prod,../stage", '["prod"]'])(
  "a list of streams that names none is refused: %j",
  (text) => {
    expect(() => expectedStreams(text)).toThrow(/^expect: /);
  },
);

test("the summary counts streams, and nothing in it is markup of somebody else", () => {
  const folders = [brought("prod"), brought("stage")];
  const refused = {
    path: "artifacts/<img src=x>",
    files: new Map([["evidence.json", Buffer.from("{}")]]),
  };
  const lines = called([...folders, refused], publishedAs(folders, { refused: [refused] }), [
    "prod",
    "stage",
  ]);

  const text = publishSummary(lines, { repository: "acme/evidence", commit: "abc123" });

  expect(text).toContain("## 2 of 3 streams are in");
  expect(text).toContain("Commit `abc123`.");
  expect(text).not.toContain("<img");
});

test("a summary of very many streams is cut after the worst", () => {
  const folders = Array.from({ length: 400 }, (_, index) => brought(`org-${index}`));
  const lines = called(folders, publishedAs(folders), ["missing"]);

  const text = publishSummary(lines, { repository: "evidence", commit: "abc123" });

  expect(text).toContain("| missing | none came |");
  expect(text).toContain("And 101 more.");
});
