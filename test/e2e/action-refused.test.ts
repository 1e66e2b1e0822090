import { expect, test } from "vitest";

import { act, artifactFiles, startActionWorld, type ActionWorld } from "./action-world.ts";
import { filesBelow } from "./world.ts";
import { runAction, type ActionRun } from "../support/runner.ts";

test("all inputs that are missing or wrong are said at once, and nothing is asked", async () => {
  await using world = await startActionWorld();

  await using run = await runAction({
    main: "dist/index.js",
    inputs: { deadline: "soon", signing: "keyless", repository: "acme/evidence" },
    env: { ...world.proxy.environment(), ...world.results.environment(), DD_API_URL: world.datadog.url },
  });

  expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" } });
  const [annotation, ...more] = run.annotations;
  expect(more).toEqual([]);
  for (const input of ["api-key", "app-key", "deadline", "signing", "repository", "DD_API_URL"])
    expect(annotation?.message).toContain(`${input}: `);
  expect(run.summary).toMatch(/^## No evidence from Datadog\n/);
  expect(run.summary.split("\n- ").length).toBeGreaterThan(5);
  expectNothingHappened(world);
});

test("an Action asks no other server than Datadog's", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { env: { DD_API_URL: world.datadog.url } });

  expect(run).toMatchObject({ code: 2, annotations: [{ message: expect.stringContaining("DD_API_URL") }] });
  expectNothingHappened(world);
});

test.each([
  ["a run", {}, false],
  // The doctor looks at everything else all the same.
  ["a check of the setup", { check: "true" }, true],
])("for %s the token of the repository never goes to plain http", async (_, inputs, asksDatadog) => {
  await using world = await startActionWorld();

  await using run = await act(world, {
    inputs: { repository: "acme/evidence", "repository-token": "ghs_0123456789abcdef", ...inputs },
    env: { GITHUB_API_URL: "http://ghes.example/api/v3" },
  });

  expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" } });
  expect(run.annotations.map(({ message }) => message).join("\n")).toContain(
    "GITHUB_API_URL: is not an https address",
  );
  expect(JSON.stringify(world.proxy.connects)).not.toContain("ghes.example");
  if (!asksDatadog) expectNothingHappened(world);
});

test.each([
  ["its visibility", { visibility: "public", private: false }],
  ["that it is not private", { private: false }],
])("in a public repository, by %s, nothing is asked and nothing published", async (_, repository) => {
  await using world = await startActionWorld();

  await using run = await act(world, { event: { payload: { repository } } });

  expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" }, summary: "" });
  expect(run.annotations).toEqual([
    { kind: "error", message: expect.stringContaining("this repository is public") },
  ]);
  expectNothingHappened(world);
  expect(await filesBelow(run.temp)).toEqual([]);
});

test("with allow-public a public repository is as any other", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, {
    inputs: { "allow-public": "true" },
    event: { payload: { repository: { visibility: "public" } } },
  });

  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
});

test("where nothing tells the visibility the run goes on with a warning", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { event: { payload: {} } });

  expect(run.code).toBe(0);
  expect(run.annotations).toEqual([
    { kind: "warning", message: expect.stringContaining("whether this repository is public") },
  ]);
  expect(new Set(world.proxy.refused)).toEqual(new Set(["api.github.com"]));
});

test("unsigned evidence is kept under a name that says so, and the job fails", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: { signing: "none", "signing-key": "" } });

  expect(run).toMatchObject({
    code: 2,
    outputs: { outcome: "complete", assurance: "none", "exit-code": "2" },
  });
  expect(run.outputs["artifact-name"]).toMatch(/-4242-1-UNSIGNED$/);
  const names = [...artifactFiles(world, run.outputs["artifact-name"]).keys()];
  expect(names.filter((name) => name.endsWith("evidence.json"))).toHaveLength(1);
  expect(names.filter((name) => name.endsWith("evidence.sigstore.json"))).toEqual([]);
  expect(errors(run)).toContain("not signed");
  expect(run.summary).toContain("not signed");
});

test("a wrong key fails the job with signed evidence of the failure", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: { "api-key": "f".repeat(32) } });

  expect(run).toMatchObject({ code: 2, outputs: { outcome: "failed", "artifact-id": "1001" } });
  expect(errors(run)).toContain("nothing could be collected");
  expect(run.summary.split("the API key is not valid")).toHaveLength(2);
  expect(run.summary).toContain("> Either DD_API_KEY");
  expect(run.stdout.split("the API key is not valid")).toHaveLength(2);
});

test("a job that is cancelled still uploads what there is, signed", async () => {
  const job = new AbortController();
  const hang = (): "hang" => {
    setTimeout(() => job.abort(), 1000);
    return "hang";
  };
  await using world = await startActionWorld({ faults: { "GET /api/v1/monitor": hang } });

  await using run = await act(world, { cancel: job.signal });

  expect(run).toMatchObject({ code: 3, outputs: { outcome: "partial", assurance: "key" } });
  const files = artifactFiles(world, run.outputs["artifact-name"]);
  const evidence = [...files].find(([name]) => name.endsWith("/evidence.json"))?.[1].toString();
  expect(evidence).toContain('"code": "cancelled"');
});

function expectNothingHappened({ datadog, results, proxy }: ActionWorld): void {
  expect(datadog.requests).toEqual([]);
  expect(proxy.connects).toEqual([]);
  expect(results.asked).toEqual([]);
}

function errors({ annotations }: ActionRun): string {
  return annotations.flatMap(({ kind, message }) => (kind === "error" ? [message] : [])).join("\n");
}
