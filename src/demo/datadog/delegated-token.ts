import { createHash } from "node:crypto";

import { z } from "zod";

import type { DatadogOrganisation } from "../northwind/organisation.ts";
import { errorAnswer, jsonAnswer, type EmbeddedAnswer, type EndpointCall } from "./answer.ts";

/** Datadog's clients assume the same where it does not say how long a token is valid. */
const LIFETIME_S = 15 * 60;

const Claims = z.object({ aud: z.string(), sub: z.string(), exp: z.number() });

/** Exchanges the identity token of a workflow, whose signature is not checked here, for a token of the organisation. */
export function exchangeToken({ organisation, headers, now }: EndpointCall): EmbeddedAnswer {
  const { delegation } = organisation;
  if (delegation === "not-enabled") return errorAnswer(404, "Not found");
  const claims = claimsOf(/^Delegated (\S+)$/.exec(headers["authorization"] ?? "")?.[1] ?? "");
  const seconds = Math.floor(now.getTime() / 1000);
  if (claims === null || claims.aud !== `datadog/${organisation.id}` || claims.exp < seconds) {
    return errorAnswer(401, "Unauthorized");
  }
  if (!new RegExp(delegation.subject).test(claims.sub)) return errorAnswer(403, "Forbidden");
  const expires = seconds + LIFETIME_S;
  return jsonAnswer({
    data: {
      type: "delegated_token",
      attributes: { access_token: delegatedToken(organisation, expires), expires: String(expires) },
    },
  });
}

/** Whether the token is one that the organisation issued and that is still valid. */
export function isDelegatedToken(token: string, organisation: DatadogOrganisation, now: Date): boolean {
  const expires = Number(/^dddlg_(\d{1,12})_/.exec(token)?.[1] ?? 0);
  return now.getTime() < expires * 1000 && token === delegatedToken(organisation, expires);
}

/** The server keeps nothing: a token holds when it expires, and only the organisation can make it. */
function delegatedToken({ appKey, id }: DatadogOrganisation, expires: number): string {
  const digest = createHash("sha256").update(`${id} ${appKey} ${expires}`).digest("hex");
  return `dddlg_${expires}_${digest}`;
}

function claimsOf(token: string): z.infer<typeof Claims> | null {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    return Claims.safeParse(JSON.parse(payload)).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
