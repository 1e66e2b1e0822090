import { expect, test } from "vitest";

import { appHost } from "../../src/evidence/origin.ts";
import { apiUrlOf, linksOf, siteOf, DATADOG_SITES } from "../../src/datadog/sites.ts";
import { explainError } from "../../src/failure.ts";
import { datadogLink } from "../../src/report/render/links.ts";
import { clientAt } from "./client-at.ts";
import { closedWorld } from "./closed-world.ts";

const APP_HOSTS = {
  "datadoghq.com": "app.datadoghq.com",
  "us3.datadoghq.com": "us3.datadoghq.com",
  "us5.datadoghq.com": "us5.datadoghq.com",
  "datadoghq.eu": "app.datadoghq.eu",
  "ap1.datadoghq.com": "ap1.datadoghq.com",
  "ap2.datadoghq.com": "ap2.datadoghq.com",
  "uk1.datadoghq.com": "uk1.datadoghq.com",
  "ddog-gov.com": "app.ddog-gov.com",
  "us2.ddog-gov.com": "us2.ddog-gov.com",
} as const;

test("the nine sites and where their pages live", () => {
  expect(Object.fromEntries(DATADOG_SITES.map((site) => [site, appHost(site)]))).toEqual(APP_HOSTS);
});

test.for(DATADOG_SITES)("%s is recognised however it is written down", (site) => {
  const app = APP_HOSTS[site];
  const written = [
    site,
    site.toUpperCase(),
    `  ${site}\n`,
    `${site}/`,
    `${site}.`,
    app,
    `api.${site}`,
    `https://${app}`,
    `https://${app}/monitors/manage?q=tag%3Acompliance#x`,
    `http://${site}/`,
    `HTTPS://API.${site.toUpperCase()}:443/api/v1/validate`,
  ];

  expect(written.map(siteOf)).toEqual(written.map(() => site));
});

test.for([
  "",
  "datadoghq",
  "us1",
  "eu",
  "acme.datadoghq.com",
  "app.us3.datadoghq.com",
  "api.app.datadoghq.com",
  "datadoghq.com.evil.example",
  "datadoghq.com-evil.example",
  "evildatadoghq.com",
  "evil@datadoghq.com",
  "https://datadoghq.com@evil.example",
  "https://evil.example/datadoghq.com",
  "https://evil.example#datadoghq.com",
  String.raw`datadoghq.com\.evil.example`,
  "datadoghq.com:8443",
  "datadoghq.com,datadoghq.eu",
  "datadoghq.com datadoghq.eu",
  "ftp://datadoghq.com",
  "127.0.0.1",
  "[::1]",
  "localhost",
  "dаtadoghq.com",
])("%j is refused, with the sites to choose from", (text) => {
  const refusal = failureOf(() => siteOf(text));

  expect(refusal).toMatch(/^site is not one of Datadog's\nUse one of /);
  expect(DATADOG_SITES.filter((site) => !refusal.includes(site))).toEqual([]);
});

test.for(DATADOG_SITES)("the API of %s is asked at its own host over https", async (site) => {
  using world = closedWorld();
  const api = world.at(`https://api.${site}`).get("/api/v1/validate").reply(200, { valid: true });
  await using client = clientAt(apiUrlOf(site));

  const { json } = await client.datadog.request({ method: "GET", path: "/api/v1/validate" });

  expect(json).toEqual({ valid: true });
  expect(api.isDone()).toBe(true);
});

test.for(DATADOG_SITES)("links into %s stay on its app host, whatever they are made of", (site) => {
  const links = linksOf(site);
  const hostile = `"><script>&x=1#../@evil.example/?q=\n`;
  const all = [
    links.signals(hostile, { from: "2026-11-15T06:17:31Z", to: "2026-11-22T06:17:31Z" }),
    links.signal(hostile),
    links.monitors(hostile),
    links.monitor(41_200_000),
    links.findings(hostile),
    links.rule(hostile),
    links.rule(null),
  ];

  expect(new Set(all.map((link) => new URL(link).origin))).toEqual(new Set([`https://${APP_HOSTS[site]}`]));
  expect(all.map((link) => new URL(link).pathname)).toEqual([
    "/security",
    "/security/signal",
    "/monitors/manage",
    "/monitors/41200000",
    "/security/compliance",
    `/security/rules/view/${encodeURIComponent(hostile)}`,
    "/security/compliance",
  ]);
  expect(new URL(links.signal(hostile)).searchParams.get("event")).toBe(hostile);
  expect(new URL(all[0] ?? "").searchParams.get("start")).toBe("1794723451000");
});

test("a report links to the app host of its own site and to no other host", () => {
  const hosts = [...Object.values(APP_HOSTS), "evil.example", "datadoghq.com", "app.us3.datadoghq.com"];
  const linked = DATADOG_SITES.map((site) => [
    site,
    hosts.filter((host) =>
      datadogLink(site, { href: `https://${host}/x`, label: "x" })
        .html()
        .toString()
        .includes("<a "),
    ),
  ]);

  expect(Object.fromEntries(linked)).toEqual(
    Object.fromEntries(Object.entries(APP_HOSTS).map(([site, host]) => [site, [host]])),
  );
});

function failureOf(act: () => unknown): string {
  try {
    return `no failure but ${String(act())}`;
  } catch (error) {
    return explainError(error);
  }
}

test.each([".", ".."])("a rule whose id is %j links to the list, not to another page", (id) => {
  const links = linksOf("datadoghq.eu");

  expect(links.rule(id)).toBe(links.rule(null));
  expect(new URL(links.rule("a..b")).pathname).toBe("/security/rules/view/a..b");
});
