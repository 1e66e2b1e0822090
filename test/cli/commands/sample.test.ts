import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { sampleCommand } from "../../../src/cli/commands/sample.ts";
import { sha256 } from "../../../src/evidence/digest.ts";
import { Failure } from "../../../src/failure.ts";
import { periodText } from "../../../src/report/period/terminal.ts";
import { selectRuns, Sample } from "../../../src/verify/stream/sample.ts";
import { freshnessFindings } from "../../../src/verify/period/freshness.ts";
import { writtenPeriod } from "../../support/reported.ts";
import { only, verdictOver } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder, type TemporaryFolder } from "../../support/temp.ts";

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
      chosenBy: { kind: "nonce", nonce, count: 10, seed: sha256("not looked at") },
    });

  expect(by("a")).toEqual(by("a"));
  expect(by("a")).not.toEqual(by("b"));
  expect(by("a")).toHaveLength(10);
});

test("dates choose their runs, and a date without one is said and is exit 3", async () => {
  await using root = await temporaryFolder();
  const { out, code } = await sampled(root, { dates: "2026-06-21,2026-06-02,2026-06-12" });

  const drawn = await sampleIn(out);
  const page = periodText(await verdictOver(out)).replaceAll(/\s+/g, " ");

  expect(code).toBe(3);
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

test.each([
  [{ kind: "nonce", nonce: "4711" }, 0],
  [{ kind: "nonce", nonce: "another" }, 1],
  [{ kind: "dates", dates: ["2026-06-02"] }, 1],
  [null, 3],
] as const)(
  "a sample by the nonce 4711 of a whole period, where %j was named: exit %i",
  async (named, exit) => {
    await using root = await temporaryFolder();
    await writtenPeriod(path.join(root.path, "repository"), 6);
    const { out } = await made(root, { count: "3", nonce: "4711" });

    const verdict = only(await verdictOver(out, { selection: named }));

    expect(verdict.exitCode).toBe(exit);
    expect(verdict.remarks.join("\n").includes("name its --dates or --nonce")).toBe(named === null);
  },
);

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

  await expect(made(root, { count: "2", nonce: "x" })).rejects.toThrow("no sample is made of a period");
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
  await writtenPeriod(path.join(root.path, "repository"));
  return made(root, flags);
}

async function made(root: TemporaryFolder, flags: Readonly<Record<string, string>>) {
  const out = path.join(root.path, "sample");
  const key = path.join(root.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);
  const lines: string[] = [];
  const code = await sampleCommand.run(
    { words: [path.join(root.path, "repository")], flags: { out, key: [key], ...flags } },
    {
      environment: {},
      dist: "",
      cancellation: () => new AbortController().signal,
      conceal: () => {},
      log: { info: () => {}, warning: () => {}, debug: () => {}, group: () => {} },
      print: (text) => lines.push(text),
    },
  );
  return { out, code, printed: lines.join("") };
}

async function sampleIn(folder: string): Promise<Sample> {
  return Sample.parse(JSON.parse(await readFile(path.join(folder, "sample.json"), "utf8")));
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
