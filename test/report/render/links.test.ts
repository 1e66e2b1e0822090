import { expect, test } from "vitest";

import { datadogLink, githubLink } from "../../../src/report/render/links.ts";

const RUN_URL = "https://github.com/northwind/platform/actions/runs/123";

test.each([
  ["another host", "https://app.datadoghq.eu.evil.example/monitors/1"],
  ["another scheme", "http://app.datadoghq.eu/monitors/1"],
  ["a script", "javascript:alert(1)//app.datadoghq.eu"],
  ["a name before the host", "https://app.datadoghq.eu@evil.example/"],
  ["a password for the host", "https://me:secret@app.datadoghq.eu/"],
  ["another port", "https://app.datadoghq.eu:8443/"],
  ["another site", "https://us3.datadoghq.com/monitors/1"],
  ["no address", "monitors/1"],
])("makes no link of %s", (_, href) => {
  expect(datadogLink("datadoghq.eu", { href, label: "x" }).html().toString()).toBe("<bdi>x</bdi>");
});

test.each([
  ["datadoghq.com", "app.datadoghq.com"],
  ["us3.datadoghq.com", "us3.datadoghq.com"],
  ["us5.datadoghq.com", "us5.datadoghq.com"],
  ["datadoghq.eu", "app.datadoghq.eu"],
  ["ap1.datadoghq.com", "ap1.datadoghq.com"],
  ["ap2.datadoghq.com", "ap2.datadoghq.com"],
  ["uk1.datadoghq.com", "uk1.datadoghq.com"],
  ["ddog-gov.com", "app.ddog-gov.com"],
  ["us2.ddog-gov.com", "us2.ddog-gov.com"],
  ["newer.datadoghq.com", "newer.datadoghq.com"],
])("links to the pages of site %s", (site, host) => {
  const link = datadogLink(site, { href: `https://${host}/monitors/1?a=1&b=2`, label: "x" }).html();

  expect(link.toString()).toBe(
    `<a href="https://${host}/monitors/1?a=1&amp;b=2" rel="noreferrer"><bdi>x</bdi></a>`,
  );
});

test("makes no link to a site that is not Datadog's", () => {
  const link = { href: "https://app.evil.example/monitors/1", label: "x" };

  expect(datadogLink("evil.example", link).html().toString()).toBe("<bdi>x</bdi>");
});

test("links to a run of the repository only", () => {
  const run = { url: RUN_URL, repository: "northwind/platform", id: "123" };
  const html = (overrides = {}) =>
    githubLink({ ...run, ...overrides })
      .html()
      .toString();

  expect(html()).toContain(`<a href="${RUN_URL}" rel="noreferrer" class="address">`);
  expect(html({ url: "https://github.com/somebody/else/actions/runs/123" })).not.toContain("<a");
  expect(html({ url: "https://github.com/northwind/platform/actions/runs/1234" })).not.toContain("<a");
  expect(html({ url: "javascript:alert(1)" })).not.toContain("<a");
});
