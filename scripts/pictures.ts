import { execFile } from "node:child_process";
import { glob, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";

import { chromium, type Browser } from "playwright-core";
import { z } from "zod";

import { Statement } from "../src/bundle/statement.ts";
import { sha256 } from "../src/evidence/digest.ts";
import { Evidence } from "../src/evidence/schema.ts";
import { shownPolicy } from "../src/policy/derive-policy.ts";
import { POLICY_NAME } from "../src/policy/schema.ts";
import { readVerifyingKey } from "../src/bundle/public-key.ts";
import { diskFiles } from "../src/platform/disk.ts";
import { runSummary } from "../src/report/job-summary/run.ts";
import { periodHtml } from "../src/report/period/document.ts";
import { loadPeriodReport } from "../src/report/period/load-report.ts";
import { locateStreams } from "../src/verify/stream/find-streams.ts";
import { htmlOf } from "../test/browser/markdown.ts";
import { FIXED_KEY } from "../test/golden/keys.ts";
import { writtenPeriod } from "../test/support/reported.ts";

/**
 * `node scripts/pictures.ts`, after `npm run build`: the pictures in docs/pictures. The period report, its calendar and
 * the page for auditors show an invented period with a fixed key and a fixed clock, so they change only with the
 * program and with the fonts of the machine. The job summary is that of the demo, whose times are those of today.
 */
const CHROMIUM = process.env["CHROMIUM"] ?? "/usr/bin/chromium";
const root = path.resolve(import.meta.dirname, "..");
const target = path.join(root, "docs/pictures");
const PERIOD_DAYS = 40;
const NOW = new Date("2026-07-11T09:00:00Z");
const TRUST = { keys: [readVerifyingKey(FIXED_KEY.publicPem)] };

const temp = await mkdtemp(path.join(os.tmpdir(), "datadog-evidence-pictures-"));
try {
  await promisify(execFile)(process.execPath, [path.join(root, "dist/cli.js"), "demo"], { cwd: temp });
  await mkdir(target, { recursive: true });
  const page = path.join(temp, "summary.html");
  await writeFile(page, await asPage(await demoSummary()));
  const repository = path.join(temp, "compliance-evidence");
  const report = path.join(temp, "report.html");
  await writtenPeriod(repository, PERIOD_DAYS, { by: FIXED_KEY });
  await writeFile(report, await periodReport(repository));
  await using browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const [name, file] of [
    ["report", report],
    ["summary", page],
  ] as const) {
    for (const colorScheme of ["light", "dark"] as const) {
      await using context = await browser.newContext({ viewport: { width: 1100, height: 700 }, colorScheme });
      const tab = await context.newPage();
      await tab.goto(pathToFileURL(file).href);
      await keep(`${name}-${colorScheme}`, await tab.screenshot({ type: "png" }));
      if (name === "report" && colorScheme === "light") {
        await keep("calendar", await tab.locator("#days").screenshot({ type: "png" }));
      }
    }
  }
  await keep("verify", await pageWithVerdict(browser, repository));
} finally {
  await rm(temp, { recursive: true, force: true });
}

async function keep(name: string, picture: Buffer): Promise<void> {
  await writeFile(path.join(target, `${name}.png`), picture);
  console.log(`docs/pictures/${name}.png: ${picture.length} bytes`);
}

/** The report on the invented period, verified. */
async function periodReport(folder: string): Promise<string> {
  const found = locateStreams(diskFiles(folder));
  if (found.kind === "run") throw new Error(`${folder} is a run folder`);
  const report = await loadPeriodReport(found.streams, {
    trust: TRUST,
    asked: { from: null, to: null },
    witness: null,
    now: NOW,
    folder: "compliance-evidence",
  });
  return periodHtml(report);
}

/** The page for auditors, with its answer on the same period. */
async function pageWithVerdict(browser: Browser, folder: string): Promise<Buffer> {
  const page = await browser.newPage({ viewport: { width: 1100, height: 740 } });
  await page.goto(pathToFileURL(path.join(root, "dist/verify.html")).href);
  const worker = page.workers()[0] ?? (await page.waitForEvent("worker"));
  await worker.evaluate(`{
    const RealDate = Date;
    globalThis.Date = class extends RealDate {
      constructor(...given) {
        super(...(given.length === 0 ? [${NOW.getTime()}] : given));
      }
      static now() {
        return ${NOW.getTime()};
      }
    };
  }`);
  await page.setInputFiles("#folder", folder);
  await page.fill("#key", FIXED_KEY.publicPem);
  await page.click("#run");
  await page.waitForSelector("#verdict[data-exit-code]");
  await page.evaluate('document.querySelector("#verdict").scrollIntoView()');
  const picture = await page.screenshot({ type: "png" });
  await page.close();
  return picture;
}

/** The job summary of the demo's last run. */
async function demoSummary(): Promise<string> {
  const cwd = path.join(temp, "demo-output/compliance-evidence");
  const files = (await Array.fromAsync(glob("demo/*/*/*/evidence.json", { cwd }))).toSorted();
  const file = path.join(cwd, files.at(-1) ?? "");
  const bytes = await readFile(file);
  const bundle = z
    .object({ dsseEnvelope: z.object({ payload: z.string() }) })
    .parse(JSON.parse(await readFile(file.replace(/json$/, "sigstore.json"), "utf8")));
  const payload = Buffer.from(bundle.dsseEnvelope.payload, "base64").toString();
  const evidence = Evidence.parse(JSON.parse(bytes.toString()));
  const policy = path.join(path.dirname(file), POLICY_NAME);
  return runSummary({
    evidence,
    policy: shownPolicy(evidence, evidence.policy === null ? undefined : await readFile(policy)),
    evidenceSha256: sha256(bytes),
    artifact: { name: "compliance-evidence-demo", id: 1, url: "https://github.com/northwind/platform" },
    reasons: [],
    hints: [],
    commit: null,
    attestation: {
      statement: Statement.parse(JSON.parse(payload)),
      signedBy: sha256("the demo's key"),
      signedAt: null,
    },
  });
}

/** The summary on a page that looks about as on GitHub. */
async function asPage(markdown: string): Promise<string> {
  return `<!doctype html><meta charset="utf-8"><style>
:root { color-scheme: light dark; --line: light-dark(#d1d9e0, #3d444d); }
body { font: 16px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; margin: 24px 32px;
  color: light-dark(#1f2328, #f0f6fc); background: light-dark(#fff, #0d1117); }
h2 { border-bottom: 1px solid var(--line); padding-bottom: .3em; } a { color: light-dark(#0969da, #4493f8); }
table { border-collapse: collapse; } th, td { border: 1px solid var(--line); padding: 6px 13px; }
blockquote { margin: 0; padding: 0 1em; border-left: .25em solid var(--line); }
li > p { margin: 0; }
</style>${await htmlOf(markdown)}`;
}
