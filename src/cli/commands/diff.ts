import { sha256 } from "../../evidence/digest.ts";
import { EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { evidenceIn } from "../../evidence/files/reassembly.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { diffJson, diffText } from "../../report/diff.ts";
import type { Compared } from "../../report/diff.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { flag } from "../command.ts";
import type { Arguments, Command } from "../command.ts";
import { isDay, runOfDay } from "./run-of-day.ts";

export const diff: Command = {
  summary: "compare two runs, record by record",
  synopsis: "A B [--stream DIR] [--all] [--json]",
  flags: [
    ["--stream DIR", "folder of the stream in which the days are looked up"],
    ["--all", "list every record, not only twenty of a kind"],
    ["--json", "print every record and field as JSON"],
  ],
  notes: [
    "A and B are two run folders, or two days such as 2026-11-22 whose last runs count.",
    "Shows what is new, gone and changed, field by field. It compares the files as they",
    "are; whether they are genuine is what verify answers. Exit 0: compared, whatever the",
    "differences. 2: could not.",
  ].join("\n"),
  options: { stream: { type: "string" }, all: { type: "boolean" }, json: { type: "boolean" } },

  async run(given, { print }) {
    const [before, now] = await Promise.all((await foldersOf(given)).map(compared));
    if (before === undefined || now === undefined) throw new Error("there are always two runs");
    const pair = { before, now };
    print(given.flags["json"] === true ? diffJson(pair) : diffText(pair, given.flags["all"] === true));
    return 0;
  },
};

async function foldersOf(given: Arguments): Promise<readonly string[]> {
  const { words } = given;
  const stream = flag(given, "stream");
  if (words.length !== 2) {
    throw new Failure("input", "diff takes two runs", { hint: "see: datadog-evidence diff --help" });
  }
  if (stream !== undefined) {
    const folders: string[] = [];
    for (const day of words) folders.push(await runOfDay(stream, day));
    return folders;
  }
  const day = words.find(isDay);
  if (day !== undefined) {
    throw new Failure("input", `nothing says in which stream to look for the run of ${day}`, {
      hint: "name the folder of the stream: --stream compliance-evidence/prod",
    });
  }
  return words;
}

async function compared(folder: string): Promise<Compared> {
  const { files } = readRunFolder(diskFiles(folder));
  const read = evidenceIn(files);
  if ("trouble" in read) throw new Failure("unreadable", `${folder}: ${read.trouble}`);
  return { folder, sha256: sha256(files.get(EVIDENCE_NAME) ?? ""), evidence: read.evidence };
}
