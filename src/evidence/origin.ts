import type { Evidence } from "./schema.ts";

const DATADOG_SITE = /^(?:[a-z0-9-]{1,63}\.){0,3}(?:datadoghq\.(?:com|eu)|ddog-gov\.com)$/;

/** The address of the server that answered, where it is not the API of the site; null where it is, also of a newer site. */
export function otherServerOf({ apiUrl, site }: Pick<Evidence["source"], "apiUrl" | "site">): string | null {
  const isDatadog = isDatadogSite(site) && apiUrl.replace(/\/$/, "") === `https://api.${site}`;
  return isDatadog ? null : apiUrl;
}

/** Whether the site is one of Datadog's, also a newer one. */
export function isDatadogSite(site: string): boolean {
  return DATADOG_SITE.test(site);
}

/** The host of a site's user interface (https://docs.datadoghq.com/getting_started/site). */
export function appHost(site: string): string {
  return site.split(".").length === 2 ? `app.${site}` : site;
}
