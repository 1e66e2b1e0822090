import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { startDatadog } from "../support/datadog.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { artifactFiles } from "../e2e/action-world.ts";
import { fileCommands } from "../support/commands.ts";
import { startProxy } from "../support/proxy.ts";
import { startResultsServer } from "../support/results-server.ts";
import { runAction, type ActionOptions } from "../support/runner.ts";
import { days, evidenceAt, WrittenStream } from "../support/stream.ts";
import { altered } from "../support/tampering.ts";
import { NOW, smallOrganisation, startScene, without, type Case, type Scene } from "./collecting.ts";
import { Golden } from "./golden.ts";
import { FIXED_KEY } from "./keys.ts";
import { runWatcher } from "./program.ts";

const golden = new Golden("job");
let scene: Scene;

beforeAll(async () => {
  scene = await startScene();
  golden.callFolder(scene.folder, "folder");
  // One after the other: side by side they would take the time of each other on a busy machine.
  for (const [name, acting] of Object.entries(ACTIONS)) jobs.set(name, await acted(acting));
});

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
});

/** A company in which nothing asks for a person. */
function quiet(usual: DatadogOrganisation): DatadogOrganisation {
  return {
    ...usual,
    signals: usual.signals.filter(
      ({ attributes }) => attributes.attributes.workflow.triage.state === "archived",
    ),
    monitors: usual.monitors.filter(
      ({ overall_state: state, matching_downtimes: downtimes, options }) =>
        state === "OK" && downtimes.length === 0 && Object.keys(options.silenced).length === 0,
    ),
    findings: usual.findings.filter((finding) => !JSON.stringify(finding).includes('"fail"')),
  };
}

type Acting = Pick<Case, "changed"> & Pick<ActionOptions, "inputs" | "event">;

const ACTIONS: Readonly<Record<string, Acting>> = {
  complete: { changed: quiet },
  attention: { inputs: { "fail-on": "incomplete,attention" } },
  partial: { changed: without("monitors_read") },
  refused: { changed: (usual) => ({ ...usual, apiKey: "0".repeat(32) }) },
  public: { event: { payload: { repository: { visibility: "public", private: false } } } },
};

/** How each of these jobs ended. */
const jobs = new Map<string, Awaited<ReturnType<typeof acted>>>();

test.each(Object.keys(ACTIONS))("what the Action leaves in its job is as before: %s", async (name) => {
  const job = jobs.get(name);

  if (job === undefined) throw new Error(`${name} did not run`);
  await golden.text(`${name}/summary.md`, job.summary);
  await golden.text(`${name}/ended.json`, `${JSON.stringify(job.ended, null, 2)}\n`);
  await golden.text(`${name}/log.txt`, job.log);
  await golden.text(`${name}/artifact.txt`, job.artifact);
});

/** Runs the Action in a process of its own, in a world of its own. */
async function acted({ changed = (usual) => usual, inputs, event }: Acting) {
  const usual = smallOrganisation(new Date(NOW));
  await using datadog = await startDatadog(changed(usual), { now: () => new Date(NOW) });
  await using proxy = await startProxy({ "api.datadoghq.eu": datadog.url });
  await using results = await startResultsServer();
  await using run = await runAction({
    main: "test/golden/still-action.ts",
    inputs: {
      "api-key": usual.apiKey,
      "app-key": usual.appKey,
      site: "datadoghq.eu",
      stream: "prod",
      "signing-key": FIXED_KEY.privatePem,
      "timestamp-url": "none",
      ...inputs,
    },
    env: { ...proxy.environment(), ...results.environment(), GOLDEN_NOW: NOW, GOLDEN_DIST: scene.dist },
    ...(event === undefined ? {} : { event }),
  });

  const { code, outputs, annotations, summary } = run;
  const { folder, "artifact-name": artifact } = outputs;
  if (folder !== undefined) {
    golden.callFolder(folder.split("/prod/")[0] ?? "", "folder");
    await golden.callDigests([[folder, "run"]]);
  }
  const archived = artifact === undefined ? [] : artifactFiles({ results }, artifact).keys();
  return {
    summary,
    ended: { code, outputs, annotations },
    log: run.stdout.replaceAll(/^::(?:debug|add-mask)::.*\n/gm, ""),
    artifact: `${[...archived].toSorted().join("\n")}\n`,
  };
}

/** Streams of which the watcher is to see `prod`, and what it is asked. */
const WATCHED: Readonly<
  Record<
    string,
    {
      done?: (stream: WrittenStream) => Promise<unknown>;
      inputs?: Readonly<Record<string, string>>;
      at?: string;
    }
  >
> = {
  fresh: {},
  stale: { at: "2026-08-12T09:00:00.000Z" },
  missing: {
    done: async (stream) => stream.add(evidenceAt("2026-08-10T06:17:31Z")),
    at: "2026-08-10T09:00:00.000Z",
  },
  broken: {
    done: async (stream) =>
      altered(path.join(stream.folder(3), "evidence.json"), (text) => text.replace("critical", "Critical")),
  },
  absent: { inputs: { streams: "prod stage" } },
  unchecked: { inputs: { path: "nowhere" } },
};

test.each(Object.entries(WATCHED))(
  "what the second watcher leaves in its job is as before: %s",
  async (name, { done, inputs, at = "2026-08-08T09:00:00.000Z" }) => {
    const stream = new WrittenStream(path.join(scene.folder, name), FIXED_KEY);
    await stream.addAll(days("2026-08-03", 6));
    await golden.callRuns(stream);
    await done?.(stream);
    await golden.callRuns(stream, name);
    const [summary, output] = [path.join(scene.folder, `${name}.md`), path.join(scene.folder, `${name}.out`)];
    await Promise.all([summary, output].map(async (file) => writeFile(file, "")));

    const told = await runWatcher(
      { path: name, streams: "prod", key: "key.pub.pem", ...inputs },
      { cwd: scene.folder, at, env: { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: output } },
    );

    await golden.told(`watch/${name}.txt`, told);
    await golden.text(`watch/${name}.md`, await readFile(summary, "utf8"));
    const outputs = fileCommands(await readFile(output, "utf8"));
    await golden.text(`watch/${name}-outputs.json`, `${JSON.stringify(outputs, null, 2)}\n`);
  },
);

test("nothing is expected here that is compared no more", () => {
  expect(golden.leftOver()).toEqual([]);
});
