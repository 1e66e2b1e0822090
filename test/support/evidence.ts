import { generateKeyPairSync } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { formatTime } from "../../src/platform/time.ts";
import { runAttester, keySigner } from "../../src/sign/attest.ts";
import { readSigningKey, type SigningKey } from "../../src/sign/signing-key.ts";
import { DEFAULT_FRAMEWORKS, MAPPING_VERSION, mappingDigest } from "../../src/controls/catalogue.ts";
import { deriveControls, withControls } from "../../src/controls/derive-controls.ts";
import { LISTING_PATHS } from "../../src/evidence/rules/recount.ts";
import { ALL_ACCOUNTED, READ_TO_END } from "../../src/evidence/rules/completeness.ts";
import type { Policy } from "../../src/policy/schema.ts";
import { outsideWindowCaveat } from "../../src/evidence/projection/caveats.ts";
import { isInWindow, validUntil, windowBefore } from "../../src/evidence/projection/times.ts";
import { countRecords } from "../../src/evidence/records.ts";
import { evidenceText, sortEvidence } from "../../src/evidence/files/canonical.ts";
import type { EvidenceFile } from "../../src/evidence/file.ts";
import { BUNDLE_NAME, evidenceFiles } from "../../src/evidence/files/evidence-files.ts";
import { runPath } from "../../src/bundle/run-path.ts";
import type {
  Check,
  Collection,
  Evidence,
  FindingRecord,
  FindingsItem,
  Item,
  MonitorRecord,
  MonitorsItem,
  Reason,
  Request,
  SignalRecord,
  SignalsItem,
} from "../../src/evidence/schema.ts";
import {
  SIGNALS_SEEN,
  ACCOUNTS_COVERED,
  FINDINGS_SEEN,
  RULES_VERSION,
  findingsResult,
  monitorsResult,
  outcomeOf,
  signalsResult,
} from "../../src/evidence/rules/states.ts";

const APP = "https://app.datadoghq.eu";
export const HASH = "ab".repeat(32);

export const REASON: Reason = {
  code: "source-timeout",
  message: "Datadog answered but says that its own search timed out",
  hint: "run again when Datadog is less busy",
};

export const ALIVE_CHECK: Check = { name: SIGNALS_SEEN, expected: 1, actual: 1, ok: true };
export const COVERED_CHECK: Check = { name: ACCOUNTS_COVERED, expected: 1, actual: 3, ok: true };
export const SIGHT_CHECK: Check = { name: FINDINGS_SEEN, expected: 1, actual: 1, ok: true };

const SIGNALS_PATH = LISTING_PATHS["security-signals"];

export function request(overrides: Partial<Request> = {}): Request {
  return {
    method: "POST",
    path: SIGNALS_PATH,
    query: {},
    body: { filter: { from: "2026-08-01T00:00:00Z", query: "*" }, page: { limit: 100 }, sort: "timestamp" },
    drained: true,
    pages: [{ status: 200, items: 2, bytes: 10, sha256: HASH, attempts: 1 }],
    ...overrides,
  };
}

export function collection(overrides: Partial<Collection> = {}): Collection {
  return {
    status: "complete",
    grade: "drained",
    reason: null,
    requests: [request()],
    received: 2,
    unique: 2,
    sourceTotal: null,
    checks: [],
    ...overrides,
  };
}

/** A collection that ended this way. */
export function ended(status: Collection["status"], checks: readonly Check[] = []): Collection {
  if (status === "complete") return collection({ checks: [...checks] });
  return collection({ status, grade: null, reason: REASON, checks: [...checks] });
}

export function signal(overrides: Partial<SignalRecord> = {}): SignalRecord {
  return {
    id: "AQ-1",
    timestamp: "2026-08-04T21:10:07Z",
    severity: "critical",
    title: "Root sign-in",
    rule: { id: "rule-1", name: "Root sign-in", type: "log_detection" },
    triage: { state: "open", changed: null, archiveReason: null, assigned: false, incidents: 0 },
    firstSeen: "2026-08-04T21:10:07Z",
    lastSeen: null,
    tags: ["env:prod"],
    link: `${APP}/security/signal?event=AQ-1`,
    ...overrides,
  };
}

export function monitor(overrides: Partial<MonitorRecord> = {}): MonitorRecord {
  return {
    id: 1,
    name: "Backup is recent",
    type: "metric alert",
    state: "OK",
    stateSince: "2026-05-20T00:00:00Z",
    verdict: "passing",
    muted: false,
    mutedScope: null,
    mutedUntil: null,
    draft: false,
    paused: false,
    watchesClock: false,
    definitionSha256: HASH,
    modified: null,
    tags: ["compliance"],
    link: `${APP}/monitors/1`,
    ...overrides,
  };
}

export function finding(overrides: Partial<FindingRecord> = {}): FindingRecord {
  return {
    id: `hmac-sha256:${"1".repeat(64)}`,
    severity: "high",
    status: "open",
    title: "Bucket is public",
    rule: { id: "rule-2", name: "Bucket is public" },
    resource: `hmac-sha256:${"2".repeat(64)}`,
    resourceType: "aws_s3_bucket",
    cloudProvider: "aws",
    muted: false,
    muteReason: null,
    muteExpires: null,
    firstSeen: "2026-06-24T00:00:00Z",
    changed: null,
    link: `${APP}/security/compliance`,
    ...overrides,
  };
}

const WINDOW = { from: "2026-07-29T06:16:50Z", to: "2026-08-05T06:16:50Z" };

/** The collection as it is when these records, and no others, came of it. */
function having(count: number, how: Collection, listing: string = SIGNALS_PATH): Collection {
  const isRead = how.status === "complete" || how.status === "partial";
  const received = isRead ? count : 0;
  const [first = request(), ...rest] = how.requests;
  const carrying = first.pages.map((page, index) => ({ ...page, items: index === 0 ? received : 0 }));
  const listings = isRead ? 1 : 0;
  return {
    ...how,
    requests: [
      { ...first, path: first.path === SIGNALS_PATH ? listing : first.path, pages: carrying },
      ...rest,
    ],
    received,
    unique: received,
    checks: [
      { name: READ_TO_END, expected: listings, actual: listings, ok: true },
      { name: ALL_ACCOUNTED, expected: received, actual: received, ok: true },
      ...how.checks,
    ],
  };
}

export function signalsItem(records = [signal()], how = ended("complete", [ALIVE_CHECK])): SignalsItem {
  return withDefaultControls({
    id: "security-signals",
    title: "Critical and high security signals of the last 7 days",
    link: `${APP}/security`,
    controls: [],
    window: WINDOW,
    population: { what: "security signals of every severity in the window", size: null },
    collection: having(records.length, how),
    result: { ...signalsResult(how, records) },
    records,
    caveats: ["Datadog gives no count of signals to compare with"],
  });
}

export function monitorsItem(records = [monitor()], how = ended("complete")): MonitorsItem {
  return withDefaultControls({
    id: "compliance-monitors",
    title: "State of every monitor tagged for compliance",
    link: `${APP}/monitors/manage`,
    controls: [],
    window: null,
    population: { what: "all monitors of the organisation", size: 12 },
    collection: having(records.length, how, "/api/v1/monitor"),
    result: { ...monitorsResult(how, records, "compliance") },
    records,
    caveats: [],
  });
}

export function findingsItem(
  records = [finding()],
  how = ended("complete", [COVERED_CHECK, SIGHT_CHECK]),
): FindingsItem {
  return withDefaultControls({
    id: "cspm-findings",
    title: "Failing critical and high cloud posture checks",
    link: `${APP}/security/compliance`,
    controls: [],
    window: null,
    population: { what: "cloud accounts covered by Cloud Security", size: 3 },
    collection: having(records.length, how, "/api/v2/security/findings/search"),
    result: { ...findingsResult(how, records) },
    records,
    caveats: [],
  });
}

/** Where the controls of a run come from that chooses no frameworks and is given no mapping. */
const DEFAULT_SOURCES = { version: MAPPING_VERSION, frameworks: DEFAULT_FRAMEWORKS, mapping: null } as const;

/** The item with the controls that it has in a run of the default frameworks without a policy. */
function withDefaultControls<One extends Item>(item: One): One {
  const evidence = { stream: { name: "prod", cadence: "P1D" as const }, items: [item], policy: null };
  return { ...item, controls: deriveControls({ evidence, policy: null }, DEFAULT_SOURCES)(item.id) };
}

/** The evidence with its controls derived again, as after a policy judged it. */
export function withControlsAgain(evidence: Evidence, policy: Policy): Evidence {
  return withControls(evidence, { ...DEFAULT_SOURCES, policy });
}

export function evidenceOf(
  items: readonly Item[] = [signalsItem(), monitorsItem(), findingsItem()],
  overrides: Partial<Evidence> = {},
): Evidence {
  const collectedAt = overrides.collectedAt ?? "2026-08-05T06:17:31Z";
  const startedAt = overrides.startedAt ?? formatTime(new Date(Date.parse(collectedAt) - 41_000));
  const cadence = overrides.stream?.cadence ?? "P1D";
  return {
    schema: "datadog-evidence/v1",
    rules: RULES_VERSION,
    mapping: { version: MAPPING_VERSION, sha256: mappingDigest(DEFAULT_SOURCES) },
    stream: { name: "prod", cadence: "P1D" },
    startedAt,
    collectedAt,
    validUntil: formatTime(validUntil(new Date(collectedAt), cadence)),
    source: {
      system: "Datadog",
      site: "datadoghq.eu",
      access: "keys",
      apiUrl: "https://api.datadoghq.eu",
      organization: "Northwind",
      organizationId: null,
      apiKeyId: null,
      clockSkewMs: 12,
    },
    collector: { name: "datadog-evidence", version: "1.4.0", sha256: HASH },
    run: {
      id: "123",
      attempt: 1,
      github: {
        repository: "northwind/platform",
        repositoryId: "771",
        workflowRef: "northwind/platform/.github/workflows/e.yml@refs/heads/main",
        workflowSha: "11ea89ea",
        event: "schedule",
        schedule: "17 6 * * *",
        url: "https://github.com/northwind/platform/actions/runs/123",
      },
    },
    privacy: { level: "standard", pseudonymKeyId: "0123456789abcdef" },
    outcome: outcomeOf(items),
    frameworks: [...DEFAULT_FRAMEWORKS],
    policy: null,
    ...overrides,
    items: (overrides.items ?? items).map((item) =>
      item.id === "security-signals" ? begun(item, startedAt) : item,
    ),
  };
}

/** The item as a run that started then has it: its window, and a word about what lies outside; another window is let be. */
function begun(item: SignalsItem, startedAt: string): SignalsItem {
  if (item.window !== WINDOW) return item;
  const window = windowBefore(new Date(startedAt));
  const outside = countRecords(item.records, ({ timestamp }) => !isInWindow(timestamp, window));
  const requests = item.collection.requests.map((asked) => ({
    ...asked,
    body: { ...asked.body, filter: { query: "*", ...window } },
  }));
  const begunItem = { ...item, window, collection: { ...item.collection, requests } };
  return outside === 0
    ? begunItem
    : { ...begunItem, caveats: [...item.caveats, outsideWindowCaveat(outside)] };
}

/** The text of `evidence.json` in one piece; `evidenceFiles` makes it in several. */
export function serializeEvidence(evidence: Evidence): string {
  return evidenceText(sortEvidence(evidence));
}

/** A new key to sign with. */
export function newKey(kind: "P-256" | "Ed25519" = "P-256"): SigningKey {
  const pair =
    kind === "Ed25519" ? generateKeyPairSync("ed25519") : generateKeyPairSync("ec", { namedCurve: "P-256" });
  return readSigningKey(pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(), null);
}

/** A genuine run folder below `root`, where the evidence says. */
export async function writtenRun(
  root: string,
  key: SigningKey,
  { evidence = evidenceOf(), largest }: { readonly evidence?: Evidence; readonly largest?: number } = {},
): Promise<{ readonly folder: string }> {
  const files = evidenceFiles(evidence, largest);
  const { bundle } = await runAttester(keySigner(key))(evidence, files, null);
  const folder = path.join(root, evidence.stream.name, runPath(evidence));
  await writeRun(folder, files, bundle);
  return { folder };
}

/** Writes a run folder. */
export async function writeRun(
  folder: string,
  files: readonly EvidenceFile[],
  bundle: string,
): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(path.join(folder, file.name), file.pieces());
  await writeFile(path.join(folder, BUNDLE_NAME), bundle);
}

const FIRST_SOURCES = { version: "2026-11", frameworks: DEFAULT_FRAMEWORKS, mapping: null } as const;

/** The evidence as version 0.1.0 would have written it: by its rules and its mapping, with the members of then. */
export function asVersion1({ source, items, ...rest }: Evidence): Evidence {
  const { access: _, ...then } = source;
  const unscoped = items.map((item): Item => {
    if (item.id !== "compliance-monitors") return { ...item };
    const records = [...item.records].map(({ mutedScope: __, ...record }) => record);
    return { ...item, records };
  });
  const evidence = { ...rest, source: then, items: unscoped, rules: 1 };
  const controls = deriveControls({ evidence, policy: null }, FIRST_SOURCES);
  return {
    ...evidence,
    mapping: { version: FIRST_SOURCES.version, sha256: mappingDigest(FIRST_SOURCES) },
    items: unscoped.map((item): Item => Object.assign(item, { controls: controls(item.id) })),
  };
}
