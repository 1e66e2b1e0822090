import { Agent, EnvHttpProxyAgent, request } from "undici";
import { z } from "zod";

import type { Event } from "../run/identity.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Who can read what a repository publishes; unknown where nothing tells. */
export type Visibility = "public" | "not-public" | "unknown";

const TIMEOUT_MS = 10_000;

/** From the event's payload, else the job's OIDC claim, else GitHub's API. */
export async function visibilityOf(event: Event, environment: Environment): Promise<Visibility> {
  const { visibility, private: isPrivate } = event.repository ?? {};
  if (visibility !== undefined) return visibility === "public" ? "public" : "not-public";
  if (isPrivate !== undefined) return isPrivate ? "not-public" : "public";
  const claimed = await claimedVisibility(environment);
  return claimed === "unknown" ? visibilityByApi(environment) : claimed;
}

const Token = z.object({ value: z.string() });
const Claims = z.object({ repository_visibility: z.string() });

async function claimedVisibility(environment: Environment): Promise<Visibility> {
  const url = environment["ACTIONS_ID_TOKEN_REQUEST_URL"];
  const token = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
  if (!url || !token) return "unknown";
  const answer = await asked(`${url}&audience=datadog-evidence`, { authorization: `Bearer ${token}` });
  const parsed = Token.safeParse(answer?.json);
  if (!parsed.success) return "unknown";
  try {
    const [, payload = ""] = parsed.data.value.split(".");
    const claims = Claims.parse(JSON.parse(Buffer.from(payload, "base64url").toString("utf8")));
    return claims.repository_visibility === "public" ? "public" : "not-public";
  } catch {
    // A token of another shape tells nothing.
    return "unknown";
  }
}

/** Asked without a token, GitHub shows public repositories and answers 404 for all others. */
async function visibilityByApi(environment: Environment): Promise<Visibility> {
  const { GITHUB_API_URL: api, GITHUB_REPOSITORY: repository } = environment;
  if (!api || !repository) return "unknown";
  const answer = await asked(`${api}/repos/${repository}`, { accept: "application/vnd.github+json" });
  if (answer?.status === 404) return "not-public";
  const parsed = z.object({ private: z.boolean() }).safeParse(answer?.json);
  if (answer?.status !== 200 || !parsed.success) return "unknown";
  return parsed.data.private ? "not-public" : "public";
}

async function asked(
  url: string,
  headers: Record<string, string>,
): Promise<{ readonly status: number; readonly json: unknown } | null> {
  if (!URL.canParse(url)) return null;
  const { hostname } = new URL(url);
  const dispatcher = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])$/.test(hostname)
    ? new Agent()
    : new EnvHttpProxyAgent();
  try {
    const response = await request(url, {
      dispatcher,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { ...headers, "user-agent": "datadog-evidence" },
    });
    return { status: response.statusCode, json: JSON.parse(await response.body.text()) };
  } catch {
    // No answer is no knowledge; the caller warns.
    return null;
  } finally {
    await dispatcher.destroy();
  }
}
