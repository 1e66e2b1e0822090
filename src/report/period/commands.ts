import type { PeriodReport } from "./model.ts";
import { shellWord } from "../render/shell.ts";

/** What stands beside the commands. */
export const EXPLAINED = {
  lead: "Offline, with tools we did not write. This page is only a way to read the records; where they differ, the records are right.",
  single: "One record, with openssl, jq and coreutils",
  compare:
    "Get the public key, or the names of workflow and repository, by another way than this repository. What this page says of them is not proof:",
} as const;

/** The command that checks the period offline, and what it will answer. */
export function verifyLines({ verdict, folder }: PeriodReport): readonly string[] {
  const { period, signers } = verdict;
  const isKey = signers.every(({ value }) => /^[0-9a-f]{64}$/v.test(value));
  const trust = isKey
    ? "--key signing-key.pub.pem"
    : "--trusted-root trusted_root.jsonl --identity WORKFLOW --issuer ISSUER";
  return [
    `datadog-evidence verify ${shellWord(folder)} \\`,
    ...(period === null ? [] : [`  --from ${period.from} --to ${period.to} \\`]),
    `  ${trust}`,
    `# ${EXPECTED[verdict.exitCode]}`,
  ];
}

const EXPECTED = {
  0: "exit code 0: genuine and complete",
  1: "exit code 1: not genuine",
  2: "exit code 2: could not be checked in full",
  3: "exit code 3: genuine, but a run is not complete or a slot is missing or declared",
} as const;
