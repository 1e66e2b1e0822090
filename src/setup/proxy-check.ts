import { catchFailure, Failure } from "../failure.ts";
import { ensureProxy } from "../platform/connections.ts";
import { checkOf, type SetupCheck } from "./check.ts";
import type { Environment } from "../platform/environment.ts";

/** How the requests of a run would leave this machine. A proxy's user and password are not repeated. */
export function proxyCheck(environment: Environment, apiUrl: string): SetupCheck {
  const about = { id: "proxy", needed: false, without: "a proxy, requests leave this machine directly" };
  const check = checkOf(about);
  const refused = catchFailure(() => ensureProxy(apiUrl));
  if (refused instanceof Failure) {
    return checkOf({ ...about, needed: true }).error(refused.message, refused.hint);
  }
  const proxy = environment["HTTPS_PROXY"] || environment["https_proxy"] || "";
  const found = URL.canParse(proxy)
    ? `requests go through the proxy ${new URL(proxy).host}`
    : "no proxy is set";
  if (environment["NODE_TLS_REJECT_UNAUTHORIZED"] !== "0") return check.ok(found);
  return check.warning(
    `${found}, and NODE_TLS_REJECT_UNAUTHORIZED=0 turns the check of certificates off`,
    "unset it, and give Node the certificate of the proxy by NODE_EXTRA_CA_CERTS",
  );
}
