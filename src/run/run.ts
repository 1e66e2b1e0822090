import { runAttester } from "../sign/attest.ts";
import { describeSignature } from "../sign/signing.ts";
import { abortAfter } from "../platform/cancellation.ts";
import { collectEvidence } from "../collectors/collect.ts";
import type { RecordSpool } from "../collectors/store/spool.ts";
import { secretsOf, type Config } from "../config/read-config.ts";
import { Datadog } from "../datadog/client.ts";
import { apiUrlOf } from "../datadog/sites.ts";
import { evidenceFiles } from "../evidence/files/evidence-files.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import { findLeaks } from "../evidence/secret-scan.ts";
import type { Evidence } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { decideExit, type Exit } from "../config/fail-on.ts";
import { keepHeapSmall } from "../platform/heap.ts";
import { VERSION } from "../platform/version.ts";
import type { Log } from "../platform/log.ts";
import type { Branch } from "../publish/branch.ts";
import type { AttestFiles } from "../publish/append-run.ts";
import { publishRun } from "../publish/publish-run.ts";
import { signerCheck, type SignerCheck } from "../publish/signer-check.ts";
import type { Destinations, PublishTimeouts, PublishedRun } from "../publish/publish-run.ts";
import { withVerification } from "../publish/with-verification.ts";
import { readChainHead, type ChainHead } from "../publish/chain-head.ts";
import { policyWarnings } from "../policy/waivers.ts";
import { scheduleWarning } from "./schedule-warning.ts";
import { evidenceGroups, resultLines } from "../report/job-summary/log-lines.ts";
import { trackProgress } from "../report/progress.ts";
import { changeSinceLastRun, changeLines } from "../report/changes-in-words.ts";
import { logLine } from "../report/render/sanitize.ts";
import { verifyGuide } from "../report/verify-guide.ts";
import type { Environment } from "../platform/environment.ts";
import { credentialsFor, pseudonymSource } from "./access.ts";
import { signerFor, type SignerFactory } from "./signer.ts";
import type { SecretSearch } from "../platform/secrets.ts";
import { assuranceShortfall } from "../config/signing.ts";

/** What a run needs besides its inputs. */
export interface RunContext {
  readonly run: Evidence["run"];
  readonly collector: () => Promise<Evidence["collector"]>;
  /** Used instead of the site's API; null except in tests and the demo. */
  readonly apiUrl: string | null;
  /** The evidence repository whose chain the run continues; null for a run that is not chained. */
  readonly repository: Branch | null;
  readonly to: Pick<Destinations, "out" | "artifact"> & Partial<Pick<Destinations, "extraFiles">>;
  readonly environment: Environment;
  /** Aborted by the user or the runner; its reason is a `Failure`. */
  readonly signal: AbortSignal;
  /** Holds the records while they are read. */
  readonly spool: RecordSpool;
  /** The secrets of the run, to which those of its inputs are added. */
  readonly secrets: SecretSearch;
  /** Hides a secret that comes up during the run from then on. */
  readonly conceal: (secret: string) => void;
  readonly now: () => Date;
  readonly log: Log;
}

/** The result of a run. */
export interface RunResult {
  readonly published: PublishedRun;
  readonly exit: Exit;
}

const UNVERIFIED_TLS_CAVEAT =
  "collected without a check of certificates (NODE_TLS_REJECT_UNAUTHORIZED=0): any server may have answered in place of Datadog";

/** The part of the deadline for recalling and collecting. The rest is for signing and publishing. */
const COLLECTING = 0.8;
/** The part of the deadline for reading the end of the chain. */
const RECALLING = 0.05;
/** The part of the time for publishing that commits may take, so that the artifact still has time. */
const COMMITTING = 0.6;

/** The runner kills a cancelled job after 10 s; summary and outputs must be written before. */
const PUBLISHING_ONCE_CANCELLED_MS = 4000;

/**
 * One run for one stream. The same for the Action, the command line and the demo. Throws where it cannot sign in the
 * way that was chosen, before anything is collected.
 */
export async function run(config: Config, context: RunContext): Promise<RunResult> {
  const { secrets, signal, to } = context;
  const signer = await signerFor(config.chosen, context);
  const began = Date.now();
  secrets.add(...secretsOf(config));
  const recalled = await recall(config, context);
  const evidence = await collectWithin(config, context, began);
  context.log.status?.(null);
  const attached = [config.givenPolicy, config.givenMapping].flatMap((given) => given?.file ?? []);
  stopLeaks(secrets, [...evidenceFiles(evidence), ...attached]);
  const { repository: branch } = context;
  const timeouts = publishTimeouts(config, signal);
  const attest = attesterOf(signer, {
    evidence,
    secrets,
    check: ownCheck(config),
    // Signing must leave time to publish.
    signal: () =>
      AbortSignal.any([
        timeouts.all,
        AbortSignal.timeout(Math.round((config.deadline * (1 - COLLECTING)) / 2)),
        abortAfter(signal, PUBLISHING_ONCE_CANCELLED_MS / 2),
      ]),
  });
  const published = await publishRun(evidence, attest, {
    attached,
    to: { extraFiles: () => [], ...to, verifyInstructions: verifyGuide() },
    repository:
      branch === null ? null : { branch, check: ownCheck(config), commits: config.commit, recalled },
    timeouts,
  });
  return { published, exit: reportRun(config, { published, log: context.log }) };
}

/**
 * The end of the stream's chain. If it cannot be read now, the run tries again when it has evidence; only a
 * mistake of the user stops the run.
 */
async function recall(config: Config, { repository, signal, log }: RunContext): Promise<ChainHead | null> {
  if (repository === null) return null;
  const recallSignal = AbortSignal.any([
    signal,
    AbortSignal.timeout(Math.round(config.deadline * RECALLING)),
  ]);
  try {
    const head = await repository.head([config.stream], recallSignal);
    return await readChainHead(head, { name: config.stream, site: config.site }, ownCheck(config));
  } catch (error) {
    if (!(error instanceof Failure) || error.code === "input") throw error;
    log.warning(`the evidence repository will be asked again: ${error.message}`);
    return null;
  }
}

function ownCheck({ chosen }: Config): SignerCheck {
  return signerCheck(chosen.by === "key" ? chosen.key : null);
}

function publishTimeouts({ deadline }: Config, signal: AbortSignal): PublishTimeouts {
  const publishing = deadline * (1 - COLLECTING);
  const within = (part: number): AbortSignal =>
    AbortSignal.any([
      AbortSignal.timeout(Math.round(publishing * part)),
      abortAfter(signal, PUBLISHING_ONCE_CANCELLED_MS * part),
    ]);
  return { commit: within(COMMITTING), all: within(1) };
}

async function collectWithin(config: Config, context: RunContext, began: number): Promise<Evidence> {
  const { log, now, apiUrl, secrets } = context;
  const ms = Math.round(config.deadline * COLLECTING) - (Date.now() - began);
  const url = apiUrl ?? apiUrlOf(config.site);
  const credentials = credentialsFor(config.access, { ...context, apiUrl: url });
  keepHeapSmall();
  await using datadog = new Datadog({
    apiUrl: url,
    credentials,
    signal: AbortSignal.any([context.signal, timeIsUp(ms)]),
    deadline: Date.now() + ms,
    userAgent: `datadog-evidence/${VERSION}`,
    log: (line) => log.info(line),
    onFetch: trackProgress(log),
    secrets,
    debug: (line) => log.debug(line),
    onPage: async (page, bytes) => context.to.artifact?.rawPages?.keep(page, bytes),
  });

  const evidence = await collectEvidence(
    {
      stream: { name: config.stream, cadence: config.cadence },
      site: config.site,
      apiUrl: url,
      organization: config.organization,
      items: config.items,
      monitorTag: config["monitor-tag"],
      cspmRequired: config.cspm === "required",
      privacy: config.privacy,
      pseudonyms: pseudonymSource(config),
      secrets,
      run: context.run,
      policy: config.givenPolicy,
      frameworks: config.frameworks,
      mapping: config.givenMapping,
      collector: context.collector,
      caveats: [
        ...(apiUrl === null
          ? []
          : ["collected from a server on this machine (DD_API_URL), not from Datadog"]),
        ...(config.isTlsUnverified ? [UNVERIFIED_TLS_CAVEAT] : []),
      ],
    },
    { datadog, spool: context.spool, now },
  );
  // Tokens that were obtained on the way are secrets, too.
  secrets.add(...credentials.secrets());
  return evidence;
}

/**
 * Throws if a file of the run contains a secret, before anything is written: published evidence cannot be taken back.
 * Records that hold one were left out before.
 */
function stopLeaks(secrets: SecretSearch, files: readonly EvidenceFile[]): void {
  const leaks = findLeaks(files, secrets);
  if (leaks.length === 0) return;
  const places = leaks.slice(0, 5).map(({ where, what }) => `${where} holds ${what}`);
  const more = leaks.length > places.length ? [`and ${leaks.length - places.length} more`] : [];
  throw new Failure("not-published", `nothing was written or published: ${[...places, ...more].join("; ")}`, {
    hint: "rotate that secret, take it out of the name or tag in Datadog or out of the policy or mapping, and run again",
  });
}

/** A signal that aborts when the time for collecting is over. It does not keep the process alive. */
function timeIsUp(ms: number): AbortSignal {
  const controller = new AbortController();
  const stop = (): void =>
    controller.abort(
      new Failure("deadline", `collecting took longer than ${Math.round(ms / 1000)} s`, {
        hint: "raise the deadline, or run when Datadog is less busy",
      }),
    );
  setTimeout(stop, ms).unref();
  return controller.signal;
}

function attesterOf(
  signer: SignerFactory,
  {
    evidence,
    secrets,
    check,
    signal,
  }: Pick<RunContext, "secrets"> & {
    readonly evidence: Evidence;
    readonly check: SignerCheck;
    readonly signal: () => AbortSignal;
  },
): AttestFiles | null {
  if (signer === null) return null;
  return withVerification(
    async (files, tail) => runAttester(signer(signal()), secrets)(evidence, files, tail),
    check,
  );
}

/** Logs what was collected, then decides the exit code. */
function reportRun(
  config: Config,
  { published, log }: { readonly published: PublishedRun; readonly log: Log },
): Exit {
  const statement = published.attestation?.statement ?? null;
  const { evidence } = published;
  const shortfall = assuranceShortfall(statement, config["min-assurance"]);
  const exit = decideExit(evidence, {
    gates: config["fail-on"],
    undone: [...published.undone, ...(shortfall === null ? [] : [shortfall])],
    changes: statement?.predicate.changes ?? null,
  });
  for (const { title, lines } of evidenceGroups(evidence, exit)) log.group(title, lines);
  if (config.givenPolicy !== null) log.group("Expectations", resultLines(evidence));
  log.group("Since the run before", changeLines(changeSinceLastRun(statement)));
  if (published.attestation !== null) log.info(describeSignature(published.attestation));
  const lateWarning = scheduleWarning(evidence, Date.parse(evidence.collectedAt));
  for (const warning of [
    ...published.warnings,
    ...policyWarnings(config.givenPolicy, evidence),
    ...(lateWarning === null ? [] : [lateWarning]),
  ]) {
    log.warning(logLine(warning));
  }
  const reason = statement?.predicate.assurance.reason;
  if (reason !== undefined && shortfall === null)
    log.warning(`signed without a timestamp: ${reason.message}`);
  for (const line of chainLines(published)) log.info(line);
  return exit;
}

/** The place of the run in its chain, and how many attempts that took, for the log. */
function chainLines({ attestation, commit, signatures, retries }: PublishedRun): readonly string[] {
  const sequence = attestation?.statement.predicate.sequence ?? null;
  if (sequence === null) return [];
  const where = commit === null ? "not committed" : `commit ${commit}`;
  const tries =
    retries === 0
      ? []
      : [
          `tried again ${times(retries)}, because the branch had moved or an answer was lost`,
          `signed ${times(signatures)}`,
        ];
  return [[`run ${sequence} of its chain`, where, ...tries].join(", ")];
}

function times(count: number): string {
  return count === 1 ? "once" : `${count} times`;
}
