import { AsyncLocalStorage } from "node:async_hooks";

import type { SampleSelection } from "../../src/verify/stream/sample.ts";
import type { Root } from "../../src/verify/trust/roots.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";

/** What a test asked of verify: folders on this disk, and texts. */
export interface Asked {
  readonly folder: string;
  readonly trust: Trust;
  readonly now: Date;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly copies?: string | undefined;
  readonly selection?: SampleSelection | null;
  readonly requiresExpectations?: boolean;
}

/** Another verifier, such as the page for browsers, that is asked the same as ours while it is set. */
export const SECOND_VERIFIER = new AsyncLocalStorage<(asked: Asked) => Promise<void>>();

const TEXTS = new WeakMap<readonly Root[], string>();

/** Remembers of which trusted root these are, because a second verifier reads the text itself. */
export function rememberRootText(roots: readonly Root[], text: string): readonly Root[] {
  TEXTS.set(roots, text);
  return roots;
}

/** The text that the roots were read from; undefined where there was none. */
export function rootText(roots: readonly Root[]): string | undefined {
  return TEXTS.get(roots);
}
