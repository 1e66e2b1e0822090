import { gunzipSync } from "node:zlib";

import { expect, test } from "vitest";

import { manyMonitors } from "../support/many-records.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import type { Item } from "../../src/evidence/schema.ts";
import { act, artifactFiles, extracted, startActionWorld, type ActionWorld } from "./action-world.ts";
import { evidenceIn, filesBelow, verify } from "./world.ts";

const RAW = { "raw-pages": "true" };

test.concurrent("every answered page of the ledger is in the artifact, byte for byte", async () => {
  await using world = await startActionWorld({
    changed: (organisation) => ({ ...organisation, monitors: manyMonitors(250, new Date()) }),
  });

  await using run = await act(world, { inputs: RAW });

  const files = artifactFiles(world, run.outputs["artifact-name"]);
  const { items } = await evidenceIn(run.outputs["folder"] ?? "");
  const expected = items.flatMap(ledgerOf);
  expect(run).toMatchObject({ code: 0, annotations: [] });
  expect(digests(files)).toEqual(Object.fromEntries(expected));
  expect(expected.length).toBeGreaterThan(7);
});

test.concurrent("the folder of the run is the same with raw pages, and verifies", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: RAW });

  const files = artifactFiles(world, run.outputs["artifact-name"]);
  expect(await filesBelow(run.outputs["folder"] ?? "")).toEqual(["evidence.json", "evidence.sigstore.json"]);
  expect([...files.keys()].filter((name) => !name.startsWith("raw/"))).toHaveLength(4);
  const folder = await extracted(files, `${world.folder}/downloaded`);
  expect(await verify(folder, world.key)).toMatchObject({ code: 0 });
  expect((await filesBelow(run.temp)).filter((name) => name.includes("pages-"))).toEqual([]);
});

test.concurrent("a refusal is an answer too", async () => {
  await using world = await startActionWorld({
    changed: (organisation) => ({ ...organisation, permissions: new Set(["monitors_read"]) }),
  });

  await using run = await act(world, { inputs: RAW });

  const files = artifactFiles(world, run.outputs["artifact-name"]);
  const { items } = await evidenceIn(run.outputs["folder"] ?? "");
  expect(run.code).toBe(3);
  expect(digests(files)).toEqual(Object.fromEntries(items.flatMap(ledgerOf)));
  const refused = files.get("raw/security-signals/001.json.gz") ?? Buffer.of();
  expect(gunzipSync(refused).toString()).toContain("errors");
});

test.concurrent.each([
  ["public", "false", { repository: { visibility: "public" } }, "this repository is public"],
  ["public", "true", { repository: { visibility: "public" } }, "this repository is public"],
  ["unknown", "false", {}, "cannot tell whether this repository is public"],
  ["unknown", "true", {}, "cannot tell whether this repository is public"],
])("where visibility is %s and allow-public %s, nothing is collected", async (_, allowed, payload, why) => {
  await using world = await startActionWorld();

  await using run = await act(world, {
    inputs: { ...RAW, "allow-public": allowed },
    event: { payload },
  });

  expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" }, summary: "" });
  expect(run.annotations).toEqual([{ kind: "error", message: expect.stringContaining(`raw-pages: ${why}`) }]);
  expect(world.datadog.requests).toEqual([]);
  expect(world.results.created).toEqual([]);
  expect(await filesBelow(run.temp)).toEqual([]);
});

const inBase64 = (text: string): string => Buffer.from(text).toString("base64");

test.concurrent.each<
  [string, (world: Pick<ActionWorld["organisation"], "apiKey" | "appKey">) => string, string]
>([
  ["the API key", ({ apiKey }) => apiKey, "a key that this run uses"],
  ["the application key in base64", ({ appKey }) => inBase64(appKey), "a key that this run uses"],
  ["a token after a line break", () => `\nddapp_${"a1".repeat(17)}`, "a Datadog key or token"],
])(
  "%s in a field that is not kept: the evidence is published, and its page is left out and named",
  async (_, secret, what) => {
    await using world = await startActionWorld({
      changed: (organisation) => ({
        ...organisation,
        monitors: organisation.monitors.map((each, index) =>
          index === 9 ? { ...each, message: `runbook: use ${secret(organisation)}` } : each,
        ),
      }),
    });

    await using run = await act(world, { inputs: RAW });

    expect(run).toMatchObject({ code: 0, outputs: { outcome: "complete", assurance: "key" } });
    expect(run.annotations).toEqual([
      {
        kind: "warning",
        message: `a raw page is not in the artifact: raw/compliance-monitors/001.json.gz holds ${what}`,
      },
    ]);
    const files = artifactFiles(world, run.outputs["artifact-name"]);
    const pages = [...files.keys()].filter((name) => name.endsWith(".gz"));
    expect(pages).toContain("raw/security-signals/001.json.gz");
    expect(pages).not.toContain("raw/compliance-monitors/001.json.gz");
    expect(run.stdout.replaceAll(/^::add-mask::.*$/gm, "")).not.toContain(secret(world.organisation));
  },
);

test.concurrent("an artifact that GitHub refuses with the pages is uploaded without them", async () => {
  await using world = await startActionWorld({ artifactFaults: { blob: [403] } });

  await using run = await act(world, { inputs: RAW });

  expect(run).toMatchObject({ code: 0, outputs: { "artifact-id": expect.stringMatching(/^\d+$/) } });
  expect(run.annotations).toEqual([
    {
      kind: "warning",
      message: expect.stringMatching(/^the raw pages are not in the artifact: .*not uploaded/),
    },
  ]);
  expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
});

test.concurrent("a job that is cancelled leaves its last seconds to the evidence", async () => {
  const job = new AbortController();
  const hang = (): "hang" => {
    setTimeout(() => job.abort(), 1000);
    return "hang";
  };
  await using world = await startActionWorld({ faults: { "GET /api/v1/monitor": hang } });

  await using run = await act(world, { inputs: RAW, cancel: job.signal });

  expect(run).toMatchObject({ code: 3, outputs: { outcome: "partial", assurance: "key" } });
  expect(run.annotations[0]?.message).toBe("the raw pages are not in the artifact: the run was cancelled");
  expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
});

test.concurrent("without the input nothing raw is kept anywhere", async () => {
  await using world = await startActionWorld();

  await using run = await act(world);

  expect(artifactFiles(world, run.outputs["artifact-name"]).size).toBe(4);
  expect((await filesBelow(run.temp)).filter((name) => name.endsWith(".gz"))).toEqual([]);
});

/** Name and sha256 of each raw page, as the ledger of the item says they must be. */
function ledgerOf({ id, collection }: Item): readonly (readonly [name: string, sha256: string])[] {
  return collection.requests
    .flatMap(({ pages }) => pages)
    .flatMap(({ status, sha256: digest }, index) =>
      status === 0 ? [] : [[`raw/${id}/${String(index + 1).padStart(3, "0")}.json.gz`, digest] as const],
    );
}

/** Name and sha256 of each raw page in the artifact, unzipped. */
function digests(files: ReadonlyMap<string, Buffer>): Readonly<Record<string, string>> {
  const raw = [...files].filter(([name]) => name.startsWith("raw/"));
  return Object.fromEntries(raw.map(([name, bytes]) => [name, sha256(gunzipSync(bytes))]));
}
