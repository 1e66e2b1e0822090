import type { Datadog } from "../datadog/client.ts";
import type { DatadogLinks } from "../datadog/sites.ts";
import type { RecordSpool } from "./store/spool.ts";
import type { ProjectionOptions } from "../evidence/projection/projection.ts";
import type { Item, ItemId, Reason, Window } from "../evidence/schema.ts";

/** The input of a collector. */
export interface CollectorScope {
  readonly datadog: Datadog;
  /** Holds the records on disk if there are many. */
  readonly spool: RecordSpool;
  readonly links: DatadogLinks;
  readonly projection: ProjectionOptions;
  /** The last seven days before the start of the run. */
  readonly window: Window;
  readonly monitorTag: string;
  /** Records per page. */
  readonly pageSize: number;
  /** Whether missing posture findings are a failure rather than skipped. */
  readonly cspmRequired: boolean;
}

/**
 * Reads pages and returns an item. A foreseen failure is part of the item; only bugs throw. The controls of the item
 * are derived from the whole run, so a collector leaves them empty.
 */
export interface ItemCollector {
  readonly id: ItemId;
  collect(scope: CollectorScope): Promise<Item>;
  /** The item if no request could be made. */
  failed(scope: CollectorScope, reason: Reason): Item;
}

/** Records per page: the largest number that every endpoint accepts, far below the number that times out. */
export const PAGE_SIZE = 100;

/** No request was made. */
export const NO_REQUESTS = { requests: [], listings: [], agreements: [], total: null, proofs: [] } as const;
