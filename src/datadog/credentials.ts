import type { AccessMode } from "../evidence/schema.ts";
import { permissionInWords } from "./permission-names.ts";

/** The headers by which Datadog recognises who sends a request. */
export type CredentialHeaders = Readonly<Record<string, string>>;

/** What a request carries, so that Datadog knows who sends it. */
export interface Credentials {
  readonly mode: AccessMode;
  /** The organisation's public id, where obtaining the credentials proves it; null elsewhere. */
  readonly organizationId: string | null;
  /** The headers of the next request. Throws a `Failure` where Datadog or GitHub grants none. */
  headers(signal: AbortSignal): Promise<CredentialHeaders>;
  /** Every secret that the headers have held so far. */
  secrets(): readonly string[];
  /** Drops the headers that Datadog refused with 401. Returns whether the next ones hold another secret. */
  discard(refused: CredentialHeaders): boolean;
}

/** An API key together with an application key. */
export function keyCredentials({ apiKey, appKey }: { apiKey: string; appKey: string }): Credentials {
  return fixedCredentials("keys", {
    headers: { "dd-api-key": apiKey, "dd-application-key": appKey },
    secrets: [apiKey, appKey],
  });
}

/** A personal, service or delegated token that somebody else obtained. */
export function tokenCredentials(token: string): Credentials {
  return fixedCredentials("token", {
    headers: { authorization: `Bearer ${token}` },
    secrets: [token],
  });
}

function fixedCredentials(
  mode: AccessMode,
  { headers, secrets }: { headers: CredentialHeaders; secrets: readonly string[] },
): Credentials {
  return {
    mode,
    organizationId: null,
    headers: async () => Promise.resolve(headers),
    secrets: () => secrets,
    discard: () => false,
  };
}

/** How sentences about a refusal name the credentials, and what to do about it. */
interface RefusalWords {
  /** What Datadog refused, as the subject of a sentence. */
  readonly subject: string;
  readonly grant: (permission: string) => string;
  /** The hint after 401. */
  readonly unauthorized: string;
}

/** Permissions that every role has and none can be given. They matter only as the scope of a key or token. */
const SCOPES_ONLY: ReadonlySet<string> = new Set(["timeseries_query", "events_read"]);

/** The hint for a key or token, which may be scoped, and whose owner has roles. */
function grantOwner(credential: "key" | "token"): RefusalWords["grant"] {
  return (permission) =>
    SCOPES_ONLY.has(permission)
      ? `every role has ${permission}; if the ${credential} is scoped, add that scope`
      : `give the ${credential}'s owner a role with ${permissionInWords(permission)}, and, if the ${credential} is scoped, add that scope`;
}

/** The words about a refusal for each way of access. */
export const REFUSAL_WORDS: Readonly<Record<AccessMode, RefusalWords>> = {
  keys: {
    subject: "the application key",
    grant: grantOwner("key"),
    unauthorized: "the application key is missing, wrong or revoked",
  },
  token: {
    subject: "the access token",
    grant: grantOwner("token"),
    unauthorized: "the access token is wrong, expired or revoked; check DD_ACCESS_TOKEN (input access-token)",
  },
  delegated: {
    subject: "the account of the identity mapping",
    grant: (permission) =>
      `give the account that Datadog's identity mapping names a role with ${permissionInWords(permission)}`,
    unauthorized:
      "Datadog no longer accepts the delegated token; check that the identity mapping and its account are still enabled",
  },
};
