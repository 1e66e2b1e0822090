import { BlobReader, ZipReader, type Entry } from "@zip.js/zip.js";
import { inflateSync } from "fflate";

import { Failure } from "../../failure.ts";
import { blockReader, type ReadBlob, type ReadPart } from "./block-reader.ts";
import { MOST_FILES, type DroppedFile } from "./memory-files.ts";

/** Evidence is text that packs well, but no file of it that is larger than `LARGE` unpacks to more than 300 times its size. */
const MOST_GROWTH = 300;
const LARGE = 64 * 1024 * 1024;
const LARGEST_FILE = 1024 * 1024 * 1024;
const LARGEST_ARCHIVE = 8 * LARGEST_FILE;
const LOCAL_HEADER = 30;
const [STORED, DEFLATED] = [0, 8];

/** The files of a zip, none unpacked yet. Throws a `Failure` where it is damaged, encrypted or hostile. */
export async function archiveFiles(archive: File, read: ReadBlob): Promise<readonly DroppedFile[]> {
  const entries = await entriesOf(archive);
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
  if (entries.length > MOST_FILES) {
    throw unfit(archive, `holds ${entries.length} files, and this page reads up to ${MOST_FILES}`);
  }
  if (unpacked > LARGEST_ARCHIVE) {
    throw unfit(archive, `would be ${unpacked} bytes when unpacked`, "use the command line, on a folder");
  }
  const seen = new Set<string>();
  const readPart = blockReader(archive, read);
  return entries.map((entry): DroppedFile => {
    const path = pathOf(entry, archive);
    if (entry.directory) return { path, size: 0, kind: "folder", read: () => new Uint8Array() };
    const folded = path.normalize("NFC").toLowerCase();
    // Nobody reads evidence from the folder of git, where names of branches may differ in capital letters.
    const isGit = /(?:^|\/)\.git\//.test(path);
    if (!isGit && seen.has(folded)) throw unfit(archive, `holds ${shown(path)} twice, or in two spellings`);
    seen.add(folded);
    if (entry.encrypted)
      throw unfit(archive, "is encrypted", "unpack it with its password, and drop the folder");
    const size = entry.uncompressedSize;
    if (entry.symlink) return { path, size, kind: "link", read: () => new Uint8Array() };
    return { path, size, read: () => unpack(entry, { archive, readPart }) };
  });
}

async function entriesOf(archive: File): Promise<readonly Entry[]> {
  // Names are checked below, with a sentence for each.
  const reader = new ZipReader(new BlobReader(archive), { filenameValidation: "tolerant" });
  try {
    const entries: Entry[] = [];
    for await (const entry of reader.getEntriesGenerator()) {
      entries.push(entry);
      if (entries.length > MOST_FILES) break;
    }
    return entries;
  } catch (error) {
    if (error instanceof DOMException) {
      throw unfit(
        archive,
        "cannot be read: it was changed, moved or locked since it was given",
        "give it again",
        error,
      );
    }
    throw unfit(archive, "is damaged or was cut off", "download it again", error);
  }
}

/** Windows' own archiver of old wrote `\` between names. */
function pathOf({ filename }: Entry, archive: File): string {
  const path = filename
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .replace(/\/$/, "");
  if (/^\/|^[A-Za-z]:/.test(path) || path.includes("\0") || path.split("/").includes("..")) {
    throw unfit(archive, `holds ${shown(path)}, a path that leads out of it`);
  }
  return path;
}

function unpack(
  entry: Entry,
  { archive, readPart }: { archive: File; readPart: ReadPart },
): Uint8Array<ArrayBuffer> {
  const { offset, compressedSize, uncompressedSize, compressionMethod, filename, crc32 } = entry;
  // Checked only when the file is read, so that one bad file does not hide the other runs.
  if (uncompressedSize > LARGE && uncompressedSize > compressedSize * MOST_GROWTH) {
    throw unfit(
      archive,
      `holds ${shown(filename)}, which grows from ${compressedSize} to ${uncompressedSize} bytes`,
    );
  }
  if (uncompressedSize > LARGEST_FILE) throw unfit(archive, `holds ${shown(filename)}, which is too large`);
  const header = readPart(offset, offset + LOCAL_HEADER);
  if (header.length < LOCAL_HEADER) throw unfit(archive, "is damaged or was cut off", "download it again");
  const view = new DataView(header.buffer, header.byteOffset);
  const start = offset + LOCAL_HEADER + view.getUint16(26, true) + view.getUint16(28, true);
  const packed = readPart(start, start + compressedSize);
  const bytes = inflated(packed, { compressionMethod, uncompressedSize });
  if (bytes === null || bytes.length !== uncompressedSize || checksumOf(bytes) !== crc32) {
    throw unfit(archive, `holds ${shown(filename)}, which is damaged`, "download it again");
  }
  return bytes;
}

function inflated(
  packed: Uint8Array<ArrayBuffer>,
  { compressionMethod, uncompressedSize }: Pick<Entry, "compressionMethod" | "uncompressedSize">,
): Uint8Array<ArrayBuffer> | null {
  // The bytes of one file only: those of its neighbours would stay in memory with it.
  if (compressionMethod === STORED) return packed.slice();
  if (compressionMethod !== DEFLATED) return null;
  try {
    // With a buffer of its own the library writes no further than that.
    const out = new Uint8Array(uncompressedSize);
    return out.subarray(0, inflateSync(packed, { out }).length);
  } catch {
    // The library refuses in its own words, which say nothing of the file.
    return null;
  }
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as zip archives have it. */
function checksumOf(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] ?? 0) ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function shown(path: string): string {
  return JSON.stringify(path.slice(0, 120));
}

function unfit(
  { name }: File,
  problem: string,
  hint = "ask for the evidence again",
  cause?: unknown,
): Failure {
  return new Failure("unreadable", `${name.slice(0, 120)} ${problem}`, { hint, cause });
}
