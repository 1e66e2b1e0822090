import { z } from "zod";

import type { RawInputs } from "./flags.ts";

/** The inputs that say how Datadog is asked. */
export const ACCESS_INPUTS = {
  "api-key": secretInput("a key").meta({
    description:
      "Datadog API key, 32 hexadecimal characters. Give it together with app-key, unless access-token or org-id is set.",
    variable: "DD_API_KEY",
    isSecret: true,
  }),
  "app-key": secretInput("a key").meta({
    description:
      "Datadog application key. Use one that belongs to a service account; the README lists the permissions it needs.",
    variable: "DD_APP_KEY",
    isSecret: true,
  }),
  "access-token": secretInput("a token", { longest: 16_384 }).meta({
    description:
      "Personal, service or delegated access token of Datadog, in place of the two keys. It needs the same permissions.",
    variable: "DD_ACCESS_TOKEN",
    isSecret: true,
  }),
  "org-id": z
    .string()
    .regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i, {
      error: "must be the public id of the organisation, such as 01234567-89ab-cdef-0123-456789abcdef",
    })
    .transform((id) => id.toLowerCase())
    .nullable()
    .default(null)
    .meta({
      description:
        "Public id of the Datadog organisation, for access without a stored secret: the job's GitHub identity is exchanged for a Datadog token. Needs permissions: id-token: write, and an identity mapping in Datadog (Preview).",
      variable: "DD_ORG_ID",
      argument: "ID",
    }),
};

/** How Datadog is asked. Chosen once, before anything is collected. */
export type Access =
  | { readonly by: "keys"; readonly apiKey: string; readonly appKey: string }
  | { readonly by: "token"; readonly token: string }
  | { readonly by: "delegated"; readonly organizationId: string };

/** The choice, and what speaks against it; null where a problem leaves none. */
export function chooseAccess(
  given: RawInputs,
  hasIdentity: boolean,
): { readonly access: Access | null; readonly problems: readonly string[] } {
  const { "api-key": apiKey, "app-key": appKey, "access-token": token, "org-id": organizationId } = given;
  const ways = [
    ...(apiKey === undefined && appKey === undefined ? [] : ["api-key with app-key"]),
    ...(token === undefined ? [] : ["access-token"]),
    ...(organizationId === undefined ? [] : ["org-id"]),
  ];
  if (ways.length > 1) {
    return { access: null, problems: [`${ways.join(" and ")}: give one of them, not several`] };
  }
  if (token !== undefined) return { access: { by: "token", token }, problems: misplacedToken(token) };
  if (organizationId !== undefined) {
    const access = { by: "delegated", organizationId: organizationId.toLowerCase() } as const;
    return { access, problems: hasIdentity ? [] : [NO_IDENTITY] };
  }
  if (apiKey !== undefined && appKey !== undefined) {
    return { access: { by: "keys", apiKey, appKey }, problems: swappedKeys(apiKey, appKey) };
  }
  const missing = [
    ...(apiKey === undefined ? [requiredInput("api-key", "DD_API_KEY")] : []),
    ...(appKey === undefined ? [requiredInput("app-key", "DD_APP_KEY")] : []),
  ];
  return { access: null, problems: [...missing, ...(ways.length === 0 ? [OTHER_ACCESS] : [])] };
}

/** What is said where neither the two keys nor anything in their place is given. */
export const OTHER_ACCESS =
  "access-token, org-id: one of them can replace the two keys (command line: DD_ACCESS_TOKEN, or DD_ORG_ID in a job of GitHub Actions)";
const NO_IDENTITY =
  "org-id: needs the identity of a job of GitHub Actions; give the job permissions: id-token: write, or use access-token or keys";

function requiredInput(name: string, variable: string): string {
  return `${name}: is required: give it as a secret (command line: ${variable})`;
}

/**
 * Keys pasted into each other's place are the most frequent mistake, and Datadog only says Forbidden. Lengths alone
 * refuse nothing: Datadog publishes none for its newer keys.
 */
function swappedKeys(apiKey: string, appKey: string): readonly string[] {
  const isPrefixed = /^ddapp?_/i.test(apiKey);
  const isAppKey = isPrefixed || /^[0-9a-f]{40}$/i.test(apiKey);
  if (isAppKey && /^[0-9a-f]{32}$/i.test(appKey)) return ["api-key, app-key: the two keys are swapped"];
  return isPrefixed ? ["api-key: this is an application key; an API key has 32 hexadecimal characters"] : [];
}

function misplacedToken(token: string): readonly string[] {
  const isKey = /^ddapp?_/i.test(token) || /^(?:[0-9a-f]{32}|[0-9a-f]{40})$/i.test(token);
  return isKey ? ["access-token: this is a key, not a token; give keys as api-key with app-key"] : [];
}

const QUOTED = /^(?:"[^"]*"|'[^']*'|`[^`]*`)$/;
/** Placeholders that examples show in place of a key. A real key has digits, or a prefix of Datadog's. */
const PLACEHOLDER =
  /^(?:<[^<>]*>|\$\{?[A-Za-z_]+\}?|\.{3}|[xX*]{4,}|(?:your|my|the|an?|insert|replace|enter|put)[-_][a-z_-]*|(?:dd[-_])?(?:api|app(?:lication)?|access)[-_]?(?:key|token)|change[-_]?me|todo|placeholder|dummy|secret|none|null|undefined)$/i;

/** A secret that an HTTP header can carry. No message repeats any of it. */
function secretInput(what: string, { longest = 200 }: { longest?: number } = {}) {
  return z
    .string()
    .regex(/^[\x21-\x7e]+$/, {
      error: `does not look like ${what}: it holds spaces or other characters that do not belong there`,
    })
    .max(longest, { error: `does not look like ${what}: it is too long` })
    .refine((text) => !QUOTED.test(text), { error: "is in quotes; give it without them" })
    .refine((text) => !PLACEHOLDER.test(text), {
      error: `is the placeholder of an example, not ${what}; put the real one in its place`,
    })
    .nullable()
    .default(null);
}
