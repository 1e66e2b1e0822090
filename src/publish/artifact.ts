import { setTimeout } from "node:timers/promises";

import { Failure } from "../failure.ts";

/** What to upload, and under which name. */
export interface ArtifactPlan {
  readonly name: string;
  /** Absolute paths below `root`. */
  readonly files: readonly string[];
  readonly root: string;
  readonly retentionDays: number | null;
}

/** An artifact that GitHub has. */
export interface Artifact {
  readonly name: string;
  readonly id: number;
}

/** The two calls of `@actions/artifact` that we use. */
interface Client {
  uploadArtifact(
    name: string,
    files: string[],
    root: string,
    options: { retentionDays?: number },
  ): Promise<{ id?: number }>;
  getArtifact(name: string): Promise<{ artifact: { id: number } }>;
}

const ATTEMPTS = 4;
const FIRST_WAIT_MS = 1000;

/**
 * Uploads through the runner's own service. The client retries 5xx itself but
 * not a reset, after which the artifact may be there: so we look before we
 * try again. A name that was taken by a half-finished upload gets a number.
 */
export async function uploadArtifact(plan: ArtifactPlan, signal: AbortSignal): Promise<Artifact> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const client: Client = new DefaultArtifactClient();
  let name = plan.name;
  let isTaken = false;

  for (let attempt = 1; ; attempt += 1) {
    try {
      const { id } = await bounded(
        client.uploadArtifact(
          name,
          [...plan.files],
          plan.root,
          plan.retentionDays === null ? {} : { retentionDays: plan.retentionDays },
        ),
        signal,
      );
      if (id === undefined)
        throw new Failure("not-published", `GitHub took the artifact ${name} but gave it no id`);
      return { name, id };
    } catch (error) {
      const known = uploadFailure(error, name);
      const mayBeThere = isReset(error) || isConflict(error);
      if (!mayBeThere || attempt >= ATTEMPTS || signal.aborted) throw known;

      // Only an artifact that an earlier attempt of ours may have left is ours.
      const found = attempt > 1 || isReset(error) ? await findArtifact(client, { name, signal }) : null;
      if (found !== null) return { name, id: found };
      isTaken ||= isConflict(error);
      if (isTaken) name = `${plan.name}-${attempt + 1}`;
      await pause(FIRST_WAIT_MS * attempt, { signal, otherwise: known });
    }
  }
}

async function findArtifact(
  client: Client,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<number | null> {
  try {
    return (await bounded(client.getArtifact(name), signal)).artifact.id;
  } catch {
    // Not there, or the service is still away: the next upload tells.
    return null;
  }
}

async function pause(
  ms: number,
  { signal, otherwise }: { readonly signal: AbortSignal; readonly otherwise: Failure },
): Promise<void> {
  try {
    await setTimeout(ms, undefined, { signal });
  } catch {
    // Only the signal ends a wait early.
    throw otherwise;
  }
}

/** The client takes no signal; the run must not wait for it past its deadline. */
async function bounded<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const late = Promise.withResolvers<never>();
  const stop = (): void =>
    late.reject(new Failure("not-published", "the artifact was not uploaded in the time that was left"));
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, late.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

function uploadFailure(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error;
  const said = error instanceof Error ? error.message : String(error);
  if (error instanceof Error && error.name === "GHESNotSupportedError") {
    return new Failure(
      "not-published",
      "this GitHub Enterprise Server has no artifacts that an action can write",
      {
        hint: "the evidence lies in the folder of output folder; keep it with a later step",
        cause: error,
      },
    );
  }
  if (/quota/i.test(said)) {
    return new Failure(
      "not-published",
      `the artifact ${name} was refused: the storage quota of GitHub artifacts is used up`,
      {
        hint: "delete old artifacts, shorten retention-days or raise the quota",
        cause: error,
      },
    );
  }
  if (isConflict(error)) {
    return new Failure("not-published", `an artifact named ${name} exists already in this workflow run`, {
      hint: "give each collecting step of a workflow its own stream",
      cause: error,
    });
  }
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(said)) {
    return new Failure("not-published", "artifacts can only be uploaded by a job of GitHub Actions", {
      cause: error,
    });
  }
  return new Failure(
    "not-published",
    `the artifact ${name} was not uploaded: ${said.split("\n")[0]?.slice(0, 300)}`,
    {
      hint: "run the job again; a re-run is a new attempt and adds its own evidence",
      cause: error,
    },
  );
}

function isReset(error: unknown): boolean {
  return (
    error instanceof Error && /ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|UND_ERR_SOCKET/i.test(error.message)
  );
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes("(409)");
}
