import { readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

import { buildSchema, execute, GraphQLError, parse, validate } from "graphql";

import { gitBytes } from "./git.ts";
import { ROOT } from "./runner.ts";

export interface GraphqlAnswer {
  readonly status: number;
  readonly json: unknown;
}

type Answering = (
  query: string,
  variables: Readonly<Record<string, unknown>>,
  access: "read" | "write",
) => Promise<GraphqlAnswer>;

/** GitHub's own schema, which its own validator would not pass, and which its package hides from imports. */
const SDL = path.join(ROOT, "node_modules/@octokit/graphql-schema/schema.graphql");

let built: ReturnType<typeof buildSchema> | undefined;

/** Answers questions by GitHub's schema, of which it knows what we ask for. */
export function gitHubSchema(
  repositories: Readonly<Record<string, RepositoryOnGitHub>>,
  folder: (name: string) => string,
  violations: string[],
): Answering {
  built ??= buildSchema(readFileSync(SDL, "utf8"), { assumeValid: true, assumeValidSDL: true });
  const schema = built;
  return async (query, variables, access) => {
    const document = parse(query);
    const wrong = validate(schema, document);
    violations.push(...wrong.map(({ message }) => message));
    if (wrong.length > 0) return { status: 200, json: { errors: wrong.map(({ message }) => ({ message })) } };

    const result = await execute({
      schema,
      document,
      variableValues: variables,
      rootValue: {
        repository: async ({ owner, name }: { owner: string; name: string }) =>
          repositoryOf(`${owner}/${name}`, repositories, folder),
        createCommitOnBranch: async ({ input }: { input: CommitInput }) => {
          const name = input.branch.repositoryNameWithOwner;
          found(name, repositories);
          if (access === "read") throw typed("FORBIDDEN", "Resource not accessible by integration");
          return committed(folder(name), input);
        },
      },
    });
    const errors = result.errors?.map(({ message, extensions, path: at }) => ({
      ...(typeof extensions["type"] === "string" ? { type: extensions["type"] } : {}),
      ...(at === undefined ? {} : { path: at }),
      message,
    }));
    // Variables that GitHub would not take never get as far as a type.
    violations.push(...(errors ?? []).filter((error) => !("type" in error)).map(({ message }) => message));
    return { status: 200, json: { data: result.data ?? null, ...(errors === undefined ? {} : { errors }) } };
  };
}

function found(name: string, repositories: Readonly<Record<string, RepositoryOnGitHub>>): RepositoryOnGitHub {
  const repository = Object.hasOwn(repositories, name) ? repositories[name] : undefined;
  if (repository === undefined) {
    throw typed("NOT_FOUND", `Could not resolve to a Repository with the name '${name}'.`);
  }
  return repository;
}

async function repositoryOf(
  name: string,
  repositories: Readonly<Record<string, RepositoryOnGitHub>>,
  folder: (name: string) => string,
) {
  const { visibility = "PRIVATE", isArchived = false } = found(name, repositories);
  const bare = folder(name);
  const ref = async (branch: string) => {
    const oid = await idOf(bare, `refs/heads/${branch}`);
    return oid === null ? null : { name: branch, target: { __typename: "Commit", oid } };
  };
  return {
    visibility,
    isArchived,
    isEmpty: async () => (await idOf(bare, "refs/heads/main")) === null,
    defaultBranchRef: async () => ref("main"),
    ref: async ({ qualifiedName }: { qualifiedName: string }) =>
      ref(qualifiedName.replace("refs/heads/", "")),
    object: async ({ expression }: { expression: string }) => objectAt(bare, expression),
  };
}

async function objectAt(bare: string, expression: string): Promise<object | null> {
  const answer = await text(bare, ["cat-file", "--batch-check"], {}, Buffer.from(`${expression}\n`));
  const [, oid, kind] = /^([0-9a-f]{40}) (\w+) \d+$/.exec(answer) ?? [];
  return oid === undefined || kind === undefined ? null : objectOf(bare, oid, kind);
}

/** A tree or a blob, as deep as somebody asks. */
function objectOf(bare: string, oid: string, kind: string): object {
  if (kind === "blob") {
    return {
      __typename: "Blob",
      oid,
      isTruncated: false,
      text: async () => (await gitBytes(bare, ["cat-file", "blob", oid])).toString("utf8"),
    };
  }
  if (kind !== "tree") return { __typename: "Commit", oid };
  return {
    __typename: "Tree",
    oid,
    entries: async () => {
      const listed = (await text(bare, ["ls-tree", "-l", "-z", oid]))
        .split("\0")
        .filter((line) => line !== "");
      return listed.map((line) => {
        const [, mode = "", type = "", id = "", size = "", name = ""] =
          /^(\d+) (\w+) (\w+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
        return {
          name,
          type,
          oid: id,
          mode: Number.parseInt(mode, 8),
          size: size === "-" ? 0 : Number(size),
          object: () => objectOf(bare, id, type),
        };
      });
    },
  };
}

interface CommitInput {
  readonly branch: { readonly repositoryNameWithOwner: string; readonly branchName: string };
  readonly expectedHeadOid: string;
  readonly message: { readonly headline: string; readonly body?: string };
  readonly fileChanges: {
    readonly additions?: readonly { readonly path: string; readonly contents: string }[];
    readonly deletions?: readonly { readonly path: string }[];
  };
}

async function committed(bare: string, { branch, expectedHeadOid, message, fileChanges }: CommitInput) {
  const ref = `refs/heads/${branch.branchName}`;
  const stale = typed(
    "STALE_DATA",
    `Expected branch to point to "${expectedHeadOid}" but it did not.  Pull and try again.`,
  );
  if ((await idOf(bare, ref)) !== expectedHeadOid) throw stale;
  const temporary = await mkdtemp(path.join(tmpdir(), "datadog-evidence-index-"));
  try {
    const index = { GIT_INDEX_FILE: path.join(temporary, "index") };
    await text(bare, ["read-tree", expectedHeadOid], index);
    const additions = fileChanges.additions ?? [];
    const files = additions.map((_, nth) => path.join(temporary, String(nth)));
    for (const [nth, { contents }] of additions.entries())
      await writeFile(files[nth] ?? "", Buffer.from(contents, "base64"));
    const hash = ["hash-object", "-w", "--no-filters", "--stdin-paths"];
    const blobs = (await text(bare, hash, index, Buffer.from(files.join("\n")))).split("\n");
    const entries = additions.map(({ path: file }, nth) => `100644 ${blobs[nth]}\t${file}\0`);
    await text(bare, ["update-index", "-z", "--add", "--index-info"], index, Buffer.from(entries.join("")));
    for (const { path: file } of fileChanges.deletions ?? []) {
      await text(bare, ["update-index", "--force-remove", file], index);
    }
    const tree = await text(bare, ["write-tree"], index);
    const body = [message.headline, message.body ?? ""].join("\n\n").trim();
    const oid = await text(
      bare,
      ["commit-tree", tree, "-p", expectedHeadOid, "-F", "-"],
      BOT,
      Buffer.from(body),
    );
    await text(bare, ["update-ref", ref, oid, expectedHeadOid]).catch(() => {
      throw stale;
    });
    const url = `https://github.com/${branch.repositoryNameWithOwner}/commit/${oid}`;
    return { commit: { __typename: "Commit", oid, url } };
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

const BOT = {
  GIT_AUTHOR_NAME: "evidence[bot]",
  GIT_AUTHOR_EMAIL: "1+evidence[bot]@users.noreply.github.com",
  GIT_COMMITTER_NAME: "GitHub",
  GIT_COMMITTER_EMAIL: "noreply@github.com",
};

function typed(type: string, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } });
}

async function idOf(bare: string, expression: string): Promise<string | null> {
  return text(bare, ["rev-parse", "--verify", "--quiet", expression]).catch(() => null);
}

async function text(
  bare: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  input?: Buffer,
): Promise<string> {
  return (await gitBytes(bare, args, { env, ...(input === undefined ? {} : { input }) }))
    .toString("utf8")
    .trim();
}

export interface RepositoryOnGitHub {
  /** Types of the rules that apply to its branch. */
  readonly rules?: readonly string[] | null;
  /** Whether the holder of the token may bypass them; null where GitHub does not say. The default is `never`. */
  readonly bypass?: "always" | "pull_requests_only" | "never" | null;
  /** A branch protection rule, which is no ruleset, covers the branch. */
  readonly isProtected?: boolean;
  readonly visibility?: "PUBLIC" | "PRIVATE" | "INTERNAL";
  readonly isArchived?: boolean;
  /** Nothing was ever committed to it. */
  readonly isEmpty?: boolean;
}
