import { execFile, spawn } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { cp, glob, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";

import { DIST, ROOT, ran } from "./processes.ts";
import { cell, table, type Section } from "./table.ts";

const ROUNDS = 15;

/** From the start of a process to its first request, beside one that does nothing and one that loads everything. */
export async function start(folder: string): Promise<Section> {
  const eager = await eagerBundle(folder);
  const [empty, ours, whole, demo]: [number[], number[], number[], { ms: number; peakMb: number }[]] = [
    [],
    [],
    [],
    [],
  ];
  const environment = await actionEnvironment(folder);
  for (let round = 0; round < ROUNDS; round += 1) {
    empty.push((await ran(["-e", "0"], { folder })).ms);
    ours.push(await firstRequest(path.join(DIST, "index.js"), environment));
    whole.push(await firstRequest(eager, environment));
  }
  for (let round = 0; round < 3; round += 1)
    demo.push(await ran([path.join(DIST, "cli.js"), "demo"], { folder }));
  return {
    title: "Start",
    text: "Milliseconds of a whole process; of the Action, until its first connection. The eager bundle is the same source with every module imported at once.",
    rows: table(
      ["", "median", "least", "most"],
      [
        ["an empty Node script", ...cell(empty)],
        ["the Action to its first request", ...cell(ours)],
        ["the same, loading everything", ...cell(whole)],
        ["`npm start`, the demo run", ...cell(demo.map(({ ms }) => ms))],
        ["`npm start`, peak memory in MB", ...cell(demo.map(({ peakMb }) => peakMb))],
      ],
    ),
  };
}

/** The compiled source in one bundle that imports all of its modules; it needs the `lib` of the last build. */
async function eagerBundle(folder: string): Promise<string> {
  const lib = path.join(ROOT, "lib");
  const modules = await Array.fromAsync(glob("**/*.js", { cwd: lib, exclude: ["ncc-*/**", "eager.js"] }));
  const sources = await Promise.all(modules.map(async (name) => readFile(path.join(lib, name), "utf8")));
  const packages = sources.flatMap((source) =>
    [...source.matchAll(/import\("([^.][^"]*)"\)/g)].map(([, name]) => name),
  );
  const names = [...modules.map((name) => `./${name.replaceAll("\\", "/")}`), ...new Set(packages)];
  const imports = names.map((name) => `import "${name}";`);
  const entry = path.join(lib, "eager.js");
  await writeFile(entry, [...imports, 'export { runAction } from "./index.js";', ""].join("\n"));
  const target = path.join(folder, "eager");
  const ncc = path.join(ROOT, "node_modules", ".bin", "ncc");
  await promisify(execFile)(ncc, ["build", entry, "--out", target, "--no-cache"], {
    cwd: ROOT,
    maxBuffer: 50_000_000,
  });
  await cp(path.join(ROOT, "package.json"), path.join(target, "package.json"));
  const main = path.join(target, "main.js");
  await writeFile(main, 'await (await import("./index.js")).runAction(import.meta.dirname);\n');
  return main;
}

/** Time from the start of the process to its first connection, seen by a proxy that then hangs up. */
async function firstRequest(entry: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const proxy = createServer();
  await new Promise<void>((resolve) => {
    proxy.listen(0, "127.0.0.1", resolve);
  });
  const address = proxy.address();
  if (address === null || typeof address === "string") throw new Error("the proxy has no port");
  const began = performance.now();
  const asked = Promise.withResolvers<number>();
  proxy.once("connection", (socket) => {
    asked.resolve(performance.now() - began);
    socket.destroy();
  });
  const env = { ...environment, HTTPS_PROXY: `http://127.0.0.1:${address.port}` };
  const child = spawn(process.execPath, [entry], { env, stdio: "ignore" });
  const closed = new Promise<null>((resolve) => {
    child.once("close", () => resolve(null));
  });
  const ms = await Promise.race([asked.promise, closed]);
  if (ms === null) throw new Error(`${entry} ended without a request`);
  child.kill("SIGKILL");
  await closed;
  proxy.close();
  return ms;
}

async function actionEnvironment(folder: string): Promise<Record<string, string>> {
  const file = async (name: string, text = ""): Promise<string> => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    PATH: process.env["PATH"] ?? "",
    GITHUB_ACTIONS: "true",
    GITHUB_RUN_ID: "1",
    GITHUB_OUTPUT: await file("output"),
    GITHUB_STEP_SUMMARY: await file("summary"),
    GITHUB_EVENT_PATH: await file("event.json", JSON.stringify({ repository: { visibility: "private" } })),
    RUNNER_TEMP: folder,
    "INPUT_API-KEY": "0".repeat(32),
    "INPUT_APP-KEY": "1".repeat(40),
    "INPUT_SIGNING-KEY": privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}
