import { Failure } from "../failure.ts";
import { filesBelow, isArchiverEntry, lastName, type Files } from "../platform/files.ts";
import { formatTime } from "../platform/time.ts";
import { originSentences } from "../report/period/words.ts";
import { slotsCsv } from "../report/period/csv.ts";
import { periodHtml } from "../report/period/document.ts";
import { gapLines } from "../report/period/gap-rows.ts";
import { ReportedRuns } from "../report/period/load-report.ts";
import { streamConclusion, periodText, periodVerdictJson } from "../report/period/terminal.ts";
import { logLine } from "../report/render/sanitize.ts";
import type { Evidence } from "../evidence/schema.ts";
import { reportHtml } from "../report/render/page.ts";
import { loadSignedRun } from "../report/run/load-report.ts";
import { runReport } from "../report/run/report.ts";
import {
  originLines,
  runVerdictJson,
  runVerdictSentence,
  runVerdictText,
} from "../report/run/verdict-text.ts";
import { ensureNoPeriod, parsePeriod } from "../verify/period/range.ts";
import { worstExitCode, type StreamVerdict } from "../verify/period/verdict.ts";
import { verifyPeriod } from "../verify/period/verify-period.ts";
import { readRunFolder } from "../verify/run/read-folder.ts";
import { exitCodeOf } from "../verify/run/verdict.ts";
import { verifyRun } from "../verify/run/verify-run.ts";
import { readCopies, sameFilesFailure } from "../verify/stream/copies.ts";
import {
  findStreams,
  hiddenEvidence,
  type Located,
  type StreamFolder,
} from "../verify/stream/find-streams.ts";
import { SAMPLE_NAME } from "../verify/stream/sample.ts";
import { parseSelection } from "../verify/stream/selection.ts";
import { readKeysFile } from "../verify/trust/keys-file.ts";
import { readIdentity, readTrust } from "../verify/trust/read-trust.ts";
import type { Trust, TrustedKey } from "../verify/trust/trust.ts";
import { countPems } from "../bundle/pem.ts";
import { readVerifyingKey } from "../bundle/public-key.ts";
import { unpackedRoots } from "./dropped.ts";
import { checkAheadWith } from "./check-ahead.ts";
import { memoryFiles } from "./memory-files.ts";
import type { ReadBlob } from "./block-reader.ts";
import type {
  Answer,
  Dropped,
  ExitCode,
  KeyFacts,
  Part,
  Question,
  RunQuestion,
  Verdict,
} from "./messages.ts";

/** A run that a part of the verdict is about: its files, and its path in them. */
interface Place {
  readonly files: Files;
}

/** More streams are not evidence of one organisation; the reports of all could exhaust the page. */
const MOST_STREAMS = 500;

/** How the page judges: it keeps what was dropped, so that it can show one run after another. */
export class Judge {
  readonly #read: ReadBlob;
  readonly #tell: (answer: Answer) => void;
  #places: readonly Place[] = [];
  #trust: Trust | null = null;

  constructor(read: ReadBlob, tell: (answer: Answer) => void) {
    this.#read = read;
    this.#tell = tell;
  }

  /** Verifies what was dropped, as `verify` does. Throws a `Failure` where the question cannot be answered. */
  async verify(question: Question): Promise<Verdict> {
    ensureOtherFiles(question);
    const now = new Date();
    const trust = await trustIn(question);
    const asked = parsePeriod({ from: given(question.period.from), to: given(question.period.to) }, now);
    const { requiresExpectations: areRequired } = question;
    const { dates, nonce, count } = question.sample;
    const selection = parseSelection({ dates: given(dates), nonce: given(nonce), count: given(count) });
    const roots = await this.#rootsOf(withoutKeys(question.dropped), { what: "what was dropped", trust });
    const witness = question.copies.length === 0 ? null : await this.#copiesIn(question.copies, trust);

    const found = roots.map((files) => locate(files));
    if (found.some(({ located }) => located.kind === "run")) ensureNoPeriod(severalIn(question));
    const total = found.reduce((sum, { located }) => sum + countRuns(located), 0);
    let done = 0;
    const step = (): void => {
      done += 1;
      if (done % 25 === 0) this.#tell({ kind: "progress", done, of: total });
    };
    const parts: Part[] = [];
    const places: Place[] = [];
    const names = [...question.dropped.map(({ path }) => path), ...roots.flatMap(namesIn)];
    const notes: string[] = [...keysAmong(names), ...found.flatMap(({ hidden }) => hidden)];
    const runs = found.filter(({ located }) => located.kind === "run");
    for (const { files } of runs) {
      parts.push(await runPart(files, { trust, areRequired }));
      places.push({ files });
      step();
    }
    // All streams are judged together, so that one that is in two places is found.
    const located = found.flatMap(({ files, located: { ...here } }) =>
      here.kind === "streams" ? [{ ...here, root: files.name }] : [],
    );
    const only = located.length === 1 ? (located[0]?.root ?? "") : null;
    const streams = located.flatMap(({ streams: some, root }) =>
      only === null ? some.map((stream) => ({ ...stream, folder: folderIn(root, stream) })) : some,
    );
    if (streams.length > MOST_STREAMS) {
      throw new Failure(
        "unreadable",
        `there are ${streams.length} streams, and this page reads up to ${MOST_STREAMS}`,
        { hint: "drop fewer at a time, or use the command line" },
      );
    }
    if (streams.length > 0) {
      const reported = new ReportedRuns();
      const verdict = await verifyPeriod(streams, {
        trust,
        asked,
        witness,
        now,
        selection,
        requiresExpectations: areRequired,
        isWhole: located.every(({ isWhole }) => isWhole),
        skipped: located.flatMap(({ skipped }) => skipped),
        visit: (runPath, run, stream) => {
          reported.add(runPath, run, stream);
          step();
        },
      });
      notes.push(...verdict.remarks.map((remark) => logLine(remark)));
      for (const [index, stream] of verdict.streams.entries()) {
        // In their order; after them come those of which only copies are left.
        const folder = streams[index];
        parts.push(streamPart(stream, { folder, reported, trust, now, root: only }));
        places.push({ files: folder?.files ?? NOTHING });
      }
    }
    this.#places = places;
    this.#trust = trust;
    return {
      kind: "verdict",
      exitCode: worstExitCode(parts.map(({ exitCode }) => exitCode)),
      notes,
      parts,
      madeAt: formatTime(now),
    };
  }

  /** The report on one run of the last verdict. Throws a `Failure` where its evidence cannot be used. */
  async showRun({ part, path, verification }: RunQuestion): Promise<Answer> {
    const place = this.#places[part];
    if (place === undefined || this.#trust === null)
      throw new Failure("input", "nothing was verified yet", { hint: "press Verify" });
    const folder = await readRunFolder(place.files, path);
    const sentence = logLine(runVerdictSentence(await verifyRun(folder, this.#trust)));
    return { kind: "run", verification, path, sentence, html: reportHtml(runReport(loadSignedRun(folder))) };
  }

  async #rootsOf(
    dropped: readonly Dropped[],
    { what, trust }: { readonly what: string; readonly trust: Trust },
  ): Promise<readonly Files[]> {
    if (dropped.length === 0) {
      throw new Failure("input", `no evidence was given in ${what}`, {
        hint: "drop a folder, a zip, or the files of one run",
      });
    }
    return unpackedRoots(dropped, { read: this.#read, checkAhead: checkAheadWith(trust.keys) });
  }

  async #copiesIn(copies: readonly Dropped[], trust: Trust) {
    const read = await Promise.all(
      (await this.#rootsOf(copies, { what: "the copies", trust })).map((files) => readCopies(files, trust)),
    );
    return { runs: read.flatMap(({ runs }) => runs), remarks: read.flatMap(({ remarks }) => remarks) };
  }
}

/** The fingerprints of the keys in the text, to be compared with what the owner of the keys says. */
export function readKeyFacts(text: string): readonly KeyFacts[] {
  const { pems, keysFile } = keysIn(text);
  const listed = keysFile === null ? [] : readKeysFile(keysFile.bytes, keysFile.name);
  const keys: readonly TrustedKey[] = [...pems.map((pem) => readVerifyingKey(pem)), ...listed];
  return keys.map(({ fingerprint, about = "" }) => ({ fingerprint, about }));
}

/** An empty field is a field that says nothing. */
function given(text: string): string | undefined {
  return text.trim() === "" ? undefined : text.trim();
}

const PEM = /-----BEGIN [^-]*-----[^-]*-----END [^-]*-----/g;

/** A text is a keys file where it is JSON; else it is one PEM or several. */
function keysIn(text: string) {
  const trimmed = text.trim();
  if (trimmed === "") return { pems: [], keysFile: null };
  if (/^[[{]/.test(trimmed)) {
    return { pems: [], keysFile: { name: "that you gave", bytes: Buffer.from(trimmed) } };
  }
  const whole = trimmed.match(PEM) ?? [];
  // What is left over, such as a key within a key, is refused with the whole text and never passed over.
  return {
    pems: whole.length === countPems(trimmed) && whole.length > 0 ? whole : [trimmed],
    keysFile: null,
  };
}

async function trustIn({ key, trustedRoot, identity, requiresTime }: Question): Promise<Trust> {
  const root = given(trustedRoot);
  const { issuer, identity: workflow, repositoryId, ownerId } = identity;
  return readTrust({
    ...keysIn(key),
    identity: readIdentity({
      issuer: given(issuer),
      identity: given(workflow),
      repositoryId: given(repositoryId),
      ownerId: given(ownerId),
    }),
    trustedRoot: root === undefined ? null : { name: "that you gave", bytes: Buffer.from(root) },
    requiresTime,
  });
}

/** What was dropped, opened down to where the evidence is. */
interface Found {
  readonly files: Files;
  readonly located: Located;
  /** What is in a folder that nobody searched, each a sentence. */
  readonly hidden: readonly string[];
}

/** Archivers put a folder around what they pack, and no honest one puts more. */
const MOST_AROUND = 5;

/**
 * What the files hold. An outer folder that holds nothing else but one folder is opened. Throws a `Failure` where they
 * hold no evidence.
 */
function locate(
  files: Files,
  { depth = 0, hidden = [] }: { depth?: number; hidden?: readonly string[] } = {},
): Found {
  const entries = files.list("");
  const [only, ...more] = entries.filter((entry) => !isArchiverEntry(entry));
  const isAround = only?.kind === "folder" && more.length === 0 && depth < MOST_AROUND;
  // What describes a sample lies beside its streams; a folder around both is none of its parts.
  const isSample = isAround && files.list(only.name).some(({ name }) => name === SAMPLE_NAME);
  const located = isSample ? null : findStreams(files);
  if (located !== null) return { files, located, hidden };
  if (isAround) {
    const passed = entries.filter((entry) => entry.kind === "folder" && entry !== only);
    const below = passed.flatMap(({ name }) => hiddenEvidence(files, name) ?? []);
    return locate(filesBelow(files, only.name), {
      depth: depth + 1,
      hidden: [...hidden, ...below.map((sentence) => logLine(sentence))],
    });
  }
  const zip = entries.find(({ name, kind }) => kind === "file" && /\.zip$/i.test(name));
  throw new Failure("unreadable", `${files.name} holds no evidence: no run, no stream, no repository`, {
    hint:
      zip === undefined
        ? "drop the folder that holds evidence.json, a stream such as prod, or the repository of streams"
        : `take ${zip.name} out, and drop it by itself`,
  });
}

/** What was given that only several runs can have, under the names that the command line has for it. */
function severalIn({ period, sample, copies }: Question): Readonly<Record<string, string | undefined>> {
  const { from, to } = period;
  const { dates, nonce, count } = sample;
  const witness = copies.length === 0 ? "" : "given";
  const texts = { from, to, witness, dates, nonce, count };
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, given(text)]));
}

function countRuns(located: Located): number {
  return located.kind === "run" ? 1 : located.streams.reduce((sum, { runs }) => sum + runs.length, 0);
}

async function runPart(
  files: Files,
  { trust, areRequired }: { readonly trust: Trust; readonly areRequired: boolean },
): Promise<Part> {
  const folder = await readRunFolder(files);
  const verdict = await verifyRun(folder, trust);
  const { run, findings } = verdict;
  return {
    title: logLine(`${organizationIn(run?.evidence?.source ?? null)}run ${files.name}`),
    exitCode: exitCodeOf(verdict, areRequired),
    origin: originLines(verdict),
    sentence: logLine(runVerdictSentence(verdict)),
    problems: findings
      .filter(({ ok }) => !ok)
      .map(({ check, detail }) => ({ text: logLine(`${check}: ${detail}`) })),
    lacking: [],
    notProven: verdict.remarks.map((remark) => logLine(remark)),
    html: run?.evidence == null ? null : reportHtml(runReport(loadSignedRun(folder))),
    text: runVerdictText(verdict, areRequired),
    runs: [],
    downloads: [
      { name: "verdict.json", type: "application/json", text: runVerdictJson(verdict, areRequired) },
    ],
    statement: run?.statementSha256 ?? null,
  };
}

function streamPart(
  verdict: StreamVerdict,
  {
    folder,
    reported,
    trust,
    now,
    root,
  }: {
    /** Undefined for a stream of which only copies are left. */
    readonly folder: StreamFolder | undefined;
    readonly reported: ReportedRuns;
    readonly trust: Trust;
    readonly now: Date;
    /** What was dropped, where that is one thing; null where folders begin with it already. */
    root: string | null;
  },
): Part {
  const { exitCode, stream, site, problems, unchecked, notProven, remarks, last } = verdict;
  const one = { exitCode, streams: [verdict], remarks: [] };
  const isReported = folder !== undefined && folder.sample === null;
  const named = root === null ? verdict.folder : folderIn(root, verdict);
  const report = isReported
    ? reported.reportOn(verdict, { stream: folder, trust, folder: named, now })
    : null;
  return {
    title: logLine(
      `${organizationIn(report?.runs.findLast(({ source }) => source !== null)?.source ?? null)}stream ${stream}, in ${named}${site === null ? "" : `, of ${site}`}`,
    ),
    exitCode,
    origin: originSentences(verdict).map((text) => logLine(text)),
    sentence: logLine(streamConclusion(verdict)),
    problems: [
      ...problems.map(({ run, detail }) => ({ run, text: logLine(detail) })),
      ...unchecked.map(({ run, why }) => ({ run, text: logLine(`not checked: ${why}`) })),
    ],
    lacking: [...verdict.weaknesses, ...gapLines(verdict.slotList)].map((text) => logLine(text)),
    notProven: [...notProven, ...remarks].map((text) => logLine(text)),
    html: report === null ? null : periodHtml(report),
    text: periodText(one),
    runs: folder?.runs ?? [],
    downloads: [
      { name: `${plainName(stream)}-verdict.json`, type: "application/json", text: periodVerdictJson(one) },
      ...(report === null
        ? []
        : [{ name: `${plainName(stream)}-slots.csv`, type: "text/csv", text: slotsCsv(report) }]),
    ],
    statement: last?.statement ?? null,
  };
}

/** The stream in the name of a file: anybody may name a folder so that it looks like another kind of file. */
function plainName(stream: string): string {
  return stream.replaceAll(/[^\w.-]/g, "_").slice(0, 100);
}

/** Whose evidence a part is, before its title: as declared, else by its id; nothing where neither is known. */
function organizationIn(source: Pick<Evidence["source"], "organization" | "organizationId"> | null): string {
  const whose = source?.organization ?? source?.organizationId ?? null;
  return whose === null ? "" : `${whose}, `;
}

/** The names at the top of what was dropped, where keys would be put for somebody to find. */
function namesIn(files: Files): readonly string[] {
  const entries = files.list("");
  const below = entries.filter(({ kind }) => kind === "folder").flatMap(({ name }) => files.list(name));
  return [...entries, ...below].filter(({ kind }) => kind === "file").map(({ name }) => name);
}

function folderIn(root: string, { folder }: { readonly folder: string }): string {
  return folder === "." ? root : `${root}/${folder}`;
}

/** Of a stream of which only copies are left, there is nothing to read. */
const NOTHING = memoryFiles([], { name: "nothing", checkAhead: checkAheadWith([]) });

/** Throws where a file is given as evidence and as its copy: a change of the one changes the other. */
function ensureOtherFiles({ dropped, copies }: Question): void {
  const known = new Set(dropped.map(({ file }) => `${file.name} ${file.size} ${file.lastModified}`));
  const same = copies.find(({ file }) => known.has(`${file.name} ${file.size} ${file.lastModified}`));
  if (same !== undefined) throw sameFilesFailure(same.path, "the evidence");
}

const KEY_NAME = /(?:\.pem|\.pub|^keys\.json)$/i;

/** Without loose keys: they are named, and are no evidence. */
function withoutKeys(dropped: readonly Dropped[]): readonly Dropped[] {
  return dropped.filter(({ path }) => path.includes("/") || !KEY_NAME.test(path));
}

/** Why a key that is among the files is not used. */
function keysAmong(paths: readonly string[]): readonly string[] {
  const names = [...new Set(paths.filter((path) => KEY_NAME.test(lastName(path))))];
  const [first] = names;
  if (first === undefined) return [];
  const others = names.length === 1 ? "" : ` and ${names.length - 1} more`;
  return [
    `${logLine(first)}${others} looks like a key and was not used: whoever could forge the evidence could put a key beside it. Get the key from the people who signed, by another way.`,
  ];
}

export type { ExitCode };
