import { siteOf } from "../datadog/sites.ts";
import { StreamName } from "../evidence/schema.ts";
import { catchFailure, Failure } from "../failure.ts";
import type { SetupChoices } from "./workflow-files.ts";

/** What each word means, as somebody chooses it. */
const LABELS: Readonly<Record<string, string>> = {
  daily: "every day",
  hourly: "every hour",
  keys: "an API key and an application key",
  token: "an access token",
  delegated: "no stored secret: the identity of the workflow (Preview in Datadog)",
  key: "a key of our own",
  keyless: "no key: the identity of the workflow, by Sigstore",
  this: "a branch of this repository",
  app: "another repository, by a GitHub App",
  none: "nowhere: artifacts alone, which GitHub deletes",
};

/** Asks for each choice, with what was given as the default; null where somebody stops. */
export async function askChoices(
  given: SetupChoices,
  words: {
    readonly cadence: readonly SetupChoices["cadence"][];
    readonly access: readonly SetupChoices["access"][];
    readonly signing: readonly SetupChoices["signing"][];
    readonly keep: readonly SetupChoices["keep"][];
  },
): Promise<SetupChoices | null> {
  const prompts = await import("@clack/prompts");
  // Questions go to the error stream, because a user may keep the output in a file.
  const common = { output: process.stderr };
  const choose = async <Word extends string>(message: string, from: readonly Word[], first: Word) => {
    const options = from.map((value): { value: string; label: string } => ({
      value,
      label: LABELS[value] ?? value,
    }));
    const answer = await prompts.select<string>({ ...common, message, initialValue: first, options });
    return from.find((word) => word === answer) ?? null;
  };
  const answers = await prompts.group(
    {
      site: async () =>
        prompts.text({
          ...common,
          message: "Which site is your Datadog on?",
          initialValue: given.site,
          validate: (text) => siteProblem(text ?? ""),
        }),
      stream: async () =>
        prompts.text({
          ...common,
          message: "What is the stream called?",
          initialValue: given.stream,
          validate: (text) =>
            StreamName.safeParse(text).success
              ? undefined
              : "use small letters, digits and hyphens, such as prod",
        }),
      cadence: async () => choose("How often is evidence collected?", words.cadence, given.cadence),
      access: async () => choose("How does the run get at Datadog?", words.access, given.access),
      signing: async () => choose("What signs the evidence?", words.signing, given.signing),
      keep: async () => choose("Where is the evidence kept?", words.keep, given.keep),
      hasPolicy: async () =>
        prompts.confirm({
          ...common,
          message: "Do you have a policy (policy.json)?",
          initialValue: given.hasPolicy,
        }),
      hasWatcher: async () =>
        prompts.confirm({
          ...common,
          message: "Be told when evidence stops?",
          initialValue: given.hasWatcher,
        }),
    },
    { onCancel: () => {} },
  );
  const { site, stream, cadence, access, signing, keep, hasPolicy, hasWatcher } = answers;
  if (cadence === null || access === null || signing === null || keep === null) return null;
  if (typeof site !== "string" || typeof stream !== "string") return null;
  if (typeof hasPolicy !== "boolean" || typeof hasWatcher !== "boolean") return null;
  return { ...given, site: siteOf(site), stream, cadence, access, signing, keep, hasPolicy, hasWatcher };
}

function siteProblem(text: string): string | undefined {
  const site = catchFailure(() => siteOf(text));
  return site instanceof Failure ? site.message : undefined;
}
