import { readFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { sha256 } from "../../src/evidence/digest.ts";
import { OUTPUTS } from "../../src/action/outputs.ts";
import { generateSigningKey } from "../../src/sign/signing-key.ts";
import { manySignals } from "../support/many-records.ts";
import { act, artifactFiles, extracted, startActionWorld } from "./action-world.ts";
import { commandsIn, evidenceIn, verify } from "./world.ts";

test.concurrent("a run sets every output, and none tells the site", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: { stream: "prod" } });

  const folder = run.outputs["folder"] ?? "";
  const { collectedAt } = await evidenceIn(folder);
  expect(run.code).toBe(0);
  expect(run.outputs).toEqual({
    outcome: "complete",
    "exit-code": "0",
    "security-signals-state": "attention",
    "compliance-monitors-state": "attention",
    "cspm-findings-state": "attention",
    "critical-signals": "5",
    "high-signals": "20",
    "failing-monitors": "2",
    "critical-findings": "6",
    "high-findings": "18",
    expectations: "",
    "broken-expectations": "",
    "evidence-sha256": sha256(await readFile(path.join(folder, "evidence.json"))),
    assurance: "key",
    "artifact-name": `datadog-evidence-prod-${collectedAt.replaceAll(":", "")}-4242-1`,
    "artifact-id": "1001",
    commit: "",
    folder: expect.stringContaining(`${run.temp}/`),
  });
  expect(Object.keys(run.outputs).toSorted()).toEqual(Object.keys(OUTPUTS).toSorted());
  expect(JSON.stringify(run.outputs)).not.toContain("datadoghq");
  expect(run.annotations).toEqual([]);
});

test.concurrent.each([
  ["GITHUB_STEP_SUMMARY", "the summary of the job cannot be written (ENOSPC)"],
  ["GITHUB_OUTPUT", "outputs of this step cannot be written: "],
])("where %s takes nothing the job fails, and says what is published", async (variable, sentence) => {
  await using world = await startActionWorld();

  await using run = await act(world, { env: { [variable]: "/dev/full" } });

  expect(run.code).toBe(2);
  const said = run.annotations.map(({ message }) => message).join("\n");
  expect(said).toContain(sentence);
  expect(said).toMatch(/is published all the same: artifact datadog-evidence-/);
  expect(`${run.stdout}${run.stderr}`).not.toMatch(/^ {4}at /m);
});

test.concurrent("Datadog is the only host that is asked, by the name of its site", async () => {
  await using world = await startActionWorld();

  await using run = await act(world);

  const { source, items } = await evidenceIn(run.outputs["folder"] ?? "");
  expect(source).toMatchObject({ site: "datadoghq.com", apiUrl: "https://api.datadoghq.com" });
  expect(JSON.stringify(items)).not.toContain("DD_API_URL");
  expect(new Set(world.proxy.connects)).toEqual(new Set(["api.datadoghq.com"]));
  expect(world.proxy.refused).toEqual([]);
});

test.concurrent(
  "the artifact is the run folder with its report and guide, and verifies where it was unpacked",
  async () => {
    await using world = await startActionWorld();

    await using run = await act(world, { inputs: { stream: "prod", "retention-days": "30" } });

    const files = artifactFiles(world, run.outputs["artifact-name"]);
    const place = (run.outputs["folder"] ?? "").slice((run.outputs["folder"] ?? "").indexOf("/prod/") + 1);
    expect([...files.keys()].toSorted()).toEqual([
      "VERIFY.md",
      `${place}/evidence.json`,
      `${place}/evidence.sigstore.json`,
      "report.html",
    ]);
    const folder = await extracted(files, path.join(world.folder, "downloaded"));
    expect(await verify(folder, world.key)).toMatchObject({ code: 0 });
    expect(files.get("report.html")?.toString()).toMatch(/^<!doctype html>/);
    const [created] = world.results.created;
    const days = (Date.parse(created?.expires_at ?? "") - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(30);
  },
);

test.concurrent("the evidence names the run of GitHub, its schedule and its attempt", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { env: { GITHUB_RUN_ATTEMPT: "2" } });

  const evidence = await evidenceIn(run.outputs["folder"] ?? "");
  expect(evidence.run).toEqual({
    id: "4242",
    attempt: 2,
    github: {
      repository: "acme/compliance",
      repositoryId: "1001",
      workflowRef: "acme/compliance/.github/workflows/evidence.yml@refs/heads/main",
      workflowSha: "0123456789abcdef0123456789abcdef01234567",
      event: "schedule",
      schedule: "17 6 * * *",
      url: "https://github.com/acme/compliance/actions/runs/4242",
    },
  });
  expect(run.outputs["folder"]).toMatch(/Z-4242-2$/);
  expect(run.outputs["artifact-name"]).toMatch(/-4242-2$/);
});

test.concurrent("a re-run adds its own artifact beside the first", async () => {
  await using world = await startActionWorld();
  await using first = await act(world);

  await using second = await act(world, { env: { GITHUB_RUN_ATTEMPT: "2" } });

  expect([first.code, second.code]).toEqual([0, 0]);
  expect(world.results.finalized.map(({ name }) => name)).toEqual([
    first.outputs["artifact-name"],
    second.outputs["artifact-name"],
  ]);
});

test.concurrent("every secret is masked before the log can hold one", async () => {
  await using world = await startActionWorld();
  const { privatePem } = generateSigningKey("correct horse battery");
  const secrets = [
    world.organisation.apiKey,
    world.organisation.appKey,
    "correct horse battery",
    "a pseudonym secret",
    ...privatePem.split("\n").filter((line) => line !== "" && !line.startsWith("-----")),
  ];

  await using run = await act(world, {
    inputs: {
      "signing-key": privatePem,
      "signing-key-passphrase": "correct horse battery",
      "pseudonym-key": "a pseudonym secret",
    },
  });

  const lines = run.stdout.split("\n");
  const first = lines.findIndex((line) => line !== "" && !line.startsWith("::add-mask::"));
  const masked = lines.slice(0, first).map((line) => line.replace("::add-mask::", ""));
  for (const secret of secrets) {
    expect(masked).toContain(secret);
    expect(masked).toContain(Buffer.from(secret).toString("base64"));
  }
  const said = [lines.slice(first).join("\n"), run.stderr, run.summary, JSON.stringify(run.outputs)].join(
    "\n",
  );
  for (const secret of secrets) expect(said).not.toContain(secret);
});

test.concurrent("hostile names neither command the runner nor mark up the summary", async () => {
  await using world = await startActionWorld();

  await using run = await act(world);

  const unknown = commandsIn(run.stdout).filter((line) => !/^::(?:add-mask|group|endgroup|debug)/.test(line));
  expect(unknown).toEqual([]);
  expect(run.summary).not.toMatch(/<img|<script|::error|(?<!&#)@here/);
  expect(run.summary).toContain("Evidence from Datadog");
});

test.concurrent("the summary stays below what GitHub takes, however much there is", async () => {
  await using world = await startActionWorld({
    changed: (northwind) => ({
      ...northwind,
      signals: manySignals(3000, new Date()),
    }),
  });

  await using run = await act(world);

  expect(Buffer.byteLength(run.summary)).toBeLessThan(900_000);
  expect(run.summary).toContain(run.outputs["evidence-sha256"] ?? "no digest");
  expect(run.summary).toContain("/actions/runs/4242/artifacts/1001");
});

test.concurrent("a gate that fires fails the job after everything was published", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: { "fail-on": "critical-signals>0" } });

  expect(run).toMatchObject({ code: 1, outputs: { "exit-code": "1", "artifact-id": "1001" } });
  expect(run.annotations).toEqual([{ kind: "error", message: "critical-signals is 5, which is > 0" }]);
  expect(run.summary).toContain("critical");
});

test.concurrent("an item that fails makes the job fail with 3 and say why, beside the others", async () => {
  await using world = await startActionWorld({
    faults: { "GET /api/v1/monitor": () => ({ status: 403, body: { errors: ["Forbidden"] } }) },
  });

  await using run = await act(world);

  expect(run).toMatchObject({
    code: 3,
    outputs: { outcome: "partial", "exit-code": "3", "critical-signals": "5" },
  });
  expect(run.outputs["failing-monitors"]).toBe("");
  expect(run.annotations).toEqual([{ kind: "error", message: expect.stringContaining("monitors_read") }]);
});
