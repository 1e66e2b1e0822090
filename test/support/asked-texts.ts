import { formatExactTime } from "../../src/platform/time.ts";
import type { Trust } from "../../src/verify/trust/trust.ts";
import { rootText, type Asked } from "./second-verifier.ts";

/** What an auditor types of a sample; empty where nothing is typed. */
export function sampleTexts({ selection = null }: Asked) {
  if (selection === null) return { dates: "", nonce: "", count: "" };
  if (selection.kind === "dates") return { dates: selection.dates.join(","), nonce: "", count: "" };
  return { dates: "", nonce: selection.nonce ?? "", count: selection.count?.toString() ?? "" };
}

/** What an auditor types, or has in files, so that a verifier trusts the same; empty where nothing is given. */
export function trustTexts({ keys, identity, roots = [] }: Trust) {
  const pems = keys.map(({ key }) => key.export({ type: "spki", format: "pem" }).toString());
  const file = keys.map(({ window }, index) => ({
    pem: pems[index],
    ...(window?.notBefore == null ? {} : { "not-before": formatExactTime(window.notBefore) }),
    ...(window?.notAfter == null ? {} : { "not-after": formatExactTime(window.notAfter) }),
    ...(window?.revokedAt == null ? {} : { "revoked-at": formatExactTime(window.revokedAt) }),
  }));
  const isFile = keys.some(({ window }) => window !== undefined);
  return {
    key: isFile ? "" : pems.join(""),
    keys: isFile ? JSON.stringify(file) : "",
    issuer: identity?.issuer ?? "",
    identity: identity?.identity ?? "",
    "repository-id": identity?.repositoryId ?? "",
    "owner-id": identity?.ownerId ?? "",
    "trusted-root": rootText(roots) ?? "",
  };
}
