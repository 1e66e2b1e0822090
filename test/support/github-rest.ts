import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { z } from "zod";

import type { RepositoryOnGitHub } from "./github-graphql.ts";
import { git, gitBytes } from "./git.ts";
import { SHARED } from "./shared.ts";

export interface RestAnswer {
  readonly status: number;
  readonly json?: unknown;
  readonly raw?: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Place {
  readonly folder: string;
  readonly file: string;
  readonly violations: string[];
}

/** GitHub's OpenAPI document, cut down to what is asked; it lies beside the repository. */
const OPENAPI = path.join(SHARED, "../prototypes/github-openapi.trim.json");
const CONTENTS = "/paths/~1repos~1{owner}~1{repo}~1contents~1{path}";

/** Whether requests of REST are held against GitHub's own document. */
export const HAS_OPENAPI = existsSync(OPENAPI);

/** A file as it is, as `application/vnd.github.raw+json`. */
export async function readContents({ folder, file }: Place, ref: string): Promise<RestAnswer> {
  try {
    return { status: 200, raw: await gitBytes(folder, ["cat-file", "blob", `${ref}:${file}`]) };
  } catch {
    return { status: 404, json: { message: "Not Found", status: "404" } };
  }
}

/** The repository as a token sees it. */
export function describeRepository(
  { visibility = "PRIVATE" }: RepositoryOnGitHub,
  access: "read" | "write",
): RestAnswer {
  const isPrivate = visibility !== "PUBLIC";
  const permissions = { admin: false, push: access === "write", pull: true };
  return { status: 200, json: { private: isPrivate, archived: false, default_branch: "main", permissions } };
}

/** The rules that apply to the branch. */
export function describeRules({ rules = [] }: RepositoryOnGitHub): RestAnswer {
  if (rules === null)
    return { status: 403, json: { message: "Upgrade to GitHub Pro to enable this feature." } };
  const source = { ruleset_source_type: "Repository", ruleset_source: "acme/evidence", ruleset_id: 1 };
  return { status: 200, json: rules.map((type) => ({ type, ...source })) };
}

/** The ruleset that those rules are of. GitHub says who may bypass it in the repository's own endpoint only. */
export function describeRuleset({ bypass = "never" }: RepositoryOnGitHub): RestAnswer {
  if (bypass === null) return { status: 404, json: { message: "Not Found", status: "404" } };
  return {
    status: 200,
    json: { id: 1, name: "evidence", enforcement: "active", current_user_can_bypass: bypass },
  };
}

/** A branch, which is not there where git has none. */
export async function describeBranch(
  folder: string,
  branch: string,
  { isProtected = false }: RepositoryOnGitHub,
): Promise<RestAnswer> {
  const head = await git(folder, "rev-parse", "--verify", "--quiet", `refs/heads/${branch}`).catch(
    () => null,
  );
  if (head === null) return { status: 404, json: { message: "Branch not found", status: "404" } };
  return { status: 200, json: { name: branch, commit: { sha: head }, protected: isProtected } };
}

/** The commits of the default branch; an empty repository has none to list. */
export async function describeCommits(folder: string): Promise<RestAnswer> {
  const head = await git(folder, "rev-parse", "--verify", "--quiet", "refs/heads/main").catch(() => null);
  if (head === null) return { status: 409, json: { message: "Git Repository is empty.", status: "409" } };
  return { status: 200, json: [{ sha: head }] };
}

const Creating = z.object({ message: z.string(), content: z.base64() });

/** The first commit of an empty repository; a file that is there already needs more than we send. */
export async function createContents({ folder, file, violations }: Place, body: string): Promise<RestAnswer> {
  const said: unknown = JSON.parse(body);
  violations.push(...against(`${CONTENTS}/put/requestBody/content/application~1json/schema`, said));
  const { message, content } = Creating.parse(said);
  const head = await git(folder, "rev-parse", "--verify", "--quiet", "refs/heads/main").catch(() => null);
  if (head !== null) return { status: 409, json: { message: "is at another commit", status: "409" } };

  const input = Buffer.from(content, "base64");
  const id = (await gitBytes(folder, ["hash-object", "-w", "--stdin"], { input })).toString().trim();
  const env = { GIT_INDEX_FILE: path.join(folder, `index-${id}`) };
  await gitBytes(folder, ["update-index", "--add", "--cacheinfo", `100644,${id},${file}`], { env });
  const tree = (await gitBytes(folder, ["write-tree"], { env })).toString().trim();
  const commit = await git(
    folder,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b",
    "commit-tree",
    "-m",
    message,
    tree,
  );
  await git(folder, "update-ref", "refs/heads/main", commit, "");
  return { status: 201, json: { content: null, commit: { sha: commit } } };
}

const CreatingTree = z.object({
  tree: z.array(z.object({ path: z.string(), mode: z.literal("100644"), content: z.string() })).length(1),
});
const CreatingCommit = z.object({ message: z.string(), tree: z.string(), parents: z.array(z.string()) });
const CreatingReference = z.object({ ref: z.string().startsWith("refs/heads/"), sha: z.string() });

/** What the git database of GitHub answers to the three writes that make a branch without a commit before it. */
export async function createInDatabase(folder: string, what: string, body: string): Promise<RestAnswer> {
  const said: unknown = JSON.parse(body);
  const as = ["-c", "user.name=a", "-c", "user.email=a@b"];
  if (what === "/git/trees") {
    const [entry = { path: "", content: "" }] = CreatingTree.parse(said).tree;
    const input = Buffer.from(entry.content);
    const id = (await gitBytes(folder, ["hash-object", "-w", "--stdin"], { input })).toString().trim();
    const env = { GIT_INDEX_FILE: path.join(folder, `index-${id}`) };
    await gitBytes(folder, ["update-index", "--add", "--cacheinfo", `100644,${id},${entry.path}`], { env });
    return {
      status: 201,
      json: { sha: (await gitBytes(folder, ["write-tree"], { env })).toString().trim() },
    };
  }
  if (what === "/git/commits") {
    const { message, tree, parents } = CreatingCommit.parse(said);
    const before = parents.flatMap((parent) => ["-p", parent]);
    const sha = await git(folder, ...as, "commit-tree", ...before, "-m", message, tree);
    return { status: 201, json: { sha } };
  }
  const { ref, sha } = CreatingReference.parse(said);
  const isThere = await git(folder, "rev-parse", "--verify", "--quiet", ref).catch(() => null);
  if (isThere !== null) return { status: 422, json: { message: "Reference already exists", status: "422" } };
  await git(folder, "update-ref", ref, sha, "");
  return { status: 201, json: { ref, object: { sha } } };
}

let openapi: Ajv | undefined;

/** What the document has against the value; nothing where it is absent. */
function against(pointer: string, value: unknown): readonly string[] {
  if (!HAS_OPENAPI) return [];
  if (openapi === undefined) {
    openapi = new Ajv({ strict: false, allErrors: true });
    addFormats.default(openapi);
    openapi.addSchema(JSON.parse(readFileSync(OPENAPI, "utf8")), "github");
  }
  const fragment = pointer.split("/").map(encodeURIComponent).join("/").replaceAll("~", "~");
  const check = openapi.getSchema(`github#${fragment}`);
  if (check === undefined) return [`no schema at ${pointer}`];
  return check(value) === true ? [] : [openapi.errorsText(check.errors)];
}
