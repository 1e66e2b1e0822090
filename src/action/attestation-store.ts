import { z } from "zod";

import { httpRequest } from "../platform/http.ts";
import { isSafeForTokens } from "../platform/connections.ts";
import { readJson } from "../evidence/files/json.ts";
import type { Environment } from "../platform/environment.ts";

/** Whether it was stored. A plan or a token that does not allow it is not a failure of the evidence. */
export type StoreResult =
  { readonly ok: true; readonly id: number } | { readonly ok: false; readonly reason: string };

const Created = z.object({ id: z.number() });
const Refused = z.object({ message: z.string() });

/** Stores a keyless bundle as an attestation of the job's repository. */
export async function storeAttestation(
  bundle: string,
  { token, environment, signal }: { token: string; environment: Environment; signal: AbortSignal },
): Promise<StoreResult> {
  const { GITHUB_API_URL: api = "", GITHUB_REPOSITORY: repository = "" } = environment;
  if (!isSafeForTokens(api) || !/^[\w.-]+\/[\w.-]+$/.test(repository)) {
    return { ok: false, reason: "the job does not say where GitHub's API and its repository are" };
  }
  const response = await httpRequest(
    {
      method: "POST",
      url: `${api}/repos/${repository}/attestations`,
      headers: {
        accept: "application/vnd.github+json",
        authorization: `Bearer ${token}`,
        "content-type": "application/json",
        "x-github-api-version": "2022-11-28",
      },
      body: Buffer.from(`{"bundle":${bundle.trim()}}`),
    },
    signal,
  );
  if (!response.ok) return { ok: false, reason: `GitHub's API ${response.reason}` };
  const json = readJson(response.bytes);
  const value = "trouble" in json ? null : json.value;
  const created = Created.safeParse(value);
  if (response.status === 201 && created.success) return { ok: true, id: created.data.id };
  return { ok: false, reason: refusal(response.status, Refused.safeParse(value).data?.message) };
}

function refusal(status: number, message: string | undefined): string {
  const said = message === undefined ? "" : `, saying ${JSON.stringify(message.slice(0, 200))}`;
  const refused = `GitHub's API refused it (status ${status}${said})`;
  if (message !== undefined && /feature not available/i.test(message)) {
    return `${refused}; private repositories need GitHub Enterprise Cloud for that`;
  }
  return status === 403 || status === 404
    ? `${refused}; the token needs permissions: attestations: write, and the plan must have attestations`
    : refused;
}
