import { digestSha256 } from "../platform/crypto.ts";

/** `sha256` in hex. */
export function sha256(bytes: string | Uint8Array): string {
  return digestSha256(bytes);
}
