import { gitHubSchema, type GraphqlAnswer, type RepositoryOnGitHub } from "./github-graphql.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { buffer } from "node:stream/consumers";

import { z } from "zod";

import {
  createContents,
  createInDatabase,
  describeRepository,
  describeBranch,
  describeCommits,
  describeRules,
  describeRuleset,
  readContents,
  type RestAnswer,
} from "./github-rest.ts";
import { git } from "./git.ts";
import { listening } from "./listening.ts";
import { temporaryFolder } from "./temp.ts";
import { READ_TOKEN, WRITE_TOKEN } from "./tokens.ts";

/**
 * What happens to one request instead of an answer: a status, errors inside a good answer, a connection that is lost
 * before or after it was handled, half an answer, something that happens before it is handled, or `pass`: nothing.
 */
export type GitHubFault =
  | { readonly status: number; readonly message: string; readonly headers?: Readonly<Record<string, string>> }
  | { readonly errors: readonly { readonly type?: string; readonly message: string }[] }
  | "reset"
  | "reset-after"
  | "cut"
  | "pass"
  | (() => Promise<unknown>);

export interface GitHub extends AsyncDisposable {
  readonly url: string;
  /** Requests in order: `query`, `mutation`, `GET /repos/…`. */
  readonly asked: readonly string[];
  /** Where a request or an answer of ours is not as GitHub's own schema has it. */
  readonly violations: readonly string[];
  /** The bare repository behind a name. */
  folder(repository: string): string;
  /** What happens to the next requests of this kind. */
  fail(kind: "query" | "mutation" | "rest", ...faults: readonly GitHubFault[]): void;
}

const Question = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).optional() });

/**
 * GitHub on loopback: GraphQL answered by GitHub's real schema over real bare repositories, and the
 * operations of REST that we use. The branch of each is `main`.
 */
export async function startGitHub(
  repositories: Readonly<Record<string, RepositoryOnGitHub>> = { "acme/evidence": {} },
): Promise<GitHub> {
  await using stack = new AsyncDisposableStack();
  const root = stack.use(await temporaryFolder()).path;
  const folder = (name: string): string => path.join(root, `${name}.git`);
  for (const [name, { isEmpty = false }] of Object.entries(repositories)) await create(folder(name), isEmpty);

  const violations: string[] = [];
  const asked: string[] = [];
  const faults: Record<"query" | "mutation" | "rest", GitHubFault[]> = { query: [], mutation: [], rest: [] };
  const answering = gitHubSchema(repositories, folder, violations);

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", "http://github");
    const body = (await buffer(request)).toString();
    // A GitHub Enterprise Server has both below /api.
    url.pathname = url.pathname.replace(/^\/api\/v3/, "").replace(/^\/api\/graphql/, "/graphql");
    const isGraphql = url.pathname === "/graphql";
    const question = isGraphql ? Question.parse(JSON.parse(body)) : null;
    const kind =
      question === null ? "rest" : question.query.trimStart().startsWith("mutation") ? "mutation" : "query";
    asked.push(question === null ? `${request.method} ${url.pathname}` : kind);
    const fault = faults[kind].shift() ?? "pass";
    if (fault === "reset") return lost(request);
    if (typeof fault === "object")
      return send(response, "status" in fault ? refused(fault) : inside(fault.errors));
    if (typeof fault === "function") await fault();

    const access = accessOf(request.headers.authorization);
    const answer =
      access === null
        ? refused({ status: 401, message: "Bad credentials" })
        : question === null
          ? await rest(request.method ?? "GET", url, body, access)
          : await answering(question.query, question.variables ?? {}, access);
    if (fault === "reset-after") return lost(request);
    if (fault === "cut") {
      const bytes = bytesOf(answer);
      response.writeHead(answer.status, {
        "content-type": "application/json",
        "content-length": bytes.length,
      });
      response.flushHeaders();
      response.write(bytes.subarray(0, bytes.length / 2), () => request.socket.destroy());
      return undefined;
    }
    return send(response, answer);
  }

  async function rest(method: string, url: URL, body: string, access: "read" | "write"): Promise<RestAnswer> {
    const [, owner = "", name = "", what = ""] =
      /^\/repos\/([^/]+)\/([^/]+)(\/.+)?$/.exec(url.pathname) ?? [];
    const repository = `${owner}/${name}`;
    const known = repositories[repository];
    if (known === undefined) return refused({ status: 404, message: "Not Found" });
    if (method === "GET" && what === "") return describeRepository(known, access);
    if (method === "GET" && what.startsWith("/rules/branches/")) return describeRules(known);
    if (method === "GET" && what.startsWith("/rulesets/")) return describeRuleset(known);
    const [, branch] = /^\/branches\/(.+)$/.exec(what) ?? [];
    if (method === "GET" && branch !== undefined)
      return describeBranch(folder(repository), decodeURIComponent(branch), known);
    if (method === "GET" && what === "/commits") return describeCommits(folder(repository));
    if (method === "POST" && /^\/git\/(?:trees|commits|refs)$/.test(what)) {
      if (access === "read")
        return refused({ status: 403, message: "Resource not accessible by integration" });
      return createInDatabase(folder(repository), what, body);
    }
    const [, file] = /^\/contents\/(.+)$/.exec(what) ?? [];
    if (file === undefined) return refused({ status: 404, message: "Not Found" });
    const place = { folder: folder(repository), file: decodeURIComponent(file), violations };
    if (method === "GET") return readContents(place, url.searchParams.get("ref") ?? "main");
    if (access === "read") return refused({ status: 403, message: "Resource not accessible by integration" });
    return createContents(place, body);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      violations.push(`the double itself failed: ${error instanceof Error ? error.stack : String(error)}`);
      response.destroy();
    });
  });
  const { url, close } = await listening(server);
  stack.defer(close);
  const disposables = stack.move();
  return {
    url,
    asked,
    violations,
    folder,
    fail: (kind, ...more) => void faults[kind].push(...more),
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

async function create(folder: string, isEmpty: boolean): Promise<void> {
  await git(".", "init", "--quiet", "--bare", "--initial-branch=main", folder);
  if (isEmpty) return;
  const tree = await git(folder, "hash-object", "-t", "tree", "-w", "/dev/null");
  const commit = await git(
    folder,
    "-c",
    "user.name=a",
    "-c",
    "user.email=a@b",
    "commit-tree",
    "-m",
    "first",
    tree,
  );
  await git(folder, "update-ref", "refs/heads/main", commit);
}

function accessOf(authorization = ""): "read" | "write" | null {
  const token = authorization.replace(/^(?:token|bearer) /i, "");
  if (token === WRITE_TOKEN) return "write";
  return token === READ_TOKEN ? "read" : null;
}

function refused({ status, message, headers = {} }: Extract<GitHubFault, { status: number }>): RestAnswer {
  return {
    status,
    json: { message, documentation_url: "https://docs.github.com/rest", status: String(status) },
    headers,
  };
}

function inside(errors: readonly { readonly type?: string; readonly message: string }[]): GraphqlAnswer {
  return { status: 200, json: { data: { createCommitOnBranch: null }, errors } };
}

function lost(request: IncomingMessage): void {
  request.socket.resetAndDestroy();
}

function bytesOf(answer: RestAnswer | GraphqlAnswer): Buffer {
  return "raw" in answer && answer.raw !== undefined ? answer.raw : Buffer.from(JSON.stringify(answer.json));
}

function send(response: ServerResponse, answer: RestAnswer | GraphqlAnswer): void {
  const isRaw = "raw" in answer && answer.raw !== undefined;
  response.writeHead(answer.status, {
    "content-type": isRaw
      ? "application/vnd.github.raw+json; charset=utf-8"
      : "application/json; charset=utf-8",
    "x-ratelimit-remaining": "4999",
    ...("headers" in answer ? answer.headers : {}),
  });
  response.end(bytesOf(answer));
}
