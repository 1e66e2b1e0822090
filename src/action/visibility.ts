import { z } from "zod";

import { readJson } from "../evidence/files/json.ts";
import { Failure } from "../failure.ts";
import { readVisibilityWord, type Visibility } from "../platform/visibility.ts";
import { httpRequest } from "../platform/http.ts";
import type { Config } from "../config/read-config.ts";
import type { Log } from "../platform/log.ts";
import type { Event } from "../run/identity.ts";
import { canRequestIdentityToken, requestIdentityToken } from "../sign/keyless/identity-token.ts";
import type { Environment } from "../platform/environment.ts";

const Repository = z.object({ private: z.boolean() });

/** For all attempts of one question: the run waits for the answer. */
const LOOKUP_TIMEOUT_MS = 10_000;

/** In a public repository nothing is published, not even a summary. */
export class PublicRefusal extends Failure {}

/** Throws in a public repository: evidence of open weaknesses is a list of targets, and must not be published by mistake. */
export async function refusePublic(
  config: Config,
  { event, log }: { readonly event: Event; readonly log: Log },
): Promise<void> {
  if (config["allow-public"] && !config["raw-pages"]) return;
  const visibility = await readVisibility(event, process.env);
  if (visibility === "not-public") return;
  if (config["raw-pages"]) throw rawPagesRefused(visibility);
  if (visibility === "public") {
    throw new PublicRefusal(
      "input",
      "this repository is public, so anyone could read the evidence; nothing was collected",
      {
        hint: "run it in a private repository, or set allow-public: true to publish anyway",
      },
    );
  }
  log.warning(
    "cannot tell whether this repository is public; if it is, anyone can read the artifact and the summary",
  );
}

/** Raw answers hold e-mail addresses and other personal data, so no input makes them public. */
function rawPagesRefused(visibility: "public" | "unknown"): Failure {
  const why =
    visibility === "public" ? "this repository is public" : "cannot tell whether this repository is public";
  return new PublicRefusal(
    "input",
    `raw-pages: ${why}, and raw answers hold personal data; nothing was collected`,
    { hint: "set raw-pages: false, or run it in a private repository" },
  );
}

/**
 * Reads the visibility from the event's payload, else from the job's OIDC claim, else from GitHub's API.
 * Throws where the environment names a proxy that is none.
 */
export async function readVisibility(event: Event, environment: Environment): Promise<Visibility> {
  const { visibility, private: isPrivate } = event.repository ?? {};
  const said = readVisibilityWord(visibility);
  if (said === "public" || isPrivate === false) return "public";
  if (said === "not-public" || isPrivate === true) return "not-public";
  const claimed = await claimedVisibility(environment);
  return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}

async function claimedVisibility(environment: Environment): Promise<Visibility> {
  if (!canRequestIdentityToken(environment)) return "unknown";
  try {
    const { repositoryVisibility } = await requestIdentityToken(environment, {
      audience: "datadog-evidence",
      signal: AbortSignal.timeout(LOOKUP_TIMEOUT_MS),
      conceal: () => {},
    });
    return readVisibilityWord(repositoryVisibility);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "not-signed") throw error;
    return "unknown";
  }
}

/** Without a token GitHub shows public repositories and answers 404 for all others. */
async function visibilityByApi(environment: Environment): Promise<Visibility> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = environment;
  const url = `${api}/repos/${repository}`;
  if (!api || !repository || !URL.canParse(url)) return "unknown";
  const response = await httpRequest(
    { url, headers: { accept: "application/vnd.github+json" } },
    AbortSignal.timeout(LOOKUP_TIMEOUT_MS),
  );
  const json = response.ok ? readJson(response.bytes) : null;
  // A page that is not JSON is not GitHub's.
  if (!response.ok || json === null || "trouble" in json) return "unknown";
  if (response.status === 404) return "not-public";
  const parsed = Repository.safeParse(json.value);
  if (response.status !== 200 || !parsed.success) return "unknown";
  return parsed.data.private ? "not-public" : "public";
}
