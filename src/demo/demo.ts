import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { execFile } from "node:child_process";
import { promisify } from "node:util";

import { generatedKey, publicKey } from "../attest/key.ts";
import { refuseWords } from "../commands/command.ts";
import type { Command } from "../commands/command.ts";
import { configOf } from "../config.ts";
import { Failure } from "../failure.ts";
import { collectorIdentity, runIdentity } from "../identity.ts";
import { LocalBranch } from "../publish/local-branch.ts";
import { ensureWritable } from "../publish/run-folder.ts";
import { verifyGuide } from "../report/guide.ts";
import { reportOfRun } from "../report/of-run.ts";
import { logLine } from "../report/text.ts";
import { run } from "../run.ts";
import { readRunFolder } from "../verify/run-folder.ts";
import { verifyRun } from "../verify/verify-run.ts";
import { organisation } from "./organisation.ts";
import { startDatadog } from "./server.ts";

const FOLDER = "demo-output";
const KEY_NAME = "signing-key.pub.pem";
const REPORT_NAME = "report.html";
const REPOSITORY = "compliance-evidence";

export const demo: Command = {
  summary: "do the whole job on an embedded Datadog, without an account",
  synopsis: "",
  flags: [],
  notes: `Leaves ${FOLDER}/ here, replaced each time, with ${REPOSITORY}/ (a git repository),\n${KEY_NAME} and ${REPORT_NAME}.`,
  options: {},

  async run(given, { dist, log, print, cancellation }) {
    refuseWords(given, "demo");
    const root = path.resolve(FOLDER);
    const repository = path.join(root, REPOSITORY);
    await emptied(root);
    await gitInit(repository);
    const { privatePem, publicPem } = generatedKey(null);
    await writeFile(path.join(root, KEY_NAME), publicPem);

    const northwind = organisation(new Date());
    await using datadog = await startDatadog(northwind);
    const config = configOf({
      "api-key": northwind.apiKey,
      "app-key": northwind.appKey,
      stream: "demo",
      organization: northwind.name,
      "signing-key": privatePem,
    });
    const { published, exit } = await run(config, {
      run: runIdentity({}, {}),
      collector: async () => collectorIdentity(dist),
      apiUrl: datadog.url,
      repository: new LocalBranch({ folder: repository, path: "." }),
      to: {
        out: null,
        artifact: null,
        guide: verifyGuide(),
        companions: () => [],
      },
      signal: cancellation(),
      now: () => new Date(),
      log,
    });
    for (const reason of exit.reasons) log.warning(logLine(reason));
    if (exit.code !== 0) return exit.code;

    const trusted = publicKey(publicPem);
    const verdict = await verifyRun(await readRunFolder(published.folder), { keys: [trusted] });
    if (!verdict.isGenuine) throw new Error("the demo's own evidence does not verify");
    const { evidence, files, attestation } = published;
    const page = reportOfRun({
      evidence,
      files,
      statement: attestation?.statement ?? null,
      signedBy: trusted.fingerprint,
    });
    await writeFile(path.join(root, REPORT_NAME), page);

    const folder = path.relative(process.cwd(), published.folder);
    const program = path.relative(process.cwd(), path.join(dist, "cli.js"));
    print(
      [
        `Collected, signed, committed and verified: ${verdict.findings.length} checks hold.`,
        `Open the report:    ${FOLDER}/${REPORT_NAME}`,
        `Open the evidence:  ${folder}/evidence.json`,
        `Verify it again:    node ${program} verify ${folder} --key ${FOLDER}/${KEY_NAME}`,
        `With your own keys: DD_API_KEY=… DD_APP_KEY=… DD_SITE=datadoghq.eu node ${program} collect --signing-key signing-key.pem --out evidence`,
        "",
      ].join("\n"),
    );
    return 0;
  },
};

/** Removes what an earlier demo left, and nothing else. */
async function emptied(root: string): Promise<void> {
  await ensureWritable(root, "demo");
  for (const name of [REPOSITORY, KEY_NAME, REPORT_NAME]) {
    await rm(path.join(root, name), { recursive: true, force: true });
  }
}

async function gitInit(folder: string): Promise<void> {
  try {
    await promisify(execFile)("git", ["init", "--quiet", "--initial-branch=main", folder]);
  } catch (error) {
    throw new Failure("input", "the demo needs git, which is missing or could not make a repository", {
      hint: "install git 2.28 or newer",
      cause: error,
    });
  }
}
