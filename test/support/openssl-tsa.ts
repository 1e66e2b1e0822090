import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { promisify } from "node:util";

import { bodyOf, listening } from "./listening.ts";
import { temporaryFolder } from "./temp.ts";

/** A company's own timestamp authority: what openssl makes of one, over plain http on loopback. */
export interface OpensslTsa extends AsyncDisposable {
  readonly url: string;
  /** Its root certificate as a file. */
  readonly root: string;
  /** A `trusted_root.json` that names it. */
  readonly trustedRoot: string;
  /** The questions it was asked, in DER. */
  readonly queries: readonly Buffer[];
}

const KINDS = {
  EC: { key: ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"], digest: "sha256" },
  "RSA-SHA256": { key: ["-newkey", "rsa:2048"], digest: "sha256" },
  "RSA-SHA512": { key: ["-newkey", "rsa:2048"], digest: "sha512" },
} as const;

export type TsaKind = keyof typeof KINDS;

export async function startOpensslTsa(
  kind: TsaKind,
  /** Digits of the fraction of a second. */
  { digits = 0 } = {},
): Promise<OpensslTsa> {
  await using stack = new AsyncDisposableStack();
  const folder = stack.use(await temporaryFolder());
  const at = (name: string): string => path.join(folder.path, name);
  const openssl = async (...args: readonly string[]): Promise<void> => {
    await promisify(execFile)("openssl", [...args], { cwd: folder.path });
  };
  const { key, digest } = KINDS[kind];
  await writeFile(at("tsa.cnf"), configuration(digest, digits));
  await writeFile(at("leaf.cnf"), "basicConstraints=CA:FALSE\nextendedKeyUsage=critical,timeStamping\n");
  await writeFile(at("serial"), "01\n");
  const nodes = ["-nodes", "-days", "30"];
  await openssl(
    "req",
    "-x509",
    ...key,
    ...nodes,
    "-keyout",
    "ca.key",
    "-out",
    "ca.crt",
    "-subj",
    "/CN=Acme CA",
  );
  await openssl("req", ...key, "-nodes", "-keyout", "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Acme TSA");
  const leaf = [
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    "-CA",
    "ca.crt",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-days",
    "30",
    "-extfile",
    "leaf.cnf",
    "-out",
    "tsa.crt",
  ];
  await openssl(...leaf);

  const queries: Buffer[] = [];
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const query = await bodyOf(request);
    const name = `${queries.push(query)}`;
    await writeFile(at(`${name}.tsq`), query);
    const files = ["-queryfile", `${name}.tsq`, "-out", `${name}.tsr`];
    await openssl("ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", ...files);
    response.writeHead(200, { "content-type": "application/timestamp-reply" });
    response.end(await readFile(at(`${name}.tsr`)));
  };
  const server = createServer((request, response) => void answer(request, response));
  const { url, close } = await listening(server);
  stack.defer(close);
  const certificates = await Promise.all(["tsa.crt", "ca.crt"].map(async (name) => readFile(at(name))));
  const trustedRoot = JSON.stringify({
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [],
    ctlogs: [],
    certificateAuthorities: [],
    timestampAuthorities: [
      {
        subject: { organization: "Acme", commonName: "Acme TSA" },
        uri: "https://tsa.acme.example",
        certChain: {
          certificates: certificates.map((pem) => ({
            rawBytes: new X509Certificate(pem).raw.toString("base64"),
          })),
        },
        validFor: { start: new Date(Date.now() - 86_400_000).toISOString() },
      },
    ],
  });
  const kept = stack.move();
  return { url, root: at("ca.crt"), trustedRoot, queries, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}

function configuration(digest: string, digits: number): string {
  return `[tsa]
serial = serial
crypto_device = builtin
signer_cert = tsa.crt
certs = ca.crt
signer_key = tsa.key
signer_digest = ${digest}
default_policy = 1.2.3.4.1
digests = sha256, sha512
clock_precision_digits = ${digits}
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`;
}
