import { z } from "zod";

import { parseJson } from "../evidence/files/json.ts";
import { Failure } from "../failure.ts";
import { httpRequest, isTransientStatus } from "../platform/http.ts";
import type { CredentialHeaders, Credentials } from "./credentials.ts";
import { FAILURE_HINTS } from "./errors.ts";
import { reasonForStatus } from "./retry.ts";

/** The proof of which workflow asks, for one audience, with the claims that a mapping in Datadog can match. */
export interface WorkflowProof {
  /** GitHub's identity token; a secret while it is valid. */
  readonly text: string;
  readonly subject: string;
  readonly repositoryId: string | null;
  readonly workflowRef: string | null;
}

interface DelegationOptions {
  /** Origin of the API, without a slash at the end. */
  readonly apiUrl: string;
  /** The organisation's public id. */
  readonly organizationId: string;
  /** Obtains a fresh proof. Throws a `Failure` where there is none. */
  readonly prove: (audience: string, signal: AbortSignal) => Promise<WorkflowProof>;
  /** Hides a secret from now on. */
  readonly conceal: (secret: string) => void;
  readonly now: () => number;
}

interface Token {
  readonly text: string;
  readonly obtainedAt: number;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** The validity of a token for which Datadog gives none; its own clients assume the same. */
const DEFAULT_LIFETIME_MS = 15 * 60_000;
/** A token is renewed this long before it expires, so that it never expires between sending and checking. */
const RENEWED_BEFORE_MS = 2 * 60_000;
/** A token that is refused sooner than this after it was obtained is not replaced: the next one would be refused too. */
const SHORTEST_USE_MS = 30_000;

const Response = z.object({
  data: z.object({
    attributes: z.object({
      access_token: z.string().regex(/^[\x21-\x7e]{8,16384}$/),
      /** Seconds since 1970. */
      expires: z.union([z.string().regex(/^\d{1,12}$/), z.number().nonnegative()]).optional(),
    }),
  }),
});

/**
 * Access without a stored secret: GitHub's identity token is exchanged for a token of Datadog, which is renewed before it
 * expires. https://docs.datadoghq.com/account_management/workload_identity_federation
 */
export class DelegatedCredentials implements Credentials {
  readonly mode = "delegated";
  readonly organizationId: string;
  readonly #options: DelegationOptions;
  #token: Token | null = null;
  #exchange: Promise<Token> | null = null;
  readonly #secrets: string[] = [];

  constructor(options: DelegationOptions) {
    this.#options = options;
    this.organizationId = options.organizationId;
  }

  async headers(signal: AbortSignal): Promise<CredentialHeaders> {
    return headersOf(await this.#validToken(signal));
  }

  secrets(): readonly string[] {
    return this.#secrets;
  }

  discard(refused: CredentialHeaders): boolean {
    const token = this.#token;
    // Another request may have replaced it in the meantime.
    if (token === null || headersOf(token)["authorization"] !== refused["authorization"]) return true;
    if (this.#options.now() - token.obtainedAt < SHORTEST_USE_MS) return false;
    this.#token = null;
    return true;
  }

  async #validToken(signal: AbortSignal): Promise<Token> {
    const { now } = this.#options;
    const token = this.#token;
    if (token !== null && now() < renewalTime(token)) return token;
    // Requests that wait at the same time share one exchange.
    this.#exchange ??= this.#obtain(signal).finally(() => {
      this.#exchange = null;
    });
    try {
      return await this.#exchange;
    } catch (error) {
      // A token that is still valid outlives a failed renewal.
      if (error instanceof Failure && token !== null && now() < token.expires) return token;
      throw error;
    }
  }

  async #obtain(signal: AbortSignal): Promise<Token> {
    const { prove, now } = this.#options;
    const proof = await prove(`datadog/${this.organizationId}`, signal);
    this.#hide(proof.text);
    const obtainedAt = now();
    const { text, expires } = await this.#exchangeProof(proof, signal);
    this.#hide(text);
    this.#token = { text, obtainedAt, expires: expires ?? obtainedAt + DEFAULT_LIFETIME_MS };
    return this.#token;
  }

  async #exchangeProof(
    proof: WorkflowProof,
    signal: AbortSignal,
  ): Promise<{ readonly text: string; readonly expires: number | null }> {
    const response = await httpRequest(
      {
        method: "POST",
        url: new URL(PATH, this.#options.apiUrl).href,
        headers: {
          accept: "application/json",
          authorization: `Delegated ${proof.text}`,
          "content-type": "application/json",
        },
      },
      signal,
    );
    if (!response.ok) {
      throw new Failure(
        "unreachable",
        `Datadog could not be asked for a delegated token: it ${response.reason}`,
        { hint: FAILURE_HINTS.unreachable },
      );
    }
    if (response.status !== 200) {
      throw refusedExchange(response.status, { proof, organizationId: this.organizationId });
    }
    const parsed = parseJson(response.bytes, Response);
    if (parsed === null) {
      throw new Failure("refused", `Datadog's answer to POST ${PATH} holds no access token`, {
        hint: "a proxy may have answered in place of Datadog; use keys or an access token until this is solved",
      });
    }
    const { access_token: text, expires } = parsed.data.attributes;
    return { text, expires: expires === undefined ? null : Number(expires) * 1000 };
  }

  #hide(secret: string): void {
    this.#secrets.push(secret);
    this.#options.conceal(secret);
  }
}

const PATH = "/api/v2/delegated-token";

function headersOf({ text }: Token): CredentialHeaders {
  return { authorization: `Bearer ${text}` };
}

/** Before the end, and at the earliest halfway through a short validity. */
function renewalTime({ obtainedAt, expires }: Token): number {
  // However far apart the two clocks are, one token serves more than one request.
  return Math.max(
    expires - RENEWED_BEFORE_MS,
    obtainedAt + Math.max((expires - obtainedAt) / 2, SHORTEST_USE_MS),
  );
}

function refusedExchange(
  status: number,
  { proof, organizationId }: { proof: WorkflowProof; organizationId: string },
): Failure {
  if (status === 401) {
    return new Failure("refused", `Datadog refused the proof of this workflow (401, POST ${PATH})`, {
      hint: `check that org-id ${organizationId} is the public id of the organisation and that site is its site`,
    });
  }
  if (status === 403) {
    return new Failure("refused", `Datadog has no identity mapping for this workflow (403, POST ${PATH})`, {
      hint: `create one for organisation ${organizationId} (POST /api/v2/wif/github/persona_mapping) whose matchers fit ${claimsInWords(proof)}; a mapping cannot be changed, only replaced`,
    });
  }
  if (status === 404) {
    return new Failure("refused", `Datadog does not know POST ${PATH} (404)`, {
      hint: "access by org-id is a Preview: ask Datadog to enable it for this organisation, or use keys or an access token",
    });
  }
  if (status >= 300 && status < 400) {
    return new Failure("refused", `Datadog redirected POST ${PATH} (${status})`, {
      hint: "redirects are not followed, because the token would travel with them; check for a proxy in between",
    });
  }
  return new Failure(
    isTransientStatus(status) ? reasonForStatus(status) : "refused",
    `Datadog gave no delegated token (${status}, POST ${PATH})`,
    { hint: FAILURE_HINTS["server-error"] },
  );
}

/** The claims that a mapping can match, as its matchers name them. */
function claimsInWords({ subject, repositoryId, workflowRef }: WorkflowProof): string {
  return [
    `sub ${subject}`,
    ...(repositoryId === null ? [] : [`repository_id ${repositoryId}`]),
    ...(workflowRef === null ? [] : [`job_workflow_ref ${workflowRef}`]),
  ].join(", ");
}
