import { realpath, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { diskFiles } from "../../platform/disk.ts";
import { RecordSpool } from "../../collectors/store/spool.ts";
import { readVerifyingKey } from "../../bundle/public-key.ts";
import { generateSigningKey } from "../../sign/signing-key.ts";
import type { Command } from "../command.ts";
import { loadPeriodReport } from "../../report/period/load-report.ts";
import { Failure } from "../../failure.ts";
import { collectorIdentity } from "../../run/identity.ts";
import { runGit } from "../../publish/git/git.ts";
import { ensureWritable } from "../../publish/write-folder.ts";
import { periodText } from "../../report/period/terminal.ts";
import { periodHtml } from "../../report/period/document.ts";
import type { PeriodReport } from "../../report/period/model.ts";
import { exitLine } from "../../report/job-summary/log-lines.ts";
import { locateStreams } from "../../verify/stream/find-streams.ts";
import type { TrustedKey } from "../../verify/trust/trust.ts";
import { runMonth } from "../../demo/month.ts";

const FOLDER = "demo-output";
const KEY_NAME = "signing-key.pub.pem";
const REPORT_NAME = "report.html";
const REPOSITORY_FOLDER = "compliance-evidence";

export const demoCommand: Command = {
  summary: "run a full demo against a built-in Datadog simulator",
  synopsis: "",
  flags: {},
  notes: [
    `Needs no account. Writes ${FOLDER}/ into the current folder and replaces what an earlier demo wrote there: ${REPOSITORY_FOLDER}/ (a git repository), ${KEY_NAME} and ${REPORT_NAME}.`,
  ],

  async run(_given, { dist, log, print, cancellation }) {
    // Computed at run time: the bundler would include a file whose path it can work out.
    const root = path.join(await realpath("."), FOLDER);
    const repository = path.join(root, REPOSITORY_FOLDER);
    // The files of an earlier demo go, and nothing else.
    await ensureWritable(root, "demo");
    for (const name of [REPOSITORY_FOLDER, KEY_NAME, REPORT_NAME]) {
      await rm(path.join(root, name), { recursive: true, force: true });
    }
    await gitInit(repository);
    const { privatePem, publicPem } = generateSigningKey(null);
    await writeFile(path.join(root, KEY_NAME), publicPem);

    const collector = collectorIdentity(dist);
    using spool = new RecordSpool();
    const { published, exit } = await runMonth(new Date(), {
      repository,
      signingKey: privatePem,
      collector: async () => collector,
      signal: cancellation(),
      spool,
      log,
    });
    log.info(exitLine(published.evidence, exit));
    if (exit.code !== 0) return exit.code;

    const trusted = readVerifyingKey(publicPem);
    const reported = await reportedMonth(repository, trusted);
    const { exitCode } = reported.verdict;
    print(`${periodText({ exitCode, streams: [reported.verdict], remarks: [] })}\n`);
    await writeFile(path.join(root, REPORT_NAME), periodHtml(reported));

    const folder = path.relative(process.cwd(), published.folder);
    const program = path.relative(process.cwd(), path.join(dist, "cli.js"));
    print(
      [
        `A month, signed, committed and verified: exit ${exitCode}, as expected: one day is missing, one is partial.`,
        `Open its report:      ${FOLDER}/${REPORT_NAME}`,
        `Open the last run:    ${folder}/evidence.json`,
        `Verify it all again:  node ${program} verify ${FOLDER}/${REPOSITORY_FOLDER} --key ${FOLDER}/${KEY_NAME}`,
        `Set up your own:      node ${program} init`,
        "",
      ].join("\n"),
    );
    return 0;
  },
};

/** The month, verified. One day is missing and one run is partial, so anything but exit 3 is a bug. */
async function reportedMonth(repository: string, trusted: TrustedKey): Promise<PeriodReport> {
  const found = locateStreams(diskFiles(repository));
  if (found.kind !== "streams") throw new Error("the demo's repository holds no stream");
  const reported = await loadPeriodReport(found.streams, {
    trust: { keys: [trusted] },
    asked: { from: null, to: null },
    witness: null,
    now: new Date(),
    folder: `${FOLDER}/${REPOSITORY_FOLDER}`,
  });
  if (reported.verdict.exitCode !== 3) {
    throw new Error("the demo's own evidence does not verify as it should");
  }
  return reported;
}

async function gitInit(folder: string): Promise<void> {
  try {
    await runGit(path.dirname(folder), ["init", "--quiet", "--initial-branch=main", folder]);
  } catch (error) {
    throw new Failure("input", "the demo needs git, but git is missing or could not create a repository", {
      hint: "install git 2.28 or newer",
      cause: error,
    });
  }
}
