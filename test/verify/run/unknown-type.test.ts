import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { writtenRun } from "../../support/evidence.ts";
import { runCli } from "../../support/runner.ts";
import { restating, rewriting, SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

test.each([
  ["statement", restating("Statement/v1", "Statement/v2")],
  ["predicate", restating("evidence/v1", "evidence/v2")],
  ["evidence", rewriting("datadog-evidence/v1", "datadog-evidence/v2")],
])("a well signed %s of another version could not be checked, which is no forgery", async (_, alter) => {
  await using root = await temporaryFolder();
  const { folder } = await writtenRun(root.path, SIGNER);
  const key = path.join(root.path, "signer.pub.pem");
  await writeFile(key, SIGNER.publicPem);
  await alter({ folder, root: root.path });

  const verified = await runCli(["verify", folder, "--key", key, "--json"]);

  expect(verified.code).toBe(2);
  expect(JSON.parse(verified.stdout)).toMatchObject({ verdict: "not-checked", exitCode: 2 });
});
