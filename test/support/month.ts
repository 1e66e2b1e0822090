import { createHash, generateKeyPairSync } from "node:crypto";
import { cpSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";

import { initializeTSA } from "@sigstore/mock";

import { formatTime } from "../../src/platform/time.ts";
import { keySigner } from "../../src/sign/attest.ts";
import { statementSigner, type Witness } from "../../src/sign/signing.ts";
import type { Reason } from "../../src/bundle/statement.ts";
import { readTrustedRoots } from "../../src/verify/trust/roots.ts";
import { git, gitBytes, newRepository } from "./git.ts";
import { rememberRootText } from "./second-verifier.ts";
import { DAY, days, WrittenStream, type SealAt } from "./stream.ts";
import { SIGNER } from "./tampering.ts";
import { temporaryFolder } from "./temp.ts";

/** The month lies ahead: the certificates of the authority begin now. */
const FIRST = formatTime(new Date(Date.now() + DAY)).slice(0, 10);
const TIMES = days(FIRST, 30);
/** When whoever tampers with the month does so. */
export const TODAY = timeOn(36, "10:00:00");

/** The instant at that time of a day of the month, counted from 1. */
export function timeOn(day: number, time: string): string {
  return `${formatTime(new Date(Date.parse(FIRST) + (day - 1) * DAY)).slice(0, 10)}T${time}Z`;
}

/** The day of the month, counted from 1, in which a run folder lies. */
export function dayOf(place: string): number {
  return (Date.parse(place.split("/")[1] ?? "") - Date.parse(FIRST)) / DAY + 1;
}

/** One authority whose clock we move: it vouches for any time of the month and after it. */
const AUTHORITY = await movableAuthority(new Date(Math.floor(Date.now() / 1000) * 1000 + 1000));
export const ROOTS = AUTHORITY.roots;

/** With a timestamp of when it was collected, as honest runs are sealed. */
const TIMED: SealAt = (collectedAt) =>
  statementSigner(keySigner(SIGNER), { witnesses: [stampOf(collectedAt)] });
/** With the real key, today, by an authority that tells the truth. */
export const TIMED_TODAY: SealAt = () => statementSigner(keySigner(SIGNER), { witnesses: [stampOf(TODAY)] });
/** The same, saying that it is signed late. */
export const SAID_LATE: SealAt = () =>
  statementSigner(keySigner(SIGNER), { witnesses: [stampOf(TODAY)], reason: LATE });
/** With the real key and no timestamp. */
export const UNTIMED: SealAt = () => statementSigner(keySigner(SIGNER));

const LATE: Reason = { code: "signed-late", message: "signed later" };

/** A month of runs, each in a commit of its day. */
export interface Month {
  /** The repository, and in it the stream. */
  readonly folder: string;
  readonly stream: WrittenStream;
}

/** Months that nobody touched, with timestamps and without: each is made once, when it is asked for. */
const SEALS = { timed: TIMED, untimed: UNTIMED } as const;
const MONTHS = new Map<keyof typeof SEALS, Promise<Month>>();

/** A copy of the month that may be tampered with, and what its independent copy is compared with. */
export async function monthOf(kind: keyof typeof SEALS) {
  const made = MONTHS.get(kind) ?? madeMonth(SEALS[kind]);
  MONTHS.set(kind, made);
  const whole = await made;
  const root = await temporaryFolder();
  const folder = path.join(root.path, "compliance-evidence");
  const witness = path.join(root.path, "artifacts");
  // Copied at once: hundreds of small files take several times as long one after the other.
  cpSync(whole.folder, folder, { recursive: true });
  cpSync(path.join(whole.folder, "prod"), path.join(witness, "prod"), { recursive: true });
  const stream = await whole.stream.copiedTo(folder);
  return { folder, witness, stream, [Symbol.asyncDispose]: () => root[Symbol.asyncDispose]() };
}

/** Commits whatever was done to the work tree, today. */
export async function committed(folder: string, message: string): Promise<void> {
  await git(folder, "add", "--all");
  await git(
    folder,
    "-c",
    `user.name=Mallory`,
    "commit",
    "--quiet",
    "--allow-empty",
    `--date=${TODAY}`,
    "-m",
    message,
  );
}

async function madeMonth(sealAt: SealAt): Promise<Month> {
  const { path: folder } = await newRepository();
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const stream = new WrittenStream(folder, sealAt);
  await stream.addAll(TIMES);
  await gitBytes(folder, ["fast-import", "--quiet"], { input: Buffer.concat(commitsOf(stream)) });
  await git(folder, "read-tree", "HEAD");
  return { folder, stream };
}

/** A commit for each run, as `git fast-import` reads them: one process for all, and one pack for every copy to take. */
function commitsOf({ root, runs }: WrittenStream): readonly Buffer[] {
  return runs.flatMap((run, index) => {
    const time = TIMES[index] ?? "";
    const by = `Alice <alice@example.com> ${Date.parse(time) / 1000} +0000`;
    const message = `prod: evidence of ${time}, complete`;
    return [
      Buffer.from(`commit refs/heads/main\nauthor ${by}\ncommitter ${by}\n`),
      Buffer.from(`data ${Buffer.byteLength(message)}\n${message}\n`),
      ...readdirSync(run.folder).flatMap((name) => {
        const file = path.join(run.folder, name);
        const bytes = readFileSync(file);
        const head = `M 100644 inline ${path.relative(root, file)}\ndata ${bytes.length}\n`;
        return [Buffer.from(head), bytes, Buffer.from("\n")];
      }),
    ];
  });
}

function stampOf(at: string): Witness {
  const time = new Date(Date.parse(at) + 2000);
  return {
    gives: "timestamp",
    testify: async ({ signature }) => ({ timestamp: await AUTHORITY.stamp(signature.bytes, time), time }),
  };
}

async function movableAuthority(start: Date) {
  const tsa = await initializeTSA(generateKeyPairSync("ec", { namedCurve: "P-256" }), start);
  let now = start;
  // The clock of the mock is private; it is one of a test.
  Object.assign(tsa, { getCurrentTime: () => now });
  const root = {
    mediaType: "application/vnd.dev.sigstore.trustedroot+json;version=0.1",
    tlogs: [],
    ctlogs: [],
    certificateAuthorities: [],
    timestampAuthorities: [
      {
        subject: { organization: "sigstore.mock", commonName: "tsa" },
        uri: "https://tsa.sigstore.mock",
        certChain: {
          certificates: [tsa.intCertificate, tsa.rootCertificate].map((certificate) => ({
            rawBytes: bytesOf(certificate).toString("base64"),
          })),
        },
        validFor: { start: start.toISOString() },
      },
    ],
  };
  return {
    roots: rememberRootText(
      await readTrustedRoots(Buffer.from(JSON.stringify(root)), "trusted_root.json"),
      JSON.stringify(root),
    ),
    async stamp(signature: Buffer, at: Date): Promise<Buffer> {
      now = at;
      const token = await tsa.timestamp({
        artifactHash: createHash("sha256").update(signature).digest(),
        hashAlgorithmOID: "2.16.840.1.101.3.4.2.1",
        nonce: 1,
        policyOID: "1.3.6.1.4.1.57264.2",
      });
      return bytesOf(token);
    },
  };
}

function bytesOf(view: ArrayBufferView): Buffer {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength);
}
