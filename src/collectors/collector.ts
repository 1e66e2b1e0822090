import type { Datadog } from "../datadog/client.ts";
import type { Links } from "../datadog/sites.ts";
import type { Spool } from "./store/spool.ts";
import type { Projection } from "../evidence/projection/projection.ts";
import type { Item, ItemId, Reason, Window } from "../evidence/schema.ts";

/** What a collector is given. */
export interface Scope {
  readonly datadog: Datadog;
  /** Where records lie while there are many. */
  readonly spool: Spool;
  readonly links: Links;
  readonly projection: Projection;
  /** The last seven days before the start of the run. */
  readonly window: Window;
  readonly monitorTag: string;
  /** Records asked for a page. */
  readonly pageSize: number;
  /** Whether missing posture findings are a failure rather than skipped. */
  readonly cspmRequired: boolean;
}

/** Pages in, item out. A foreseen failure is part of the item; only bugs throw. */
export interface Collector {
  readonly id: ItemId;
  readonly title: string;
  collect(scope: Scope): Promise<Item>;
  /** The item when nothing could be asked. */
  failed(scope: Scope, reason: Reason): Item;
}

/** Records a page; the largest that every endpoint takes, and well below what makes them time out. */
export const PAGE_SIZE = 100;

/** How nothing was asked. */
export const NOT_ASKED = { requests: [], listings: [], agreements: [], total: null, proofs: [] } as const;
