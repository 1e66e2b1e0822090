import { isFlagSet } from "../../config/flags.ts";
import { ensureCreatable } from "../../publish/write-folder.ts";
import { checkOf, exitCodeOf, type SetupCheck } from "../../setup/check.ts";
import { doctorJson, doctorTable } from "../../setup/doctor-report.ts";
import { examineSetup } from "../../setup/doctor.ts";
import type { Command } from "../command.ts";
import { INPUT_VARIABLES, readRunInputs, RUN_FLAGS, type RunInputs } from "../options/run-inputs.ts";

export const doctorCommand: Command = {
  summary: "check keys, permissions, tag, signing and storage before a run",
  synopsis: "[flags of collect]",
  flags: {
    ...RUN_FLAGS,
    json: { description: "Print all checks as one JSON object." },
  },
  examples: [
    ["before the first run", "datadog-evidence doctor --site datadoghq.eu --signing-key key.pem"],
    ["for programs", "datadog-evidence doctor --json"],
  ],
  notes: [
    `It only reads, and writes nothing. Keys come from environment variables: ${INPUT_VARIABLES.join(", ")}.`,
    "Each line says what a run would do without it. Exit 0: ready. 2: a run would fail. 3: a run would be incomplete or prove less.",
  ],

  async run(given, terminal) {
    const { environment, log, print, cancellation, conceal, width, paint } = terminal;
    const inputs = await readRunInputs(given, terminal, ensureCreatable);
    const checks = await examineSetup(inputs.raw, {
      environment,
      policy: inputs.policy,
      mapping: inputs.mapping,
      otherProblems: inputs.problems,
      apiUrl: inputs.apiUrl,
      signal: cancellation(),
      conceal,
      log: (line) => log.info(line),
      storageChecks: async () => Promise.resolve([storageCheck(inputs)]),
    });
    print(isFlagSet(given, "json") ? doctorJson(checks) : doctorTable(checks, { width, paint }));
    return exitCodeOf(checks);
  },
};

/** Folders that cannot be written are problems of the inputs already. */
function storageCheck({ out, repository }: RunInputs): SetupCheck {
  const check = checkOf({
    id: "repository",
    needed: false,
    without: "an evidence repository, runs do not follow one another in a chain",
  });
  if (repository !== "") return check.ok(`${repository} is a git work tree`);
  const named =
    "no git work tree is named (a repository on GitHub is looked at by the Action with check: true)";
  return check.ok(out === "" ? named : `${out} can be written; ${named}`);
}
