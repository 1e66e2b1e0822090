import { mkdir, rename, writeFile, cp } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { reportCommand } from "../../../src/cli/commands/report.ts";
import { writtenPeriod } from "../../support/reported.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder, type TemporaryFolder } from "../../support/temp.ts";
import { KeptTerminal } from "../../support/terminal.ts";

test("with a key the report on a stream is verified, without one it says that it is not", async () => {
  await using root = await temporaryFolder();
  const key = await written(root);

  const verified = await printed(path.join(root.path, "evidence/prod"), { key: [key] });
  const unverified = await printed(path.join(root.path, "evidence/prod"), {});

  expect(verified).toContain("All 5 run folders are genuine.");
  expect(unverified).toContain("NOT VERIFIED");
  expect(unverified).not.toContain("are genuine.");
});

test("a repository with one stream is as good as the stream, and the days are those asked for", async () => {
  await using root = await temporaryFolder();
  const key = await written(root);

  const html = await printed(path.join(root.path, "evidence"), {
    key: [key],
    from: "2026-06-02",
    to: "2026-06-03",
  });

  expect(html).toContain("2026-06-02 to 2026-06-03");
  expect(html).toContain("Evidence was due on 2 days.");
});

test("copies are compared, and the report says of how many runs", async () => {
  await using root = await temporaryFolder();
  const key = await written(root);
  const [evidence, witness] = [path.join(root.path, "evidence"), path.join(root.path, "copies")];
  await cp(evidence, witness, { recursive: true });

  const html = await printed(evidence, { key: [key], witness });

  expect(html).toContain("5 of 5 runs compared, 5 match");
});

test("the CSV of a stream has a row for each item of each slot", async () => {
  await using root = await temporaryFolder();
  await written(root);

  const text = await printed(path.join(root.path, "evidence/prod"), { format: "csv" });

  expect(text.trim().split("\r\n")).toHaveLength(1 + 5 * 3);
});

test("the Markdown of a stream is verified with a key, and without one says that it is not", async () => {
  await using root = await temporaryFolder();
  const key = await written(root);
  const stream = path.join(root.path, "evidence/prod");

  const verified = await printed(stream, { format: "md", key: [key] });
  const unverified = await printed(stream, { format: "md" });

  const parted = await printed(stream, { format: "csv", separator: "semicolon" });

  expect(parted).toMatch(/^\ufeff"from \(UTC\)";"to \(UTC\)";/);
  expect(verified).toContain("All 5 run folders are genuine.");
  expect(unverified).toContain("# Compliance evidence: Northwind, prod, NOT VERIFIED");
});

test.each([
  [{ format: "csv", item: "cspm-findings" }, "--item needs a run folder"],
  [{ separator: "tab" }, "--separator belongs to --format csv"],
  [{ format: "csv", separator: "x" }, "--separator is one of comma, semicolon, tab, pipe"],
  [{ witness: "copies" }, "comparing copies needs a key or another flag that names what to trust"],
  [{ from: "yesterday" }, "neither a date nor an instant"],
])("%j is refused in a sentence", async (flags, sentence) => {
  await using root = await temporaryFolder();
  await written(root);

  await expect(printed(path.join(root.path, "evidence/prod"), flags)).rejects.toThrow(sentence);
});

test("a repository with two streams is asked which of them", async () => {
  await using root = await temporaryFolder();
  await written(root);
  await mkdir(path.join(root.path, "both"));
  await rename(path.join(root.path, "evidence/prod"), path.join(root.path, "both/one"));
  await written(root);
  await rename(path.join(root.path, "evidence/prod"), path.join(root.path, "both/two"));

  await expect(printed(path.join(root.path, "both"), {})).rejects.toThrow("has 2 streams");
});

/** Five days below `evidence/prod`; answers with the file of the public key. */
async function written(root: TemporaryFolder): Promise<string> {
  await writtenPeriod(path.join(root.path, "evidence"), 5);
  const key = path.join(root.path, "key.pem");
  await writeFile(key, SIGNER.publicPem);
  return key;
}

async function printed(
  folder: string,
  flags: Readonly<Record<string, string | readonly string[]>>,
): Promise<string> {
  const terminal = new KeptTerminal();
  const code = await reportCommand.run({ words: [folder], flags }, terminal);
  expect(code).toBe(0);
  return terminal.printed;
}
