import { readFile } from "node:fs/promises";

import { publicKey } from "../attest/key.ts";
import { Failure } from "../failure.ts";
import { logLine } from "../report/text.ts";
import { readRunFolder } from "../verify/run-folder.ts";
import type { TrustedKey } from "../verify/signature.ts";
import { verifyRun } from "../verify/verify-run.ts";
import type { RunVerdict } from "../verify/verify-run.ts";
import { flagList, oneRunFolder } from "./command.ts";
import type { Command } from "./command.ts";

export const verify: Command = {
  summary: "check a run folder, offline",
  synopsis: "RUN_FOLDER --key PEM [--key PEM…] [--json]",
  flags: [
    ["--key PEM", "public key to trust; may be repeated"],
    ["--json", "print the verdict as JSON"],
  ],
  notes: [
    "Trust comes only from the keys you name, never from files beside the evidence.",
    "Exit 0: genuine and complete. 1: not genuine. 2: could not check. 3: genuine, but",
    "the run is not complete.",
  ].join("\n"),
  options: { key: { type: "string", multiple: true }, json: { type: "boolean" } },

  async run(given, { print, log }) {
    const path = oneRunFolder(given, "verify");
    const files = flagList(given, "key");
    if (files.length === 0) {
      throw new Failure("input", "no key was given, so nothing can be verified", {
        hint: "name the public key of the people who signed: --key signing-key.pub.pem",
      });
    }
    const keys = await Promise.all(files.map(trustedKey));
    const verdict = await verifyRun(await readRunFolder(path), keys);
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

function exitCode({ isGenuine, isUnknownType, evidence }: RunVerdict): number {
  if (isUnknownType) return 2;
  if (!isGenuine) return 1;
  return evidence?.outcome === "complete" ? 0 : 3;
}

function asText(verdict: RunVerdict): string {
  const lines = verdict.findings.map(
    ({ check, ok, detail }) => `${ok ? "✓" : "×"} ${check.padEnd(10)} ${logLine(detail)}`,
  );
  return `${[...lines, conclusion(verdict)].join("\n")}\n`;
}

function conclusion({ isGenuine, isUnknownType, evidence }: RunVerdict): string {
  if (isUnknownType) return "Not checked: the run is of a type that this version does not know.";
  if (!isGenuine || evidence === null) return "Not genuine.";
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
  const { findings, evidence, statement, signedBy, remarks } = verdict;
  const answer = {
    verdict: verdictOf(verdict),
    exitCode: exit,
    signedBy,
    run: evidence && {
      stream: evidence.stream.name,
      collectedAt: evidence.collectedAt,
      outcome: evidence.outcome,
      id: evidence.run.id,
      attempt: evidence.run.attempt,
      sequence: statement?.predicate.sequence ?? null,
    },
    checks: findings,
    remarks,
  };
  return `${JSON.stringify(answer, null, 2)}\n`;
}
