import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8 from taking memory that it does not need. What passes through by the
 * thousand, pages or runs, leaves little; yet V8 doubles its young generation each
 * time as much has survived as it holds, up to 128 MB that are never given back,
 * and lets garbage lie until several times what is alive. Both are read whenever
 * the heap would grow, so they may be set while running.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
  setFlagsFromString("--heap-growing-percent=50");
}
