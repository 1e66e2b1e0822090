import { errorAnswer, jsonAnswer, type EmbeddedAnswer } from "./answer.ts";
import type { DatadogOrganisation } from "../northwind/organisation.ts";
import type { EmbeddedEndpoint } from "./routes.ts";

const FORBIDDEN_PAGE =
  "<html><body><h1>403 Forbidden</h1>\nRequest forbidden by administrative rules.\n</body></html>\n";

/** Returns Datadog's refusal, or null if the keys give access to the endpoint. */
export function checkAccess(
  headers: Readonly<Record<string, string>>,
  endpoint: EmbeddedEndpoint,
  organisation: DatadogOrganisation,
): EmbeddedAnswer | null {
  const apiKey = headers["dd-api-key"] ?? "";
  const appKey = headers["dd-application-key"] ?? "";

  if (apiKey === "") return errorAnswer(403, "API key required");
  // The proxy in front rejects what cannot be a key, before Datadog sees it.
  if (!/^[0-9a-f]+$/i.test(apiKey)) return { status: 403, contentType: "text/html", body: FORBIDDEN_PAGE };
  if (apiKey !== organisation.apiKey) return wrongApiKey();
  if (endpoint.keys === "api") return null;

  if (appKey === "") return errorAnswer(401, "Unauthorized");
  if (appKey !== organisation.appKey) return errorAnswer(403, "Forbidden");
  const { permission, partialPermission } = endpoint;
  const { permissions } = organisation;
  if (permission === undefined || permissions.has(permission)) return null;
  if (partialPermission !== undefined && permissions.has(partialPermission)) return null;
  return errorAnswer(403, "Forbidden", "Failed permission authorization checks");
}

/** A site that does not know the key answers the same. */
function wrongApiKey(): EmbeddedAnswer {
  const links = { statuspage: "http://status.datadoghq.com", twitter: "http://twitter.com/datadogops" };
  const body = {
    status: "error",
    code: 403,
    errors: ["Forbidden"],
    ...links,
    email: "support@datadoghq.com",
  };
  return jsonAnswer(body, 403);
}
