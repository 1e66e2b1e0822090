import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8 from taking memory that it does not need. Thousands of pages or runs pass through and leave
 * little behind. Yet V8 doubles its young generation up to 128 MB, which it never gives back, and keeps
 * several times as much garbage as live objects. V8 reads both flags whenever the heap grows, so they can
 * be set at run time.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}
