import { Statement } from "../attest/statement.ts";
import { reportOfRun } from "../report/of-run.ts";
import { BUNDLE_NAME, EVIDENCE_NAME, readRunFolder } from "../verify/run-folder.ts";
import { claimedPayload } from "../verify/signature.ts";
import { oneRunFolder } from "./command.ts";
import type { Command } from "./command.ts";
import { evidenceOf } from "./evidence-file.ts";

export const report: Command = {
  summary: "print a run as one HTML page",
  synopsis: "RUN_FOLDER > report.html",
  flags: [],
  notes:
    "The page holds no script and asks nothing of the network. It shows what the run says;\nwhether that is genuine is what verify answers.",
  options: {},

  async run(given, { print }) {
    const asked = oneRunFolder(given, "report");
    const folder = await readRunFolder(asked);
    const evidence = evidenceOf(folder);
    const claimed = await claimedPayload(folder.files.get(BUNDLE_NAME));
    const statement = Statement.safeParse(claimed?.statement);
    const files = [...folder.files].flatMap(([name, bytes]) =>
      name === BUNDLE_NAME ? [] : [{ name, bytes }],
    );
    print(
      reportOfRun({
        evidence,
        files: files.toSorted((a, b) => Number(b.name === EVIDENCE_NAME) - Number(a.name === EVIDENCE_NAME)),
        statement: statement.success ? statement.data : null,
        signedBy: claimed?.keyFingerprint ?? null,
      }),
    );
    return 0;
  },
};
