/** A text in UTF-8 or UTF-16, with or without its byte order mark, as programs of Windows write it. */
export function decodeText(bytes: Uint8Array): string {
  // TextDecoder drops the byte order mark.
  return new TextDecoder(utf16In(bytes) ?? "utf-8").decode(bytes);
}

/** The text as UTF-8 without a byte order mark; what is neither UTF-16 nor marked stays as it is, byte for byte. */
export function asPlainUtf8(bytes: Uint8Array): Uint8Array {
  if (utf16In(bytes) !== null) return Buffer.from(decodeText(bytes));
  const [first, second, third] = bytes;
  return first === 0xef && second === 0xbb && third === 0xbf ? bytes.subarray(3) : bytes;
}

/** The beginning of a text, of at most so many units. Half a character at its end, which no strict parser reads, is left out. */
export function cutText(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, "");
}

/** The kind of UTF-16 that the byte order mark names, if any. */
function utf16In([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  return first === 0xfe && second === 0xff ? "utf-16be" : null;
}
