import { readdir } from "node:fs/promises";
import path from "node:path";

import { fileOf } from "../../evidence/file.ts";
import { BUNDLE_NAME } from "../../evidence/files/evidence-files.ts";
import { Failure, errorCode } from "../../failure.ts";
import { writeOnce, writeRunFolder } from "../../publish/write-folder.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { periodHtml } from "../../report/period/document.ts";
import type { PeriodReport } from "../../report/period/model.ts";
import { diskFiles } from "../../platform/disk.ts";
import { isRunFile, readRunFolder } from "../../verify/run/read-folder.ts";
import { selectRuns, datesWithoutRun, SAMPLE_NAME, lotSeed } from "../../verify/stream/sample.ts";
import type { Sample } from "../../verify/stream/sample.ts";
import { locateStreams, type StreamFolder } from "../../verify/stream/find-streams.ts";
import { flagText } from "../../config/flags.ts";
import { loadTrust, TRUST_FLAGS } from "../../config/trust.ts";
import { argumentFailure, ONE_FOLDER, type Arguments, type Command } from "../command.ts";
import { loadPeriodReport } from "../../report/period/load-report.ts";
import { periodFrom } from "../options/period.ts";
import { isCount, listDays } from "../../verify/stream/selection.ts";

export const sampleCommand: Command = {
  summary: "write a folder with the runs that an auditor chose",
  synopsis: "STREAM --out DIR (--dates DAYS | --count N --nonce TEXT) --key PEM",
  words: ONE_FOLDER,
  flags: {
    out: { argument: "DIR", description: "Write the sample to DIR, which must be empty or not exist." },
    dates: { argument: "DAYS", description: "The days that the auditor named, separated by commas." },
    count: { argument: "N", description: "Number of runs to draw at random." },
    nonce: {
      argument: "TEXT",
      description: "With --count: a text that the auditor chose, so that nobody can steer the draw.",
    },
    from: { argument: "DAY", description: "Start of the period, a UTC date or time." },
    to: { argument: "DAY", description: "End of the period, a UTC date, which is included, or time." },
    ...TRUST_FLAGS,
  },
  notes: [
    "The sample contains the signed statement of every run of the period and of the runs before and after it, the evidence of the chosen runs, sample.json, report.html and VERIFY.md. The period is verified first; a period that is not genuine gives no sample.",
    "The draw can be repeated: seed = sha256 of the last statement, a newline and the nonce; the runs with the smallest sha256 of seed, newline and statement are chosen. verify repeats it.",
  ],
  examples: [
    ["25 runs of half a year", "datadog-evidence sample prod --count 25 --nonce 4711 --out sample --key KEY"],
  ],

  async run(given, { print, log }) {
    const [folder = ""] = given.words;
    const { out, wish } = sampleArguments(given);
    const trust = await loadTrust(given);
    const now = new Date();
    const asked = periodFrom(given, now);
    const found = locateStreams(diskFiles(folder));
    if (found.kind === "run")
      throw new Failure("input", `${folder} is one run, so there is nothing to choose`);
    await ensureEmpty(out);

    const { streams } = found;
    const reported = await loadPeriodReport(streams, { trust, asked, witness: null, now, folder });
    const drawn = drawSample(reported, wish);
    const [stream] = streams;
    if (stream === undefined) throw new Error("a report was made of no stream");
    await writeSample(out, { stream, reported, drawn });
    const { runs, population, without } = drawn;
    print(`${out}: the evidence of ${runs.length} of ${population} runs\n`);
    for (const date of without)
      log.warning(`no run was collected on ${date}, so the sample has none of that day`);
    return without.length > 0 ? 3 : 0;
  },
};

/** What the auditor named. */
type SampleWish =
  | { readonly kind: "dates"; readonly dates: readonly string[] }
  | { readonly kind: "nonce"; readonly nonce: string; readonly count: number };

/** Reads the flags. Throws one `Failure` that names every problem. */
function sampleArguments(given: Arguments): { readonly out: string; readonly wish: SampleWish } {
  const out = flagText(given, "out");
  const named = flagText(given, "dates");
  const dates = named === undefined ? undefined : listDays(named);
  const nonce = flagText(given, "nonce");
  const count = flagText(given, "count");
  const isLot = nonce !== undefined || count !== undefined;
  const problems = [
    ...(out === undefined || out === "" ? ["name a folder with --out DIR"] : []),
    ...(dates === undefined && !isLot ? ["name --dates, or --count and --nonce"] : []),
    ...(dates !== undefined && isLot ? ["--dates and --count exclude one another"] : []),
    ...(dates === null ? ["--dates is a list of days such as 2026-04-01,2026-05-17"] : []),
    ...(isLot && !isCount(count ?? "") ? ["--count is a number of runs"] : []),
    ...(isLot && !/^[^\p{C}]{1,200}$/u.test(nonce ?? "")
      ? ["--nonce is one line of at most 200 characters"]
      : []),
  ];
  if (problems.length > 0 || out === undefined) {
    throw argumentFailure("sample", `sample: ${problems.join("; ")}`);
  }
  if (dates) return { out, wish: { kind: "dates", dates } };
  return { out, wish: { kind: "nonce", nonce: nonce ?? "", count: Number(count) } };
}

/** Draws the sample. Throws if the period is not genuine or has no run to choose. */
function drawSample({ verdict, runs }: PeriodReport, wish: SampleWish): Sample {
  const { exitCode, period, last, problems, unchecked } = verdict;
  if (exitCode === 1 || exitCode === 2) {
    const [first] = problems;
    const why = first?.detail ?? unchecked[0]?.why ?? "there is no run";
    throw new Failure("not-genuine", `the period does not verify, so no sample is made: ${why}`, {
      hint: "see: datadog-evidence verify",
    });
  }
  const population = runs.filter(({ outcome }) => outcome !== null);
  if (period === null || last === null || population.length === 0) {
    throw new Failure("input", "the period has no run to choose", {
      hint: "name other days with --from and --to",
    });
  }
  const head = last.statement;
  const chosenBy: Sample["chosenBy"] =
    wish.kind === "dates"
      ? { kind: "dates", dates: [...wish.dates] }
      : { ...wish, seed: lotSeed(head, wish.nonce) };
  const choosable = population.map((run) => ({
    place: run.place,
    statement: run.statementSha256,
    contentSha256: run.contentSha256,
    collectedAt: Date.parse(run.collectedAt),
  }));
  return {
    schema: "datadog-evidence-sample/v1",
    stream: verdict.stream,
    period,
    head,
    population: population.length,
    chosenBy,
    runs: selectRuns(choosable, { head, chosenBy })
      .map(({ place, statement, contentSha256 }) => ({ run: place, statement, evidence: contentSha256 }))
      .toSorted((a, b) => (a.run < b.run ? -1 : 1)),
    without: chosenBy.kind === "dates" ? [...datesWithoutRun(choosable, chosenBy.dates)] : [],
  };
}

async function writeSample(
  out: string,
  { stream, reported, drawn }: { stream: StreamFolder; reported: PeriodReport; drawn: Sample },
): Promise<void> {
  const places = new Set(drawn.runs.map(({ run }) => run));
  for (const run of [...reported.runs, ...reported.neighbours]) {
    const { files } = await readRunFolder(stream.files, run.place);
    // A chosen run or a declared gap has all its signed files, any other run only its bundle.
    const isWhole = run.outcome === null || places.has(run.place);
    const kept = [...files].filter(([name]) => name === BUNDLE_NAME || (isWhole && isRunFile(name)));
    await writeRunFolder(
      path.join(out, stream.name, run.place),
      kept.map(([name, bytes]) => fileOf(name, bytes)),
    );
  }
  await writeOnce(path.join(out, SAMPLE_NAME), `${JSON.stringify(drawn, null, 2)}\n`);
  await writeOnce(path.join(out, "report.html"), periodHtml(reported));
  await writeOnce(path.join(out, "VERIFY.md"), verifyGuide());
}

async function ensureEmpty(folder: string): Promise<void> {
  const entries = await readdir(folder).catch((error: unknown) => {
    if (errorCode(error) === "ENOENT") return [];
    throw new Failure("input", `out: ${folder} is no folder that can be written`, { cause: error });
  });
  if (entries.length > 0) {
    throw new Failure("input", `out: ${folder} is not empty`, {
      hint: "name a folder that does not exist yet",
    });
  }
}
