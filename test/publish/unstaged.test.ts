import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { expect, test } from "vitest";

import { commitPaths } from "../../src/publish/local-git.ts";
import { temporaryFolder } from "../support/temp.ts";

const run = promisify(execFile);

test.each(["before the first commit", "after one"])(
  "what could not be committed does not stay staged, %s",
  async (when) => {
    await using folder = await temporaryFolder();
    const git = async (...args: readonly string[]) => run("git", ["-C", folder.path, ...args]);
    await git("init", "--quiet");
    await git("config", "user.name", "somebody");
    await git("config", "user.email", "somebody@example.com");
    if (when === "after one") await git("commit", "--quiet", "--allow-empty", "--message", "first");
    await git("config", "commit.gpgsign", "true");
    await git("config", "gpg.program", "/bin/false");
    await writeFile(path.join(folder.path, "evidence.json"), "{}\n");

    const committed = commitPaths(folder.path, {
      paths: ["evidence.json"],
      message: "evidence",
      signal: AbortSignal.timeout(10_000),
    });

    await expect(committed).rejects.toMatchObject({ code: "not-published" });
    const { stdout } = await git("status", "--porcelain");
    expect(stdout).toBe("?? evidence.json\n");
  },
);
