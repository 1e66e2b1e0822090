import { expect, test } from "vitest";

import type { Gap } from "../../src/evidence/gap.ts";
import { Failure } from "../../src/failure.ts";
import { signerCheck } from "../../src/publish/signer-check.ts";
import type { Branch } from "../../src/publish/branch.ts";
import { LocalBranch } from "../../src/publish/git/branch.ts";
import { publishGap } from "../../src/publish/publish-gap.ts";
import { gapAttester, keySigner } from "../../src/sign/attest.ts";
import { newKey } from "../support/evidence.ts";
import { git, newRepository, statementsIn } from "../support/git.ts";
import { evidenceAt, NEVER, published, racing } from "../support/streams.ts";

const KEY = newKey();
const GAP: Gap = {
  schema: "datadog-evidence-gap/v1",
  stream: { name: "prod", site: "datadoghq.eu", cadence: "P1D" },
  declaredAt: "2026-11-22T05:00:00Z",
  range: { from: "2026-11-21T00:00:00Z", to: "2026-11-22T00:00:00Z" },
  cause: "the runner was down",
  ticket: null,
  role: "compliance engineer",
  run: { id: "gap-1", attempt: 1, github: null },
};

async function publishing(branch: Branch) {
  const options = { branch, check: signerCheck(KEY), verifyInstructions: "how to verify\n", signal: NEVER };
  return publishGap(GAP, gapAttester(keySigner(KEY)), options);
}

test("a declaration whose stream went on meanwhile is signed again for the new end of the chain", async () => {
  await using tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), KEY);

  const { landed } = await publishing(
    racing(branch, async () => published(branch, evidenceAt("2026-11-22T04:00:00Z"), KEY)),
  );

  expect(landed).toMatchObject({ retries: 1, commit: await git(tree.path, "rev-parse", "HEAD") });
  const statements = await statementsIn(tree.path, "prod");
  expect(statements.map(({ sequence }) => sequence)).toEqual([1, 2, 3]);
});

test("a declaration whose answer was lost is found, and not declared twice", async () => {
  await using tree = await newRepository();
  const local = new LocalBranch({ folder: tree.path, path: "." });
  await published(local, evidenceAt("2026-11-20T06:17:31Z"), KEY);
  const losing: Branch = {
    name: local.name,
    workTree: local.workTree,
    firstWaitMs: local.firstWaitMs,
    head: async () => local.head(),
    async append(addition, onto, signal) {
      await local.append(addition, onto, signal);
      return { again: new Failure("not-published", "no answer") };
    },
  };

  const { landed } = await publishing(losing);

  expect(landed).toMatchObject({ retries: 1, added: [], commit: await git(tree.path, "rev-parse", "HEAD") });
  expect(await git(tree.path, "rev-list", "--count", "HEAD")).toBe("2");
});

test("a declaration by a key that the stream does not know warns as a run does", async () => {
  await using tree = await newRepository();
  const branch = new LocalBranch({ folder: tree.path, path: "." });
  await published(branch, evidenceAt("2026-11-20T06:17:31Z"), newKey());

  const { warnings } = await publishing(branch);

  expect(warnings).toEqual([
    expect.stringMatching(/is signed by the key .*; that signature was not verified here/),
  ]);
});
