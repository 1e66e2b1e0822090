import { mkdir, symlink, writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { policyText } from "../policy/policies.ts";
import { temporaryFolder } from "../support/temp.ts";
import { act, artifactFiles, extracted, startActionWorld, type ActionWorld } from "./action-world.ts";
import { evidenceIn, verify } from "./world.ts";

const THERE = { id: "monitors-there", item: "compliance-monitors", atLeast: 1 };
const NAMED = { id: "named-monitors", item: "compliance-monitors", present: [1, 2] };
const CRITICAL = { id: "no-critical", item: "security-signals", none: { severity: "critical" } };

function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

const WAIVER = { since: dayFromToday(-3), until: dayFromToday(3), why: "known", by: "head of platform" };
const NAMED_WAIVER = { ...WAIVER, id: "EX-1", expect: "named-monitors", records: [1, 2] };

/** Runs the Action with this text as `policy.json` of its workspace. */
async function judge(world: ActionWorld, text: string, inputs: Readonly<Record<string, string>> = {}) {
  await using stack = new AsyncDisposableStack();
  const workspace = stack.use(await temporaryFolder());
  await writeFile(path.join(workspace.path, "policy.json"), text);
  const run = await act(world, {
    inputs: { stream: "prod", policy: "policy.json", ...inputs },
    env: { GITHUB_WORKSPACE: workspace.path },
  });
  stack.use(run);
  const disposables = stack.move();
  return { ...run, [Symbol.asyncDispose]: () => disposables.disposeAsync() };
}

test.concurrent("by default a broken expectation fails the job, after all is published", async () => {
  await using world = await startActionWorld();
  const text = policyText({ expect: [NAMED, THERE, CRITICAL] });

  await using run = await judge(world, text);

  expect(run.code).toBe(1);
  expect(run.outputs).toMatchObject({
    outcome: "complete",
    "exit-code": "1",
    expectations: "broken",
    "broken-expectations": "named-monitors,no-critical",
    assurance: "key",
  });
  const [annotation] = run.annotations;
  expect(annotation).toMatchObject({ kind: "error", message: expect.stringContaining("named-monitors") });
  expect(run.summary.indexOf("### Expectations")).toBeLessThan(run.summary.indexOf("| Item |"));
  const files = artifactFiles(world, run.outputs["artifact-name"]);
  const folder = await extracted(files, path.join(world.folder, "downloaded"));
  expect(
    files
      .get(path.join(path.relative(path.join(world.folder, "downloaded"), folder), "policy.json"))
      ?.toString(),
  ).toBe(text);
  expect(await verify(folder, world.key)).toMatchObject({ code: 0 });
  const { policy } = await evidenceIn(folder);
  expect(policy?.results.map(({ result }) => result)).toEqual(["broken", "met", "broken"]);
});

const ENDS_SOON = "the waiver EX-1 of named-monitors ends on DAY, in 4 days";

test.concurrent.each([
  ["incomplete", "broken", { expect: [NAMED] }, []],
  ["never", "broken", { expect: [NAMED] }, []],
  ["", "accepted", { expect: [NAMED, THERE], accept: [NAMED_WAIVER] }, [ENDS_SOON]],
  ["", "met", { expect: [THERE] }, []],
] as const)("with fail-on %j a policy that is %s lets the job pass", async (failOn, worst, file, warned) => {
  await using world = await startActionWorld();

  await using run = await judge(world, policyText(file), { "fail-on": failOn });

  expect(run.code).toBe(0);
  expect(run.outputs).toMatchObject({
    "exit-code": "0",
    expectations: worst,
    "broken-expectations": worst === "broken" ? "named-monitors" : "",
  });
  const warnings = run.annotations.filter(({ kind }) => kind === "warning");
  expect(warnings.map(({ message }) => message.replace(/\d{4}-\d\d-\d\d/, "DAY"))).toEqual(warned);
});

function withoutMonitors(organisation: DatadogOrganisation): DatadogOrganisation {
  return { ...organisation, permissions: organisation.permissions.difference(new Set(["monitors_read"])) };
}

test.concurrent("what an item does not show is unknown, and the job ends as incomplete", async () => {
  await using world = await startActionWorld({ changed: withoutMonitors });

  await using run = await judge(world, policyText({ expect: [NAMED] }));

  expect(run.code).toBe(3);
  expect(run.outputs).toMatchObject({ expectations: "unknown", "broken-expectations": "" });
});

test.concurrent(
  "a policy that is a link, a folder or outside of the workspace stops the run before anything is asked",
  async () => {
    await using world = await startActionWorld();
    await using folder = await temporaryFolder();
    const workspace = path.join(folder.path, "workspace");
    await mkdir(path.join(workspace, "folder"), { recursive: true });
    await writeFile(path.join(folder.path, "outside.json"), policyText({ expect: [THERE] }));
    await symlink(path.join(folder.path, "outside.json"), path.join(workspace, "link.json"));

    for (const [policy, sentence] of [
      ["link.json", "policy: is a link or behind one"],
      ["folder", "policy: is not a regular file"],
      ["../outside.json", "policy: must be a file inside the workspace"],
    ] as const) {
      await using run = await act(world, { inputs: { policy }, env: { GITHUB_WORKSPACE: workspace } });

      expect(run.code).toBe(2);
      expect(run.annotations.map(({ message }) => message).join("\n")).toContain(sentence);
    }
    expect(world.datadog.requests).toEqual([]);
  },
);

const HOSTILE = "=HYPERLINK(1)<img src=x onerror=alert(1)>| @octocat ::error::x ##[error]y";

test.concurrent(
  "words of a policy act nowhere: not in the log, the summary, the report or an annotation",
  async () => {
    await using world = await startActionWorld();
    const text = policyText({
      expect: [
        { ...NAMED, title: HOSTILE },
        { ...THERE, title: HOSTILE },
      ],
      accept: [
        { ...NAMED_WAIVER, id: "::error::x <b>=1+1", why: HOSTILE, by: HOSTILE, ticket: HOSTILE },
        { ...NAMED_WAIVER, id: "##[error]y", records: [3], why: HOSTILE },
      ],
    });

    await using run = await judge(world, text);

    expect(run.code).toBe(0);
    expect(run.annotations.map(({ kind }) => kind)).toEqual(["warning", "warning", "warning"]);
    expect(run.log).not.toContain("##[error]");
    const files = artifactFiles(world, run.outputs["artifact-name"]);
    const report = files.get("report.html")?.toString() ?? "";
    expect(report).toContain("HYPERLINK");
    expect(`${report}${run.summary}`).not.toMatch(/<img|<b>=/);
    expect(run.summary).not.toMatch(/^\s*::error|##\[error/m);
    expect(run.summary).not.toMatch(/(?<![\\`\w])@octocat/);
  },
);
