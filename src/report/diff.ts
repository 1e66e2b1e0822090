import { changesBetween } from "../evidence/comparison/changes.ts";
import type { Evidence } from "../evidence/schema.ts";
import { differenceOf } from "../evidence/comparison/field-diff.ts";
import type { ChangedRecord, ItemDifference } from "../evidence/comparison/field-diff.ts";
import { findingName, monitorName, signalName } from "./record-order.ts";
import { ITEM_NAMES, sentence, sentenceCase } from "./words.ts";
import { obstaclesOf, remarksOn } from "./changes-in-words.ts";
import { logLine } from "./render/sanitize.ts";

/** A run as it was given for comparing. */
export interface Compared {
  readonly folder: string;
  readonly sha256: string;
  readonly evidence: Evidence;
}

/** Two runs, the earlier one first. */
export interface Diff {
  readonly before: Compared;
  readonly now: Compared;
}

const WIDTH = 80;
const MOST_LISTED = 20;
/** Where records begin, after their mark and kind. */
const INDENT = 14;

/** The differences for people, 80 columns wide; without `all` at most twenty of a kind. */
export function diffText({ before, now }: Diff, all: boolean): string {
  const isBackwards = before.evidence.collectedAt > now.evidence.collectedAt;
  const remarks = remarksOn(changesBetween(before, now.evidence));
  const items = differenceOf({ before: before.evidence, now: now.evidence });
  const lines = [
    "Compared as the files are; nothing here was verified.",
    runLine("A", before),
    runLine("B", now),
    ...(isBackwards ? ["B is the earlier of the two, so all of this reads backwards."] : []),
    ...(remarks.length === 0 ? [] : [""]),
    ...remarks.flatMap((remark) => wrapped(sentence(sentenceCase(remark)))),
    ...items.flatMap((item) => itemLines(item, all)),
  ];
  return `${lines.join("\n")}\n`;
}

/** The differences for programs: every record, every field. */
export function diffJson({ before, now }: Diff): string {
  const { nowSkipped, versions } = changesBetween(before, now.evidence);
  const items = differenceOf({ before: before.evidence, now: now.evidence });
  const answer = { verified: false, before: runOf(before), now: runOf(now), items, nowSkipped, versions };
  return `${JSON.stringify(answer, null, 2)}\n`;
}

function runOf({ folder, sha256, evidence }: Compared) {
  const { stream, collectedAt, run, outcome } = evidence;
  return {
    folder,
    sha256,
    stream: stream.name,
    collectedAt,
    run: { id: run.id, attempt: run.attempt },
    outcome,
  };
}

function runLine(label: string, { evidence, sha256 }: Compared): string {
  const { stream, collectedAt, outcome } = evidence;
  return `  ${label}  ${collectedAt}  ${short(stream.name, 20)}, ${outcome}, sha256 ${sha256.slice(0, 12)}`;
}

function itemLines(item: ItemDifference, all: boolean): readonly string[] {
  const name = sentenceCase(ITEM_NAMES[item.id]);
  const why = obstaclesOf(item);
  if (item.comparable === "no") return ["", ...wrapped(`${name}: not comparable, for ${why}.`)];
  const kinds = kindsOf(item);
  const unknown = kinds.flatMap(([, kind, records]) => (records === null ? [kind] : []));
  const some = kinds.flatMap(([mark, kind, records]) =>
    records === null || records.length === 0 ? [] : [{ mark, kind, records }],
  );
  const counts = some.map(({ kind, records }) => `${records.length} ${kind}`).join(", ");
  return [
    "",
    ...wrapped(`${name}: ${counts === "" ? "no difference" : counts}`),
    ...(unknown.length === 0 ? [] : wrapped(`Not known: ${unknown.join(", ")}.`)),
    ...(why === "" ? [] : wrapped(sentence(sentenceCase(why)))),
    ...((item.unresolved ?? []).length > 0
      ? ["Doubtful ones are gone too, but likely were not resolved."]
      : []),
    ...some.flatMap((kind) => recordLines(kind, all)),
  ];
}

type Kind = readonly [mark: string, kind: string, records: readonly ChangedRecord[] | null];

function kindsOf(item: ItemDifference): readonly Kind[] {
  const doubtful = new Set(item.unresolved);
  const gone = item.gone?.filter((record) => !doubtful.has(record)) ?? null;
  return [
    ["+", "new", plain(item.new)],
    ["+", "come late", plain(item.late)],
    ["-", item.id === "security-signals" ? "vanished" : "gone", plain(gone)],
    ["-", "doubtful", plain(item.unresolved ?? [])],
    ["~", "changed", item.changed],
    [" ", "left window", plain(item.left)],
  ];
}

function plain(records: readonly ChangedRecord["record"][] | null): readonly ChangedRecord[] | null {
  return records && records.map((record) => ({ record, fields: [] }));
}

function recordLines(
  {
    mark,
    kind,
    records,
  }: { readonly mark: string; readonly kind: string; readonly records: readonly ChangedRecord[] },
  all: boolean,
): readonly string[] {
  const shown = all ? records : records.slice(0, MOST_LISTED);
  const more = records.length - shown.length;
  const start = `${mark} ${kind}`.padEnd(INDENT);
  return [
    ...shown.flatMap((each) => changedLines(start, each)),
    ...(more > 0 ? [`${" ".repeat(INDENT)}and ${more} more ${kind}; --all lists them`] : []),
  ];
}

function changedLines(start: string, { record, fields }: ChangedRecord): readonly string[] {
  return [`${start}${inShort(record)}`, ...fieldLines(fields)];
}

/** One record on one line: how grave it is, which one, then what it is called. */
function inShort(record: ChangedRecord["record"]): string {
  const [grave, which, called] = partsOf(record);
  const start = `${short(grave, 9).padEnd(10)}${which}  `;
  return `${start}${short(called, WIDTH - INDENT - start.length)}`;
}

function partsOf(record: ChangedRecord["record"]): readonly [grave: string, which: string, called: string] {
  if ("triage" in record) return [record.severity, short(record.timestamp, 16, ""), signalName(record)];
  if ("verdict" in record) return [record.state, String(record.id), monitorName(record)];
  const resource = record.resource?.replace(/^hmac-sha256:/, "") ?? "no resource ";
  return [record.severity, short(resource, 12, ""), findingName(record)];
}

function fieldLines(fields: ChangedRecord["fields"]): readonly string[] {
  const width = Math.max(...fields.map(({ field }) => field.length)) + 2;
  const room = WIDTH - INDENT - 2 - width - " → ".length;
  return fields.map(({ field, before, now }) => {
    const [one, other] = [valueText(before), valueText(now)];
    const half = Math.floor(room / 2);
    // What one of them leaves free the other may use.
    const values = [
      short(one, Math.max(half, room - other.length)),
      short(other, Math.max(half, room - one.length)),
    ];
    return `${" ".repeat(INDENT + 2)}${field.padEnd(width)}${values.join(" → ")}`;
  });
}

function valueText(value: unknown): string {
  if (value === null) return "none";
  return logLine(typeof value === "string" ? value : JSON.stringify(value));
}

/** Text of others in so many columns. */
function short(text: string, room: number, more = "…"): string {
  const points = Array.from(logLine(text));
  return points.length > room ? `${points.slice(0, room - more.length).join("")}${more}` : points.join("");
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  for (const word of logLine(text).split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= WIDTH) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(lines.length === 0 ? word : `  ${short(word, WIDTH - 2)}`);
    }
  }
  return lines;
}
