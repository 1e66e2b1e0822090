import { createServer } from "node:http";

import { expect, test } from "vitest";

import { sigstoreInstanceFor } from "../../../src/sign/keyless/sigstore-instance.ts";
import { listening } from "../../support/listening.ts";
import { json, startSigstore, WORKFLOW, type Fault, type Reply } from "../../support/sigstore.ts";
import { collectedAt, failureOf, KEYLESS, sealedNow, verifiedBySigstore } from "../signing.ts";

test("in a repository that is not public GitHub's Sigstore certifies, tells the time, and logs nothing", async () => {
  await using sigstore = await startSigstore();

  const { bundle, statement, signedBy, signedAt, said } = await sealedNow(KEYLESS, { sigstore });

  expect(statement.predicate.assurance).toEqual({ signing: "keyless", timestamp: true, log: false });
  expect(signedBy).toBe(WORKFLOW);
  expect(signedAt).toBe(sigstore.world.now.toISOString());
  expect(verifiedBySigstore(bundle, sigstore.world, { logs: 0 })).toMatchObject({
    identity: { subjectAlternativeName: WORKFLOW },
  });
  expect(JSON.parse(bundle)).toMatchObject({
    mediaType: "application/vnd.dev.sigstore.bundle.v0.3+json",
    verificationMaterial: { certificate: { rawBytes: expect.any(String) } },
    dsseEnvelope: { signatures: [{ keyid: "" }] },
  });
  expect(sigstore.asked.map(({ service }) => service)).toEqual(["oidc", "oidc", "fulcio", "timestamp"]);
  expect(said.join("\n")).toContain("nothing becomes public");
});

test("in a public repository the public Sigstore certifies, tells the time, and logs", async () => {
  await using sigstore = await startSigstore({ isPublic: true });

  const { bundle, statement, said } = await sealedNow(KEYLESS, { sigstore });

  expect(statement.predicate.assurance).toEqual({ signing: "keyless", timestamp: true, log: true });
  verifiedBySigstore(bundle, sigstore.world, { logs: 1 });
  expect(sigstore.asked.map(({ service }) => service)).toContain("rekor");
  expect(said.join("\n")).toContain("names of repository and workflow and the time of the run become public");
});

test("the log gets an entry of version 1 and kind dsse", async () => {
  await using sigstore = await startSigstore({ isPublic: true });

  await sealedNow(KEYLESS, { sigstore });

  const entry = sigstore.asked.find(({ service }) => service === "rekor");
  expect(JSON.parse(entry?.body.toString() ?? "")).toMatchObject({ apiVersion: "0.0.1", kind: "dsse" });
});

test("a repository that is not public goes to the public Sigstore only where that is allowed", async () => {
  await using sigstore = await startSigstore({
    isPublic: true,
    claims: { repository_visibility: "internal" },
  });

  const { statement } = await sealedNow({ by: "keyless", allowPublicLog: true }, { sigstore });

  expect(statement.predicate.assurance.log).toBe(true);
});

test("each signature has a token and a certificate of its own, and every token is concealed", async () => {
  await using sigstore = await startSigstore();

  const { concealed } = await sealedNow(KEYLESS, { sigstore });

  const [asked] = sigstore.asked;
  expect(asked?.url).toContain("audience=sigstore");
  expect(concealed).toHaveLength(2);
  for (const each of concealed) expect(each).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
});

const environment = {};

test.each([
  ["https://token.actions.githubusercontent.com", false, false, "https://fulcio.githubapp.com", null],
  [
    "https://token.actions.githubusercontent.com/northwind",
    false,
    false,
    "https://fulcio.githubapp.com",
    null,
  ],
  [
    "https://token.actions.githubusercontent.com",
    true,
    false,
    "https://fulcio.sigstore.dev",
    "rekor.sigstore.dev",
  ],
  [
    "https://token.actions.githubusercontent.com",
    false,
    true,
    "https://fulcio.sigstore.dev",
    "rekor.sigstore.dev",
  ],
  ["https://token.actions.octo.ghe.com", false, false, "https://fulcio.octo.ghe.com", null],
  ["https://token.actions.octo.ghe.com", true, true, "https://fulcio.octo.ghe.com", null],
])("a token of %s, public: %s, allowed: %s, goes to %s", (issuer, isPublic, allowPublicLog, fulcio, log) => {
  const repositoryVisibility = isPublic ? "public" : "private";
  const instance = sigstoreInstanceFor({ issuer, repositoryVisibility }, { allowPublicLog, environment });

  expect(instance).toMatchObject({ fulcio, isLocal: false });
  expect(instance.rekor).toBe(log === null ? null : `https://${log}`);
  expect(instance.timestamp).toBe(`${fulcio.replace("fulcio", "timestamp")}/api/v1/timestamp`);
});

test.each([
  "https://github.corp.example/_services/token",
  "https://token.actions.ghe.com.example",
  "nonsense",
])("a token of %s is one that no Sigstore trusts", async (iss) => {
  await using sigstore = await startSigstore({ claims: { iss } });

  const { code, message, hint } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  expect(code).toBe("input");
  expect(message).toBe(`signing: keyless is not available here: no Sigstore trusts ${iss}`);
  expect(hint).toContain("use signing: key");
  expect(sigstore.asked.map(({ service }) => service)).toEqual(["oidc"]);
});

test("a Sigstore elsewhere than on this machine cannot take the place of the real one", async () => {
  await using sigstore = await startSigstore();
  const elsewhere = { ...sigstore.environment, SIGSTORE_FULCIO_URL: "https://fulcio.example" };

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore: { environment: elsewhere } }));

  expect(message).toBe(
    "SIGSTORE_FULCIO_URL: must be an address of this machine, such as http://127.0.0.1:8080",
  );
});

const status =
  (code: number): Fault =>
  () =>
    json(code, { message: "no" });
const hangUp: Fault = () => null;
const nonsense: Fault = () => ({
  status: 200,
  type: "text/html",
  body: "<html>Sign in to the network</html>",
});

test.concurrent.each<[string, "oidc" | "fulcio" | "timestamp" | "rekor", Fault, RegExp]>([
  [
    "refuses",
    "oidc",
    status(403),
    /^GitHub's OIDC service gave no identity token: it refused \(status 403\)$/,
  ],
  [
    "hangs up",
    "oidc",
    hangUp,
    /^GitHub's OIDC service gave no identity token: it could not be reached \(UND_ERR_SOCKET\)$/,
  ],
  [
    "answers a page",
    "oidc",
    nonsense,
    /^GitHub's OIDC service gave no identity token: it returned an unexpected response$/,
  ],
  [
    "refuses",
    "fulcio",
    status(404),
    /^Fulcio \(127.0.0.1:\d+\) issued no certificate: it refused \(HTTP status 404\)$/,
  ],
  ["is down", "fulcio", status(503), /^Fulcio \(.*\) issued no certificate: it refused \(HTTP status 503\)$/],
  [
    "hangs up",
    "fulcio",
    hangUp,
    /^Fulcio \(.*\) issued no certificate: it could not be reached \(UND_ERR_SOCKET\)$/,
  ],
  [
    "answers a page",
    "fulcio",
    nonsense,
    /^Fulcio \(.*\) issued no certificate: it returned an unexpected response$/,
  ],
  [
    "refuses",
    "timestamp",
    status(400),
    /^the timestamp authority 127.0.0.1:\d+ refused \(HTTP status 400\)$/,
  ],
  [
    "hangs up",
    "timestamp",
    hangUp,
    /^the timestamp authority 127.0.0.1:\d+ could not be reached \(UND_ERR_SOCKET\)$/,
  ],
  [
    "answers a page",
    "timestamp",
    nonsense,
    /^the timestamp authority 127.0.0.1:\d+ responded with something that is not a timestamp$/,
  ],
  [
    "refuses",
    "rekor",
    status(400),
    /^Rekor \(127.0.0.1:\d+\) added no entry to its log: it refused \(HTTP status 400\)$/,
  ],
  [
    "is down",
    "rekor",
    status(502),
    /^Rekor \(.*\) added no entry to its log: it refused \(HTTP status 502\)$/,
  ],
  [
    "hangs up",
    "rekor",
    hangUp,
    /^Rekor \(.*\) added no entry to its log: it could not be reached \(ECONNRESET\)$/,
  ],
  [
    "answers a page",
    "rekor",
    nonsense,
    /^Rekor \(.*\) added no entry to its log: it returned an unexpected response$/,
  ],
])("where a service %s (%s), nothing is signed in any other way", async (_, service, fault, sentence) => {
  await using sigstore = await startSigstore({ isPublic: true, faults: { [service]: fault } });

  const { message, code } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  expect(message).toMatch(sentence);
  expect(code).toBe(service === "timestamp" ? "no-timestamp" : "not-signed");
});

test("a service that comes back signs", async () => {
  const calls: string[] = [];
  const once: Fault = (well, { service }) => {
    calls.push(service);
    return calls.filter((each) => each === service).length === 1 ? json(503, {}) : well();
  };
  await using sigstore = await startSigstore({
    isPublic: true,
    faults: { oidc: once, fulcio: once, timestamp: once, rekor: once },
  });

  const { bundle } = await sealedNow(KEYLESS, { sigstore });

  expect(verifiedBySigstore(bundle, sigstore.world, { logs: 1 }).identity).toBeDefined();
});

test("an OIDC service that is away before collecting may be back when there is something to sign", async () => {
  let calls = 0;
  await using sigstore = await startSigstore({
    faults: { oidc: (well) => ((calls += 1) <= 3 ? json(503, {}) : well()) },
  });

  const { said, bundle } = await sealedNow(KEYLESS, { sigstore });

  expect(said[0]).toContain("the run tries again when it signs");
  expect(verifiedBySigstore(bundle, sigstore.world, { logs: 0 }).identity).toBeDefined();
});

test("an entry that the log has already is fetched from it", async () => {
  const made: Reply[] = [];
  await using sigstore = await startSigstore({
    isPublic: true,
    faults: {
      async rekor(well, { method }) {
        if (method === "GET") return made[0] ?? null;
        made.push(await well());
        return { ...json(409, {}), headers: { location: "/api/v1/log/entries/0123456789abcdef" } };
      },
    },
  });

  const { bundle } = await sealedNow(KEYLESS, { sigstore });

  expect(verifiedBySigstore(bundle, sigstore.world, { logs: 1 }).identity).toBeDefined();
});

test("an entry about another statement is refused", async () => {
  const made: Reply[] = [];
  await using sigstore = await startSigstore({
    isPublic: true,
    faults: {
      async rekor(well) {
        made.push(await well());
        return made[0] ?? null;
      },
    },
  });
  await sealedNow(KEYLESS, { sigstore });

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  expect(message).toMatch(
    /^Rekor \(.*\) added no entry to its log: it returned an entry for another signature$/,
  );
});

test("a certificate for another key is refused", async () => {
  const made: Reply[] = [];
  await using sigstore = await startSigstore({
    faults: {
      async fulcio(well) {
        made.push(await well());
        return made[0] ?? null;
      },
    },
  });
  await sealedNow(KEYLESS, { sigstore });

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  expect(message).toMatch(/^Fulcio \(.*\) issued a certificate for another key$/);
});

test("the job's own token is not sent to plain http", async () => {
  await using sigstore = await startSigstore();
  const elsewhere = {
    ...sigstore.environment,
    ACTIONS_ID_TOKEN_REQUEST_URL: "http://oidc.example/token?x=1",
  };

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore: { environment: elsewhere } }));

  expect(message).toBe("ACTIONS_ID_TOKEN_REQUEST_URL is not the address of GitHub's OIDC service");
});

test("a redirect gets no identity token, least of all one to plain http", async () => {
  const reached: string[] = [];
  const elsewhere = await listening(
    createServer((request, response) => {
      reached.push(request.url ?? "");
      response.end("{}");
    }),
  );
  await using sigstore = await startSigstore({
    faults: {
      fulcio: () => ({
        status: 307,
        type: "text/plain",
        headers: { location: `${elsewhere.url}/api/v2/signingCert` },
        body: "",
      }),
    },
  });

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  await elsewhere.close();
  expect(message).toMatch(/^Fulcio \(.*\) issued no certificate: it refused \(HTTP status 307\)$/);
  expect(reached).toEqual([]);
});

test("a repository that became public while evidence was collected is not signed for", async () => {
  const claims: Record<string, string> = { repository_visibility: "private" };
  await using sigstore = await startSigstore({
    claims,
    faults: {
      async oidc(well) {
        const reply = await well();
        claims["repository_visibility"] = "public";
        return reply;
      },
    },
  });

  const { message } = await failureOf(sealedNow(KEYLESS, { sigstore }));

  expect(message).toBe("the visibility of this repository changed while evidence was collected");
});

test("where no time is left, signing ends at once", async () => {
  const { promise, resolve } = Promise.withResolvers<null>();
  await using sigstore = await startSigstore({ faults: { fulcio: () => promise } });
  const deadline = new AbortController();
  const work = failureOf(sealedNow(KEYLESS, { sigstore, signal: deadline.signal }));
  while (!sigstore.asked.some(({ service }) => service === "fulcio")) await new Promise(setImmediate);

  deadline.abort();

  expect((await work).message).toMatch(
    /^Fulcio \(.*\) issued no certificate: it did not answer in the time that was left$/,
  );
  resolve(null);
});

test("evidence from more than an hour ago is not signed as if it were from now", async () => {
  await using sigstore = await startSigstore();
  const evidence = collectedAt(new Date(Date.now() - 2 * 3_600_000));

  const { code, message } = await failureOf(sealedNow(KEYLESS, { sigstore, evidence }));

  expect(code).toBe("not-signed");
  expect(message).toContain("more than an hour from");
});
