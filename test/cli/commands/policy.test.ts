import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { policyCommand } from "../../../src/cli/commands/policy.ts";
import { policyText } from "../../policy/policies.ts";
import { evidenceOf, monitor, monitorsItem, newKey, writtenRun } from "../../support/evidence.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

const key = newKey();
const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 7] };
const WAIVER = { id: "EX-1", expect: "named-monitors", records: [7], why: "moved", by: "head of platform" };

async function run(words: readonly string[], flags: Record<string, string> = {}) {
  const terminal = new KeptTerminal();
  const code = await policyCommand.run({ words, flags }, terminal);
  return { code, printed: terminal.printed, warnings: terminal.warnings };
}

/** A policy file, and a run of one monitor. */
async function world(text: string) {
  const folder = await temporaryFolder();
  const file = path.join(folder.path, "policy.json");
  await writeFile(file, text);
  const evidence = evidenceOf([monitorsItem([monitor({ id: 1, state: "Alert", verdict: "failing" })])]);
  const { folder: runFolder } = await writtenRun(folder.path, key, { evidence });
  return { file, runFolder, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test("says what a policy demands", async () => {
  await using here = await world(policyText({ expect: [NAMED] }));

  expect(await run(["check", here.file])).toEqual({
    code: 0,
    printed:
      "The policy can be used: 1 expectation, 0 waivers.\nnamed-monitors: 2 monitors by id are there\n",
    warnings: [],
  });
});

test("tries a policy on a run, which is exit 0 whatever comes of it", async () => {
  const waiver = { ...WAIVER, since: "2026-01-01", until: "2026-02-01" };
  await using here = await world(policyText({ expect: [NAMED], accept: [waiver] }));

  const { code, printed } = await run(["check", here.file], { against: here.runFolder });

  expect(code).toBe(0);
  expect(printed.split("\n")).toEqual([
    "Against the run of prod of 2026-08-05T06:17:31Z, which was not verified:",
    "named-monitors: broken, 1 of 2 not there: 7",
    "  expected: 2 monitors by id are there",
    "waiver EX-1 of named-monitors: expired, until 2026-02-01",
    "",
  ]);
});

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

test("warns of waivers that end within 14 days of now, or of the run, as a run does", async () => {
  const accept = [
    { ...WAIVER, id: "now", since: dayFromToday(-20), until: dayFromToday(3) },
    { ...WAIVER, id: "later", since: dayFromToday(-20), until: dayFromToday(60) },
    { ...WAIVER, id: "run", since: "2026-08-01", until: "2026-08-10" },
    { ...WAIVER, id: "useless", records: [1], since: "2026-08-01", until: "2026-10-10" },
  ];
  await using here = await world(policyText({ expect: [NAMED], accept }));

  const alone = await run(["check", here.file]);
  const against = await run(["check", here.file], { against: here.runFolder });

  expect(alone).toMatchObject({
    code: 0,
    warnings: [
      expect.stringMatching(/^the waiver now of named-monitors ends on \d{4}-\d\d-\d\d, in 4 days$/),
    ],
  });
  expect(against).toMatchObject({
    code: 0,
    warnings: [
      "the waiver run of named-monitors ends on 2026-08-10, in 6 days",
      "nothing of named-monitors needs the waiver useless any more; remove it",
    ],
  });
});

test("names every problem of a policy with its line", async () => {
  await using here = await world(policyText({ expect: [{ ...NAMED, id: "A", present: ["x"] }] }));

  await expect(run(["check", here.file])).rejects.toThrow(
    new RegExp(
      String.raw`the policy cannot be used:\n.*policy\.json:5: A: id must .*\n.*policy\.json:8: A: present\[0\]`,
    ),
  );
});

test("a tag is checked against the flags, or against what the run kept", async () => {
  const tagged = { id: "a", item: "compliance-monitors", atLeast: 1, where: { tags: "soc2" } };
  await using here = await world(policyText({ expect: [tagged] }));

  await expect(run(["check", here.file])).rejects.toThrow('do not keep the tag "soc2"');
  await expect(run(["check", here.file], { against: here.runFolder })).rejects.toThrow("do not keep the tag");
  expect((await run(["check", here.file], { "monitor-tag": "soc2" })).code).toBe(0);
});

test("suggests a policy that check takes, and says what the run itself does not meet", async () => {
  await using here = await world("");

  const { printed, warnings } = await run(["suggest", here.runFolder]);
  await writeFile(here.file, printed);

  expect((await run(["check", here.file])).code).toBe(0);
  expect(warnings).toEqual(["not met by this run: no-old-alert: broken, 1 found, and none is allowed: 1"]);
});

test("refuses other words", async () => {
  await expect(run(["show", "x"])).rejects.toThrow('there is no policy "show"');
});
