import { expect, test } from "vitest";

import { formatTime } from "../../../src/platform/time.ts";
import { diskFiles } from "../../../src/platform/disk.ts";
import { statementSigner } from "../../../src/sign/signing.ts";
import type { Gap } from "../../../src/evidence/gap.ts";
import { readRunFolder } from "../../../src/verify/run/read-folder.ts";
import { verifyRun } from "../../../src/verify/run/verify-run.ts";
import { evidenceOf } from "../../support/evidence.ts";
import {
  clock,
  evidenceAt,
  IDENTITY,
  sealedRun,
  WORKFLOW,
  workflowSigner,
} from "../../support/sealed-run.ts";
import type { Workflow } from "../../support/sealed-run.ts";
import { rootsOf, sigstoreWorld } from "../../support/sigstore-world.ts";
import { DAY, gapOf, temporaryStream, WrittenStream } from "../../support/stream.ts";
import { SIGNER, verdictOn } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

const WORLD = await sigstoreWorld();
const RUN = evidenceOf().run;
const sealedAs = (workflow: Partial<Workflow>) =>
  statementSigner(workflowSigner(WORLD, { ...WORKFLOW, ...workflow }), { witnesses: [clock(WORLD)] });

async function verdictFor(folder: string) {
  return verifyRun(await readRunFolder(diskFiles(folder)), {
    keys: [],
    identity: { ...IDENTITY, repositoryId: null },
    roots: await rootsOf(WORLD),
  });
}

async function gapBy(workflow: Partial<Workflow>, run: Gap["run"] = RUN) {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path, () => sealedAs(workflow));
  const to = new Date(Math.floor(WORLD.now.getTime() / DAY) * DAY);
  const gap = gapOf(formatTime(new Date(to.getTime() - DAY)), formatTime(to), {
    declaredAt: formatTime(WORLD.now),
    run,
  });
  const { folder } = await stream.declare(gap);
  return await verdictFor(folder);
}

test("a gap that the workflow declared which it names is genuine", async () => {
  const { isGenuine, findings } = await gapBy({});

  expect(isGenuine).toBe(true);
  expect(findings).toContainEqual(expect.objectContaining({ check: "run", ok: true }));
});

test.each<readonly [string, Partial<Workflow>, sentence: string]>([
  ["run", { run: WORKFLOW.run.replace("123", "124") }, "runs/124/attempts/1, not of /actions/runs/123"],
  [
    "run of another repository",
    { run: WORKFLOW.run.replace("platform", "x") },
    "northwind/x/actions/runs/123/attempts/1, not of",
  ],
])("a gap that another %s declared is not genuine", async (_, workflow, sentence) => {
  const { isGenuine, findings } = await gapBy(workflow);

  expect(isGenuine).toBe(false);
  expect(findings.at(-1)).toMatchObject({ check: "run", detail: expect.stringContaining(sentence) });
});

test.each(["x123", "local-123", "124"])(
  "a run of GitHub that calls itself %s is not one whose certificate is let be",
  async (id) => {
    await using root = await temporaryFolder();
    const evidence = { ...evidenceAt(WORLD.now), run: { ...RUN, id } };
    const run = WORKFLOW.run.replace("123", "124");

    const { isGenuine, findings } = await verdictFor(await sealedRun(root.path, evidence, sealedAs({ run })));

    expect(isGenuine).toBe(false);
    expect(findings.at(-1)).toMatchObject({
      check: "run",
      detail: expect.stringContaining("which has another number"),
    });
  },
);

test("a run that calls itself none of GitHub is not genuine with the certificate of one", async () => {
  await using root = await temporaryFolder();
  const evidence = { ...evidenceAt(WORLD.now), run: { id: "local-1", attempt: 1, github: null } };

  const { isGenuine, findings } = await verdictFor(await sealedRun(root.path, evidence, sealedAs({})));

  expect(isGenuine).toBe(false);
  expect(findings.at(-1)).toMatchObject({
    check: "run",
    detail: expect.stringContaining("but the run says that it is none of GitHub"),
  });
});

test("a gap that is declared before its end is not genuine", async () => {
  await using stream = await temporaryStream();
  const [from, to] = ["2026-10-04T00:00:00Z", "2026-10-06T00:00:00Z"];
  const { folder: early } = await stream.declare(gapOf(from, to, { declaredAt: "2026-10-05T23:59:59Z" }));
  const { folder: inTime } = await stream.declare(gapOf(from, to, { declaredAt: to }));

  const { isGenuine, findings } = await verdictOn(early, SIGNER);

  expect(isGenuine).toBe(false);
  expect(findings.at(-1)).toMatchObject({
    check: "agreement",
    detail: expect.stringContaining("before its end"),
  });
  expect((await verdictOn(inTime, SIGNER)).isGenuine).toBe(true);
});
