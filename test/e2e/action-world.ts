import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { startProxy, type Proxy } from "../support/proxy.ts";
import { startResultsServer, type Faults, type ResultsServer } from "../support/results-server.ts";
import { runAction, type ActionOptions, type ActionRun } from "../support/runner.ts";
import { unzipped } from "./unzip.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

/** A world in which `https://api.datadoghq.com` is our Datadog and GitHub takes artifacts. */
export interface ActionWorld extends World {
  readonly proxy: Proxy;
  readonly results: ResultsServer;
  readonly inputs: Readonly<Record<string, string>>;
}

export async function startActionWorld({
  artifactFaults,
  hosts = {},
  ...options
}: WorldOptions & {
  readonly artifactFaults?: Faults;
  /** Hosts beside Datadog's that are in our world, and the origins that answer for them. */
  readonly hosts?: Readonly<Record<string, string>>;
} = {}): Promise<ActionWorld> {
  await using stack = new AsyncDisposableStack();
  const world = stack.use(await startWorld(options));
  const proxy = stack.use(await startProxy({ "api.datadoghq.com": world.datadog.url, ...hosts }));
  const results = stack.use(
    await startResultsServer(artifactFaults === undefined ? {} : { faults: artifactFaults }),
  );
  const disposables = stack.move();
  return {
    ...world,
    proxy,
    results,
    inputs: {
      "api-key": world.organisation.apiKey,
      "app-key": world.organisation.appKey,
      "signing-key": world.privatePem,
      "timestamp-url": "none",
    },
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

/** Runs the built Action in that world, with its inputs and those given here; throws what the runner objects to. */
export async function act(
  { inputs, proxy, results }: ActionWorld,
  { inputs: more, env, ...options }: Partial<ActionOptions> = {},
): Promise<ActionRun> {
  const run = await runAction({
    main: "dist/index.js",
    inputs: { ...inputs, ...more },
    env: { ...proxy.environment(), ...results.environment(), ...env },
    ...options,
  });
  const objection = run.annotations.find(({ message }) => OBJECTIONS.test(message));
  if (objection !== undefined) throw new Error(`the runner objects: ${objection.message}`);
  return run;
}

/** What the runner itself says of a step that it cannot obey. */
const OBJECTIONS = /^(Unexpected input|Unable to process|The `\S+` command is|\$GITHUB_STEP_SUMMARY upload)/;

/** The files of the artifact of that name. */
export function artifactFiles(
  { results }: Pick<ActionWorld, "results">,
  name: string | undefined,
): ReadonlyMap<string, Buffer> {
  return unzipped(results.blobs.get(name ?? "") ?? Buffer.of());
}

/** Writes the files of an artifact as somebody who downloads it does; answers with the folder of its run. */
export async function extracted(files: ReadonlyMap<string, Buffer>, folder: string): Promise<string> {
  for (const [name, bytes] of files) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), bytes);
  }
  const evidence = [...files.keys()].find((name) => name.endsWith("/evidence.json")) ?? "";
  return path.join(folder, path.dirname(evidence));
}
