import { expect, test } from "vitest";

import type { Faults } from "../support/results-server.ts";
import { act, artifactFiles, startActionWorld } from "./action-world.ts";
import { evidenceIn, verify } from "./world.ts";

test.concurrent("a reset before GitHub knew of the artifact is tried again", async () => {
  await using world = await startActionWorld({ artifactFaults: { CreateArtifact: ["reset"] } });

  await using run = await act(world);

  expect(run).toMatchObject({ code: 0, annotations: [], outputs: { "artifact-id": "1001" } });
  expect(world.results.finalized.map(({ name }) => name)).toEqual([run.outputs["artifact-name"]]);
});

test.concurrent(
  "an artifact that was finished although nobody was told is found, not made twice",
  async () => {
    await using world = await startActionWorld({ artifactFaults: { FinalizeArtifact: ["reset-after"] } });

    await using run = await act(world);

    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { "artifact-id": "1001" } });
    expect(world.results.created).toHaveLength(1);
    expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
  },
);

test.concurrent("a name that a half-made artifact took gets a number", async () => {
  await using world = await startActionWorld({ artifactFaults: { CreateArtifact: ["reset-after"] } });

  await using run = await act(world);

  expect(run).toMatchObject({ code: 0, annotations: [], outputs: { "artifact-id": "1001" } });
  expect(run.outputs["artifact-name"]).toMatch(/-4242-1-\d$/);
  expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
});

test.concurrent.each<[string, Faults, string]>([
  ["403", { CreateArtifact: [403] }, "(403) Forbidden"],
  ["a storage that refuses", { blob: [403] }, "(status 403 AuthenticationFailed)"],
  [
    "a storage that refuses without a word",
    { blob: [{ status: 403, msg: "AuthorizationFailure" }] },
    "(status 403 AuthorizationFailure)",
  ],
  [
    "the quota",
    { CreateArtifact: [{ status: 403, msg: "insufficient usage to create artifact" }] },
    "storage quota of GitHub artifacts is used up",
  ],
  [
    "a name that is always taken",
    { CreateArtifact: [409, 409, 409, 409] },
    "this workflow run already has an artifact named",
  ],
])(
  "%s ends with 2 and a sentence, and the evidence lies on the runner",
  async (_, artifactFaults, sentence) => {
    await using world = await startActionWorld({ artifactFaults });

    await using run = await act(world);

    expect(run).toMatchObject({ code: 2, outputs: { outcome: "complete", "exit-code": "2" } });
    expect(run.outputs).toMatchObject({ "artifact-id": "", "artifact-name": "" });
    expect(run.annotations.at(-1)).toEqual({ kind: "error", message: expect.stringContaining(sentence) });
    expect(run.stdout).not.toMatch(/^ {4}at /m);
    expect(await evidenceIn(run.outputs["folder"] ?? "")).toMatchObject({ outcome: "complete" });
    expect(await verify(run.outputs["folder"] ?? "", world.key)).toMatchObject({ code: 0 });
    expect(run.summary).toContain("Evidence from Datadog");
  },
);

test.concurrent("a GitHub Enterprise Server has no artifacts, and the run says so", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, {
    env: { GITHUB_SERVER_URL: "https://ghe.corp", GITHUB_API_URL: "https://ghe.corp/api/v3" },
  });

  expect(run.code).toBe(2);
  expect(run.annotations.at(-1)?.message).toContain(
    "cannot upload artifacts to this GitHub Enterprise Server",
  );
  expect(await evidenceIn(run.outputs["folder"] ?? "")).toMatchObject({
    run: { github: { url: "https://ghe.corp/acme/compliance/actions/runs/4242" } },
  });
});

test.concurrent("a step that is no job of GitHub Actions cannot upload, and says so", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { env: { ACTIONS_RUNTIME_TOKEN: "", ACTIONS_RESULTS_URL: "" } });

  expect(run.code).toBe(2);
  expect(run.annotations.at(-1)?.message).toContain("can only be uploaded by a job of GitHub Actions");
  expect(await verify(run.outputs["folder"] ?? "", world.key)).toMatchObject({ code: 0 });
});

test.concurrent("an upload that cannot end in time is given up, and the process ends with it", async () => {
  const artifactFaults = { CreateArtifact: [503, 503, 503, 503, 503] };
  await using world = await startActionWorld({ artifactFaults });
  const began = Date.now();

  await using run = await act(world, { inputs: { deadline: "PT10S" } });

  expect(Date.now() - began).toBeLessThan(20_000);
  expect(run).toMatchObject({ code: 2, outputs: { outcome: "complete", "exit-code": "2" } });
  expect(run.annotations.at(-1)?.message).toContain("in the time that was left");
  expect(run.summary).toContain("Evidence from Datadog");
});
