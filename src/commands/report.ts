import { writeFile } from "node:fs/promises";

import { Statement } from "../attest/statement.ts";
import { sha256 } from "../evidence/canonical.ts";
import { ITEM_IDS } from "../evidence/schema.ts";
import type { Item } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { markdownOfRun, reportOfRun } from "../report/of-run.ts";
import { recordsCsv, runsCsv } from "../report/run-csv.ts";
import { ITEM_NAMES } from "../report/run-words.ts";
import { BUNDLE_NAME, EVIDENCE_NAME, readRunFolder } from "../verify/run-folder.ts";
import type { RunFolder } from "../verify/run-folder.ts";
import { claimedPayload } from "../verify/signature.ts";
import { flag, oneRunFolder } from "./command.ts";
import type { Arguments, Command } from "./command.ts";
import { evidenceOf, wholeEvidenceOf } from "./evidence-file.ts";

const FORMATS = ["html", "md", "csv"] as const;
type Format = (typeof FORMATS)[number];

export const report: Command = {
  summary: "show a run as a page, or as a table for a spreadsheet",
  synopsis: "RUN_FOLDER [--format FORMAT] [flags]",
  flags: [
    ["--format FORMAT", "html (default), md, or csv"],
    ["--item ID", `with csv: the records of ${ITEM_IDS.join(", ")}; without it, the counts of the run`],
    ["--out FILE", "write to FILE, which must not exist, instead of printing"],
  ],
  notes: [
    "It shows what the run says; whether that is genuine is what verify answers.",
    "The page holds no script and asks nothing of the network. CSV is UTF-8 with a byte order mark; where a spreadsheet would take text for a formula, an apostrophe stands before it.",
  ].join("\n\n"),
  examples: [
    ["one page to read, print or send", "datadog-evidence report RUN_FOLDER > report.html"],
    ["the monitors as a table", "datadog-evidence report RUN_FOLDER --format csv --item compliance-monitors"],
  ],
  options: { format: { type: "string" }, item: { type: "string" }, out: { type: "string" } },

  async run(given, { print }) {
    const asked = askedOf(given);
    const text = await textOf(await readRunFolder(oneRunFolder(given, "report")), asked);
    if (asked.out === undefined) print(text);
    else await written(asked.out, text);
    return 0;
  },
};

interface Asked {
  readonly format: Format;
  readonly item: Item["id"] | undefined;
  readonly out: string | undefined;
}

/** What the flags ask for; all that is wrong with them at once. */
function askedOf(given: Arguments): Asked {
  const said = { format: flag(given, "format") ?? "html", item: flag(given, "item") };
  const format = FORMATS.find((known) => known === said.format);
  const item = ITEM_IDS.find((known) => known === said.item);
  const problems = [
    ...(format === undefined ? [`--format is one of ${FORMATS.join(", ")}`] : []),
    ...(said.item !== undefined && item === undefined ? [`--item is one of ${ITEM_IDS.join(", ")}`] : []),
    ...(said.item !== undefined && format !== "csv" ? ["--item belongs to --format csv"] : []),
  ];
  if (format !== undefined && problems.length === 0) return { format, item, out: flag(given, "out") };
  throw new Failure("input", `report: ${problems.join("; ")}`, {
    hint: "see: datadog-evidence report --help",
  });
}

async function textOf(folder: RunFolder, { format, item }: Asked): Promise<string> {
  if (item !== undefined) return recordsCsv(listable(folder, item));
  const evidence = evidenceOf(folder);
  const claimed = await claimedPayload(folder.files.get(BUNDLE_NAME));
  const parsed = Statement.safeParse(claimed?.statement);
  const statement = parsed.success ? parsed.data : null;
  if (format === "csv") {
    const bytes = folder.files.get(EVIDENCE_NAME) ?? Buffer.alloc(0);
    const sequence = statement?.predicate.sequence ?? null;
    return runsCsv([{ evidence, evidenceSha256: sha256(bytes), sequence }]);
  }
  const files = [...folder.files]
    .flatMap(([name, bytes]) => (name === BUNDLE_NAME ? [] : [{ name, bytes }]))
    .toSorted((a, b) => Number(b.name === EVIDENCE_NAME) - Number(a.name === EVIDENCE_NAME));
  const run = { evidence, files, statement, signedBy: claimed?.keyFingerprint ?? null };
  return format === "html" ? reportOfRun(run) : markdownOfRun(run);
}

/** The item with its records. Throws where an empty table would read as none there being any. */
function listable(folder: RunFolder, id: Item["id"]): Item {
  const item = wholeEvidenceOf(folder).items.find((each) => each.id === id);
  if (item === undefined) {
    throw new Failure("input", `the run did not collect ${ITEM_NAMES[id]}`, { hint: "name another --item" });
  }
  const { status, reason } = item.collection;
  if (status === "complete" || item.records.length > 0) return item;
  throw new Failure(
    "input",
    `the ${ITEM_NAMES[id]} are ${status} and have no records, so an empty table would say what nobody knows`,
    { hint: reason === null ? undefined : [reason.message, reason.hint].filter(Boolean).join("; ") },
  );
}

async function written(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text, { flag: "wx" });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    if (code === "EEXIST") {
      throw new Failure("input", `${file} exists already`, { hint: "name another file, or remove it" });
    }
    throw new Failure("input", `${file} cannot be written (${code})`, { cause: error });
  }
}
