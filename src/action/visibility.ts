import { z } from "zod";

import { readJson } from "../evidence/files/json.ts";
import { Failure } from "../failure.ts";
import { readVisibilityWord, type Visibility } from "../platform/visibility.ts";
import { httpRequest } from "../platform/http.ts";
import type { Event } from "../run/identity.ts";
import { canRequestIdentityToken, requestIdentityToken } from "../sign/keyless/identity-token.ts";
import type { Environment } from "../platform/environment.ts";

const Repository = z.object({ private: z.boolean() });

/** For all attempts of one question: the run waits for the answer. */
const LOOKUP_TIMEOUT_MS = 10_000;

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
