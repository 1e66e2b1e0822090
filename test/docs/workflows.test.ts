import { glob, readFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { validate } from "@actions/languageservice";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

import { watcherText, workflowText } from "../../src/setup/workflow-files.ts";
import { ROOT } from "../support/runner.ts";

test("our workflows are sound", async () => {
  const workflows = await read(".github/workflows/*.yml");

  expect(workflows.length).toBeGreaterThan(0);
  expect(await problemsOf(workflows)).toEqual([]);
});

test("the examples are sound", async () => {
  const examples = await read("docs/examples/*.yml");

  expect(examples.length).toBeGreaterThan(0);
  expect(examples.some(({ text }) => text.includes("datadog-evidence/verify@"))).toBe(true);
  expect(await problemsOf(examples)).toEqual([]);
});

test("the example for an Enterprise Server has no queue, which would make its whole file invalid there", async () => {
  const [example, ...others] = await read("docs/examples/enterprise-server.yml");

  expect(others).toEqual([]);
  const { concurrency } = z.object({ concurrency: z.looseObject({}) }).parse(parse(example?.text ?? ""));
  expect(Object.keys(concurrency)).not.toContain("queue");
  for (const kept of ["VERIFY.md", "report.html"]) expect(example?.text).toContain(kept);
});

test("the examples that tell somebody are under 40 lines, and use no action of strangers", async () => {
  const examples = await read("docs/examples/{tell-*,issue-on-failure}.yml");

  expect(examples).toHaveLength(4);
  for (const { name, text } of examples) {
    const actions = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
    expect({ name, isShort: text.trimEnd().split("\n").length < 40, actions }).toEqual({
      name,
      isShort: true,
      actions: ["datadog-evidence/datadog-evidence@v1"],
    });
    // What they tell is an output of the Action.
    expect(text).toContain("steps.evidence.outputs.outcome");
  }
});

test("the example of many streams gives what the workflow that it calls takes", async () => {
  const [called, example] = await Promise.all([
    read(".github/workflows/fleet.yml"),
    read("docs/examples/fleet.yml"),
  ]);
  const { on } = Called.parse(parse(called[0]?.text ?? ""));
  const { jobs, permissions } = Caller.parse(parse(example[0]?.text ?? ""));
  const { evidence } = jobs;
  const { inputs, secrets } = on.workflow_call;

  expect(Object.keys(inputs)).toEqual(expect.arrayContaining(Object.keys(evidence.with)));
  expect(Object.keys(evidence.with)).toEqual(expect.arrayContaining(needed(inputs)));
  expect(Object.keys(secrets)).toEqual(expect.arrayContaining(Object.keys(evidence.secrets)));
  expect(Object.keys(evidence.secrets)).toEqual(expect.arrayContaining(needed(secrets)));
  // What the jobs called may do is never more than the caller allows.
  expect(permissions).toEqual({ contents: "read" });
});

test("the workflows in README.md are sound", async () => {
  const workflows = (await read("README.md")).flatMap(workflowsIn);

  expect(workflows.length, "workflows in README.md").toBeGreaterThan(0);
  expect(await problemsOf(workflows)).toEqual([]);
});

const PLAIN = {
  site: "datadoghq.eu",
  stream: "prod",
  organization: "",
  cadence: "daily",
  access: "keys",
  signing: "key",
  keep: "this",
  hasPolicy: false,
  hasWatcher: true,
} as const;

test("whatever init is asked for, the workflows that it writes are sound", async () => {
  const workflows: Document[] = [];
  for (const access of ["keys", "token", "delegated"] as const) {
    for (const signing of ["key", "keyless"] as const) {
      for (const keep of ["this", "app", "none"] as const) {
        for (const isMore of [true, false]) {
          const choices = {
            ...PLAIN,
            organization: isMore ? 'Northwind "Freight"' : "",
            cadence: isMore ? ("hourly" as const) : ("daily" as const),
            access,
            signing,
            keep,
            hasPolicy: isMore,
            hasWatcher: isMore,
          };
          const name = [access, signing, keep, isMore].join("-");
          workflows.push({ name: `${name}.yml`, text: workflowText(choices) });
          const watcher = watcherText(choices);
          if (watcher !== null) workflows.push({ name: `${name}-watch.yml`, text: watcher });
        }
      }
    }
  }

  expect(workflows).toHaveLength(36 + 24);
  expect(await problemsOf(workflows)).toEqual([]);
});

test.each(["2026.10", "007", "0x1f", "null", "True", "no", "prod", "eu-1.b_2"])(
  "init writes the stream %s as a text, whatever YAML could take it for",
  (stream) => {
    const choices = { ...PLAIN, stream };
    const [run, watch] = [workflowText(choices), watcherText(choices) ?? ""].map((text) => parse(text).jobs);

    expect(run.collect.steps.at(-1).with.stream).toBe(stream);
    expect(watch.watch.steps.at(-1).with.streams).toBe(stream);
  },
);

test.each(["action.yml", "verify/action.yml"])("%s is what GitHub expects", async (name) => {
  const text = await readFile(path.join(ROOT, name), "utf8");

  expect(await rejections({ name, text })).toEqual([]);
});

test("an action.yml that GitHub would refuse is noticed", async () => {
  const text = "name: x\ndescription: x\nruns:\n  using: node99\n  main: dist/index.js\n";

  expect(await rejections({ name: "action.yml", text })).not.toEqual([]);
});

const SOUND = `
on:
  schedule:
    - cron: "17 6 * * *"
permissions: {}
jobs:
  collect:
    runs-on: ubuntu-latest
    timeout-minutes: 20
    steps:
      - uses: datadog-evidence/datadog-evidence@v1
        with:
          api-key: \${{ secrets.DD_API_KEY }}
          app-key: \${{ secrets.DD_APP_KEY }}
          site: \${{ vars.DD_SITE }}
      - uses: actions/checkout@0123456789abcdef0123456789abcdef01234567 # v6.0.2
`;

const INPUTS = {
  "api-key": { required: true },
  "app-key": { required: true },
  site: { required: false },
  "repository-token": { required: false },
};

test("a sound workflow has no problems", async () => {
  expect(await problemsOf([{ name: "x.yml", text: SOUND }], INPUTS)).toEqual([]);
});

test.each([
  ["a key that GitHub does not know", "runs-on:", "run-on:", "x.yml:8: "],
  ["no permissions at the top", "permissions: {}\n", "", "no permissions at the top"],
  ["a job without an end", "    timeout-minutes: 20\n", "", "collect has no timeout-minutes"],
  ["a tag instead of a commit", /@[0-9a-f]{40} # v6.0.2/, "@v6", "actions/checkout@v6 is not pinned"],
  ["a commit without its version", " # v6.0.2", "", "is not pinned"],
  ["an input that we do not have", "site:", "sight:", "there is no input sight"],
  ["a needed input left out", /^ *api-key:.*\n/m, "", "the input api-key is missing"],
  ["a key written down", "${{ secrets.DD_API_KEY }}", "abc", "api-key is not taken from secrets"],
  [
    "a token that lives long",
    "site: ${{",
    "repository-token: ${{",
    "repository-token is not made for the job",
  ],
  ["a site that is a secret", "vars.DD_SITE", "secrets.DD_SITE", "site is not taken from vars"],
  ["the full hour", "17 6", "0 6", "0 6 * * * is not at an odd minute"],
  ["an even minute", "17 6", "30 6", "30 6 * * * is not at an odd minute"],
  ["several times an hour", "17 6", "*/15 6", "*/15 6 * * * is not at an odd minute"],
])("%s is a problem", async (_, sound, bad, problem) => {
  const text = SOUND.replace(sound, () => bad);

  expect(await problemsOf([{ name: "x.yml", text }], INPUTS)).toContainEqual(
    expect.stringContaining(problem),
  );
});

interface Document {
  readonly name: string;
  readonly text: string;
}

async function read(pattern: string): Promise<Document[]> {
  const names = (await Array.fromAsync(glob(pattern, { cwd: ROOT }))).toSorted();
  return Promise.all(
    names.map(async (name) => ({ name, text: await readFile(path.join(ROOT, name), "utf8") })),
  );
}

/** The fenced yaml blocks that are workflows; lines are counted as in the page, so that a problem can be found. */
function workflowsIn({ name, text }: Document): Document[] {
  return [...text.matchAll(/^```ya?ml\n(.*?)^```$/gms)]
    .filter(([, block = ""]) => /^on:/m.test(block) && /^jobs:/m.test(block))
    .map(({ index, 1: block = "" }) => ({
      name,
      text: `${text.slice(0, index).replaceAll(/[^\n]/g, "")}\n${block}`,
    }));
}

async function problemsOf(documents: readonly Document[], inputs?: Inputs): Promise<string[]> {
  const known = inputs ?? (await inputsOf("action.yml"));
  const problems = documents.map(async (document) => [
    ...(await rejections(document)),
    ...ruleBreaks(document.text, known, await inputsOf("verify/action.yml")).map(
      (problem) => `${document.name}: ${problem}`,
    ),
  ]);
  return (await Promise.all(problems)).flat();
}

let documentsSeen = 0;

/** What GitHub's own language service finds; it remembers a document by its address, so each gets a new one. */
async function rejections({ name, text }: Document): Promise<string[]> {
  const isAction = path.basename(name) === "action.yml";
  const folder = path.join(ROOT, isAction ? "" : ".github/workflows", String(documentsSeen++));
  const uri = pathToFileURL(path.join(folder, path.basename(name).replace(/\.md$/, ".yml"))).href;
  const found = await validate(textDocument(uri, text));
  return found.map(({ range, message }) => {
    const said = typeof message === "string" ? message : message.value;
    return `${name}:${range.start.line + 1}: ${said}`;
  });
}

/** A document as an editor would hold it, as far as `validate` looks at it. */
function textDocument(uri: string, text: string): Parameters<typeof validate>[0] {
  return {
    uri,
    languageId: "yaml",
    version: 1,
    lineCount: text.split("\n").length,
    getText: () => text,
    positionAt: neverAsked,
    offsetAt: neverAsked,
    getLineRange: neverAsked,
    getEOLCharacters: neverAsked,
  };
}

function neverAsked(): never {
  throw new Error("the language service now asks a document for more than its text");
}

type Inputs = z.infer<typeof Inputs>;
const Inputs = z.record(z.string(), z.looseObject({ required: z.boolean().default(false) }));

async function inputsOf(file: string): Promise<Inputs> {
  const manifest = z.object({ inputs: Inputs });
  return manifest.parse(parse(await readFile(path.join(ROOT, file), "utf8"))).inputs;
}

const Step = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.unknown()).default({}),
});

const Workflow = z.looseObject({
  on: z.unknown(),
  permissions: z.unknown().optional(),
  jobs: z.record(z.string(), z.looseObject({ steps: z.array(Step).default([]) })),
});

const Scheduled = z.looseObject({ schedule: z.array(z.looseObject({ cron: z.string() })) });

function ruleBreaks(text: string, inputs: Inputs, watchers: Inputs): string[] {
  const { success, data: workflow, error } = Workflow.safeParse(parse(text));
  if (!success) return [z.prettifyError(error)];

  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const crons = Scheduled.safeParse(workflow.on).data?.schedule.map(({ cron }) => cron) ?? [];
  return [
    ...(workflow.permissions === undefined ? ["no permissions at the top"] : []),
    ...Object.entries(workflow.jobs)
      .filter(([, job]) => job["uses"] === undefined && job["timeout-minutes"] === undefined)
      .map(([name]) => `${name} has no timeout-minutes`),
    ...crons.filter((cron) => !/^[1-5]?[13579] /.test(cron)).map((cron) => `${cron} is not at an odd minute`),
    ...unpinned(text),
    ...steps.filter(isCollector).flatMap((step) => misuses(step.with, inputs)),
    ...steps.filter(isWatcher).flatMap((step) => misuses(step.with, watchers)),
  ];
}

const Called = z.looseObject({
  on: z.looseObject({ workflow_call: z.looseObject({ inputs: Inputs, secrets: Inputs }) }),
});

const Caller = z.looseObject({
  permissions: z.record(z.string(), z.string()),
  jobs: z.looseObject({
    evidence: z.looseObject({
      with: z.record(z.string(), z.string()),
      secrets: z.record(z.string(), z.string()),
    }),
  }),
});

/**
 * A step of someone else is pinned to a commit with its version beside it. Ours may say `@v1`: the reader fills in the
 * commit of the release they chose, which an example cannot know; README.md tells them to.
 */
function unpinned(text: string): string[] {
  return [...text.matchAll(/^[\s-]*uses:\s*(\S+)(.*)$/gm)]
    .filter(([, uses = ""]) => !isOurs({ uses }))
    .filter(
      ([, uses = "", comment = ""]) => !/@[0-9a-f]{40}$/.test(uses) || !/^ # v\d+\.\d+\.\d+$/.test(comment),
    )
    .map(([, uses]) => `${uses} is not pinned to a full commit with its version as a comment`);
}

function isOurs(step: { uses?: string | undefined }): boolean {
  return isCollector(step) || isWatcher(step) || isFleet(step);
}

function isCollector({ uses = "" }: { uses?: string | undefined }): boolean {
  return uses === "./" || uses.startsWith("datadog-evidence/datadog-evidence@");
}

function isWatcher({ uses = "" }: { uses?: string | undefined }): boolean {
  return uses === "./verify" || uses.startsWith("datadog-evidence/datadog-evidence/verify@");
}

function needed(entries: Inputs): string[] {
  return Object.keys(entries).filter((name) => entries[name]?.required);
}

function isFleet({ uses = "" }: { uses?: string | undefined }): boolean {
  return uses.startsWith("datadog-evidence/datadog-evidence/.github/workflows/fleet.yml@");
}

const FROM_SECRETS = ["api-key", "app-key", "signing-key", "signing-key-passphrase", "pseudonym-key"];

function misuses(given: Readonly<Record<string, unknown>>, inputs: Inputs): string[] {
  const names = needed(inputs);
  return [
    ...Object.keys(given)
      .filter((name) => !Object.hasOwn(inputs, name))
      .map((name) => `there is no input ${name}`),
    ...names.filter((name) => given[name] === undefined).map((name) => `the input ${name} is missing`),
    ...FROM_SECRETS.filter((name) => given[name] !== undefined && !isFrom("secrets", given[name])).map(
      (name) => `${name} is not taken from secrets`,
    ),
    ...(given["repository-token"] === undefined || isMade(given["repository-token"])
      ? []
      : ["repository-token is not made for the job"]),
    ...(given["site"] === undefined || isFrom("vars", given["site"]) ? [] : ["site is not taken from vars"]),
  ];
}

/** A token that lives as long as the job: its own, or that of a step which asked for one. */
function isMade(value: unknown): boolean {
  return (
    typeof value === "string" && /^\$\{\{ (?:github\.token|steps\.[\w-]+\.outputs\.\w+) \}\}$/.test(value)
  );
}

function isFrom(context: "secrets" | "vars", value: unknown): boolean {
  return typeof value === "string" && new RegExp(`^\\$\\{\\{ ${context}\\.\\w+ \\}\\}$`).test(value);
}
