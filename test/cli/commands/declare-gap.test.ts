import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { declareGapCommand } from "../../../src/cli/commands/declare-gap.ts";
import type { SigningKey } from "../../../src/sign/signing-key.ts";
import { newKey } from "../../support/evidence.ts";
import { git, newRepository } from "../../support/git.ts";
import { days, evidenceAt, only, verdictOver, WrittenStream } from "../../support/stream.ts";
import { SIGNER, STRANGER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

const TIMES = days("2026-08-03", 8);

/** A repository with a stream whose days 4 to 6 are missing. */
async function repository() {
  const { path: folder, [Symbol.asyncDispose]: dispose } = await newRepository();
  const stream = new WrittenStream(path.join(folder, "evidence"));
  for (const time of [...TIMES.slice(0, 3), ...TIMES.slice(6)]) await stream.add(evidenceAt(time));
  await git(folder, "add", "--all");
  await git(folder, "commit", "--quiet", "-m", "prod: evidence");
  return { folder, stream, [Symbol.asyncDispose]: dispose };
}

/** Declares as the command line would; answers with what it printed. */
async function declaring(
  folder: string,
  flags: Readonly<Record<string, string | readonly string[]>> = {},
  signer: SigningKey = SIGNER,
): Promise<string> {
  const given = {
    repository: folder,
    path: "evidence",
    stream: "prod",
    from: "2026-08-06",
    to: "2026-08-08",
    cause: "Workflows were off while the organisation moved",
    ticket: "GRC-412",
    role: "compliance engineer",
    "timestamp-url": "none",
    ...flags,
  };
  const terminal = new KeptTerminal({
    SIGNING_KEY: signer.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  });
  const code = await declareGapCommand.run({ words: [], flags: given }, terminal);
  expect(code).toBe(0);
  return terminal.printed;
}

test("a declared gap stands in the chain, is committed, and is shown as declared and never as met", async () => {
  await using scene = await repository();

  const printed = await declaring(scene.folder);

  const verdict = only(await verdictOver(scene.folder));
  expect(verdict).toMatchObject({
    exitCode: 3,
    slots: { due: 8, met: 5, declared: 3, missing: 0 },
    declarations: [{ ticket: "GRC-412", role: "compliance engineer", sequence: 6 }],
    problems: [],
  });
  expect(printed.trim()).toContain(path.join("evidence", "prod", "2026"));
  expect(await git(scene.folder, "log", "-1", "--format=%s")).toBe(
    "prod: gap declared from 2026-08-06T00:00:00Z to 2026-08-09T00:00:00Z",
  );
  expect(await git(scene.folder, "status", "--porcelain")).toBe("");
});

test.each<readonly [string, Readonly<Record<string, string>>, string | RegExp]>([
  ["is in the future", { to: "2999-01-01" }, "to: 2999-01-02T00:00:00Z is in the future"],
  ["ends before it begins", { from: "2026-08-08", to: "2026-08-06" }, "to: the period ends before it begins"],
  ["touches a slot that has a run", { to: "2026-08-09" }, "the slot of 2026-08-09T00:00:00Z has the run"],
  [
    "holds no whole slot",
    { from: "2026-08-06T01:00:00Z", to: "2026-08-07T23:00:00Z" },
    "no whole slot of P1D is",
  ],
  [
    "begins before the stream",
    { from: "2026-07-01", to: "2026-07-02" },
    "nothing was due before the first run",
  ],
  ["names no stream that is there", { stream: "staging" }, "stream: staging has no run"],
  [
    "gives a cause of two lines",
    { cause: "one\ntwo" },
    /^cause: must be one line of at most 500 characters$/,
  ],
  [
    "names a stream that is no folder",
    { stream: "../prod" },
    /^stream: must be 1 to 63 letters, digits[^;]*$/,
  ],
  [
    "gives nothing",
    { cause: "", role: "", from: "" },
    "from: is required\ncause: is required\nrole: is required",
  ],
  [
    "holds a secret",
    { cause: `the token ghp_${"a1B2".repeat(9)} had leaked` },
    "nothing was declared: gap.json",
  ],
])("a declaration that %s is refused, and nothing is written", async (_, flags, sentence) => {
  await using scene = await repository();
  const before = await git(scene.folder, "rev-parse", "HEAD");

  await expect(declaring(scene.folder, flags)).rejects.toThrow(sentence);

  expect(await git(scene.folder, "rev-parse", "HEAD")).toBe(before);
  expect(await git(scene.folder, "status", "--porcelain")).toBe("");
});

test("a gap may be declared beside an earlier declaration, and the runs go on after it", async () => {
  await using scene = await repository();
  await declaring(scene.folder, { to: "2026-08-06" });
  await declaring(scene.folder, { from: "2026-08-07" });

  expect(only(await verdictOver(scene.folder))).toMatchObject({
    exitCode: 3,
    slots: { declared: 3 },
    chain: { to: 5 },
  });
});

test("with --key, site and cadence come from a run that verifies, and not from a stranger's at the end", async () => {
  await using scene = await repository();
  const stream = { name: "prod", cadence: "PT1H" } as const;
  const strangers = new WrittenStream(scene.stream.root, STRANGER);
  await strangers.add(evidenceAt("2026-08-10T20:17:31Z", { stream }));
  await git(scene.folder, "add", "--all");
  await git(scene.folder, "commit", "--quiet", "-m", "planted");
  await using keys = await temporaryFolder();
  const key = path.join(keys.path, "signer.pem");
  await writeFile(key, SIGNER.publicPem);

  // A new key of ours, which signed no run yet.
  const folder = await declaring(scene.folder, { key: [key] }, newKey());

  const gap: unknown = JSON.parse(await readFile(path.join(folder.trim(), "gap.json"), "utf8"));
  expect(gap).toMatchObject({ stream: { site: "datadoghq.eu", cadence: "P1D" } });
});

test.each(["cause", "ticket", "role"])(
  "a secret of the run in %s is refused, in disguise too, and the value is not repeated",
  async (flag) => {
    await using scene = await repository();
    const key = SIGNER.privateKey.export({ type: "pkcs8", format: "der" }).toString("base64");
    const line = key.slice(0, 64);

    for (const value of [
      line,
      line.toUpperCase(),
      line.replaceAll(/.{5}/g, "$& "),
      encodeURIComponent(key.slice(64)),
    ]) {
      const declared = declaring(scene.folder, { [flag]: `see ${value}` });

      await expect(declared).rejects.toThrow(
        `nothing was declared: gap.json ${flag} holds a key that this run uses`,
      );
      await expect(declared).rejects.not.toThrow(value);
    }
    expect(await git(scene.folder, "status", "--porcelain")).toBe("");
  },
);
