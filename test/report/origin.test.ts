import { formatTime } from "../../src/platform/time.ts";
import path from "node:path";

import { expect, test } from "vitest";

import { readVerifyingKey } from "../../src/bundle/public-key.ts";
import { otherServerOf } from "../../src/evidence/origin.ts";
import { diskFiles } from "../../src/platform/disk.ts";
import { watchSummary } from "../../src/report/job-summary/watch.ts";
import { periodHtml, periodMarkdown } from "../../src/report/period/document.ts";
import { loadPeriodReport } from "../../src/report/period/load-report.ts";
import { periodText, periodVerdictJson } from "../../src/report/period/terminal.ts";
import { registerHtml, registerMarkdown } from "../../src/report/register/document.ts";
import { registerCsv, registerText } from "../../src/report/register/formats.ts";
import { loadRegister } from "../../src/report/register/register.ts";
import { reportHtml } from "../../src/report/render/page.ts";
import { loadSignedRun } from "../../src/report/run/load-report.ts";
import { runReport } from "../../src/report/run/report.ts";
import { runVerdictText } from "../../src/report/run/verdict-text.ts";
import { reportedAt } from "../support/reported.ts";
import { readRunFolder } from "../../src/verify/run/read-folder.ts";
import { evidenceAt, verdictOver, streamsAt, WrittenStream } from "../support/stream.ts";
import { temporaryFolder } from "../support/temp.ts";
import { SIGNER, verdictOn } from "../support/tampering.ts";

const SERVER = "http://127.0.0.1:8080";
const SENTENCE = `This evidence is not from Datadog: a server at ${SERVER} gave the answers.`;

test.each([
  ["https://api.datadoghq.eu", "datadoghq.eu", true],
  ["https://api.us2.ddog-gov.com/", "us2.ddog-gov.com", true],
  ["https://api.xy9.datadoghq.com", "xy9.datadoghq.com", true],
  ["https://api.datadoghq.com", "datadoghq.eu", false],
  ["https://api.evildatadoghq.com", "evildatadoghq.com", false],
  ["http://api.datadoghq.eu", "datadoghq.eu", false],
  [SERVER, "datadoghq.eu", false],
  ["http://[::1]:8080", "datadoghq.eu", false],
])("%s is the API of %s: %s", (apiUrl, site, isDatadog) => {
  expect(otherServerOf({ apiUrl, site })).toBe(isDatadog ? null : apiUrl);
});

test("every page on evidence of another server says so first, and the exit is the same", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(root.path);
  const evidence = evidenceAt("2026-06-01T06:17:31Z");
  await stream.add({ ...evidence, source: { ...evidence.source, apiUrl: SERVER } });
  const files = diskFiles(stream.folder(1));

  const verdict = await verdictOn(stream.folder(1), SIGNER);
  const period = await verdictOver(root.path);
  const now = new Date("2026-06-01T12:00:00Z");
  const report = await reportedAt(path.join(root.path, "prod"), { isVerified: false });

  expect(period.exitCode).toBe(0);
  expect(runVerdictText(verdict, false).split("\n")[0]).toBe(SENTENCE);
  expect(periodHtml(report)).toContain(SENTENCE);
  expect(periodMarkdown(report)).toContain("This evidence is not from Datadog");
  expect(reportHtml(runReport(loadSignedRun(await readRunFolder(files))))).toContain(SENTENCE);
  const summary = watchSummary(
    { verdict: "fresh", exitCode: 0, findings: [], streams: period.streams, newest: null },
    { streams: [], isVerified: true, exitCode: 0, madeAt: formatTime(now), version: "" },
  );
  expect(summary).toContain("**prod**: This evidence is not from Datadog");
});

test("every page on streams of one name says their folders, sites and organisations", async () => {
  await using root = await temporaryFolder();
  const sites = { eu: "datadoghq.eu", us: "datadoghq.com" };
  for (const [folder, site] of Object.entries(sites)) {
    const stream = new WrittenStream(path.join(root.path, folder));
    const evidence = evidenceAt(folder === "eu" ? "2026-06-01T06:17:31Z" : "2026-06-02T06:17:31Z");
    const source = {
      ...evidence.source,
      site,
      apiUrl: `https://api.${site}`,
      organizationId: `org-${folder}`,
    };
    await stream.add({ ...evidence, source });
  }
  const now = new Date("2026-06-02T12:00:00Z");
  const streams = streamsAt(root.path);
  const trust = { keys: [readVerifyingKey(SIGNER.publicPem)] };

  const verified = await verdictOver(root.path, { now: now.toISOString() });
  const register = await loadRegister(streams, { trust, now });
  const reports = await Promise.all(
    streams.map(async (each) => {
      const options = { trust, asked: { from: null, to: null }, witness: null, now, folder: each.folder };
      return loadPeriodReport([each], options);
    }),
  );

  const style = { width: 200, paint: (_: unknown, text: string) => text };
  for (const page of [
    periodText(verified),
    periodVerdictJson(verified),
    registerText(register, style),
    registerMarkdown(register),
    registerHtml(register),
    registerCsv(register),
    reports.map((each) => periodHtml(each)).join("\n"),
    reports.map((each) => periodMarkdown(each)).join("\n"),
  ]) {
    const text = page.replaceAll(/<[^<>]*>|\\/g, "").replaceAll(/\s+/g, " ");
    for (const [folder, site] of Object.entries(sites)) {
      expect(text).toContain(`${folder}/prod`);
      expect(text).toContain(site);
      expect(text).toContain(`org-${folder}`);
    }
  }
});
