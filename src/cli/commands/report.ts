import { ITEM_IDS, type Evidence, type Item } from "../../evidence/schema.ts";
import { Failure, failureLine } from "../../failure.ts";
import { keepHeapSmall } from "../../platform/heap.ts";
import { shownPolicy } from "../../policy/derive-policy.ts";
import { POLICY_NAME } from "../../policy/schema.ts";
import { slotsCsv } from "../../report/period/csv.ts";
import { periodHtml, periodMarkdown } from "../../report/period/document.ts";
import type { PeriodReport } from "../../report/period/model.ts";
import type { Separator } from "../../report/render/csv.ts";
import { reportHtml, reportMarkdown } from "../../report/render/page.ts";
import { loadSignedRun } from "../../report/run/load-report.ts";
import { runReport } from "../../report/run/report.ts";
import { recordsCsv, runCsv } from "../../report/run/csv.ts";
import { ITEM_NAMES } from "../../report/words.ts";
import { readRunFolder, readWholeEvidence, type RunFolder } from "../../verify/run/read-folder.ts";
import type { IndependentCopies } from "../../verify/stream/copies.ts";
import { locateStreams, type StreamFolder } from "../../verify/stream/find-streams.ts";
import type { Trust } from "../../verify/trust/trust.ts";
import { diskFiles } from "../../platform/disk.ts";
import { flagText } from "../../config/flags.ts";
import { loadTrustIfGiven, readOtherCopies, TRUST_FLAGS } from "../../config/trust.ts";
import { writeNewFile } from "../../setup/write-setup.ts";
import { argumentFailure, ONE_FOLDER, type Arguments, type Command } from "../command.ts";
import { loadPeriodReport } from "../../report/period/load-report.ts";
import { SEPARATOR_FLAG, separatorFrom } from "../options/separator.ts";
import { PERIOD_FLAGS, periodFrom, refusePeriodFlags } from "../options/period.ts";

const FORMATS = ["html", "md", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** A period in each format. */
const PERIOD_FORMATS = {
  html: periodHtml,
  md: periodMarkdown,
  csv: slotsCsv,
} as const satisfies Record<Format, (reported: PeriodReport, separator?: Separator) => string>;

export const reportCommand: Command = {
  summary: "show a run or a period as a page or a table",
  synopsis: "FOLDER [--format FORMAT] [flags]",
  words: ONE_FOLDER,
  flags: {
    format: { argument: "FORMAT", description: "html (default), md or csv." },
    item: {
      argument: "ID",
      description: `With csv: the records of ${ITEM_IDS.join(", ")}. Without it, the counts of the run.`,
    },
    ...SEPARATOR_FLAG,
    out: { argument: "FILE", description: "Write to FILE, which must not exist, instead of printing." },
    ...PERIOD_FLAGS,
    ...TRUST_FLAGS,
  },
  notes: [
    "FOLDER is the folder of a run, a stream, or a repository with one stream. The report of a run shows its content; verify checks whether the run is genuine. The report of a stream is verified if --key or another flag names what to trust; without one, the report says in large letters that it was not verified.",
    "The page contains no script and needs no network. CSV is UTF-8 with a byte order mark; text that a spreadsheet would take for a formula gets an apostrophe in front.",
  ],
  examples: [
    ["one run, to read, print or send", "datadog-evidence report RUN_FOLDER > report.html"],
    ["its monitors as a table", "datadog-evidence report RUN_FOLDER --format csv --item compliance-monitors"],
    ["a period for an auditor", "datadog-evidence report STREAM --from 2026-04-01 --to 2026-09-30 --key KEY"],
  ],

  async run(given, { print }) {
    keepHeapSmall();
    const asked = reportArguments(given);
    const [folder = ""] = given.words;
    const found = locateStreams(diskFiles(folder));
    if (found.kind === "run") refusePeriodFlags(given);
    const text =
      found.kind === "run"
        ? runReportText(await readRunFolder(diskFiles(folder)), asked)
        : await periodReportText(found.streams, { given, folder, asked });
    if (asked.out === undefined) print(text);
    else if (!(await writeNewFile(asked.out, text)))
      throw new Failure("input", `${asked.out} already exists`, { hint: "name another file, or remove it" });
    return 0;
  },
};

interface ReportArguments {
  readonly format: Format;
  readonly item: Item["id"] | undefined;
  readonly out: string | undefined;
  readonly separator: Separator | undefined;
}

/** Reads the flags. Throws one `Failure` that names every problem. */
function reportArguments(given: Arguments): ReportArguments {
  const said = { format: flagText(given, "format") ?? "html", item: flagText(given, "item") };
  const format = FORMATS.find((known) => known === said.format);
  const item = ITEM_IDS.find((known) => known === said.item);
  const problems = [
    ...(format === undefined ? [`--format is one of ${FORMATS.join(", ")}`] : []),
    ...(said.item !== undefined && item === undefined ? [`--item is one of ${ITEM_IDS.join(", ")}`] : []),
    ...(said.item !== undefined && format !== "csv" ? ["--item belongs to --format csv"] : []),
  ];
  if (format !== undefined && problems.length === 0)
    return { format, item, out: flagText(given, "out"), separator: separatorFrom(given, format) };
  throw argumentFailure("report", `report: ${problems.join("; ")}`);
}

async function periodReportText(
  streams: readonly StreamFolder[],
  { given, folder, asked }: { given: Arguments; folder: string; asked: ReportArguments },
): Promise<string> {
  if (asked.item !== undefined) {
    throw new Failure("input", "--item needs a run folder, and this is a stream", {
      hint: "name a run folder, or leave --item out",
    });
  }
  const now = new Date();
  const trust = await loadTrustIfGiven(given);
  const period = periodFrom(given, now);
  const witness = await copiesToCompare(given, { folder, trust });
  const reported = await loadPeriodReport(streams, { trust, asked: period, witness, now, folder });
  return PERIOD_FORMATS[asked.format](reported, asked.separator);
}

/** The copies that `--witness` names; null where it was not given. Throws where nothing is trusted. */
async function copiesToCompare(
  given: Arguments,
  { folder, trust }: { folder: string; trust: Trust | null },
): Promise<IndependentCopies | null> {
  const copies = flagText(given, "witness");
  if (copies === undefined) return null;
  if (trust !== null) return readOtherCopies(copies, { path: folder, trust });
  throw new Failure(
    "input",
    "witness: comparing copies needs a key or another flag that names what to trust",
    { hint: "name the public key of the people who signed: --key signing-key.pub.pem" },
  );
}

function runReportText(folder: RunFolder, { format, item, separator }: ReportArguments): string {
  if (item !== undefined) {
    const evidence = readWholeEvidence(folder);
    const policy = shownPolicy(evidence, folder.files.get(POLICY_NAME));
    return recordsCsv(listable(evidence, item), { evidence, policy, separator });
  }
  const run = loadSignedRun(folder);
  if (format === "csv") return runCsv(run, separator);
  return format === "html" ? reportHtml(runReport(run)) : reportMarkdown(runReport(run));
}

/** The item with its records. Throws if an empty table would look as if there were none. */
function listable({ items }: Evidence, id: Item["id"]): Item {
  const item = items.find((each) => each.id === id);
  if (item === undefined) {
    throw new Failure("input", `the run did not collect ${ITEM_NAMES[id]}`, { hint: "name another --item" });
  }
  const { status, reason } = item.collection;
  if (status === "complete" || item.records.length > 0) return item;
  throw new Failure(
    "input",
    `the ${ITEM_NAMES[id]} are ${status} and have no records, so an empty table would be misleading`,
    { hint: reason === null ? undefined : failureLine(reason) },
  );
}
