import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";

import { expect, test } from "vitest";

import { runPath } from "../../src/bundle/run-path.ts";
import { z } from "zod";

import { Statement } from "../../src/bundle/statement.ts";
import { verifiedBySigstore } from "../sign/signing.ts";
import { bodyOf, listening } from "../support/listening.ts";
import { startOpensslTsa } from "../support/openssl-tsa.ts";
import { runCli } from "../support/runner.ts";
import { json, startSigstore, WORKFLOW, type Sigstore, type SigstoreOptions } from "../support/sigstore.ts";
import { act, artifactFiles, startActionWorld, type ActionWorld } from "./action-world.ts";
import { collect, NO_TIME, printed, startWorld } from "./world.ts";

/** What a workflow gives that signs keyless: no key, and no authority of its own. */
const KEYLESS = { signing: "keyless", "signing-key": "", "timestamp-url": "" };

test.concurrent(
  "in a repository that is not public the built Action signs keyless, and a stranger can verify it",
  async () => {
    await using sigstore = await startSigstore();
    await using world = await startActionWorld();

    await using run = await act(world, { inputs: KEYLESS, env: sigstore.environment });

    expect(run).toMatchObject({ code: 0, outputs: { assurance: "keyless", outcome: "complete" } });
    const bundle = bundleIn(world, run.outputs["artifact-name"]);
    expect(verifiedBySigstore(bundle, sigstore.world, { logs: 0 })).toMatchObject({
      identity: { subjectAlternativeName: WORKFLOW },
    });
    expect(statementIn(bundle).predicate.assurance).toEqual({
      signing: "keyless",
      timestamp: true,
      log: false,
    });
    expect(run.summary).toContain("signed keyless by");
    expect(run.summary).toContain(`- trusted time ${sigstore.world.now.toISOString()}`);
    expect(run.summary).toContain(`--identity '${WORKFLOW}' --issuer https://token.actions`);
    expect(run.annotations).toEqual([
      { kind: "warning", message: expect.stringContaining("a Sigstore on this machine") },
    ]);
    expect(new Set(world.proxy.connects)).toEqual(new Set(["api.datadoghq.com"]));
  },
);

test.concurrent(
  "in a public repository the built Action signs keyless and in the log, where evidence may be public",
  async () => {
    await using sigstore = await startSigstore({ isPublic: true });
    await using world = await startActionWorld();

    await using run = await act(world, {
      inputs: { ...KEYLESS, "allow-public": "true" },
      env: sigstore.environment,
      event: { payload: { repository: { visibility: "public" } } },
    });

    expect(run).toMatchObject({ code: 0, outputs: { assurance: "keyless" } });
    const bundle = bundleIn(world, run.outputs["artifact-name"]);
    verifiedBySigstore(bundle, sigstore.world, { logs: 1 });
    expect(statementIn(bundle).predicate.assurance.log).toBe(true);
    expect(run.summary).toContain("in the public log of Sigstore");
    expect(run.stdout).toContain("names of repository and workflow and the time of the run become public");
  },
);

test.concurrent("auto signs keyless where the job has an identity, although there is a key", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: { "timestamp-url": "" }, env: sigstore.environment });

  expect(run).toMatchObject({ code: 0, outputs: { assurance: "keyless" } });
});

test.concurrent("every identity token is masked, and said nowhere", async () => {
  await using sigstore = await startSigstore();
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: KEYLESS, env: sigstore.environment });

  const tokens = sigstore.asked.flatMap(({ service, body }) => (service === "fulcio" ? [tokenIn(body)] : []));
  expect(tokens).toHaveLength(1);
  for (const token of tokens) {
    expect(run.masks).toContain(token);
    const said = run.stdout.split("\n").filter((line) => !line.startsWith("::add-mask::"));
    expect([...said, run.stderr, run.summary, JSON.stringify(run.outputs)].join("\n")).not.toContain(token);
    for (const bytes of artifactFiles(world, run.outputs["artifact-name"]).values()) {
      expect(bytes.includes(token)).toBe(false);
    }
  }
});

test.concurrent.each<[string, SigstoreOptions["faults"], RegExp]>([
  ["Fulcio refuses", { fulcio: () => json(404, {}) }, /^Fulcio \(.*\) issued no certificate: it refused/],
  [
    "the authority is away",
    { timestamp: () => null },
    /^the timestamp authority 127.0.0.1:\d+ could not be reached/,
  ],
  ["Rekor is down", { rekor: () => json(503, {}) }, /^Rekor \(.*\) added no entry to its log: it refused/],
  [
    "OIDC refuses",
    { oidc: () => json(403, {}) },
    /^GitHub's OIDC service gave no identity token: it refused \(status 403\)/,
  ],
])(
  "where %s the evidence is kept unsigned, although there is a key, and can be signed later",
  async (_, faults, why) => {
    await using sigstore = await startSigstore({
      isPublic: true,
      ...(faults === undefined ? {} : { faults }),
    });
    await using world = await startActionWorld();

    await using run = await act(world, {
      inputs: { signing: "auto", "timestamp-url": "" },
      env: sigstore.environment,
    });

    expect(run).toMatchObject({ code: 2, outputs: { assurance: "none", outcome: "complete", commit: "" } });
    expect(run.outputs["artifact-name"]).toMatch(/-UNSIGNED$/);
    const error = run.annotations.find(({ kind }) => kind === "error");
    expect(error?.message).toMatch(why);
    const folder = run.outputs["folder"] ?? "";
    const attested = await runCli(["attest", folder, ...NO_TIME], { env: { SIGNING_KEY: world.privatePem } });
    expect(attested).toMatchObject({ code: 0, stdout: `${folder}\n` });
  },
);

test.concurrent(
  "keyless in a job that may not ask for an identity is refused before anything is asked",
  async () => {
    await using world = await startActionWorld();

    await using run = await act(world, { inputs: { signing: "keyless", "timestamp-url": "" } });

    expect(run).toMatchObject({ code: 2, outputs: { "exit-code": "2" } });
    expect(run.annotations[0]?.message).toContain("permissions: id-token: write");
    expect([world.datadog.requests, world.proxy.connects, world.results.asked]).toEqual([[], [], []]);
  },
);

test.concurrent("keyless on GitHub Enterprise Server is refused before Datadog is asked", async () => {
  await using sigstore = await startSigstore({ claims: { iss: "https://ghes.example/_services/token" } });
  await using world = await startActionWorld();

  await using run = await act(world, { inputs: KEYLESS, env: sigstore.environment });

  expect(run.code).toBe(2);
  expect(run.annotations[0]?.message).toContain("keyless is not available here");
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent("a Sigstore elsewhere cannot be named to the Action", async () => {
  await using world = await startActionWorld();

  await using run = await act(world, { env: { SIGSTORE_FULCIO_URL: "https://fulcio.example" } });

  expect(run.code).toBe(2);
  expect(run.annotations[0]?.message).toContain("SIGSTORE_FULCIO_URL: must be an address of this machine");
  expect(world.datadog.requests).toEqual([]);
});

test.concurrent(
  "with a key the built Action takes the time from the authority that it is given",
  async () => {
    await using tsa = await startOpensslTsa("EC");
    await using world = await startActionWorld();

    await using run = await act(world, { inputs: { "timestamp-url": tsa.url, "min-assurance": "key+time" } });

    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { assurance: "key+time" } });
    const bundle = bundleIn(world, run.outputs["artifact-name"]);
    expect(statementIn(bundle).predicate.assurance).toEqual({ signing: "key", timestamp: true, log: false });
    expect(tsa.queries).toHaveLength(1);
    expect(run.summary).toMatch(/- trusted time \d{4}-/);
  },
);

test.concurrent(
  "unless told otherwise a key takes the time from Sigstore's authority, by way of the proxy",
  async () => {
    await using sigstore = await startSigstore();
    await using world = await startActionWorld({ hosts: { "timestamp.sigstore.dev": sigstore.url } });

    await using run = await act(world, { inputs: { "timestamp-url": "" } });

    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { assurance: "key+time" } });
    expect(new Set(world.proxy.connects)).toEqual(new Set(["api.datadoghq.com", "timestamp.sigstore.dev"]));
    expect(sigstore.asked.map(({ service }) => service)).toEqual(["timestamp"]);
  },
);

test.concurrent.each([
  [false, "private", ["fulcio.githubapp.com", "timestamp.githubapp.com"]],
  [true, "public", ["fulcio.sigstore.dev", "rekor.sigstore.dev", "timestamp.sigstore.dev"]],
])(
  "public: %s, keyless asks exactly the hosts of the Sigstore that fits",
  async (isPublic, visibility, hosts) => {
    await using sigstore = await startSigstore({ isPublic });
    await using world = await startActionWorld({
      hosts: Object.fromEntries(hosts.map((host) => [host, sigstore.url])),
    });
    const { ACTIONS_ID_TOKEN_REQUEST_URL = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN = "" } = sigstore.environment;

    await using run = await act(world, {
      inputs: { ...KEYLESS, "allow-public": "true" },
      env: { ACTIONS_ID_TOKEN_REQUEST_URL, ACTIONS_ID_TOKEN_REQUEST_TOKEN },
      event: { payload: { repository: { visibility } } },
    });

    expect(run).toMatchObject({ code: 0, annotations: [], outputs: { assurance: "keyless" } });
    verifiedBySigstore(bundleIn(world, run.outputs["artifact-name"]), sigstore.world, {
      logs: isPublic ? 1 : 0,
    });
    expect([...new Set(world.proxy.connects)].toSorted()).toEqual(["api.datadoghq.com", ...hosts].toSorted());
    expect(world.proxy.refused).toEqual([]);
  },
);

// By itself: what else runs takes of the seconds that a cancelled job has.
test("a job that is cancelled does not wait for an authority that hangs", async () => {
  const job = new AbortController();
  const { promise, resolve } = Promise.withResolvers<null>();
  await using sigstore = await startSigstore({
    faults: {
      timestamp() {
        job.abort();
        return promise;
      },
    },
  });
  await using world = await startActionWorld();
  const inputs = { "timestamp-url": sigstore.environment["SIGSTORE_TIMESTAMP_URL"] ?? "" };

  await using run = await act(world, { inputs, cancel: job.signal });
  resolve(null);

  expect(run).toMatchObject({ code: 0, outputs: { assurance: "key", "artifact-id": "1001" } });
  expect(run.summary).toContain("did not answer in the time that was left");
});

test.concurrent(
  "where the authority is away the evidence is signed, says so, and min-assurance decides",
  async () => {
    await using sigstore = await startSigstore({ faults: { timestamp: () => null } });
    await using world = await startActionWorld();
    const inputs = { "timestamp-url": sigstore.environment["SIGSTORE_TIMESTAMP_URL"] ?? "" };

    await using enough = await act(world, { inputs });
    await using less = await act(world, { inputs: { ...inputs, "min-assurance": "key+time" } });

    expect(enough).toMatchObject({ code: 0, outputs: { assurance: "key" } });
    expect(enough.annotations).toEqual([
      {
        kind: "warning",
        message: expect.stringMatching(
          /^signed without a timestamp: the timestamp authority 127.0.0.1:\d+ could not/,
        ),
      },
    ]);
    expect(enough.summary).toMatch(/^> signed without a trusted time: the timestamp authority 127\.0\.0\.1/m);
    const { assurance } = statementIn(bundleIn(world, enough.outputs["artifact-name"])).predicate;
    expect(assurance).toMatchObject({ timestamp: false, reason: { code: "timestamp-unavailable" } });

    expect(less).toMatchObject({ code: 2, outputs: { assurance: "key", "exit-code": "2" } });
    expect(less.outputs["artifact-name"]).not.toContain("UNSIGNED");
    expect(less.annotations.find(({ kind }) => kind === "error")?.message).toMatch(
      /^the evidence is signed by key only, and min-assurance asks for key\+time: the timestamp authority 127.0.0.1/,
    );
  },
);

test.concurrent("evidence that is attested much later says so", async () => {
  await using sigstore = await startSigstore();
  await using world = await startWorld();
  const run = await collect(world, ["--signing", "none"]);
  const printedFolder = printed(run);
  const file = path.join(printedFolder, "evidence.json");
  const text = hoursEarlier(await readFile(file, "utf8"), 30);
  await writeFile(file, text);
  // It belongs where its time says.
  const folder = path.join(printedFolder, "../../..", runPath(JSON.parse(text)));
  await mkdir(path.dirname(folder), { recursive: true });
  await rename(printedFolder, folder);

  const attested = await runCli(["attest", folder], { env: sigstore.environment });

  expect(attested).toMatchObject({ code: 0, stderr: expect.stringContaining("more than an hour after") });
  expect(attested.stderr).toContain(`signed keyless by ${WORKFLOW}`);
  const { assurance } = statementIn(
    await readFile(path.join(folder, "evidence.sigstore.json"), "utf8"),
  ).predicate;
  expect(assurance).toMatchObject({ signing: "keyless", timestamp: true, reason: { code: "signed-late" } });
});

test.concurrent.each([
  [["--signing", "keyless"], "keyless needs the identity of a job of GitHub Actions"],
  [["--signing", "none"], "signing: none does not sign"],
  [["--timestamp-url", "nowhere"], "timestamp-url: must be the http or https address"],
])("attest %j is refused", async (flags, sentence) => {
  await using world = await startWorld();
  const folder = printed(await collect(world, ["--signing", "none"]));

  const run = await runCli(["attest", folder, ...flags], { env: { SIGNING_KEY: world.privatePem } });

  expect(run).toMatchObject({ code: 2, stdout: "", stderr: expect.stringContaining(sentence) });
});

test.concurrent("the command line signs keyless in a job of GitHub Actions", async () => {
  await using sigstore = await startSigstore();
  await using world = await startWorld();
  const env = { ...sigstore.environment, SIGNING_KEY: "" };

  const run = await runCli(["collect", "--out", path.join(world.folder, "out")], {
    env: { ...world.env, ...env },
  });

  expect(run.code).toBe(0);
  const bundle = await readFile(path.join(printed(run), "evidence.sigstore.json"), "utf8");
  verifiedBySigstore(bundle, sigstore.world, { logs: 0 });
  for (const { body } of sigstore.asked.filter(({ service }) => service === "fulcio")) {
    expect(run.stdout + run.stderr).not.toContain(tokenIn(body));
  }
});

const STORED = { status: 201, body: { id: 77 } };
const NO_PLAN = {
  status: 422,
  body: { message: "Feature not available for user-owned private repositories." },
};
const FORBIDDEN = { status: 403, body: { message: "Resource not accessible by integration" } };

test.concurrent.each([
  [STORED, "stored as GitHub attestation 77", []],
  [NO_PLAN, "private repositories need GitHub Enterprise Cloud", ["warning"]],
  [FORBIDDEN, "attestations: write", ["warning"]],
])("a bundle that GitHub answers with %j is published all the same", async (answer, sentence, kinds) => {
  const stored: string[] = [];
  const answering = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await bodyOf(request);
    stored.push(`${request.url} ${request.headers.authorization} ${body.toString()}`);
    response.writeHead(answer.status, { "content-type": "application/json" });
    response.end(JSON.stringify(answer.body));
  };
  const server = createServer((request, response) => void answering(request, response));
  const { url, close } = await listening(server);
  await using sigstore = await startSigstore();
  await using world = await startActionWorld();

  await using run = await act(world, {
    inputs: { ...KEYLESS, "attestation-token": "ghs_attestationtoken" },
    env: { ...sigstore.environment, GITHUB_API_URL: url },
  });
  await close();

  expect(run).toMatchObject({ code: 0, outputs: { assurance: "keyless", "artifact-id": "1001" } });
  expect(run.stdout).toContain(sentence);
  const about = run.annotations.filter(({ message }) => message.includes("GitHub attestation"));
  expect(about.map(({ kind }) => kind)).toEqual(kinds);
  const bundle = bundleIn(world, run.outputs["artifact-name"]).trim();
  expect(stored).toEqual([
    `/repos/acme/compliance/attestations Bearer ghs_attestationtoken {"bundle":${bundle}}`,
  ]);
});

function bundleIn(world: ActionWorld, artifact: string | undefined): string {
  const files = [...artifactFiles(world, artifact)];
  return files.find(([name]) => name.endsWith("/evidence.sigstore.json"))?.[1].toString() ?? "";
}

const Bundle = z.object({ dsseEnvelope: z.object({ payload: z.base64() }) });

function statementIn(bundle: string): Statement {
  const { dsseEnvelope } = Bundle.parse(JSON.parse(bundle));
  return Statement.parse(JSON.parse(Buffer.from(dsseEnvelope.payload, "base64").toString()));
}

const Certifying = z.object({ credentials: z.object({ oidcIdentityToken: z.string() }) });

function tokenIn(body: Sigstore["asked"][number]["body"]): string {
  return Certifying.parse(JSON.parse(body.toString())).credentials.oidcIdentityToken;
}

/** The evidence as it was before: every time in it that many hours earlier. */
function hoursEarlier(text: string, hours: number): string {
  return text.replaceAll(
    /"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)((?:\.\d+)?Z)"/g,
    (_, time: string, rest: string) => {
      const earlier = new Date(Date.parse(`${time}Z`) - hours * 3_600_000);
      return `"${earlier.toISOString().slice(0, 19)}${rest}"`;
    },
  );
}
