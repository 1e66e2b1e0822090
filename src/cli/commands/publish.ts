import { appendFile, readdir } from "node:fs/promises";
import path from "node:path";

import { diskFiles } from "../../platform/disk.ts";
import { repositoryInputs } from "../../config/inputs.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { Failure, errorCode } from "../../failure.ts";
import type { Branch } from "../../publish/branch.ts";
import { GitHubBranch } from "../../publish/github/branch.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { publishFolders } from "../../publish/publish-folders.ts";
import type { BroughtFolder, PublishedFolders, RefusedFolder } from "../../publish/publish-folders.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { rollSummary } from "../../report/job-summary/publish.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { flag } from "../command.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { expectedStreams, rollCall, rollExit, shortcomings } from "./publish-status.ts";

/** Artifacts and streams are a few folders deep; more is no place that we wrote. */
const DEEPEST = 8;
const TIMEOUT_MS = 10 * 60_000;

export const publish: Command = {
  summary: "commit signed run folders, of any streams, in one commit",
  synopsis: "DIR… (--repository DIR | --github NAME) [flags]",
  flags: [
    ["--repository DIR", "a local git work tree"],
    ["--github NAME", "a repository on GitHub, owner/name, with GITHUB_TOKEN"],
    ["--branch BRANCH", "its branch on GitHub (default: its default branch)"],
    ["--path PATH", "folder of the repository that holds the streams (default .)"],
    ["--allow-public", "publish although everybody may read that repository"],
    ["--expect STREAMS", "streams, parted by commas, of which a run must have come"],
    ["--summary FILE", "append a table of all streams, in Markdown"],
  ],
  notes: [
    "DIR is a run folder, or a folder of many, such as downloaded artifacts. Nothing is",
    "signed here: a run must follow the end of its stream, as collect --commit false",
    "leaves it. One that does not is refused by name and keeps no other from its place.",
    "Exit 0: all are in the repository. 2: one or more are not. With --expect, 2 also",
    "when no run of a stream came or nothing was collected, 3 when a run is partial.",
  ].join("\n"),
  options: {
    repository: { type: "string" },
    github: { type: "string" },
    branch: { type: "string" },
    path: { type: "string" },
    "allow-public": { type: "boolean" },
    expect: { type: "string" },
    summary: { type: "string" },
  },

  async run(given, { environment, log, print, cancellation }) {
    const expected = expectedStreams(flag(given, "expect"));
    const branch = await branchOf(given, environment);
    const { folders, unreadable } = await runFoldersIn(given.words, expected !== null);
    const published = await attempted(async () =>
      publishFolders(branch, folders, {
        guide: verifyGuide(),
        signal: AbortSignal.any([cancellation(), AbortSignal.timeout(TIMEOUT_MS)]),
      }),
    );
    const lines = rollCall(folders, { published, unreadable, expected: expected ?? [] });
    const commit = published instanceof Failure ? null : (published.landed?.commit ?? null);
    const summary = flag(given, "summary");
    if (summary !== undefined) await append(summary, rollSummary(lines, { repository: branch.name, commit }));
    if (published instanceof Failure) {
      for (const line of shortcomings(lines)) log.warning(logLine(line));
      throw published;
    }

    const { landed, added, alreadyThere } = published;
    for (const folder of added) print(`${folder}\n`);
    for (const folder of alreadyThere) log.info(logLine(`${folder} is in ${branch.name} already`));
    if (landed !== null)
      log.info(logLine(`commit ${landed.commit} of ${branch.name}, ${added.length} added`));
    for (const warning of landed?.warnings ?? []) log.warning(logLine(warning));
    for (const { why } of [...unreadable, ...published.refused]) {
      log.warning(logLine([why.message, why.hint].filter(Boolean).join("; ")));
    }
    if (expected === null) return unreadable.length + published.refused.length === 0 ? 0 : 2;
    for (const line of shortcomings(lines)) log.warning(logLine(line));
    return rollExit(lines);
  },
};

/** A summary is written of what failed too. */
async function attempted(step: () => Promise<PublishedFolders>): Promise<PublishedFolders | Failure> {
  try {
    return await step();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

async function append(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text);
  } catch (error) {
    const why = errorCode(error);
    throw new Failure("input", `summary: ${file} cannot be written (${why})`, { cause: error });
  }
}

async function branchOf(given: Arguments, environment: Terminal["environment"]): Promise<Branch> {
  const [repository, github] = [flag(given, "repository"), flag(given, "github")];
  if ((repository === undefined) === (github === undefined)) {
    throw new Failure("input", "publish takes one repository", {
      hint: "name a git work tree with --repository DIR, or --github OWNER/NAME",
    });
  }
  const inputs = repositoryInputs({
    repository: github,
    "repository-token": github === undefined ? undefined : environment["GITHUB_TOKEN"],
    branch: flag(given, "branch"),
    path: flag(given, "path"),
  });
  if (repository !== undefined) {
    await ensureWorkTree(repository);
    return new LocalBranch({ folder: path.resolve(repository), path: inputs.path });
  }
  if (inputs.repository === null || inputs["repository-token"] === null) {
    throw new Failure("input", "GITHUB_TOKEN: is needed to publish to GitHub", {
      hint: "give it by the environment; it must be allowed to write the contents of that repository",
    });
  }
  return new GitHubBranch({
    repository: inputs.repository,
    token: inputs["repository-token"],
    branch: inputs.branch,
    path: inputs.path,
    apiUrl: environment["GITHUB_API_URL"] || "https://api.github.com",
    allowPublic: given.flags["allow-public"] === true,
    seed: false,
  });
}

/** Every run folder at or below these paths; that there is none at all is for those to say who expect some. */
async function runFoldersIn(
  paths: readonly string[],
  mayBeNone: boolean,
): Promise<{ readonly folders: readonly BroughtFolder[]; readonly unreadable: readonly RefusedFolder[] }> {
  if (paths.length === 0) {
    throw new Failure("input", "publish takes one or more run folders", {
      hint: "see: datadog-evidence publish --help",
    });
  }
  const folders: BroughtFolder[] = [];
  const unreadable: RefusedFolder[] = [];
  for (const each of paths) {
    const found = await below(each, DEEPEST);
    if (found.length === 0 && !mayBeNone) {
      throw new Failure("unreadable", `${each} holds no run folder`, {
        hint: "name a folder such as prod/2026/2026-11-22/061731Z-123-1, or one above it",
      });
    }
    for (const folder of found) {
      try {
        folders.push({ path: folder, files: readRunFolder(diskFiles(folder)).files });
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        unreadable.push({ path: folder, why: error });
      }
    }
  }
  return { folders, unreadable };
}

async function below(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await entriesOf(folder);
  if (entries.some(({ name }) => name === EVIDENCE_NAME || name === BUNDLE_NAME)) return [folder];
  if (depth === 0) return [];
  const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const found = deeper.map(async ({ name }) => below(path.join(folder, name), depth - 1));
  return (await Promise.all(found)).flat().toSorted();
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const why = errorCode(error);
    throw new Failure("unreadable", `${folder} cannot be read as a folder (${why})`, { cause: error });
  }
}
