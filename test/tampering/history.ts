import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import type { Evidence } from "../../src/evidence/schema.ts";
import type { Problem } from "../../src/verify/stream/problems.ts";
import { monitor, monitorsItem } from "../support/evidence.ts";
import { SAID_LATE, TIMED_TODAY, timeOn, UNTIMED, type Month } from "../support/month.ts";
import { evidenceAt, gapOf, WrittenStream, type SealAt } from "../support/stream.ts";
import { altered, restated, SIGNER, STRANGER } from "../support/tampering.ts";

/** What verify finds: the code of the first problem and the day of its run, counted from 1, and the exit. */
export interface Finding {
  readonly exit: 0 | 1 | 2 | 3;
  readonly code: Problem["code"] | null;
  readonly day: number | null;
}

/** Something that somebody does to a month of runs, and what must come of it. */
export interface HistoryRow {
  readonly attack: string;
  readonly month: "timed" | "untimed";
  readonly alter: (month: Month) => Promise<unknown>;
  /** What the history itself shows. */
  readonly alone: Finding;
  /** What a comparison with independent copies shows. */
  readonly withCopies: Finding;
}

export interface HistoryGroup {
  readonly title: string;
  readonly attacker: string;
  readonly rows: readonly HistoryRow[];
}

const NOTHING: Finding = { exit: 0, code: null, day: null };
const GAP: Finding = { exit: 3, code: null, day: null };

export const HISTORY: readonly HistoryGroup[] = [
  {
    title: "History of a stream",
    attacker:
      "The attacker can write to the repository, with force pushes, and does not have the signing key, but perhaps another one.",
    rows: [
      row("delete a run", deleted(10), found("missing-run", 11), found("removed", 10)),
      row("delete ten runs", deleted(10, 19), found("missing-run", 20), found("removed", 10)),
      row("edit a run", edited(10), found("not-genuine", 10)),
      row("take the signature away from a run", unsigned(10), found("not-genuine", 10)),
      row("empty the folder of a run", emptied(10), found("not-genuine", 10)),
      row("put rubbish in place of a run", rubbish(10), found("not-genuine", 10)),
      row(
        "delete a run, and put rubbish beside the next",
        both(deleted(10), littered(timeOn(11, "09:00:00"))),
        found("missing-run", 11),
        found("removed", 10),
      ),
      row("let two runs change places", swapped(10, 11), found("not-genuine", 10)),
      row("give a run another day", redated(10, 15), found("missing-run", 11), found("removed", 10)),
      row("move a run to another stream", restreamed(10), found("missing-run", 11), found("removed", 10)),
      row("replay an old run on another day", replayed(5, 10), found("not-genuine", 10)),
      row("insert a run of one's own key", strangers(timeOn(10, "14:00:00")), found("not-genuine", 10)),
      row("empty the folders at the end", emptied(26, 30), found("not-genuine", 26)),
      row("cut the end off", deleted(26, 30), NOTHING, found("removed", 26)),
      row("take the beginning away", deleted(1, 5), NOTHING, found("removed", 1)),
    ],
  },
  {
    title: "History of a stream, signed again",
    attacker: "The attacker also has the signing key; the timestamp authority is honest.",
    rows: [
      row(
        "rewrite a run, and leave the rest",
        rewritten(10, UNTIMED),
        found("broken-link", 11),
        found("rewritten", 10),
      ),
      row("give a run another number", renumbered(10), found("broken-link", 10)),
      row("add a run beside the last", forked(30), found("fork", 30)),
      row("append a run of an earlier day", appended(timeOn(10, "14:00:00"), UNTIMED), found("order", 10)),
      row(
        "delete runs, and restart the chain after them",
        restarted(10, 20),
        found("restart", 21),
        found("removed", 10),
      ),
      row(
        "delete a run, and declare its day a gap",
        declared(10),
        found("missing-run", 11),
        found("removed", 10),
      ),
      row(
        "go on with another organisation",
        both(
          appended(timeOn(30, "20:00:00"), UNTIMED, "one"),
          appended(timeOn(30, "21:00:00"), UNTIMED, "another"),
        ),
        found("other-stream", 30),
      ),
      row("tell other changes than there were", misreported(10), found("changes", 10)),
      row(
        "drop a day and link the rest again, without timestamps",
        relinked(10, UNTIMED),
        GAP,
        found("removed", 10),
      ),
      row(
        "rewrite a run and sign all after it again, without timestamps",
        resignedFrom(10, UNTIMED),
        NOTHING,
        found("rewritten", 10),
      ),
      timed(
        "drop a day and link the rest again",
        relinked(10, TIMED_TODAY),
        found("not-genuine", 11),
        found("removed", 10),
      ),
      timed(
        "rewrite a run and sign all after it again",
        resignedFrom(10, TIMED_TODAY),
        found("not-genuine", 10),
      ),
      timed(
        "the same, and call all of it signed late",
        resignedFrom(10, SAID_LATE),
        GAP,
        found("rewritten", 10),
      ),
      timed(
        "date a run back to an earlier day",
        appended(timeOn(10, "14:00:00"), TIMED_TODAY),
        found("not-genuine", 10),
      ),
      timed(
        "sign all again without the original timestamps",
        resignedFrom(10, UNTIMED),
        NOTHING,
        found("rewritten", 10),
      ),
    ],
  },
];

function found(code: Problem["code"], day: number): Finding {
  return { exit: 1, code, day };
}

/** A copy may show more, or the same sooner; `withCopies` is given where it does. */
function row(
  attack: string,
  alter: HistoryRow["alter"],
  ...[alone, withCopies = alone]: readonly [Finding, Finding?]
): HistoryRow {
  return { attack, month: "untimed", alter, alone, withCopies };
}

function timed(...of: Parameters<typeof row>): HistoryRow {
  return { ...row(...of), month: "timed" };
}

function deleted(from: number, to = from): HistoryRow["alter"] {
  return async ({ stream }) => {
    for (let number = from; number <= to; number += 1) await rm(stream.folder(number), { recursive: true });
  };
}

function emptied(from: number, to = from): HistoryRow["alter"] {
  return async ({ stream }) => {
    for (let number = from; number <= to; number += 1) {
      await rm(stream.folder(number), { recursive: true });
      await mkdir(stream.folder(number));
    }
  };
}

function rubbish(number: number): HistoryRow["alter"] {
  return async ({ stream }) => {
    for (const name of ["evidence.json", "evidence.sigstore.json"])
      await writeFile(path.join(stream.folder(number), name), "{}");
  };
}

/** A run folder of that time, with nothing in it that anybody signed. */
function littered(at: string): HistoryRow["alter"] {
  return async ({ folder }) => {
    const name = `${at.slice(11).replaceAll(":", "")}-rubbish-1`;
    const place = path.join(folder, "prod", at.slice(0, 4), at.slice(0, 10), name);
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, "evidence.sigstore.json"), "{}");
  };
}

function both(one: HistoryRow["alter"], other: HistoryRow["alter"]): HistoryRow["alter"] {
  return async (month) => {
    await one(month);
    await other(month);
  };
}

function edited(number: number): HistoryRow["alter"] {
  return async ({ stream }) =>
    altered(path.join(stream.folder(number), "evidence.json"), (text) => text.replace("Root", "root"));
}

function unsigned(number: number): HistoryRow["alter"] {
  return async ({ stream }) => rm(path.join(stream.folder(number), "evidence.sigstore.json"));
}

function swapped(one: number, other: number): HistoryRow["alter"] {
  return async ({ stream, folder }) => {
    const aside = path.join(folder, "aside");
    await rename(stream.folder(one), aside);
    await rename(stream.folder(other), stream.folder(one));
    await rename(aside, stream.folder(other));
  };
}

function redated(number: number, day: number): HistoryRow["alter"] {
  return async ({ stream }) =>
    moved(stream.folder(number), (folder) =>
      folder.replaceAll(
        /\d{4}\/\d{4}-\d\d-\d\d/g,
        `${timeOn(day, "").slice(0, 4)}/${timeOn(day, "").slice(0, 10)}`,
      ),
    );
}

function restreamed(number: number): HistoryRow["alter"] {
  return async ({ stream }) =>
    moved(stream.folder(number), (folder) => folder.replace("/prod/", "/staging/"));
}

function replayed(old: number, number: number): HistoryRow["alter"] {
  return async ({ stream }) => {
    const place = stream.folder(number);
    await rm(place, { recursive: true });
    await cp(stream.folder(old), path.join(path.dirname(place), path.basename(stream.folder(old))), {
      recursive: true,
    });
  };
}

async function moved(folder: string, to: (folder: string) => string): Promise<void> {
  await mkdir(path.dirname(to(folder)), { recursive: true });
  await rename(folder, to(folder));
}

function strangers(at: string): HistoryRow["alter"] {
  return async ({ folder, stream }) => new WrittenStream(folder, STRANGER).add(evidenceAt(at), stream.tail);
}

function rewritten(number: number, by: SealAt): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const evidence = whitewashed(evidenceOf(stream, number));
    await (await before(stream, folder, number)).add(evidence, undefined, by);
  };
}

/** The stream as it was before the run, without touching its files. */
async function before(stream: WrittenStream, folder: string, number: number): Promise<WrittenStream> {
  const copy = new WrittenStream(folder);
  copy.runs.push(...stream.runs.slice(0, number - 1));
  return copy;
}

function renumbered(number: number): HistoryRow["alter"] {
  return async ({ stream }) =>
    restated(stream.folder(number), SIGNER, (text) =>
      text.replace(`"sequence":${number},`, `"sequence":${number + 2},`),
    );
}

function forked(number: number): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const { collectedAt } = evidenceOf(stream, number);
    const beside = collectedAt.replace("06:17:31", "06:40:00");
    await (await before(stream, folder, number)).add(evidenceAt(beside), undefined, UNTIMED);
  };
}

function appended(at: string, by: SealAt, organizationId?: string): HistoryRow["alter"] {
  const evidence = evidenceAt(at);
  const source = organizationId === undefined ? evidence.source : { ...evidence.source, organizationId };
  return async ({ stream }) => stream.add({ ...evidence, source }, undefined, by);
}

function restarted(from: number, to: number): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const evidence = stream.runs.map((_, index) => evidenceOf(stream, index + 1));
    const rest = await stream.copiedTo(folder, from - 1);
    const restart = { code: "unreadable", message: "the run before could not be read" };
    await rest.add(whole(evidence[to]), { next: to + 1, last: null, restart, evidence: null });
    for (const each of evidence.slice(to + 1)) await rest.add(each);
  };
}

function declared(number: number): HistoryRow["alter"] {
  return async ({ stream }) => {
    const day = evidenceOf(stream, number).collectedAt.slice(0, 10);
    const next = evidenceOf(stream, number + 1).collectedAt.slice(0, 10);
    await rm(stream.folder(number), { recursive: true });
    await stream.declare(
      gapOf(`${day}T00:00:00Z`, `${next}T00:00:00Z`, { declaredAt: timeOn(30, "20:00:00") }),
    );
  };
}

function misreported(number: number): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const rest = stream.runs.slice(number - 1).map((_, index) => evidenceOf(stream, number + index));
    const copy = await stream.copiedTo(folder, number - 1);
    for (const [index, evidence] of rest.entries()) {
      await copy.add(evidence, index === 0 ? { ...copy.tail, evidence: null } : undefined);
    }
  };
}

function relinked(number: number, by: SealAt): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const rest = stream.runs.slice(number).map((_, index) => evidenceOf(stream, number + 1 + index));
    const copy = await stream.copiedTo(folder, number - 1);
    for (const evidence of rest) await copy.add(evidence, undefined, by);
  };
}

function resignedFrom(number: number, by: SealAt): HistoryRow["alter"] {
  return async ({ folder, stream }) => {
    const rest = stream.runs.slice(number - 1).map((_, index) => evidenceOf(stream, number + index));
    const copy = await stream.copiedTo(folder, number - 1);
    for (const [index, evidence] of rest.entries()) {
      await copy.add(index === 0 ? whitewashed(evidence) : evidence, undefined, by);
    }
  };
}

function evidenceOf(stream: WrittenStream, number: number): Evidence {
  return whole(stream.runs[number - 1]?.evidence);
}

function whole(evidence: Evidence | null | undefined): Evidence {
  if (evidence == null) throw new Error("there is no such run");
  return evidence;
}

/** The same run, in which nothing was wrong. */
function whitewashed(evidence: Evidence): Evidence {
  const items = evidence.items.map((item) =>
    item.id === "compliance-monitors" ? monitorsItem([monitor({ name: "Nothing to see" })]) : item,
  );
  return { ...evidence, items };
}
