import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { readGivenFile, readWorkspaceFile } from "../../src/config/given-file.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { sha256 } from "../../src/evidence/digest.ts";
import { EXAMPLE, policyText } from "../policy/policies.ts";
import { temporaryFolder } from "../support/temp.ts";

const GOOD = { "api-key": "0a".repeat(16), "app-key": "0b".repeat(20), signing: "none" };
const TEXT = policyText(EXAMPLE);

function configWith(text: string, inputs: Readonly<Record<string, string>> = {}) {
  return readConfig({ ...GOOD, ...inputs }, { policy: { name: "policy.json", bytes: Buffer.from(text) } });
}

test("a run has the policy and its exact bytes", () => {
  const { givenPolicy } = configWith(`${TEXT}\n`);

  expect(givenPolicy?.policy.expectations).toHaveLength(7);
  expect(givenPolicy?.file).toMatchObject({ name: "policy.json", sha256: sha256(`${TEXT}\n`) });
});

test("what is wrong with a policy is told with the problems of other inputs, before anything is asked", () => {
  const text = TEXT.replace('"critical-24h"', '"Critical"').replace('"PT4H"', '"4h"');

  expect(() => configWith(text, { cadence: "weekly" })).toThrow(
    [
      "3 inputs need attention:",
      "  cadence: must be one of PT1H, PT6H, PT12H, P1D, hourly, daily",
      "  policy: policy.json:27: no-old-alert: olderThan must be a duration in days, hours and minutes, such as PT24H or P2D",
      "  policy: policy.json:38: Critical: id must be lower-case letters, digits and hyphens, 63 characters at most, such as named-monitors",
    ].join("\n"),
  );
});

test("a condition on a tag is judged by the tag and the privacy of the run", () => {
  const text = policyText({
    expect: [{ id: "a", item: "compliance-monitors", atLeast: 1, where: { tags: "soc2" } }],
  });

  expect(() => configWith(text)).toThrow('records do not keep the tag "soc2", so it would match nothing');
  expect(configWith(text, { "monitor-tag": "soc2", privacy: "minimal" }).givenPolicy).not.toBeNull();
});

test("a secret in a policy is refused before anything is asked, by its place, and is not repeated", () => {
  const secret = GOOD["app-key"];
  const text = TEXT.replace("no customer data", secret).replace("SEC-812", `ghp_${"a1".repeat(18)}`);

  const refused = () => configWith(text, { cadence: "weekly" });

  expect(refused).toThrow("  policy: policy.json accept[0].why holds a key that this run uses, and everyone");
  expect(refused).toThrow(
    "  policy: policy.json accept[0].ticket holds a GitHub token, and everyone could read it",
  );
  expect(refused).not.toThrow(secret);
});

test("a file of a thousand problems names the first and counts the others", () => {
  const many = policyText({ expect: Array.from({ length: 199 }, (_, at) => ({ id: `a${at}`, item: "x" })) });

  expect(() => configWith(many)).toThrow(/and \d+ more problems$/);
});

async function workspace() {
  const folder = await temporaryFolder();
  const inside = path.join(folder.path, "work");
  await mkdir(path.join(inside, "compliance"), { recursive: true });
  await writeFile(path.join(inside, "compliance", "policy.json"), TEXT);
  await writeFile(path.join(folder.path, "outside.json"), TEXT);
  await symlink(path.join(folder.path, "outside.json"), path.join(inside, "link.json"));
  await symlink(path.join(inside, "compliance"), path.join(inside, "linked"));
  return { inside, path: folder.path, [Symbol.asyncDispose]: () => folder[Symbol.asyncDispose]() };
}

test("the Action reads a regular file of the workspace", async () => {
  await using world = await workspace();
  const from = { input: "policy", workspace: world.inside };

  expect((await readWorkspaceFile("compliance/policy.json", from)).toString()).toBe(TEXT);
  expect((await readWorkspaceFile(path.join(world.inside, "compliance/policy.json"), from)).toString()).toBe(
    TEXT,
  );
});

test.each([
  ["a file outside", "../outside.json", "must be a file inside the workspace"],
  ["the workspace itself", ".", "must be a file inside the workspace"],
  ["a link", "link.json", "is a link or behind one"],
  ["a file behind a link", "linked/policy.json", "is a link or behind one"],
  ["a folder", "compliance", "is not a regular file"],
  ["a file that is not there", "none.json", "the file cannot be read (ENOENT)"],
])("the Action refuses %s", async (_, file, sentence) => {
  await using world = await workspace();

  await expect(readWorkspaceFile(file, { input: "policy", workspace: world.inside })).rejects.toThrow(
    `policy: ${sentence}`,
  );
});

test("without a workspace there is no policy to read", async () => {
  await expect(readWorkspaceFile("policy.json", { input: "policy", workspace: undefined })).rejects.toThrow(
    "policy: GITHUB_WORKSPACE is not set",
  );
});

test("the command line reads any file, behind a link too", async () => {
  await using world = await workspace();

  expect((await readGivenFile(path.join(world.inside, "link.json"), "policy")).toString()).toBe(TEXT);
});

test("a file that is far too large, or no file, is refused with a sentence and not read", async () => {
  await using world = await workspace();
  const huge = path.join(world.inside, "huge.json");
  await writeFile(huge, Buffer.alloc(2_000_001, " "));

  await expect(readGivenFile(huge, "policy")).rejects.toThrow(
    `the policy ${huge} is too large (2000001 bytes)`,
  );
  await expect(readGivenFile(world.inside, "policy")).rejects.toThrow("cannot be read (EISDIR)");
  await expect(readWorkspaceFile("huge.json", { input: "policy", workspace: world.inside })).rejects.toThrow(
    /^policy: the file is too large \(2000001 bytes\)$/,
  );
});
