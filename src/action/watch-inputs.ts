import { TRUST_FLAGS } from "../config/trust.ts";

/** What `verify/action.yml` says about an input of the watcher. */
export interface WatchInput {
  readonly description: string;
  readonly required?: boolean;
  readonly default?: string;
}

/** The watcher's inputs under their names. Those that name what to trust are the flags of `verify`. */
export const WATCH_INPUTS: Readonly<Record<string, WatchInput>> = {
  streams: {
    description:
      "Names of the streams that must have evidence, separated by spaces. The job fails for a stream that has none: its collector never ran, or nothing was committed.",
    required: true,
  },
  path: {
    description:
      "Folder that contains the streams: a checkout of the evidence repository, or a folder in it.",
    default: ".",
  },
  from: {
    description: "Start of the period to check: a number of days back (7d), or a UTC date or time.",
    default: "7d",
  },
  ...TRUST_FLAGS,
  key: {
    description:
      "Files of public keys to trust, separated by spaces. Take them from the repository of this workflow, never from the evidence.",
  },
  "require-time": {
    description: "Set to true to fail the job for a run without a trusted time.",
    default: "false",
  },
  witness: {
    description: "Folder of independent copies to compare with, such as downloaded artifacts.",
  },
};

/** The watcher's outputs. None holds the site or text from Datadog. */
export const WATCH_OUTPUTS = {
  verdict: {
    description:
      "The worst finding: broken, unchecked, absent (a stream has no evidence), stale, missing (a slot has no evidence), or fresh.",
  },
  "exit-code": { description: "As of verify: 0, 1 (not genuine), 2 (error) or 3 (stale or missing)." },
  newest: {
    description: "Time at which the newest evidence was collected; of several streams, the oldest such time.",
  },
} as const satisfies Record<string, WatchInput>;
