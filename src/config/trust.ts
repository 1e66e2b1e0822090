import { decodeText } from "../platform/text.ts";
import { diskFiles, foldersOverlap, foldersShareFiles } from "../platform/disk.ts";
import { readCopies, sameFilesFailure, type IndependentCopies } from "../verify/stream/copies.ts";
import {
  ensureSomebodyTrusted,
  readIdentity,
  readTrust,
  type TrustTexts,
} from "../verify/trust/read-trust.ts";
import { SNAPSHOT_DATE } from "../verify/trust/roots.ts";
import type { Trust } from "../verify/trust/trust.ts";
import { flagList, flagText, isFlagSet, type Flags, type FlagValues } from "./flags.ts";
import { readGivenFile } from "./given-file.ts";

/** The flags that say which keys, roots and identities to trust; inputs of the watcher too. */
export const TRUST_FLAGS = {
  key: { argument: "PEM", description: "Public key to trust. Can be repeated.", isRepeatable: true },
  keys: {
    argument: "FILE",
    description: "File of public keys, each with the time in which it was in force: see docs/keys.md.",
  },
  issuer: {
    argument: "URL",
    description: "OIDC issuer of a keyless signer. Also set identity, repository-id or owner-id.",
  },
  identity: { argument: "URI", description: "The workflow that signs keyless, exactly." },
  "repository-id": { argument: "ID", description: "Number of the repository that the workflow runs in." },
  "owner-id": { argument: "ID", description: "Number of the owner of that repository." },
  "trusted-root": {
    argument: "FILE",
    description: `Authorities to trust, as trusted_root.json or .jsonl. By default the public ones of Sigstore as of ${SNAPSHOT_DATE}.`,
  },
  "require-time": { description: "Exit with 2 where no trusted time proves when a run was signed." },
} as const satisfies Flags;

/** The closing sentence of `--help` for commands that verify. */
export const TRUST_NOTES =
  "Trust comes only from the keys, roots and identities that you name, never from files beside the evidence.";

/** The trust that the flags name. Throws a sentence where they name none, or only half of an identity. */
export async function loadTrust(given: FlagValues): Promise<Trust> {
  return readTrust(await loadTrustTexts(given));
}

/** The trust that the flags name; null where none of them is given. Throws as `loadTrust`. */
export async function loadTrustIfGiven(given: FlagValues): Promise<Trust | null> {
  const isGiven = Object.keys(TRUST_FLAGS).some((name) => given.flags[name] !== undefined);
  return isGiven ? loadTrust(given) : null;
}

/** What the flags and the files that they name say about trust. Throws a sentence where they name none, or only half of an identity. */
export async function loadTrustTexts(given: FlagValues): Promise<TrustTexts> {
  const [keys, list, root] = [
    flagList(given, "key"),
    flagText(given, "keys"),
    flagText(given, "trusted-root"),
  ];
  const identity = readIdentity({
    issuer: flagText(given, "issuer"),
    identity: flagText(given, "identity"),
    repositoryId: flagText(given, "repository-id"),
    ownerId: flagText(given, "owner-id"),
  });
  ensureSomebodyTrusted(keys.length > 0 || list !== undefined || identity !== undefined);
  return {
    pems: await Promise.all(keys.map(async (file) => decodeText(await readGivenFile(file, "key")))),
    keysFile: list === undefined ? null : { name: list, bytes: await readGivenFile(list, "keys file") },
    identity,
    trustedRoot: root === undefined ? null : { name: root, bytes: await readGivenFile(root, "trusted root") },
    requiresTime: isFlagSet(given, "require-time"),
  };
}

/** The named files of trust that are inside the evidence, where anyone who forges it can write too. */
export async function trustFilesWithin(given: FlagValues, evidence: string): Promise<readonly string[]> {
  const files = [...flagList(given, "key"), flagText(given, "keys"), flagText(given, "trusted-root")];
  const named = files.filter((file) => file !== undefined);
  const within = await Promise.all(named.map((file) => foldersOverlap(file, evidence)));
  return named.filter((_, index) => within[index] === true);
}

/** Reads the copies in a folder. Throws where they are the files that they would be compared with. */
export async function readOtherCopies(
  folder: string,
  { path, trust }: { path: string; trust: Trust },
): Promise<IndependentCopies> {
  if ((await foldersOverlap(folder, path)) || foldersShareFiles(folder, path))
    throw sameFilesFailure(folder, path);
  return readCopies(diskFiles(folder), trust);
}
