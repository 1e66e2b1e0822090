import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

/** The first Node that the program is tested on. */
const OLDEST = 24;

/**
 * Whether this Node is new enough. If not, the program runs again on the Node 24
 * that `npm ci` installed beside it, or says what is missing; either way the
 * exit code is set and there is nothing left to do.
 */
export async function isNodeNewEnough(dist: string): Promise<boolean> {
  if (Number(process.versions.node.split(".")[0]) >= OLDEST) return true;

  const node = path.join(
    dist,
    "..",
    "node_modules",
    ".bin",
    process.platform === "win32" ? "node.cmd" : "node",
  );
  if (!existsSync(node)) {
    process.stderr.write(
      `datadog-evidence: Node ${OLDEST} or newer is needed, and this is ${process.versions.node}\ninstall it from https://nodejs.org; in a clone of this program, npm ci brings it on Linux and Windows\n`,
    );
    process.exitCode = 2;
    return false;
  }
  process.exitCode = await runAgain(node);
  return false;
}

async function runAgain(node: string): Promise<number> {
  const child = spawn(node, process.argv.slice(1), { stdio: "inherit" });
  // What would stop us must stop the program, which then still writes and signs.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? 2));
  });
}
