import { execFile } from "node:child_process";
import { chmod, copyFile, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { Cron } from "croner";
import { expect, test } from "vitest";

import { git } from "../support/git.ts";
import { ROOT } from "../support/runner.ts";
import { startWorld, type World, type WorldOptions } from "./world.ts";

const EXAMPLES = path.join(ROOT, "docs", "examples");
const GITLAB = path.join(EXAMPLES, "gitlab", "gitlab-ci.yml");
const CRONTAB = path.join(EXAMPLES, "cron", "crontab");
const LONG = 120_000;

interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A world with an evidence repository to push to, and an `npx` that runs the built program. */
interface Elsewhere extends World {
  readonly remote: string;
  readonly keyFile: string;
  readonly environment: Readonly<Record<string, string>>;
}

async function startElsewhere(options: WorldOptions = {}): Promise<Elsewhere> {
  const world = await startWorld(options);
  const at = (name: string): string => path.join(world.folder, name);
  await git(world.folder, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git");
  await writeFile(at("signing-key.pem"), world.privatePem);
  await mkdir(at("bin"));
  await mkdir(at("home"));
  // Tests ask no timestamp authority, and no registry for the program.
  const program = `"${process.execPath}" "${path.join(ROOT, "dist/cli.js")}"`;
  await writeFile(
    at("bin/npx"),
    `#!/bin/sh\n[ "$1 $2" = "--yes datadog-evidence" ] || exit 9\nshift 2\n[ "$1" = collect ] && set -- "$@" --timestamp-url none\nexec ${program} "$@"\n`,
  );
  // The runner for GitLab CI copies the project for containers with it; its jobs here run in the project itself.
  await writeFile(at("bin/rsync"), "#!/bin/sh\n");
  for (const name of ["bin/npx", "bin/rsync"]) await chmod(at(name), 0o755);
  const { SIGNING_KEY: _, ...env } = world.env;
  return {
    ...world,
    remote: at("remote.git"),
    keyFile: at("signing-key.pem"),
    environment: { ...env, HOME: at("home"), PATH: `${at("bin")}:${process.env["PATH"] ?? ""}` },
  };
}

async function execute(
  file: string,
  args: readonly string[],
  { cwd, env }: { readonly cwd: string; readonly env: Readonly<Record<string, string>> },
): Promise<Ran> {
  const { promise, resolve } = Promise.withResolvers<Ran>();
  const child = execFile(file, args, { cwd, env }, (_, stdout, stderr) =>
    resolve({ code: child.exitCode ?? 1, stdout, stderr }),
  );
  return promise;
}

/** A pipeline of the file, by a runner for GitLab CI that first checks it against GitLab's own schema. */
async function pipeline(
  elsewhere: Elsewhere,
  {
    task,
    text,
    flags = [],
  }: { readonly task: "collect" | "watch"; readonly text: string; readonly flags?: readonly string[] },
): Promise<Ran> {
  const project = path.join(elsewhere.folder, `project-${crypto.randomUUID()}`);
  await mkdir(project);
  await writeFile(path.join(project, ".gitlab-ci.yml"), text);
  await copyFile(elsewhere.key, path.join(project, "signing-key.pub.pem"));
  await git(project, "init", "--quiet", "--initial-branch=main");
  await git(project, "add", ".");
  await git(project, "-c", "user.name=a", "-c", "user.email=a@b", "commit", "--quiet", "--message", "a");
  const variables = {
    CI_PIPELINE_SOURCE: "schedule",
    TASK: task,
    EVIDENCE_URL: elsewhere.remote,
    SIGNING_KEY_FILE: elsewhere.keyFile,
  };
  const program = fileURLToPath(import.meta.resolve("gitlab-ci-local"));
  const given = Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]);
  return execute(process.execPath, [program, "--force-shell-executor", "--no-color", ...given, ...flags], {
    cwd: project,
    env: elsewhere.environment,
  });
}

/** The example without the images: this machine runs no containers. */
async function jobsOfGitLab(): Promise<string> {
  return (await readFile(GITLAB, "utf8")).replaceAll(/^ {2}image: .*\n/gm, "");
}

test(
  "two pipelines of the GitLab example are a chain that its watcher finds fresh and genuine",
  { timeout: LONG },
  async () => {
    await using elsewhere = await startElsewhere();

    const text = await jobsOfGitLab();
    const first = await pipeline(elsewhere, { task: "collect", text });
    const second = await pipeline(elsewhere, { task: "collect", text });
    const watched = await pipeline(elsewhere, { task: "watch", text });

    expect([first.code, second.code, watched.code]).toEqual([0, 0, 0]);
    expect(watched.stdout.replaceAll(/\nwatch +> +/g, " ")).toContain("2 runs (no. 1 to 2), verified");
  },
);

test(
  "what is not complete is pushed by the GitLab example as well, and its job fails",
  { timeout: LONG },
  async () => {
    await using elsewhere = await startElsewhere({
      changed: (usual) => ({
        ...usual,
        permissions: usual.permissions.difference(new Set(["monitors_read"])),
      }),
    });

    const text = await jobsOfGitLab();
    const ended = await pipeline(elsewhere, { task: "collect", text });
    const watched = await pipeline(elsewhere, { task: "watch", text });

    expect([ended.code, watched.code]).toEqual([1, 1]);
    expect(await git(elsewhere.remote, "ls-tree", "-r", "--name-only", "main")).toMatch(
      /^prod\/.*\/evidence\.json$/m,
    );
    expect(watched.stdout).toContain("Compliance monitors of prod are missing");
  },
);

test("the GitLab example is what GitLab's schema allows", async () => {
  await using elsewhere = await startElsewhere();

  const text = await readFile(GITLAB, "utf8");
  const ended = await pipeline(elsewhere, { task: "watch", text, flags: ["--list-json"] });

  expect(ended.code).toBe(0);
  expect(`${ended.stdout}${ended.stderr}`).toContain("json schema validated");
});

test("a GitLab file with a misspelt key is refused", async () => {
  await using elsewhere = await startElsewhere();
  const text = (await readFile(GITLAB, "utf8")).replace("  timeout:", "  time_out:");

  const ended = await pipeline(elsewhere, { task: "collect", text });

  expect(ended.code).toBe(1);
  expect(`${ended.stdout}${ended.stderr}`).toContain("'time_out' property is not expected to be here");
});

/** A crontab's settings, and its lines with the time of each. */
function readCrontab(text: string): {
  readonly settings: Readonly<Record<string, string>>;
  readonly lines: readonly { readonly when: string; readonly command: string }[];
} {
  const said = text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
  const settings = said.flatMap((line) => {
    const [, name = "", value = ""] = /^(\w+)=(.*)$/.exec(line) ?? [];
    return name === "" ? [] : [[name, value] as const];
  });
  const lines = said.flatMap((line) => {
    const [, when = "", command = ""] = /^((?:\S+\s+){5})(.+)$/.exec(line) ?? [];
    return when === "" || /^\w+=/.test(line) ? [] : [{ when: when.trim(), command }];
  });
  return { settings: Object.fromEntries(settings), lines };
}

test(
  "the lines of the crontab collect and watch, and print only when something is wrong",
  { timeout: LONG },
  async () => {
    await using elsewhere = await startElsewhere();
    const { settings, lines } = readCrontab(await readFile(CRONTAB, "utf8"));
    const [collecting, watching] = lines.map(({ command }) =>
      command.replace("/srv/", `${elsewhere.folder}/`),
    );
    const [compliance, watch] = ["compliance", "watch"].map((name) => path.join(elsewhere.folder, name));
    for (const folder of [compliance ?? "", watch ?? ""]) {
      await mkdir(folder);
      await git(elsewhere.folder, "clone", "--quiet", elsewhere.remote, path.join(folder, "evidence"));
      await copyFile(elsewhere.key, path.join(folder, "signing-key.pub.pem"));
    }
    const { DD_API_KEY, DD_APP_KEY, DD_API_URL, ...environment } = elsewhere.environment;
    const keys = Object.entries({ DD_API_KEY, DD_APP_KEY, DD_API_URL });
    await writeFile(
      path.join(compliance ?? "", "keys.env"),
      keys.map(([name, value]) => `export ${name}=${value}\n`).join(""),
    );
    await cp(elsewhere.keyFile, path.join(compliance ?? "", "signing-key.pem"));
    const sh = async (command: string | undefined): Promise<Ran> =>
      execute("/bin/sh", ["-c", command ?? "exit 9"], { cwd: elsewhere.folder, env: environment });

    const collected = [await sh(collecting), await sh(collecting)];
    const fresh = await sh(watching);
    await writeFile(path.join(watch ?? "", "signing-key.pub.pem"), "no key");
    const wrong = await sh(watching);

    expect(Object.keys(settings)).toEqual(["PATH", "MAILTO", "CRON_TZ"]);
    // Five fields, a time every day; a % would end the command of cron.
    expect(lines.map(({ when }) => new Cron(when).nextRuns(2).length)).toEqual([2, 2]);
    expect(lines.every(({ command }) => !command.includes("%"))).toBe(true);
    expect([...collected, fresh]).toEqual(
      Array.from({ length: 3 }, () => ({ code: 0, stdout: "", stderr: "" })),
    );
    expect(await git(elsewhere.remote, "rev-list", "--count", "main")).toBe("2");
    expect(wrong.stdout).toContain("is not a public key in PEM form");
  },
);
