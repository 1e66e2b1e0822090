import { setFlagsFromString } from "node:v8";

/**
 * Keeps V8's young generation as large as it is. Pages pass through it by the
 * hundred and leave little, yet V8 doubles it each time as much has survived as
 * it holds, up to 128 MB that are never given back. How far it grows is read
 * each time it would, so it may be set while running.
 * https://nodejs.org/api/v8.html#v8setflagsfromstringflags
 */
export function keepHeapSmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
