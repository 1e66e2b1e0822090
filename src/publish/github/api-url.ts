import { Failure } from "../../failure.ts";
import { isSafeForTokens } from "../../platform/connections.ts";

const PUBLIC_API = "https://api.github.com";

/** The address of GitHub's API. Throws where a token would travel to it as plain text. */
export function gitHubApiUrl(environment: Readonly<Record<string, string | undefined>>): string {
  const url = environment["GITHUB_API_URL"] || PUBLIC_API;
  if (isSafeForTokens(url)) return url;
  throw new Failure(
    "input",
    "GITHUB_API_URL: is not an https address, so everybody on the way could read the token",
    { hint: "use a runner that reaches GitHub by https; nothing was sent" },
  );
}
