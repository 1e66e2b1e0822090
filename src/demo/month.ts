import { DAY_MS } from "../platform/time.ts";
import type { RecordSpool } from "../collectors/store/spool.ts";
import { readConfig } from "../config/read-config.ts";
import { runIdentity } from "../run/identity.ts";
import type { Log } from "../platform/log.ts";
import type { Branch } from "../publish/branch.ts";
import { LocalBranch } from "../publish/git/branch.ts";
import { run, type RunResult, type RunContext } from "../run/run.ts";
import { monthPolicy, untaggedForDays } from "./month-policy.ts";
import { makeNorthwindOn } from "./month-story.ts";
import type { DatadogOrganisation } from "./northwind/organisation.ts";
import { startDatadog } from "./datadog/server.ts";
import { SecretSearch } from "../platform/secrets.ts";

/** What a run of the demo needs. */
interface DemoScene {
  /** The git repository. */
  readonly repository: string;
  readonly signingKey: string;
  readonly collector: RunContext["collector"];
  readonly signal: AbortSignal;
  readonly spool: RecordSpool;
  readonly log: Log;
}

const DAYS_RUN = 30;
/** There is no run on this day. */
const MISSING_DAY = 12;
/** The application key lacks a permission on this day, and one item fails. */
const PARTIAL_DAY = 19;
/** Somebody starts a run by hand on this day, and it commits before the scheduled one. */
const RACE_DAY = 24;
/** Early in its slot, and not at a round minute. */
const TIME_OF_DAY_MS = (5 * 60 + 17) * 60_000;

/** Runs thirty days up to the last that is due, commits each under its date, and returns the last run. */
export async function runMonth(now: Date, scene: DemoScene): Promise<RunResult> {
  const today = Math.floor((now.getTime() - TIME_OF_DAY_MS) / DAY_MS) * DAY_MS + TIME_OF_DAY_MS;
  let clock = (): Date => now;
  const branch = new LocalBranch({ folder: scene.repository, path: ".", now: () => clock() });
  let northwind = makeNorthwindOn({ day: 1, at: now });
  // One address for the whole month, as a real site has.
  await using datadog = await startDatadog(() => northwind);
  let last: RunResult | null = null;
  for (let index = 1; index <= DAYS_RUN; index += 1) {
    if (index === MISSING_DAY) continue;
    const at = new Date(today - (DAYS_RUN - index) * DAY_MS);
    const whole = makeNorthwindOn({ day: index, at });
    const began = Date.now();
    // It starts at the time of the run and goes at the usual speed.
    clock = () => new Date(at.getTime() + Date.now() - began);
    const tagged = untaggedForDays(whole, index);
    const lacking = new Set(index === PARTIAL_DAY ? ["monitors_read"] : []);
    northwind = { ...tagged, permissions: tagged.permissions.difference(lacking) };
    const policy = monthPolicy(whole, { day: index, at });
    const day = { branch, now: clock, organisation: northwind, policy, url: datadog.url };
    const dayScene = index === DAYS_RUN ? scene : { ...scene, log: SILENT_LOG };
    const byHand = async (): Promise<unknown> => collectDay(day, dayScene);
    last = await collectDay(
      index === RACE_DAY ? { ...day, branch: overtakenBranch(branch, byHand) } : day,
      dayScene,
    );
  }
  if (last === null) throw new Error("the month has no day");
  return last;
}

interface DemoDay {
  readonly branch: Branch;
  readonly now: () => Date;
  readonly organisation: DatadogOrganisation;
  /** The text of its file. */
  readonly policy: string;
  /** The address of Datadog. */
  readonly url: string;
}

async function collectDay(
  { branch, now, organisation: { apiKey, appKey, name }, policy, url }: DemoDay,
  scene: DemoScene,
): Promise<RunResult> {
  const config = readConfig(
    {
      "api-key": apiKey,
      "app-key": appKey,
      stream: "demo",
      organization: name,
      "signing-key": scene.signingKey,
      // The demo uses no network.
      "timestamp-url": "none",
    },
    { policy: { name: "policy.json", bytes: Buffer.from(policy) } },
  );
  const { signal, log, spool } = scene;
  return run(config, {
    run: runIdentity({}, {}),
    collector: scene.collector,
    apiUrl: url,
    repository: branch,
    to: { out: null, artifact: null },
    environment: {},
    signal,
    spool,
    secrets: new SecretSearch(),
    conceal: () => {},
    now,
    log,
  });
}

/** Returns a branch on which another run commits first, once. */
function overtakenBranch(branch: Branch, other: () => Promise<unknown>): Branch {
  let isOver = false;
  return {
    name: branch.name,
    workTree: branch.workTree,
    firstWaitMs: branch.firstWaitMs,
    head: async (streams, signal) => branch.head(streams, signal),
    async append(addition, onto, signal) {
      if (!isOver) {
        isOver = true;
        await other();
      }
      return branch.append(addition, onto, signal);
    },
  };
}

/** The report shows the earlier days; the log would only repeat them. */
const SILENT_LOG: Log = { info() {}, warning() {}, debug() {}, group() {} };
