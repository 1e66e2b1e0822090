import { expect, test } from "vitest";

import { COMMANDS } from "../../src/cli/commands.ts";
import type { Command } from "../../src/cli/command.ts";
import { parseArguments, withSuggestion } from "../../src/cli/parse-arguments.ts";
import { catchFailure, Failure } from "../../src/failure.ts";

const COMMAND: Command = {
  summary: "do nothing",
  synopsis: "FOLDER",
  words: { what: "one folder", count: 1 },
  flags: {
    key: { argument: "PEM", description: "A key.", isRepeatable: true },
    witness: { argument: "DIR", alias: "compare-with", description: "Copies." },
    json: { description: "Print JSON." },
  },
  notes: [],
  run: async () => 0,
};

const parse = (...args: readonly string[]) => parseArguments("check", { command: COMMAND, args });

/** What the user reads when the arguments are refused. */
function refusal(...args: readonly string[]) {
  const failure = catchFailure(() => parse(...args));
  if (!(failure instanceof Failure)) throw new Error("the arguments were accepted");
  return { message: failure.message, hint: failure.hint };
}

test("values, lists, switches and words are found under the names of the table", () => {
  expect(parse("here", "--key", "a", "--json", "--key=b", "--witness", "copies")).toEqual({
    words: ["here"],
    flags: { key: ["a", "b"], json: true, witness: "copies" },
  });
});

test("another name of a flag gives the flag, and only one of them may be given", () => {
  expect(parse("here", "--compare-with", "copies").flags["witness"]).toBe("copies");
  expect(refusal("here", "--compare-with", "a", "--witness", "b").message).toBe(
    "--compare-with is another name for --witness; give one of them",
  );
});

test.each([
  [["here", "-key", "a"], "check has no flag -key; did you mean --key?"],
  [["here", "--kye", "a"], "check has no flag --kye; did you mean --key?"],
  [["here", "--comparewith", "a"], "check has no flag --comparewith; did you mean --compare-with?"],
  [["here", "--hlep"], "check has no flag --hlep; did you mean --help?"],
  [["here", "--colour"], "check has no flag --colour"],
  [["here", "-x"], "check has no flag -x"],
  [["here", "--key"], "check: Option '--key <value>' argument missing"],
  [[], "check takes one folder"],
  [["here", "there"], "check takes one folder"],
])("%j is refused with what to do", (args, message) => {
  expect(refusal(...args)).toEqual({ message, hint: "see: datadog-evidence check --help" });
});

test("help and version need no words", () => {
  expect(parse("--help").flags["help"]).toBe(true);
  expect(parse("--version").flags["version"]).toBe(true);
});

test.each([
  ["colect", "no colect; did you mean collect?"],
  ["verfiy", "no verfiy; did you mean verify?"],
  ["declaregap", "no declaregap; did you mean declare-gap?"],
  ["keygne", "no keygne; did you mean keygen?"],
  ["frobnicate", "no frobnicate"],
  ["x", "no x"],
])("%s: %s", (word, message) => {
  expect(withSuggestion(`no ${word}`, { word, known: [...COMMANDS.keys()] })).toBe(message);
});

test.each([...COMMANDS])("every flag of %s is described in a sentence", (_, { flags }) => {
  for (const { description } of Object.values(flags)) expect(description).toMatch(/[.)]$/);
});

test("copies can be compared by either name wherever they can be compared", () => {
  const commands = [...COMMANDS].filter(([, { flags }]) => "witness" in flags);

  expect(commands.map(([name]) => name)).toEqual(["verify", "report"]);
  for (const [, { flags }] of commands) expect(flags["witness"]?.alias).toBe("compare-with");
});
