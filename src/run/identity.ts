import { VERSION } from "../platform/version.ts";
import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { randomBytes } from "node:crypto";

import { z } from "zod";

import { sha256 } from "../evidence/digest.ts";
import { Failure } from "../failure.ts";
import type { Evidence, RunIdentity } from "../evidence/schema.ts";
import type { Environment } from "../platform/environment.ts";

/**
 * The program that collects. Its digest is the sha256 of the output of `sha256sum *` in `dist`, so that
 * anyone can compute it.
 */
export async function collectorIdentity(dist: string): Promise<Evidence["collector"]> {
  const entries = await readdir(dist, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const lines = await Promise.all(
    names
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map(async (name) => `${sha256(await readFile(path.join(dist, name)))}  ${name}\n`),
  );
  return { name: "datadog-evidence", version: VERSION, sha256: sha256(lines.join("")) };
}

const Event = z.object({
  schedule: z.string().optional().catch(undefined),
  repository: z
    .object({ visibility: z.string().optional(), private: z.boolean().optional() })
    .optional()
    .catch(undefined),
});
export type Event = z.infer<typeof Event>;

/** The payload of the event that started the workflow; empty if there is none. */
export async function eventPayload(environment: Environment): Promise<Event> {
  const file = environment["GITHUB_EVENT_PATH"];
  if (file === undefined || file === "") return {};
  try {
    return Event.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    // GitHub writes the file. If it is absent or not JSON, there is no payload.
    return {};
  }
}

/** GitHub allows 50 attempts; a number beyond this is none of its own. */
const MOST_ATTEMPTS = 1_000_000;

/** The identity of the run: GitHub's, or a local one with a random id. */
export function runIdentity(environment: Environment, event: Event): RunIdentity {
  const id = environment["GITHUB_RUN_ID"];
  if (environment["GITHUB_ACTIONS"] !== "true" || id === undefined || !/^\d{1,20}$/.test(id)) {
    return { id: `local-${randomBytes(4).toString("hex")}`, attempt: 1, github: null };
  }
  const repository = environment["GITHUB_REPOSITORY"] ?? "";
  const attempt = Number(environment["GITHUB_RUN_ATTEMPT"] ?? 1);
  const url = `${environment["GITHUB_SERVER_URL"] || "https://github.com"}/${repository}/actions/runs/${id}`;
  if (!/^https?:/.test(url) || !URL.canParse(url)) {
    throw new Failure("input", "GITHUB_SERVER_URL: is not the address of a server", {
      hint: "GitHub's runner sets it; do not change it in the workflow",
    });
  }
  return {
    id,
    attempt: Number.isSafeInteger(attempt) && attempt >= 1 && attempt <= MOST_ATTEMPTS ? attempt : 1,
    github: {
      repository,
      repositoryId: environment["GITHUB_REPOSITORY_ID"] ?? "",
      workflowRef: environment["GITHUB_WORKFLOW_REF"] ?? "",
      workflowSha: environment["GITHUB_WORKFLOW_SHA"] ?? "",
      event: environment["GITHUB_EVENT_NAME"] ?? "",
      schedule: event.schedule ?? null,
      url,
    },
  };
}
