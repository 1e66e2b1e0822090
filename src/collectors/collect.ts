import { formatTime } from "../platform/time.ts";
import type { Datadog } from "../datadog/client.ts";
import { validateAccess } from "../datadog/validate-access.ts";
import { linksOf, siteAt, type DatadogSite } from "../datadog/sites.ts";
import { applyClockSkew } from "../evidence/rules/clock-skew.ts";
import { evaluatePolicy } from "../policy/evaluate-policy.ts";
import type { GivenPolicy } from "../policy/read-policy.ts";
import { validUntil, windowBefore } from "../evidence/projection/times.ts";
import { createPseudonyms, type PseudonymKey } from "../evidence/projection/pseudonym.ts";
import type { SecretFinder } from "../evidence/projection/projection.ts";
import type { Evidence, Item, ItemId } from "../evidence/schema.ts";
import { RULES_VERSION, outcomeOf } from "../evidence/rules/states.ts";
import { MAPPING_VERSION, mappingDigest, type FrameworkId } from "../controls/catalogue.ts";
import { withControls } from "../controls/derive-controls.ts";
import type { GivenMapping } from "../controls/read-mapping.ts";
import { Failure } from "../failure.ts";
import { PAGE_SIZE, type ItemCollector, type CollectorScope } from "./collector.ts";
import { findingsCollector } from "./cspm.ts";
import { reasonFor } from "./store/batch.ts";
import { monitorsCollector } from "./monitors.ts";
import { signalsCollector } from "./signals.ts";
import type { RecordSpool } from "./store/spool.ts";

/** What to collect, and as whom. */
export interface CollectOptions {
  readonly stream: Evidence["stream"];
  readonly site: DatadogSite;
  readonly apiUrl: string;
  readonly organization: string | null;
  readonly items: readonly ItemId[];
  readonly monitorTag: string;
  readonly cspmRequired: boolean;
  readonly privacy: "standard" | "minimal";
  readonly pseudonyms: PseudonymSource;
  /** The run's own secrets, which no evidence may hold. */
  readonly secrets: SecretFinder;
  readonly run: Evidence["run"];
  /** What the organisation demands; null where it gave no policy. */
  readonly policy: GivenPolicy | null;
  /** The catalogues whose controls the items name. */
  readonly frameworks: readonly FrameworkId[];
  /** The organisation's own controls; null where it gave none. */
  readonly mapping: GivenMapping | null;
  /** Which program collects. It reads the whole program, so it runs beside the first requests. */
  readonly collector: () => Promise<Evidence["collector"]>;
  /** Remarks that hold for every item. */
  readonly caveats: readonly string[];
  /** Records per page; 100 unless a test sets it. */
  readonly pageSize?: number;
}

/**
 * Key material for pseudonyms, which is never written, and a remark where it is no secret. It may depend on the public id
 * of the organisation; null where Datadog does not name it.
 */
export type PseudonymSource = (organizationId: string | null) => {
  readonly secret: string;
  readonly caveat: string | null;
};

const ITEM_COLLECTORS: readonly ItemCollector[] = [signalsCollector, monitorsCollector, findingsCollector];

/** What a run collects with. */
interface CollectWorld {
  readonly datadog: Datadog;
  readonly spool: RecordSpool;
  readonly now: () => Date;
}

/** Collects the items. A failure is part of the evidence, and one item's failure never loses the others. */
export async function collectEvidence(assignment: CollectOptions, world: CollectWorld): Promise<Evidence> {
  const { datadog, now } = world;
  const { site, apiUrl, stream, frameworks } = assignment;
  const startedAt = now();
  const [owner, collector] = await Promise.all([
    validateAccess(datadog, siteAt(apiUrl, site)),
    assignment.collector(),
  ]);
  const named = owner instanceof Failure ? { organizationId: null, apiKeyId: null } : owner;
  const { secret, caveat } = assignment.pseudonyms(named.organizationId);
  const pseudonyms = createPseudonyms(secret);
  const scope = scopeOf(assignment, { ...world, startedAt, pseudonyms });
  const wanted = ITEM_COLLECTORS.filter(({ id }) => assignment.items.includes(id));
  const collected = await Promise.all(
    wanted.map(async (each) =>
      owner instanceof Failure ? each.failed(scope, reasonFor(owner)) : each.collect(scope),
    ),
  );

  // If the clock was set back during the run, the end must still not be before the start.
  const collectedAt = new Date(Math.max(now().getTime(), startedAt.getTime()));
  const items = collected.map((item) =>
    withCaveats(applyClockSkew(item, datadog.clockSkewMs), [
      // Only findings hold pseudonyms.
      ...(caveat === null || item.id !== "cspm-findings" ? [] : [caveat]),
      ...assignment.caveats,
    ]),
  );
  const mapping = assignment.mapping?.file.sha256 ?? null;
  const evidence: Evidence = {
    schema: "datadog-evidence/v1",
    rules: RULES_VERSION,
    mapping: {
      version: MAPPING_VERSION,
      sha256: mappingDigest({ version: MAPPING_VERSION, frameworks, mapping }),
    },
    stream,
    startedAt: formatTime(startedAt),
    collectedAt: formatTime(collectedAt),
    validUntil: formatTime(validUntil(collectedAt, stream.cadence)),
    source: {
      system: "Datadog",
      site,
      access: datadog.credentials.mode,
      apiUrl,
      organization: assignment.organization,
      ...named,
      clockSkewMs: datadog.clockSkewMs,
    },
    collector,
    run: assignment.run,
    privacy: { level: assignment.privacy, pseudonymKeyId: pseudonyms.keyId },
    outcome: outcomeOf(items),
    frameworks: [...frameworks],
    policy: null,
    items,
  };
  return judgeEvidence(evidence, assignment);
}

function scopeOf(
  { site, privacy, secrets, monitorTag, cspmRequired, pageSize = PAGE_SIZE }: CollectOptions,
  at: CollectWorld & { readonly startedAt: Date; readonly pseudonyms: PseudonymKey },
): CollectorScope {
  const { datadog, spool, startedAt, pseudonyms } = at;
  const links = linksOf(site);
  return {
    datadog,
    spool,
    links,
    projection: { privacy, secrets, pseudonyms, now: startedAt.getTime(), links },
    window: windowBefore(startedAt),
    monitorTag,
    pageSize,
    cspmRequired,
  };
}

/** The evidence with the results of its policy, and the controls that it then supports. */
function judgeEvidence(evidence: Evidence, { policy, frameworks, mapping }: CollectOptions): Evidence {
  let results: Evidence["policy"] = null;
  if (policy !== null) {
    const found = evaluatePolicy(policy.policy, evidence);
    if (found === null) throw new Error(`there are no rules ${evidence.rules} to judge by`);
    results = { sha256: policy.file.sha256, results: [...found] };
  }
  return withControls(
    { ...evidence, policy: results },
    {
      policy: policy?.policy ?? null,
      version: MAPPING_VERSION,
      frameworks,
      mapping: mapping?.mapping ?? null,
    },
  );
}

function withCaveats(item: Item, caveats: readonly string[]): Item {
  return { ...item, caveats: [...item.caveats, ...caveats] };
}
