import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { ACCESS_TOKEN } from "../support/datadog-tokens.ts";
import { runCli } from "../support/runner.ts";
import { ISSUER, startSigstore, SUBJECT, WORKFLOW } from "../support/sigstore.ts";
import { act, artifactFiles, extracted, startActionWorld } from "./action-world.ts";
import { collect, evidenceIn, printed, startWorld } from "./world.ts";

const NO_KEYS = { DD_API_KEY: "", DD_APP_KEY: "" };
const NO_INPUTS = { "api-key": "", "app-key": "" };
const MAPPED = { delegation: "^repo:acme/" };

test("a token takes the place of both keys, and the evidence says so", async () => {
  await using world = await startWorld();

  const ended = await collect(world, [], {
    env: { ...NO_KEYS, DD_ACCESS_TOKEN: ACCESS_TOKEN },
  });

  expect(ended).toMatchObject({ code: 0 });
  const evidence = await evidenceIn(printed(ended));
  expect(evidence.source).toMatchObject({
    access: "token",
    organizationId: world.organisation.id,
    apiKeyId: null,
  });
  expect(evidence.items.find(({ id }) => id === "cspm-findings")?.caveats).toContainEqual(
    expect.stringMatching(/^pseudonyms are made from the organisation's public id/),
  );
  expect(world.datadog.requests.some(({ headers }) => "dd-api-key" in headers)).toBe(false);
});

test("two ways of access at once are refused before anything is asked", async () => {
  await using world = await startWorld();

  const ended = await collect(world, [], { env: { DD_ACCESS_TOKEN: ACCESS_TOKEN } });

  expect(ended.code).toBe(2);
  expect(ended.stderr).toContain("api-key with app-key and access-token: give one of them");
  expect(world.datadog.requests).toEqual([]);
});

test("a workflow without a single secret collects, signs and is verified", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld(MAPPED);
  await using run = await act(world, {
    inputs: {
      ...NO_INPUTS,
      "signing-key": "",
      "timestamp-url": "",
      "org-id": world.organisation.id,
    },
    env: sigstore.environment,
  });

  expect(run).toMatchObject({ code: 0, outputs: { outcome: "complete", assurance: "keyless" } });
  const files = artifactFiles(world, run.outputs["artifact-name"]);
  const folder = await extracted(files, path.join(world.folder, "downloaded"));
  const { source } = await evidenceIn(folder);
  expect(source).toMatchObject({ access: "delegated", organizationId: world.organisation.id });

  // Both tokens are masked before Datadog can repeat them, and stand nowhere.
  const [bearer = ""] = world.datadog.requests.flatMap(
    ({ headers }) => /^Bearer (.*)$/.exec(headers["authorization"] ?? "")?.[1] ?? [],
  );
  const [proof = ""] = world.datadog.requests.flatMap(
    ({ headers }) => /^Delegated (.*)$/.exec(headers["authorization"] ?? "")?.[1] ?? [],
  );
  expect(run.masks).toEqual(expect.arrayContaining([bearer, proof]));
  for (const [name, bytes] of files) {
    for (const secret of [bearer, proof]) expect(`${name} ${bytes.toString()}`).not.toContain(secret);
  }

  const root = path.join(world.folder, "trusted_root.json");
  await writeFile(root, sigstore.world.trustedRoot);
  const verified = await runCli([
    "verify",
    folder,
    "--trusted-root",
    root,
    "--issuer",
    ISSUER,
    "--identity",
    WORKFLOW,
    "--repository-id",
    "1001",
  ]);
  expect(verified).toMatchObject({ code: 0, stdout: expect.stringContaining("Genuine and complete") });
});

test("a workflow that no mapping fits is told which claims the mapping must match", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld();
  await using run = await act(world, {
    inputs: { ...NO_INPUTS, signing: "key", "org-id": world.organisation.id },
    env: sigstore.environment,
  });

  expect(run).toMatchObject({ code: 2, outputs: { outcome: "failed" } });
  const told = run.annotations.map(({ message }) => message).join("\n");
  expect(told).toContain("Datadog has no identity mapping for this workflow (403");
  expect(run.stdout).toContain(`sub ${SUBJECT}, repository_id 1001, job_workflow_ref acme/compliance/`);
});

test("a delegated token that Datadog repeats in a name is never published", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld({
    faults: {
      "POST /api/v2/delegated-token": () => ({
        status: 200,
        body: { data: { attributes: { access_token: TOKEN } } },
      }),
    },
    ...MAPPED,
    accessToken: TOKEN,
    changed: (usual) => ({
      ...usual,
      monitors: usual.monitors.map((monitor) => ({ ...monitor, name: `Echo ${TOKEN}` })),
    }),
  });
  await using run = await act(world, {
    inputs: { ...NO_INPUTS, signing: "key", "org-id": world.organisation.id },
    env: sigstore.environment,
  });

  for (const bytes of world.results.blobs.values()) expect(bytes.toString("latin1")).not.toContain(TOKEN);
  for (const name of world.results.blobs.keys()) {
    for (const bytes of artifactFiles(world, name).values()) expect(bytes.toString()).not.toContain(TOKEN);
  }
  expect(run.code).not.toBe(0);
});

const TOKEN = "a-delegated-token-0123456789";
