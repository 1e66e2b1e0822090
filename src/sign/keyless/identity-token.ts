import { z } from "zod";

import { isSafeForTokens } from "../../platform/connections.ts";
import { parseJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import { httpRequest } from "../../platform/http.ts";
import type { Environment } from "../../platform/environment.ts";

/** A token with which a job of GitHub Actions proves which workflow it runs. */
export interface IdentityToken {
  /** A secret for the few minutes in which the token is valid. */
  readonly text: string;
  readonly issuer: string;
  /** `public`, `private` or `internal`; null where the token does not say. */
  readonly repositoryVisibility: string | null;
  readonly subject: string;
  readonly repositoryId: string | null;
  /** The workflow file that the job runs, with its ref. */
  readonly workflowRef: string | null;
}

/** Whether the job may request a token. */
export function canRequestIdentityToken(environment: Environment): boolean {
  return Boolean(
    environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  );
}

const Response = z.object({ value: z.string() });
const Claims = z.object({
  iss: z.string(),
  sub: z.string(),
  repository_visibility: z.string().optional(),
  repository_id: z.string().optional(),
  job_workflow_ref: z.string().optional(),
});

/** Requests a new token for this audience, and gives it to `conceal` first. Throws where there is none. */
export async function requestIdentityToken(
  environment: Environment,
  { audience, signal, conceal }: { audience: string; signal: AbortSignal; conceal: (secret: string) => void },
): Promise<IdentityToken> {
  const endpoint = environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? "";
  if (!isSafeForTokens(endpoint)) {
    throw new Failure(
      "not-signed",
      "ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service",
    );
  }
  const url = new URL(endpoint);
  url.searchParams.set("audience", audience);
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
  const response = await httpRequest(
    { url: url.href, headers: { accept: "application/json", authorization: `Bearer ${bearer}` } },
    signal,
  );
  if (!response.ok) throw noToken(response.reason);
  if (response.status !== 200) throw noToken(`refused (status ${response.status})`);

  const text = parseJson(response.bytes, Response)?.value ?? "";
  if (text !== "") conceal(text);
  // Fulcio checks the signature of the token.
  const claims = parseJson(Buffer.from(text.split(".")[1] ?? "", "base64url"), Claims);
  if (claims === null) throw noToken("returned an unexpected response");
  return {
    text,
    issuer: claims.iss,
    repositoryVisibility: claims.repository_visibility ?? null,
    subject: claims.sub,
    repositoryId: claims.repository_id ?? null,
    workflowRef: claims.job_workflow_ref ?? null,
  };
}

function noToken(reason: string): Failure {
  return new Failure("not-signed", `GitHub's OIDC service gave no identity token: it ${reason}`, {
    hint: "give the job permissions: id-token: write; if it has them, run it again",
  });
}
