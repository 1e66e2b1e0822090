import { appendFile, readdir } from "node:fs/promises";
import path from "node:path";

import { diskFiles } from "../../platform/disk.ts";
import { readRepositoryInputs, UNVERIFIED_TLS } from "../../config/read-config.ts";
import { isTlsUnverified } from "../../platform/connections.ts";
import { BUNDLE_NAME, EVIDENCE_NAME } from "../../evidence/files/evidence-files.ts";
import { awaitFailure, errorCode, Failure, failureLine } from "../../failure.ts";
import type { Branch } from "../../publish/branch.ts";
import { gitHubApiUrl } from "../../publish/github/api-url.ts";
import { GitHubBranch } from "../../publish/github/branch.ts";
import { LocalBranch } from "../../publish/git/branch.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { publishFolders } from "../../publish/publish-folders.ts";
import type { FolderToPublish, RefusedFolder } from "../../publish/publish-folders.ts";
import { verifyGuide } from "../../report/verify-guide.ts";
import { publishSummary } from "../../report/job-summary/publish.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { readRunFolder } from "../../verify/run/read-folder.ts";
import { flagText, isFlagSet } from "../../config/flags.ts";
import { loadTrustIfGiven, TRUST_FLAGS } from "../../config/trust.ts";
import type { Arguments, Command, Terminal } from "../command.ts";
import { expectedStreams, publishStatuses, exitCodeOf, describeShortfalls } from "./publish-status.ts";

/** Artifacts and streams are a few folders deep. */
const FOLDER_LEVELS = 8;
const TIMEOUT_MS = 10 * 60_000;

export const publishCommand: Command = {
  summary: "commit signed run folders, of any streams, in one commit",
  synopsis: "DIR… (--repository DIR | --github NAME) [flags]",
  words: { what: "one or more run folders", count: "many" },
  flags: {
    repository: { argument: "DIR", description: "A local git work tree." },
    github: { argument: "NAME", description: "A repository on GitHub, owner/name, with GITHUB_TOKEN." },
    branch: { argument: "BRANCH", description: "Branch on GitHub (default: its default branch)." },
    path: {
      argument: "PATH",
      description: "Folder of the repository that contains the streams (default .).",
    },
    "allow-public": { description: "Publish even if the repository is public." },
    expect: { argument: "STREAMS", description: "Comma-separated streams that must each have a run." },
    summary: { argument: "FILE", description: "Append a Markdown table of all streams to FILE." },
    ...TRUST_FLAGS,
  },
  notes: [
    "DIR is a run folder or a folder that contains some, such as downloaded artifacts. Nothing is signed here: each run must follow the last run of its stream, as after collect --commit false. A run that does not follow is rejected and named; the others are still published.",
    "With --key, --keys or an identity, only what verifies is committed. Without them no signature is verified: a run must name the signer of the last run of its stream, and a warning says so.",
    "Exit 0: all runs are in the repository. 2: at least one is not. With --expect, 2 also when a stream has no run or nothing was collected, 3 when a run is partial.",
  ],

  async run(given, { environment, log, print, cancellation }) {
    const expected = expectedStreams(flagText(given, "expect"));
    const trust = await loadTrustIfGiven(given);
    const branch = await branchOf(given, environment);
    const { folders, unreadable } = await runFoldersIn(given.words, expected !== null);
    // The summary shows the result, or the failure.
    const published = await awaitFailure(async () =>
      publishFolders(folders, {
        branch,
        trust,
        verifyInstructions: verifyGuide(),
        signal: AbortSignal.any([cancellation(), AbortSignal.timeout(TIMEOUT_MS)]),
      }),
    );
    const lines = publishStatuses(folders, { published, unreadable, expected: expected ?? [] });
    const commit = published instanceof Failure ? null : (published.landed?.commit ?? null);
    const summary = flagText(given, "summary");
    if (summary !== undefined)
      await appendSummary(summary, publishSummary(lines, { repository: branch.name, commit }));
    if (published instanceof Failure) {
      for (const line of describeShortfalls(lines)) log.warning(logLine(line));
      throw published;
    }

    const { landed, added, alreadyThere } = published;
    for (const folder of added) print(`${folder}\n`);
    for (const folder of alreadyThere) log.info(logLine(`${folder} is already in ${branch.name}`));
    if (landed !== null)
      log.info(logLine(`commit ${landed.commit} of ${branch.name}, ${added.length} added`));
    for (const warning of [...published.warnings, ...(landed?.warnings ?? [])]) log.warning(logLine(warning));
    const undone = landed?.undone ?? [];
    const failures = [...unreadable, ...published.refused].map(({ failure }) => failure);
    for (const failure of [...failures, ...undone]) log.warning(logLine(failureLine(failure)));
    if (expected === null) return failures.length + undone.length === 0 ? 0 : 2;
    for (const line of describeShortfalls(lines)) log.warning(logLine(line));
    return undone.length === 0 ? exitCodeOf(lines) : 2;
  },
};

async function appendSummary(file: string, text: string): Promise<void> {
  try {
    await appendFile(file, text);
  } catch (error) {
    const why = errorCode(error);
    throw new Failure("input", `summary: ${file} cannot be written (${why})`, { cause: error });
  }
}

async function branchOf(given: Arguments, environment: Terminal["environment"]): Promise<Branch> {
  const [repository, github] = [flagText(given, "repository"), flagText(given, "github")];
  if ((repository === undefined) === (github === undefined)) {
    throw new Failure("input", "publish takes one repository", {
      hint: "name a git work tree with --repository DIR, or --github OWNER/NAME",
    });
  }
  const inputs = readRepositoryInputs({
    repository: github,
    "repository-token": github === undefined ? undefined : environment["GITHUB_TOKEN"],
    branch: flagText(given, "branch"),
    path: flagText(given, "path"),
  });
  if (repository !== undefined) {
    await ensureWorkTree(repository);
    return new LocalBranch({ folder: path.resolve(repository), path: inputs.path });
  }
  if (isTlsUnverified(environment)) throw new Failure("input", UNVERIFIED_TLS);
  if (inputs.repository === null || inputs["repository-token"] === null) {
    throw new Failure("input", "GITHUB_TOKEN: is needed to publish to GitHub", {
      hint: "set it as an environment variable; it needs contents: write in that repository",
    });
  }
  return new GitHubBranch({
    repository: inputs.repository,
    token: inputs["repository-token"],
    branch: inputs.branch,
    path: inputs.path,
    apiUrl: gitHubApiUrl(environment),
    allowPublic: isFlagSet(given, "allow-public"),
    seed: false,
  });
}

/** Every run folder at or below these paths. Throws if a path has none, unless `mayBeNone`. */
async function runFoldersIn(
  paths: readonly string[],
  mayBeNone: boolean,
): Promise<{ readonly folders: readonly FolderToPublish[]; readonly unreadable: readonly RefusedFolder[] }> {
  const folders: FolderToPublish[] = [];
  const unreadable: RefusedFolder[] = [];
  for (const each of paths) {
    const found = await runFoldersBelow(each, FOLDER_LEVELS);
    if (found.length === 0 && !mayBeNone) {
      throw new Failure("unreadable", `${each} contains no run folder`, {
        hint: "name a folder such as prod/2026/2026-11-22/061731Z-123-1, or one above it",
      });
    }
    for (const folder of found) {
      const run = await awaitFailure(async () => readRunFolder(diskFiles(folder)));
      if (run instanceof Failure) unreadable.push({ path: folder, failure: run });
      else folders.push({ path: folder, files: run.files });
    }
  }
  return { folders, unreadable };
}

async function runFoldersBelow(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readFolder(folder);
  if (entries.some(({ name }) => name === EVIDENCE_NAME || name === BUNDLE_NAME)) return [folder];
  if (depth === 0) return [];
  const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
  const found = deeper.map(async ({ name }) => runFoldersBelow(path.join(folder, name), depth - 1));
  return (await Promise.all(found)).flat().toSorted();
}

async function readFolder(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    const why = errorCode(error);
    throw new Failure("unreadable", `${folder} cannot be read as a folder (${why})`, { cause: error });
  }
}
