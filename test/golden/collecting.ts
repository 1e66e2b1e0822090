import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { getCACertificates, setDefaultCACertificates } from "node:tls";

import { makeNorthwind, type DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { startDatadog } from "../support/datadog.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { startProxy } from "../support/proxy.ts";
import { temporaryFolder } from "../support/temp.ts";
import { FIXED_KEY, OTHER_KEY } from "./keys.ts";
import { runProgram, type Around, type Told } from "./program.ts";

/** A Datadog, and how a run asks it. */
export interface Case {
  /** What becomes of the first answer of the search for signals. */
  readonly signals?: (body: string) => string;
  readonly changed?: (usual: DatadogOrganisation) => DatadogOrganisation;
  readonly at?: string;
  readonly flags?: readonly string[];
  /** GitHub's number of the run. */
  readonly run?: number;
}

/** When the runs of these outputs begin, unless a case says otherwise. */
export const NOW = "2026-11-22T06:17:31.000Z";

/** A folder in which programs run, with the keys, and a world in which `api.datadoghq.eu` is ours. */
export async function startScene() {
  await using stack = new AsyncDisposableStack();
  const { path: folder } = stack.use(await temporaryFolder());
  const dist = path.join(folder, "dist");
  await mkdir(dist);
  // What counts as the program's files changes with every change of the program, so that it is something else here.
  await writeFile(path.join(dist, "cli.js"), "");
  await writeFile(path.join(folder, "event.json"), JSON.stringify({ schedule: "17 6 * * *" }));
  await writeFile(path.join(folder, "key.pem"), FIXED_KEY.privatePem);
  await writeFile(path.join(folder, "key.pub.pem"), FIXED_KEY.publicPem);
  await writeFile(path.join(folder, "other.pub.pem"), OTHER_KEY.publicPem);

  const origins = { "api.datadoghq.eu": "" };
  const proxy = stack.use(await startProxy(origins));
  const { NODE_EXTRA_CA_CERTS: authority, ...throughProxy } = proxy.environment();
  setDefaultCACertificates([...getCACertificates("default"), await readFile(authority, "utf8")]);

  const run = async (args: readonly string[], around: Partial<Around> = {}): Promise<Told> =>
    runProgram(args, { cwd: folder, dist, at: NOW, ...around });

  /** Runs `collect` with these flags against the Datadog of the case. */
  const collect = async ({ changed, signals = asItIs, at = NOW, flags = [], run: id = 1001 }: Case) => {
    const usual = smallOrganisation(new Date(at));
    const company = changed === undefined ? usual : changed(usual);
    await using datadog = await startDatadog(company, {
      now: () => new Date(at),
      faults: {
        [SIGNALS]: (nth) => ({ rewrite: (body) => rewritten(body, nth === 1 ? signals : asItIs) }),
      },
    });
    origins["api.datadoghq.eu"] = datadog.url;
    const env = { ...throughProxy, ...JOB, GITHUB_RUN_ID: String(id), ...keysOf(company) };
    return await run(["collect", ...USUAL_FLAGS, ...flags], { at, env });
  };
  const disposables = stack.move();
  return { folder, dist, run, collect, [Symbol.asyncDispose]: () => disposables.disposeAsync() };
}

const SIGNALS = "POST /api/v2/security_monitoring/signals/search";

const asItIs = (body: string): string => body;

/** A page links to the next one, at the port of our Datadog, and its digest must not depend on that. */
function rewritten(body: unknown, change: (body: string) => string): unknown {
  const linked = JSON.stringify(body).replaceAll(/http:\/\/127\.0\.0\.1:\d+/g, "https://api.datadoghq.eu");
  return JSON.parse(change(linked));
}

export type Scene = Awaited<ReturnType<typeof startScene>>;

const USUAL_FLAGS = [
  ["--stream", "prod"],
  ["--organization", "Northwind Freight"],
  ["--signing-key", "key.pem"],
  ["--timestamp-url", "none"],
].flat();

/** So that a run has a number, and not one by lot. */
const JOB = {
  GITHUB_ACTIONS: "true",
  GITHUB_RUN_ATTEMPT: "1",
  GITHUB_EVENT_NAME: "schedule",
  GITHUB_EVENT_PATH: "event.json",
  GITHUB_REPOSITORY: "northwind/platform",
  GITHUB_REPOSITORY_ID: "771",
  GITHUB_WORKFLOW_REF: "northwind/platform/.github/workflows/evidence.yml@refs/heads/main",
  GITHUB_WORKFLOW_SHA: "0123456789abcdef",
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_CONFIG_GLOBAL: "/dev/null",
};

function keysOf({ apiKey, appKey }: DatadogOrganisation) {
  return { DD_API_KEY: apiKey, DD_APP_KEY: appKey, DD_SITE: "datadoghq.eu" };
}

/** Of the demo's company every kind of record, and few of each. */
export function smallOrganisation(now: Date): DatadogOrganisation {
  const { signals, monitors, findings, ...rest } = makeNorthwind(now);
  return {
    ...rest,
    // By its id, so that a signal stays in the company from day to day.
    signals: signals.filter(({ id }) => /^[0-3]/.test(sha256(id))),
    monitors: monitors.filter(({ tags }, index) => tags.includes("compliance") || index % 8 === 0),
    findings: findings.filter((_, index) => index % 5 === 0),
  };
}

/** The company without a permission of its application key. */
export function without(...permissions: readonly string[]) {
  return (usual: DatadogOrganisation): DatadogOrganisation => ({
    ...usual,
    permissions: usual.permissions.difference(new Set(permissions)),
  });
}
