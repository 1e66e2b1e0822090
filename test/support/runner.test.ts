import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { fileCommands, logCommands } from "./commands.ts";
import { runAction, type ActionOptions, type ActionRun } from "./runner.ts";
import { temporaryFolder } from "./temp.ts";

test("an Action sees its inputs, the defaults of its action.yml, and nothing of our environment", async () => {
  process.env["NOT_FOR_ACTIONS"] = "leaked";

  await using run = await runScript(`set("seen", JSON.stringify(process.env))`, {
    inputs: { "api-key": "k" },
  });

  const seen: unknown = JSON.parse(run.outputs["seen"] ?? "");
  expect(seen).toMatchObject({
    "INPUT_API-KEY": "k",
    "INPUT_FAIL-ON": "incomplete",
    INPUT_REPOSITORY: "acme/compliance",
    INPUT_BRANCH: "",
    GITHUB_EVENT_NAME: "schedule",
  });
  expect(seen).not.toHaveProperty("NOT_FOR_ACTIONS");
});

test("an input that action.yml does not name is refused", async () => {
  const run = runScript("", { inputs: { apikey: "k" } });

  await expect(run).rejects.toThrow("has no input apikey");
});

test("outputs, state, masks and annotations come back as the runner would read them", async () => {
  await using run = await runScript(`
    set("lines", "a\\nb=c");
    appendFileSync(process.env.GITHUB_STATE, "phase=post\\n");
    appendFileSync(process.env.GITHUB_STEP_SUMMARY, "# Hello");
    console.log("::add-mask::s3cr%0Aet");
    console.log("::warning title=No%3A data::50%25 gone%0Anext line");
    console.error("::error::bad");
    process.exitCode = 3;
  `);

  expect(run).toMatchObject({
    code: 3,
    outputs: { lines: "a\nb=c" },
    state: { phase: "post" },
    summary: "# Hello",
    masks: ["s3cr\net"],
    annotations: [
      { kind: "warning", title: "No: data", message: "50% gone\nnext line" },
      { kind: "error", message: "bad" },
    ],
  });
});

test("a cancelled job gets SIGINT and may still say something", async () => {
  await using run = await runScript(
    `process.once("SIGINT", () => { set("cancelled", "yes"); process.exit(2); }); setInterval(() => {}, 1000);`,
    { signalAfterMs: 500 },
  );

  expect(run).toMatchObject({ code: 2, outputs: { cancelled: "yes" } });
});

test("a process that dies of a signal has the exit code that a shell would give it", async () => {
  await using run = await runScript("process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000);");

  expect(run.code).toBe(143);
});

test("an Action that hangs is no result", async () => {
  const run = runScript("setInterval(() => {}, 1000);", { timeoutMs: 300 });

  await expect(run).rejects.toThrow("did not end within 300 ms");
});

test.each([
  ["  ::error::indented", [{ name: "error", title: undefined, message: "indented" }]],
  ["said ::error::inside", []],
  ["said ##[warning]inside", [{ name: "warning", title: undefined, message: "inside" }]],
  ["::unknown::x", []],
  [
    "::stop-commands::t\n::error::quiet\n::t::\n::notice::loud",
    [{ name: "notice", title: undefined, message: "loud" }],
  ],
])("the runner reads %j", (log, commands) => {
  expect(logCommands(log)).toEqual(commands);
});

test.each([
  ["a=1\n\nb=<<2\n", { a: "1", b: "<<2" }],
  ["a<<EOF\nx=1\n\nEOF\nb=2", { a: "x=1\n", b: "2" }],
  ["a<<EOF\nEOF\n", { a: "" }],
])("the command file %j sets %j", (text, values) => {
  expect(fileCommands(text)).toEqual(values);
});

test.each(["nonsense", "a<<EOF\nnever ended"])("the command file %j is refused", (text) => {
  expect(() => fileCommands(text)).toThrow("the runner");
});

const MANIFEST = `
inputs:
  api-key: { description: a key, required: true }
  fail-on: { description: a gate, default: incomplete }
  repository: { description: where, default: "\${{ github.repository }}" }
  branch: { description: a branch }
`;

/** Runs a script as an Action with the manifest above; \`set\` sets an output. */
async function runScript(script: string, options: Partial<ActionOptions> = {}): Promise<ActionRun> {
  await using folder = await temporaryFolder();
  const main = path.join(folder.path, "main.mjs");
  const manifest = path.join(folder.path, "action.yml");
  const set =
    "const set = (name, value) => appendFileSync(process.env.GITHUB_OUTPUT, `${name}<<END\\n${value}\\nEND\\n`);";
  await writeFile(manifest, MANIFEST);
  await writeFile(main, `import { appendFileSync } from "node:fs";\n${set}\n${script}`);

  return await runAction({ main, manifest, ...options });
}
