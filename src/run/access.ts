import type { Access } from "../config/access.ts";
import type { Config } from "../config/read-config.ts";
import type { PseudonymSource } from "../collectors/collect.ts";
import { keyCredentials, tokenCredentials, type Credentials } from "../datadog/credentials.ts";
import { DelegatedCredentials } from "../datadog/delegated-token.ts";
import { Failure } from "../failure.ts";
import { requestIdentityToken, type IdentityToken } from "../sign/keyless/identity-token.ts";
import type { Environment } from "../platform/environment.ts";

/** Makes the credentials that were chosen. Nothing is asked of GitHub or Datadog before the first request. */
export function credentialsFor(
  access: Access,
  {
    apiUrl,
    environment,
    conceal,
  }: { apiUrl: string; environment: Environment; conceal: (secret: string) => void },
): Credentials {
  if (access.by === "keys") return keyCredentials(access);
  if (access.by === "token") return tokenCredentials(access.token);
  return new DelegatedCredentials({
    apiUrl,
    organizationId: access.organizationId,
    prove: async (audience, signal) => proveWorkflow(environment, { audience, signal, conceal }),
    conceal,
    now: Date.now,
  });
}

async function proveWorkflow(
  environment: Environment,
  options: Parameters<typeof requestIdentityToken>[1],
): Promise<IdentityToken> {
  try {
    return await requestIdentityToken(environment, options);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw new Failure("unreachable", error.message, { hint: error.hint, cause: error });
  }
}

/**
 * What pseudonyms are made from: the secret that was given, the application key, or, so that a token which is replaced
 * changes nothing, the public id of the organisation, with a caveat.
 */
export function pseudonymSource({ access, "pseudonym-key": given }: Config): PseudonymSource {
  return (organizationId) => {
    if (given !== null) return { secret: given, caveat: null };
    if (access.by === "keys") return { secret: access.appKey, caveat: null };
    if (access.by === "delegated") return { secret: access.organizationId, caveat: PUBLIC_ID_CAVEAT };
    if (organizationId !== null) return { secret: organizationId, caveat: PUBLIC_ID_CAVEAT };
    return { secret: access.token, caveat: TOKEN_CAVEAT };
  };
}

const PUBLIC_ID_CAVEAT =
  "pseudonyms are made from the organisation's public id, because no pseudonym-key was given: somebody who knows that id can test a guess of a resource's name";
const TOKEN_CAVEAT =
  "pseudonyms are made from the access token, because no pseudonym-key was given and Datadog did not name the organisation: they change when the token is replaced";
