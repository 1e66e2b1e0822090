import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";

import { ASN1Obj } from "@sigstore/core";
import { fulcioHandler, rekorHandler } from "@sigstore/mock";
import { z } from "zod";

import { identityToken } from "./identity.ts";
import { bodyOf, listening } from "./listening.ts";
import { sigstoreWorld, type SigstoreWorld } from "./sigstore-world.ts";

/** The services of a Sigstore and GitHub's OIDC service, real but for who trusts them, on loopback. */
export interface Sigstore extends AsyncDisposable {
  readonly url: string;
  readonly world: SigstoreWorld;
  /** What the services were asked, in order. */
  readonly asked: readonly Question[];
  /** What a job of GitHub Actions with `id-token: write` has in its environment, and where its Sigstore is. */
  readonly environment: Readonly<Record<string, string>>;
}

type Service = "oidc" | "fulcio" | "timestamp" | "rekor";

interface Question {
  readonly service: Service | "unknown";
  readonly method: string;
  readonly url: string;
  readonly body: Buffer;
}

/** What a service answers. */
export interface Reply {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers in place of a service, which it is shown how to do well; null hangs up. */
export type Fault = (well: () => Promise<Reply>, question: Question) => Promise<Reply | null> | Reply | null;

export interface SigstoreOptions {
  /** Whether it has logs, like Sigstore's public-good instance. */
  readonly isPublic?: boolean;
  /** Claims of the identity token beside, or in place of, the usual ones. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly faults?: Partial<Readonly<Record<Service, Fault>>>;
}

export const WORKFLOW = "https://github.com/acme/compliance/.github/workflows/evidence.yml@refs/heads/main";
/** As it stands in an identity token for Datadog. */
export const SUBJECT = "repo:acme/compliance:ref:refs/heads/main";
export const ISSUER = "https://token.actions.githubusercontent.com";
const REQUEST_TOKEN = "token to ask for tokens";

const PATHS: Readonly<Record<string, Service>> = {
  "/oidc": "oidc",
  "/api/v2/signingCert": "fulcio",
  "/api/v1/timestamp": "timestamp",
  "/api/v1/log/entries": "rekor",
};

export async function startSigstore({
  isPublic = false,
  claims = {},
  faults = {},
}: SigstoreOptions = {}): Promise<Sigstore> {
  const world = await sigstoreWorld({ isPublic });
  const fulcio = fulcioHandler(world.authorities.ca);
  const rekor = rekorHandler(world.authorities.tlog);
  const services: Readonly<Record<Service, (question: Question) => Promise<Reply>>> = {
    oidc: async ({ url }) =>
      json(200, { value: identityToken({ ...usual(isPublic), ...forAudience(url), ...claims }) }),
    fulcio: async ({ body }) => replyOf(await fulcio.fn(body.toString())),
    timestamp: async ({ body }) => stamped(body, world),
    rekor: async ({ body }) => replyOf(await rekor.fn(canonicalEntry(body))),
  };

  const asked: Question[] = [];
  const server = createServer((request, response) => void answer(request, response));
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const service = PATHS[pathname.replace(/(?<=entries)\/[0-9a-f]+$/, "")] ?? "unknown";
    const question: Question = {
      service,
      method: request.method ?? "",
      url: request.url ?? "",
      body: await bodyOf(request),
    };
    asked.push(question);
    if (service === "unknown") {
      response.writeHead(404).end();
      return;
    }
    if (service === "oidc" && request.headers.authorization !== `Bearer ${REQUEST_TOKEN}`) {
      response.writeHead(401).end();
      return;
    }
    const well = async (): Promise<Reply> => services[service](question);
    const fault = faults[service];
    const reply = fault === undefined ? await well() : await fault(well, question);
    if (reply === null) request.socket.destroy();
    else response.writeHead(reply.status, { "content-type": reply.type, ...reply.headers }).end(reply.body);
  };
  const { url, close } = await listening(server);
  return {
    url,
    world,
    asked,
    environment: {
      ACTIONS_ID_TOKEN_REQUEST_URL: `${url}/oidc?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: REQUEST_TOKEN,
      SIGSTORE_FULCIO_URL: url,
      SIGSTORE_TIMESTAMP_URL: `${url}/api/v1/timestamp`,
      SIGSTORE_REKOR_URL: url,
    },
    [Symbol.asyncDispose]: close,
  };
}

/** A reply with JSON in it. */
export function json(status: number, value: unknown): Reply {
  return { status, type: "application/json", body: JSON.stringify(value) };
}

/** The claims that GitHub makes of the job that the test runner runs. */
function usual(isPublic: boolean): Readonly<Record<string, string | number>> {
  const now = Math.floor(Date.now() / 1000);
  const commit = "0123456789abcdef0123456789abcdef01234567";
  const workflow = "acme/compliance/.github/workflows/evidence.yml@refs/heads/main";
  return {
    iss: ISSUER,
    // GitHub's says repo:acme/compliance:ref:…; the mock copies this one to where Fulcio puts the workflow.
    sub: WORKFLOW,
    aud: "sigstore",
    iat: now,
    exp: now + 300,
    event_name: "schedule",
    sha: commit,
    workflow: "Evidence",
    repository: "acme/compliance",
    repository_id: "1001",
    repository_owner: "acme",
    repository_owner_id: "2002",
    repository_visibility: isPublic ? "public" : "private",
    ref: "refs/heads/main",
    job_workflow_ref: workflow,
    job_workflow_sha: commit,
    workflow_ref: workflow,
    workflow_sha: commit,
    runner_environment: "github-hosted",
    run_id: "4242",
    run_attempt: "1",
  };
}

/** For Datadog, the audience that was asked for and the subject as GitHub has it. */
function forAudience(url: string): Readonly<Record<string, string>> {
  const audience = new URL(url, "http://127.0.0.1").searchParams.get("audience") ?? "";
  return audience.startsWith("datadog/") ? { aud: audience, sub: SUBJECT } : {};
}

async function stamped(query: Buffer, { authorities }: SigstoreWorld): Promise<Reply> {
  const [, imprint, ...rest] = ASN1Obj.parseBuffer(Buffer.from(query)).subs;
  const token = await authorities.tsa.timestamp({
    artifactHash: imprint?.subs[1]?.value ?? Buffer.of(),
    hashAlgorithmOID: imprint?.subs[0]?.subs[0]?.toOID() ?? "",
    nonce: Number(rest.find(({ tag }) => tag.isInteger())?.toInteger() ?? 0n),
    certReq: rest.find(({ tag }) => tag.isBoolean())?.toBoolean() ?? false,
    policyOID: "1.3.6.1.4.1.57264.2",
  });
  return { status: 201, type: "application/timestamp-reply", body: bytesOf(token) };
}

const Proposed = z.looseObject({
  spec: z.object({ proposedContent: z.object({ envelope: z.string(), verifiers: z.tuple([z.string()]) }) }),
});
const Envelope = z.object({ payload: z.string(), signatures: z.array(z.object({ sig: z.string() })) });

/** Rekor makes a canonical entry of a proposed one; the mock logs what it is given. */
function canonicalEntry(body: Buffer): string {
  const { spec, ...rest } = Proposed.parse(JSON.parse(body.toString()));
  const { envelope, verifiers } = spec.proposedContent;
  const { payload, signatures } = Envelope.parse(JSON.parse(envelope));
  return JSON.stringify({
    ...rest,
    spec: {
      envelopeHash: sha256(envelope),
      payloadHash: sha256(Buffer.from(payload, "base64")),
      signatures: signatures.map(({ sig }) => ({ signature: sig, verifier: verifiers[0] })),
    },
  });
}

function sha256(bytes: string | Buffer) {
  return { algorithm: "sha256", value: createHash("sha256").update(bytes).digest("hex") };
}

function replyOf(answer: {
  readonly statusCode: number;
  readonly response: string | ArrayBufferView;
  readonly contentType?: string;
}): Reply {
  const { statusCode: status, response, contentType: type = "text/plain" } = answer;
  return { status, type, body: typeof response === "string" ? response : bytesOf(response) };
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
