import { createHash, createPublicKey, verify } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/**
 * What nobody can do without who verifies a stream: its folders are listed, its
 * files read, evidence and statements hashed, signatures checked. Nothing is
 * known of what the evidence says. Prints the milliseconds that it took.
 */
interface Bundle {
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
}
interface Statement {
  readonly subject: readonly { readonly name: string; readonly digest: { readonly sha256: string } }[];
}

const [stream = "", pem = ""] = process.argv.slice(2);
const key = createPublicKey(readFileSync(pem));
const began = performance.now();
for (const year of readdirSync(stream)) {
  for (const day of readdirSync(path.join(stream, year))) {
    for (const run of readdirSync(path.join(stream, year, day))) check(path.join(stream, year, day, run));
  }
}
console.log(performance.now() - began);

function check(folder: string): void {
  const contents = new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name))]));
  const { dsseEnvelope }: Bundle = JSON.parse(String(contents.get("evidence.sigstore.json")));
  const payload = Buffer.from(dsseEnvelope.payload, "base64");
  const { payloadType, signatures } = dsseEnvelope;
  const head = Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `);
  const signature = Buffer.from(signatures[0]?.sig ?? "", "base64");
  if (!verify("sha256", Buffer.concat([head, payload]), key, signature))
    throw new Error(`${folder}: signature`);
  createHash("sha256").update(payload).digest("hex");
  const { subject }: Statement = JSON.parse(payload.toString());
  for (const { name, digest } of subject) {
    const found = createHash("sha256")
      .update(contents.get(name) ?? "")
      .digest("hex");
    if (found !== digest.sha256) throw new Error(`${folder}: ${name}`);
  }
}
