import { code, digest, groupDigits, name, phrase, time } from "../../render/phrases.ts";
import { columns, commands, heading, paragraph, section, type Block } from "../../render/renderer.ts";
import { shellWord } from "../../render/shell.ts";
import { sectionHead } from "../contents.ts";
import type { PeriodReport } from "../model.ts";
import { quantityOf } from "../../words.ts";

const EXPECTED = {
  0: "exit code 0: genuine and complete",
  1: "exit code 1: not genuine",
  2: "exit code 2: could not be checked in full",
  3: "exit code 3: genuine, but a run is not complete or a slot is missing, declared or not covered",
} as const;

/** The commands that check the period offline. */
export function verificationSection(report: PeriodReport): Block {
  const { signers, last } = report.verdict;
  const ordinal = last === null || last.sequence === null ? "" : `, no. ${groupDigits(last.sequence)}`;
  return section(
    {
      ...sectionHead("verify"),
      lead: "Offline, with our program or with tools that others wrote. This page only shows the records; where the two differ, the records are right.",
    },
    [
      columns(
        [
          heading("The period"),
          commands(verifyCommand(report)),
          paragraph(
            phrase`Add ${code("--witness DIR")} with downloaded artifacts or another clone: only an independent copy shows that history was not rewritten.`,
          ),
          heading("One record, with openssl, jq and coreutils"),
          paragraph(
            phrase`${code("VERIFY.md")}, beside the streams, has the commands. They work in every run folder.`,
          ),
        ],
        [
          heading("What to compare"),
          paragraph(
            "Get the public key, or the names of workflow and repository, from somewhere else than this repository. What this page says of them is not proof.",
          ),
          ...signers.map(({ value, from, runs }) => {
            const about = report.keysInWords.get(value);
            const keyOf = about === undefined ? "" : phrase`; by your keys file: ${name(about)}`;
            return paragraph(phrase`${name(value)}, ${quantityOf(runs, "run")} from ${time(from)}${keyOf}`);
          }),
          ...(last === null
            ? []
            : [
                paragraph(
                  `SHA-256 of the last statement of the period${ordinal}. In a chain it covers all statements before it.`,
                ),
                paragraph(digest(last.statement)),
              ]),
        ],
      ),
    ],
  );
}

/** The command that checks the period offline, and its answer. */
function verifyCommand({ verdict, folder }: PeriodReport): readonly string[] {
  const { period, signers, exitCode } = verdict;
  const isKey = signers.every(({ value }) => /^[0-9a-f]{64}$/v.test(value));
  const trust = isKey
    ? "--key signing-key.pub.pem"
    : "--trusted-root trusted_root.jsonl --identity WORKFLOW --issuer ISSUER";
  return [
    `npx datadog-evidence verify ${shellWord(folder)} \\`,
    ...(period === null ? [] : [`  --from ${period.from} --to ${period.to} \\`]),
    `  ${trust}`,
    `# ${EXPECTED[exitCode]}`,
  ];
}
