import { createHash } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { findPackageJSON } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { expect, test } from "vitest";

import { startResultsServer, type ResultsServer } from "./results-server.ts";
import { runAction } from "./runner.ts";
import { temporaryFolder } from "./temp.ts";

test("the real client uploads a file, and its digest is that of the bytes that arrived", async () => {
  await using results = await startResultsServer();

  const outcome = await upload(results, "one.json");

  const digest = createHash("sha256").update("{}\n").digest("hex");
  expect(outcome).toEqual({ id: 1001, size: 3, digest, found: [1001] });
  expect(results.blobs.get("one.json")).toEqual(Buffer.from("{}\n"));
  expect(results.created).toMatchObject([{ name: "one.json", mime_type: "application/json", version: 7 }]);
  expect(results.finalized).toEqual([{ id: 1001, name: "one.json", size: "3", hash: `sha256:${digest}` }]);
  expect(results.asked).toEqual(["CreateArtifact", "blob", "blob", "FinalizeArtifact", "ListArtifacts"]);
});

test("a name can be used once, and the list is of the name that was asked for", async () => {
  await using results = await startResultsServer();
  await upload(results, "one.json");
  await upload(results, "two.json");

  const again = await upload(results, "two.json");

  expect(again).toEqual({ failed: expect.stringContaining("(409) Conflict"), found: [1002] });
});

test("a reset before the request was handled leaves nothing behind", async () => {
  await using results = await startResultsServer({ faults: { CreateArtifact: ["reset"] } });

  const outcome = await upload(results, "one.json");

  expect(outcome).toEqual({ failed: expect.stringContaining("ECONNRESET"), found: [] });
  expect(results.created).toEqual([]);
});

test("after a reset that came too late the artifact is there, though the client does not know", async () => {
  await using results = await startResultsServer({ faults: { FinalizeArtifact: ["reset-after"] } });

  const outcome = await upload(results, "one.json");

  expect(outcome).toEqual({ failed: expect.stringContaining("ECONNRESET"), found: [1001] });
});

test.each([
  [{ CreateArtifact: [403] }, "(403) Forbidden"],
  [{ CreateArtifact: [409] }, "an artifact with this name already exists on the workflow run"],
  [{ CreateArtifact: [{ status: 403, msg: "insufficient usage to create artifact" }] }, "quota"],
  [{ blob: [403] }, "AuthenticationFailed"],
] as const)("a scripted fault reaches the client: %j", async (faults, message) => {
  await using results = await startResultsServer({ faults });

  const outcome = await upload(results, "one.json");

  expect(outcome).toEqual({ failed: expect.stringContaining(message), found: [] });
});

test("the client tries storage that is busy again", async () => {
  await using results = await startResultsServer({ faults: { blob: [503] } });

  const outcome = await upload(results, "one.json");

  expect(outcome).toMatchObject({ id: 1001 });
});

test("a token that we did not hand out is refused", async () => {
  await using results = await startResultsServer();
  await using other = await startResultsServer();
  const { ACTIONS_RUNTIME_TOKEN } = other.environment();

  const outcome = await upload(results, "one.json", { ACTIONS_RUNTIME_TOKEN: `${ACTIONS_RUNTIME_TOKEN}x` });

  expect(outcome).toMatchObject({ failed: expect.stringContaining("(401) Unauthorized") });
});

/** An Action that does nothing but upload, with the client as published. */
async function upload(results: ResultsServer, name: string, env: Readonly<Record<string, string>> = {}) {
  await using folder = await temporaryFolder();
  const main = path.join(folder.path, "main.mjs");
  const manifest = path.join(folder.path, "action.yml");
  const client = path.join(findPackageJSON("@actions/artifact", import.meta.url) ?? "", "../lib/artifact.js");
  await writeFile(manifest, "inputs: { name: { description: the artifact } }");
  await writeFile(
    main,
    `
import { appendFile, writeFile } from "node:fs/promises";
import { DefaultArtifactClient } from ${JSON.stringify(pathToFileURL(client).href)};
const name = process.env.INPUT_NAME;
const client = new DefaultArtifactClient();
await writeFile(name, "{}\\n");
const outcome = await client
  .uploadArtifact(name, [process.cwd() + "/" + name], process.cwd(), { skipArchive: true })
  .catch((error) => ({ failed: error.message + (error.code ?? "") }));
const found = await client.getArtifact(name).then(({ artifact }) => [artifact.id], () => []);
await appendFile(process.env.GITHUB_OUTPUT, "outcome=" + JSON.stringify({ ...outcome, found }));
`,
  );

  await using run = await runAction({
    main,
    manifest,
    inputs: { name },
    env: { ...results.environment(), ...env },
  });
  return JSON.parse(run.outputs["outcome"] ?? run.stderr) as unknown;
}
