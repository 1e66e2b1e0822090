import { z } from "zod";

import { DEFAULT_FRAMEWORKS, FRAMEWORK_IDS } from "../controls/catalogue.ts";
import { siteOf } from "../datadog/sites.ts";
import { CADENCES, ITEM_IDS, StreamName } from "../evidence/schema.ts";
import { catchFailure, Failure, failureLine } from "../failure.ts";
import { HOUR_MS, parseDuration } from "../platform/time.ts";
import { quoteText } from "../policy/quote-text.ts";
import { ACCESS_INPUTS } from "./access.ts";
import { GATE_WORDS, parseGates, splitWords } from "./fail-on.ts";
import type { Flags, RawInputs } from "./flags.ts";
import { SIGNING_INPUTS } from "./signing.ts";
import type { Environment } from "../platform/environment.ts";

/**
 * One entry for each input of the Action, under the same name. `action.yml`, docs/reference.md, the flags of
 * `collect` and the variables that it reads are made from it: see `InputNote`. A secret is never a flag.
 */
export const Inputs = z.strictObject({
  ...ACCESS_INPUTS,
  site: z.string().default("datadoghq.com").transform(failing(siteOf)).meta({
    description:
      "Datadog site, such as datadoghq.eu, or the address of your Datadog in the browser. If you give it as a secret, GitHub masks it in every link.",
    argument: "SITE",
    variable: "DD_SITE",
  }),
  stream: z
    .string()
    .default("default")
    .refine((name) => StreamName.safeParse(name).success, {
      error: "must be 1 to 63 letters, digits, dots, dashes or underscores, and begin with a letter or digit",
    })
    .meta({
      description:
        "Name of the stream of evidence of one Datadog organisation, such as prod. It becomes a folder name.",
      argument: "NAME",
    }),
  cadence: z
    .enum([...CADENCES, "hourly", "daily"], {
      error: `must be one of ${[...CADENCES, "hourly", "daily"].join(", ")}`,
    })
    .default("P1D")
    .transform((word) => (word === "hourly" ? "PT1H" : word === "daily" ? "P1D" : word))
    .meta({
      description: "How often evidence is due: hourly (PT1H), PT6H, PT12H or daily (P1D).",
      argument: "DURATION",
    }),
  policy: z.string().nullable().default(null).meta({
    description:
      "JSON file of what you expect of the evidence, and of the exceptions you accept: see docs/expectations.md. In the Action, a file of the workspace. It is signed with the run.",
    argument: "FILE",
  }),
  mapping: z.string().nullable().default(null).meta({
    description:
      "JSON file of controls that you add or see in another way: see docs/controls.md. In the Action, a file of the workspace. It is signed with the run.",
    argument: "FILE",
  }),
  frameworks: z
    .string()
    .default(DEFAULT_FRAMEWORKS.join(","))
    .transform(listOf(FRAMEWORK_IDS))
    .meta({
      description: `Frameworks whose controls the evidence names, separated by commas: ${FRAMEWORK_IDS.join(", ")}. See docs/controls.md.`,
      argument: "FRAMEWORKS",
    }),
  items: z.string().default(ITEM_IDS.join(",")).transform(listOf(ITEM_IDS)).meta({
    description: "Evidence items to collect, separated by commas.",
    argument: "ITEMS",
  }),
  cspm: z.enum(["auto", "required"], { error: "must be auto or required" }).default("auto").meta({
    description:
      "What happens when cloud posture findings are not available: auto skips the item and names the reason, required makes it fail.",
    argument: "MODE",
  }),
  "monitor-tag": z
    .string()
    .default("compliance")
    .refine((tag) => /^[^\s,"\\]{1,200}$/.test(tag), {
      error: "must be one tag without spaces, commas or quotes: Datadog cannot find tags that hold them",
    })
    .meta({ description: "Exact tag of the monitors to collect.", argument: "TAG" }),
  organization: z
    .string()
    .max(200, { error: "must be at most 200 characters" })
    .refine((name) => !/\p{C}/u.test(name), { error: "must not hold control characters" })
    .nullable()
    .default(null)
    .meta({ description: "Organisation name to record in the evidence.", argument: "NAME" }),
  ...SIGNING_INPUTS,
  "pseudonym-key": z
    .string()
    .min(16, { error: "must be at least 16 characters" })
    .nullable()
    .default(null)
    .meta({
      description:
        "Secret from which pseudonyms of resources are made. Keep the same value as long as you want to compare runs. If unset, the application key is used, and pseudonyms change when it is rotated; without keys, the organisation's public id, which is no secret.",
      variable: "PSEUDONYM_KEY",
      isSecret: true,
    }),
  privacy: z
    .enum(["standard", "minimal"], { error: "must be standard or minimal" })
    .default("standard")
    .meta({
      description: "standard keeps names and titles; minimal keeps only ids, states and counts.",
      argument: "LEVEL",
    }),
  "raw-pages": yesOrNo(false).meta({
    description:
      "Set to true to add Datadog's raw answers to the artifact, to check the sha256 of each page. They contain personal data, so this is refused in a public repository, even with allow-public.",
  }),
  "fail-on": z
    .string()
    .default("incomplete,expectations")
    .transform(parsing(parseGates, `must be ${GATE_WORDS}`))
    .meta({
      description:
        "What makes a run fail after its evidence was published: incomplete, expectations (one of the policy is broken), attention, thresholds such as critical>0, separated by commas, or never.",
      argument: "GATES",
    }),
  deadline: z
    .string()
    .default("PT10M")
    .transform(parsing(deadlineMs, "must be a duration such as PT10M, from PT10S to PT6H"))
    .meta({
      description: "Maximum duration of the run. The evidence lists what was not collected in time.",
      argument: "DURATION",
    }),
  repository: z
    .string()
    .refine((name) => REPOSITORY.test(name), {
      error: "must be owner/name, such as acme/compliance-evidence",
    })
    .nullable()
    .default(null)
    .meta({
      description:
        "Evidence repository, owner/name, to which each run is committed; each run then links to the previous one. Use a separate private repository.",
    }),
  "repository-token": z.string().nullable().default(null).meta({
    description:
      "Token with contents: write for that repository: github.token if it is this repository, else the token of a GitHub App.",
    isSecret: true,
  }),
  branch: z
    .string()
    .refine(isBranchName, { error: "must be the name of a branch, such as main" })
    .nullable()
    .default(null)
    .meta({ description: "Branch of the evidence repository. Defaults to its default branch." }),
  seed: yesOrNo(false).meta({
    description:
      "Set to true to create what is not there: the first commit of an empty evidence repository, or the branch that you name, which then holds evidence alone.",
  }),
  commit: yesOrNo(true).meta({
    description:
      "Set to false to sign the run without committing it; commit it later with npx datadog-evidence publish.",
    argument: "BOOLEAN",
  }),
  path: z
    .string()
    .default(".")
    .refine(isFolderBelow, { error: "must be a folder inside the repository, such as evidence/datadog" })
    .meta({
      description: "Folder of the evidence repository that holds the streams.",
      argument: "PATH",
    }),
  check: yesOrNo(false).meta({
    description:
      "Set to true to check keys, permissions, tag, signing and evidence repository instead of collecting. Nothing is written, and the job summary shows what a run would do.",
  }),
  "allow-public": yesOrNo(false).meta({
    description: "Set to true to publish evidence in a public repository, where anyone can read it.",
  }),
  "allow-unverified-tls": yesOrNo(false).meta({
    description:
      "Set to true to collect although NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of certificates; every item then carries a caveat. Rather name your own authority in NODE_EXTRA_CA_CERTS.",
    argument: "BOOLEAN",
  }),
  "retention-days": z
    .string()
    .transform(parsing(daysKept, "must be a whole number from 1 to 400"))
    .nullable()
    .default(null)
    .meta({
      description:
        "Days that GitHub keeps the artifact, 1 to 90 (400 in private repositories). Defaults to the repository's setting.",
    }),
});

const InputNote = z.object({
  description: z.string(),
  /** The word for the value in `--help`; absent if the input is no flag. */
  argument: z.string().exactOptional(),
  /** The variable that gives the input on the command line. */
  variable: z.string().exactOptional(),
  isSecret: z.boolean().default(false),
});

/** What `action.yml`, docs/reference.md and `--help` say about an input. */
export interface InputNote extends Readonly<z.infer<typeof InputNote>> {
  /** The default as text; absent if there is none. */
  readonly default?: string;
}

/** The notes on every input, by name, in their order. */
export const INPUT_NOTES: ReadonlyMap<string, InputNote> = new Map(
  Object.entries(Inputs.shape).map(([name, input]) => [
    name,
    { ...InputNote.parse(input.meta()), ...defaultOf(input) },
  ]),
);

/** The default of an input as text. Where the schema ends with a transform, the default comes before it. */
function defaultOf(input: z.core.$ZodType): Pick<InputNote, "default"> {
  const outer = input instanceof z.ZodPipe ? input.in : input;
  const value: unknown = outer instanceof z.ZodDefault ? outer.def.defaultValue : undefined;
  return typeof value === "string" ? { default: value } : {};
}

export const INPUT_NAMES: readonly string[] = [...INPUT_NOTES.keys()];

/** Inputs whose values never become a flag, a line of the log or part of a file. */
export const SECRET_NAMES: readonly string[] = INPUT_NAMES.filter(
  (name) => INPUT_NOTES.get(name)?.isSecret === true,
);

/** Inputs as flags, under the same names; `--help` shows the first sentence of their description. */
export function inputFlags(names: readonly string[]): Flags {
  return Object.fromEntries(
    names.map((name) => {
      const {
        description,
        argument = "TEXT",
        default: byDefault,
      } = INPUT_NOTES.get(name) ?? { description: "" };
      const [first = ""] = description.split(/(?<=\.)\s/);
      return [
        name,
        { argument, description: byDefault === undefined ? first : `${first} (default ${byDefault})` },
      ];
    }),
  );
}

/** The inputs that environment variables give on the command line. */
export function inputsFrom(environment: Environment): RawInputs {
  return Object.fromEntries(
    [...INPUT_NOTES].flatMap(([name, { variable }]) => {
      const value = variable === undefined ? undefined : environment[variable];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** Turns a function that throws a failure into a transform that reports it. */
function failing<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    const value = catchFailure(() => parse(text));
    if (!(value instanceof Failure)) return value;
    context.addIssue({ code: "custom", message: failureLine(value).replace(/^site /, "") });
    return z.NEVER;
  };
}

/** Some of the known words, in the order of the program. */
function listOf<T extends string>(known: readonly T[]) {
  return (text: string, context: z.RefinementCtx): readonly T[] => {
    const words = splitWords(text);
    const chosen = known.filter((word) => words.includes(word));
    const misspelt = words.find((word) => !known.some((one) => one === word));
    if (chosen.length > 0 && misspelt === undefined) return chosen;
    const why = misspelt === undefined ? "" : `${quoteText(misspelt)} is not known; `;
    context.addIssue({ code: "custom", message: `${why}must be one or more of ${known.join(", ")}` });
    return z.NEVER;
  };
}

/** Turns a function that returns null for what it cannot read into a transform that reports it. */
function parsing<T>(parse: (text: string) => T | null, message: string) {
  return (text: string, context: z.RefinementCtx): T => {
    const value = parse(text);
    if (value !== null) return value;
    context.addIssue({ code: "custom", message });
    return z.NEVER;
  };
}

function yesOrNo(byDefault: boolean) {
  return z
    .enum(["true", "false"], { error: "must be true or false" })
    .default(byDefault ? "true" : "false")
    .transform((text) => text === "true");
}

/** The milliseconds of a deadline; null if the text is no valid deadline. */
function deadlineMs(text: string): number | null {
  const ms = parseDuration(text);
  return ms !== null && ms >= 10_000 && ms <= 6 * HOUR_MS ? ms : null;
}

/** The days of `retention-days`; null if the text is no valid number of days. */
function daysKept(text: string): number | null {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return days >= 1 && days <= 400 ? days : null;
}

const REPOSITORY = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,38})\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;

/** Whether git accepts the name of a branch, without its rarer rules. */
function isBranchName(name: string): boolean {
  return (
    /^(?!.*(?:\/\/|\.\.|\.lock(?:\/|$)|\/\.))[A-Za-z0-9_][A-Za-z0-9._/+@#-]{0,199}$/.test(name) &&
    !/[/.]$/.test(name)
  );
}

function isFolderBelow(folder: string): boolean {
  return folder === "." || folder.split("/").every((part) => /^[A-Za-z0-9_][A-Za-z0-9._-]*$/.test(part));
}
