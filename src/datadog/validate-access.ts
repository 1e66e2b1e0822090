import { z } from "zod";

import { Failure } from "../failure.ts";
import type { Datadog } from "./client.ts";
import { AUXILIARY_PATIENCE_MS } from "./retry.ts";
import type { DatadogSite } from "./sites.ts";

/** Whom the credentials belong to; null where Datadog does not say. */
export interface AccessOwner {
  readonly organizationId: string | null;
  readonly apiKeyId: string | null;
}

/**
 * Asks whether the credentials work before anything is collected. Returns their owner, or the failure that every item
 * would meet. `site` is null where a server on this machine answers in place of Datadog.
 */
export async function validateAccess(
  datadog: Datadog,
  site: DatadogSite | null,
): Promise<AccessOwner | Failure> {
  const server: AskedServer =
    site === null
      ? { name: "the server of DD_API_URL", mistake: "DD_API_URL names the wrong server" }
      : {
          name: site,
          mistake: `the organisation is on another site: compare ${site} with the address of your Datadog in the browser`,
        };
  return datadog.credentials.mode === "keys" ? validateKeys(datadog, server) : validateToken(datadog, server);
}

interface AskedServer {
  readonly name: string;
  /** What else may be wrong where this server refuses credentials. */
  readonly mistake: string;
}

const ValidateAnswer = z.object({
  data: z.object({ id: z.string(), attributes: z.object({ api_key_id: z.string() }) }),
});

/**
 * `validate_keys` (in the clients since 2026-05) tests both keys, `v1/validate` the API key alone, `v2/validate`
 * (unstable) names the organisation.
 */
async function validateKeys(datadog: Datadog, server: AskedServer): Promise<AccessOwner | Failure> {
  const both = await datadog.request({ method: "GET", path: "/api/v2/validate_keys" });
  const { status } = both.page;
  if (status === 401 || status === 403) return findWrongKey(datadog, server);
  if (both.failure !== null && STOPPING_CODES.has(both.failure.code)) return both.failure;

  const named = await datadog.request({
    method: "GET",
    path: "/api/v2/validate",
    patienceMs: AUXILIARY_PATIENCE_MS,
  });
  const owner = ValidateAnswer.safeParse(named.json);
  if (!owner.success) return { organizationId: null, apiKeyId: null };
  return { organizationId: owner.data.data.id, apiKeyId: owner.data.data.attributes.api_key_id };
}

const CurrentUserAnswer = z.object({
  data: z.object({
    relationships: z.object({ org: z.object({ data: z.object({ id: z.string().min(1) }) }) }),
  }),
});

/**
 * `current_user` takes every kind of token and names the organisation. A scoped token may not be allowed to read it,
 * which says nothing about the items.
 */
async function validateToken(datadog: Datadog, server: AskedServer): Promise<AccessOwner | Failure> {
  const { credentials } = datadog;
  const { page, json, failure } = await datadog.request({ method: "GET", path: "/api/v2/current_user" });
  if (failure !== null && page.status === 401 && credentials.mode === "token") {
    return new Failure("refused", `the access token is not valid on ${server.name}`, {
      hint: `either DD_ACCESS_TOKEN (input access-token) is wrong, expired or revoked, or ${server.mistake}`,
      cause: failure,
    });
  }
  // Without an answer there may be no token either, and each item would meet the same.
  const isStopping = failure !== null && (page.status === 0 || STOPPING_CODES.has(failure.code));
  if (isStopping && failure.code !== "truncated") return failure;
  const owner = CurrentUserAnswer.safeParse(json).data?.data.relationships.org.data.id ?? null;
  return { organizationId: credentials.organizationId ?? owner, apiKeyId: null };
}

/** Failures that every item would meet. The items themselves report all others. */
const STOPPING_CODES: ReadonlySet<string> = new Set(["unreachable", "refused", "deadline", "cancelled"]);

async function findWrongKey(datadog: Datadog, { name, mistake }: AskedServer): Promise<Failure> {
  const alone = await datadog.request({ method: "GET", path: "/api/v1/validate" });
  if (alone.failure === null) {
    return new Failure("refused", `the application key is not valid on ${name}, although the API key is`, {
      hint: "check DD_APP_KEY (input app-key): it is 40 characters or begins with ddapp_, and its owner must be enabled",
    });
  }
  if (alone.page.status === 403 && alone.failure.code === "refused") {
    return new Failure("refused", `a web page refused the API key before ${name} could look at it`, {
      hint: "check DD_API_KEY (input api-key): it is 32 hexadecimal characters; if it is, a proxy in between blocks the address",
    });
  }
  if (alone.page.status === 401 || alone.page.status === 403) {
    return new Failure("refused", `the API key is not valid on ${name}`, {
      hint: `either DD_API_KEY (input api-key) is wrong or revoked, or ${mistake}`,
    });
  }
  return alone.failure;
}
