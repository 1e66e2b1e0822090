import { cp, readFile, rm } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { ended, signal, signalsItem } from "../support/evidence.ts";
import { git } from "../support/git.ts";
import { writtenPeriod } from "../support/reported.ts";
import { days, evidenceAt, gapOf, WrittenStream } from "../support/stream.ts";
import { altered } from "../support/tampering.ts";
import { startScene, type Scene } from "./collecting.ts";
import { Golden } from "./golden.ts";
import { FIXED_KEY } from "./keys.ts";
import { filesBelow } from "../e2e/world.ts";

const golden = new Golden("period");
let scene: Scene;
/** Thirty days of June, of which one is late, one failed, one partial, one missing, and two are declared. */
let june: WrittenStream;
/** Six days of August, all complete. */
let week: WrittenStream;

const AUGUST = days("2026-08-03", 6);
const KEY = ["--key", "key.pub.pem"];
const JULY = { at: "2026-07-01T09:00:00.000Z" };
const LATER = { at: "2026-08-09T09:00:00.000Z" };

beforeAll(async () => {
  scene = await startScene();
  golden.callFolder(scene.folder, "folder");
  june = await writtenPeriod(path.join(scene.folder, "june"), 30, { by: FIXED_KEY });
  week = new WrittenStream(path.join(scene.folder, "week"), FIXED_KEY);
  await week.addAll(AUGUST);
  await golden.callRuns(june, "june");
  await golden.callRuns(week);
});

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
});

test.each(["html", "md", "csv"])("the report on a period as %s is as before", async (format) => {
  const verified = await scene.run(["report", "june", "--format", format, ...KEY], JULY);
  const part = await scene.run(
    ["report", "june/prod", "--format", format, "--from", "2026-06-12", "--to", "2026-06-15"],
    JULY,
  );

  await golden.text(`june/report.${format}`, verified.stdout);
  await golden.text(`june/part-not-verified.${format}`, part.stdout);
});

test("the verdict on a period, as text and as JSON, is as before", async () => {
  await golden.told("june/verify.txt", await scene.run(["verify", "june", ...KEY], JULY));
  await golden.told("june/verify.json.txt", await scene.run(["verify", "june", ...KEY, "--json"], JULY));
  await golden.told(
    "june/part.txt",
    await scene.run(["verify", "june", ...KEY, "--from", "2026-06-10", "--to", "2026-06-22"], JULY),
  );
  await golden.bundle("june/last", june.folder(june.runs.length));
});

/** What became of a copy of the week, and how it is verified. */
const VERDICTS: Readonly<
  Record<string, { done?: (copy: WrittenStream) => Promise<unknown>; flags?: readonly string[] }>
> = {
  genuine: {},
  "more-days-than-runs": { flags: ["--from", "2026-07-30", "--to", "2026-08-10"] },
  witnessed: { flags: ["--witness", "week"] },
  "wrong-key": { flags: ["--key", "other.pub.pem"] },
  "changed-byte": {
    done: async (copy) =>
      altered(path.join(copy.folder(3), "evidence.json"), (text) => text.replace("critical", "Critical")),
  },
  "missing-bundle": { done: async (copy) => rm(path.join(copy.folder(3), "evidence.sigstore.json")) },
  "missing-run": { done: async (copy) => rm(copy.folder(3), { recursive: true }) },
  "missing-end": {
    done: async (copy) => rm(copy.folder(6), { recursive: true }),
    flags: ["--witness", "week"],
  },
  "twice-there": {
    done: async (copy) => cp(copy.folder(3), `${copy.folder(3)}1`, { recursive: true }),
  },
  "rewritten-end": {
    async done(copy) {
      await rm(copy.folder(6), { recursive: true });
      copy.runs.pop();
      const how = ended("partial");
      await copy.add(evidenceAt("2026-08-08T06:17:31Z", { items: [signalsItem([signal()], how)] }));
    },
    flags: ["--witness", "week"],
  },
};

test.each(Object.entries(VERDICTS))(
  "the verdict on a stream is as before: %s",
  async (name, { done, flags = [] }) => {
    const root = path.join(scene.folder, name);
    await cp(week.root, root, { recursive: true });
    const copy = await week.copiedTo(root);
    await done?.(copy);
    await golden.callRuns(copy, name);
    const asked = ["verify", name, ...(flags.includes("--key") ? [] : KEY), ...flags];

    const text = await scene.run(asked, LATER);
    const json = await scene.run([...asked, "--json"], LATER);

    await golden.told(`verify/${name}.txt`, text);
    await golden.told(`verify/${name}.json.txt`, json);
  },
);

test("a day that nobody collected is missing as before, until it is declared as before", async () => {
  const stream = new WrittenStream(path.join(scene.folder, "gap/evidence"), FIXED_KEY);
  for (const time of AUGUST.toSpliced(2, 2)) await stream.add(evidenceAt(time));
  await golden.callRuns(stream);
  const repository = path.join(scene.folder, "gap");
  await git(repository, "init", "--quiet", "--initial-branch=main");
  await git(repository, "add", "--all");
  await git(
    repository,
    "-c",
    "user.name=A",
    "-c",
    "user.email=a@example.com",
    "commit",
    "--quiet",
    "-m",
    "evidence",
  );
  const { range, cause, ticket, role } = gapOf("2026-08-05", "2026-08-06");

  const missing = await scene.run(["verify", "gap", ...KEY], LATER);
  const declared = await scene.run(
    [
      ["declare-gap", "--repository", "gap", "--path", "evidence", "--stream", "prod"],
      ["--from", range.from, "--to", range.to, "--cause", cause, "--ticket", ticket ?? "", "--role", role],
      ["--signing-key", "key.pem", "--timestamp-url", "none"],
    ].flat(),
    { ...LATER, env: { ...GITHUB, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" } },
  );

  const place = path.join(scene.folder, path.relative(scene.folder, declared.stdout.trim()));
  await golden.callDigests([[place, "declaration"]]);
  golden.call(await git(repository, "rev-parse", "HEAD"), "commit of the declaration");
  await golden.told("gap/missing.txt", missing);
  await golden.told("gap/declare.txt", declared);
  await golden.text("gap/gap.json", await readFile(path.join(place, "gap.json"), "utf8"));
  await golden.bundle("gap/signed", place);
  await golden.told("gap/declared.txt", await scene.run(["verify", "gap", ...KEY], LATER));
  await golden.told("gap/declared.json.txt", await scene.run(["verify", "gap", ...KEY, "--json"], LATER));
  await golden.told("gap/declaration.txt", await scene.run(["verify", place, ...KEY], LATER));
});

/** So that the declaration has a number, and not one by lot. */
const GITHUB = { GITHUB_ACTIONS: "true", GITHUB_RUN_ID: "2002", GITHUB_REPOSITORY: "northwind/platform" };

test.each([
  ["dates", ["--dates", "2026-06-09,2026-06-21"]],
  ["lot", ["--count", "3", "--nonce", "4711", "--from", "2026-06-02", "--to", "2026-06-20"]],
])("a sample by %s, and the verdict on it, is as before", async (name, wish) => {
  const out = `sample-${name}`;

  const made = await scene.run(["sample", "june", "--out", out, ...wish, ...KEY], JULY);

  const folder = path.join(scene.folder, out);
  await golden.told(`sample/${name}.txt`, made);
  await golden.text(`sample/${name}.json`, await readFile(path.join(folder, "sample.json"), "utf8"));
  await golden.text(`sample/${name}-files.txt`, `${(await filesBelow(folder)).join("\n")}\n`);
  await golden.told(`sample/${name}-verify.txt`, await scene.run(["verify", out, ...KEY, ...wish], JULY));
  await golden.told(`sample/${name}-unnamed.txt`, await scene.run(["verify", out, ...KEY], JULY));
});

test("nothing is expected here that is compared no more", () => {
  expect(golden.leftOver()).toEqual([]);
});
