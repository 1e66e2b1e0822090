import { createHash } from "node:crypto";

import { z } from "zod";

import { errorAnswer, jsonAnswer, type EmbeddedAnswer } from "../../src/demo/datadog/answer.ts";
import { EMBEDDED_ENDPOINTS, isRoute, type EmbeddedRoute } from "../../src/demo/datadog/routes.ts";
import { answerRequest, type DatadogWorld, type ReceivedRequest } from "../../src/demo/datadog/server.ts";
import type { DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { stableHex, stableUuid } from "../../src/demo/northwind/stable.ts";

/** The endpoints that only a client without keys asks. */
const TOKEN_ROUTES = ["POST /api/v2/delegated-token", "GET /api/v2/current_user"] as const;

/** A method and a path that the Datadog of the tests knows. */
export type DatadogRoute = EmbeddedRoute | (typeof TOKEN_ROUTES)[number];

/** All of them. */
export const DATADOG_ROUTES: ReadonlySet<string> = new Set([
  ...Object.keys(EMBEDDED_ENDPOINTS),
  ...TOKEN_ROUTES,
]);

/** Whether a method and a path are known. */
export function isDatadogRoute(text: string): text is DatadogRoute {
  return DATADOG_ROUTES.has(text);
}

/** The tokens that open the organisation. */
export interface TokenAccess {
  /** Of a service account. */
  readonly accessToken: string;
  /** Which workflows of GitHub may obtain a token: an expression on the subject of their identity; null where none may. */
  readonly delegation: string | null;
}

/** The access token of the demo's organisation. */
export const ACCESS_TOKEN = `ddsat_${stableHex("token", 22)}_${stableHex("token secret", 36)}`;

/** Answers a request as the demo's Datadog does, and also takes a token in place of both keys. */
export function answerWithTokens(
  request: ReceivedRequest,
  { accessToken, delegation, ...world }: DatadogWorld & TokenAccess,
): EmbeddedAnswer {
  const { headers } = request;
  const { organisation, now } = world;
  const route = `${request.method} ${request.path}`;
  if (route === "POST /api/v2/delegated-token") return exchangeToken(headers, { ...world, delegation });

  const [, token] = /^Bearer (\S+)$/.exec(headers["authorization"] ?? "") ?? [];
  if (route !== "GET /api/v2/current_user" && (token === undefined || !takesToken(route))) {
    return answerRequest(request, world);
  }
  if (token !== accessToken && !isDelegatedToken(token ?? "", organisation, now)) {
    return errorAnswer(401, "Unauthorized");
  }
  if (route === "GET /api/v2/current_user") return currentUser(organisation);
  const keys = { "dd-api-key": organisation.apiKey, "dd-application-key": organisation.appKey };
  return answerRequest({ ...request, headers: { ...headers, ...keys } }, world);
}

/** What asks for the API key alone takes no token. */
function takesToken(route: string): boolean {
  return isRoute(route) && EMBEDDED_ENDPOINTS[route].keys === "both";
}

function currentUser({ id }: DatadogOrganisation): EmbeddedAnswer {
  return jsonAnswer({
    data: {
      type: "users",
      id: stableUuid("user"),
      attributes: { name: "Compliance evidence", service_account: true, status: "Active", disabled: false },
      relationships: { org: { data: { type: "orgs", id } } },
    },
  });
}

/** Datadog's clients assume the same where it does not say how long a token is valid. */
const LIFETIME_S = 15 * 60;

/** Exchanges the identity token of a workflow, whose signature is not checked here, for a token of the organisation. */
function exchangeToken(
  headers: ReceivedRequest["headers"],
  { organisation, now, delegation }: DatadogWorld & Pick<TokenAccess, "delegation">,
): EmbeddedAnswer {
  if (delegation === null) return errorAnswer(404, "Not found");
  const claims = claimsOf(/^Delegated (\S+)$/.exec(headers["authorization"] ?? "")?.[1] ?? "");
  const seconds = Math.floor(now.getTime() / 1000);
  if (claims === null || claims.aud !== `datadog/${organisation.id}` || claims.exp < seconds) {
    return errorAnswer(401, "Unauthorized");
  }
  if (!new RegExp(delegation).test(claims.sub)) return errorAnswer(403, "Forbidden");
  const expires = seconds + LIFETIME_S;
  return jsonAnswer({
    data: {
      type: "delegated_token",
      attributes: { access_token: delegatedToken(organisation, expires), expires: String(expires) },
    },
  });
}

/** Whether the token is one that the organisation issued and that is still valid. */
function isDelegatedToken(token: string, organisation: DatadogOrganisation, now: Date): boolean {
  const expires = Number(/^dddlg_(\d{1,12})_/.exec(token)?.[1] ?? 0);
  return now.getTime() < expires * 1000 && token === delegatedToken(organisation, expires);
}

/** The server keeps nothing: a token holds when it expires, and only the organisation can make it. */
function delegatedToken({ appKey, id }: DatadogOrganisation, expires: number): string {
  const digest = createHash("sha256").update(`${id} ${appKey} ${expires}`).digest("hex");
  return `dddlg_${expires}_${digest}`;
}

const Claims = z.object({ aud: z.string(), sub: z.string(), exp: z.number() });

function claimsOf(token: string): z.infer<typeof Claims> | null {
  try {
    const payload = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    return Claims.safeParse(JSON.parse(payload)).data ?? null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return null;
  }
}
