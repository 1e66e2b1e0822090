import { flagText } from "../../config/flags.ts";
import { readGivenFile } from "../../config/given-file.ts";
import { inputFlags } from "../../config/inputs.ts";
import { configuredTerms } from "../../config/read-config.ts";
import type { Evidence } from "../../evidence/schema.ts";
import { Failure } from "../../failure.ts";
import { diskFiles } from "../../platform/disk.ts";
import { policyTermsOf, type PolicyTerms } from "../../policy/check-rules.ts";
import { describeExpectation } from "../../policy/describe-expectation.ts";
import { describeResult } from "../../policy/describe-result.ts";
import { evaluatePolicy } from "../../policy/evaluate-policy.ts";
import { givenPolicyOf, type GivenPolicy } from "../../policy/read-policy.ts";
import { suggestPolicy } from "../../policy/suggest-policy.ts";
import { endingWarnings, policyWarnings, waiverStates } from "../../policy/waivers.ts";
import { logLine } from "../../report/render/sanitize.ts";
import { readRunFolder, readWholeEvidence } from "../../verify/run/read-folder.ts";
import { withSuggestion } from "../parse-arguments.ts";
import type { Arguments, Command, Terminal } from "../command.ts";

export const policyCommand: Command = {
  summary: "check what you expect of the evidence, or suggest a first policy",
  synopsis: "(check FILE [--against RUN_FOLDER] | suggest RUN_FOLDER)",
  words: { what: "check and a policy, or suggest and a run folder", count: 2 },
  flags: {
    against: { argument: "RUN_FOLDER", description: "Also show what the policy says about this run." },
    ...inputFlags(["monitor-tag", "privacy"]),
  },
  examples: [
    ["a first policy from a run", "datadog-evidence policy suggest RUN_FOLDER > policy.json"],
    ["try it on another run", "datadog-evidence policy check policy.json --against RUN_FOLDER"],
  ],
  notes: [
    "check names every problem of the file, each with its line, and warns of waivers that end within 14 days. suggest prints a policy with the ids and numbers of the run; read it and change it before you use it. The run is read as it is; verify checks whether it is genuine.",
    "Exit 0: the policy can be used, whatever it says about the run. 2: error, or the policy has problems.",
  ],

  async run(given, terminal) {
    const [step, file = ""] = given.words;
    if (step === "check") return checkPolicy(file, given, terminal);
    if (step === "suggest") return printSuggestion(file, given, terminal);
    const known = ["check", "suggest"];
    const message = `there is no policy ${JSON.stringify(step)}`;
    throw new Failure("input", withSuggestion(message, { word: step ?? "", known }), {
      hint: "use policy check FILE or policy suggest RUN_FOLDER",
    });
  },
};

async function checkPolicy(file: string, given: Arguments, { print, log }: Terminal): Promise<number> {
  const against = flagText(given, "against");
  const evidence = against === undefined ? null : await evidenceOf(against);
  const policyGiven = usablePolicy(
    await readGivenFile(file, "policy"),
    file,
    evidence === null ? configuredTerms(given) : policyTermsOf(evidence),
  );
  const judged = evidence === null ? null : judgeEvidence(policyGiven, evidence);
  const [lines, warnings] =
    judged === null
      ? [summaryLines(policyGiven), endingWarnings(policyGiven.policy, new Date().toISOString())]
      : [resultLines(policyGiven, judged), policyWarnings(policyGiven, judged)];
  print(`${lines.join("\n")}\n`);
  for (const warning of warnings) log.warning(logLine(warning));
  return 0;
}

async function printSuggestion(folder: string, given: Arguments, { print, log }: Terminal): Promise<number> {
  if (flagText(given, "against") !== undefined) {
    throw new Failure("input", "against: belongs to policy check");
  }
  const evidence = await evidenceOf(folder);
  const text = suggestPolicy(evidence);
  if (text === null) {
    throw new Failure("unreadable", "no item of the run is complete, so it shows nothing to expect", {
      hint: "name a run whose outcome is complete",
    });
  }
  print(text);
  const { policy: suggested } = usablePolicy(Buffer.from(text), "the suggestion", policyTermsOf(evidence));
  for (const result of evaluatePolicy(suggested, evidence) ?? []) {
    if (result.result !== "met") log.warning(logLine(`not met by this run: ${describeResult(result)}`));
  }
  return 0;
}

async function evidenceOf(folder: string): Promise<Evidence> {
  return readWholeEvidence(await readRunFolder(diskFiles(folder)));
}

/** Throws a `Failure` that names every problem of the policy. */
function usablePolicy(bytes: Buffer, name: string, terms: PolicyTerms): GivenPolicy {
  const { given, problems } = givenPolicyOf({ name, bytes }, terms);
  if (given !== null) return given;
  throw new Failure(
    "input",
    ["the policy cannot be used:", ...problems.map((each) => `  ${each}`)].join("\n"),
    {
      hint: "see docs/expectations.md",
    },
  );
}

function summaryLines({ policy: { expectations, waivers } }: GivenPolicy): readonly string[] {
  return [
    `The policy can be used: ${countOf(expectations.length, "expectation")}, ${countOf(waivers.length, "waiver")}.`,
    ...expectations.map((expectation) => logLine(`${expectation.id}: ${describeExpectation(expectation)}`)),
  ];
}

/** The evidence as if the policy had been given to its run. */
function judgeEvidence({ policy, file: { sha256 } }: GivenPolicy, evidence: Evidence): Evidence {
  const results = evaluatePolicy(policy, evidence);
  if (results === null) {
    throw new Failure("unreadable", `this version does not know version ${evidence.rules} of the rules`);
  }
  return { ...evidence, policy: { sha256, results: [...results] } };
}

function resultLines({ policy }: GivenPolicy, evidence: Evidence): readonly string[] {
  const { stream, collectedAt } = evidence;
  const byId = new Map(evidence.policy?.results.map((result) => [result.id, result]));
  return [
    `Against the run of ${stream.name} of ${collectedAt}, which was not verified:`,
    ...policy.expectations.flatMap((expectation) => {
      const result = byId.get(expectation.id);
      return result === undefined
        ? []
        : [logLine(describeResult(result)), `  ${logLine(`expected: ${describeExpectation(expectation)}`)}`];
    }),
    ...waiverStates(policy, evidence).map(({ waiver, state }) =>
      logLine(`waiver ${waiver.id} of ${waiver.expect}: ${state}, until ${waiver.until}`),
    ),
  ];
}

function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
