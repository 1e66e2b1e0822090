import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { sha256 } from "../../src/evidence/digest.ts";
import { periodText } from "../../src/report/period/terminal.ts";
import { exitCodeOf } from "../../src/verify/run/verdict.ts";
import { policyText } from "../policy/policies.ts";
import { ended, monitor, monitorsItem } from "../support/evidence.ts";
import { days, evidenceAt, only, temporaryStream, verdictOver, WrittenStream } from "../support/stream.ts";
import { restated, SIGNER, verdictOn } from "../support/tampering.ts";
import { temporaryFolder } from "../support/temp.ts";

const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 2, 3] };
const MUTES = { id: "mutes-end", item: "compliance-monitors", none: { muted: true, mutedUntil: null } };
const FULL = policyText({ expect: [NAMED, MUTES] });
const WITHOUT = policyText({ expect: [MUTES] });
const TIMES = days("2026-08-03", 4);
const TAGGED = monitorsItem([1, 2, 3].map((id) => monitor({ id })));
const UNTAGGED = monitorsItem([monitor({ id: 1 })]);

/** Two monitors lose their tag on the second day, and the expectation of them is deleted on the third. */
async function untagged() {
  const root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  const items = [[TAGGED], [UNTAGGED], [UNTAGGED]];
  for (const [at, text] of [FULL, FULL, WITHOUT].entries()) {
    await stream.addJudged(evidenceAt(TIMES[at] ?? "", { items: items[at] ?? [] }), text);
  }
  return { stream, path: root.path, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

test("a quiet untagging is a broken expectation, and deleting the expectation is named", async () => {
  await using world = await untagged();

  const verdict = only(await verdictOver(world.path));

  expect(verdict.problems).toEqual([]);
  expect(verdict.policy).toMatchObject({
    given: 3,
    absent: 0,
    expectations: [
      { id: "named-monitors", met: 1, broken: 1, last: "broken", brokenSince: { sequence: 2 } },
      { id: "mutes-end", met: 3, broken: 0, last: "met", firstBroken: null, brokenSince: null },
    ],
  });
  expect(verdict.changes).toContainEqual(
    expect.objectContaining({ item: "policy", what: "dropped", count: 1, ids: ["named-monitors"] }),
  );
  expect(verdict.exitCode).toBe(0);
  const page = periodText({ exitCode: 0, streams: [verdict], remarks: [] }).replaceAll(/\s+/g, " ");
  expect(page).toContain("named-monitors: 1 broken, 1 met, broken since 2026-08-04T06:17:31Z");
  expect(page).toContain("policy: expectations dropped: named-monitors");
  expect(page).toContain("The run itself gave the policy");
});

test("where expectations are required, a broken one and a run without a policy are exit 3", async () => {
  await using world = await untagged();
  const required = { requiresExpectations: true };

  expect((await verdictOver(world.path, required)).exitCode).toBe(3);
  expect((await verdictOver(world.path, { ...required, from: "2026-08-05" })).exitCode).toBe(0);

  await world.stream.add(evidenceAt(TIMES[3] ?? "", { items: [TAGGED] }));
  const verdict = only(await verdictOver(world.path, { ...required, from: "2026-08-05" }));
  expect(verdict.exitCode).toBe(3);
  expect(verdict.remarks.join()).toContain("expectations are required, and 1 of the runs have no policy");
  expect(verdict.changes).toContainEqual(
    expect.objectContaining({ item: "policy", what: "dropped", ids: ["mutes-end"] }),
  );
});

test("an expectation of a partial item is unknown, which is not enough where expectations are required", async () => {
  await using stream = await temporaryStream();
  const part = monitorsItem([monitor()], ended("partial"));
  const run = await stream.addJudged(evidenceAt(TIMES[0] ?? "", { items: [part] }), FULL);

  const verdict = await verdictOn(run.folder, SIGNER);

  expect(verdict.run?.evidence?.policy?.results.map(({ result }) => result)).toEqual(["unknown", "unknown"]);
  expect(exitCodeOf(verdict, true)).toBe(3);
});

test("one run with a policy that holds is exit 0 even where expectations are required", async () => {
  await using world = await untagged();

  const [held, broken] = await Promise.all(
    [1, 2].map(async (at) => verdictOn(world.stream.folder(at), SIGNER)),
  );

  expect(held && exitCodeOf(held, true)).toBe(0);
  expect(broken && [exitCodeOf(broken), exitCodeOf(broken, true)]).toEqual([0, 3]);
  expect(held?.findings).toContainEqual({
    check: "policy",
    ok: true,
    detail: "the results of 2 expectations follow from policy.json and the records",
  });
});

test("the exact bytes of the policy are beside the evidence, and the statement names their digest", async () => {
  await using stream = await temporaryStream();
  const text = `\r\n${FULL.replace("{", "{ ")}\n\n`;
  const run = await stream.addJudged(evidenceAt(TIMES[0] ?? "", { items: [TAGGED] }), text);

  const verdict = await verdictOn(run.folder, SIGNER);

  expect(await readFile(path.join(run.folder, "policy.json"), "utf8")).toBe(text);
  expect(verdict.run?.statement.subject).toContainEqual({
    name: "policy.json",
    digest: { sha256: sha256(text) },
  });
  expect(verdict.run?.evidence?.policy?.sha256).toBe(sha256(text));
});

test("a statement that keeps silent about a dropped expectation is not genuine", async () => {
  await using world = await untagged();
  await restated(world.stream.folder(3), SIGNER, (text) =>
    text.replace('"dropped":["named-monitors"]', '"dropped":[]'),
  );

  const verdict = only(await verdictOver(world.path));

  expect(verdict).toMatchObject({
    exitCode: 1,
    problems: [
      {
        code: "changes",
        sequence: 3,
        detail: "the statement has other changes of the policy than the two runs give",
      },
    ],
  });
});
