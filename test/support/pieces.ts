import { readBytes, type EvidenceFile } from "../../src/evidence/file.ts";

/** The same file in pieces of so many bytes, each made when it is asked for. */
export function cut(file: EvidenceFile, length: number): EvidenceFile {
  const { name, size, sha256 } = file;
  const bytes = readBytes(file);
  return {
    name,
    size,
    sha256,
    *pieces() {
      for (let at = 0; at < bytes.length; at += length) yield Buffer.from(bytes.subarray(at, at + length));
    },
  };
}

/** A file that cannot be read to its end. */
export function broken(file: EvidenceFile): EvidenceFile {
  const { name, size, sha256 } = file;
  return {
    name,
    size,
    sha256,
    *pieces() {
      yield* file.pieces();
      throw Object.assign(new Error("EIO: i/o error, read"), { code: "EIO" });
    },
  };
}
