import { sentenceCase } from "../../failure.ts";
import { csvTable, timeColumn, type Column, type Separator } from "../render/csv.ts";
import { logLine } from "../render/sanitize.ts";
import { wrapLabelled, wrapText } from "../render/wrap.ts";
import { controlsByFramework, ITEM_NAMES } from "../words.ts";
import {
  originOf,
  registerSentence,
  registerWord,
  runsInWords,
  sourceParts,
  verificationSentence,
} from "./document.ts";
import type { Register, RegisterItem, RegisterStream } from "./register.ts";

/** An item and the stream that it is of. */
interface RegisterRow {
  readonly stream: RegisterStream;
  readonly item: RegisterItem;
}

const COLUMNS: readonly Column<RegisterRow>[] = [
  ["stream", ({ stream }) => stream.name],
  ["folder", ({ stream }) => stream.folder],
  ["site", ({ stream }) => stream.site],
  ["organization", ({ stream }) => stream.organization],
  ["organization id", ({ stream }) => stream.verdict.organization],
  ["verified", ({ stream }) => stream.verified],
  ["item", ({ item }) => item.id],
  ["state", ({ item }) => item.state],
  ["status", ({ item }) => item.status],
  ["freshness", ({ item }) => item.freshness],
  ["counted", ({ item }) => item.counted],
  ["controls", ({ item }) => controlsByFramework(item.controls).join("; ")],
  timeColumn("collected at", ({ item }) => item.collectedAt),
  timeColumn("valid until", ({ item }) => item.validUntil),
  timeColumn("next due", ({ item }) => item.nextDue),
  ["not from Datadog", ({ stream }) => stream.verdict.notFromDatadog?.servers.join(", ") ?? ""],
  ["link", ({ item }) => item.link],
];

/** The register as CSV, a row for each item. */
export function registerCsv({ streams }: Register, separator?: Separator): string {
  const rows = streams.flatMap((stream) => stream.items.map((item) => ({ stream, item })));
  return csvTable(COLUMNS, rows, separator);
}

/** The register for programs. */
export function registerJson({ streams, exitCode, madeAt }: Register): string {
  const shown = streams.map(({ name, folder, site, organization, verified, verdict, items }) => ({
    name,
    folder,
    site,
    organization,
    organizationId: verdict.organization,
    verified,
    notFromDatadog: verdict.notFromDatadog,
    runs: verdict.runs.found,
    chain: { from: verdict.chain.from, to: verdict.chain.to },
    items,
  }));
  return `${JSON.stringify({ exitCode, madeAt, streams: shown }, null, 2)}\n`;
}

/** How lines are written for a terminal. */
interface TextStyle {
  readonly width: number;
  readonly paint: (tone: "good" | "bad" | "doubtful", text: string) => string;
}

/** The register for a terminal. */
export function registerText(register: Register, style: TextStyle): string {
  const { width, paint } = style;
  const tone = { 0: "good", 1: "bad", 2: "bad", 3: "doubtful" } as const;
  const lines = [
    ...originOf(register).flatMap((text) => wrapText(logLine(text), width)),
    paint(register.isVerified ? tone[register.exitCode] : "doubtful", registerWord(register)),
    ...wrapText(logLine(registerSentence(register)), width),
    ...wrapText(logLine(verificationSentence(register)), width),
    ...register.streams.flatMap((stream) => ["", ...streamLines(stream, style)]),
  ];
  return `${lines.join("\n")}\n`;
}

function streamLines(stream: RegisterStream, style: TextStyle): readonly string[] {
  const about = [
    stream.name,
    ...sourceParts(stream),
    runsInWords(stream),
    stream.verified ? "verified" : "not verified",
  ];
  return [
    ...wrapText(logLine(about.join(", ")), style.width),
    ...stream.items.flatMap((item) => itemLines(item, style)),
  ];
}

function itemLines(item: RegisterItem, { width, paint }: TextStyle): readonly string[] {
  const { freshness, state } = item;
  const controls = controlsByFramework(item.controls).join("; ");
  const facts = [
    `counted: ${item.counted}`,
    `controls: ${controls === "" ? "none" : controls}`,
    `collected ${item.collectedAt}, valid until ${item.validUntil}, next due ${item.nextDue}`,
    item.link,
  ];
  return [
    `  ${sentenceCase(ITEM_NAMES[item.id])}: ${state}, ${paint(freshness === "fresh" ? "good" : "bad", freshness)}`,
    ...facts.flatMap((fact) => wrapLabelled("", logLine(fact), { indent: 4, width })),
  ];
}
