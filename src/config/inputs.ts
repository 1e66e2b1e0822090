import { z } from "zod";

import { HOUR_MS } from "../platform/time.ts";
import { siteOf } from "../datadog/sites.ts";
import { CADENCES, ITEM_IDS, StreamName, type ItemId } from "../evidence/schema.ts";
import { Failure } from "../failure.ts";
import { ACCESS_INPUTS, chooseAccess, type Access } from "./access.ts";
import { GATE_WORDS, parseGates } from "./fail-on.ts";
import { findTokenKind } from "../evidence/projection/redaction.ts";
import { SecretSearch } from "../platform/secrets.ts";
import type { PolicyTerms } from "../policy/check-rules.ts";
import { flagText, type Flags, type FlagValues } from "./flags.ts";
import { givenPolicyOf, type GivenPolicy } from "../policy/given-policy.ts";
import { quoteText } from "../policy/quote-text.ts";
import type { UserFile } from "../policy/read-file.ts";
import { DEFAULT_FRAMEWORKS, FRAMEWORK_IDS, type FrameworkId } from "../controls/catalogue.ts";
import { givenMappingOf, type GivenMapping } from "../controls/given-mapping.ts";
import { SIGNING_INPUTS, chooseSigning, type Signing } from "./signing.ts";

/** The inputs as text. An empty text is an absent input. */
export type RawInputs = Readonly<Partial<Record<string, string>>>;

/**
 * One entry for each input of the Action, under the same name. `action.yml`, docs/reference.md, the flags of
 * `collect` and the variables that it reads are made from it: see `InputNote`. A secret is never a flag.
 */
const Inputs = z.strictObject({
  ...ACCESS_INPUTS,
  site: z.string().default("datadoghq.com").transform(failing(siteOf)).meta({
    description:
      "Datadog site, such as datadoghq.eu, or the address of your Datadog in the browser. If you give it as a secret, GitHub masks it in every link.",
    argument: "SITE",
    variable: "DD_SITE",
    default: "datadoghq.com",
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
      default: "default",
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
      default: "P1D",
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
    .transform(frameworkList)
    .meta({
      description: `Frameworks whose controls the evidence names, separated by commas: ${FRAMEWORK_IDS.join(", ")}. See docs/controls.md.`,
      argument: "FRAMEWORKS",
      default: DEFAULT_FRAMEWORKS.join(","),
    }),
  items: z
    .string()
    .default(ITEM_IDS.join(","))
    .transform(itemList)
    .meta({
      description: "Evidence items to collect, separated by commas.",
      argument: "ITEMS",
      default: ITEM_IDS.join(","),
    }),
  cspm: z.enum(["auto", "required"], { error: "must be auto or required" }).default("auto").meta({
    description:
      "What happens when cloud posture findings are not available: auto skips the item and names the reason, required makes it fail.",
    argument: "MODE",
    default: "auto",
  }),
  "monitor-tag": z
    .string()
    .default("compliance")
    .refine((tag) => /^[^\s,"\\]{1,200}$/.test(tag), {
      error: "must be one tag without spaces, commas or quotes: Datadog cannot find tags that hold them",
    })
    .meta({ description: "Exact tag of the monitors to collect.", argument: "TAG", default: "compliance" }),
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
      default: "standard",
    }),
  "raw-pages": yesOrNo(false).meta({
    description:
      "Set to true to add Datadog's raw answers to the artifact, to check the sha256 of each page. They contain personal data, so this is refused in a public repository, even with allow-public.",
    default: "false",
  }),
  "fail-on": z
    .string()
    .default("incomplete,expectations")
    .transform((list, context) => {
      const gates = parseGates(list);
      if (gates !== null) return gates;
      context.addIssue({ code: "custom", message: `must be ${GATE_WORDS}` });
      return z.NEVER;
    })
    .meta({
      description:
        "What makes a run fail after its evidence was published: incomplete, expectations (one of the policy is broken), attention, thresholds such as critical>0, separated by commas, or never.",
      argument: "GATES",
      default: "incomplete,expectations",
    }),
  deadline: z
    .string()
    .default("PT10M")
    .transform((text, context) => {
      const ms = durationMs(text);
      if (ms !== null && ms >= 10_000 && ms <= 6 * HOUR_MS) return ms;
      context.addIssue({ code: "custom", message: "must be a duration such as PT10M, from PT10S to PT6H" });
      return z.NEVER;
    })
    .meta({
      description: "Maximum duration of the run. The evidence lists what was not collected in time.",
      argument: "DURATION",
      default: "PT10M",
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
    default: "false",
  }),
  commit: yesOrNo(true).meta({
    description:
      "Set to false to sign the run without committing it; commit it later with datadog-evidence publish.",
    argument: "BOOLEAN",
    default: "true",
  }),
  path: z
    .string()
    .default(".")
    .refine(isFolderBelow, { error: "must be a folder inside the repository, such as evidence/datadog" })
    .meta({
      description: "Folder of the evidence repository that holds the streams.",
      argument: "PATH",
      default: ".",
    }),
  check: yesOrNo(false).meta({
    description:
      "Set to true to check keys, permissions, tag, signing and evidence repository instead of collecting. Nothing is written, and the job summary shows what a run would do.",
    default: "false",
  }),
  "allow-public": yesOrNo(false).meta({
    description: "Set to true to publish evidence in a public repository, where anyone can read it.",
    default: "false",
  }),
  "allow-unverified-tls": yesOrNo(false).meta({
    description:
      "Set to true to collect although NODE_TLS_REJECT_UNAUTHORIZED=0 turns off the check of certificates; every item then carries a caveat. Rather name your own authority in NODE_EXTRA_CA_CERTS.",
    argument: "BOOLEAN",
    default: "false",
  }),
  "retention-days": z
    .string()
    .nullable()
    .default(null)
    .transform((text, context) => {
      if (text === null) return null;
      const days = /^\d{1,3}$/.test(text) ? Number(text) : 0;
      if (days >= 1 && days <= 400) return days;
      context.addIssue({ code: "custom", message: "must be a whole number from 1 to 400" });
      return z.NEVER;
    })
    .meta({
      description:
        "Days that GitHub keeps the artifact, 1 to 90 (400 in private repositories). Defaults to the repository's setting.",
    }),
});

const InputNote = z.object({
  description: z.string(),
  /** The default in words; absent if there is none. */
  default: z.string().exactOptional(),
  /** The word for the value in `--help`; absent if the input is no flag. */
  argument: z.string().exactOptional(),
  /** The variable that gives the input on the command line. */
  variable: z.string().exactOptional(),
  isSecret: z.boolean().default(false),
});

/** What `action.yml`, docs/reference.md and `--help` say about an input. */
export type InputNote = Readonly<z.infer<typeof InputNote>>;

/** The notes on every input, by name, in their order. */
export const INPUT_NOTES: ReadonlyMap<string, InputNote> = new Map(
  Object.entries(Inputs.shape).map(([name, input]) => [name, InputNote.parse(input.meta())]),
);

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
export function inputsFrom(environment: Readonly<Record<string, string | undefined>>): RawInputs {
  return Object.fromEntries(
    [...INPUT_NOTES].flatMap(([name, { variable }]) => {
      const value = variable === undefined ? undefined : environment[variable];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The inputs, checked, how Datadog is asked, and how the run will be signed. */
export interface Config extends Readonly<z.infer<typeof Inputs>> {
  /** How evidence will be signed, from `signing` and the inputs that belong to it. */
  readonly chosen: Signing;
  /** What the inputs of access come to. */
  readonly access: Access;
  /** Whether no certificate is checked. */
  readonly isTlsUnverified: boolean;
  /** What `policy` names; null where no policy is given. */
  readonly givenPolicy: GivenPolicy | null;
  /** What `mapping` names; null where no mapping is given. */
  readonly givenMapping: GivenMapping | null;
}

/**
 * The inputs as the program uses them. Throws one `Failure` that names every problem, including those found
 * elsewhere, before the first request.
 */
export function readConfig(raw: RawInputs, known: Known = {}): Config {
  const { config, problems } = inspectInputs(raw, known);
  if (config === null) throw failureOf(problems);
  return config;
}

/** The inputs as the program uses them, or every problem with them: a sentence each that begins with the input's name. */
export function inspectInputs(
  raw: RawInputs,
  {
    otherProblems = [],
    hasIdentity = false,
    isTlsUnverified = false,
    policy = null,
    mapping = null,
  }: Known = {},
):
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config: null; readonly problems: readonly string[] } {
  const given = givenOf(raw);
  const parsed = Inputs.safeParse(given);
  const { access, problems: againstAccess } = chooseAccess(given, { hasIdentity });
  const { signing: chosen, problems: againstSigning } = chooseSigning(given, { hasIdentity });
  const terms = parsed.data && { privacy: parsed.data.privacy, monitorTag: parsed.data["monitor-tag"] };
  const read = policy === null ? { given: null, problems: [] } : givenPolicyOf(policy, terms ?? null);
  // Where the frameworks themselves are a problem, no entry of the mapping is one.
  const frameworks = parsed.data?.frameworks ?? FRAMEWORK_IDS;
  const mapped = mapping === null ? { given: null, problems: [] } : givenMappingOf(mapping, frameworks);
  const problems = [
    ...againstAccess,
    ...(parsed.success ? [] : parsed.error.issues.map(issueInWords)),
    ...read.problems.map((problem) => `policy: ${problem}`),
    ...mapped.problems.map((problem) => `mapping: ${problem}`),
    ...againstSigning,
    ...(given["repository"] !== undefined && given["repository-token"] === undefined ? [NO_TOKEN] : []),
    ...exposed(given),
    ...(isTlsUnverified && given["allow-unverified-tls"] !== "true" ? [UNVERIFIED_TLS_INPUT] : []),
    ...otherProblems,
  ];
  if (!parsed.success || access === null || chosen === null || problems.length > 0) {
    return { config: null, problems: [...new Set(problems)] };
  }
  return {
    config: {
      ...parsed.data,
      access,
      chosen,
      isTlsUnverified,
      givenPolicy: read.given,
      givenMapping: mapped.given,
    },
    problems: [],
  };
}

/** What reading the inputs depends on besides them. */
interface Known {
  /** Problems found elsewhere, to report with the others. */
  readonly otherProblems?: readonly string[];
  /** Whether this is a job of GitHub Actions that can request an identity token. */
  readonly hasIdentity?: boolean;
  /** Whether Node is set to check no certificates. */
  readonly isTlsUnverified?: boolean;
  /** The file that `policy` names; null where no policy is given. */
  readonly policy?: UserFile | null;
  /** The file that `mapping` names; null where no mapping is given. */
  readonly mapping?: UserFile | null;
}

/** Why nothing is sent where no certificate is checked. */
export const UNVERIFIED_TLS =
  "NODE_TLS_REJECT_UNAUTHORIZED: 0 turns off the check of certificates, so any server could pose as another and get the keys; unset it, and name your own authority in NODE_EXTRA_CA_CERTS";
const UNVERIFIED_TLS_INPUT = `${UNVERIFIED_TLS}, or set allow-unverified-tls: true`;

/** How to sign, for a command that does not collect. Throws one `Failure` that names every problem. */
export function readSigning(
  raw: RawInputs,
  { otherProblems = [], hasIdentity = false, isTlsUnverified = false }: Known,
): Signing {
  const given = givenOf(raw);
  const parsed = z.strictObject(SIGNING_INPUTS).safeParse(given);
  const { signing, problems: againstIt } = chooseSigning(given, { hasIdentity });
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(issueInWords)),
    ...againstIt,
    ...exposed(given),
    ...(isTlsUnverified ? [UNVERIFIED_TLS] : []),
    ...otherProblems,
  ];
  if (signing === null || problems.length > 0) throw failureOf(problems);
  return signing;
}

function givenOf(raw: RawInputs): RawInputs {
  return Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) => {
      if (value === undefined || value.trim() === "") return [];
      return [[name, VERBATIM.has(name) ? value : value.trim()]];
    }),
  );
}

const TermsInputs = Inputs.pick({ privacy: true, "monitor-tag": true });

/** What a run with these flags would keep of tags. Throws where they cannot be used. */
export function configuredTerms(given: FlagValues): PolicyTerms {
  const names = Object.keys(TermsInputs.shape);
  const parsed = TermsInputs.safeParse(
    givenOf(Object.fromEntries(names.map((name) => [name, flagText(given, name)]))),
  );
  if (!parsed.success) throw failureOf(parsed.error.issues.map(issueInWords));
  return { privacy: parsed.data.privacy, monitorTag: parsed.data["monitor-tag"] };
}

const RepositoryInputs = Inputs.pick({
  repository: true,
  "repository-token": true,
  branch: true,
  path: true,
});

/** The inputs that name a place in an evidence repository, checked like those of a run. */
export function readRepositoryInputs(raw: RawInputs): z.infer<typeof RepositoryInputs> {
  const given = Object.entries(raw).filter(([, value]) => value !== undefined && value !== "");
  const parsed = RepositoryInputs.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw failureOf(parsed.error.issues.map(issueInWords));
  return parsed.data;
}

const NO_TOKEN =
  "repository-token: is required with repository: use ${{ github.token }} for this repository, else the token of a GitHub App with contents: write for it";

/** Inputs that keep white space at their ends. */
const VERBATIM: ReadonlySet<string> = new Set(["signing-key-passphrase", "pseudonym-key"]);

/** All problems of the input as one failure. */
function failureOf(problems: readonly string[]): Failure {
  const unique = [...new Set(problems)];
  if (unique.length === 1) return new Failure("input", unique.join(""));
  return new Failure(
    "input",
    [`${unique.length} inputs need attention:`, ...unique.map((each) => `  ${each}`)].join("\n"),
  );
}

function issueInWords(issue: z.core.$ZodIssue): string {
  if (issue.code === "unrecognized_keys") return `${issue.keys.join(", ")}: there is no such input`;
  return `${issue.path.join(".")}: ${issue.message}`;
}

/** Refuses a secret in an input that becomes a folder name, a sentence or a link. */
function exposed(given: RawInputs): readonly string[] {
  const secrets = new SecretSearch(SECRET_NAMES.map((name) => given[name]));
  return Object.entries(given).flatMap(([name, value = ""]) => {
    if (SECRET_NAMES.includes(name)) return [];
    if (secrets.isIn(value)) return [`${name}: contains a secret of this run, and everyone could read it`];
    const kind = findTokenKind(value);
    return kind === null ? [] : [`${name}: contains ${kind}, and everyone could read it`];
  });
}

/** Turns a function that throws a failure into a transform that reports it. */
function failing<T>(parse: (text: string) => T) {
  return (text: string, context: z.RefinementCtx): T => {
    try {
      return parse(text);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      context.addIssue({
        code: "custom",
        message: [error.message.replace(/^site /, ""), error.hint].filter(Boolean).join("; "),
      });
      return z.NEVER;
    }
  };
}

function itemList(text: string, context: z.RefinementCtx): readonly ItemId[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  const items = ITEM_IDS.filter((id) => names.includes(id));
  if (items.length > 0 && names.every((name) => ITEM_IDS.some((id) => id === name))) return items;
  context.addIssue({ code: "custom", message: `must be one or more of ${ITEM_IDS.join(", ")}` });
  return z.NEVER;
}

function frameworkList(text: string, context: z.RefinementCtx): readonly FrameworkId[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== "");
  const frameworks = FRAMEWORK_IDS.filter((id) => names.includes(id));
  const unknown = names.filter((name) => !FRAMEWORK_IDS.some((id) => id === name));
  if (frameworks.length > 0 && unknown.length === 0) return frameworks;
  const [misspelt] = unknown;
  const why = misspelt === undefined ? "" : `${quoteText(misspelt)} is not known; `;
  context.addIssue({ code: "custom", message: `${why}must be one or more of ${FRAMEWORK_IDS.join(", ")}` });
  return z.NEVER;
}

function yesOrNo(byDefault: boolean) {
  return z
    .enum(["true", "false"], { error: "must be true or false" })
    .default(byDefault ? "true" : "false")
    .transform((text) => text === "true");
}

/** ISO 8601 with days, hours, minutes and seconds, in milliseconds; null for anything else. */
function durationMs(text: string): number | null {
  const match = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?(?:(\d{1,6})S)?)?$/.exec(text);
  if (match === null || text === "P" || text.endsWith("T")) return null;
  const [days, hours, minutes, seconds] = match.slice(1).map((digits) => Number(digits ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000;
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
