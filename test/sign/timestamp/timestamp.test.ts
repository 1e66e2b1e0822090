import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";

import { assert, asyncProperty, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";

import { embeddedCertificateProblem } from "../../../src/sign/timestamp/embedded-certificate.ts";
import { lateSigningReason } from "../../../src/sign/timestamp/timestamp.ts";
import { timestampRequest, timestampResponseProblem } from "../../../src/sign/timestamp/request.ts";
import type { Signing } from "../../../src/config/signing.ts";
import { newKey } from "../../support/evidence.ts";
import { listening } from "../../support/listening.ts";
import { startOpensslTsa } from "../../support/openssl-tsa.ts";
import { startSigstore, type Fault, type Reply } from "../../support/sigstore.ts";
import { temporaryFolder } from "../../support/temp.ts";
import { collectedAt, failureOf, sealedNow } from "../signing.ts";

const PROMISED = { signing: "key", timestamp: true, log: false };
const withTime = (timestampUrl: string | null): Signing => ({ by: "key", key: newKey(), timestampUrl });
const urlOf = ({ url }: { readonly url: string }): string => `${url}/api/v1/timestamp`;

test("with a key the time comes from an authority, which sees a digest and nothing else", async () => {
  await using sigstore = await startSigstore();

  const { bundle, statement, signedAt } = await sealedNow(withTime(urlOf(sigstore)));

  expect(statement.predicate.assurance).toEqual(PROMISED);
  expect(signedAt).toBe(sigstore.world.now.toISOString());
  expect(tokenIn(bundle).length).toBeGreaterThan(500);
  expect(sigstore.asked.map(({ service }) => service)).toEqual(["timestamp"]);
  expect(sigstore.asked[0]?.body).toHaveLength(67);
});

test("without an authority nothing is promised and nobody is asked", async () => {
  const { bundle, statement, signedAt } = await sealedNow(withTime(null));

  expect(statement.predicate.assurance).toEqual({ ...PROMISED, timestamp: false });
  expect(signedAt).toBeNull();
  expect(JSON.parse(bundle).verificationMaterial.timestampVerificationData).toEqual({});
});

test("openssl understands the question", async () => {
  await using folder = await temporaryFolder();
  const { der, nonce } = timestampRequest(Buffer.from("a signature"));
  const file = path.join(folder.path, "query.tsq");
  await writeFile(file, der);

  const { stdout } = await promisify(execFile)("openssl", ["ts", "-query", "-in", file, "-text"]);

  expect(stdout).toContain("Hash Algorithm: sha256");
  expect(stdout).toContain("Certificate required: yes");
  expect(stdout).toContain(`Nonce: 0x${nonce.toString(16).toUpperCase()}`);
});

test.concurrent.each(["EC", "RSA-SHA256"] as const)(
  "a company's own authority with a key of %s is as good, and openssl checks what it gave",
  async (kind) => {
    await using tsa = await startOpensslTsa(kind);
    await using folder = await temporaryFolder();

    const { bundle, statement, signedAt } = await sealedNow(withTime(tsa.url));

    expect(statement.predicate.assurance).toEqual(PROMISED);
    expect(Math.abs(Date.parse(signedAt ?? "") - Date.now())).toBeLessThan(60_000);
    const at = (name: string): string => path.join(folder.path, name);
    await writeFile(at("token.tsr"), tokenIn(bundle));
    await writeFile(at("signature"), signatureIn(bundle));
    const { stdout } = await promisify(execFile)("openssl", [
      "ts",
      "-verify",
      "-in",
      at("token.tsr"),
      "-data",
      at("signature"),
      "-CAfile",
      tsa.root,
    ]);
    expect(stdout).toContain("Verification: OK");
  },
);

test.concurrent(
  "tokens that verify could not check are of no use when they come, not at an audit",
  async () => {
    await using sha512 = await startOpensslTsa("RSA-SHA512");

    const { statement } = await sealedNow(withTime(sha512.url));

    expect(statement.predicate.assurance.reason?.message).toMatch(
      /cannot be used: the timestamp is signed with SHA-512 and not by ECDSA; only ECDSA, and RSA with SHA-256, can be checked$/,
    );
  },
);

test.concurrent.each([1, 2, 4, 6])("a time with %i digits of a fraction is read", async (digits) => {
  await using tsa = await startOpensslTsa("EC", { digits });

  const { statement, signedAt } = await sealedNow(withTime(tsa.url));

  expect(statement.predicate.assurance).toMatchObject({ timestamp: true });
  expect(Math.abs(Date.parse(signedAt ?? "") - Date.now())).toBeLessThan(120_000);
});

const refused: Fault = () => ({ status: 404, type: "text/plain", body: "" });
const hangUp: Fault = () => null;
const page: Fault = () => ({ status: 200, type: "text/html", body: "<html>Sign in</html>" });
/** A refusal as RFC 3161 writes it: status 2, rejection. */
const rejection: Fault = () => tsr(Buffer.from("30053003020102", "hex"));
const altered =
  (change: (query: Buffer) => Buffer): Fault =>
  async (_, question) => {
    await using other = await startSigstore();
    const response = await fetch(urlOf(other), {
      method: "POST",
      body: new Uint8Array(change(question.body)),
    });
    return tsr(Buffer.from(await response.arrayBuffer()));
  };
const otherNonce = altered((query) => query.fill(0x41, 58, 64));
const otherDigest = altered((query) => query.fill(0x41, 24, 56));

test.concurrent.each<[string, Fault, string]>([
  ["refuses", refused, "the TSA refused (HTTP status 404)"],
  ["stays away", hangUp, "the TSA could not be reached (UND_ERR_SOCKET)"],
  ["is a page of the network", page, "the TSA responded with something that is not a timestamp"],
  ["rejects", rejection, "the TSA refused (status 2)"],
  ["echoes another nonce", otherNonce, "the TSA responded to another request: the nonce is not ours"],
  [
    "stamps another digest",
    otherDigest,
    "the timestamp of the TSA cannot be used: the timestamp is over another signature",
  ],
])("where the authority %s, a key signs again, promises no time and says why", async (_, fault, message) => {
  await using sigstore = await startSigstore({ faults: { timestamp: fault } });

  const { bundle, statement, signedAt } = await sealedNow(withTime(urlOf(sigstore)));

  const { reason, ...promised } = statement.predicate.assurance;
  expect(promised).toEqual({ ...PROMISED, timestamp: false });
  expect(reason?.code).toBe("timestamp-unavailable");
  expect(reason?.message.replace(/(?:the timestamp authority )?127.0.0.1:\d+/, "the TSA")).toBe(message);
  expect(signedAt).toBeNull();
  expect(JSON.parse(bundle).verificationMaterial.timestampVerificationData).toEqual({});
});

test("an authority is asked three times before it counts as away, and one that comes back is enough", async () => {
  let calls = 0;
  const failing =
    (times: number): Fault =>
    (well) => {
      calls += 1;
      return calls <= times ? { status: 503, type: "text/plain", body: "" } : well();
    };
  await using back = await startSigstore({ faults: { timestamp: failing(2) } });
  expect((await sealedNow(withTime(urlOf(back)))).statement.predicate.assurance).toEqual(PROMISED);
  expect(calls).toBe(3);

  calls = 0;
  await using away = await startSigstore({ faults: { timestamp: failing(9) } });
  const { statement } = await sealedNow(withTime(urlOf(away)));
  expect(statement.predicate.assurance.reason?.message).toContain("refused (HTTP status 503)");
  expect(calls).toBe(3);
});

test("an authority that hangs is given up when no time is left, and the evidence is signed all the same", async () => {
  const { promise, resolve } = Promise.withResolvers<Reply | null>();
  await using sigstore = await startSigstore({ faults: { timestamp: () => promise } });
  const deadline = new AbortController();
  const work = sealedNow(withTime(urlOf(sigstore)), { signal: deadline.signal });
  while (sigstore.asked.length === 0) await new Promise(setImmediate);

  deadline.abort();

  const { assurance } = (await work).statement.predicate;
  expect(assurance.reason?.message).toMatch(/did not answer in the time that was left$/);
  resolve(null);
});

test("a redirect is not followed: the question goes to nobody else", async () => {
  const elsewhere: string[] = [];
  const { url, close } = await listening(createServer((request) => void elsewhere.push(request.url ?? "")));
  await using sigstore = await startSigstore({
    faults: { timestamp: () => ({ status: 307, type: "text/plain", body: "", headers: { location: url } }) },
  });

  const { statement } = await sealedNow(withTime(urlOf(sigstore)));

  expect(statement.predicate.assurance.reason?.message).toContain("refused (HTTP status 307)");
  expect(elsewhere).toEqual([]);
  await close();
});

test.each([
  ["long ago", -2 * 3_600_000],
  ["in the future", 2 * 3_600_000],
])("evidence that says it was collected %s is not signed as if it were from now", async (_, ms) => {
  await using sigstore = await startSigstore();
  const evidence = collectedAt(new Date(Date.now() + ms));

  const { code, message } = await failureOf(sealedNow(withTime(urlOf(sigstore)), { evidence }));

  expect(code).toBe("not-signed");
  expect(message).toMatch(
    /^the time of 127.0.0.1:\d+ \(.*Z\) is more than an hour from the time of collecting \(.*Z\)$/,
  );
});

test("evidence that is signed later says so, and then its time may be later", async () => {
  await using sigstore = await startSigstore();
  const now = new Date();
  const evidence = collectedAt(new Date(now.getTime() - 30 * 3_600_000));
  const reason = lateSigningReason(evidence.collectedAt, now);

  const { statement, signedAt } = await sealedNow(withTime(urlOf(sigstore)), { evidence, reason });

  expect(statement.predicate.assurance).toEqual({
    ...PROMISED,
    reason: {
      code: "signed-late",
      message: `signed on ${now.toISOString().slice(0, 10)}, more than an hour after it was collected`,
    },
  });
  expect(signedAt).not.toBeNull();
});

test("evidence that is signed later says so also where the authority stays away", async () => {
  await using sigstore = await startSigstore({ faults: { timestamp: refused } });
  const evidence = collectedAt(new Date(Date.now() - 30 * 3_600_000));
  const reason = lateSigningReason(evidence.collectedAt, new Date());

  const { statement } = await sealedNow(withTime(urlOf(sigstore)), { evidence, reason });

  expect(statement.predicate.assurance).toEqual({
    ...PROMISED,
    timestamp: false,
    reason: {
      code: "signed-late",
      message: expect.stringMatching(
        /^signed on \S+, more than an hour after it was collected; .* refused \(HTTP status 404\)$/,
      ),
    },
  });
});

test("evidence of the last hour is not late", () => {
  const now = new Date("2026-08-05T07:17:31Z");

  expect(lateSigningReason("2026-08-05T06:17:31Z", now)).toBeNull();
  expect(lateSigningReason("2026-08-05T06:17:30Z", now)?.code).toBe("signed-late");
});

test("a token without the certificate of its authority is of no use where nobody knows that", async () => {
  await using sigstore = await startSigstore();
  const signature = Buffer.from("a signature");

  expect(await embeddedCertificateProblem(await sigstore.world.stamp(signature), signature)).toBe(
    "has no embedded certificate of its authority",
  );
});

test("no altered byte of a token leaves another time that its certificate bears out", async () => {
  await using sigstore = await startSigstore();
  const { bundle } = await sealedNow(withTime(urlOf(sigstore)));
  const [token, signature] = [tokenIn(bundle), signatureIn(bundle)];
  expect(await embeddedCertificateProblem(token, signature)).toBeNull();
  const time = Buffer.from(token).indexOf(Buffer.from(stampOf(sigstore.world.now)));
  expect(time).toBeGreaterThan(0);

  for (let at = time; at < time + 14; at += 1) {
    const forged = Buffer.from(token);
    forged[at] = (forged[at] ?? 0) ^ 1;
    expect(await embeddedCertificateProblem(forged, signature)).not.toBeNull();
  }
});

test("whatever an authority answers is a sentence", async () => {
  const query = timestampRequest(Buffer.from("a signature"));

  await assert(
    asyncProperty(uint8Array({ maxLength: 2000 }), async (bytes) => {
      expect(await timestampResponseProblem(Buffer.from(bytes), query)).toBe(
        "responded with something that is not a timestamp",
      );
      expect(await embeddedCertificateProblem(Buffer.from(bytes), Buffer.from("a signature"))).toEqual(
        expect.any(String),
      );
    }),
  );
});

function tsr(body: Buffer): Reply {
  return { status: 200, type: "application/timestamp-reply", body };
}

/** As `GeneralizedTime` writes it. */
function stampOf(time: Date): string {
  return time.toISOString().slice(0, 19).replaceAll(/[-:T]/g, "");
}

const Signed = z.object({
  verificationMaterial: z.object({
    timestampVerificationData: z.object({
      rfc3161Timestamps: z.tuple([z.object({ signedTimestamp: z.base64() })]),
    }),
  }),
  dsseEnvelope: z.object({ signatures: z.tuple([z.object({ sig: z.base64() })]) }),
});

function tokenIn(bundle: string): Buffer {
  const { verificationMaterial } = Signed.parse(JSON.parse(bundle));
  return Buffer.from(
    verificationMaterial.timestampVerificationData.rfc3161Timestamps[0].signedTimestamp,
    "base64",
  );
}

function signatureIn(bundle: string): Buffer {
  return Buffer.from(Signed.parse(JSON.parse(bundle)).dsseEnvelope.signatures[0].sig, "base64");
}
