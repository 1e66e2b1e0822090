import { expect, test } from "vitest";

import { generateSigningKey } from "../../src/sign/signing-key.ts";
import { runCli } from "../support/runner.ts";
import { temporaryFolder } from "../support/temp.ts";

test("a key given in base64 where the name of a file belongs is not repeated", async () => {
  await using folder = await temporaryFolder();
  const encoded = Buffer.from(generateSigningKey(null).privatePem).toString("base64");

  const run = await runCli(["collect", "--out", folder.path, "--signing-key", encoded]);

  expect(run.code).toBe(2);
  expect(run.stderr).toContain("signing-key: the file that --signing-key names cannot be read");
  expect(run.stderr).not.toContain("is required to sign");
  expect(run.stdout + run.stderr).not.toContain(encoded.slice(0, 40));
});
