import { paintVerdict } from "../terminal-style.ts";
import { diskFiles } from "../../platform/disk.ts";
import { keepHeapSmall } from "../../platform/heap.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { runVerdictJson, runVerdictText } from "../../report/run/verdict-text.ts";
import { periodText, periodVerdictJson } from "../../report/period/terminal.ts";
import { verifyPeriod } from "../../verify/period/verify-period.ts";
import { exitCodeOf } from "../../verify/run/verdict.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import { verifyRun } from "../../verify/run/verify-run.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import {
  loadTrustTexts,
  readOtherCopies,
  trustFilesWithin,
  TRUST_FLAGS,
  TRUST_NOTES,
} from "../../config/trust.ts";
import { ONE_FOLDER, type Command } from "../command.ts";
import {
  PERIOD_FLAGS,
  periodFrom,
  refusePeriodFlags,
  SAMPLE_FLAGS,
  selectionFrom,
} from "../options/period.ts";
import { threadedVerifier } from "../verify-threads.ts";
import { readTrust } from "../../verify/trust/read-trust.ts";

export const verifyCommand: Command = {
  summary: "check a run, a stream or a repository, offline",
  synopsis: "FOLDER (--key … | --keys … | --issuer …) [flags]",
  words: ONE_FOLDER,
  flags: {
    ...TRUST_FLAGS,
    ...PERIOD_FLAGS,
    ...SAMPLE_FLAGS,
    "require-expectations": {
      description: "Exit with 3 unless every run has a policy and every expectation is met or accepted.",
    },
    json: { description: "Print the verdict as JSON." },
  },
  notes: [
    TRUST_NOTES,
    "Exit 0: genuine and complete. 1: not genuine, or a run was removed from the chain. 2: error, nothing was decided. 3: genuine, but a run is not complete or was signed late, or a slot has no run.",
  ],

  async run(given, { dist, print, log, paint }) {
    keepHeapSmall();
    const [path = ""] = given.words;
    const texts = await loadTrustTexts(given);
    const trust = await readTrust(texts);
    for (const file of await trustFilesWithin(given, path)) {
      log.warning(
        logLine(
          `${file} is inside the evidence, so anyone who forges the evidence can change it; get it from somewhere else`,
        ),
      );
    }
    const isJson = isFlagSet(given, "json");
    const requiresExpectations = isFlagSet(given, "require-expectations");
    const found = locateStreams(diskFiles(path));
    if (found.kind === "streams") {
      const verifyRuns = threadedVerifier({ dist, folder: path, texts });
      const { streams, isWhole, skipped } = found;
      const now = new Date();
      const asked = periodFrom(given, now);
      const copies = flagText(given, "witness");
      const witness = copies === undefined ? null : await readOtherCopies(copies, { path, trust });
      const verdict = await verifyPeriod(streams, {
        now,
        asked,
        witness,
        selection: selectionFrom(given),
        trust,
        verifyRuns,
        requiresExpectations,
        isWhole,
        skipped,
      });
      print(isJson ? periodVerdictJson(verdict) : paintVerdict(periodText(verdict), paint));
      return verdict.exitCode;
    }
    refusePeriodFlags(given);
    const verdict = await verifyRun(await readRunFolder(diskFiles(path)), trust);
    print(
      isJson
        ? runVerdictJson(verdict, requiresExpectations)
        : paintVerdict(runVerdictText(verdict, requiresExpectations), paint),
    );
    for (const remark of verdict.remarks) log.info(logLine(`remark: ${remark}`));
    return exitCodeOf(verdict, requiresExpectations);
  },
};
