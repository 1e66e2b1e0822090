import { mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { catchFailure } from "../../../src/failure.ts";
import { diskFiles } from "../../../src/platform/disk.ts";
import { asPlainUtf8, decodeText } from "../../../src/platform/text.ts";
import { locateStreams } from "../../../src/verify/stream/find-streams.ts";
import { readKeysFile } from "../../../src/verify/trust/keys-file.ts";
import { days, only, temporaryStream } from "../../support/stream.ts";
import { SIGNER } from "../../support/tampering.ts";
import { temporaryFolder } from "../../support/temp.ts";

test("what archivers and desktops add is no stream, no run and no remark", async () => {
  await using stream = await temporaryStream(days("2026-06-01", 2));
  const before = await stream.verdict();
  // Of each file, macOS keeps what is not its content in a second one, which has this name.
  for (const number of [1, 2]) {
    const beside = path.join(stream.root, "__MACOSX", path.relative(stream.root, stream.folder(number)));
    await mkdir(beside, { recursive: true });
    await writeFile(path.join(beside, "._evidence.json"), "\0");
  }
  for (const folder of ["", "prod", "prod/2026", "prod/2026/2026-06-01", "2"]) {
    const place = folder === "2" ? stream.folder(2) : path.join(stream.root, folder);
    for (const name of [".DS_Store", "._evidence.json", "Thumbs.db", "desktop.ini"]) {
      await writeFile(path.join(place, name), "\0");
    }
  }

  const verdict = await stream.verdict({ witness: stream.root });

  expect(verdict.exitCode).toBe(0);
  expect(only(verdict).remarks).toEqual(only(before).remarks);
  expect(verdict.remarks).toEqual([]);
});

test.each([
  ["artifact.zip", "is a zip archive, not a folder", "unzip it"],
  ["evidence.json", "is a file, not a folder", "name the folder that holds it"],
])("%s in place of a folder: %s", async (name, sentence, hint) => {
  await using root = await temporaryFolder();
  const file = path.join(root.path, name);
  await writeFile(file, "PK");

  expect(catchFailure(() => locateStreams(diskFiles(file)))).toMatchObject({
    message: expect.stringContaining(sentence),
    hint: expect.stringContaining(hint),
  });
});

test("where a folder holds nothing but a zip, the hint is to unzip it", async () => {
  await using root = await temporaryFolder();
  await mkdir(path.join(root.path, "download"));
  await writeFile(path.join(root.path, "download", "compliance-evidence.zip"), "PK");

  expect(catchFailure(() => locateStreams(diskFiles(path.join(root.path, "download"))))).toMatchObject({
    hint: "first unzip compliance-evidence.zip, then name the folder that it leaves",
  });
});

const KEYS = JSON.stringify([{ pem: SIGNER.publicPem }]);

test.each([
  ["UTF-8", Buffer.from(KEYS)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${KEYS}`)],
  ["UTF-16, little endian", Buffer.from(`\ufeff${KEYS}`, "utf16le")],
  ["UTF-16, big endian", Buffer.from(`\ufeff${KEYS}`, "utf16le").swap16()],
])("a keys file in %s is read", (_, bytes) => {
  expect(readKeysFile(bytes, "keys.json")).toMatchObject([{ fingerprint: SIGNER.fingerprint }]);
  expect(decodeText(bytes)).toBe(KEYS);
  expect(Buffer.from(asPlainUtf8(bytes)).toString()).toBe(KEYS);
});

test("a stream in a folder with the name of an archiver's file is found", async () => {
  await using stream = await temporaryStream(days("2026-06-01", 2));
  await rename(path.join(stream.root, "prod"), path.join(stream.root, "._prod"));

  const { streams } = await stream.verdict();

  expect(streams.map(({ folder, exitCode }) => [folder, exitCode])).toEqual([["._prod", 1]]);
});
