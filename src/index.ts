import { isNodeNewEnough } from "./cli/node-version.ts";

/**
 * What `dist` is made from: the entries, each loading only what it needs. The
 * files beside the bundle have two lines each, which call one of them.
 */

/** The Action; its runner brings the right Node. */
export async function runAction(dist: string): Promise<void> {
  const { runEvidenceAction } = await import("./action/main.ts");
  await runEvidenceAction(dist);
}

/** The command line. */
export async function runCli(dist: string): Promise<void> {
  if (!(await isNodeNewEnough(dist))) return;
  const { runCommandLine } = await import("./cli/main.ts");
  await runCommandLine(dist);
}

/** `verify` alone, for those who only check. */
export async function runVerify(dist: string): Promise<void> {
  if (!(await isNodeNewEnough(dist))) return;
  const { runCommandLine } = await import("./cli/main.ts");
  await runCommandLine(dist, ["verify", ...process.argv.slice(2)]);
}

/** A thread of `verify`, which its command line starts. */
export async function runVerifyThread(): Promise<void> {
  const { answerVerifyTask } = await import("./cli/verify-threads.ts");
  await answerVerifyTask();
}

/** The second watcher, an Action of its own. */
export async function runWatch(): Promise<void> {
  const { runWatchAction } = await import("./action/watch.ts");
  await runWatchAction();
}
