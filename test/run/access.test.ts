import { expect, test } from "vitest";

import type { RawInputs } from "../../src/config/flags.ts";
import { readConfig } from "../../src/config/read-config.ts";
import { pseudonymSource } from "../../src/run/access.ts";

const APP_KEY = "0123456789abcdef0123456789abcdef01234567";
const TOKEN = "ddsat_0123456789abcdefABCDEF_0123456789abcdefghijklmnopqrstuvwxyz";
const ORG_ID = "8b6e2f0c-1d3a-4c59-9f11-2a7e6d5c4b3a";
const KEYS = { "api-key": "0123456789abcdef0123456789abcdef", "app-key": APP_KEY };
const OWN_KEY = { "pseudonym-key": "a secret of one's own" };

/** What pseudonyms are made from with these inputs. */
function sourceWith(given: RawInputs, organizationId: string | null) {
  const environment = {
    ACTIONS_ID_TOKEN_REQUEST_URL: "https://oidc.invalid",
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: "x",
  };
  return pseudonymSource(readConfig({ signing: "none", ...given }, { environment }))(organizationId);
}

test.for<readonly [given: RawInputs, organizationId: string | null, secret: string, caveat: unknown]>([
  [{ ...KEYS, ...OWN_KEY }, ORG_ID, OWN_KEY["pseudonym-key"], null],
  [{ "org-id": ORG_ID, ...OWN_KEY }, ORG_ID, OWN_KEY["pseudonym-key"], null],
  [KEYS, ORG_ID, APP_KEY, null],
  [{ "access-token": TOKEN }, ORG_ID, ORG_ID, expect.stringContaining("can test a guess")],
  [{ "org-id": ORG_ID }, ORG_ID, ORG_ID, expect.stringContaining("can test a guess")],
  [{ "access-token": TOKEN }, null, TOKEN, expect.stringContaining("they change when the token is replaced")],
])("pseudonyms of %o in organisation %s are made from %s", ([given, organizationId, secret, caveat]) => {
  expect(sourceWith(given, organizationId)).toEqual({ secret, caveat });
});
