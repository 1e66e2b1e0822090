import { open } from "node:fs/promises";

import { Failure, errorCode } from "../../failure.ts";
import { readVerifyingKey } from "../../bundle/public-key.ts";
import { keysIn, refuseTwice } from "./keys-file.ts";
import { publicGoodRoots, SNAPSHOT_DATE, trustedRoots } from "./roots.ts";
import type { Trust, TrustedIdentity } from "./trust.ts";
import { flag, flagList } from "../../cli/command.ts";
import type { Arguments, Command } from "../../cli/command.ts";

/** The flags by which a caller says whom to trust. */
export const TRUST_FLAGS: Command["flags"] = [
  ["--key PEM", "public key to trust; may be repeated"],
  ["--keys FILE", "public keys with the time in which each was in force: docs/keys.md"],
  ["--issuer URL", "who vouches for a keyless signer, with at least one of the next three"],
  ["--identity URI", "the workflow that signs keyless, exactly"],
  ["--repository-id ID", "the repository that it runs in, by number"],
  ["--owner-id ID", "the owner of that repository, by number"],
  [
    "--trusted-root FILE",
    `authorities, as trusted_root.json or .jsonl; without it Sigstore's public ones of ${SNAPSHOT_DATE}`,
  ],
  ["--require-time", "exit 2 where no trusted time proves when it was signed"],
];

export const TRUST_OPTIONS: Command["options"] = {
  key: { type: "string", multiple: true },
  keys: { type: "string" },
  issuer: { type: "string" },
  identity: { type: "string" },
  "repository-id": { type: "string" },
  "owner-id": { type: "string" },
  "trusted-root": { type: "string" },
  "require-time": { type: "boolean" },
};

export const TRUST_NOTES =
  "Trust comes only from the keys, roots and identities you name, never from files beside the evidence.";

/** A key or a trusted root is some kilobytes. */
const LARGEST_FILE = 2_000_000;

/** Whom the flags trust. Throws a sentence where they trust nobody, or say so by halves. */
export async function trustIn(given: Arguments): Promise<Trust> {
  const pems = flagList(given, "key");
  const list = flag(given, "keys");
  const identity = identityIn(given);
  if (pems.length === 0 && list === undefined && identity === undefined) {
    throw new Failure("input", "no key was given, and no identity either, so nothing can be verified", {
      hint: "name the public key of the people who signed: --key signing-key.pub.pem; or, for keyless, --issuer and --identity",
    });
  }

  const named = await Promise.all(
    pems.map(async (file) => readVerifyingKey((await bytesOf(file, "key")).toString())),
  );
  const listed = list === undefined ? [] : keysIn(await bytesOf(list, "keys file"), list);
  const keys = [...named, ...listed];
  refuseTwice(keys);
  const root = flag(given, "trusted-root");
  return {
    keys,
    ...(identity === undefined ? {} : { identity }),
    roots:
      root === undefined
        ? await publicGoodRoots()
        : await trustedRoots(await bytesOf(root, "trusted root"), root),
    requiresTime: given.flags["require-time"] === true,
  };
}

function identityIn(given: Arguments): TrustedIdentity | undefined {
  const issuer = flag(given, "issuer");
  const wanted = {
    identity: flag(given, "identity") ?? null,
    repositoryId: flag(given, "repository-id") ?? null,
    ownerId: flag(given, "owner-id") ?? null,
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

async function bytesOf(file: string, what: string): Promise<Buffer> {
  try {
    await using handle = await open(file);
    const { size } = await handle.stat();
    if (size > LARGEST_FILE) throw new Failure("input", `the ${what} ${file} is too large (${size} bytes)`);
    return await handle.readFile();
  } catch (error) {
    if (error instanceof Failure) throw error;
    const code = errorCode(error);
    throw new Failure("unreadable", `the ${what} ${file} cannot be read (${code})`, { cause: error });
  }
}
