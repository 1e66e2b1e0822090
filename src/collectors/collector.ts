import type { Datadog } from "../datadog/client.ts";
import type { DatadogLinks } from "../datadog/sites.ts";
import type { RecordSpool } from "./store/spool.ts";
import type { ProjectionOptions } from "../evidence/projection/projection.ts";
import type { Item, ItemId, Reason, Window } from "../evidence/schema.ts";

/** What a collector is given. */
export interface CollectorScope {
  readonly datadog: Datadog;
  /** Where records lie while there are many. */
  readonly spool: RecordSpool;
  readonly links: DatadogLinks;
  readonly projection: ProjectionOptions;
  /** The last seven days before the start of the run. */
  readonly window: Window;
  readonly monitorTag: string;
  /** Records asked for a page. */
  readonly pageSize: number;
  /** Whether missing posture findings are a failure rather than skipped. */
  readonly cspmRequired: boolean;
}

/** Pages in, item out. A foreseen failure is part of the item; only bugs throw. */
export interface ItemCollector {
  readonly id: ItemId;
  readonly title: string;
  collect(scope: CollectorScope): Promise<Item>;
  /** The item when nothing could be asked. */
  failed(scope: CollectorScope, reason: Reason): Item;
}

/** Records a page; the largest that every endpoint takes, and well below what makes them time out. */
export const PAGE_SIZE = 100;

/** How nothing was asked. */
export const NO_REQUESTS = { requests: [], listings: [], agreements: [], total: null, proofs: [] } as const;
