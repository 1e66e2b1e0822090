import { z } from "zod";

import { FRAMEWORK_IDS } from "../controls/catalogue.ts";
import { givenMappingOf, type GivenMapping } from "../controls/read-mapping.ts";
import { findTokenKind } from "../evidence/projection/redaction.ts";
import { Failure } from "../failure.ts";
import { isTlsUnverified } from "../platform/connections.ts";
import type { Environment } from "../platform/environment.ts";
import { SecretSearch } from "../platform/secrets.ts";
import type { EvidenceFile } from "../evidence/file.ts";
import { findLeaks } from "../evidence/secret-scan.ts";
import type { PolicyTerms } from "../policy/check-rules.ts";
import { givenPolicyOf, type GivenPolicy } from "../policy/read-policy.ts";
import type { UserFile } from "../policy/read-file.ts";
import { canRequestIdentityToken } from "../sign/keyless/identity-token.ts";
import { chooseAccess, type Access } from "./access.ts";
import { flagTexts, type FlagValues, type RawInputs } from "./flags.ts";
import { Inputs, SECRET_NAMES } from "./inputs.ts";
import { chooseSigning, SIGNING_INPUTS, type Signing } from "./signing.ts";

/** The inputs, checked, how Datadog is asked, and how the run will be signed. */
export interface Config extends Readonly<z.infer<typeof Inputs>> {
  /** How evidence will be signed, from `signing` and the inputs that belong to it. */
  readonly chosen: Signing;
  /** How Datadog is asked, from the inputs of access. */
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

/** What is wrong with these inputs, whatever others there are: a sentence each that begins with the input's name. */
export function inputProblems(raw: RawInputs): readonly string[] {
  return Inputs.safeParse(raw).error?.issues.map(issueInWords) ?? [];
}

/** The secrets among the inputs. */
export function secretsOf(config: Config): readonly string[] {
  const secrets = Object.entries(config).filter(([name]) => SECRET_NAMES.includes(name));
  return secrets.map(([, value]: [string, unknown]) => value).filter((value) => typeof value === "string");
}

/** The inputs as the program uses them, or every problem with them: a sentence each that begins with the input's name. */
export function inspectInputs(
  raw: RawInputs,
  { environment = {}, policy = null, mapping = null, otherProblems = [] }: Known = {},
):
  | { readonly config: Config; readonly problems: readonly [] }
  | { readonly config: null; readonly problems: readonly string[] } {
  const given = givenOf(raw);
  const parsed = Inputs.safeParse(given);
  const hasIdentity = canRequestIdentityToken(environment);
  const isUnverified = isTlsUnverified(environment);
  const { access, problems: againstAccess } = chooseAccess(given, hasIdentity);
  const { signing: chosen, problems: againstSigning } = chooseSigning(given, hasIdentity);
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
    ...exposureProblems(given, { policy: read.given, mapping: mapped.given }),
    ...(isUnverified && given["allow-unverified-tls"] !== "true" ? [UNVERIFIED_TLS_INPUT] : []),
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
      isTlsUnverified: isUnverified,
      givenPolicy: read.given,
      givenMapping: mapped.given,
    },
    problems: [],
  };
}

/** What reading the inputs depends on besides them. */
interface Known {
  /** Says whether this is a job that can request an identity token, and whether Node checks no certificates. */
  readonly environment?: Environment;
  /** Problems found elsewhere, to report with the others. */
  readonly otherProblems?: readonly string[];
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
  { environment = {}, otherProblems = [] }: Pick<Known, "environment" | "otherProblems">,
): Signing {
  const given = givenOf(raw);
  const parsed = z.strictObject(SIGNING_INPUTS).safeParse(given);
  const { signing, problems: againstIt } = chooseSigning(given, canRequestIdentityToken(environment));
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(issueInWords)),
    ...againstIt,
    ...exposureProblems(given),
    ...(isTlsUnverified(environment) ? [UNVERIFIED_TLS] : []),
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
  const { privacy, "monitor-tag": monitorTag } = parseInputs(
    TermsInputs,
    flagTexts(given, Object.keys(TermsInputs.shape)),
  );
  return { privacy, monitorTag };
}

const RepositoryInputs = Inputs.pick({
  repository: true,
  "repository-token": true,
  branch: true,
  path: true,
});

/** The inputs that name a place in an evidence repository, checked like those of a run. */
export function readRepositoryInputs(raw: RawInputs): z.infer<typeof RepositoryInputs> {
  return parseInputs(RepositoryInputs, raw);
}

function parseInputs<T>(schema: z.ZodType<T>, raw: RawInputs): T {
  const parsed = schema.safeParse(givenOf(raw));
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

/**
 * Refuses a secret in an input that becomes a folder name, a sentence or a link, and in a file that is published with
 * the run, by its place there.
 */
function exposureProblems(
  given: RawInputs,
  files: Readonly<Record<string, { readonly file: EvidenceFile } | null>> = {},
): readonly string[] {
  const secrets = new SecretSearch(SECRET_NAMES.map((name) => given[name]));
  const inInputs = Object.entries(given).flatMap(([name, value = ""]) => {
    if (SECRET_NAMES.includes(name)) return [];
    if (secrets.isIn(value)) return [`${name}: contains a secret of this run, and everyone could read it`];
    const kind = findTokenKind(value);
    return kind === null ? [] : [`${name}: contains ${kind}, and everyone could read it`];
  });
  const inFiles = Object.entries(files).flatMap(([input, taken]) =>
    findLeaks(taken === null ? [] : [taken.file], secrets).map(
      ({ where, what }) => `${input}: ${where} holds ${what}, and everyone could read it`,
    ),
  );
  return [...inInputs, ...inFiles];
}
