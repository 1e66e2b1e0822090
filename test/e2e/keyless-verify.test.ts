import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { runCli } from "../support/runner.ts";
import { ISSUER, startSigstore, WORKFLOW } from "../support/sigstore.ts";
import { act, artifactFiles, extracted, startActionWorld } from "./action-world.ts";

const KEYLESS = { signing: "keyless", "signing-key": "", "timestamp-url": "" };

test.each([
  ["on an instance without logs", false],
  ["on an instance with logs", true],
])(
  "what the built Action signed keyless %s is verified by the command line, offline",
  async (_, isPublic) => {
    await using sigstore = await startSigstore({ isPublic });
    await using world = await startActionWorld();
    await using run = await act(world, {
      inputs: { ...KEYLESS, ...(isPublic ? { "allow-public": "true" } : {}) },
      env: sigstore.environment,
      ...(isPublic ? { event: { payload: { repository: { visibility: "public" } } } } : {}),
    });
    const files = artifactFiles(world, run.outputs["artifact-name"]);
    const folder = await extracted(files, path.join(world.folder, "downloaded"));
    const root = path.join(world.folder, "trusted_root.json");
    await writeFile(root, sigstore.world.trustedRoot);
    const verify = async (...flags: readonly string[]) =>
      runCli(["verify", folder, "--trusted-root", root, "--issuer", ISSUER, ...flags]);

    const genuine = await verify("--identity", WORKFLOW, "--repository-id", "1001", "--owner-id", "2002");
    const other = await verify("--identity", WORKFLOW.replace("evidence.yml", "other.yml"));
    const nobodys = await runCli(["verify", folder, "--issuer", ISSUER, "--identity", WORKFLOW]);

    expect(genuine).toMatchObject({ code: 0, stdout: expect.stringContaining("Genuine and complete") });
    expect(genuine.stderr).not.toContain("is not proven");
    expect(other).toMatchObject({
      code: 1,
      stdout: expect.stringContaining(`the identity is ${WORKFLOW}, not`),
    });
    expect(nobodys).toMatchObject({ code: 1, stdout: expect.stringContaining("no given root issued") });
  },
);
