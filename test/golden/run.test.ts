import { cp, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";

import { afterAll, beforeAll, expect, test } from "vitest";

import { altered, alteredBundle } from "../support/tampering.ts";
import { git } from "../support/git.ts";
import { startScene, without, type Case, type Scene } from "./collecting.ts";
import { Golden } from "./golden.ts";
import type { Told } from "./program.ts";

const golden = new Golden("run");

/** Each case has the folder `NAME`, and in it one run. */
const CASES: Readonly<Record<string, Case>> = {
  complete: {},
  // One of the records lacks what counts it.
  partial: { signals: (body) => body.replace(/"timestamp":"[^"]*"/, '"timestamp":null') },
  failed: {
    flags: ["--cspm", "required"],
    changed: without(
      "security_monitoring_signals_read",
      "monitors_read",
      "security_monitoring_findings_read",
    ),
  },
  skipped: { changed: without("security_monitoring_findings_read") },
  minimal: { flags: ["--privacy", "minimal", "--items", "security-signals", "--signing", "none"] },
};

const PLACE = "prod/2026/2026-11-22/061731Z-1001-1";

let scene: Scene;
const said = new Map<string, Told>();

beforeAll(async () => {
  scene = await startScene();
  golden.callFolder(scene.folder, "folder");
  for (const [name, asked] of Object.entries(CASES)) {
    said.set(name, await scene.collect({ ...asked, flags: ["--out", name, ...(asked.flags ?? [])] }));
    await golden.callDigests([[path.join(scene.folder, name, PLACE), `${name} run`]]);
  }
});

afterAll(async () => {
  await scene[Symbol.asyncDispose]();
});

test.each(Object.keys(CASES))("a %s run writes the evidence, and says, what it did before", async (name) => {
  const told = said.get(name);

  if (told === undefined) throw new Error(`${name} was not collected`);
  await golden.told(`${name}/collect.txt`, told);
  await golden.text(`${name}/evidence.json`, await evidence(name));
});

test.each(["complete", "partial", "failed", "skipped"])(
  "what is signed of a %s run is as before",
  async (name) => {
    await golden.bundle(`${name}/signed`, path.join(scene.folder, name, PLACE));
  },
);

test.each([
  ["complete", "html", []],
  ["complete", "md", []],
  ["complete", "csv", []],
  ["complete", "csv", ["--item", "security-signals"]],
  ["complete", "csv", ["--item", "compliance-monitors"]],
  ["complete", "csv", ["--item", "cspm-findings"]],
  ["partial", "html", []],
  ["partial", "md", []],
  ["partial", "csv", []],
  ["failed", "html", []],
  ["failed", "md", []],
  ["failed", "csv", []],
  ["skipped", "html", []],
  ["skipped", "md", []],
  ["minimal", "md", []],
])("the report of a %s run as %s %j is as before", async (name, format, more) => {
  const report = await scene.run(["report", `${name}/${PLACE}`, "--format", format, ...more]);

  expect(report).toMatchObject({ code: 0, stderr: "" });
  await golden.text(`${name}/report${more.join("")}.${format}`, report.stdout);
});

/** What was done to a copy of the complete run; the rest is the run and the key of the verifier. */
const VERDICTS: Readonly<
  Record<string, { of?: string; key?: string; done?: (folder: string) => Promise<unknown> }>
> = {
  genuine: {},
  partial: { of: "partial" },
  failed: { of: "failed" },
  skipped: { of: "skipped" },
  "changed-byte": {
    done: async (folder) =>
      altered(path.join(folder, "evidence.json"), (text) => text.replace('"critical"', '"Critical"')),
  },
  "changed-signature": {
    done: async (folder) =>
      alteredBundle(folder, ({ dsseEnvelope: { signatures } }) => {
        // Of the length and the form of a signature, and always the same one.
        for (const signature of signatures) signature.sig = "MAYCAQECAQE=";
      }),
  },
  "wrong-key": { key: "other.pub.pem" },
  "missing-bundle": { done: async (folder) => rm(path.join(folder, "evidence.sigstore.json")) },
  "missing-evidence": { done: async (folder) => rm(path.join(folder, "evidence.json")) },
  "moved-folder": { done: async (folder) => rename(folder, folder.replace("061731Z", "061732Z")) },
  unsigned: { of: "minimal" },
  "line-endings": {
    done: async (folder) =>
      altered(path.join(folder, "evidence.json"), (text) => text.replaceAll("\n", "\r\n")),
  },
};

test.each(Object.entries(VERDICTS))(
  "the verdict on a run is as before: %s",
  async (name, { of = "complete", key = "key.pub.pem", done }) => {
    const copy = path.join(scene.folder, `verified-${name}`);
    await cp(path.join(scene.folder, of), copy, { recursive: true });
    await done?.(path.join(copy, PLACE));
    const place = name === "moved-folder" ? PLACE.replace("061731Z", "061732Z") : PLACE;
    await golden.callDigests([[path.join(copy, place), name]]);

    const asked = ["verify", `verified-${name}/${place}`, "--key", key];

    await golden.told(`verify/${name}.txt`, await scene.run(asked));
    await golden.told(`verify/${name}.json.txt`, await scene.run([...asked, "--json"]));
  },
);

test("what is signed of an unsigned run later, and what is said of it, is as before", async () => {
  const copy = path.join(scene.folder, "late");
  await cp(path.join(scene.folder, "minimal"), copy, { recursive: true });

  const signed = await scene.run(
    ["attest", `late/${PLACE}`, "--signing-key", "key.pem", "--timestamp-url", "none"],
    { at: "2026-11-22T09:00:00.000Z" },
  );

  await golden.told("late/attest.txt", signed);
  await golden.bundle("late/signed", path.join(copy, PLACE));
  await golden.told("late/verify.txt", await scene.run(["verify", `late/${PLACE}`, "--key", "key.pub.pem"]));
});

test("two runs in a repository follow one another, and what changed between them is told as before", async () => {
  await git(scene.folder, "init", "--quiet", "--initial-branch=main", "repository");
  const flags = ["--repository", "repository", "--timestamp-url", "none"];

  const first = await scene.collect({ flags, run: 1000, at: "2026-11-21T06:17:31.000Z" });
  const second = await scene.collect({ flags: [...flags, "--json"], run: 1002 });

  const [before = "", now = ""] = ["2026-11-21/061731Z-1000-1", "2026-11-22/061731Z-1002-1"].map((run) =>
    path.join(scene.folder, "repository/prod/2026", run),
  );
  await golden.callDigests([
    [before, "first run"],
    [now, "second run"],
  ]);
  const repository = path.join(scene.folder, "repository");
  const commits = await git(repository, "log", "--reverse", "--format=%H");
  for (const [index, commit] of commits.split("\n").entries()) golden.call(commit, `commit ${index + 1}`);
  await golden.told("chain/first.txt", first);
  await golden.told("chain/second.txt", second);
  await golden.bundle("chain/second", now);
  await golden.text("chain/log.txt", await git(repository, "log", "--format=%an <%ae>%n%B"));
  await golden.text("chain/files.txt", await git(repository, "ls-files"));
  await golden.text("chain/VERIFY.md", await readFile(path.join(repository, "VERIFY.md"), "utf8"));
  for (const format of ["html", "md"]) {
    const report = await scene.run(["report", now, "--format", format]);
    await golden.text(`chain/report.${format}`, report.stdout);
  }
  await golden.told("chain/verify.txt", await scene.run(["verify", "repository", "--key", "key.pub.pem"]));
  await golden.told("diff/runs.txt", await scene.run(["diff", before, now]));
  await golden.told("diff/all.txt", await scene.run(["diff", before, now, "--all"]));
  await golden.told("diff/json.txt", await scene.run(["diff", before, now, "--json"]));
  await golden.told("diff/same.txt", await scene.run(["diff", now, now]));
});

test("runs of two jobs are published, refused and told as before", async () => {
  await git(scene.folder, "init", "--quiet", "--initial-branch=main", "fleet");
  const summary = ["--summary", "summary.md"];
  const expected = ["--expect", "prod,stage,test"];
  const downloads = path.join(scene.folder, "downloads");
  await cp(path.join(scene.folder, "complete"), path.join(downloads, "prod"), { recursive: true });
  await cp(path.join(scene.folder, "partial"), path.join(downloads, "changed"), { recursive: true });
  await scene.collect({
    flags: [
      ["--stream", "stage"],
      ["--repository", "fleet"],
      ["--out", "downloads/stage"],
      ["--commit", "false"],
    ].flat(),
  });
  await golden.callDigests([[path.join(downloads, "stage", PLACE.replace("prod", "stage")), "run of stage"]]);

  const published = await scene.run(
    ["publish", "downloads", "--repository", "fleet", ...summary, ...expected],
    {
      env: GIT,
    },
  );
  const again = await scene.run(["publish", "downloads/stage", "--repository", "fleet", ...summary], {
    env: GIT,
  });

  golden.call(await git(scene.folder, "-C", "fleet", "rev-parse", "HEAD"), "commit of the fleet");
  await golden.told("publish/first.txt", published);
  await golden.told("publish/again.txt", again);
  await golden.text("publish/summary.md", await readFile(path.join(scene.folder, "summary.md"), "utf8"));
});

test("nothing is expected here that is compared no more", () => {
  expect(golden.leftOver()).toEqual([]);
});

/** Keeps the settings of this machine out of git. */
const GIT = { GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null" };

async function evidence(name: string): Promise<string> {
  return readFile(path.join(scene.folder, name, PLACE, "evidence.json"), "utf8");
}
