import { cp, mkdir, rename, rm, symlink, truncate, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { sha256 } from "../../../src/evidence/digest.ts";
import { periodText } from "../../../src/report/period/terminal.ts";
import { ended, findingsItem, monitorsItem, signalsItem } from "../../support/evidence.ts";
import {
  days,
  evidenceAt,
  gapOf,
  only,
  temporaryStream,
  verdictOver,
  WrittenStream,
} from "../../support/stream.ts";
import { restated, SIGNER, statementText } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

test("a week of complete runs is genuine and complete", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 7));

  const verdict = await stream.verdict();

  expect(verdict.exitCode).toBe(0);
  expect(only(verdict)).toMatchObject({
    stream: "prod",
    site: "datadoghq.eu",
    folder: "prod",
    period: { from: "2026-08-03T00:00:00Z", to: "2026-08-10T00:00:00Z" },
    runs: { found: 7, genuine: 7, complete: 7, partial: 0, failed: 0, declarations: 0 },
    chain: { from: 1, to: 7, notChained: 0, restarts: [] },
    slots: { due: 7, met: 7, late: 0, partial: 0, failed: 0, declared: 0, missing: 0 },
    uncovered: [{ from: "2026-08-09T06:16:50Z", to: "2026-08-10T00:00:00Z" }],
    items: { "security-signals": { complete: 7, partial: 0, skipped: 0, failed: 0 } },
    problems: [],
    unchecked: [],
  });
});

test("the page says what is not proven, even where all is well", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  const page = periodText(await stream.verdict());

  expect(page).toMatch(/^Genuine and complete: stream prod, 2026-08-03 to 2026-08-04\.\n/);
  expect(page).toContain("no independent copy was compared (--witness)");
  expect(page).toContain("no run has a trusted timestamp");
  expect(page.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("a run that is not complete is exit 3, and its slot says what was lacking", async () => {
  await using stream = await temporaryStream();
  const items = [signalsItem(), monitorsItem(), findingsItem([], ended("failed"))];
  await stream.addAll(days("2026-08-03", 2));
  await stream.add(evidenceAt("2026-08-05T06:17:31Z", { items }));

  const verdict = await stream.verdict();

  expect(verdict.exitCode).toBe(3);
  expect(only(verdict).slotList.at(-1)).toMatchObject({
    state: "partial",
    detail: "cspm-findings failed (source-timeout)",
  });
});

test("a day without a run is missing, and exit 3", async () => {
  await using root = await temporaryFolder();
  const [first = "", , ...rest] = days("2026-08-03", 4);
  await new WrittenStream(root.path).addAll([first, ...rest]);

  const verdict = await verdictOver(root.path);

  expect(verdict.exitCode).toBe(3);
  expect(only(verdict).slots).toMatchObject({ due: 4, met: 3, missing: 1 });
  expect(only(verdict).problems).toEqual([]);
});

test("a declared gap is shown as declared and never as met", async () => {
  await using stream = await temporaryStream();
  const [first = "", , third = "", fourth = ""] = days("2026-08-03", 4);
  await stream.addAll([first]);
  await stream.declare(gapOf("2026-08-04T00:00:00Z", "2026-08-05T00:00:00Z"));
  await stream.addAll([third, fourth]);

  const verdict = await stream.verdict();

  expect(verdict.exitCode).toBe(3);
  expect(only(verdict).slots).toMatchObject({ due: 4, met: 3, declared: 1, missing: 0 });
  expect(only(verdict).declarations).toMatchObject([{ ticket: "GRC-412", role: "compliance engineer" }]);
  expect(only(verdict).chain).toMatchObject({ from: 1, to: 4 });
});

test("without --to the period ends with the last run, and the page says how old that is", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  const verdict = await stream.verdict({ now: "2026-08-09T10:00:00Z" });

  expect(verdict.exitCode).toBe(0);
  expect(only(verdict).remarks).toContain(
    "without --to the period ends with the last run, which is 5 days old",
  );
});

test("with --to every slot up to it counts, but none in the future", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  const verdict = await stream.verdict({ to: "2026-08-31", now: "2026-08-07T10:00:00Z" });

  expect(verdict.exitCode).toBe(3);
  expect(only(verdict).slots).toMatchObject({ due: 4, met: 2, missing: 2 });
  expect(only(verdict).remarks).toContain("the period is not over: its future slots are not due yet");
});

test("a bare date includes its day, and each end can be given alone", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 7));

  const both = await stream.verdict({ from: "2026-08-05", to: "2026-08-06" });
  const since = await stream.verdict({ from: "2026-08-05" });
  const until = await stream.verdict({ to: "2026-08-05" });

  expect(only(both).runs.genuine).toBe(2);
  expect(only(both).uncovered).toEqual([]);
  expect(only(since).runs.genuine).toBe(5);
  expect(only(until).runs.genuine).toBe(3);
});

test.each([
  [{ from: "yesterday", to: "2026-02-30" }, "from and to: neither a date nor an instant in UTC"],
  [{ from: "2026-08-05", to: "2026-08-03" }, "to: the period ends before it begins"],
  [{ from: "2027-01-01" }, "from: the period has not begun yet"],
])("the period %j is refused", async (asked, sentence) => {
  await using stream = await temporaryStream(days("2026-08-03", 1));

  await expect(stream.verdict(asked)).rejects.toThrow(sentence);
});

test("a period in which there is no run and none was due is not passed", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  const before = await stream.verdict({ from: "2026-01-01", to: "2026-01-31" });
  const since = await stream.verdict({ from: "2026-08-06", now: "2026-08-08T00:00:00Z" });

  expect(before.exitCode).toBe(2);
  expect(since.exitCode).toBe(3);
  expect(only(since).slots).toMatchObject({ due: 2, missing: 2 });
});

test("what is wrong outside the period is said and decides nothing", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 7));
  await writeFile(path.join(stream.folder(2), "evidence.json"), "{}");

  const after = await stream.verdict({ from: "2026-08-07" });
  const whole = await stream.verdict();

  expect(after.exitCode).toBe(0);
  expect(only(after).outside).toMatchObject([{ code: "not-genuine" }, { code: "missing-run" }]);
  expect(whole.exitCode).toBe(1);
});

test("the name of a folder moves no run out of the period", async () => {
  await using stream = await temporaryStream();
  for (const time of days("2026-08-03", 7)) await stream.add(evidenceAt(time), null);
  const folder = stream.folder(7);
  const elsewhere = folder.replaceAll("2026-08-09", "2026-08-01");
  await mkdir(path.dirname(elsewhere), { recursive: true });
  await rename(folder, elsewhere);

  const verdict = only(await stream.verdict({ from: "2026-08-09", now: "2026-08-09T12:00:00Z" }));

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems).toMatchObject([
    { code: "not-genuine", run: expect.stringContaining("2026-08-01") },
  ]);
});

test("every stream of a repository is verified, and the worst decides", async () => {
  await using root = await temporaryFolder();
  const below = path.join(root.path, "evidence");
  await mkdir(path.join(root.path, ".git", "2026", "2026-08-03"), { recursive: true });
  await new WrittenStream(below).addAll(days("2026-08-03", 2));
  const other = new WrittenStream(below);
  await other.add(evidenceAt("2026-08-03T06:17:31Z", { stream: { name: "staging", cadence: "P1D" } }));
  await rm(path.join(other.folder(1), "evidence.sigstore.json"));

  const verdict = await verdictOver(root.path);

  expect(verdict.exitCode).toBe(1);
  expect(verdict.streams.map(({ folder, exitCode }) => [folder, exitCode])).toEqual([
    ["evidence/prod", 0],
    ["evidence/staging", 1],
  ]);
});

test("a stream can be asked for by its own folder", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  expect(only(await verdictOver(path.join(stream.root, "prod")))).toMatchObject({ folder: ".", exitCode: 0 });
});

test("an empty folder is neither a stream nor a repository", async () => {
  await using root = await temporaryFolder();

  await expect(verdictOver(root.path)).rejects.toThrow("is neither a run folder nor a stream");
});

test("links are never followed, and what is no run is named but not read", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  const prod = path.join(stream.root, "prod");
  await symlink(stream.folder(1), path.join(prod, "2026/2026-08-03/099999Z-link-1"));
  await symlink(path.join(prod, "2026"), path.join(prod, "2027"));
  await writeFile(path.join(prod, "notes.txt"), "hello");
  await mkdir(path.join(prod, "2026/2026-08-03/.061731Z-draft"));

  const verdict = only(await stream.verdict());

  expect(verdict.exitCode).toBe(1);
  expect(verdict.problems.map(({ run }) => run)).toEqual(["2027", "2026/2026-08-03/099999Z-link-1"]);
  expect(verdict.remarks).toContain("notes.txt is not part of a stream and was not read");
  expect(verdict.remarks).toContain(
    "2026/2026-08-03/.061731Z-draft is not part of a stream and was not read",
  );
});

test("a run folder under another name is in the wrong place", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  const folder = stream.folder(2);
  await rename(folder, path.join(path.dirname(folder), "copy"));

  const verdict = only(await stream.verdict());

  expect(verdict.problems).toMatchObject([{ code: "wrong-folder", run: "2026/2026-08-04/copy" }]);
});

test("runs of no chain are said to be so, and none of them hides another", async () => {
  await using stream = await temporaryStream();
  for (const time of days("2026-08-03", 3)) await stream.add(evidenceAt(time), null);

  const verdict = only(await stream.verdict());

  expect(verdict.exitCode).toBe(0);
  expect(verdict.chain).toEqual({ from: null, to: null, notChained: 3, restarts: [] });
  expect(verdict.notProven).toContain("no run is chained: a deleted run would not be noticed");
});

test("a run of a type that a newer version writes is not checked, and no run is missing because of it", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  await restated(stream.folder(2), SIGNER, (text) => text.replace("evidence/v1", "evidence/v9"));
  const statement = sha256(await statementText(stream.folder(2)));
  const tail = { ...stream.tail, last: { sequence: 2, statement }, evidence: null };
  await stream.add(evidenceAt("2026-08-05T06:17:31Z"), tail);

  const verdict = only(await stream.verdict());

  expect(verdict.exitCode).toBe(2);
  expect(verdict.unchecked).toMatchObject([{ run: expect.stringContaining("2026-08-04") }]);
  expect(verdict.problems).toEqual([]);
});

test("what no complete run looked at is named", async () => {
  await using stream = await temporaryStream(["2026-08-03T06:17:31Z", "2026-08-13T06:17:31Z"]);

  expect(only(await stream.verdict()).uncovered).toEqual([
    { from: "2026-08-03T06:16:50Z", to: "2026-08-06T06:16:50Z" },
    { from: "2026-08-13T06:16:50Z", to: "2026-08-14T00:00:00Z" },
  ]);
});

test("one run id and attempt is there once, and one stream is of one site", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  const [first] = stream.runs;
  const usual = evidenceAt("2026-08-05T06:17:31Z");
  const run = first?.evidence?.run ?? usual.run;
  await stream.add({ ...usual, run });
  const source = { ...usual.source, site: "datadoghq.com" };
  await stream.add({ ...evidenceAt("2026-08-06T06:17:31Z"), source });

  expect(only(await stream.verdict()).problems).toMatchObject([
    { code: "duplicate", sequence: 3 },
    { code: "other-stream", sequence: 4, detail: expect.stringContaining("is of the site datadoghq.com") },
  ]);
});

test("one stream is of one organisation, as far as it is known", async () => {
  await using stream = await temporaryStream();
  const { source } = evidenceAt("2026-08-03T06:17:31Z");
  for (const [index, organizationId] of ["one", null, "two", "one"].entries()) {
    const at = days("2026-08-03", 4)[index] ?? "";
    await stream.add({ ...evidenceAt(at), source: { ...source, organizationId } });
  }

  expect(only(await stream.verdict()).problems).toMatchObject([
    {
      code: "other-stream",
      sequence: 3,
      detail: "is of the organisation two, but the stream began with one",
    },
  ]);
});

test("a file that could not be read is no forgery", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));
  await truncate(path.join(stream.folder(2), "evidence.json"), 1024 ** 3 + 1);

  const verdict = only(await stream.verdict());

  expect(verdict).toMatchObject({ exitCode: 2, problems: [] });
  expect(verdict.unchecked[0]?.why).toContain("is larger than any evidence");
});

test.each([
  ["evidence.json", ".", "."],
  ["gap.json", "prod", "prod"],
  ["evidence.sigstore.json", "prod/2026/2026-08-03", "prod/2026"],
])("%s above runs hides none of them: the folder is refused", async (name, below, asked) => {
  await using stream = await temporaryStream(days("2026-08-03", 1));
  await writeFile(path.join(stream.root, below, name), "{}");
  await writeFile(path.join(stream.root, asked, name), "{}");

  await expect(verdictOver(path.join(stream.root, asked))).rejects.toThrow(
    `holds the files of a run (${name}) and runs below it`,
  );
});

test("a link to the streams beside the files of a run is refused: what it leads to is not looked at", async () => {
  await using root = await temporaryFolder();
  const stream = new WrittenStream(path.join(root.path, "hidden"));
  await stream.addAll(days("2026-08-03", 2));
  const disguised = path.join(root.path, "repository");
  await cp(stream.folder(1), disguised, { recursive: true });
  await symlink(path.join(stream.root, "prod"), path.join(disguised, "prod"));

  await expect(verdictOver(disguised)).rejects.toThrow("or links that may lead to runs");
});

test("a declaration in the period is never complete, and explains a period without any run", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 1));
  await stream.declare(gapOf("2026-08-04T00:00:00Z", "2026-08-06T00:00:00Z"));
  const asked = { from: "2026-08-06T08:00:00Z", to: "2026-08-06T10:00:00Z", now: "2026-08-06T12:00:00Z" };

  const declared = await stream.verdict(asked);
  const without = await stream.verdict({ ...asked, from: "2026-08-06T09:30:00Z" });

  expect(only(declared)).toMatchObject({ exitCode: 3, runs: { declarations: 1 }, slots: { due: 0 } });
  expect(only(without)).toMatchObject({ exitCode: 2, runs: { declarations: 0 }, slots: { due: 0 } });
});

test("a slot that is partial by a run before the period counts, because the page shows it", async () => {
  await using stream = await temporaryStream();
  const items = [signalsItem(), monitorsItem(), findingsItem([], ended("failed"))];
  await stream.add(evidenceAt("2026-08-03T06:17:31Z", { items }));
  await stream.add(evidenceAt("2026-08-04T06:17:31Z"));

  const verdict = only(await stream.verdict({ from: "2026-08-03T12:00:00Z" }));

  expect(verdict).toMatchObject({ exitCode: 3, runs: { partial: 0 }, slots: { partial: 1, met: 1 } });
});

test("where the beginning is not here, nobody says that nothing was due then", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 3));
  const whole = only(await stream.verdict({ from: "2026-08-01" }));
  await rm(stream.folder(1), { recursive: true });
  const rest = only(await stream.verdict({ from: "2026-08-01" }));

  expect(whole.remarks.join()).toContain("2026-08-03T06:17:31Z, nothing is covered");
  expect(rest.remarks.join()).not.toContain("nothing is covered");
  expect(rest.remarks).toContain(
    "before the first run that is here, 2026-08-04T06:17:31Z, slots are not known: it is number 2, and the runs before it are not here",
  );
});

test("the same remark about several runs is one, in words that fit their number", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 3));
  const remarks = async () => only(await stream.verdict()).remarks.join();
  for (const number of [1, 2]) await writeFile(path.join(stream.folder(number), "notes.txt"), "");

  expect(await remarks()).toContain(
    "notes.txt in the run folder is not signed (the same holds for 1 more run)",
  );
  await writeFile(path.join(stream.folder(3), "notes.txt"), "");
  expect(await remarks()).toContain("(the same holds for 2 more runs)");
});

test("slots before the first run are not covered where they were asked for, and belong to the population", async () => {
  await using stream = await temporaryStream(days("2026-08-03", 2));

  const asked = await stream.verdict({ from: "2026-07-30", to: "2026-08-04" });
  const unasked = await stream.verdict({ to: "2026-08-04" });

  expect(only(asked)).toMatchObject({ exitCode: 3, slots: { due: 6, met: 2, missing: 0, notCovered: 4 } });
  expect(only(asked).slotList.map(({ state }) => state)).toEqual([
    ...Array.from({ length: 4 }, () => "not covered"),
    "met",
    "met",
  ]);
  expect(periodText(asked)).toMatch(/covers 2 of 6\s+days\./);
  expect(periodText(asked)).toContain("2 of 6, 33.3 %; 4 not covered");
  expect(only(unasked)).toMatchObject({ exitCode: 0, slots: { due: 2, notCovered: 0 } });
});

test("a run that ends after midnight belongs to the day on which it began", async () => {
  await using stream = await temporaryStream();
  for (const [startedAt, collectedAt] of [
    ["2026-08-03T06:17:00Z", "2026-08-03T06:17:31Z"],
    ["2026-08-04T23:58:00Z", "2026-08-05T00:09:00Z"],
    ["2026-08-05T06:17:00Z", "2026-08-05T06:17:31Z"],
  ]) {
    await stream.add(evidenceAt(collectedAt ?? "", { startedAt: startedAt ?? "" }));
  }

  const { exitCode, slots } = only(await stream.verdict({ from: "2026-08-03", to: "2026-08-05" }));

  expect({ exitCode, slots }).toMatchObject({ exitCode: 0, slots: { due: 3, missing: 0 } });
});
