import { readVerifyingKey } from "../../bundle/public-key.ts";
import { Failure } from "../../failure.ts";
import { ensureDistinctKeys, readKeysFile } from "./keys-file.ts";
import { loadPublicGoodRoots, readTrustedRoots } from "./roots.ts";
import type { Trust, TrustedIdentity } from "./trust.ts";

/** A file of trust with its name, for sentences about it. */
export interface TrustFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The names of an identity as somebody wrote them; not given where nothing was written. */
export interface IdentityTexts {
  readonly issuer?: string | undefined;
  readonly identity?: string | undefined;
  readonly repositoryId?: string | undefined;
  readonly ownerId?: string | undefined;
}

/** What somebody gave who said whom to trust. Nothing of it comes from beside the evidence. */
export interface TrustTexts {
  /** Public keys in PEM. */
  readonly pems: readonly string[];
  readonly keysFile: TrustFile | null;
  readonly identity: TrustedIdentity | undefined;
  /** Null for the public authorities that ship with the program. */
  readonly trustedRoot: TrustFile | null;
  readonly requiresTime: boolean;
}

/** The trust in the texts. Throws a sentence where they name none, or cannot be used. */
export async function readTrust({
  pems,
  keysFile,
  identity,
  trustedRoot,
  requiresTime,
}: TrustTexts): Promise<Trust> {
  ensureSomebodyTrusted(pems.length > 0 || keysFile !== null || identity !== undefined);
  const listed = keysFile === null ? [] : readKeysFile(keysFile.bytes, keysFile.name);
  const keys = [...pems.map((pem) => readVerifyingKey(pem)), ...listed];
  ensureDistinctKeys(keys);
  return {
    keys,
    ...(identity === undefined ? {} : { identity }),
    roots:
      trustedRoot === null
        ? await loadPublicGoodRoots()
        : await readTrustedRoots(trustedRoot.bytes, trustedRoot.name),
    requiresTime,
  };
}

/** Throws where nobody is trusted: then no run could be anything but unknown. */
export function ensureSomebodyTrusted(isSomebody: boolean): void {
  if (isSomebody) return;
  throw new Failure("input", "no key was given, and no identity either, so nothing can be verified", {
    hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
  });
}

/** The identity that the names give, if any. Throws a sentence where they name only half of one. */
export function readIdentity({
  issuer,
  identity,
  repositoryId,
  ownerId,
}: IdentityTexts): TrustedIdentity | undefined {
  const wanted = {
    identity: identity ?? null,
    repositoryId: repositoryId ?? null,
    ownerId: ownerId ?? null,
  };
  const values = Object.values(wanted);
  const isSome = values.some((value) => value !== null);
  if (issuer === undefined && !isSome) return undefined;
  if (issuer === "" || values.includes("")) {
    throw new Failure("input", "an empty --issuer, --identity, --repository-id or --owner-id trusts nobody");
  }
  if (issuer === undefined) {
    throw new Failure("input", "a keyless identity was given without --issuer", {
      hint: "for GitHub: --issuer https://token.actions.githubusercontent.com",
    });
  }
  if (!isSome) {
    throw new Failure("input", "--issuer alone would trust every workflow of everybody", {
      hint: "name one: --identity, --repository-id or --owner-id",
    });
  }
  return { issuer, ...wanted };
}
