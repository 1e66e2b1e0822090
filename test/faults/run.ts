import { keyCredentials } from "../../src/datadog/credentials.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { manyFindings, manyMonitors, manySignals } from "../support/many-records.ts";
import { isDatadogRoute } from "../support/datadog-tokens.ts";
import { startDatadog, type DatadogOptions, type RecordedRequest } from "../support/datadog.ts";
import { readBytes } from "../../src/evidence/file.ts";
import { evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { ITEM_IDS, type Evidence, type ItemId } from "../../src/evidence/schema.ts";
import { Failure } from "../../src/failure.ts";
import { decideExit, parseGates } from "../../src/config/fail-on.ts";
import { secretForms } from "../../src/platform/secrets.ts";
import { collectedFrom, northwind, NOW } from "../collectors/collecting.ts";
import { startOrigin } from "../datadog/client-at.ts";
import { LISTINGS } from "./listings.ts";
import type { Asked, ListingRow } from "./row.ts";

const DEADLINE_MS = 8 * 60_000;

/** Large enough that every list has several pages. */
const COMPANY: DatadogOrganisation = northwind({
  signals: manySignals(LISTINGS["security-signals"].size, NOW),
  monitors: manyMonitors(LISTINGS["compliance-monitors"].size, NOW),
  findings: manyFindings(LISTINGS["cspm-findings"].size, NOW),
});

const KEY_FORMS = secretForms([COMPANY.apiKey, COMPANY.appKey]);

function holdsKey(bytes: Buffer): boolean {
  const text = bytes.toString("utf8");
  return KEY_FORMS.some((form) => text.includes(form));
}

/** What a run with faults needs to know of one without. */
export interface Healthy {
  readonly evidence: Evidence;
  /** What each listing answers, page by page. */
  readonly pages: Readonly<Record<ItemId, readonly unknown[]>>;
}

/** What came of a run. */
export interface Ended {
  readonly evidence: Evidence;
  readonly exit: number;
  /** By the clock of the run. */
  readonly tookMs: number;
  readonly isInTime: boolean;
  /** Files of the evidence that hold a key; none. */
  readonly leaks: readonly string[];
  /** How often a host was asked that is none of ours; never. */
  readonly strayed: number;
  /** How often the scripted fault of a listing was met. */
  readonly met: number;
  /** Of each attempt: method, path, and what came of it. */
  readonly attempts: readonly string[];
}

/** One run under a clock of its own; 60 s of trying again take no time. */
export async function run({
  items = ITEM_IDS,
  options = {},
  hit = null,
  isClosed = false,
}: {
  readonly items?: readonly ItemId[];
  readonly options?: DatadogOptions;
  /** The item whose listing is faulty, in which way, and how many attempts the other items need. */
  readonly hit?: {
    readonly item: ItemId;
    readonly row: ListingRow;
    readonly healthy: Healthy;
    readonly others: readonly string[];
  } | null;
  readonly isClosed?: boolean;
} = {}): Promise<Ended> {
  const organisation = COMPANY;
  const { apiKey, appKey } = organisation;
  const attempts: string[] = [];
  let met = 0;
  const time = stoppableClock();
  await using stranger = await startOrigin(() => (_request, response) => response.end());

  const stopOnceOthersAreDone = (): void => {
    const theirs = hit?.others ?? [];
    const families = new Set(theirs.map(familyOf));
    const done = attempts.filter((attempt) => families.has(familyOf(attempt))).length;
    if (time.armed !== null && done >= theirs.length) setImmediate(time.stop);
  };
  const asked = pagesAsked();
  const listing = hit === null ? null : LISTINGS[hit.item];
  const scripted = (): NonNullable<DatadogOptions["faults"]> => {
    if (hit === null || listing === null) return {};
    return {
      [listing.route]: () => {
        const cursor = asked.lastOf(listing.route, server.requests, listing.cursorOf);
        if (cursor === null) return "ok";
        const about: Asked = {
          ...cursor,
          item: hit.item,
          listing,
          truth: hit.healthy.pages[hit.item],
          strangerUrl: stranger.url.replace("127.0.0.1", "localhost"),
          keys: { apiKey, appKey },
          pass: time.pass,
          stop: (code) => {
            time.arm(code);
            stopOnceOthersAreDone();
          },
        };
        const fault = hit.row.script(about);
        if (fault !== "ok") met += 1;
        return fault;
      },
    };
  };
  await using server = await startDatadog(organisation, {
    now: () => new Date(time.now()),
    faults: scripted(),
    ...options,
  });
  if (isClosed) await server.close();

  const { evidence } = await collectedFrom(server.url, {
    assignment: { items },
    access: {
      credentials: keyCredentials(organisation),
      now: time.now,
      wait: time.wait,
      signal: time.signal,
      deadline: NOW.getTime() + DEADLINE_MS,
      debug: (line) => {
        attempts.push(line);
        stopOnceOthersAreDone();
      },
      ...(hit?.row.attemptTimeoutMs === undefined ? {} : { attemptTimeoutMs: hit.row.attemptTimeoutMs }),
    },
  });
  const tookMs = time.now() - NOW.getTime();
  return {
    evidence,
    exit: decideExit(evidence, { gates: parseGates("incomplete") ?? [], undone: [], changes: null }).code,
    tookMs,
    isInTime: tookMs <= DEADLINE_MS,
    leaks: evidenceFiles(evidence).flatMap((file) => (holdsKey(readBytes(file)) ? [file.name] : [])),
    strayed: stranger.asked.length,
    met,
    attempts,
  };
}

/** The method and path of an attempt. */
function familyOf(attempt: string): string {
  return attempt.split(" ").slice(0, 2).join(" ");
}

/** A clock that only waiting moves, and that ends the run at its deadline as the real one does. */
function stoppableClock() {
  const controller = new AbortController();
  let ms = NOW.getTime();
  let armed: "deadline" | "cancelled" | null = null;
  const stop = (): void => controller.abort(new Failure(armed ?? "deadline", "the run was ended"));
  const end = NOW.getTime() + DEADLINE_MS;
  // An attempt is cut off at the deadline; a wait that ends behind it must never begin.
  const pass = (by: number): void => {
    ms = Math.min(ms + by, end);
    if (ms === end) stop();
  };
  return {
    signal: controller.signal,
    now: () => ms,
    pass,
    wait: async (by: number, signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      ms += by;
      return Promise.resolve();
    },
    get armed() {
      return armed;
    },
    arm: (code: "deadline" | "cancelled") => {
      armed = code;
    },
    stop,
  };
}

/** Counts pages and attempts by where in the list they read on, not by the number of the request. */
function pagesAsked() {
  const attempts = new Map<string, number>();
  return {
    lastOf: (
      route: string,
      requests: readonly RecordedRequest[],
      cursorOf: (request: RecordedRequest) => string | null,
    ): { readonly page: number; readonly attempt: number } | null => {
      const last = requests.findLast(({ method, path }) => `${method} ${path}` === route);
      const cursor = last === undefined ? null : cursorOf(last);
      if (cursor === null) return null;
      const attempt = (attempts.get(cursor) ?? 0) + 1;
      attempts.set(cursor, attempt);
      return { page: [...attempts.keys()].indexOf(cursor) + 1, attempt };
    },
  };
}

/** A run without faults, of which every page is kept. */
export async function healthyRun(): Promise<Healthy> {
  const pages: Record<ItemId, unknown[]> = {
    "security-signals": [],
    "compliance-monitors": [],
    "cspm-findings": [],
  };
  const keeping = ITEM_IDS.flatMap((id) => {
    const { route } = LISTINGS[id];
    const keep = {
      rewrite: (body: unknown) => {
        pages[id].push(structuredClone(body));
        return body;
      },
    };
    return isDatadogRoute(route) ? [[route, () => keep] as const] : [];
  });
  const { evidence } = await run({ options: { faults: Object.fromEntries(keeping) } });
  return { evidence, pages };
}
