import type { DatadogOrganisation, RawMonitor } from "../../../src/demo/northwind/organisation.ts";
import type { TestDatadog } from "../../support/datadog.ts";

export const NOW = new Date("2026-11-22T06:17:31Z");
export const SIGNALS = "/api/v2/security_monitoring/signals/search";
export const FINDINGS = "/api/v2/security/findings/search";
export const SCALAR = "/api/v2/query/scalar";
const URGENT = "status:(critical OR high)";
const FAILING =
  "@finding_type:misconfiguration @compliance.evaluation:fail @severity:(critical OR high) -@status:(auto_closed OR resolved)";

interface Page<Item> {
  readonly data: readonly Item[];
  readonly meta?: { readonly page?: { readonly after: string } };
}

/** Returns a function that asks with the keys of the organisation; given headers replace them. */
export function asker(datadog: TestDatadog, organisation: DatadogOrganisation) {
  const keys = { "dd-api-key": organisation.apiKey, "dd-application-key": organisation.appKey };
  return (path: string, body?: unknown, headers: Record<string, string> = keys): Promise<Response> =>
    fetch(`${datadog.url}${path}`, {
      headers,
      redirect: "manual",
      signal: AbortSignal.timeout(5000),
      ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
    });
}

/** The body of a search for the signals of the week before now. */
export function signalsBody(page: { limit?: number; cursor?: string } = {}, query = URGENT) {
  const from = new Date(NOW.getTime() - 7 * 86_400_000).toISOString();
  return { filter: { query, from, to: NOW.toISOString() }, page, sort: "timestamp" };
}

/** The body of a count of the signals of the week before now. */
export function scalarBody(query = URGENT) {
  const { from, to } = signalsBody().filter;
  const counting = {
    data_source: "security_signals",
    name: "a",
    search: { query },
    compute: { aggregation: "count" },
    group_by: [],
    indexes: ["*"],
  };
  const window = { from: Date.parse(from), to: Date.parse(to) };
  return {
    data: {
      type: "scalar_request",
      attributes: { ...window, formulas: [{ formula: "a" }], queries: [counting] },
    },
  };
}

/** The body of a search for findings. */
export function findingsBody(page: { limit?: number; cursor?: string } = {}, filter = FAILING) {
  return { data: { attributes: { filter, page, sort: "@detection_changed_at" } } };
}

/** Asks page after page until the cursor ends; returns every page. */
export async function pagesOf<Item extends { readonly id: string }>(
  ask: ReturnType<typeof asker>,
  path: string,
  body: (cursor: { cursor?: string }) => unknown,
): Promise<Page<Item>[]> {
  const pages: Page<Item>[] = [];
  let after: string | undefined;
  do {
    const response = await ask(path, body(after === undefined ? {} : { cursor: after }));
    const page: Page<Item> = JSON.parse(await response.text());
    pages.push(page);
    after = page.meta?.page?.after;
  } while (after !== undefined);
  return pages;
}

/** Reads a list of monitors. */
export async function monitorsIn(response: Response): Promise<RawMonitor[]> {
  const monitors: RawMonitor[] = JSON.parse(await response.text());
  return monitors;
}
