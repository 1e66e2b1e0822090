import { appHost } from "../evidence/origin.ts";
import { Failure } from "../failure.ts";

/** The nine Datadog sites (https://docs.datadoghq.com/getting_started/site). An API host is always `api.<site>`. */
export const DATADOG_SITES = [
  "datadoghq.com",
  "us3.datadoghq.com",
  "us5.datadoghq.com",
  "datadoghq.eu",
  "ap1.datadoghq.com",
  "ap2.datadoghq.com",
  "uk1.datadoghq.com",
  "ddog-gov.com",
  "us2.ddog-gov.com",
] as const;

export type DatadogSite = (typeof DATADOG_SITES)[number];

/**
 * The site that the text names: a site, its app or API host, or an address copied from the browser. Throws
 * for anything else, so that no key is sent to a host that is not Datadog's.
 */
export function siteOf(text: string): DatadogSite {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "")
    .replace(/[/?#][^]*/, "")
    .replace(/:443$/, "")
    .replace(/\.$/, "");
  const site = DATADOG_SITES.find(
    (known) => host === known || host === `api.${known}` || host === appHost(known),
  );
  if (site !== undefined) return site;
  throw new Failure("input", "site is not one of Datadog's", {
    hint: `use one of ${DATADOG_SITES.join(", ")}`,
  });
}

/** The address of the site's API. */
export function apiUrlOf(site: DatadogSite): string {
  return `https://api.${site}`;
}

/** The site where the address is that of its API; null where another server answers in place of Datadog. */
export function siteAt(apiUrl: string, site: DatadogSite): DatadogSite | null {
  return apiUrl === apiUrlOf(site) ? site : null;
}

/** Links to pages of the site's user interface. Every variable part is encoded. */
export function linksOf(site: DatadogSite) {
  const app = `https://${appHost(site)}`;
  return {
    signals: (query: string, window: { readonly from: string; readonly to: string }): string =>
      `${app}/security?${queryString({ query, start: Date.parse(window.from), end: Date.parse(window.to) })}`,
    signal: (id: string): string => `${app}/security/signal?${queryString({ event: id })}`,
    monitors: (query: string): string => `${app}/monitors/manage?${queryString({ q: query })}`,
    monitor: (id: number): string => `${app}/monitors/${id}`,
    findings: (query: string): string => `${app}/security/compliance?${queryString({ query })}`,
    rule: (id: string | null): string =>
      // A browser takes an id of dots for a folder above, encoded or not.
      id === null || /^\.{1,2}$/.test(id)
        ? `${app}/security/compliance`
        : `${app}/security/rules/view/${encodeURIComponent(id)}`,
  };
}

export type DatadogLinks = ReturnType<typeof linksOf>;

function queryString(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join("&");
}
