import { readFile } from "node:fs/promises";

import { publicKey } from "../attest/key.ts";
import { Failure } from "../failure.ts";
import { logLine } from "../report/text.ts";
import { readRunFolder } from "../verify/run-folder.ts";
import { lyingAt } from "../verify/stream-folders.ts";
import type { TrustedKey } from "../verify/trust.ts";
import type { RunVerdict } from "../verify/verdict.ts";
import { verifyRun } from "../verify/verify-run.ts";
import { flagList, oneFolder } from "./command.ts";
import type { Command } from "./command.ts";
import { PERIOD_FLAGS, PERIOD_OPTIONS, refusePeriodFlags, verifyStreams } from "./verify-period.ts";

export const verify: Command = {
  summary: "check a run, a stream or a repository, offline",
  synopsis: "FOLDER --key PEM [--from DAY] [--to DAY] [--witness DIR] [--json]",
  flags: [
    ["--key PEM", "public key to trust; may be repeated"],
    ...PERIOD_FLAGS,
    ["--json", "print the verdict as JSON"],
  ],
  notes: [
    "Trust comes only from the keys you name, never from files beside the evidence.",
    "Exit 0: genuine and complete. 1: not genuine, or a run of the stream is missing.",
    "2: could not check. 3: genuine, but a run is not complete or a slot is without one.",
  ].join("\n"),
  options: { key: { type: "string", multiple: true }, json: { type: "boolean" }, ...PERIOD_OPTIONS },

  async run(given, { print, log }) {
    const path = oneFolder(given, "verify");
    const files = flagList(given, "key");
    if (files.length === 0) {
      throw new Failure("input", "no key was given, so nothing can be verified", {
        hint: "name the public key of the people who signed: --key signing-key.pub.pem",
      });
    }
    const keys = await Promise.all(files.map(trustedKey));
    const found = await lyingAt(path);
    if (found.kind === "streams") return verifyStreams(found, { given, trust: { keys }, print });
    refusePeriodFlags(given);
    const verdict = await verifyRun(await readRunFolder(path), { keys });
    const code = exitCode(verdict);
    print(given.flags["json"] === true ? asJson(verdict, code) : asText(verdict));
    for (const remark of verdict.remarks) log.info(logLine(`remark: ${remark}`));
    return code;
  },
};

async function trustedKey(file: string): Promise<TrustedKey> {
  let pem: string;
  try {
    pem = await readFile(file, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new Failure("unreadable", `the key ${file} cannot be read (${code})`, { cause: error });
  }
  return publicKey(pem);
}

function exitCode({ isUnknownType, run }: RunVerdict): number {
  if (isUnknownType) return 2;
  if (run === null) return 1;
  return run.evidence?.outcome === "complete" ? 0 : 3;
}

function asText(verdict: RunVerdict): string {
  const lines = verdict.findings.map(
    ({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(10)} ${logLine(detail)}`,
  );
  return `${[...lines, conclusion(verdict)].join("\n")}\n`;
}

function conclusion({ isUnknownType, run }: RunVerdict): string {
  if (isUnknownType) return "Not checked: the run is of a type that this version does not know.";
  if (run === null) return "Not genuine.";
  const { evidence, gap } = run;
  if (gap !== null) {
    return `Genuine: somebody declared the gap from ${gap.range.from} to ${gap.range.to} of stream ${gap.stream.name}.`;
  }
  if (evidence === null) return "Genuine.";
  const { stream, collectedAt, outcome } = evidence;
  const what = `evidence of stream ${stream.name}, collected ${collectedAt}`;
  return outcome === "complete"
    ? `Genuine and complete: ${what}.`
    : `Genuine, but the collection is ${outcome}: ${what}.`;
}

function verdictOf({ isGenuine, isUnknownType }: RunVerdict): "genuine" | "not-genuine" | "not-checked" {
  if (isUnknownType) return "not-checked";
  return isGenuine ? "genuine" : "not-genuine";
}

function asJson(verdict: RunVerdict, exit: number): string {
  const { findings, run, remarks } = verdict;
  const answer = {
    verdict: verdictOf(verdict),
    exitCode: exit,
    signedBy: run?.signedBy ?? null,
    run: run && {
      stream: run.statement.predicate.stream.name,
      collectedAt: run.statement.predicate.collectedAt,
      outcome: run.evidence?.outcome ?? null,
      id: run.statement.predicate.run.id,
      attempt: run.statement.predicate.run.attempt,
      sequence: run.statement.predicate.sequence,
    },
    checks: findings,
    remarks,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
