import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { sampleCommand } from "../../../src/cli/commands/sample.ts";
import { sha256 } from "../../../src/evidence/digest.ts";
import { Failure } from "../../../src/failure.ts";
import { formatTime } from "../../../src/platform/time.ts";
import { periodText } from "../../../src/report/period/terminal.ts";
import { selectRuns } from "../../../src/verify/stream/sample.ts";
import { freshnessFindings } from "../../../src/verify/period/freshness.ts";
import { writtenPeriod } from "../../support/reported.ts";
import { days, evidenceAt, only, verdictOver, WrittenStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder, type TemporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";
import { rewriteSample, sampleIn } from "../../support/samples.ts";

/** The usual period, written once: samples only read it. */
let usual: TemporaryFolder;

beforeAll(async () => {
  usual = await temporaryFolder();
  await writtenPeriod(usual.path);
});

afterAll(async () => usual[Symbol.asyncDispose]());

test("a sample by lot holds every statement and the evidence of the chosen runs, and verifies", async () => {
  await using root = await temporaryFolder();
  const { out, code, printed } = await sampled(root, { count: "5", nonce: "4711" });

  const drawn = await sampleIn(out);
  const files = await filesOf(out);
  const verdict = only(await verdictOver(out));

  expect({ code, printed }).toEqual({ code: 0, printed: `${out}: the evidence of 5 of 37 runs\n` });
  expect(files.filter((name) => name.endsWith("evidence.sigstore.json"))).toHaveLength(38);
  expect(files.filter((name) => name.endsWith("/evidence.json"))).toHaveLength(5);
  expect(files.filter((name) => name.endsWith("/gap.json"))).toHaveLength(1);
  expect(files.filter((name) => !name.includes("/"))).toEqual(["VERIFY.md", "report.html", "sample.json"]);
  expect(drawn).toMatchObject({ stream: "prod", population: 37, without: [], chosenBy: { kind: "nonce" } });
  expect(verdict).toMatchObject({
    exitCode: 3,
    sample: { runs: 5, of: 37, chosen: '5 chosen by the nonce "4711"' },
    chain: { from: 1, to: 38, notChained: 0 },
    slots: { due: 40, met: 34, late: 1, partial: 1, failed: 1, declared: 2, missing: 1 },
    problems: [],
    unchecked: [],
  });
});

test("whoever knows the last statement and the nonce draws the same lot, with any tool", async () => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { count: "5", nonce: "4711" });
  const { head, chosenBy, runs } = await sampleIn(out);
  const statements = await Promise.all(
    (await filesOf(out))
      .filter((name) => name.endsWith("evidence.sigstore.json"))
      .map(async (name) => payloadOf(await readFile(path.join(out, name), "utf8"))),
  );

  const seed = sha256(`${head}\n4711`);
  const lot = statements
    .filter((payload) => payload.includes("/evidence/v1"))
    .map((payload) => sha256(payload))
    .toSorted((a, b) => (sha256(`${seed}\n${a}`) < sha256(`${seed}\n${b}`) ? -1 : 1));

  expect(chosenBy).toMatchObject({ seed });
  expect(new Set(runs.map(({ statement }) => statement))).toEqual(new Set(lot.slice(0, 5)));
});

test("another nonce chooses others, and the same one the same again", () => {
  const runs = Array.from({ length: 200 }, (_, index) => ({
    statement: sha256(String(index)),
    collectedAt: 0,
  }));
  const by = (nonce: string) =>
    selectRuns(runs, {
      head: sha256("head"),
      chosenBy: { kind: "nonce", nonce, count: 10 },
    });

  expect(by("a")).toEqual(by("a"));
  expect(by("a")).not.toEqual(by("b"));
  expect(by("a")).toHaveLength(10);
});

test("dates choose their runs, and a date without one is said and is exit 3", async () => {
  await using root = await temporaryFolder();
  const { out, code, warnings } = await sampled(root, { dates: "2026-06-21,2026-06-02,2026-06-12" });

  const drawn = await sampleIn(out);
  const page = periodText(await verdictOver(out)).replaceAll(/\s+/g, " ");

  expect(code).toBe(3);
  expect(warnings).toEqual(["no run was collected on 2026-06-21, so the sample has none of that day"]);
  expect(drawn.without).toEqual(["2026-06-21"]);
  expect(drawn.runs.map(({ run }) => run.slice(5, 15))).toEqual(["2026-06-02", "2026-06-12"]);
  expect(page).toMatch(/^Genuine, but not complete: stream prod, .*, a sample of 2 of 37 runs\./);
  expect(page).toContain("no run was collected on 2026-06-21");
  expect(page).toContain("for 35 of 38 runs only the signed statement is here");
});

test.each([
  [
    "the evidence of a chosen run is taken out",
    "evidence.json",
    null,
    "is chosen, but its evidence is not here",
  ],
  ["the evidence of a chosen run is changed", "evidence.json", "{}", "was changed: signed sha256"],
  ["a bundle is taken out", "evidence.sigstore.json", null, "is missing"],
])("%s: exit 1", async (_, file, content, detail) => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { count: "3", nonce: "4711" });
  const [first] = (await sampleIn(out)).runs;
  const target = path.join(out, "prod", first?.run ?? "", file);
  if (content === null) await rm(target);
  else await writeFile(target, content);

  const verdict = only(await verdictOver(out));

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems.map((problem) => problem.detail).join("\n")).toContain(detail);
});

test.each([
  [
    "another nonce",
    { chosenBy: { kind: "nonce", nonce: "mine", count: 3, seed: "0".repeat(64) } },
    "has a seed that is not",
  ],
  ["fewer runs", { population: 3 }, "was drawn from 3 runs, but 37 are here"],
  ["another head", { head: "0".repeat(64) }, "as the last statement, but that is"],
  ["another stream", { stream: "other" }, "is of stream other, not of prod"],
])("a sample.json that tells of %s is exit 1", async (_, change, detail) => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { count: "3", nonce: "4711" });
  const drawn = await sampleIn(out);
  await writeFile(path.join(out, "sample.json"), JSON.stringify({ ...drawn, ...change }));

  const verdict = only(await verdictOver(out));

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems.map((problem) => problem.detail).join("\n")).toContain(detail);
});

const WEEK = { from: "2026-06-01", to: "2026-06-06" };
const NAMED = { kind: "nonce", nonce: "4711", count: 3 } as const;

test.each([
  ["all of it", NAMED, WEEK, 0, ""],
  ["all but the nonce", { ...NAMED, nonce: null }, WEEK, 3, "name its --nonce"],
  ["all but the count", { ...NAMED, count: null }, WEEK, 3, "name its --count"],
  ["all but the beginning", NAMED, { to: WEEK.to }, 3, "name its --from"],
  ["all but the end", NAMED, { from: WEEK.from }, 3, "name its --to"],
  ["nothing", null, {}, 3, "name its --nonce, --count, --from, --to"],
  ["the period alone", null, WEEK, 3, "name its --nonce, --count"],
] as const)(
  "a lot of a whole period of which the auditor names %s",
  async (_, selection, asked, exit, remark) => {
    await using root = await temporaryFolder();
    await writtenPeriod(path.join(root.path, "repository"), 6);
    const { out } = await made(root, { count: "3", nonce: "4711" });

    const verdict = only(await verdictOver(out, { selection, ...asked }));

    expect(verdict.exitCode).toBe(exit);
    expect(verdict.remarks.join("\n")).toContain(remark);
    expect(verdict.remarks.join("\n").includes("this may not be the sample")).toBe(exit === 3);
  },
);

test.each([
  ["another nonce", { ...NAMED, nonce: "another" }, 'was not chosen by the nonce "another"'],
  ["more runs", { ...NAMED, count: 5 }, "holds the lot of 3 runs, not of 5"],
  ["a day", { kind: "dates", dates: ["2026-06-02"] }, "was not chosen by the dates 2026-06-02"],
] as const)("a lot of which the auditor names %s is exit 1", async (_, selection, detail) => {
  await using root = await temporaryFolder();
  await writtenPeriod(path.join(root.path, "repository"), 6);
  const { out } = await made(root, { count: "3", nonce: "4711" });

  const verdict = only(await verdictOver(out, { selection, ...WEEK }));

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems.map((problem) => problem.detail)).toContain(detail);
});

test("a lot of one run that calls itself one of ten lacks the others", async () => {
  await using root = await temporaryFolder();
  await writtenPeriod(path.join(root.path, "repository"), 20);
  const { out } = await made(root, { count: "1", nonce: "4711" });
  await rewriteSample(out, ({ chosenBy }) => ({ chosenBy: { ...chosenBy, count: 10 } }));
  const asked = { from: "2026-06-01", to: "2026-06-20" };

  const verdict = only(await verdictOver(out, { selection: { ...NAMED, count: 10 }, ...asked }));

  expect(verdict.exitCode).toBe(1);
  const lacking = verdict.problems.filter(({ detail }) => detail.includes("its evidence is not here"));
  expect(lacking).toHaveLength(9);
});

test("the end of a lot that was cut off to draw other runs is missing", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(path.join(root.path, "repository"), 6);
  await rm(stream.folder(6), { recursive: true });
  const { out } = await made(root, { count: "3", nonce: "4711" });

  const verdict = only(await verdictOver(out, { selection: NAMED, ...WEEK }));

  expect(verdict).toMatchObject({ exitCode: 3, slots: { due: 6, met: 5, missing: 1 } });
});

/** A sample of two days of a month in which other days are missing, partial and failed. */
const DATES = { kind: "dates", dates: ["2026-06-02", "2026-06-18"] } as const;

test("a sample by dates is complete where each named day has its run, whatever other days have", async () => {
  await using root = await temporaryFolder();
  const { out, code } = await sampled(root, { dates: DATES.dates.join(",") });

  const named = await verdictOver(out, { selection: DATES });
  const unnamed = only(await verdictOver(out));

  expect(code).toBe(0);
  expect(named.exitCode).toBe(0);
  expect(only(named).slots).toMatchObject({ due: 2, met: 2 });
  expect(periodText(named)).toMatch(
    /^Genuine and complete: stream prod, 2026-06-02, 2026-06-18, a sample of 2 of 37\sruns\./,
  );
  expect(unnamed.exitCode).toBe(3);
  expect(unnamed.remarks.join("\n")).toContain("name its --dates");
});

test.each([
  ["2026-06-15", 3, "partial"],
  ["2026-06-12", 3, "failed"],
  ["2026-06-21", 3, "missing"],
  ["2026-06-27", 3, "declared"],
  ["2026-06-09", 0, "late"],
] as const)("a sample of the day %s is exit %i, whose slot is %s", async (day, exit, state) => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { dates: day });

  const verdict = only(await verdictOver(out, { selection: { kind: "dates", dates: [day] } }));

  expect(verdict.exitCode).toBe(exit);
  expect(verdict.slotList.map((slot) => slot.state)).toEqual([state]);
});

test("the period in sample.json excludes nothing", async () => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { dates: DATES.dates.join(",") });
  await rewriteSample(out, () => ({ period: { from: "2026-06-10T00:00:00Z", to: "2026-07-11T00:00:00Z" } }));
  const [first] = (await sampleIn(out)).runs;
  await writeFile(path.join(out, "prod", first?.run ?? "", "evidence.json"), "{}");

  const verdict = only(await verdictOver(out, { selection: DATES }));

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems.map(({ run }) => run)).toContain(first?.run);
});

test("the days without a run in sample.json excuse nothing", async () => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { dates: "2026-06-02,2026-06-21" });

  const verdict = only(
    await verdictOver(out, { selection: { kind: "dates", dates: ["2026-06-02", "2026-06-21"] } }),
  );

  expect((await sampleIn(out)).without).toEqual(["2026-06-21"]);
  expect(verdict.exitCode).toBe(3);
  expect(verdict.remarks).toContain("no run was collected on 2026-06-21");
});

test("a day that the sample was not made of, and that has no run, is never complete", async () => {
  await using root = await temporaryFolder();
  await writtenPeriod(path.join(root.path, "repository"), 6);
  const { out } = await made(root, { dates: "2026-06-02" });
  await rewriteSample(out, () => ({ chosenBy: { kind: "dates", dates: ["2026-06-02", "2027-01-01"] } }));

  const verdict = only(
    await verdictOver(out, {
      selection: { kind: "dates", dates: ["2026-06-02", "2027-01-01"] },
      now: "2027-06-01T00:00:00Z",
    }),
  );

  expect(verdict.exitCode).toBe(3);
  expect(verdict.remarks).toContain("no run was collected on 2027-01-01");
});

test("a day of an hourly stream has all of its runs", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(path.join(root.path, "repository"));
  const hourly = { name: "prod", cadence: "PT1H" } as const;
  for (let hour = 20; hour < 50; hour += 1) {
    const at = formatTime(Date.UTC(2026, 5, 1, hour, 5, 31));
    if (hour !== 40) await stream.add(evidenceAt(at, { stream: hourly }));
  }
  const { out } = await made(root, { dates: "2026-06-01,2026-06-02" });
  const over = async (day: string) =>
    only(await verdictOver(out, { selection: { kind: "dates", dates: [day] } }));

  expect(await over("2026-06-02")).toMatchObject({ exitCode: 3, slots: { due: 24, met: 23, missing: 1 } });
});

/** Ten days, of which the second and the eighth have a second run. */
async function writtenWithSecondRuns(root: string): Promise<void> {
  const seconds = ["2026-06-02T10:00:00Z", "2026-06-08T10:00:00Z"];
  await new WrittenStream(root).addAll([...days("2026-06-01", 10), ...seconds].toSorted());
}

test("a sample takes the statements of the runs before and after its period along", async () => {
  await using root = await temporaryFolder();
  await writtenWithSecondRuns(path.join(root.path, "repository"));
  const period = { from: "2026-06-02", to: "2026-06-08" };
  const { out } = await made(root, { dates: "2026-06-02,2026-06-08", ...period });

  const selection = { kind: "dates", dates: ["2026-06-02", "2026-06-08"] } as const;
  const bundles = (await filesOf(out)).filter((name) => name.endsWith("evidence.sigstore.json"));

  expect(bundles.map((name) => name.split("/")[2])).toEqual([
    "2026-06-01",
    "2026-06-02",
    "2026-06-02",
    "2026-06-03",
    "2026-06-04",
    "2026-06-05",
    "2026-06-06",
    "2026-06-07",
    "2026-06-08",
    "2026-06-08",
    "2026-06-09",
  ]);
  expect(await sampleIn(out)).toMatchObject({ population: 9 });
  expect((await verdictOver(out, { selection })).exitCode).toBe(0);
  expect((await verdictOver(out, { selection, ...period })).exitCode).toBe(0);
});

test("a lot of a part of the stream is complete, with the runs before and after the part", async () => {
  await using root = await temporaryFolder();
  await writtenWithSecondRuns(path.join(root.path, "repository"));
  const period = { from: "2026-06-02", to: "2026-06-08" };
  const { out } = await made(root, { count: "3", nonce: "4711", ...period });

  const selection = { kind: "nonce", nonce: "4711", count: 3 } as const;

  expect((await verdictOver(out, { selection, ...period })).exitCode).toBe(0);
  expect(only(await verdictOver(out, { selection }))).toMatchObject({ exitCode: 3, problems: [] });
});

test.each([
  ["a day later", 0, "2026-06-11T12:00:00Z"],
  ["when a later run must be there", 3, "2026-06-12T06:00:00Z"],
])("the newest day of a sample, verified %s, is exit %i", async (_, exit, now) => {
  await using root = await temporaryFolder();
  await writtenWithSecondRuns(path.join(root.path, "repository"));
  const { out } = await made(root, { dates: "2026-06-10" });

  const verdict = await verdictOver(out, { selection: { kind: "dates", dates: ["2026-06-10"] }, now });

  expect(verdict.exitCode).toBe(exit);
  expect(periodText(verdict).replaceAll(/\s+/g, " ")).toContain(
    "no run after number 12 is in the sample: a later run of 2026-06-10 could have been left out",
  );
});

test("nobody turns a repository into a sample to hide that evidence is gone", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(path.join(root.path, "repository"), 6);
  const { out } = await made(root, { count: "6", nonce: "mine" });
  await rm(path.join(stream.folder(2), "evidence.json"));
  await cp(path.join(out, "sample.json"), path.join(root.path, "repository/sample.json"));

  expect(only(await verdictOver(path.join(root.path, "repository"))).exitCode).toBe(1);
});

test("a watcher does not take a sample for the stream", async () => {
  await using root = await temporaryFolder();
  await writtenPeriod(path.join(root.path, "repository"), 6);
  const { out } = await made(root, { count: "3", nonce: "4711" });

  const findings = freshnessFindings(await verdictOver(out), {
    names: ["prod"],
    now: new Date("2026-06-06T12:00:00Z"),
  });

  expect(findings[0]).toMatchObject({
    stream: "prod",
    verdict: "broken",
    words: "holds the evidence of 3 of 6 runs, as a sample does",
  });
});

test("without sample.json a run without its evidence is not genuine", async () => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { count: "3", nonce: "4711" });
  await rm(path.join(out, "sample.json"));

  expect(only(await verdictOver(out)).exitCode).toBe(1);
});

test("a run that was left out of the sample is missing in its chain", async () => {
  await using root = await temporaryFolder();
  const { out } = await sampled(root, { count: "3", nonce: "4711" });
  const [folder] = await readdir(path.join(out, "prod/2026/2026-06-20"));
  await rm(path.join(out, "prod/2026/2026-06-20", folder ?? ""), { recursive: true });

  expect(only(await verdictOver(out)).problems.map(({ code }) => code)).toContain("missing-run");
});

test("a period that does not verify makes no sample", async () => {
  await using root = await temporaryFolder();
  const stream = await writtenPeriod(path.join(root.path, "repository"), 5);
  await writeFile(path.join(stream.folder(2), "evidence.json"), "{}");

  await expect(made(root, { count: "2", nonce: "x" })).rejects.toThrow("the period does not verify");
});

test.each([
  [{}, "name --dates, or --count and --nonce"],
  [{ dates: "2026-06-02", count: "3", nonce: "x" }, "--dates and --count exclude one another"],
  [{ dates: "yesterday" }, "--dates is a list of days"],
  [{ count: "none", nonce: "x" }, "--count is a number of runs"],
  [{ count: "3" }, "--nonce is one line"],
])("%j is refused in a sentence", async (flags, sentence) => {
  await using root = await temporaryFolder();

  const refused = made(root, flags);

  await expect(refused).rejects.toThrow(Failure);
  await expect(refused).rejects.toThrow(sentence);
});

/** A sample of the usual period. */
async function sampled(root: TemporaryFolder, flags: Readonly<Record<string, string>>) {
  return made(root, flags, usual.path);
}

async function made(
  root: TemporaryFolder,
  flags: Readonly<Record<string, string>>,
  repository = path.join(root.path, "repository"),
) {
  const out = path.join(root.path, "sample");
  const key = path.join(root.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);
  const terminal = new KeptTerminal();
  const code = await sampleCommand.run(
    { words: [repository], flags: { out, key: [key], ...flags } },
    terminal,
  );
  return { out, code, printed: terminal.printed, warnings: terminal.warnings };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted();
}

function payloadOf(bundle: string): string {
  const [, payload = ""] = /"payload":\s*"([^"]+)"/.exec(bundle) ?? [];
  return Buffer.from(payload, "base64").toString();
}
