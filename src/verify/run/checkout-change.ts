import { sha256 } from "../../evidence/digest.ts";

/** In larger files the difference is not looked for. */
const LARGEST_COMPARED = 64 * 1024 * 1024;
const POINTER = "version https://git-lfs.github.com/spec/";
const CR = 0x0d;
const LF = 0x0a;
const BYTE_ORDER_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const CLONE = "clone the repository again with: git -c core.autocrlf=false clone";

/**
 * How a checkout, an editor or Git LFS changed a file that was signed with this digest, and how to get its bytes, as
 * the words that follow its name; null where the difference is another.
 */
export function checkoutChange(bytes: Buffer, signed: string): string | null {
  const pointer = pointerProblem(bytes);
  if (pointer !== null) return pointer;
  if (bytes.length > LARGEST_COMPARED) return null;
  const bare = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? bytes.subarray(BYTE_ORDER_MARK.length)
    : bytes;
  if (bare !== bytes && sha256(bare) === signed) {
    return "is not as signed: only a byte order mark (BOM) at its beginning differs, which an editor added; copy the file again without opening it";
  }
  if (sha256(withoutReturns(bare)) !== signed) return null;
  const also = bare === bytes ? "" : " and a byte order mark (BOM)";
  return `is not as signed: only the line endings${also} differ, as a checkout on Windows writes them; ${CLONE}`;
}

/** Says that the file is a pointer of Git LFS, as the words that follow its name; null where it is none. */
export function pointerProblem(bytes: Buffer): string | null {
  if (!bytes.subarray(0, POINTER.length).equals(Buffer.from(POINTER))) return null;
  return "is only a pointer of Git LFS, in place of the file itself; get the file with: git lfs pull";
}

/** The bytes with a line feed for each carriage return and line feed, and for each carriage return alone. */
function withoutReturns(bytes: Buffer): Buffer {
  const kept = Buffer.alloc(bytes.length);
  let length = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === CR && bytes[at + 1] === LF) continue;
    kept[length] = byte === CR ? LF : byte;
    length += 1;
  }
  return kept.subarray(0, length);
}
