import { flagText, flagTexts, type Flags, type RawInputs } from "../../config/flags.ts";
import { readGivenFile } from "../../config/given-file.ts";
import { INPUT_NOTES, inputFlags, inputsFrom } from "../../config/inputs.ts";
import { awaitFailure, Failure, failureLine } from "../../failure.ts";
import type { UserFile } from "../../policy/read-file.ts";
import { isLoopback } from "../../platform/connections.ts";
import { ensureWorkTree } from "../../publish/git/settings.ts";
import { localServiceProblems } from "../../sign/keyless/sigstore-instance.ts";
import type { Arguments, Terminal } from "../command.ts";
import { SIGNING_KEY_FLAG, signingKeyText } from "./signing.ts";

/** The inputs that are flags here; others mean nothing on the command line, or are secrets. */
const COLLECT_INPUTS = [...INPUT_NOTES].flatMap(([name, { argument, isSecret }]) =>
  argument === undefined || isSecret ? [] : [name],
);

/** The variables that give inputs. */
export const INPUT_VARIABLES: readonly string[] = [...INPUT_NOTES.values()].flatMap(
  ({ variable }) => variable ?? [],
);

/** The flags of a command that collects, or that looks whether collecting would work. */
export const RUN_FLAGS: Flags = {
  out: { argument: "DIR", description: "Write the run folder below DIR." },
  repository: { argument: "DIR", description: "Write and commit the run in a local git work tree." },
  ...SIGNING_KEY_FLAG,
  ...inputFlags(COLLECT_INPUTS),
};

/** What the flags and variables give, and every problem with them, each a sentence. */
export interface RunInputs {
  readonly raw: RawInputs;
  /** The file of --policy; null where none was given, or where it cannot be read. */
  readonly policy: UserFile | null;
  /** The file of --mapping, likewise. */
  readonly mapping: UserFile | null;
  /** Empty where none was given. */
  readonly out: string;
  readonly repository: string;
  readonly apiUrl: string | null;
  readonly problems: readonly string[];
}

/** Reads the flags and variables. `ensureFolder` throws a `Failure` where a folder cannot be written. */
export async function readRunInputs(
  given: Arguments,
  { environment }: Terminal,
  ensureFolder: (folder: string, input: string) => Promise<void>,
): Promise<RunInputs> {
  const problems: string[] = [];
  const noting = async <T>(step: () => Promise<T> | T): Promise<T | undefined> => {
    const result = await awaitFailure(async () => step());
    if (!(result instanceof Failure)) return result;
    problems.push(failureLine(result));
    return undefined;
  };

  const [out = "", repository = ""] = [flagText(given, "out"), flagText(given, "repository")];
  if (out !== "") await noting(async () => ensureFolder(out, "out"));
  if (repository !== "") {
    await noting(async () => {
      await ensureWorkTree(repository);
      await ensureFolder(repository, "repository");
    });
  }
  const apiUrl = await noting(() => loopbackOrigin(environment["DD_API_URL"]));
  const before = problems.length;
  const key = await noting(async () => signingKeyText(given, environment));
  // A key that cannot be read needs no second problem.
  const unread = problems.length > before ? { signing: "none", "min-assurance": "" } : {};

  const fileOf = async (input: "policy" | "mapping"): Promise<UserFile | null> => {
    const name = flagText(given, input) ?? "";
    const bytes = name === "" ? undefined : await noting(async () => readGivenFile(name, input));
    return bytes === undefined ? null : { name, bytes };
  };
  const [policy, mapping] = [await fileOf("policy"), await fileOf("mapping")];
  return {
    raw: {
      ...inputsFrom(environment),
      ...flagTexts(given, COLLECT_INPUTS),
      "signing-key": key,
      ...unread,
    },
    policy,
    mapping,
    out,
    repository,
    apiUrl: apiUrl ?? null,
    problems: [...problems, ...localServiceProblems(environment)],
  };
}

/** The address of a server on this machine. Throws for any other: evidence never comes from a foreign server. */
function loopbackOrigin(text: string | undefined): string | null {
  if (!text) return null;
  const isAllowed = URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && isLoopback(text);
  if (isAllowed) return new URL(text).origin;
  throw new Failure(
    "input",
    "DD_API_URL: must be a loopback address of this machine, such as http://127.0.0.1:8080",
    {
      hint: "to query Datadog itself, unset it and set DD_SITE",
    },
  );
}
