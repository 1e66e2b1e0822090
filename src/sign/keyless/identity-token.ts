import { z } from "zod";

import { isLoopback } from "../../platform/connections.ts";
import { readJson } from "../../evidence/files/json.ts";
import { Failure } from "../../failure.ts";
import { asked } from "../../platform/http.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The token with which a job of GitHub Actions proves which workflow it runs. */
export interface IdentityToken {
  /** A secret for as long as it is valid, which is minutes. */
  readonly text: string;
  readonly issuer: string;
  readonly isPublicRepository: boolean;
}

/** Whether the job may ask for one. */
export function canIdentify(environment: Environment): boolean {
  return Boolean(
    environment["ACTIONS_ID_TOKEN_REQUEST_URL"] && environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"],
  );
}

const Answer = z.object({ value: z.string() });
const Claims = z.object({ iss: z.string(), sub: z.string(), repository_visibility: z.string().optional() });

/** A fresh token for Sigstore. `conceal` gets to see it before anybody else. */
export async function identityToken(
  environment: Environment,
  { signal, conceal }: { readonly signal: AbortSignal; readonly conceal: (secret: string) => void },
): Promise<IdentityToken> {
  const url = new URL(endpoint(environment["ACTIONS_ID_TOKEN_REQUEST_URL"] ?? ""));
  url.searchParams.set("audience", "sigstore");
  const bearer = environment["ACTIONS_ID_TOKEN_REQUEST_TOKEN"] ?? "";
  const answer = await asked(
    {
      method: "GET",
      url: url.href,
      headers: { accept: "application/json", authorization: `Bearer ${bearer}` },
      body: null,
    },
    signal,
  );
  if (!answer.ok) throw noToken(answer.why);
  if (answer.status !== 200) throw noToken(`refused one (status ${answer.status})`);

  const given = readJson(answer.bytes);
  const value = "trouble" in given ? null : Answer.safeParse(given.value).data?.value;
  if (value !== null && value !== undefined) conceal(value);
  const claims = claimsOf(value ?? "");
  if (claims === null) throw noToken("answered with something else");
  return {
    text: value ?? "",
    issuer: claims.iss,
    isPublicRepository: claims.repository_visibility === "public",
  };
}

function endpoint(text: string): string {
  const isSafe = URL.canParse(text) && (new URL(text).protocol === "https:" || isLoopback(text));
  if (isSafe) return text;
  throw new Failure("not-signed", "ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service");
}

function noToken(why: string): Failure {
  return new Failure("not-signed", `GitHub's OIDC service, asked for an identity token, ${why}`, {
    hint: "the job needs permissions: id-token: write; if it has them, run it again",
  });
}

/** What the token says; Fulcio is who checks its signature. */
function claimsOf(token: string): z.infer<typeof Claims> | null {
  const payload = readJson(Buffer.from(token.split(".")[1] ?? "", "base64url"));
  return "trouble" in payload ? null : (Claims.safeParse(payload.value).data ?? null);
}
