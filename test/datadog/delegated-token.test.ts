import { expect, test } from "vitest";

import { DelegatedCredentials } from "../../src/datadog/delegated-token.ts";
import { makeNorthwind, type DatadogOrganisation } from "../../src/demo/northwind/organisation.ts";
import { Failure } from "../../src/failure.ts";
import { startDatadog, type DatadogOptions } from "../support/datadog.ts";
import { ACCESS_TOKEN } from "../support/datadog-tokens.ts";
import { identityToken } from "../support/identity.ts";
import { clientAt, virtualClock, type Clock } from "./client-at.ts";

const NOW = new Date("2026-11-22T06:17:31Z");
const northwind = makeNorthwind(NOW);
const SUBJECT = "repo:northwind/compliance:ref:refs/heads/main";
const EXCHANGE = "POST /api/v2/delegated-token";
const USER = "GET /api/v2/current_user";
const NEVER = new AbortController().signal;

interface Scene extends DatadogOptions {
  readonly organisation?: DatadogOrganisation;
  readonly organizationId?: string;
  readonly subject?: string;
}

/** A client that knows nothing but the organisation's id, and its Datadog, under one clock. */
async function startScene({
  organisation = northwind,
  organizationId = organisation.id,
  subject = SUBJECT,
  ...options
}: Scene = {}) {
  await using stack = new AsyncDisposableStack();
  const clock = virtualClock(NOW.getTime());
  const server = stack.use(
    await startDatadog(organisation, { now: () => new Date(clock.now()), ...options }),
  );
  const audiences: string[] = [];
  const concealed: string[] = [];
  const credentials = new DelegatedCredentials({
    apiUrl: server.url,
    organizationId,
    prove: async (audience) => {
      audiences.push(audience);
      const text = identityToken({
        aud: audience,
        sub: subject,
        exp: clock.now() / 1000 + 300,
        jti: audiences.length,
      });
      return Promise.resolve({
        text,
        subject,
        repositoryId: "1001",
        workflowRef: "northwind/compliance/e.yml@main",
      });
    },
    conceal: (secret) => concealed.push(secret),
    now: clock.now,
  });
  const { datadog } = stack.use(
    clientAt(server.url, { credentials, ...clock, deadline: clock.now() + 6 * 3_600_000 }),
  );
  const disposables = stack.move();
  return {
    credentials,
    datadog,
    clock,
    audiences,
    concealed,
    asked: (route: string) => server.requests.filter(({ method, path }) => `${method} ${path}` === route),
    [Symbol.asyncDispose]: () => disposables.disposeAsync(),
  };
}

async function pass(clock: Clock, minutes: number): Promise<void> {
  await clock.wait(minutes * 60_000, NEVER);
}

test("the identity of the workflow is exchanged for a token, which every request carries in place of keys", async () => {
  await using scene = await startScene();

  const replies = await Promise.all(
    [1, 2, 3].map(async () => scene.datadog.request({ method: "GET", path: "/api/v1/monitor" })),
  );

  expect(replies.map(({ failure }) => failure)).toEqual([null, null, null]);
  expect(scene.audiences).toEqual([`datadog/${northwind.id}`]);
  const [exchange] = scene.asked(EXCHANGE);
  expect(exchange?.headers["authorization"]).toMatch(/^Delegated eyJ/);
  for (const { headers } of [...scene.asked(EXCHANGE), ...scene.asked("GET /api/v1/monitor")]) {
    expect(headers).not.toHaveProperty("dd-api-key");
    expect(headers).not.toHaveProperty("dd-application-key");
  }
  expect(new Set(scene.asked("GET /api/v1/monitor").map(({ headers }) => headers["authorization"]))).toEqual(
    new Set([`Bearer ${scene.credentials.secrets().at(-1)}`]),
  );
});

test("proof and token are concealed before they are used", async () => {
  await using scene = await startScene();

  await scene.credentials.headers(NEVER);

  expect(scene.concealed).toHaveLength(2);
  expect(scene.concealed[0]).toMatch(/^eyJ/);
  expect(scene.concealed[1]).toMatch(/^dddlg_/);
  expect(scene.credentials.secrets()).toEqual(scene.concealed);
});

test("a token is renewed two minutes before it expires, not earlier", async () => {
  await using scene = await startScene();
  const first = await scene.credentials.headers(NEVER);

  await pass(scene.clock, 12.9);
  const still = await scene.credentials.headers(NEVER);
  await pass(scene.clock, 0.2);
  const renewed = await scene.credentials.headers(NEVER);

  expect(still).toEqual(first);
  expect(renewed).not.toEqual(first);
  expect(scene.asked(EXCHANGE)).toHaveLength(2);
  // Each proof is fresh: GitHub's is valid for minutes only.
  expect(scene.audiences).toHaveLength(2);
});

test.for([
  { what: "absent", attributes: {} },
  { what: "a number", attributes: { expires: NOW.getTime() / 1000 + 900 } },
])("where the time of expiry is $what, a token is valid for 15 minutes", async ({ attributes }) => {
  const body = { data: { attributes: { access_token: ACCESS_TOKEN, ...attributes } } };
  await using scene = await startScene({ faults: { [EXCHANGE]: () => ({ status: 200, body }) } });

  await scene.credentials.headers(NEVER);
  await pass(scene.clock, 12.9);
  await scene.credentials.headers(NEVER);
  expect(scene.asked(EXCHANGE)).toHaveLength(1);
  await pass(scene.clock, 0.2);
  await scene.credentials.headers(NEVER);

  expect(scene.asked(EXCHANGE)).toHaveLength(2);
});

test("a token that is still valid outlives a failed renewal, and an expired one does not", async () => {
  await using scene = await startScene({
    faults: { [EXCHANGE]: (nth: number) => (nth === 1 ? "ok" : { status: 503 }) },
  });
  const first = await scene.credentials.headers(NEVER);

  await pass(scene.clock, 14);
  const kept = await scene.credentials.headers(NEVER);
  await pass(scene.clock, 2);
  const expired = scene.credentials.headers(NEVER);

  expect(kept).toEqual(first);
  await expect(expired).rejects.toMatchObject({
    code: "server-error",
    message: "Datadog gave no delegated token (503, POST /api/v2/delegated-token)",
  });
});

test("an exchange that fails for a while is tried again, and the request then succeeds", async () => {
  await using scene = await startScene({
    faults: { [EXCHANGE]: (nth: number) => (nth <= 4 ? { status: 503 } : "ok") },
  });

  const { failure } = await scene.datadog.request({ method: "GET", path: "/api/v2/current_user" });

  expect(failure).toBeNull();
  expect(scene.asked(EXCHANGE)).toHaveLength(5);
});

test("a token that Datadog ends too early is replaced, and the requests go on", async () => {
  let isEnded = false;
  await using scene = await startScene({
    faults: {
      "GET /api/v1/monitor": () => (isEnded ? { status: 401, body: { errors: ["Unauthorized"] } } : "ok"),
    },
  });
  await scene.datadog.request({ method: "GET", path: "/api/v1/monitor" });
  await pass(scene.clock, 5);
  isEnded = true;
  const waits = scene.asked("GET /api/v1/monitor").length;

  const replies = await Promise.all(
    [1, 2].map(async () => scene.datadog.request({ method: "GET", path: "/api/v1/monitor" })),
  );

  // The new token is refused too, at once: it is not replaced again and again.
  expect(replies.map(({ failure }) => failure?.code)).toEqual(["refused", "refused"]);
  expect(scene.asked(EXCHANGE)).toHaveLength(2);
  expect(scene.asked("GET /api/v1/monitor").length - waits).toBeLessThanOrEqual(4);
});

test("a clock that is an hour wrong costs no exchange for each request", async () => {
  await using scene = await startScene({ clockSkewMs: -3_600_000 });

  for (let nth = 0; nth < 5; nth += 1) await scene.credentials.headers(NEVER);

  expect(scene.asked(EXCHANGE)).toHaveLength(1);
});

test.for([
  {
    what: "the proof is of another organisation",
    scene: { organizationId: "01234567-89ab-cdef-0123-456789abcdef" },
    message: "Datadog refused the proof of this workflow (401, POST /api/v2/delegated-token)",
    hint: /check that org-id 01234567-89ab-cdef-0123-456789abcdef is the public id of the organisation/,
  },
  {
    what: "no mapping fits the workflow",
    scene: { subject: "repo:stranger/compliance:ref:refs/heads/main" },
    message: "Datadog has no identity mapping for this workflow (403, POST /api/v2/delegated-token)",
    hint: /sub repo:stranger\/compliance:ref:refs\/heads\/main, repository_id 1001, job_workflow_ref northwind\/compliance/,
  },
  {
    what: "the Preview is not enabled",
    scene: { delegation: null },
    message: "Datadog does not know POST /api/v2/delegated-token (404)",
    hint: /is a Preview: ask Datadog to enable it/,
  },
  {
    what: "Datadog redirects",
    scene: { faults: { [EXCHANGE]: () => ({ redirect: "http://127.0.0.1:1/" }) } },
    message: "Datadog redirected POST /api/v2/delegated-token (302)",
    hint: /not followed/,
  },
  {
    what: "the answer holds no token",
    scene: { faults: { [EXCHANGE]: () => ({ status: 200, body: { data: {} } }) } },
    message: "Datadog's answer to POST /api/v2/delegated-token holds no access token",
    hint: /proxy/,
  },
])("where $what, the failure says so once", async ({ scene: options, message, hint }) => {
  await using scene = await startScene(options);

  const { failure } = await scene.datadog.request({ method: "GET", path: "/api/v2/current_user" });

  expect(failure).toMatchObject({ code: "refused", message, hint: expect.stringMatching(hint) });
  expect(scene.asked(EXCHANGE)).toHaveLength(1);
  expect(scene.asked(USER)).toEqual([]);
  for (const secret of scene.concealed) expect(`${failure?.message} ${failure?.hint}`).not.toContain(secret);
});

test("where GitHub proves nothing, Datadog is not asked", async () => {
  const credentials = new DelegatedCredentials({
    apiUrl: "http://127.0.0.1:1",
    organizationId: northwind.id,
    prove: async () => Promise.reject(new Failure("unreachable", "no identity")),
    conceal: () => {},
    now: Date.now,
  });

  await expect(credentials.headers(NEVER)).rejects.toMatchObject({ message: "no identity" });
});
