import { readdir, writeFile } from "node:fs/promises";
import path from "node:path";

import { afterAll, expect, test } from "vitest";
import { z } from "zod";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { DATADOG_ROUTES } from "../support/datadog-tokens.ts";
import type { RepositoryOnGitHub } from "../support/github-graphql.ts";
import { startGitHub } from "../support/github.ts";
import { startOpensslTsa } from "../support/openssl-tsa.ts";
import { runCli } from "../support/runner.ts";
import { startSigstore } from "../support/sigstore.ts";
import { READ_TOKEN, WRITE_TOKEN } from "../support/tokens.ts";
import { act, startActionWorld } from "./action-world.ts";
import { repository, startWorld, type World, type WorldOptions } from "./world.ts";

/** A timestamp authority that answers. */
const tsa = await startOpensslTsa("EC");
afterAll(() => tsa[Symbol.asyncDispose]());

const Report = z.strictObject({
  exitCode: z.union([z.literal(0), z.literal(2), z.literal(3)]),
  checks: z.array(
    z.strictObject({
      id: z.string(),
      status: z.enum(["ok", "warning", "error", "unknown"]),
      needed: z.boolean(),
      permission: z.string().nullable(),
      message: z.string(),
      hint: z.string().nullable(),
    }),
  ),
});

/** `doctor --json` in the world; the object is checked to be all that is printed. */
async function examine(
  world: World,
  {
    env = {},
    flags = [],
  }: { readonly env?: Record<string, string>; readonly flags?: readonly string[] } = {},
) {
  const ended = await runCli(["doctor", "--json", ...flags], { env: { ...world.env, ...env } });
  const report = Report.parse(JSON.parse(ended.stdout));
  expect(ended.code).toBe(report.exitCode);
  return {
    ...report,
    ended,
    check: (id: string) => report.checks.find((each) => each.id === id),
    notOk: report.checks.filter(({ status }) => status !== "ok").map(({ id, status }) => `${id} ${status}`),
  };
}

const without = (permission: string): WorldOptions => ({
  changed: (usual) => ({ ...usual, permissions: usual.permissions.difference(new Set([permission])) }),
});

/** What the usual test world is less than ready for. */
const NO_TIME = "timestamp warning";

test("where all is there, every line is ok and says what a run would do without it", async () => {
  await using world = await startWorld();
  const folder = await repository(world);

  const { exitCode, checks, notOk } = await examine(world, {
    flags: ["--timestamp-url", tsa.url, "--repository", folder],
  });

  expect(notOk).toEqual([]);
  expect(exitCode).toBe(0);
  expect(checks.map(({ id }) => id)).toEqual([
    "proxy",
    "access",
    "security_monitoring_signals_read",
    "monitors_read",
    "security_monitoring_findings_read",
    "timeseries_query",
    "security_monitoring_rules_read",
    "security_monitoring_suppressions_read",
    "monitor-tag",
    "cspm",
    "rate-limits",
    "clock",
    "signing",
    "timestamp",
    "repository",
  ]);
  for (const { message, hint } of checks) {
    expect(message).toMatch(/; without [a-z][^,;]+, [a-z]/);
    expect(hint).toBeNull();
  }
});

test("it only reads, and writes nothing", async () => {
  await using world = await startWorld();
  const out = path.join(world.folder, "not", "there", "yet");
  const before = await readdir(world.folder);

  await examine(world, { flags: ["--out", out] });

  expect(await readdir(world.folder)).toEqual(before);
  expect(world.datadog.requests.length).toBeGreaterThan(8);
  // The embedded Datadog knows no route that changes anything.
  for (const { method, path: asked } of world.datadog.requests) {
    expect(DATADOG_ROUTES).toContain(`${method} ${asked}`);
  }
});

test.for([
  {
    permission: "security_monitoring_signals_read",
    name: "Security Signals Read",
    status: "error",
    exitCode: 2,
  },
  { permission: "monitors_read", name: "Monitors Read", status: "error", exitCode: 2 },
  {
    permission: "security_monitoring_findings_read",
    name: "Security Monitoring Findings Read",
    status: "warning",
    exitCode: 3,
  },
  { permission: "timeseries_query", name: "Timeseries", status: "warning", exitCode: 3 },
  {
    permission: "security_monitoring_rules_read",
    name: "Security Rules Read",
    status: "warning",
    exitCode: 3,
  },
  {
    permission: "security_monitoring_suppressions_read",
    name: "Security Suppressions Read",
    status: "warning",
    exitCode: 3,
  },
] as const)("without $permission, its line is a $status with the sentence where to grant it", async (row) => {
  await using world = await startWorld(without(row.permission));

  const { exitCode, check, notOk } = await examine(world);

  expect(notOk).toEqual([`${row.permission} ${row.status}`, NO_TIME]);
  expect(exitCode).toBe(row.exitCode);
  expect(check(row.permission)).toMatchObject({
    permission: row.permission,
    needed: row.status === "error",
    message: expect.stringContaining(`${row.name} (${row.permission}): refused`),
    hint: expect.stringMatching(
      /Roles, open the role of the key's owner and grant|add the scope timeseries_query/,
    ),
  });
});

test("a role that only lends the search of findings is found out by the legacy count", async () => {
  await using world = await startWorld({
    faults: {
      "GET /api/v2/posture_management/findings": () => ({ status: 403, body: { errors: ["Forbidden"] } }),
    },
  });

  const { check } = await examine(world);

  expect(check("security_monitoring_findings_read")).toMatchObject({ status: "warning" });
});

test("with cspm: required, the permission for findings is needed", async () => {
  await using world = await startWorld(without("security_monitoring_findings_read"));

  const { exitCode, check } = await examine(world, { flags: ["--cspm", "required"] });

  expect(check("security_monitoring_findings_read")).toMatchObject({ status: "error", needed: true });
  expect(exitCode).toBe(2);
});

test("where no monitor carries the tag, near misses are named with numbers", async () => {
  const misspelt = ["compliance:soc2", "Compliance", "compliance:soc2"];
  await using world = await startWorld({
    changed: (usual) => ({
      ...usual,
      monitors: usual.monitors.map((monitor, index) => ({
        ...monitor,
        tags: ["team:web", ...misspelt.slice(index, index + 1)],
      })),
    }),
  });

  const { exitCode, check } = await examine(world);

  expect(exitCode).toBe(3);
  expect(check("monitor-tag")).toMatchObject({
    status: "warning",
    message: expect.stringContaining(
      "0 monitors carry exactly the tag compliance; nearly the same: compliance:soc2 (2), Compliance (1)",
    ),
  });
});

test.for<{ what: string; env: (usual: DatadogOrganisation) => Record<string, string>; message: RegExp }>([
  {
    what: "a wrong API key",
    env: () => ({ DD_API_KEY: "f".repeat(32) }),
    message:
      /^the API key is not valid on the server of DD_API_URL; without access to Datadog, nothing is collected/,
  },
  {
    what: "a wrong token",
    env: () => ({ DD_API_KEY: "", DD_APP_KEY: "", DD_ACCESS_TOKEN: "ddsat_another" }),
    message: /^the access token is not valid on the server of DD_API_URL/,
  },
])("with $what, permissions are unknown and the run would fail", async ({ env, message }) => {
  await using world = await startWorld();

  const { exitCode, check, checks } = await examine(world, { env: env(world.organisation) });

  expect(exitCode).toBe(2);
  expect(check("access")).toMatchObject({ status: "error", message: expect.stringMatching(message) });
  const permissions = checks.filter(({ permission }) => permission !== null);
  expect(permissions).toHaveLength(6);
  expect(new Set(permissions.map(({ status }) => status))).toEqual(new Set(["unknown"]));
});

test("wrong inputs are lines of their own, and Datadog is looked at all the same", async () => {
  await using world = await startWorld();

  const { exitCode, check } = await examine(world, {
    flags: ["--cadence", "weekly", "--monitor-tag", "a b"],
  });

  expect(exitCode).toBe(2);
  expect(check("cadence")).toMatchObject({ status: "error" });
  expect(check("monitor-tag")).toMatchObject({ status: "error" });
  expect(check("access")).toMatchObject({ status: "ok" });
});

test("without keys each one is a line, and the other ways of access are the hint of the first", async () => {
  await using world = await startWorld();

  const { exitCode, checks } = await examine(world, { env: { DD_API_KEY: "", DD_APP_KEY: "" } });

  expect(exitCode).toBe(2);
  expect(
    checks.map(({ id, status, hint }) => [id, status, hint?.includes("can replace the two keys") === true]),
  ).toEqual([
    ["api-key", "error", true],
    ["app-key", "error", false],
    ["proxy", "ok", false],
  ]);
});

test("no line repeats a secret", async () => {
  await using world = await startWorld();
  const { apiKey, appKey } = world.organisation;

  const { ended } = await examine(world, { env: { HTTPS_PROXY: "http://user:hush-hush@127.0.0.1:1" } });

  for (const secret of [apiKey, appKey, "hush-hush", world.privatePem]) {
    expect(ended.stdout + ended.stderr).not.toContain(secret);
  }
});

test("the table names each check with its status, and the last line says what it comes to", async () => {
  await using world = await startWorld(without("monitors_read"));

  const ended = await runCli(["doctor", "--timestamp-url", "none"], { env: world.env });

  expect(ended.code).toBe(2);
  expect(ended.stdout).toMatch(/^error {4}monitors_read$/m);
  expect(ended.stdout).toMatch(/^ok {7}cspm \(optional\)$/m);
  expect(ended.stdout).toMatch(/\n\nNot ready: a run would fail\.\n$/);
});

test("a clock that is wrong by minutes is a line of its own", async () => {
  await using world = await startWorld({ clockSkewMs: 300_000 });

  const { check } = await examine(world);

  expect(check("clock")).toMatchObject({
    status: "warning",
    message: expect.stringMatching(/are 30\d s apart/),
  });
});

test("a timestamp authority that does not answer is a warning", async () => {
  await using world = await startWorld();

  const { check } = await examine(world, { flags: ["--timestamp-url", "http://127.0.0.1:1"] });

  expect(check("timestamp")).toMatchObject({ status: "warning", needed: false });
});

const SAFE = ["deletion", "non_fast_forward"];

test("the Action with check: true looks at the evidence repository, collects nothing and writes a summary", async () => {
  await using world = await startActionWorld();
  await using github = await startGitHub({ "acme/evidence": { rules: SAFE } });
  await using run = await act(world, {
    inputs: {
      check: "true",
      repository: "acme/evidence",
      "repository-token": WRITE_TOKEN,
      "timestamp-url": tsa.url,
    },
    env: { GITHUB_API_URL: github.url },
  });

  expect(run).toMatchObject({ code: 0, outputs: { "exit-code": "0" }, annotations: [] });
  expect(run.summary).toContain("## Ready: a run would be complete");
  expect(run.summary).toMatch(/\| ok \| `branch-protection` \| optional \|/);
  expect(world.results.blobs.size).toBe(0);
  expect(github.asked.every((each) => each.startsWith("GET "))).toBe(true);
});

interface OnGitHub extends RepositoryOnGitHub {
  readonly what: string;
  readonly token: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly code: number;
  readonly says: string;
}

test.for<OnGitHub>([
  {
    what: "a token that may only read",
    token: READ_TOKEN,
    rules: SAFE,
    code: 0,
    says: "GitHub does not say whether it may write",
  },
  {
    what: "a branch that only takes pull requests",
    token: WRITE_TOKEN,
    rules: ["pull_request"],
    code: 2,
    says: "rules of the branch main refuse a commit by a program: pull_request",
  },
  {
    what: "a branch that only takes pull requests, of everybody but this App",
    token: WRITE_TOKEN,
    rules: [...SAFE, "pull_request"],
    bypass: "always",
    code: 0,
    says: "the branch main is there, and repository-token may bypass its rules (pull_request)",
  },
  {
    what: "a branch that only takes pull requests, where GitHub does not show who may bypass that",
    token: WRITE_TOKEN,
    rules: ["pull_request"],
    bypass: null,
    code: 3,
    says: "GitHub does not say whether repository-token may bypass them: pull_request",
  },
  {
    what: "a branch that is not there",
    token: WRITE_TOKEN,
    rules: SAFE,
    inputs: { branch: "evidense" },
    code: 2,
    says: "the branch evidense is not there",
  },
  {
    what: "a branch that the first run makes",
    token: WRITE_TOKEN,
    rules: SAFE,
    inputs: { branch: "evidence", seed: "true" },
    code: 0,
    says: "the branch evidence is not there yet; the first run makes it",
  },
  {
    what: "a branch that nobody may make",
    token: WRITE_TOKEN,
    rules: [...SAFE, "creation"],
    inputs: { branch: "evidence", seed: "true" },
    code: 2,
    says: "rules of the branch evidence refuse a commit by a program: creation",
  },
  {
    what: "an empty repository without seed",
    token: WRITE_TOKEN,
    rules: SAFE,
    isEmpty: true,
    code: 2,
    says: "the repository is empty, so the branch main is not there",
  },
  {
    what: "an empty repository with seed",
    token: WRITE_TOKEN,
    rules: SAFE,
    isEmpty: true,
    inputs: { seed: "true" },
    code: 0,
    says: "the branch main is not there yet; the first run makes it",
  },
  {
    what: "a branch protection rule of the older kind",
    token: WRITE_TOKEN,
    rules: [],
    isProtected: true,
    code: 0,
    says: "a branch protection rule covers it, and GitHub does not show what it asks",
  },
  {
    what: "a branch whose rules GitHub does not show on this plan",
    token: WRITE_TOKEN,
    rules: null,
    code: 0,
    says: "the branch main is there; GitHub does not show its rules, so they may refuse a commit by a program",
  },
  {
    what: "a branch that anybody can rewrite",
    token: WRITE_TOKEN,
    rules: [],
    code: 3,
    says: "no rule of the branch main forbids deletion and force pushes",
  },
  {
    what: "a repository that is not there",
    token: "nobody's",
    rules: SAFE,
    code: 2,
    says: "cannot be read (status 401)",
  },
  {
    what: "a public repository",
    token: WRITE_TOKEN,
    rules: SAFE,
    visibility: "PUBLIC",
    code: 2,
    says: "acme/evidence is public",
  },
])("$what is told", async ({ token, code, says, inputs = {}, what: _what, ...known }) => {
  await using world = await startActionWorld();
  await using github = await startGitHub({ "acme/evidence": { visibility: "PRIVATE", ...known } });
  await using run = await act(world, {
    inputs: {
      check: "true",
      repository: "acme/evidence",
      "repository-token": token,
      "timestamp-url": tsa.url,
      ...inputs,
    },
    env: { GITHUB_API_URL: github.url },
  });

  expect(run.summary).toContain(says);
  expect(github.asked.every((each) => each.startsWith("GET "))).toBe(true);
  expect(run.code).toBe(code);
});

test("a workflow without secrets is looked at as one", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld({
    delegation: "^repo:acme/",
  });
  await using run = await act(world, {
    inputs: {
      check: "true",
      "api-key": "",
      "app-key": "",
      "signing-key": "",
      "timestamp-url": "",
      "org-id": world.organisation.id,
    },
    env: sigstore.environment,
  });

  expect(run.summary).toContain("the identity of this workflow can open datadoghq.com");
  expect(run.summary).toMatch(/\| ok \| `signing` \| needed \| signing keyless with/);
  // No repository is named.
  expect(run.code).toBe(3);
});

test("a signing key that cannot be read is an error, and nothing of it is repeated", async () => {
  await using world = await startWorld();
  const file = path.join(world.folder, "broken.pem");
  await writeFile(file, "-----BEGIN PRIVATE KEY-----\nhush-hush\n-----END PRIVATE KEY-----\n");

  const { exitCode, check, ended } = await examine(world, {
    flags: ["--signing-key", file],
    env: { SIGNING_KEY: "" },
  });

  expect(exitCode).toBe(2);
  expect(check("signing-key")).toMatchObject({ status: "error" });
  expect(ended.stdout).not.toContain("hush-hush");
});
