import { createHash, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { buffer } from "node:stream/consumers";

import { z } from "zod";

import { listening } from "./listening.ts";

/**
 * What happens to one request instead of an answer: a status (with the service's own code and message), a reset before
 * the request is handled, a reset after it was (it happened, and nobody was told), or `pass`: nothing, for a later one.
 */
export type Fault =
  number | { readonly status: number; readonly msg: string } | "reset" | "reset-after" | "pass";

/** Faults for each operation, used up in this order. `blob` is an upload to the storage behind the service. */
export interface Faults {
  readonly CreateArtifact?: readonly Fault[];
  readonly FinalizeArtifact?: readonly Fault[];
  readonly ListArtifacts?: readonly Fault[];
  readonly blob?: readonly Fault[];
}

type Operation = keyof Faults;

export interface ResultsServer extends AsyncDisposable {
  readonly url: string;
  /** What was created, finalized or not, in order. */
  readonly created: readonly Created[];
  readonly finalized: readonly Finalized[];
  /** What was uploaded, by the name of the artifact. */
  readonly blobs: ReadonlyMap<string, Buffer>;
  /** The operations asked for, in order, those that failed too. */
  readonly asked: readonly Operation[];
  /** What the runner tells an Action about the service. */
  environment(): { readonly ACTIONS_RUNTIME_TOKEN: string; readonly ACTIONS_RESULTS_URL: string };
}

/** The fields of `CreateArtifact` as the client sends them. */
export type Created = z.infer<typeof Created>;
const Created = z.object({
  name: z.string(),
  mime_type: z.string().optional(),
  expires_at: z.iso.datetime().optional(),
  version: z.number(),
});

/** The fields of `FinalizeArtifact` as the client sends them, and the id that it got. */
export type Finalized = z.infer<typeof Finalizing> & { readonly id: number };
const Finalizing = z.object({ name: z.string(), size: z.string(), hash: z.string().optional() });

const Listing = z.object({ name_filter: z.string().optional(), id_filter: z.string().optional() });

const SCOPE = "Actions.Results:ce7f54c7-61c7-4aae-887f-30da475f5f1a:ca395085-040a-526b-2ce8-bdc85f692774";
const FIRST_ID = 1001;
const PATH = "/twirp/github.actions.results.api.v1.ArtifactService/";

/**
 * Starts the Actions results service and its blob storage on loopback, as far as the real `@actions/artifact` needs
 * them: Twirp over JSON, block blobs, and an artifact's name used once only.
 */
export async function startResultsServer({ faults = {} }: { faults?: Faults } = {}): Promise<ResultsServer> {
  const created: Created[] = [];
  const finalized: Finalized[] = [];
  const blobs = new Map<string, Buffer>();
  const blocks = new Map<string, Buffer>();
  const asked: Operation[] = [];
  const token = runtimeToken();

  const scripted = {
    CreateArtifact: [...(faults.CreateArtifact ?? [])],
    FinalizeArtifact: [...(faults.FinalizeArtifact ?? [])],
    ListArtifacts: [...(faults.ListArtifacts ?? [])],
    blob: [...(faults.blob ?? [])],
  };

  const operations: Record<Operation, (request: IncomingMessage, url: URL, body: Buffer) => Answer> = {
    CreateArtifact(request, _url, body) {
      const artifact = Created.parse(JSON.parse(body.toString()));
      if (created.some(({ name }) => name === artifact.name)) return twirpError(409);
      created.push(artifact);
      const blob = `/blob/${encodeURIComponent(artifact.name)}?se=2099-01-01&sig=SECRETSIG%3D`;
      return json(200, { ok: true, signed_upload_url: `http://${request.headers.host}${blob}` });
    },

    FinalizeArtifact(_request, _url, body) {
      const artifact = Finalizing.parse(JSON.parse(body.toString()));
      const blob = blobs.get(artifact.name);
      if (blob === undefined) return twirpError(404);
      if (artifact.hash !== undefined && artifact.hash !== `sha256:${sha256(blob)}`) return twirpError(400);
      const id = FIRST_ID + finalized.length;
      finalized.push({ ...artifact, id });
      return json(200, { ok: true, artifact_id: String(id) });
    },

    ListArtifacts(_request, _url, body) {
      const filter = Listing.parse(JSON.parse(body.toString()));
      const found = finalized.filter(
        ({ id, name }) =>
          (filter.name_filter === undefined || filter.name_filter === name) &&
          (filter.id_filter === undefined || filter.id_filter === String(id)),
      );
      return json(200, { artifacts: found.map(listed) });
    },

    blob(request, url, body) {
      const name = decodeURIComponent(url.pathname.slice("/blob/".length));
      const part = url.searchParams.get("comp");
      if (part === "block") blocks.set(`${name} ${url.searchParams.get("blockid")}`, body);
      else if (part === "blocklist") {
        const ids = [...body.toString().matchAll(/<(?:Latest|Uncommitted|Committed)>([^<]+)</g)];
        blobs.set(name, Buffer.concat(ids.map(([, id]) => blocks.get(`${name} ${id}`) ?? Buffer.of())));
      } else blobs.set(name, body);
      return { status: 201, headers: storageHeaders(request) };
    },
  };

  async function answer(request: IncomingMessage): Promise<Answer | "reset"> {
    const body = await buffer(request);
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const operation = operationOf(request, url);
    if (operation === undefined) return twirpError(404);
    asked.push(operation);

    const fault = scripted[operation].shift() ?? "pass";
    if (fault === "reset") return "reset";
    if (typeof fault === "number") return operation === "blob" ? storageError(fault) : twirpError(fault);
    if (typeof fault === "object" && operation === "blob") {
      // So storage refuses behind some proxies and firewalls: without a body.
      return { status: fault.status, headers: { "x-ms-error-code": fault.msg } };
    }
    if (typeof fault === "object") return twirpError(fault.status, fault.msg);
    if (operation !== "blob" && request.headers.authorization !== `Bearer ${token}`) return twirpError(401);

    const done = operations[operation](request, url, body);
    return fault === "reset-after" ? "reset" : done;
  }

  const server = createServer((request, response) => {
    answer(request)
      .catch((error: unknown) => twirpError(400, String(error)))
      .then((result) => (result === "reset" ? request.socket.resetAndDestroy() : send(response, result)))
      .catch(() => request.socket.destroy());
  });
  const { url, close } = await listening(server);

  return {
    url,
    created,
    finalized,
    blobs,
    asked,
    environment: () => ({ ACTIONS_RUNTIME_TOKEN: token, ACTIONS_RESULTS_URL: `${url}/` }),
    [Symbol.asyncDispose]: close,
  };
}

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

function operationOf(request: IncomingMessage, { pathname }: URL): Operation | undefined {
  if (request.method === "PUT" && pathname.startsWith("/blob/")) return "blob";
  if (request.method !== "POST" || !pathname.startsWith(PATH)) return undefined;
  const name = pathname.slice(PATH.length);
  return name === "CreateArtifact" || name === "FinalizeArtifact" || name === "ListArtifacts"
    ? name
    : undefined;
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body);
}

function json(status: number, body: object): Answer {
  return { status, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** The service's words for a status: https://twitchtv.github.io/twirp/docs/errors.html */
const TWIRP_ERRORS: Readonly<Record<number, { code: string; msg: string }>> = {
  400: { code: "invalid_argument", msg: "the request is not valid" },
  401: { code: "unauthenticated", msg: "the runtime token is not valid" },
  403: { code: "permission_denied", msg: "the runtime token does not allow this" },
  404: { code: "not_found", msg: "there is nothing of that name" },
  409: { code: "already_exists", msg: "an artifact with this name already exists on the workflow run" },
  429: { code: "resource_exhausted", msg: "too many requests" },
  503: { code: "unavailable", msg: "the service is unavailable" },
};

function twirpError(status: number, msg?: string): Answer {
  const error = TWIRP_ERRORS[status] ?? { code: "internal", msg: "internal error" };
  return json(status, { ...error, ...(msg === undefined ? {} : { msg }) });
}

function storageError(status: number): Answer {
  const code = status === 403 ? "AuthenticationFailed" : "ServerBusy";
  const body = `<?xml version="1.0" encoding="utf-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`;
  return { status, headers: { "content-type": "application/xml", "x-ms-error-code": code }, body };
}

function storageHeaders(request: IncomingMessage): Record<string, string> {
  const now = new Date().toUTCString();
  return {
    date: now,
    etag: '"0x1"',
    "last-modified": now,
    "x-ms-request-id": randomUUID(),
    "x-ms-request-server-encrypted": "true",
    "x-ms-version": String(request.headers["x-ms-version"] ?? ""),
  };
}

function listed({ id, name, size, hash }: Finalized): object {
  return {
    workflow_run_backend_id: SCOPE.split(":")[1],
    workflow_job_run_backend_id: SCOPE.split(":")[2],
    database_id: String(id),
    name,
    size,
    created_at: new Date().toISOString(),
    ...(hash === undefined ? {} : { digest: hash }),
  };
}

/** A token as the runner hands it out; the client reads the scope and does not check the signature. */
function runtimeToken(): string {
  const parts = [
    { alg: "none", typ: "JWT" },
    { scp: `Actions.GenericRead:0000 ${SCOPE}`, exp: Date.UTC(2099) / 1000 },
  ];
  return [...parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")), "unsigned"].join(
    ".",
  );
}

function sha256(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}
