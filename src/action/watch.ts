import { stat } from "node:fs/promises";

import { DAY_MS, dayOf } from "../platform/time.ts";
import { loadTrust, readOtherCopies, TRUST_FLAGS } from "../config/trust.ts";
import type { FlagValues } from "../config/flags.ts";
import { explainError, Failure } from "../failure.ts";
import { diskFiles } from "../platform/disk.ts";
import { inputOf, Job } from "./job.ts";
import { logLine } from "../report/render/sanitize.ts";
import { watchSummary } from "../report/job-summary/watch.ts";
import { parsePeriod } from "../verify/period/range.ts";
import { NewestItems, registerOf, type Register } from "../report/register/register.ts";
import { verifyPeriod } from "../verify/period/verify-period.ts";
import { findStreams, type StreamFolder } from "../verify/stream/find-streams.ts";
import { freshnessFindings, worstFinding, type FreshnessReport } from "../verify/period/freshness.ts";
import { WATCH_INPUTS } from "./watch-inputs.ts";

/** The second watcher: fails its job when evidence is absent, stale, missing or broken. */
export async function runWatchAction(): Promise<void> {
  const job = new Job();
  try {
    const { report, register } = await checkFreshness(new Date());
    const unwritten = job.writeSummary(watchSummary(report, register));
    for (const { stream, words } of report.findings) job.log.warning(`${stream} ${words}`);
    job.setOutput("verdict", report.verdict);
    job.setOutput("exit-code", String(unwritten === null ? report.exitCode : 2));
    job.setOutput("newest", report.newest ?? "");
    const [first] = report.findings;
    if (unwritten !== null) job.fail(explainError(unwritten), 2);
    else if (report.exitCode === 0) job.log.info("evidence is there, genuine and fresh");
    else
      job.fail(logLine(`evidence is ${report.verdict}: ${first?.stream} ${first?.words}`), report.exitCode);
  } catch (error) {
    job.setOutput("verdict", "unchecked");
    job.setOutput("exit-code", "2");
    job.failWith(error, "Evidence is unchecked");
  }
  await job.finished();
}

/** The value of an input, or its default, or an empty text. */
function watchInput(name: string): string {
  return inputOf(process.env, name).trim() || (WATCH_INPUTS[name]?.default ?? "");
}

async function checkFreshness(
  now: Date,
): Promise<{ readonly report: FreshnessReport; readonly register: Register }> {
  // Names hold no comma, and other lists use commas, so both separate names.
  const names = wordsOf(watchInput("streams").replaceAll(",", " "));
  if (names.length === 0) {
    throw new Failure("input", "streams: is required", {
      hint: "name the streams that must be there, such as streams: prod",
    });
  }
  const start = watchInput("from");
  // `7d` is the day that was seven days ago.
  const days = /^(\d{1,4})d$/.exec(start)?.[1];
  const from = days === undefined ? start : dayOf(now.getTime() - Number(days) * DAY_MS);
  const asked = parsePeriod({ from, to: undefined }, now);
  const trust = await loadTrust({ flags: trustInputs() });
  const copies = watchInput("witness");
  const witness = copies === "" ? null : await readOtherCopies(copies, { path: watchInput("path"), trust });
  const streams = (await streamsAt(watchInput("path"))).filter(({ name }) => names.includes(name));
  const newest = new NewestItems();
  const verdict = await verifyPeriod(streams, { trust, asked, witness, now, visit: newest.visit });
  const findings = freshnessFindings(verdict, { names, now });
  const heads = verdict.streams.flatMap((stream) =>
    stream.newest === null ? [] : [stream.newest.collectedAt],
  );
  const oldestHead = heads.toSorted().at(0) ?? null;
  return {
    report: { ...worstFinding(findings), findings, streams: verdict.streams, newest: oldestHead },
    register: registerOf(streams, { verdicts: verdict.streams, newest, isVerified: true, now }),
  };
}

/** A repository without any stream is no reason to stop: that is what is watched for. */
async function streamsAt(folder: string): Promise<readonly StreamFolder[]> {
  const entry = await stat(folder).catch(() => null);
  if (!entry?.isDirectory()) {
    throw new Failure("unreadable", `path: ${folder} is no folder`, {
      hint: "check the evidence repository out before this step, and name its folder",
    });
  }
  const found = findStreams(diskFiles(folder));
  return found?.kind === "streams" ? found.streams : [];
}

/** The inputs that name what to trust, as the flags of `verify`. */
function trustInputs(): FlagValues["flags"] {
  const time = watchInput("require-time");
  if (time !== "true" && time !== "false") {
    throw new Failure("input", "require-time: must be true or false");
  }
  const texts = Object.keys(TRUST_FLAGS).map((name) => [name, watchInput(name) || undefined]);
  return { ...Object.fromEntries(texts), key: wordsOf(watchInput("key")), "require-time": time === "true" };
}

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== "");
}
