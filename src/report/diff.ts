import { sentenceCase } from "../failure.ts";
import { compareFields, type ChangedRecord, type ItemDifference } from "../evidence/comparison/field-diff.ts";
import { deriveRunChanges, type EarlierRun } from "../policy/run-changes.ts";
import { GIVEN_BY_THE_RUN } from "../policy/describe-result.ts";
import { compareResults, pairResults, type ResultDifference } from "./diff-expectations.ts";
import { recordName } from "./record-names.ts";
import { ITEM_NAMES, sentence } from "./words.ts";
import { obstaclesOf, remarksOn } from "./changes-in-words.ts";
import { logLine } from "./render/sanitize.ts";
import { WIDTH, wrapText } from "./render/wrap.ts";

/** A run that the user named for a comparison. */
export interface Compared extends EarlierRun {
  readonly folder: string;
}

/** Two runs, the earlier one first. */
export interface Diff {
  readonly before: Compared;
  readonly now: Compared;
}

const MOST_LISTED = 20;
/** Where records begin, after their mark and kind. */
const LABEL_COLUMNS = 14;

/** The differences as text, 80 columns wide; without `all` at most twenty of a kind. */
export function diffText({ before, now }: Diff, all: boolean): string {
  const isBackwards = before.evidence.collectedAt > now.evidence.collectedAt;
  const remarks = remarksOn(deriveRunChanges(before, now));
  const items = compareFields({ before: before.evidence, now: now.evidence });
  const lines = [
    "The files were compared as they are; nothing was verified.",
    runLine("A", before),
    runLine("B", now),
    ...(isBackwards ? ["B is earlier than A, so the comparison runs backwards in time."] : []),
    ...(remarks.length === 0 ? [] : [""]),
    ...remarks.flatMap((remark) => hangingLines(sentence(remark))),
    ...expectationDiffLines(compareResults(pairResults(before.evidence, now.evidence)), all),
    ...items.flatMap((item) => itemDiffLines(item, all)),
  ];
  return `${lines.join("\n")}\n`;
}

/** The differences as JSON: every record, every field. */
export function diffJson({ before, now }: Diff): string {
  const { nowSkipped, versions, policy } = deriveRunChanges(before, now);
  const items = compareFields({ before: before.evidence, now: now.evidence });
  const answer = {
    verified: false,
    before: runOf(before),
    now: runOf(now),
    expectations: pairResults(before.evidence, now.evidence),
    items,
    nowSkipped,
    versions,
    policy,
  };
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
  return `  ${label}  ${collectedAt}  ${shorten(stream.name, 20)}, ${outcome}, sha256 ${sha256.slice(0, 12)}`;
}

function itemDiffLines(item: ItemDifference, all: boolean): readonly string[] {
  const name = sentenceCase(ITEM_NAMES[item.id]);
  const reasons = obstaclesOf(item);
  if (item.comparable === "no") return ["", ...hangingLines(`${name}: not comparable: ${reasons}.`)];
  const kinds = kindsOf(item);
  const unknown = kinds.flatMap(([, kind, records]) => (records === null ? [kind] : []));
  const some = kinds.flatMap(([mark, kind, records]) =>
    records === null || records.length === 0 ? [] : [{ mark, kind, records }],
  );
  const counts = some.map(({ kind, records }) => `${records.length} ${kind}`).join(", ");
  return [
    "",
    ...hangingLines(`${name}: ${counts === "" ? "no difference" : counts}`),
    ...(unknown.length === 0 ? [] : hangingLines(`Not known: ${unknown.join(", ")}.`)),
    ...(reasons === "" ? [] : hangingLines(sentence(reasons))),
    ...((item.unresolved ?? []).length > 0
      ? ["Unresolved findings are gone too, but were probably not resolved."]
      : []),
    ...some.flatMap(({ mark, kind, records }) => {
      const start = `${mark} ${kind}`.padEnd(LABEL_COLUMNS);
      const linesOf = ({ record, fields }: ChangedRecord) => [
        `${start}${recordLine(record)}`,
        ...fieldLines(fields),
      ];
      return firstLines(records, { all, more: `more ${kind}`, linesOf });
    }),
  ];
}

/** Every result but those that are met in both runs, which are only counted. */
function expectationDiffLines(differences: readonly ResultDifference[], all: boolean): readonly string[] {
  if (differences.length === 0) return [];
  const counts = [...Map.groupBy(differences, ({ kind }) => kind)].map(
    ([kind, of]) => `${of.length} ${kind}`,
  );
  const listed = differences.filter(({ kind, isMet }) => kind !== "unchanged" || !isMet);
  return [
    "",
    ...hangingLines(`Expectations: ${counts.join(", ")}. ${GIVEN_BY_THE_RUN}`),
    ...firstLines(listed, {
      all,
      more: "more",
      linesOf: ({ mark, kind, lines }) =>
        lines
          .flatMap((line) => wrapText(logLine(line), WIDTH - LABEL_COLUMNS - 2))
          .map((line, at) => `${(at === 0 ? `${mark} ${kind}` : "").padEnd(LABEL_COLUMNS)}${line}`),
    }),
  ];
}

function kindsOf(
  item: ItemDifference,
): readonly (readonly [mark: string, kind: string, records: readonly ChangedRecord[] | null])[] {
  const unresolved = new Set(item.unresolved);
  const gone = item.gone?.filter((record) => !unresolved.has(record)) ?? null;
  return [
    ["+", "new", withoutFields(item.new)],
    ["+", "listed late", withoutFields(item.late)],
    ["-", item.id === "security-signals" ? "vanished" : "gone", withoutFields(gone)],
    ["-", "unresolved", withoutFields(item.unresolved ?? [])],
    ["~", "changed", item.changed],
    [" ", "aged out", withoutFields(item.left)],
  ];
}

function withoutFields(records: readonly ChangedRecord["record"][] | null): readonly ChangedRecord[] | null {
  return records && records.map((record) => ({ record, fields: [] }));
}

/** The lines of the entries, without `all` of the first twenty, and how many more entries there are. */
function firstLines<Entry>(
  entries: readonly Entry[],
  {
    all,
    more,
    linesOf,
  }: { readonly all: boolean; readonly more: string; readonly linesOf: (entry: Entry) => readonly string[] },
): readonly string[] {
  const shown = all ? entries : entries.slice(0, MOST_LISTED);
  const left = entries.length - shown.length;
  const rest = `${" ".repeat(LABEL_COLUMNS)}and ${left} ${more}; --all lists them`;
  return [...shown.flatMap(linesOf), ...(left > 0 ? [rest] : [])];
}

/** A record in one line: its severity or state, its id or time, its name. */
function recordLine(record: ChangedRecord["record"]): string {
  const [severity, id] = partsOf(record);
  const start = `${shorten(severity, 9).padEnd(10)}${id}  `;
  return `${start}${shorten(recordName(record), WIDTH - LABEL_COLUMNS - start.length)}`;
}

function partsOf(record: ChangedRecord["record"]): readonly [severity: string, id: string] {
  if ("triage" in record) return [record.severity, shorten(record.timestamp, 16, "")];
  if ("verdict" in record) return [record.state, String(record.id)];
  const resource = record.resource?.replace(/^hmac-sha256:/, "") ?? "no resource ";
  return [record.severity, shorten(resource, 12, "")];
}

function fieldLines(fields: ChangedRecord["fields"]): readonly string[] {
  const width = Math.max(...fields.map(({ field }) => field.length)) + 2;
  const room = WIDTH - LABEL_COLUMNS - 2 - width - " → ".length;
  return fields.map(({ field, before, now }) => {
    const [one, other] = [valueText(before), valueText(now)];
    const half = Math.floor(room / 2);
    // What one of them leaves free the other may use.
    const values = [
      shorten(one, Math.max(half, room - other.length)),
      shorten(other, Math.max(half, room - one.length)),
    ];
    return `${" ".repeat(LABEL_COLUMNS + 2)}${field.padEnd(width)}${values.join(" → ")}`;
  });
}

function valueText(value: unknown): string {
  if (value === null) return "none";
  return logLine(typeof value === "string" ? value : JSON.stringify(value));
}

/** Text from Datadog, cut to a number of columns. */
function shorten(text: string, room: number, more = "…"): string {
  const points = Array.from(logLine(text));
  return points.length > room ? `${points.slice(0, room - more.length).join("")}${more}` : points.join("");
}

/** The text in lines, all but the first indented. */
function hangingLines(text: string): readonly string[] {
  return wrapText(logLine(text), WIDTH - 2).map((line, index) => (index === 0 ? line : `  ${line}`));
}
