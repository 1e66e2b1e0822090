import { z } from "zod";

import { Failure } from "../failure.ts";
import { stopWaitingOnAbort, waitUnlessAborted } from "../platform/waiting.ts";

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

/** The two calls of `@actions/artifact` that this module uses. */
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
 * Uploads through the runner's own service. The client retries 5xx itself but not a reset, after which the artifact may
 * exist: it is looked up before the next attempt. A name that a half-finished upload took gets a number. Throws where
 * GitHub refuses the artifact, or time is up.
 */
export async function uploadArtifact(plan: ArtifactPlan, signal: AbortSignal): Promise<Artifact> {
  const { DefaultArtifactClient } = await import("@actions/artifact");
  const client: Client = new DefaultArtifactClient();
  let name = plan.name;
  let isTaken = false;

  for (let attempt = 1; ; attempt += 1) {
    try {
      const { id } = await stopWaitingOnAbort(
        client.uploadArtifact(
          name,
          [...plan.files],
          plan.root,
          plan.retentionDays === null ? {} : { retentionDays: plan.retentionDays },
        ),
        signal,
        noTimeLeft,
      );
      if (id === undefined)
        throw new Failure("not-published", `GitHub accepted the artifact ${name} but returned no id`);
      return { name, id };
    } catch (error) {
      const known = uploadFailure(error, name);
      const mayExist = isReset(error) || isConflict(error);
      if (!mayExist || attempt >= ATTEMPTS || signal.aborted) throw known;

      // Only an artifact that an earlier attempt may have left is ours.
      const found = attempt > 1 || isReset(error) ? await findArtifact(client, { name, signal }) : null;
      if (found !== null) return { name, id: found };
      isTaken ||= isConflict(error);
      if (isTaken) name = `${plan.name}-${attempt + 1}`;
      if (!(await waitUnlessAborted(FIRST_WAIT_MS * attempt, signal))) throw known;
    }
  }
}

async function findArtifact(
  client: Client,
  { name, signal }: { readonly name: string; readonly signal: AbortSignal },
): Promise<number | null> {
  try {
    return (await stopWaitingOnAbort(client.getArtifact(name), signal, noTimeLeft)).artifact.id;
  } catch {
    // It does not exist, or the service is still down: the next upload shows which.
    return null;
  }
}

function noTimeLeft(): Failure {
  return new Failure("not-published", "the artifact was not uploaded in the time that was left", {
    hint: "raise the deadline",
  });
}

function uploadFailure(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error;
  const text = error instanceof Error ? error.message : String(error);
  const failure = (message: string, hint?: string): Failure =>
    new Failure("not-published", message, { hint, cause: error });
  if (error instanceof Error && error.name === "GHESNotSupportedError") {
    return failure(
      "an action cannot upload artifacts to this GitHub Enterprise Server",
      "the evidence is in the directory given by the output `folder`; keep it with a later step",
    );
  }
  if (/quota/i.test(text)) {
    return failure(
      `the artifact ${name} was refused: the storage quota of GitHub artifacts is used up`,
      "delete old artifacts, shorten retention-days or raise the quota",
    );
  }
  if (isConflict(error)) {
    return failure(
      `this workflow run already has an artifact named ${name}`,
      "give each collecting step of a workflow its own stream",
    );
  }
  if (/ACTIONS_RUNTIME_TOKEN|ACTIONS_RESULTS_URL/.test(text)) {
    return failure("artifacts can only be uploaded by a job of GitHub Actions");
  }
  return failure(
    `the artifact ${name} was not uploaded: ${refusalWords(error)}`,
    "run the job again; a re-run is a new attempt and collects its own evidence",
  );
}

/** Without a body, the code of the answer is only in its header. */
const Answered = z.object({
  statusCode: z.number(),
  code: z.string().optional(),
  details: z.object({ errorCode: z.string().optional() }).optional().catch(undefined),
});

/** What the client says, and the status and code of an answer: storage often refuses with an empty body. */
function refusalWords(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const lines = message.split("\n").map((line) => line.trim());
  const words = lines
    .filter((line) => line !== "")
    .join("; ")
    .slice(0, 1000);
  const { statusCode, code, details } = Answered.safeParse(error).data ?? {};
  const named = code ?? details?.errorCode;
  const status = statusCode === undefined ? null : ["status", statusCode, named].filter(Boolean).join(" ");
  if (status === null) return words === "" ? "the service refused it and gave no reason" : words;
  return words === "" ? `the service refused it (${status})` : `${words} (${status})`;
}

function isReset(error: unknown): boolean {
  return (
    error instanceof Error && /ECONNRESET|ETIMEDOUT|EPIPE|socket hang up|UND_ERR_SOCKET/i.test(error.message)
  );
}

function isConflict(error: unknown): boolean {
  return error instanceof Error && error.message.includes("(409)");
}
