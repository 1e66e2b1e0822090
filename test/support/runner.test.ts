import { writeFile } from "node:fs/promises";
import path from "node:path";

import { expect, test } from "vitest";

import { fileCommands, linesOf, StepLog } from "./commands.ts";
import { runAction, type ActionOptions, type ActionRun } from "./runner.ts";
import { temporaryFolder } from "./temp.ts";

test("an Action sees its inputs, the defaults of its action.yml, and nothing of our environment", async () => {
  process.env["NOT_FOR_ACTIONS"] = "leaked";

  await using run = await runScript(`set("seen", JSON.stringify(process.env))`, {
    inputs: { "API-key": "k" },
  });

  const seen: unknown = JSON.parse(run.outputs["seen"] ?? "");
  expect(seen).toMatchObject({
    "INPUT_API-KEY": "k",
    "INPUT_FAIL-ON": "incomplete",
    INPUT_REPOSITORY: "acme/compliance",
    INPUT_BRANCH: "",
    GITHUB_EVENT_NAME: "schedule",
    ImageOS: "ubuntu24",
  });
  expect(seen).not.toHaveProperty("NOT_FOR_ACTIONS");
});

// ProcessInvoker.cs: the environment of the runner's own process, and over it what the runner sets.
test("a step inherits the environment of the machine, and what the runner sets overrules it", async () => {
  await using run = await runScript(`set("seen", JSON.stringify(process.env))`, {
    machine: { CI: "1", GITHUB_ACTIONS: "no", HTTPS_PROXY: "http://proxy.example:3128" },
  });

  const seen: unknown = JSON.parse(run.outputs["seen"] ?? "");
  expect(seen).toMatchObject({ CI: "1", GITHUB_ACTIONS: "true", HTTPS_PROXY: "http://proxy.example:3128" });
  expect(seen).not.toHaveProperty("ImageOS");
});

// ActionRunner.cs
test("inputs that action.yml does not name are warned of and handed on; deprecated ones say what to use", async () => {
  await using run = await runScript(`set("seen", process.env.INPUT_APIKEY)`, {
    inputs: { apikey: "k", "old-key": "o" },
  });

  expect(run).toMatchObject({
    conclusion: "success",
    outputs: { seen: "k" },
    annotations: [
      { kind: "warning", message: "Input 'old-key' has been deprecated with message: use api-key" },
      {
        kind: "warning",
        message:
          "Unexpected input(s) 'apikey', valid inputs are ['api-key', 'fail-on', 'repository', 'branch', 'old-key']",
      },
    ],
  });
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
    masks: ["s3cr\net", "s3cr", "et"],
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

// FileCommandManager.cs: `AttachmentSizeLimit`, and `UnsupportedSummarySize` of Constants.cs.
test.each([
  [1024 * 1024, 1024 * 1024, []],
  [
    1024 * 1024 + 2048,
    0,
    ["$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k, got 1026k."],
  ],
])("a summary of %d bytes keeps %d of them, and the step does not fail", async (written, kept, said) => {
  await using run = await runScript(
    `appendFileSync(process.env.GITHUB_STEP_SUMMARY, "é".repeat(${written / 2}));`,
  );

  expect(run.conclusion).toBe("success");
  expect(Buffer.byteLength(run.summary)).toBe(kept);
  expect(run.annotations).toEqual(
    said.map((message) => ({ kind: "error", message: expect.stringContaining(message) })),
  );
});

test("commands on both streams are obeyed in the order in which they arrive", async () => {
  await using run = await runScript(`
    const { promise, resolve } = Promise.withResolvers();
    process.stdout.write("::stop-commands::t0ken\n", resolve);
    await promise;
    await new Promise((resolve) => setTimeout(resolve, 100));
    process.stderr.write("::error::quiet\n");
  `);

  expect(run.annotations).toEqual([]);
});

// Each row: what the step prints, what it does, and the file of actions/runner that says so.
test.each<[string, Partial<Step>, string]>([
  ["  ::error::indented", { annotations: ["error: indented"] }, "ActionCommand.cs, TryParseV2"],
  ["\u2003::error::indented", { annotations: ["error: indented"] }, "String.TrimStart"],
  ["said ::error::inside", {}, "ActionCommand.cs, TryParseV2"],
  ["one\r::error::two", { annotations: ["error: two"] }, "ProcessInvoker.cs, StreamReader.ReadLine"],
  ["::ERROR::loud", { annotations: ["error: loud"] }, "ActionCommandManager.cs, OrdinalIgnoreCase"],
  ["::warning Title=T::m", { annotations: ["warning: T: m"] }, "ActionCommand.cs, OrdinalIgnoreCase"],
  [
    "::warning file=a,title=a=b%2Cc::m",
    { annotations: ["warning: a=b,c: m"] },
    "ActionCommand.cs, TryParseV2",
  ],
  ["said ##[warning]inside", { annotations: ["warning: inside"] }, "ActionCommand.cs, TryParse"],
  ["##[Error title=a%3Bb;line=1]x%5D", { annotations: ["error: a;b: x]"] }, "ActionCommand.cs, TryParse"],
  ["##[x ##[error]never", {}, "ActionCommand.cs, TryParse: the first bracket decides"],
  ["::unknown::x ##[notice]older", { annotations: ["notice: older"] }, "ActionCommandManager.cs"],
  ["::group::g\n::endgroup::", { log: "##[group]g\n##[endgroup]" }, "GroupingCommandExtension"],
  ["##[group]g", { log: "##[group]g" }, "GroupingCommandExtension"],
  [
    "::set-output name=a::1",
    {
      outputs: { a: "1" },
      annotations: [
        "warning: The `set-output` command is deprecated and will be disabled soon. Please upgrade to using Environment Files. For more information see: https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/",
      ],
    },
    "SetOutputCommandExtension",
  ],
  [
    "##[save-state name=a]1",
    { state: { a: "1" }, annotations: [expect.stringContaining("The `save-state` command is deprecated")] },
    "SaveStateCommandExtension",
  ],
  [
    "::set-output::1",
    {
      hasFailed: true,
      annotations: [
        expect.stringContaining("deprecated"),
        "error: Unable to process command '::set-output::1' successfully.",
        "error: Required field 'name' is missing in ##[set-output] command.",
      ],
    },
    "SetOutputCommandExtension",
  ],
  ...["::set-env name=PATH::/evil", "::add-path::/evil"].map((line): [string, Partial<Step>, string] => [
    line,
    {
      hasFailed: true,
      annotations: [
        `error: Unable to process command '${line}' successfully.`,
        expect.stringMatching(
          /^error: The `[\w-]+` command is disabled. Please upgrade to using Environment Files/,
        ),
      ],
    },
    "SetEnvCommandExtension, AddPathCommandExtension",
  ]),
  [
    "::stop-commands::T0ken\n::error::quiet\n::t0ken::\n::notice::loud",
    { annotations: ["notice: loud"] },
    "ActionCommandManager.cs",
  ],
  ["::stop-commands::t\n##[t]\n::notice::loud", { annotations: ["notice: loud"] }, "ActionCommandManager.cs"],
  [
    "::stop-commands::pause-logging\n::notice::never",
    { hasFailed: true, annotations: [expect.stringContaining("You cannot use a endToken")] },
    "ActionCommandManager.cs, ValidateStopToken",
  ],
  [
    "::add-mask::first line%0A  second  %0D%0A\nthe first line and the second, secondsecond",
    {
      masks: ["first line\n  second  \r\n", "first line", "second"],
      log: "the *** and the ***, ***",
    },
    "AddMaskCommandExtension, SecretMasker.cs",
  ],
  [
    "::add-mask:: ",
    { annotations: ["warning: Can't add secret mask for empty string in ##[add-mask] command."] },
    "AddMaskCommandExtension",
  ],
  ["::add-mask::s3cret\n::error::has s3cret", { annotations: ["error: has ***"] }, "ExecutionContext.cs"],
  ["::echo::on\n::group::g", { log: "::group::g\n##[group]g" }, "EchoCommandExtension"],
  [`::error::${"x".repeat(5000)}`, { annotations: [`error: ${"x".repeat(4096)}`] }, "ExecutionContext.cs"],
  [
    "::warning::w\n".repeat(12) + "::error::e",
    { annotations: [...Array.from({ length: 10 }, () => "warning: w"), "error: e"] },
    "ExecutionContext.cs, _maxCountPerIssueType",
  ],
])("the runner reads %j", (log, expected) => {
  expect(stepOf(log)).toMatchObject({
    annotations: [],
    hasFailed: false,
    outputs: {},
    state: {},
    ...expected,
  });
});

test.each([
  ["a=1\n\nb=<<2\n", { a: "1", b: "<<2" }],
  ["a<<EOF\nx=1\n\nEOF\nb=2", { a: "x=1\n", b: "2" }],
  ["a<<EOF\nEOF\n", { a: "" }],
])("the command file %j sets %j", (text, values) => {
  expect(fileCommands(text)).toEqual(values);
});

// FileCommandManager.cs
test.each([
  ["a=1\nnonsense\nb=2", "Invalid format 'nonsense'"],
  ["a=1\n<<EOF\nEOF\n", "Invalid format '<<EOF'. Name must not be empty and delimiter must not be empty"],
  ["a=1\nb<<EOF\nnever ended\n", "Invalid value. Matching delimiter not found 'EOF'"],
  ["a=1\nb<<EOF\nnever ended", "Invalid value. EOF marker missing new line."],
])("the command file %j fails the step; what stands before counts", (text, reason) => {
  const step = new StepLog();

  step.readFile("output", text);

  expect(step).toMatchObject({
    hasFailed: true,
    outputs: { a: "1" },
    annotations: [
      { kind: "error", message: "Unable to process file command 'output' successfully." },
      { kind: "error", message: reason },
    ],
  });
});

interface Step {
  readonly annotations: readonly string[];
  readonly outputs: object;
  readonly state: object;
  readonly masks: readonly string[];
  readonly log: string;
  readonly hasFailed: boolean;
}

function stepOf(log: string): Step {
  const step = new StepLog();
  linesOf(log).forEach((line) => step.read(line));
  const { outputs, state, masks, hasFailed, shown } = step;
  const annotations = step.annotations.map(({ kind, title, message }) =>
    [kind, ...(title === undefined ? [] : [title]), message].join(": "),
  );
  return { annotations, outputs, state, masks, hasFailed, log: shown.join("\n") };
}

const MANIFEST = `
inputs:
  api-key: { description: a key, required: true }
  fail-on: { description: a gate, default: incomplete }
  repository: { description: where, default: "\${{ github.repository }}" }
  branch: { description: a branch }
  old-key: { description: a key, deprecationMessage: use api-key }
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
