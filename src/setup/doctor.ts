import type { RawInputs } from "../config/flags.ts";
import { inspectInputs, type Config } from "../config/read-config.ts";
import { Datadog } from "../datadog/client.ts";
import { apiUrlOf, siteAt } from "../datadog/sites.ts";
import { OTHER_ACCESS } from "../config/access.ts";
import type { UserFile } from "../policy/read-file.ts";
import { VERSION } from "../platform/version.ts";
import { credentialsFor } from "../run/access.ts";
import { checkOf, type SetupCheck } from "./check.ts";
import { datadogChecks } from "./datadog-checks.ts";
import { proxyCheck } from "./proxy-check.ts";
import { signingChecks } from "./signing-checks.ts";
import type { Environment } from "../platform/environment.ts";

/** What the doctor needs beside the inputs. */
export interface DoctorContext {
  readonly environment: Environment;
  /** The file that `policy` names; null where none is given. */
  readonly policy: UserFile | null;
  /** The file that `mapping` names, likewise. */
  readonly mapping: UserFile | null;
  /** Found before, each a sentence that begins with the name of an input. */
  readonly otherProblems: readonly string[];
  /** Replaces the site's own API; null except in tests. */
  readonly apiUrl: string | null;
  readonly signal: AbortSignal;
  readonly conceal: (secret: string) => void;
  readonly log: (line: string) => void;
  /** The lines about where evidence is kept, which the Action and the command line know in different ways. */
  readonly storageChecks: (config: Config) => Promise<readonly SetupCheck[]>;
}

/** A run would need minutes; what does not answer in this time is not ready. */
const DEADLINE_MS = 120_000;

/** The inputs without which Datadog cannot be asked, and those that change what is asked. */
const DATADOG_INPUTS = ["api-key", "app-key", "access-token", "org-id", "site", "allow-unverified-tls"];

/**
 * Looks at everything that a run would need. It only reads, and writes nothing. Where some inputs are wrong, the others
 * are looked at all the same.
 */
export async function examineSetup(raw: RawInputs, context: DoctorContext): Promise<readonly SetupCheck[]> {
  const { environment, signal, conceal } = context;
  const { config, problems } = inspectInputs(raw, context);
  // By these inputs Datadog can be asked although others are wrong.
  const chosen = Object.fromEntries(DATADOG_INPUTS.map((name) => [name, raw[name]]));
  const readable = config ?? inspectInputs({ ...chosen, signing: "none" }, { environment }).config;
  const apiUrl = context.apiUrl ?? apiUrlOf(readable?.site ?? "datadoghq.com");
  const proxy = proxyCheck(environment, apiUrl);
  // Without a connection every request would fail in the same way.
  const isClosed = readable === null || proxy.status === "error";
  const [atDatadog, ofSigning, ofStorage] = await Promise.all([
    isClosed ? [] : askDatadog(readable, { ...context, apiUrl }),
    config === null || proxy.status === "error"
      ? []
      : signingChecks(config, { environment, signal, conceal }),
    config === null || proxy.status === "error" ? [] : context.storageChecks(config),
  ]);
  return [...inputChecks(problems), proxy, ...atDatadog, ...ofSigning, ...ofStorage];
}

function inputChecks(problems: readonly string[]): readonly SetupCheck[] {
  // Another way is no fault of its own: it is what else to do about the first key that is missing.
  const faults = problems.filter((problem) => problem !== OTHER_ACCESS);
  return faults.map((problem, index) => {
    const [, name = "inputs"] = /^([a-z-]+)[,: ]/.exec(problem) ?? [];
    const hint = index === 0 && faults.length < problems.length ? OTHER_ACCESS : undefined;
    return checkOf({
      id: name,
      without: "a correct value, the run ends with exit 2 before it asks anything",
    }).error(problem, hint);
  });
}

async function askDatadog(
  config: Config,
  { apiUrl, environment, signal, conceal, log }: DoctorContext & { readonly apiUrl: string },
): Promise<readonly SetupCheck[]> {
  await using datadog = new Datadog({
    apiUrl,
    credentials: credentialsFor(config.access, { apiUrl, environment, conceal }),
    signal,
    deadline: Date.now() + DEADLINE_MS,
    userAgent: `datadog-evidence/${VERSION}`,
    log,
  });
  return await datadogChecks(datadog, { config, site: siteAt(apiUrl, config.site) });
}
