import { readVisibilityWord } from "../../platform/visibility.ts";
import { isLoopback } from "../../platform/connections.ts";
import { Failure } from "../../failure.ts";
import type { IdentityToken } from "./identity-token.ts";
import type { Environment } from "../../platform/environment.ts";

/** A Sigstore instance: certificate authority, timestamp authority, and the log, if it has one. */
export interface SigstoreInstance {
  readonly kind: "public-good" | "github";
  readonly fulcio: string;
  readonly timestamp: string;
  readonly rekor: string | null;
  /** Whether a part of it runs on this machine, for tests. */
  readonly isLocal: boolean;
}

const PUBLIC_GOOD = {
  kind: "public-good",
  fulcio: "https://fulcio.sigstore.dev",
  timestamp: "https://timestamp.sigstore.dev/api/v1/timestamp",
  rekor: "https://rekor.sigstore.dev",
} as const;

/** Variables that replace the addresses of an instance, by a server on this machine only. */
const LOCAL = {
  fulcio: "SIGSTORE_FULCIO_URL",
  timestamp: "SIGSTORE_TIMESTAMP_URL",
  rekor: "SIGSTORE_REKOR_URL",
} as const;

/**
 * Chooses the Sigstore instance for the issuer of the token and the visibility of the repository. Nothing of a
 * repository that is not public becomes public unless `allowPublicLog` is set. Throws where no instance trusts the issuer.
 */
export function sigstoreInstanceFor(
  { issuer, repositoryVisibility }: Pick<IdentityToken, "issuer" | "repositoryVisibility">,
  { allowPublicLog, environment }: { allowPublicLog: boolean; environment: Environment },
): SigstoreInstance {
  const host = URL.canParse(issuer) ? new URL(issuer).host : "";
  const [, enterprise] = /^token\.actions\.([a-z0-9-]+\.ghe\.com)$/.exec(host) ?? [];
  if (enterprise !== undefined) return withLocal(gitHubInstance(enterprise), environment);
  if (host === "token.actions.githubusercontent.com") {
    const isPublic = readVisibilityWord(repositoryVisibility) === "public";
    return withLocal(isPublic || allowPublicLog ? PUBLIC_GOOD : gitHubInstance("githubapp.com"), environment);
  }
  throw new Failure(
    "input",
    `signing: keyless is not available here: no Sigstore trusts ${issuer.slice(0, 200)}`,
    { hint: "GitHub Enterprise Server has no Sigstore; use signing: key" },
  );
}

/** Returns the problems with the addresses of local services, each a sentence. */
export function localServiceProblems(environment: Environment): readonly string[] {
  return Object.values(LOCAL).flatMap((name) => {
    const url = environment[name];
    if (!url || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) && isLoopback(url))) return [];
    return [`${name}: must be an address of this machine, such as http://127.0.0.1:8080`];
  });
}

/** Returns GitHub's own instance, for github.com or for an enterprise at GHE.com. */
function gitHubInstance(host: string): Omit<SigstoreInstance, "isLocal"> {
  return {
    kind: "github",
    fulcio: `https://fulcio.${host}`,
    timestamp: `https://timestamp.${host}/api/v1/timestamp`,
    rekor: null,
  };
}

function withLocal(instance: Omit<SigstoreInstance, "isLocal">, environment: Environment): SigstoreInstance {
  const [problem] = localServiceProblems(environment);
  if (problem !== undefined) throw new Failure("input", problem);
  return {
    ...instance,
    fulcio: environment[LOCAL.fulcio] || instance.fulcio,
    timestamp: environment[LOCAL.timestamp] || instance.timestamp,
    rekor: instance.rekor === null ? null : environment[LOCAL.rekor] || instance.rekor,
    isLocal: Object.values(LOCAL).some((name) => Boolean(environment[name])),
  };
}
