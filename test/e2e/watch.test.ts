import { mkdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { formatTime } from "../../src/platform/time.ts";
import { runAction, type ActionRun } from "../support/runner.ts";
import { DAY, evidenceAt, WrittenStream } from "../support/stream.ts";
import { SIGNER } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

/** A stream whose last run is so many days old. */
async function streamOf(daysOld: number) {
  const root = await temporaryFolder();
  const key = path.join(root.path, "evidence.pub.pem");
  const folder = path.join(root.path, "compliance-evidence");
  await mkdir(folder);
  await writeFile(key, SIGNER.publicPem);
  const stream = new WrittenStream(folder);
  for (let days = daysOld + 4; days >= daysOld; days -= 1) {
    await stream.add(evidenceAt(formatTime(new Date(Date.now() - days * DAY - 60_000))));
  }
  return { folder, key, stream, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

async function watching(inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  return runAction({ main: "dist/watch.js", manifest: "verify/action.yml", inputs });
}

test("evidence that is there, genuine and fresh lets the job pass", async () => {
  await using scene = await streamOf(0);

  await using run = await watching({ path: scene.folder, streams: "prod", key: scene.key });

  expect(run.code).toBe(0);
  expect(run.outputs).toMatchObject({ verdict: "fresh", "exit-code": "0" });
  expect(run.summary).toContain("## Evidence is fresh");
  // The register: every item, with what it supports.
  expect(run.summary).toMatch(/\| prod \| Security signals \| .* \| fresh; collected /);
  expect(run.annotations).toEqual([]);
});

test("evidence that is no longer valid fails the job", async () => {
  await using scene = await streamOf(3);

  await using run = await watching({ path: scene.folder, streams: "prod", key: scene.key });

  expect(run.code).toBe(3);
  expect(run.outputs).toMatchObject({ verdict: "stale", "exit-code": "3" });
  expect(run.annotations.at(-1)?.message).toContain("evidence is stale: prod has no evidence newer than");
});

test("a run that was changed fails the job with the first bad run", async () => {
  await using scene = await streamOf(0);
  await writeFile(path.join(scene.stream.folder(3), "evidence.json"), "{}");

  await using run = await watching({ path: scene.folder, streams: "prod", key: scene.key });

  expect(run.code).toBe(1);
  expect(run.outputs).toMatchObject({ verdict: "broken", "exit-code": "1" });
  expect(run.annotations.at(-1)?.message).toContain("evidence.json was changed");
});

test("a run that was put above the streams is named, and is not taken for their absence", async () => {
  await using scene = await streamOf(0);
  await writeFile(path.join(scene.folder, "evidence.json"), "{}");

  await using run = await watching({ path: scene.folder, streams: "prod", key: scene.key });

  expect(run.code).toBe(2);
  expect(run.outputs).toMatchObject({ verdict: "unchecked", "exit-code": "2" });
  expect(run.annotations.at(-1)?.message).toContain("holds the files of a run (evidence.json)");
});

test("a day that nobody collected fails the job", async () => {
  await using scene = await streamOf(0);
  const later = new WrittenStream(path.join(scene.folder, "later"));
  for (const days of [3, 0]) {
    await later.add(evidenceAt(formatTime(new Date(Date.now() - days * DAY - 60_000))));
  }
  await rm(path.join(scene.folder, "prod"), { recursive: true });

  await using run = await watching({ path: scene.folder, streams: "prod", key: scene.key });

  expect(run.code).toBe(3);
  expect(run.outputs["verdict"]).toBe("missing");
  expect(run.annotations.at(-1)?.message).toContain("2 of 4 slots have no evidence");
});

test.each(["an empty repository", "a repository of other streams"])(
  "in %s, a collector that never ran is noticed",
  async (where) => {
    await using scene = await streamOf(0);
    if (where === "an empty repository") await rm(path.join(scene.folder, "prod"), { recursive: true });

    await using run = await watching({ path: scene.folder, streams: "staging", key: scene.key });

    expect(run.code).toBe(3);
    expect(run.outputs).toMatchObject({ verdict: "absent", newest: "" });
    expect(run.annotations.at(-1)?.message).toContain("staging is not here: it never ran");
  },
);

test.each([
  [{ streams: "" }, "streams: is required"],
  [{ streams: "prod", path: "/nowhere" }, "path: /nowhere is no folder"],
  [{ streams: "prod", key: "" }, "no key was given"],
  [{ streams: "prod", from: "last week" }, "from: neither a date nor an instant"],
  [{ streams: "prod", "require-time": "yes" }, "require-time: must be true or false"],
])("the inputs %j fail the job with a sentence", async (inputs, sentence) => {
  await using scene = await streamOf(0);

  await using run = await watching({ path: scene.folder, key: scene.key, ...inputs });

  expect(run.code).toBe(2);
  expect(run.outputs).toMatchObject({ verdict: "unchecked", "exit-code": "2" });
  expect(run.annotations.at(-1)?.message).toContain(sentence);
  expect(run.stdout).not.toMatch(/^ {4}at /m);
});
