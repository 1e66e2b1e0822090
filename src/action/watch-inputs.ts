interface Note {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The watcher's inputs under their names; those that say whom to trust are the flags of `verify`. */
export const WATCH_INPUTS = {
  streams: {
    description:
      "Names of the streams that must be there, separated by spaces. One that is not fails the job: its collector never ran, or nothing of it was committed.",
    required: true,
  },
  path: {
    description: "Folder that holds the streams: a checkout of the evidence repository, or a folder in it.",
    default: ".",
  },
  from: {
    description:
      "What lies before is no longer judged: so many days ago, such as 7d, or a day or instant in UTC.",
    default: "7d",
  },
  key: {
    description:
      "Files of public keys to trust, separated by spaces. Take them from the repository of this workflow, never from the evidence.",
  },
  keys: { description: "File of public keys with the time in which each was in force." },
  issuer: { description: "Who vouches for a keyless signer; with at least one of the next three." },
  identity: { description: "The workflow that signs keyless, exactly." },
  "repository-id": { description: "The repository that it runs in, by number." },
  "owner-id": { description: "The owner of that repository, by number." },
  "trusted-root": {
    description: "File of the authorities to trust; without it Sigstore's public ones.",
  },
  "require-time": {
    description: "Whether a run without a trusted time fails the job.",
    default: "false",
  },
  witness: { description: "Folder of independent copies to compare with, such as downloaded artifacts." },
} as const satisfies Record<string, Note>;

/** The watcher's outputs. None holds the site or text from Datadog. */
export const WATCH_OUTPUTS = {
  verdict: {
    description:
      "The worst that was found: broken, unchecked, absent (a stream is not there), stale, missing (a slot has no evidence), or fresh.",
  },
  "exit-code": { description: "Of verify: 0, 1 (not genuine), 2 (could not check) or 3 (stale or missing)." },
  newest: {
    description: "When the newest evidence was collected; of several streams, the oldest such time.",
  },
} as const satisfies Record<string, Note>;
