import { isDayName } from "../../bundle/run-path.ts";
import { sha256 } from "../../evidence/digest.ts";
import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { readEvidence } from "../../evidence/files/reassembly.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { derivePolicy } from "../../policy/derive-policy.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import { diffJson, diffText, type Compared } from "../../report/diff.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import type { Arguments, Command } from "../command.ts";
import { findRunOfDay } from "./run-of-day.ts";

export const diffCommand: Command = {
  summary: "compare two runs, record by record",
  synopsis: "A B [--stream DIR] [--all] [--json]",
  words: { what: "two runs", count: 2 },
  flags: {
    stream: { argument: "DIR", description: "Folder of the stream in which to look up the days." },
    all: { description: "List every record, not only twenty of a kind." },
    json: { description: "Print every record and field as JSON." },
  },
  notes: [
    "A and B are two run folders, or two days such as 2026-11-22; of a day, its last run is compared. Shows what is new, gone and changed, field by field, and what came of each expectation.",
    "Compares the files as they are; verify checks whether they are genuine. Exit 0: compared, with or without differences. 2: error.",
  ],

  async run(given, { print }) {
    const [before, now] = await Promise.all(foldersOf(given).map(compareFolders));
    if (before === undefined || now === undefined) throw new Error("there are always two runs");
    const pair = { before, now };
    print(isFlagSet(given, "json") ? diffJson(pair) : diffText(pair, isFlagSet(given, "all")));
    return 0;
  },
};

function foldersOf(given: Arguments): readonly string[] {
  const { words } = given;
  const stream = flagText(given, "stream");
  if (stream !== undefined) return words.map((day) => findRunOfDay(stream, day));
  const day = words.find(isDayName);
  if (day !== undefined) {
    throw new Failure("input", `the run of ${day} cannot be found without its stream`, {
      hint: "name the folder of the stream: --stream compliance-evidence/prod",
    });
  }
  return words;
}

async function compareFolders(folder: string): Promise<Compared> {
  const { files } = await readRunFolder(diskFiles(folder));
  const read = readEvidence(files);
  if ("trouble" in read) throw new Failure("unreadable", `${folder}: ${read.trouble}`);
  const derived = derivePolicy(read.evidence, files.get(POLICY_NAME));
  if ("trouble" in derived) throw new Failure("unreadable", `${folder}: ${derived.trouble}`);
  const digest = sha256(files.get(EVIDENCE_NAME) ?? "");
  return { folder, sha256: digest, evidence: read.evidence, policy: derived.policy };
}
